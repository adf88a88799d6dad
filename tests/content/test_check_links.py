"""`check` looks at brands.yaml and levels.yaml too, and at link games by what stands there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.content.cache import Cache
from app.content.catalog import open_course
from app.content.check import Checked, check, targets
from app.paths import built_in_course
from tests.content.courses import COURSE, LESSON, TODAY, make_course

ROOT = Path(__file__).resolve().parent.parent.parent

GAME = """\
  - id: game
    type: link-game
    title: 谁的链接
    links:
      - id: one
        url: https://m.xiaodian.test/a
        verdict: genuine
        brand: shop
        why: 主人对
"""

LESSON_WITH_GAME = LESSON.format(id="first", title="第一课").replace(
    "  - id: quiz\n", f"{GAME}  - id: quiz\n"
)

BRANDS = """\
format: 1
id: brands
brands:
  - id: shop
    zh: 小店
    en: Shop
    pinyin: xiaodian
    owners: [xiaodian.test]
    spelled: [xiaodian]
    source: 编的
    checked: 2026-11-22
"""

LEVELS = """\
format: 1
id: levels
language: zh-CN
levels:
  - id: one
    title: 第一关
    tricks: [swap]
    rounds: 12
    links:
      - id: a
        message: 来
        url: https://xiaodian.test/a
        verdict: genuine
        brand: shop
        why: 主人对
"""

ENGLISH = """\
format: 1
for: levels
language: en
text:
  one.title: First level
  one/a.message: Come
"""


def course(folder: Path, **files: str) -> Path:
    """A course with a link game, an official list and levels."""
    return make_course(
        folder, **{"01__first": LESSON_WITH_GAME, "brands": BRANDS, "levels": LEVELS, **files}
    )


def run(*paths: Path, cache: Path | None = None) -> list[Checked]:
    found = check(targets(paths), today=TODAY, built_in=built_in_course(), cache_folder=cache)
    return [one for one in found if one.issues]


def told(found: list[Checked], name: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong with one file."""
    return [
        (issue.code, issue.span.line, issue.span.column)
        for one in found
        if Path(one.shown).name == name
        for issue in one.issues
    ]


def test_a_sound_course_has_nothing_to_say_of_links(tmp_path):
    found = run(course(tmp_path, levels_dot_en=ENGLISH))
    assert told(found, "brands.yaml") == []
    assert told(found, "levels.yaml") == []
    assert told(found, "01-first.yaml") == []


def test_brands_are_checked(tmp_path):
    found = run(course(tmp_path, brands=BRANDS.replace("xiaodian.test]", "https://xiaodian.test]")))
    assert told(found, "brands.yaml") == [("E401", 8, 14)]
    assert [issue.path for one in found for issue in one.issues if issue.code == "E401"] == [
        (tmp_path / "brands.yaml").as_posix()
    ]


def test_levels_are_checked(tmp_path):
    found = run(course(tmp_path, levels=LEVELS.replace("[swap]", "[swop]")))
    assert told(found, "levels.yaml") == [("E422", 7, 14)]
    found = run(course(tmp_path, levels=LEVELS.replace("verdict: genuine", "verdict: fake")))
    assert told(found, "levels.yaml") == [("E427", 13, 18)]


def test_one_file_alone_is_checked_too(tmp_path):
    folder = course(tmp_path, levels=LEVELS.replace("[swap]", "[swop]"), brands="a: b\n")
    assert told(run(folder / "levels.yaml"), "levels.yaml") == [("E422", 7, 14)]
    assert told(run(folder / "brands.yaml"), "brands.yaml")[0] == ("E152", 1, 1)


def test_yaml_slips_in_them_are_told_with_the_rules(tmp_path):
    found = run(course(tmp_path, levels=LEVELS.replace("title: ", "title：")))
    assert [code for code, _, _ in told(found, "levels.yaml")] != []
    found = run(course(tmp_path, brands="brands: [\n"))
    assert [code[0] for code, _, _ in told(found, "brands.yaml")] == ["E"]


