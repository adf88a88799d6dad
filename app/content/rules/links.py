"""Rules for links written by hand: what is said of a link must be what the lens sees on it.

Brings in all that reads links, so it is imported when there is a link to be looked at.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Collection, Sequence

from yaml.nodes import Node

from app.content.parts import Findings, Part, brief
from app.links import gate
from app.links.anatomy import dissect_found
from app.links.brands import UNKNOWN
from app.links.inner import carried_by
from app.links.lens import Lens
from app.links.score import LEAST_TO_PASS, Judge, truth_named, truth_of
from app.links.suffixes import RESERVED, suffix_of
from app.links.text import find_links
from app.links.tricks.table import TRICKS
from app.links.values import Anatomy, Judgement

#: From this many links on, a set with less than a third of either kind teaches to say the other.
FEWEST_TO_BALANCE = 8
#: From this many of each kind on, a single feature that is right every time is worth a word.
FEWEST_FOR_TELL = 4
#: So many of each kind are measured: no set that anyone plays is larger, but a file may be.
MOST_MEASURED = 150

_OWNER_WORDS = ("genuine", "fake", "cannot-tell")
# RFC 5737 and RFC 3849: addresses that belong to nobody.
_DOCUMENTATION = tuple(
    map(
        ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
    )
)


def is_nobodys(host: str) -> bool:
    """Whether a host, as browsers compare it, is a name or an address kept for examples."""
    if host.rpartition(".")[2] in RESERVED:
        return True
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return any(address in network for network in _DOCUMENTATION)


class LinkRules:
    """What is known of links: `lens` judges them and knows the brands, `tricks` are the ids
    there are, `levels` those of the game's levels. None: not checked.
    """

    def __init__(
        self,
        lens: Lens | None,
        tricks: Collection[str] | None = None,
        levels: Collection[str] | None = None,
    ) -> None:
        self._lens = lens
        self._tricks = tricks
        self._levels = levels
        self._brands = None if lens is None else [brand.id for brand in lens.brands.brands]

    def check_game(self, step: Part, found: Findings) -> None:
        """Everything that is asked of a lesson's link game."""
        name = step.values.get("level")
        if name:
            _check_name("level", name, self._levels, step.place("level"), found)
        self.check_leaks(self.check_links(step, found), step.key_place("links"), found)

    def check_links(self, group: Part, found: Findings) -> list[gate.Link]:
        """The links of one level or game, one by one, and whether both kinds are there.

        Gives those that are genuine or fake by their owner, for the gate.
        """
        judge: Judge = group.values.get("judge") or "owner"
        for name, place in group.entries("tricks"):
            _check_name("trick", name, self._tricks, place, found)
        _check_tricks(group, judge, found)
        sound: list[gate.Link] = []
        for link in group.parts("links"):
            values = link.values
            known = {"brand": self._brands, "trick": self._tricks}
            for key, ids in known.items():
                if values.get(key):
                    _check_name(key, values[key], ids, link.place(key), found)
            if not values.get("url"):
                continue
            if judge == "demand":
                self._check_demand(link, found)
            elif self._is_sound(link, found) and values["verdict"] != "cannot-tell":
                is_fake = values["verdict"] == "fake"
                sound.append(gate.Link(values["url"], values.get("brand") or None, is_fake))
        if judge == "owner":
            _check_balance(group, found)
        return sound

    def check_leaks(self, links: Sequence[gate.Link], at: Node, found: Findings) -> None:
        """Whether something beside the owner tells the fake links from the genuine ones."""
        fakes = [link for link in links if link.is_fake][:MOST_MEASURED]
        genuine = [link for link in links if not link.is_fake][:MOST_MEASURED]
        if self._lens is None or min(len(fakes), len(genuine)) < FEWEST_FOR_TELL:
            return
        measured = gate.measure([*genuine, *fakes], self._lens.brands)
        if not measured.is_enough:
            told = next((each for each in measured.rules if each.auc in (0.0, 1.0)), None)
            if told is not None:
                found.add("W215", at, feature=told.title)
            return
        worst = max(measured.rules, key=lambda each: (not each.holds, abs(each.auc - 0.5)))
        if not worst.holds:
            found.add("W213", at, feature=worst.title, percent=_percent(worst.auc))
        elif measured.pairs[0][2] > gate.MOST_PAIR_AUC:
            one, other, area = measured.pairs[0]
            titles = {each.feature: each.title for each in measured.rules}
            found.add("W214", at, feature=titles[one], second=titles[other], percent=_percent(area))

    def _is_sound(self, link: Part, found: Findings) -> bool:
        """Whether an owner's link and what is said of it can both be believed."""
        values = link.values
        verdict, url = values.get("verdict"), values["url"]
        anatomy = _anatomy(url, values.get("shown"))
        if anatomy is None or anatomy.host is None or not _has_owner(anatomy):
            found.add("E421", link.place("url"), text=brief(url))
            return False
        if verdict == "fake" and not is_nobodys(anatomy.host):
            found.add("E420", link.place("url"), owner=anatomy.owner or anatomy.host)
            return False
        if verdict not in _OWNER_WORDS or self._lens is None:
            return verdict in _OWNER_WORDS
        judgement = _judged(anatomy, self._lens)
        brand = values.get("brand") or ""
        truth = truth_of(judgement.verdict, claims_brand=bool(brand))
        if truth != truth_named(verdict):
            if truth is None:
                found.add("E432", link.place("verdict"), owner=anatomy.owner or anatomy.host)
            else:
                seen = truth.replace("_", "-")
                found.add("E427", link.place("verdict"), verdict=verdict, seen=seen)
            return False
        if verdict == "genuine" and brand in (self._brands or ()) and brand != judgement.brand:
            own = judgement.brand or "-"
            found.add("E428", link.place("brand"), id=brand, own=own, owner=anatomy.owner or "")
            return False
        self._check_trick(link, judgement, found)
        return True

    def _check_demand(self, link: Part, found: Findings) -> None:
        """A link beside a demand may be anybody's but a stranger's who could exist."""
        values = link.values
        anatomy = _anatomy(values["url"], values.get("shown"))
        if anatomy is None or anatomy.trouble:
            found.add("E430", link.place("url"), text=brief(values["url"]))
            return
        if self._lens is None:
            return
        judgement = _judged(anatomy, self._lens)
        host = anatomy.host
        if values.get("verdict") == "harmful" and host is not None and not is_nobodys(host):
            standing = self._lens.brands.standing(host, anatomy.path)
            if judgement.verdict in ("unlisted", "imitates") and standing is UNKNOWN:
                found.add("E420", link.place("url"), owner=anatomy.owner or host)
                return
        self._check_trick(link, judgement, found)

    def _check_trick(self, link: Part, judgement: Judgement, found: Findings) -> None:
        """Whether the trick that is named can be seen on the link, if it is one to be seen."""
        name = link.values.get("trick") or ""
        trick = TRICKS.get(name)
        if trick is None:
            return
        deceiving = [one.trick for one in judgement.evidence if one.deceives]
        seen = deceiving if name == "unrelated" else []
        if trick.needs != "never":
            seen = judgement.tricks
            if name in seen:
                return
        elif not seen:
            return
        found.add("E429", link.place("trick"), id=name, seen=", ".join(dict.fromkeys(seen)) or "–")


