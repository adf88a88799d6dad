"""Rules about meaning within one step or question: is there an answer, and only one?"""

from __future__ import annotations

import re

from yaml.nodes import Node, ScalarNode

from app.content.issues import Span
from app.content.meaning_hash import normalised
from app.content.parts import Findings, Part, brief, is_blank, span_of, span_within

_BLANK = re.compile(r"【([^【】]*)】")


def _line(part: Part, key: str) -> int:
    return span_of(part.place(key)).line


def _within(node: Node, match: re.Match[str], found: Findings) -> Node | Span:
    if not isinstance(node, ScalarNode):
        return node
    return span_within(node, match.start(), match.end() - match.start(), found)


# ── single and multi ─────────────────────────────────────────────────────────


def _check_options(question: Part, found: Findings) -> bool:
    """Whether every option is either right or wrong."""
    sound = True
    for option in question.parts("options"):
        values = option.values
        is_right, is_wrong = "right" in values, "wrong" in values
        if is_right and is_wrong:
            found.add("E203", option.key_place("wrong"))
        elif not is_right and not is_wrong:
            found.add("E204", option.node)
        elif values["right" if is_right else "wrong"] is None:
            key = "right" if is_right else "wrong"
            if is_blank(option.place(key)):
                found.add("E159", option.key_place(key), key=key, name="option")
        else:
            continue
        sound = False
    _check_number(question, "options", found)
    return sound


def check_single(question: Part, found: Findings) -> None:
    """Exactly one option is right."""
    if not question.values.get("options") or not _check_options(question, found):
        return
    right = [one for one in question.values["options"] if "right" in one.values]
    if not right:
        found.add("E201", question.key_place("options"))
    for second in right[1:]:
        found.add("E202", second.key_place("right"), line=_line(right[0], "right"))


def check_multi(question: Part, found: Findings) -> None:
    """At least one option is right."""
    if not question.values.get("options") or not _check_options(question, found):
        return
    if not any("right" in one.values for one in question.values["options"]):
        found.add("E201", question.key_place("options"))


def _check_number(part: Part, key: str, found: Findings, least: int = 2) -> None:
    """At least two: one alone is no question."""
    entries = part.values.get(key)
    if entries and len(part.place(key).value) < least:
        found.add("E223", part.key_place(key), key=key, low=least)


# ── the other question types ─────────────────────────────────────────────────


def check_blanks(question: Part, found: Findings) -> None:
    """Every 【id】 of the sentence has its entry, and every entry its place in the sentence."""
    text = question.values.get("text")
    blanks = question.values.get("blanks")
    if blanks is None:
        return
    if text is not None:
        _check_places(question, text, blanks, found)
    for blank in blanks:
        _check_answers(blank, found)


def _check_places(question: Part, text: str, blanks: list[Part], found: Findings) -> None:
    # A blank whose id is wrong has its own issue, and any place may be meant for it.
    if any("id" in blank.values and not blank.has_id for blank in blanks):
        return
    named: set[str] = set()
    ids = {blank.id for blank in blanks}
    node = question.place("text")
    for match in _BLANK.finditer(text):
        if found.is_full:
            return
        name = match[1]
        if name not in ids:
            meant = found.near(name, ids)
            code = "E206" if meant else "E205"
            found.add(code, _within(node, match, found), id=brief(name), meant=meant)
        elif name in named:
            found.add("E207", _within(node, match, found), id=name)
        named.add(name)
    for blank in blanks:
        if blank.id not in named:
            found.add("E208", blank.place("id"), id=blank.id)


def _check_answers(blank: Part, found: Findings) -> None:
    accepted = {normalised(one) for one in blank.values.get("accept") or ()}
    caught: dict[str, int] = {}
    for catch in blank.values.get("catch") or ():
        when = catch.values.get("when")
        if when is None:
            continue
        plain = normalised(when)
        if plain in accepted:
            found.add("E218", catch.place("when"), text=brief(when))
        elif plain in caught:
            found.add("E221", catch.place("when"), text=brief(when), line=caught[plain])
        else:
            caught[plain] = _line(catch, "when")