def test_the_levels_translation_is_compared(tmp_path):
    english = f"{ENGLISH}  one/b.message: Nobody\nof:\n  one.title: '00000000'\n"
    found = run(course(tmp_path, levels_dot_en=english))
    codes = {code for code, _, _ in told(found, "levels.en.yaml")}
    assert {"W506"} <= codes  # one/b.message leads nowhere
    assert any(code.startswith("W5") and code != "W506" for code in codes)


def test_a_game_is_judged_by_the_courses_own_list(tmp_path):
    assert told(run(course(tmp_path)), "01-first.yaml") == []
    other = BRANDS.replace("owners: [xiaodian.test]", "owners: [dadian.test]")
    found = run(course(tmp_path, brands=other, levels=LEVELS.replace("xiaodian", "dadian")))
    assert [code for code, _, _ in told(found, "01-first.yaml")] == ["E427"]


def test_without_a_list_a_game_is_judged_by_the_built_in_one(tmp_path):
    lesson = LESSON_WITH_GAME.replace("xiaodian.test", "lepinji.example").replace("shop", "lepinji")
    folder = make_course(tmp_path, **{"01__first": lesson})
    assert told(run(folder), "01-first.yaml") == []
    folder = make_course(tmp_path, **{"01__first": lesson.replace("brand: lepinji", "brand: shop")})
    assert [code for code, _, _ in told(run(folder), "01-first.yaml")] == ["E422"]


def test_a_broken_list_blames_no_lesson(tmp_path):
    assert told(run(course(tmp_path, brands="brands: [\n")), "01-first.yaml") == []


def test_levels_that_a_game_names_must_be_there(tmp_path):
    lesson = LESSON_WITH_GAME.replace("title: 谁的链接", "title: 谁的链接\n    level: oen")
    found = run(course(tmp_path, **{"01__first": lesson}))
    assert told(found, "01-first.yaml") == [("E422", 19, 12)]
    found = run(course(tmp_path, **{"01__first": lesson.replace("oen", "one")}))
    assert told(found, "01-first.yaml") == []


def test_a_translated_game_is_told_of_once(tmp_path):
    broken = LESSON_WITH_GAME.replace("verdict: genuine", "verdict: fake")
    found = run(course(tmp_path, **{"01__first": broken}))
    assert [code for code, _, _ in told(found, "01-first.yaml")] == ["E427"]
    assert not [code for code, _, _ in told(found, "01-first.en.yaml") if code[0] == "E"]


def test_what_was_found_is_forgotten_when_the_list_changes(tmp_path):
    folder, cache = course(tmp_path / "course"), tmp_path / "cache"
    assert told(run(folder, cache=cache), "01-first.yaml") == []
    assert told(run(folder, cache=cache), "01-first.yaml") == []
    (folder / "brands.yaml").write_text(BRANDS.replace("id: shop", "id: shopp"), "utf-8")
    assert [code for code, _, _ in told(run(folder, cache=cache), "01-first.yaml")] == ["E422"]


def test_the_app_knows_of_it_too(tmp_path):
    cache = Cache(tmp_path / "cache")
    folder = course(tmp_path / "course")
    assert not open_course(folder, "en", cache, TODAY).entry("first").is_broken
    (folder / "brands.yaml").write_text(BRANDS.replace("xiaodian.test", "dadian.test"), "utf-8")
    opened = open_course(folder, "en", cache, TODAY)
    assert [entry.is_broken for entry in opened.lessons] == [True, False]
    assert [issue.code for issue in opened.issues("01-first")][-1] == "E427"


@pytest.mark.parametrize("what", ["check", "open_course"])
def test_nothing_that_reads_links_comes_in_without_a_link_game(tmp_path, what):
    """The lens costs some 40 ms to bring in, which courses without links never pay."""
    folder = make_course(tmp_path, course=COURSE)
    lines = {
        "check": (
            "from app.content.check import check, targets\n"
            "list(check(targets([folder]), today=day, built_in=folder, cache_folder=None))\n"
        ),
        "open_course": (
            "from app.content.catalog import open_course\n"
            "open_course(folder, 'en', None, day).lesson('first')\n"
        ),
    }
    code = (
        "import sys\nfrom datetime import date\nfrom pathlib import Path\n"
        f"folder, day = Path({str(folder)!r}), date(2026, 11, 22)\n{lines[what]}"
        "print([name for name in sys.modules if name.startswith('app.links')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
