"""`check`: every file of a course in one run, sorted, and quick the second time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.content.check import Checked, check, targets
from tests.content.courses import LESSON, TODAY, make_course


def run(*paths: Path, cache: Path | None = None, built_in: Path | None = None) -> list[Checked]:
    return list(
        check(
            targets(paths),
            today=TODAY,
            built_in=built_in or Path(__file__).parent,
            cache_folder=cache,
        )
    )


def codes(checked: list[Checked]) -> dict[str, list[str]]:
    return {Path(one.shown).name: [issue.code for issue in one.issues] for one in checked}


def errors(checked: list[Checked]) -> list[str]:
    return [i.code for one in checked for i in one.issues if i.severity == "error"]


BAD = LESSON.format(id="second", title="坏").replace("right: 不交钱", "wrong: 不交钱")


def test_a_whole_course_has_no_errors(tmp_path):
    found = run(make_course(tmp_path))
    assert errors(found) == []
    assert sum(one.is_lesson for one in found) == 2


def test_files_come_sorted_originals_first_and_issues_by_place(tmp_path):
    folder = make_course(tmp_path, **{"01": BAD, "01__a": BAD, "01__first__b": BAD})
    found = run(folder)
    names = [Path(one.shown).name for one in found]
    parts = [name.split(".") for name in names]
    wanted = sorted(parts, key=lambda each: (f"{each[0]}.yaml", len(each), each))
    assert parts == wanted
    for one in found:
        places = [(issue.span.line, issue.span.column) for issue in one.issues]
        assert places == sorted(places)
        assert {issue.path for issue in one.issues} <= {one.shown}


def test_all_errors_of_all_files_come_in_one_run(tmp_path):
    folder = make_course(tmp_path, **{"01__first": BAD, "02__second": "title：坏\n"})
    found = codes(run(folder))
    assert found["01-first.yaml"]
    assert found["02-second.yaml"]


def test_one_id_in_two_lessons_is_told_with_both_places(tmp_path):
    folder = make_course(tmp_path, **{"02__second": LESSON.format(id="first", title="又")})
    twins = [i for one in run(folder) for i in one.issues if i.code == "E522"]
    assert [issue.path.rpartition("/")[2] for issue in twins] == ["02-second.yaml"]
    assert twins[0].values["line"] == 3
    assert str(twins[0].values["other"]).endswith("01-first.yaml")


def test_a_lesson_nobody_lists_is_a_warning(tmp_path):
    folder = make_course(tmp_path, **{"03__third": LESSON.format(id="third", title="三")})
    assert "W505" in codes(run(folder))["03-third.yaml"]


def test_a_listed_lesson_that_is_missing_is_told_with_a_guess(tmp_path):
    folder = make_course(tmp_path)
    (folder / "02-second.yaml").rename(folder / "02-secnd.yaml")
    issue = next(i for one in run(folder) for i in one.issues if i.code == "E521")
    assert (issue.span.line, issue.values["meant"]) == (9, "02-secnd")


def test_a_folder_without_course_is_told(tmp_path):
    (tmp_path / "x").mkdir()
    assert errors(run(tmp_path / "x")) == ["E523"]


def test_a_single_file_is_read_with_its_folders_course_around_it(tmp_path):
    folder = make_course(tmp_path)
    found = run(folder / "01-first.yaml")
    assert list(codes(found)) == ["01-first.yaml"]
    assert errors(found) == []
    (folder / "course.yaml").write_text(
        (folder / "course.yaml").read_text("utf-8").replace("id: links", "id: other"), "utf-8"
    )
    assert errors(run(folder / "01-first.yaml")) == ["E212"]


def test_a_single_file_without_a_course_is_read_with_the_built_in_one(tmp_path):
    built_in = make_course(tmp_path / "built-in")
    alone = tmp_path / "alone.yaml"
    alone.write_text(LESSON.format(id="alone", title="单"), "utf-8")
    found = run(alone, built_in=built_in)
    assert errors(found) == []
    assert "W505" not in codes(found)["alone.yaml"]


def test_a_single_translation_is_compared_with_its_original(tmp_path):
    folder = make_course(tmp_path)
    found = codes(run(folder / "01-first.en.yaml"))
    assert set(found) == {"01-first.en.yaml"}
    assert "W501" in found["01-first.en.yaml"]


def test_a_path_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError):
        targets([tmp_path / "nope"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_folder_holds_nobody_up(tmp_path):
    folder = make_course(tmp_path)
    os.mkfifo(folder / "03-pipe.yaml")
    assert errors(run(folder, cache=tmp_path / "cache")) != []


def test_a_second_run_finds_the_same(tmp_path):
    folder = make_course(
        tmp_path / "course",
        **{
            "02__second": BAD,
            "03__slip": "title：坏\n",
            "04__twin": LESSON.format(id="first", title="又"),
        },
    )
    cache = tmp_path / "cache"
    first = run(folder, cache=cache)
    assert run(folder, cache=cache) == first
    assert run(folder) == first
    assert any(issue.fix for one in first for issue in one.issues)


@pytest.mark.parametrize("name", ["01-first.yaml", "01-first.en.yaml", "course.yaml"])
def test_a_change_is_seen_by_the_next_run(tmp_path, name):
    folder = make_course(tmp_path / "course")
    cache = tmp_path / "cache"
    before = run(folder, cache=cache)
    (folder / name).write_text("title: [\n", "utf-8")
    after = run(folder, cache=cache)
    assert after != before
    assert after == run(folder)


def test_a_damaged_book_of_results_is_made_anew(tmp_path):
    folder = make_course(tmp_path / "course")
    cache = tmp_path / "cache"
    first = run(folder, cache=cache)
    book = next((cache / "checks").iterdir())
    whole = book.read_bytes()
    for damaged in (b"", whole[:-5], b"\xff" * 50, whole.replace(b"W5", b"W9")):
        book.write_bytes(damaged)
        assert run(folder, cache=cache) == first


def test_progress_counts_to_the_end(tmp_path):
    folder = make_course(tmp_path)
    steps: list[tuple[int, int]] = []
    list(
        check(
            targets([folder]),
            today=TODAY,
            built_in=folder,
            cache_folder=None,
            progress=lambda done, total: steps.append((done, total)),
        )
    )
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_single_file_of_the_built_in_course_is_as_whole_as_in_its_folder():
    lessons = Path(__file__).parents[2] / "lessons"
    for path in sorted(lessons.glob("[01]*.yaml")):
        assert [one.issues for one in run(path, built_in=lessons) if one.issues] == []


def test_a_lesson_taken_away_and_put_back_is_seen_each_time(tmp_path):
    """Its translation keeps its name among the files of the course."""
    folder = make_course(tmp_path, **{"01__first__en": "language: en\nof: {}\n"})
    cache = tmp_path / "cache"
    before = run(folder, cache=cache)
    assert not {"E520", "E521"} & set(codes(before).get("course.yaml", []))
    (folder / "01-first.yaml").rename(tmp_path / "away.yaml")
    assert {"E520", "E521"} & set(codes(run(folder, cache=cache))["course.yaml"])
    (tmp_path / "away.yaml").rename(folder / "01-first.yaml")
    assert run(folder, cache=cache) == before


def test_a_broken_original_says_nothing_of_its_translation_yet(tmp_path):
    overlay = "language: en\nof: {}\nnowhere/at-all.title: Text\n"
    sound = make_course(tmp_path / "sound", **{"01__first__en": overlay})
    assert codes(run(sound))["01-first.en.yaml"]
    folder = make_course(tmp_path / "broken", **{"01__first": BAD, "01__first__en": overlay})
    found = codes(run(folder))
    assert found["01-first.yaml"]
    assert list(found).index("01-first.yaml") < list(found).index("01-first.en.yaml")
    assert not [code for code in found["01-first.en.yaml"] if code.startswith("W50")]


@pytest.mark.parametrize("ending", [".yaml.txt", ".yml"])
def test_a_lesson_with_another_ending_is_named(tmp_path, ending):
    folder = make_course(tmp_path)
    (folder / "01-first.yaml").rename(folder / f"01-first{ending}")
    (issue,) = [i for one in run(folder) for i in one.issues if i.code.startswith("E52")]
    assert (issue.code, issue.values["name"]) == ("E524", f"01-first{ending}")


def test_another_ending_is_named_also_by_who_has_checked_before(tmp_path):
    folder, cache = make_course(tmp_path), tmp_path / "cache"
    (folder / "01-first.yaml").rename(folder / "01-first.old")
    assert "E520" in codes(run(folder, cache=cache))["course.yaml"]
    (folder / "01-first.old").rename(folder / "01-first.yml")
    assert "E524" in codes(run(folder, cache=cache))["course.yaml"]
