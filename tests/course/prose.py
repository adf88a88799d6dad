"""Measures of the words themselves: sentences, hosts and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean

from app.content.rules.links import is_nobodys
from app.links.inner import carried_by
from app.links.lens import Lens
from app.links.suffixes import suffix_of
from app.links.values import Anatomy
from tests.course.taught import Text

LONGEST_SENTENCE = 60  # Chinese characters
MOST_MEAN_SENTENCE = 25

#: Public numbers that a lesson may name; a merchant's or a bank's number may be a swindler's.
NUMBERS = frozenset({"110", "96110", "12381", "12377", "12321", "12315"})

_SENTENCE = re.compile(
    r".+?(?:(?:[。！？…]|[!?](?=[\s”’」』）)\"']|[^!-~]|$))+[”’」』）)\"']*|$)", re.DOTALL
)
_LEAD = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,2}[.)])[ \t]+)?")
_OWN_BLOCK = re.compile(r"[ \t]*(?:[-*+] |\d{1,2}[.)] |>|\|)")
_PICTURE = re.compile(r"!\[[^\]\n]*\](?:\([^)\n]*\))?")
_MARKS = re.compile(r"[*_`]{1,3}")
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of prose, or a heading or a cell of a table (`is_prose` is False)."""

    words: str
    is_prose: bool

    @property
    def length(self) -> int:
        """Its characters, signs and all, without white space."""
        return len(re.sub(r"\s", "", self.words))


def sentences(markdown: str) -> Iterator[Sentence]:
    """The sentences of a Markdown text, block by block."""
    for block, is_prose in _blocks(markdown):
        for part in _SENTENCE.findall(block):
            if re.search(r"\w", part):
                yield Sentence(part.strip(), is_prose)


def _blocks(markdown: str) -> Iterator[tuple[str, bool]]:
    held: list[str] = []
    for line in (*_PICTURE.sub("", markdown).split("\n"), ""):
        plain = _MARKS.sub("", line)
        if held and (not plain.strip() or _OWN_BLOCK.match(line) or line.lstrip().startswith("#")):
            yield "".join(held), True
            held = []
        if line.lstrip().startswith("|"):
            yield from ((cell.strip(), False) for cell in plain.strip().strip("|").split("|"))
        elif line.lstrip().startswith("#"):
            yield plain.lstrip("# "), False
        elif plain.strip():
            held.append(_LEAD.sub("", plain, count=1))


def mean_sentence(texts: Iterable[Text]) -> float:
    """The mean length of the sentences of all bodies, headings and tables aside; 0 without any."""
    lengths = [
        sentence.length
        for text in texts
        if text.is_body
        for sentence in sentences(text.words)
        if sentence.is_prose
    ]
    return fmean(lengths) if lengths else 0.0


def long_sentences(texts: Iterable[Text]) -> Iterator[str]:
    """Every sentence that is too long for one breath, wherever a learner reads it.

    What describes a picture is heard, not read, and may take its time.
    """
    for text in texts:
        if text.path and not text.path.endswith(".alt"):
            for sentence in sentences(text.words):
                if sentence.length > LONGEST_SENTENCE and _HAN.search(sentence.words):
                    yield (
                        f"{text.place}: a sentence of {sentence.length} characters, at most "
                        f"{LONGEST_SENTENCE}: {sentence.words[:24]}…"
                    )


def strange_hosts(texts: Iterable[Text], lens: Lens) -> Iterator[str]:
    """Hosts that are neither on the lists of brands.yaml nor kept for examples."""
    for text in texts:
        for anatomy in _anatomies(text.words, lens):
            host = anatomy.host
            if host is None or (not anatomy.is_ip and suffix_of(host) == host):
                continue  # no host, or a mere ending such as .com.cn
            if not is_nobodys(host) and not _is_listed(anatomy, lens):
                yield f"{text.place}: {host} is neither on the official list nor reserved"


def _anatomies(words: str, lens: Lens) -> Iterator[Anatomy]:
    for judgement in lens.read(words).judgements:
        yield judgement.anatomy
        yield from carried_by(judgement.anatomy)


def _is_listed(anatomy: Anatomy, lens: Lens) -> bool:
    standing = lens.brands.standing(anatomy.host or "", anatomy.path)
    return bool(standing.brand or standing.redirector or standing.hosted or standing.shortener)


_UNIT = r"(?!\s?(?:元|块|人|万|亿|年|次|个|条|件|米|公里|倍|字|%|％|yuan|people|RMB|years?|times))"
_AMOUNT = r"(?<![\d.,¥￥$A-Za-z_=/-])"
_NUMBER = re.compile(
    rf"{_AMOUNT}(?:"
    r"(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)"  # a mobile telephone
    r"|0\d{2,3}[- ]?\d{7,8}(?!\d)"  # a town's
    r"|[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)"  # a firm's
    rf"|(?:95|96|10|12)\d{{3}}(?![\d.]){_UNIT}"  # a service's
    rf"|95\d{{4}}(?![\d.]){_UNIT}"
    rf"|\d{{7,13}}(?![\d.]){_UNIT}"
    r")"
)
_CALLED = re.compile(
    r"(?:拨打?|致电|热线|\bcall|\bdial|\bring|\bphone)\s*[*“\"]{0,2}(\d{3,6})(?!\d)", re.IGNORECASE
)


def strange_numbers(texts: Iterable[Text], lens: Lens) -> Iterator[str]:
    """Telephone numbers other than the public ones, outside links."""
    for text in texts:
        if not text.path:
            continue
        words = text.words
        for judgement in lens.read(words).judgements:
            low, high = judgement.anatomy.span
            if judgement.verdict != "unreadable":
                words = words[:low] + " " * (high - low) + words[high:]
        found = [one[0] for one in _NUMBER.finditer(words)]
        found += [one[1] for one in _CALLED.finditer(words)]
        for number in dict.fromkeys(found):
            if re.sub(r"\D", "", number) not in NUMBERS:
                yield f"{text.place}: the number {number}; lessons name only {_said()}"


def _said() -> str:
    return ", ".join(sorted(NUMBERS, key=lambda number: (len(number), number)))
