"""Mends what is certain in a teacher's files: missing ids, fingerprints, and sure slips.

Every change is an edit of the text, so comments and layout stay. Ids are those that the
lesson was already read with (`question-3`, `option-2`), unless such an id is retired, so
that stamping them changes nothing for a learner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode

from app.content.edits import TypedText, insertion, load, unified_diff
from app.content.folder import split_name, units
from app.content.issues import Edit, Issue
from app.content.loading import CourseFolder
from app.content.overlay_edits import overlay_edits, starting_overlay
from app.content.parts import Findings, Part
from app.content.reading import inspect_lesson
from app.content.source import parse, read_string
from app.content.spec.paths import RootKind, read_root, text_paths
from app.content.translation import Original, original_of, read_overlay

# One mend can uncover the next slip; a file that never settles is left as it was.
_MOST_ROUNDS = 20

_KINDS: dict[str, RootKind] = {"course": "course", "levels": "levels", "brands": "brands"}


@dataclass(slots=True)
class Fixed:
    """What became of one file: its bytes before and after, and what was done to it."""

    path: Path
    shown: str
    before: TypedText
    after: TypedText
    ids: int = 0
    mends: int = 0
    fingerprints: int = 0
    added: int = 0
    is_new: bool = False
    refused: list[Issue] = field(default_factory=list)  # what has to be mended by hand first

    @property
    def is_changed(self) -> bool:
        """True if there is something to write."""
        return self.after.text != self.before.text

    def diff(self) -> str:
        """The change as a unified diff; empty if there is none."""
        return unified_diff(self.shown, self.before.text, self.after.text)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to do beyond ids, fingerprints and sure slips."""

    add_missing: bool = False  # empty entries for texts not translated yet
    reviewed: bool = False  # stale translations have been gone over: stamp them anew


def fix(path: Path, shown: str, wishes: Wishes, today: date) -> Iterator[Fixed]:
    """Every file that a path means, mended in memory; nothing is written.

    A folder means all its files, a lesson, course.yaml, levels.yaml or brands.yaml itself and its
    translations, a translation itself. Raises OSError if a file cannot be read.
    """
    folder = path if path.is_dir() else path.parent
    shown_folder = shown if path.is_dir() else Path(shown).parent.as_posix()
    files = CourseFolder(folder, shown_folder, today)
    stem, language = split_name(path.name) if not path.is_dir() else ("", "")
    for unit in units(folder):
        kind = _KINDS.get(unit.stem, "lesson")
        if stem not in ("", unit.stem):
            continue
        original = None
        if unit.has_file:
            fixed = _fix_original(files, unit.file_name, kind)
            original = _original(files, fixed, kind)
            if not language:
                yield fixed
        for own_language, name in unit.translations:
            if language in ("", own_language):
                yield _fix_overlay(files, name, original, wishes)
        if wishes.add_missing and not language and original is not None:
            there = dict(unit.translations)
            for missing in files.info.languages:
                if missing != files.info.language and missing not in there:
                    yield _new_overlay(files, unit.stem, missing, original)


def _fix_original(files: CourseFolder, name: str, kind: RootKind) -> Fixed:
    fixed = _mended(files, name, kind)
    node = None if fixed.refused else _node(fixed.after, fixed.shown)
    if node is None:
        return fixed
    part = read_root(node, kind, Findings(fixed.shown))
    if part is not None:
        edits = list(_id_edits(part))
        stamped = fixed.after.with_edits(edits)
        if edits and _says_the_same(fixed.after, stamped, kind, len(edits)):
            fixed.after = stamped
            fixed.ids = len(edits)
    return fixed


def _fix_overlay(
    files: CourseFolder, name: str, original: Original | None, wishes: Wishes
) -> Fixed:
    fixed = _mended(files, name, None)
    node = None if fixed.refused or original is None else _node(fixed.after, fixed.shown)
    if node is None or original is None:
        return fixed
    overlay, issues = read_overlay(node, fixed.shown)
    if overlay is None or any(issue.severity == "error" for issue in issues):
        return fixed
    done = overlay_edits(
        overlay,
        original,
        fixed.after.text,
        add_missing=wishes.add_missing,
        stamp_stale=wishes.reviewed,
    )
    after = fixed.after.with_edits(done.edits)
    again = _node(after, fixed.shown)
    # A last look: every text must still be there as it was.
    read_again = read_overlay(again, fixed.shown)[0] if again is not None else None
    if read_again is not None and read_again.filled == overlay.filled:
        fixed.after = after
        fixed.fingerprints, fixed.added = done.fingerprints, done.added
    return fixed


def _new_overlay(files: CourseFolder, stem: str, language: str, original: Original) -> Fixed:
    name = f"{stem}.{language}.yaml"
    after = TypedText(starting_overlay(original, language))
    return Fixed(
        files.path / name,
        files.name(name),
        TypedText(""),
        after,
        added=len(original.texts),
        is_new=True,
    )


# ── sure slips ───────────────────────────────────────────────────────────────


