"""Finds every issue of one file and its translations: a lesson, course.yaml, brands, levels.

The working side of `check`: it brings in YAML and all the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yaml.nodes import Node

from app.content.folder import Unit
from app.content.issues import Issue, Span
from app.content.loading import CourseFolder, SourceFile, id_place
from app.content.parts import span_of
from app.content.reading import has_errors, inspect_lesson
from app.content.spec.paths import RootKind, part_paths, text_paths
from app.content.translated import translated_lesson
from app.content.translation import (
    Original,
    Overlay,
    check_overlay,
    original_of,
    read_overlay,
    span_at_start,
    usable_texts,
)

Found = dict[str, list[Issue]]  # file name → its issues


def inspect_unit(files: CourseFolder, unit: Unit) -> tuple[str, Span, Found]:
    """(the lesson's id, where it stands, the issues of each file in the unit).

    The id is empty where there is none.
    """
    found: Found = {}
    if not unit.has_file:
        for _, name in unit.translations:
            found[name] = [*files.source(name).issues, _no_original(files, unit, name)]
        return "", span_at_start(), found
    if unit.stem == "course":
        _inspect_course(files, unit, found)
        return "", span_at_start(), found
    source = files.source(unit.file_name)
    if not unit.is_lesson:
        _inspect_beside(files, unit, source, found)
        return "", span_at_start(), found
    identity, place = id_place(source.node)
    _inspect_lesson(files, unit, source, found)
    return identity, place, found


def _inspect_lesson(files: CourseFolder, unit: Unit, source: SourceFile, found: Found) -> None:
    issues = found[unit.file_name] = list(source.issues)
    if files.unlisted(unit):
        issues.append(Issue("W505", source.shown, span_at_start(), {"stem": unit.stem}))
    if files.has_own_course and not files.is_broken:
        there = {language for language, _ in unit.translations}
        issues += (
            Issue("W507", source.shown, span_at_start(), {"language": language})
            for language in files.info.languages
            if language != files.info.language and language not in there
        )
    if source.node is None or source.text is None:
        for _, name in unit.translations:
            found[name] = files.source(name).issues
        return
    part, own = inspect_lesson(source.node, source.shown, files.around(source.text))
    issues += own
    if not unit.translations:
        return
    paths = list(part_paths(part)) if part is not None else []
    _inspect_translations(files, unit, source.node, "lesson", paths, has_errors(own), found)


def _inspect_course(files: CourseFolder, unit: Unit, found: Found) -> None:
    found[unit.file_name] = files.course_issues()
    node = files.course_node
    if node is None:
        for _, name in unit.translations:
            found[name] = files.source(name).issues
        return
    paths = list(text_paths(node, "course"))
    _inspect_translations(files, unit, node, "course", paths, files.is_broken, found)


def _inspect_beside(files: CourseFolder, unit: Unit, source: SourceFile, found: Found) -> None:
    """brands.yaml and levels.yaml. All that reads links comes in here, and no earlier."""
    issues = found[unit.file_name] = list(source.issues)
    if source.node is None or source.text is None or unit.stem == "brands":
        for _, name in unit.translations:
            found[name] = files.source(name).issues
    if source.node is None or source.text is None:
        return
    if unit.stem == "brands":
        from app.content.brand_list import read_brands

        issues += read_brands(source.node, source.shown, source.text)[1]
        return
    from app.content.level_list import read_levels

    links = files.links
    own = read_levels(source.node, source.shown, source.text, tricks=links.tricks, lens=links.lens)[
        1
    ]
    issues += own
    paths = list(text_paths(source.node, "levels"))
    _inspect_translations(files, unit, source.node, "levels", paths, has_errors(own), found)


def _inspect_translations(
    files: CourseFolder,
    unit: Unit,
    node: Node,
    kind: RootKind,
    paths: Sequence[tuple[str, Node]],
    is_broken: bool,
    found: Found,
) -> None:
    language_of_original = files.info.language
    original = original_of(id_place(node)[0], unit.file_name, language_of_original, paths)
    languages = () if files.is_broken else files.info.languages
    for language, name in unit.translations:
        source = files.source(name)
        found[name] = list(source.issues)
        if source.node is None:
            continue
        overlay, issues = read_overlay(source.node, source.shown)
        if overlay is not None and not is_broken:
            # Against an original with errors nothing would fit: first things first.
            issues += check_overlay(
                overlay, source.node, source.shown, language, original, languages
            )
            if kind == "lesson" and not has_errors(issues):
                issues += _rules_broken(files, source, node, paths, overlay, original)
        found[name] += issues


def _rules_broken(
    files: CourseFolder,
    source: SourceFile,
    node: Node,
    paths: Sequence[tuple[str, Node]],
    overlay: Overlay,
    original: Original,
) -> list[Issue]:
    """Errors that the lesson has in this translation alone, such as two partners that are alike."""
    translated = translated_lesson(node, usable_texts(overlay, original))
    if translated is node:
        return []
    around = replace(files.around(""), check_game=None)  # links are the same in every language
    _, issues = inspect_lesson(translated, source.shown, around)
    places: dict[tuple[int, int], Node] = {}
    for path, text_node in paths:
        span = span_of(text_node)
        if path in overlay.places:
            places[span.line, span.column] = overlay.places[path]
    fallback = overlay.top["text"][0]
    return [
        replace(
            issue,
            span=span_of(places.get((issue.span.line, issue.span.column), fallback)),
            fix=None,
        )
        for issue in issues
        if issue.severity == "error"
    ]


def _no_original(files: CourseFolder, unit: Unit, name: str) -> Issue:
    return Issue("E512", files.name(name), span_at_start(), {"file": unit.file_name})
