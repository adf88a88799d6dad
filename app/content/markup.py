"""What our Markdown does differently: no raw HTML, inert links, pictures of the course, callouts.

An extension of the Markdown library, which this module imports: import it late.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import ImageInlineProcessor, InlineProcessor, LinkInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from app.content.entries import Heading
from app.content.prose import (
    CALLOUT_START,
    CALLOUTS,
    HEADING_LINE,
    PICTURE_SCHEME,
    Anchors,
    picture_path,
)

# Without these, `<b>` is text like any other, and so is `[word]: address`.
_LEFT_OUT_INLINE = (
    *("html", "autolink", "automail"),
    *("reference", "short_reference", "image_reference", "short_image_ref"),
)
_HAN = "\u2e80-\u303f\u3400-\u9fff\uff00-\uffef"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class InertMarkup(Extension):
    """Puts our readers in place. `headings` holds those of the text converted last."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[Heading] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block", strict=False)
        md.parser.blockprocessors.deregister("reference", strict=False)
        md.parser.blockprocessors.deregister("setextheader", strict=False)
        md.parser.blockprocessors.register(_SpacedHeading(md.parser), "hashheader", 70)
        for name in _LEFT_OUT_INLINE:
            md.inlinePatterns.deregister(name, strict=False)
        md.inlinePatterns.register(_InertLink(r"(?<!\!)\[", md), "link", 160)
        md.inlinePatterns.register(_CoursePicture(r"\!\[", md), "image_link", 150)
        md.inlinePatterns.register(
            _JoinedLines(rf"(?<=[{_HAN}])\n[ ]*(?=[{_HAN}])", md), "joined_lines", 95
        )
        md.treeprocessors.register(_Callouts(md), "callouts", 15)
        # Below `unescape` (0): only then are a heading's words as they will be read.
        md.treeprocessors.register(_AnchorMarks(md, self.headings), "anchors", -10)


class _SpacedHeading(HashHeaderProcessor):
    """A heading needs the space after its `#`, so that `#口令#` stays text."""

    RE = re.compile(rf"(?:^|\n){HEADING_LINE}(?:\n|$)")


class _InertLink(LinkInlineProcessor):
    """`[words](address)` becomes the text `words (address)`: nothing to press."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        words, index, handled = self.getText(data, m.end(0))
        if not handled:
            return None, None, None
        address, _title, index, handled = self.getLink(data, index)
        if not handled:
            return None, None, None
        link = Element("span", {"class": "link"})
        address = self.unescape(address)
        if words.strip() in ("", address):
            link.text = AtomicString(address)
        else:
            link.text = words
            SubElement(link, "span").text = AtomicString(f" ({address})")
        return link, m.start(0), index


class _CoursePicture(ImageInlineProcessor):
    """`![alt](images/name.svg)` of the course folder; any other picture becomes its words."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        words, index, handled = self.getText(data, m.end(0))
        if not handled:
            return None, None, None
        address, _title, index, handled = self.getLink(data, index)
        if not handled:
            return None, None, None
        alt = self.unescape(words)
        path = picture_path(self.unescape(address))
        if path is None:
            text = Element("span")
            text.text = AtomicString(alt)
            return text, m.start(0), index
        picture = Element("img", {"src": f"{PICTURE_SCHEME}:{path}", "alt": alt})
        return picture, m.start(0), index


class _JoinedLines(InlineProcessor):
    """A line end between two Chinese characters is no space."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        return "", m.start(0), m.end(0)


class _Callouts(Treeprocessor):
    """`> 注意：…` becomes a box with the title 注意; what else stands in a quote stays a quote."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index in range(len(parent) - 1, -1, -1):
                if parent[index].tag == "blockquote":
                    parent[index : index + 1] = _boxes(parent[index])


def _boxes(quote: Element) -> list[Element]:
    parts: list[Element] = []
    for child in list(quote):
        start = CALLOUT_START.match(child.text or "") if child.tag == "p" else None
        if start:
            box = Element("div", {"class": f"callout {CALLOUTS[start[1].lower()]}"})
            SubElement(box, "p", {"class": "callout-title"}).text = start[1]
            child.text = (child.text or "")[start.end() :]
            parts.append(box)
        elif not parts:
            parts.append(Element("blockquote"))
        if not start or child.text or len(child):
            parts[-1].append(child)
    return parts


class _AnchorMarks(Treeprocessor):
    """Gives every heading an anchor, and notes it."""

    def __init__(self, md: Markdown, headings: list[Heading]) -> None:
        super().__init__(md)
        self._headings = headings

    def run(self, root: Element) -> None:
        anchors = Anchors()
        for element in root.iter():
            if element.tag not in _HEADINGS:
                continue
            words = "".join(element.itertext()).strip()
            anchor = anchors.next_for(words)
            self._headings.append(Heading(anchor, words, int(element.tag[1])))
            mark = Element("a", {"name": anchor})
            mark.tail, element.text = element.text, None
            element.insert(0, mark)