def check_order(question: Part, found: Findings) -> None:
    """There is something to put in order."""
    _check_number(question, "items", found)


def check_match(question: Part, found: Findings) -> None:
    """No side stands twice, and no extra partner is a real one."""
    _check_number(question, "pairs", found)
    partners: dict[str, int] = {}
    for key in ("left", "goes_with"):
        seen: dict[str, int] = {}
        for pair in question.parts("pairs"):
            text = pair.values.get(key)
            if text is None:
                continue
            if text.strip() in seen:
                found.add("E219", pair.place(key), text=brief(text), line=seen[text.strip()])
            else:
                seen[text.strip()] = _line(pair, key)
        partners = seen
    for extra, place in question.entries("extra"):
        if extra.strip() in partners:
            found.add("E217", place, text=brief(extra), line=partners[extra.strip()])
        else:
            partners[extra.strip()] = span_of(place).line


def check_cards(question: Part, found: Findings) -> None:
    """Every card names a group that exists."""
    _check_number(question, "groups", found)
    if question.values.get("groups") is None:
        return
    ids = dict.fromkeys(group.id for group in question.parts("groups"))
    for card in question.parts("cards"):
        group = card.values.get("group")
        if group is not None and group not in ids:
            found.add(
                "E222",
                card.place("group"),
                id=brief(group),
                meant=found.near(group, ids) or next(iter(ids), "–"),
            )


# ── steps ────────────────────────────────────────────────────────────────────


def check_advice(step: Part, found: Findings) -> None:
    """Advice for everybody: one of it holds from 0 on, and none holds from the same number."""
    advice = step.values.get("advice")
    if not advice:
        return
    seen: dict[int, int] = {}
    items = step.values.get("items")
    for entry in advice:
        low = entry.values.get("at_least")
        if low is None:
            return
        if low in seen:
            found.add("E216", entry.place("at_least"), number=low, line=seen[low])
        else:
            seen[low] = _line(entry, "at_least")
        if items and low > len(items):
            found.add("W211", entry.place("at_least"), number=low, items=len(items))
    if 0 not in seen:
        found.add("E215", step.key_place("advice"))


def check_draw(step: Part, found: Findings) -> None:
    """No more questions are drawn than there are."""
    draw, questions = step.values.get("draw"), step.values.get("questions")
    if draw is not None and questions and draw > len(questions):
        found.add("E225", step.place("draw"), number=draw, questions=len(questions))


_DEMAND = ("fine", "harmful", "check-first")


def check_link_game(step: Part, found: Findings) -> None:
    """There is something to play, and every verdict answers the question that is asked."""
    values = step.values
    dealt = bool(values.get("level") or values.get("tricks"))
    if not dealt and not values.get("links"):
        found.add("E232", step.node)
    if values.get("rounds") is not None and not dealt:
        found.add("E231", step.key_place("rounds"))
    check_verdicts(step, found)


def check_verdicts(group: Part, found: Findings) -> None:
    """Every link of a game or level has what is judged, and a verdict that answers it."""
    judges_demand = group.values.get("judge") == "demand"
    needed = "message" if judges_demand else "url"
    for link in group.parts("links"):
        verdict = link.values.get("verdict")
        if verdict is not None and (verdict in _DEMAND) != judges_demand:
            words = (
                "fine / harmful / check-first" if judges_demand else "genuine / fake / cannot-tell"
            )
            found.add("E233", link.place("verdict"), text=verdict, words=words)
        if needed not in link.values:
            found.add("E158", link.node, key=needed, name="link")
        elif link.values[needed] is None and is_blank(link.place(needed)):
            found.add("E159", link.key_place(needed), key=needed, name="link")
