"""Markdown a teacher wrote, made into a small and safe HTML.

Raw HTML becomes text, links become inert text, and the only pictures are those of the
course folder, under the private scheme `course:`, which nothing but our window answers.
The Markdown library and the sanitiser are imported when the first text is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from app.content.entries import Heading, Prose

Render = Callable[[str], Prose]

CALLOUTS = {
    "注意": "note",
    "提示": "tip",
    "例": "example",
    "note": "note",
    "tip": "tip",
    "example": "example",
}
PICTURE_SCHEME = "course"

CALLOUT_START = re.compile(r"\s*(注意|提示|例|note|tip|example)\s*[:：][ \t]*", re.IGNORECASE)
_CALLOUT_LINE = re.compile(r"[ ]{0,3}>\s*(注意|提示|例|note|tip|example)\s*[:：]", re.IGNORECASE)
_LIST_LINE = re.compile(r"([-*+]|1\.)[ \t]+\S")
_ANY_LIST_LINE = re.compile(r"\s*([-*+]|\d{1,9}\.)[ \t]+\S")
_PICTURE = re.compile(r"[\w\-.]+(/[\w\-.]+)*\.(svg|png|jpe?g|gif|webp)", re.IGNORECASE)
HEADING_LINE = r"(?P<level>#{1,6})[ \t]+(?P<header>\S.*?)[ \t]*#*[ \t]*"
_OUTLINE = re.compile(HEADING_LINE)
_SLUG_GAPS = re.compile(r"[^\w]+")

# Signs that turn the direction of text, or that nobody sees. The joiner of emoji stays.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff\x00\x02\x03]")

# Beyond these a text is shown plain: no lesson needs them, and the Markdown
# library's time grows with their square. The last one is for all texts of a lesson together.
_LONGEST = 20_000
_MOST_MARKS = 2_000
_LONGEST_LESSON = 200_000
_DEEPEST = 8
_MARKS = re.compile(r"[\[\]*_`!<>\\&()]")
_DEEP = re.compile(rf"^(?:[ \t]*>){{{_DEEPEST + 1}}}|^[ \t]{{{4 * _DEEPEST},}}\S", re.MULTILINE)
_LONG_RUN = re.compile(r"([\[\]*_`!<>(\\])\1{40}")

_TAGS = {
    *("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "div", "span", "a", "img"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def render(markdown: str) -> Prose:
    """One text as safe HTML. For the texts of a lesson take a `renderer()`, set up once."""
    return renderer()(markdown)


def renderer() -> Render:
    """What renders the texts of one lesson, one after the other."""
    convert: Callable[[str], tuple[str, list[Heading]]] | None = None
    characters = 0

    def render_one(markdown: str) -> Prose:
        nonlocal convert, characters
        text = _UNSEEN.sub("", markdown).replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            return Prose(source=markdown)
        characters += len(text)
        if characters > _LONGEST_LESSON or _is_too_much(text):
            return Prose(source=markdown, html=_plain(text))
        if convert is None:
            convert = _converter()
        try:
            html, headings = convert(_apart(text))
        except RecursionError:
            return Prose(source=markdown, html=_plain(text))
        return Prose(source=markdown, html=html, headings=tuple(headings))

    return render_one


def outline(markdown: str) -> Prose:
    """The text with its headings alone, without HTML: enough to check a lesson, and quick."""
    if "#" not in markdown:
        return Prose(source=markdown)
    headings: list[Heading] = []
    anchors = Anchors()
    for line in _UNSEEN.sub("", markdown).splitlines():
        found = _OUTLINE.fullmatch(line)
        if found:
            words = re.sub(r"[*_`]", "", found[2])
            headings.append(Heading(anchors.next_for(words), words, len(found[1])))
    return Prose(source=markdown, headings=tuple(headings))


def picture_path(address: str) -> str | None:
    """The path inside the course folder that a picture's address means, or None if it leaves it.

    A path of plain names with forward slashes: no scheme, no `..`, no drive, no leading slash.
    """
    if not _PICTURE.fullmatch(address) or len(address) > 200:
        return None
    if any(part.startswith(".") or part.endswith(".") for part in address.split("/")):
        return None
    return address


class Anchors:
    """Gives each heading of one text its anchor: its words in small letters, joined by hyphens.

    Words that come again are numbered: `steps`, `steps-2`, …
    """

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def next_for(self, words: str) -> str:
        """The anchor of the next heading."""
        slug = _SLUG_GAPS.sub("-", words.lower()).strip("-") or "heading"
        times = self._times[slug] = self._times.get(slug, 0) + 1
        return slug if times == 1 else f"{slug}-{times}"


def _is_too_much(text: str) -> bool:
    return (
        len(text) > _LONGEST
        or len(_MARKS.findall(text)) > _MOST_MARKS
        or _DEEP.search(text) is not None
        or _LONG_RUN.search(text) is not None
    )


def _plain(text: str) -> str:
    paragraphs = (part.strip("\n") for part in text[:1_000_000].split("\n\n"))
    return "\n".join(
        f"<p>{escape(part, quote=False).replace(chr(10), '<br>')}</p>"
        for part in paragraphs
        if part
    )


def _apart(text: str) -> str:
    """Puts the empty line before a list, a callout or a heading that people leave out."""
    lines: list[str] = []
    for line in text.split("\n"):
        before = lines[-1] if lines else ""
        if _OUTLINE.fullmatch(line):
            lines += ("", line, "")
            continue
        is_text_before = bool(before.strip()) and before[0] not in " \t>#|"
        if _LIST_LINE.match(line) and is_text_before and not _ANY_LIST_LINE.match(before):
            lines.append("")
        elif _CALLOUT_LINE.match(line) and before.lstrip().startswith(">"):
            lines.append(">")
        lines.append(line)
    return "\n".join(lines)


def _converter() -> Callable[[str], tuple[str, list[Heading]]]:
    import nh3
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    from app.content.markup import InertMarkup

    inert = InertMarkup()
    markdown = Markdown(
        extensions=[TableExtension(use_align_attribute=True), SaneListExtension(), inert],
        output_format="html",
    )
    cleaner = nh3.Cleaner(
        tags=_TAGS,
        attributes={
            "a": {"name"},
            "img": {"src", "alt"},
            "th": {"align"},
            "td": {"align"},
            "ol": {"start"},
        },
        allowed_classes={
            "div": {"callout", "note", "tip", "example"},
            "p": {"callout-title"},
            "span": {"link"},
        },
        url_schemes={PICTURE_SCHEME},
        url_relative="deny",
        link_rel=None,
    )

    def convert(text: str) -> tuple[str, list[Heading]]:
        markdown.reset()
        inert.headings.clear()
        # Once more at the end: `&#x202e;` was not yet a sign when the text came in.
        html = _UNSEEN.sub("", cleaner.clean(markdown.convert(text)))
        return html, list(inert.headings)

    return convert
