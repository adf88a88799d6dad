"""The look back on a sitting: what it came to, and every link with its owner."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.learning.game import Game
from app.learning.rounds import PlayedRound
from app.links.anatomy import dissect
from app.links.messages import DEMANDS
from app.links.score import LEAST_TO_PASS, PASS_MEAN
from app.links.shown import defanged, visible
from app.links.tricks.table import TRICKS
from app.ui.theme.look import Look
from app.ui.widgets.flow import Aside
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder
from app.ui.widgets.surfaces import Chip, Surface
from app.ui.widgets.verdict_buttons import verdict_of


def summary(look: Look, game: Game) -> list[Part]:
    """The parts of the look back, in order."""
    wrong = [one for one in game.played if not one.is_right]
    right = [one for one in game.played if one.is_right]
    parts: list[Part] = [_result(look, game), 12]
    if wrong:
        parts += [Label(look, _("Worth another look"), "h3", wraps=True), 6]
        parts += _rows(look, wrong)
    if right:
        parts += [Label(look, _("Judged rightly"), "h3", wraps=True), 6, *_rows(look, right)]
    return parts


def result_words(game: Game) -> tuple[str, str, str]:
    """What the sitting came to: (title, sentence, tone)."""
    score = game.score
    told = _("{right} of {count} right, {mean} points a round.").format(
        right=score.right, count=score.rounds, mean=f"{score.mean:.1f}".replace("-", "−")
    )
    if game.plan.mode == "form":
        return _("Test finished"), told, "brand"
    if game.plan.mode != "level":
        return _("Round finished"), told, "brand"
    if score.is_passed:
        return _("Passed"), told, "ok"
    if len(game.plan.slots) >= LEAST_TO_PASS:
        rule = _("A level is passed at {mean} points a round.").format(mean=f"{PASS_MEAN:.0f}")
        told = f"{told} {rule}"
    return _("Not passed yet"), told, "warn"


def _result(look: Look, game: Game) -> QWidget:
    title, told, tone = result_words(game)
    icon = {"ok": "check", "warn": "again", "brand": "flag"}[tone]
    fakes = [one for one in game.played if one.truth == "fake"]
    genuine = [one for one in game.played if one.truth == "genuine"]
    lines: list[Part] = [
        Label(look, title, "h1", tone, wraps=True),
        Label(look, told, "body", wraps=True),
    ]
    caught = sum(one.said == "fake" for one in fakes)
    blamed = sum(one.said == "fake" for one in genuine)
    if game.plan.judge == "owner" and fakes and genuine:
        told = _(
            "Fakes seen through: {caught} of {fakes}. Genuine links taken for fakes: "
            "{blamed} of {genuine}."
        )
        words = told.format(caught=caught, fakes=len(fakes), blamed=blamed, genuine=len(genuine))
        lines.append(Label(look, words, "body", "text2", wraps=True))
    pointed = [one.pointed for one in game.played if one.pointed is not None]
    if pointed:
        words = _("Owner pointed at rightly: {right} of {count}.").format(
            right=sum(pointed), count=len(pointed)
        )
        lines.append(Label(look, words, "body", "text2", wraps=True))
    kind = {"ok": "ok", "warn": "warn", "brand": "info"}[tone]
    body = beside(
        look,
        IconLabel(look, icon, tone, 30),
        column(look, lines, gap=4),
        gap=14,
        margins=(20, 16, 20, 16),
    )
    return Surface(look, body, kind)


def _rows(look: Look, played: list[PlayedRound]) -> list[Part]:
    parts: list[Part] = []
    for one in played:
        parts += [_row(look, one), 6]
    return parts


def _row(look: Look, one: PlayedRound) -> QWidget:
    truth, said = verdict_of(one.truth), verdict_of(one.said)
    lines: list[Part] = []
    if one.link:
        is_link = "://" in one.link
        words = harmless(one.link) if is_link else demand_words(one.link, look.latin_first)
        lines.append(Label(look, words, "mono" if is_link else "body", wraps=True))
    told = [_("Owner: {owner}").format(owner=one.owner)] if one.owner else []
    if one.trick in TRICKS and TRICKS[one.trick].needs_link:
        told.append(_(TRICKS[one.trick].title))
    if not one.is_right:
        told.append(_("You said: {said}").format(said=said.words(one.judge)))
    if told:
        lines.append(Label(look, " · ".join(told), "small", "text2", wraps=True))
    chip = Chip(look, truth.words(one.judge), truth.tone, icon=truth.icon)
    body = Aside(look, holder(column(look, lines, gap=2)), chip)
    return Surface(look, column(look, [body], margins=(16, 10, 12, 10)), radius="md")


def demand_words(kept: str, in_english: bool) -> str:
    """A demand as this language says it; the history keeps the Chinese words."""
    found = next((each.said for each in DEMANDS if each.said.zh == kept), None)
    return visible(kept) if found is None else found.en if in_english else found.zh


def harmless(link: str) -> str:
    """A link as it may be copied: no program opens it."""
    return defanged(dissect(link)) if "://" in link and link[0] != "#" else visible(link)
