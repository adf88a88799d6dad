"""Which pictures a lesson may name: files of the course folder that are safe to open.

Nothing is decoded here. Size is read from the first bytes, so that a small file that would
become a huge picture is refused before anybody opens it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from app.content.prose import picture_path

MAX_BYTES = 5_000_000
MAX_SVG_BYTES = 1_000_000
MAX_PIXELS = 25_000_000
MAX_SIDE = 10_000

SUFFIXES = (".svg", ".png", ".jpg", ".jpeg")

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,}:").match
_DRIVE = re.compile(r"[A-Za-z]:").match

# What an SVG must not hold. Words are looked for rather than a tree, since a parser can be
# led astray by exactly the files that are to be refused.
_SVG_DANGER = re.compile(
    rb"<!(?:DOCTYPE|ENTITY)"
    rb"|<\?xml-stylesheet"
    rb"|<(?:[\w.-]+:)?(?:script|foreignObject|iframe|embed|object|audio|video|handler|listener"
    rb"|image|feImage)\b"
    rb"|\son\w+\s*="
    rb"|(?:href|src|xml:base)\s*+=\s*+[\"']?+\s*+(?!#)"
    rb"|@import|javascript:|data:"
    rb"|url\(\s*+[\"']?+\s*+(?!#)",
    re.IGNORECASE,
).search

# Pieces drawn again wherever they are named: a few levels of them multiply without end.
_SVG_AGAIN = re.compile(
    rb"<(?:[\w.-]{1,20}+:)?(?:use|pattern|mask|marker|symbol)\b", re.IGNORECASE
).findall
_SVG_TAG = re.compile(rb"<(/?)[^<>!?][^<>]*>").finditer
MAX_SVG_AGAIN = 20
MAX_SVG_DEPTH = 100

# Frame headers that carry a JPEG's size (ITU-T T.81, table B.1).
_JPEG_FRAMES = frozenset(
    (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), 0xCD, 0xCE, 0xCF)
)
_JPEG_WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xD9)))


def path_trouble(path: str) -> str | None:
    """The code of what is wrong with a picture's path as written, or None.

    E252 an address instead of a file, E251 a backslash, E250 leads out of the course
    folder, E254 not a kind of picture that lessons use, E259 a name with odd characters.
    """
    if path.startswith(("\\\\", "//")) or (_DRIVE(path) and not _SCHEME(path)):
        return "E250"
    if _SCHEME(path.strip()):
        return "E252"
    if "\\" in path:
        return "E251"
    if path.startswith(("/", "~")) or "\0" in path or ":" in path:
        return "E250"
    if any(piece in ("", ".", "..") for piece in path.split("/")):
        return "E250"
    if not path.lower().endswith(SUFFIXES):
        return "E254"
    # What the prose renderer would not show is not to be named elsewhere either.
    return None if picture_path(path) else "E259"


def picture_checker(course_folder: Path) -> Callable[[str], str | None]:
    """A function that gives the code of what is wrong with a picture of this course, or None.

    It takes a path as a lesson writes it. Codes: those of `path_trouble`, E253 no such file,
    E250 a symbolic link out of the folder, E256 too many bytes, E257 too many pixels, E258
    not what its name says, E255 an SVG with scripts or references to elsewhere,
    E260 one that draws too much. Each
    picture is looked at once.
    """
    known: dict[str, str | None] = {}
    root = course_folder.resolve()

    def trouble(path: str) -> str | None:
        if path not in known:
            known[path] = path_trouble(path) or _file_trouble(root, path)
        return known[path]

    return trouble


def _file_trouble(root: Path, path: str) -> str | None:
    try:
        file = (root / path).resolve()
        if not file.is_relative_to(root):
            return "E250"
        if not file.is_file():
            return "E253"
        size = file.stat().st_size
        is_svg = path.lower().endswith(".svg")
        if size > (MAX_SVG_BYTES if is_svg else MAX_BYTES):
            return "E256"
        content = file.read_bytes()
    except (OSError, ValueError, RuntimeError):
        # Unreadable, a name the system refuses, or links that go in a circle.
        return "E253"
    return content_trouble(path, content)


def content_trouble(path: str, content: bytes) -> str | None:
    """The code of what is wrong with a picture's bytes, or None. Its name says its kind."""
    if path.lower().endswith(".svg"):
        return _svg_trouble(content)
    size = _png_size(content) if path.lower().endswith(".png") else _jpeg_size(content)
    if size is None:
        return "E258"
    width, height = size
    if width < 1 or height < 1:
        return "E258"
    if width > MAX_SIDE or height > MAX_SIDE or width * height > MAX_PIXELS:
        return "E257"
    return None


def _svg_trouble(content: bytes) -> str | None:
    # Another encoding would hide the words that are looked for; compressed files likewise.
    if b"\0" in content or b"<svg" not in content:
        return "E258"
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return "E258"
    declared = re.match(r"\ufeff?\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)", text)
    if declared and declared[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        return "E258"
    # Character references and escapes could spell a forbidden word.
    if "&#" in text or "\\" in text:
        return "E255"
    if _SVG_DANGER(content):
        return "E255"
    return "E260" if len(_SVG_AGAIN(content)) > MAX_SVG_AGAIN or _is_too_deep(content) else None


def _is_too_deep(svg: bytes) -> bool:
    depth = 0
    for tag in _SVG_TAG(svg):
        if tag[1]:
            depth -= 1
        elif not tag[0].endswith(b"/>"):
            depth += 1
            if depth > MAX_SVG_DEPTH:
                return True
    return False


def _png_size(content: bytes) -> tuple[int, int] | None:
    if content[:8] != b"\x89PNG\r\n\x1a\n" or content[12:16] != b"IHDR" or len(content) < 24:
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    if content[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _JPEG_WITHOUT_LENGTH:
            at += 2
        elif marker in _JPEG_FRAMES:
            height = int.from_bytes(content[at + 5 : at + 7], "big")
            return int.from_bytes(content[at + 7 : at + 9], "big"), height
        else:
            length = int.from_bytes(content[at + 2 : at + 4], "big")
            if length < 2:
                return None
            at += 2 + length
    return None