def _mended(files: CourseFolder, name: str, kind: RootKind | None) -> Fixed:
    """The file with every certain mend made, and what is left that keeps it from being read."""
    path, shown = files.path / name, files.name(name)
    before = load(path)
    if before is None:
        _, issues = read_string(path.read_bytes(), shown)
        return Fixed(path, shown, TypedText(""), TypedText(""), refused=issues)
    fixed = Fixed(path, shown, before, before)
    for _round in range(_MOST_ROUNDS):
        issues = _issues(files, fixed.after, shown, kind)
        edits = [issue.fix for issue in issues if issue.fix is not None]
        mended = fixed.after.with_edits(edits)
        if mended.text == fixed.after.text:
            break
        fixed.after = mended
        fixed.mends += len(edits)
    else:
        fixed.after, fixed.mends = before, 0
    if _node(fixed.after, shown) is None:
        left = _issues(files, fixed.after, shown, kind)
        fixed.refused = [issue for issue in left if issue.severity == "error"]
    return fixed


def _issues(
    files: CourseFolder, typed: TypedText, shown: str, kind: RootKind | None
) -> list[Issue]:
    text, issues = read_string(typed.encoded(), shown)
    if text is None:
        return issues
    node, slips = parse(text, shown)
    issues = [*issues, *slips]
    if node is not None and kind == "lesson":
        issues += inspect_lesson(node, shown, files.around(text))[1]
    return issues


def _node(typed: TypedText, shown: str) -> Node | None:
    """The text's node, if nothing is wrong with its form: only then are all places certain."""
    text, issues = read_string(typed.encoded(), shown)
    if text is None or any(issue.severity == "error" for issue in issues):
        return None
    node, slips = parse(text, shown)
    return None if any(issue.severity == "error" for issue in slips) else node


def _original(files: CourseFolder, fixed: Fixed, kind: RootKind) -> Original | None:
    node = _node(fixed.after, fixed.shown)
    if node is None:
        return None
    part = read_root(node, kind, Findings(fixed.shown))
    identity = part.id if part is not None else ""
    return original_of(identity, fixed.path.name, files.info.language, list(text_paths(node, kind)))


# ── ids ──────────────────────────────────────────────────────────────────────


def _id_edits(root: Part) -> Iterator[Edit]:
    retired = frozenset(root.values.get("retired") or ())
    wide = {id(part) for part in _lesson_wide(root)}
    taken = {part.id for part in _lesson_wide(root)}
    for part, owner in _all_parts(root):
        if part.has_id or not part.record.id_prefix or part.record.id_from:
            continue
        is_wide = id(part) in wide
        siblings = taken if is_wide else {one.id for one in _siblings(owner)}
        name = part.id
        bare = "" if is_wide or owner is None else f"{owner.id}/"
        number = 1
        while f"{bare}{name}" in retired or (name != part.id and name in siblings):
            number += 1
            name = f"{part.record.id_prefix}{number}"
        siblings.add(name)
        yield _id_edit(part.node, name)


def _id_edit(node: MappingNode, name: str) -> Edit:
    """`id: name` as the first key, on a line of its own; inside `{ }` as the first entry."""
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    empty = _empty_id(node)
    if empty is not None:
        mark = empty.end_mark
        return insertion(mark.line + 1, mark.column + 1, f" {name}")
    if node.flow_style:
        comma = ", " if node.value else ""
        return insertion(line, column + 1, f"id: {name}{comma}")
    return insertion(line, column, f"id: {name}\n{' ' * (column - 1)}")


def _empty_id(node: MappingNode) -> ScalarNode | None:
    """The place of the id where the key stands without a value."""
    for key_node, value_node in node.value:
        if key_node.value == "id" and isinstance(value_node, ScalarNode):
            return value_node if not value_node.value and not value_node.style else None
    return None


def _lesson_wide(root: Part) -> list[Part]:
    """Steps and questions, which share one set of ids in a lesson."""
    steps = list(root.parts("steps"))
    return steps + [one for step in steps for one in step.parts("questions")]


def _all_parts(part: Part) -> Iterator[tuple[Part, Part | None]]:
    """Every part below this one, with the part it belongs to, in the file's order."""
    for value in part.values.values():
        if isinstance(value, Part):
            yield from _all_parts(value)
        elif isinstance(value, list):
            for entry in value:
                if isinstance(entry, Part):
                    yield entry, part
                    yield from _all_parts(entry)


def _siblings(owner: Part | None) -> Iterator[Part]:
    """Everything with an id right below a part: these must all differ."""
    for value in owner.values.values() if owner is not None else ():
        if isinstance(value, list):
            yield from (one for one in value if isinstance(one, Part))


def _says_the_same(before: TypedText, after: TypedText, kind: RootKind, count: int) -> bool:
    """A last look before anything is written: only ids may have come in, each where it belongs."""
    old, new = _node(before, ""), _node(after, "")
    if old is None or new is None or _plain_count(new) != _plain_count(old) + count:
        return False
    texts = [[_scalars(node) for _, node in text_paths(one, kind)] for one in (old, new)]
    return texts[0] == texts[1]


def _scalars(node: Node) -> list[str]:
    if isinstance(node, ScalarNode):
        return [node.value]
    return [one.value for one in node.value]


def _plain_count(node: Node) -> int:
    """How many keys hold a value."""
    if isinstance(node, MappingNode):
        filled = [one for _, one in node.value if not isinstance(one, ScalarNode) or one.value]
        return len(filled) + sum(_plain_count(one) for _, one in node.value)
    if isinstance(node.value, list):
        return sum(_plain_count(one) for one in node.value)
    return 0