def _check_name(
    kind: str, name: str, known: Collection[str] | None, at: Node, found: Findings
) -> None:
    if known is not None and name not in known:
        meant = found.near(name, known) or next(iter(sorted(known)), "–")
        found.add("E422", at, kind=kind, id=brief(name), meant=meant)


def _check_tricks(group: Part, judge: Judge, found: Findings) -> None:
    """Genuine links can always be dealt; a fake takes a trick that makes one, or is by hand.

    A level, and as many links in a lesson, cannot be passed without any fake.
    """
    values, links = group.values, group.parts("links")
    tricks = [TRICKS[each] for each in values.get("tricks") or () if each in TRICKS]
    rounds = (values.get("rounds") or LEAST_TO_PASS) + len(links)
    if not tricks or values.get("level") or rounds < LEAST_TO_PASS:
        return
    fake = "fake" if judge == "owner" else "harmful"
    has_fake = any(link.values.get("verdict") == fake for link in links)
    if not has_fake and all(each.truth != "fake" for each in tricks):
        found.add("E431", group.key_place("tricks"), verdict=fake)


def _check_balance(group: Part, found: Findings) -> None:
    """In a set that can be learned from, neither answer is right nearly always."""
    verdicts = [link.values.get("verdict") for link in group.parts("links")]
    if len(verdicts) < FEWEST_TO_BALANCE:
        return
    for word in _OWNER_WORDS[:2]:
        number = verdicts.count(word)
        if number * 3 < len(verdicts):
            at = group.key_place("links")
            found.add("W212", at, verdict=word, number=number, links=len(verdicts))


def _anatomy(url: str, shown: str | None) -> Anatomy | None:
    """The link taken apart; None if the text is anything but one link."""
    link = next(find_links(url), None)
    if link is None or (link.start, link.end) != (0, len(url)):
        return None
    anatomy = dissect_found(url, link)
    return anatomy._replace(shown=shown) if shown and anatomy.shown is None else anatomy


def _has_owner(anatomy: Anatomy) -> bool:
    """Whether somebody can own this host: an ending such as com.cn belongs to nobody alone."""
    host, owner = anatomy.host or "", anatomy.owner
    return owner is not None and (anatomy.is_ip or host in RESERVED or suffix_of(host) != host)


def _judged(anatomy: Anatomy, lens: Lens) -> Judgement:
    return lens.judge(anatomy, tuple(map(lens.judge, carried_by(anatomy))))


def _percent(area: float) -> int:
    """How many of 100 pairs of one fake and one genuine link are told apart."""
    return round(100 * max(area, 1 - area))
