"""Keeps the catalogue of words whole: every English text in the code has its Chinese, and no more.

python -m tests.house.catalogue            says what is wrong
python -m tests.house.catalogue --update   sorts the .po files, adds new texts with an empty
                                           translation, drops those no longer used, makes the .mo

The Chinese is written by hand in `assets/locale/zh_CN/<area>.po`; the app reads the one
`shilian.mo` made of them.
"""

from __future__ import annotations

import argparse
import re
import string
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.extract import extract_from_file
from babel.messages.pofile import normalize, read_po

ROOT = Path(__file__).resolve().parent.parent.parent
AREAS = ("shared", "content", "links", "progress", "learning", "commands", "ui")
KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2)}
HEADER = (
    "Project-Id-Version: shilian\n"
    "Language: zh_CN\n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Plural-Forms: nplurals=1; plural=0;\n"
)
UPDATE = "run: python -m tests.house.catalogue --update"

Key = tuple[str, str]  # the English text and its plural, or an empty string


@dataclass
class Entry:
    """One text of a .po file."""

    area: str
    chinese: str
    fuzzy: bool = False
    comments: list[str] = field(default_factory=list)


@dataclass
class Words:
    """What the code says and what the .po files have for it."""

    used: dict[Key, list[str]]  # text → the files that say it
    written: dict[Key, list[Entry]]


def gather(root: Path) -> Words:
    """Reads the texts from `app/` and their translations from the .po files."""
    used: dict[Key, list[str]] = {}
    for path in sorted((root / "app").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        for _line, message, _comments, _context in extract_from_file(
            "python", path, keywords=KEYWORDS
        ):
            texts = (message,) if isinstance(message, str) else tuple(message)
            key = (texts[0], texts[1] if len(texts) > 1 else "")
            if name not in used.setdefault(key, []):
                used[key].append(name)
    written: dict[Key, list[Entry]] = {}
    for path in sorted((root / "assets/locale/zh_CN").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if not message.id:
                    continue
                plural = isinstance(message.id, tuple)
                key = message.id if plural else (message.id, "")
                chinese = message.string[0] if plural else message.string
                entry = Entry(path.stem, chinese, message.fuzzy, list(message.user_comments))
                written.setdefault(key, []).append(entry)
    return Words(used, written)


def area_of(files: list[str]) -> str:
    """The .po file a text belongs to: its package's if only one package says it."""
    areas = set()
    for name in files:
        parts = name.split("/")
        known = len(parts) > 2 and parts[1] in AREAS
        areas.add(parts[1] if known else "commands" if name == "app/cli.py" else "shared")
    return areas.pop() if len(areas) == 1 else "shared"


def holes(text: str) -> set[str]:
    """The names in braces that a text wants filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def problems(root: Path) -> list[str]:
    """Everything wrong with the catalogue, one line each."""
    words = gather(root)
    found = []
    for (text, plural), files in words.used.items():
        where = f"{files[0]}: {text!r}"
        entries = words.written.get((text, plural), [])
        try:
            wanted = holes(plural or text) | holes(text)
        except ValueError:
            found.append(f"{where}: braces that do not close")
            continue
        if not all(name.isidentifier() for name in wanted) or re.search(r"%[sd(]", text):
            found.append(f"{where}: placeholders must be named, as in {{count}}")
        if not any(entry.chinese for entry in entries):
            found.append(f"{where}: no Chinese")
        if len({entry.chinese for entry in entries if entry.chinese}) > 1:
            found.append(f"{where}: two translations, {[entry.chinese for entry in entries]}")
        for entry in entries:
            if entry.fuzzy:
                found.append(f"{where}: marked fuzzy in {entry.area}.po")
            if entry.chinese and not _fills(entry.chinese, wanted):
                found.append(f"{where}: the Chinese has other placeholders, {entry.chinese!r}")
    for (text, plural), entries in words.written.items():
        if (text, plural) not in words.used:
            found.append(f"{entries[0].area}.po: {text!r}: nothing in app/ says this any more")
    if not found:
        for path, content in files_of(words, root).items():
            if not path.exists() or path.read_bytes() != content:
                found.append(f"{path.relative_to(root).as_posix()}: not up to date; {UPDATE}")
    return found


def _fills(chinese: str, wanted: set[str]) -> bool:
    try:
        return holes(chinese) == wanted
    except ValueError:
        return False


def files_of(words: Words, root: Path) -> dict[Path, bytes]:
    """The .po files as they should lie there, and the .mo made of them."""
    folder = root / "assets/locale/zh_CN"
    blocks: dict[str, list[tuple[str, int, str]]] = {area: [] for area in AREAS}
    compiled: dict[str, str] = {"": HEADER}
    for number, (key, names) in enumerate(words.used.items()):
        entries = words.written.get(key, [])
        best = next((entry for entry in entries if entry.chinese), Entry("", ""))
        area = area_of(names)
        blocks[area].append((names[0], number, _block(key, names, best)))
        if best.chinese:
            compiled["\0".join(filter(None, key))] = best.chinese
    files = {}
    for area, texts in blocks.items():
        head = f'msgid ""\nmsgstr {normalize(HEADER, width=0)}\n'
        content = "\n".join([head, *(text for _, _, text in sorted(texts))])
        files[folder / f"{area}.po"] = content.encode()
    files[folder / "LC_MESSAGES/shilian.mo"] = compile_mo(compiled)
    return files


def _block(key: Key, names: list[str], entry: Entry) -> str:
    text, plural = key
    lines = [f"# {comment}".rstrip() for comment in entry.comments]
    lines += [f"#: {name}" for name in names]
    if entry.fuzzy:
        lines.append("#, fuzzy")
    lines.append(f"msgid {normalize(text, width=0)}")
    if plural:
        lines.append(f"msgid_plural {normalize(plural, width=0)}")
    lines.append(f"msgstr{'[0]' if plural else ''} {normalize(entry.chinese, width=0)}")
    return "\n".join(lines) + "\n"


def compile_mo(messages: dict[str, str]) -> bytes:
    """The binary catalogue gettext reads; the same bytes for the same messages.

    Layout: GNU gettext manual, "The Format of GNU MO Files", little-endian, no hash table.
    """
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    head_size = 28
    texts_at = head_size + 16 * len(pairs)
    tables: list[bytes] = []
    texts = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), texts_at + len(texts)))
            texts += pair[column] + b"\0"
    originals_at, translations_at = head_size, head_size + 8 * len(pairs)
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), originals_at, translations_at, 0, texts_at)
    return head + b"".join(tables) + texts


def update(root: Path) -> None:
    """Writes the .po files in their order, and the .mo; areas with no text have no file."""
    words = gather(root)
    wanted = files_of(words, root)
    for path, content in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for path in (root / "assets/locale/zh_CN").glob("*.po"):
        if path not in wanted:
            path.unlink()


def main() -> int:
    """Says what is wrong, or mends what can be mended; 1 if something is left."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true")
    if parser.parse_args().update:
        update(ROOT)
    found = problems(ROOT)
    for line in found:
        print(line)
    print(f"{len(found)} problems" if found else "the catalogue is whole", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
