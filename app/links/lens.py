"""The lens: every link of a text, taken apart and judged against the official list.

It never says "safe" and calls nobody a fraud. A link that it does not know is `unlisted`, and
`imitates` needs a named trick with its evidence on the link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from app.links.anatomy import dissect, dissect_found, unreadable
from app.links.brands import UNKNOWN, Brands, Standing
from app.links.inner import carried_by
from app.links.reasons import reasons_of
from app.links.text import find_links
from app.links.tricks.table import recognise as recognise_tricks
from app.links.values import Anatomy, Evidence, Judgement, Verdict

Recognise = Callable[[Anatomy, Brands], tuple[Evidence, ...]]

#: More of a text is not read, so that a huge paste does not freeze anything.
MOST_CHARACTERS = 1_000_000
#: More links of one text are not judged.
MOST_LINKS = 10_000

_BY_PATH = frozenset({"brand-path", "brand-query"})


class Reading(NamedTuple):
    """What the lens says of a text: its links in the order they stand.

    `is_cut`: the text had more than is read of one.
    """

    judgements: tuple[Judgement, ...]
    is_cut: bool = False


class Lens:
    """Judges links by one official list."""

    def __init__(self, brands: Brands, recognise: Recognise = recognise_tricks) -> None:
        self.brands = brands
        self._recognise = recognise

    def read(self, text: str) -> Reading:
        """Every link of a text. A text without one gives a single `unreadable`."""
        cut = text[:MOST_CHARACTERS]
        links = list(islice(_links(cut), MOST_LINKS + 1))
        if not links:
            return Reading((self.judge(unreadable(cut, "no_link")),), len(cut) < len(text))
        is_cut = len(cut) < len(text) or len(links) > MOST_LINKS
        judgements: list[Judgement] = []
        for link in links[:MOST_LINKS]:
            inner = tuple(map(self.judge, carried_by(link))) if link.query or link.fragment else ()
            judgements.append(self.judge(link, inner))
            if link.host is None:
                judgements += inner
        return Reading(tuple(judgements), is_cut)

    def read_link(self, link: str) -> Judgement:
        """The judgement of a single link, given without anything around it."""
        link = link.strip()
        found = next(find_links(link), None)
        if found is None or (found.start, found.end) != (0, len(link)):
            anatomy = dissect(link) if link else unreadable(link, "no_link")
        else:
            anatomy = dissect_found(link, found)
        return self.judge(anatomy, tuple(map(self.judge, carried_by(anatomy))))

    def judge(self, anatomy: Anatomy, inner: tuple[Judgement, ...] = ()) -> Judgement:
        """The verdict on one link, which carries the `inner` ones."""
        if anatomy.trouble:
            return self._told(anatomy, "unreadable", None, (), UNKNOWN, inner)
        host = anatomy.host
        if host is None:
            return self._without_host(anatomy, inner)
        standing = self.brands.standing(host, anatomy.path)
        evidence = self._recognise(anatomy, self.brands)
        if standing is not UNKNOWN:
            known = self._known(anatomy, standing, evidence, inner)
            if known is not None:
                return known
            evidence = _weighed(evidence, standing)
        deceiving = next((one for one in evidence if one.deceives), None)
        if deceiving is not None:
            return self._told(anatomy, "imitates", deceiving.brand, evidence, standing, inner)
        return self._told(anatomy, "unlisted", None, evidence, standing, inner)

    def _known(
        self,
        anatomy: Anatomy,
        standing: Standing,
        evidence: tuple[Evidence, ...],
        inner: tuple[Judgement, ...],
    ) -> Judgement | None:
        """The verdict that the list alone decides, or None."""
        verdict: Verdict
        if standing.redirector or standing.hosted:
            verdict = "cannot_tell"
        elif standing.brand:
            verdict = "official"
            evidence = tuple(one for one in evidence if not one.deceives)
        elif standing.shortener:
            verdict = "cannot_tell"
        else:
            return None
        return self._told(anatomy, verdict, standing.brand, evidence, standing, inner)

    def _without_host(self, anatomy: Anatomy, inner: tuple[Judgement, ...]) -> Judgement:
        """Links into Apps, mini-program codes and code phrases."""
        notes = anatomy.notes
        evidence = self._recognise(anatomy, self.brands)
        brand = None
        verdict: Verdict = "cannot_tell"
        if "app" in notes:
            brand = self.brands.app_schemes.get(anatomy.scheme)
            if all(one.verdict == "official" for one in inner):
                verdict = "official" if brand else "unlisted"
        evidence = tuple(one for one in evidence if not one.deceives)
        return self._told(anatomy, verdict, brand, evidence, UNKNOWN, inner)

    def _told(
        self,
        anatomy: Anatomy,
        verdict: Verdict,
        brand: str | None,
        evidence: tuple[Evidence, ...],
        standing: Standing,
        inner: tuple[Judgement, ...],
    ) -> Judgement:
        reasons = reasons_of(anatomy, verdict, brand, evidence, standing, inner, self.brands)
        return Judgement(anatomy, verdict, brand, evidence, reasons)


def _links(text: str) -> Iterator[Anatomy]:
    return (dissect_found(text, found) for found in find_links(text))


def _weighed(evidence: tuple[Evidence, ...], standing: Standing) -> tuple[Evidence, ...]:
    """What counts as evidence against a host of which the list knows something."""
    if standing.never_fake or standing.other:
        return tuple(one for one in evidence if not one.deceives)
    if standing.carrier:
        return tuple(one for one in evidence if one.trick not in _BY_PATH)
    return evidence
