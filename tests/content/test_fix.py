"""`fix` stamps and mends, and leaves everything else as the teacher typed it."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.catalog import open_course
from app.content.edits import TypedText, put_in_place
from app.content.fingerprint import fingerprint
from app.content.fix import Fixed, Wishes, fix
from app.content.issues import Edit, Span
from app.errors import ShilianError
from tests.content.courses import LESSON, TODAY, TRANSLATION, make_course

DRAFT = """\
# 第一行备注
format: 1
id: first
version: 1   # 版本
language: zh-CN
title: 草稿

steps:
  # 正文前的备注
  - type: text
    title: 甲
    body: |
      正文 # 不是备注

  -
    type: quiz
    title: 乙
    questions:
    - type: single
      text: 问？
      options:
      - right: 对
        why: 因为
      - {wrong: 错, why: 所以}
    - type: match
      id: question-1     # 自己起的名
      text: 连
      why: 见上
      pairs:
        - left: 一
          goes_with: 壹
          why: 大写
        - {left: 二, goes_with: 贰, why: 大写}
"""


def run(path: Path, **wishes: bool) -> dict[str, Fixed]:
    """Fixes a path for good; what was done, by file name."""
    done = {}
    for fixed in fix(path, path.as_posix(), Wishes(**wishes), TODAY):
        if fixed.is_changed:
            put_in_place(fixed.path, fixed.after.encoded(), fixed.shown)
        done[fixed.path.name] = fixed
    return done


def lesson_file(tmp_path: Path, text: str) -> Path:
    return make_course(tmp_path, **{"01__first": text}) / "01-first.yaml"


def without_ids(text: str) -> list[str]:
    """The lines of a file, less the ids."""
    plain = [re.sub(r"\{id: [\w-]+, ", "{", line) for line in text.splitlines()]
    plain = [line for line in plain if not line.strip().lstrip("- ").startswith("id:")]
    return [line.replace("- ", "  ") for line in plain]


def test_missing_ids_are_stamped_and_every_comment_stays(tmp_path):
    path = lesson_file(tmp_path, DRAFT)
    assert run(path)["01-first.yaml"].ids == 7
    text = path.read_text("utf-8")
    for comment in ("# 第一行备注", "# 版本", "# 正文前的备注", "正文 # 不是备注", "# 自己起的名"):
        assert comment in text
    assert "  - id: step-1\n    type: text\n" in text
    assert "    - id: question-2\n      type: single\n" in text
    assert "      - id: option-1\n        right: 对\n" in text
    assert "- {id: option-2, wrong: 错, why: 所以}" in text


def test_stamping_ids_changes_nothing_for_a_learner(tmp_path):
    path = lesson_file(tmp_path, DRAFT)
    before = open_course(tmp_path, "zh-CN", None, TODAY).lesson("first")
    run(path)
    assert open_course(tmp_path, "zh-CN", None, TODAY).lesson("first") == before


def test_a_second_run_has_nothing_to_do(tmp_path):
    path = lesson_file(tmp_path, DRAFT)
    run(path, add_missing=True)
    text = path.read_bytes()
    again = run(path, add_missing=True)
    assert not any(fixed.is_changed for fixed in again.values())
    assert path.read_bytes() == text


def test_a_retired_id_is_never_given_again(tmp_path):
    path = lesson_file(tmp_path, DRAFT + "retired: [step-1, question-2, question-1/pair-1]\n")
    run(path)
    text = path.read_text("utf-8")
    assert "- id: step-1\n" not in text
    assert "- id: question-2\n" not in text
    assert "- id: pair-1\n" not in text
    lesson = open_course(tmp_path, "zh-CN", None, TODAY).lesson("first")
    assert len({step.id for step in lesson.steps}) == 2


@pytest.mark.parametrize(
    ("bom", "newline"), [(b"", "\r\n"), (b"\xef\xbb\xbf", "\n"), (b"\xef\xbb\xbf", "\r\n")]
)
def test_line_ends_and_byte_order_mark_stay(tmp_path, bom, newline):
    path = lesson_file(tmp_path, DRAFT)
    path.write_bytes(bom + DRAFT.replace("\n", newline).encode())
    assert run(path)["01-first.yaml"].ids == 7
    content = path.read_bytes()
    assert content.startswith(bom + b"#")
    assert content.count(b"\n") == content.count(newline.encode())
    assert without_ids(content.decode("utf-8-sig")) == without_ids(
        lesson_file(tmp_path / "n", DRAFT).read_text("utf-8")
    )


def test_a_file_without_a_last_line_end_gets_none(tmp_path):
    path = lesson_file(tmp_path, DRAFT.rstrip("\n"))
    run(path)
    assert not path.read_text("utf-8").endswith("\n")


def test_a_certain_slip_is_mended(tmp_path):
    path = lesson_file(tmp_path, DRAFT.replace("title: 草稿", "title：草稿"))
    fixed = run(path)["01-first.yaml"]
    assert fixed.mends >= 1
    assert "title: 草稿" in path.read_text("utf-8")
    assert not fixed.refused


def test_what_is_not_certain_is_told_and_left_alone(tmp_path):
    path = lesson_file(tmp_path, 'format: 1\ntitle: "开着\nsteps: [\n')
    before = path.read_bytes()
    fixed = run(path)["01-first.yaml"]
    assert fixed.refused
    assert path.read_bytes() == before


def test_a_file_that_is_not_utf8_is_told_and_left_alone(tmp_path):
    path = lesson_file(tmp_path, DRAFT)
    path.write_bytes(DRAFT.encode("gbk"))
    fixed = run(path)["01-first.yaml"]
    assert [issue.code[:2] for issue in fixed.refused] == ["E0"]
    assert path.read_bytes() == DRAFT.encode("gbk")


# ── translations ─────────────────────────────────────────────────────────────


FIRST = TRANSLATION.format(id="first")


def overlay(tmp_path: Path, text: str) -> Path:
    return make_course(tmp_path, **{"01__first_dot_en": text}) / "01-first.en.yaml"


def test_new_translations_get_fingerprints(tmp_path):
    path = overlay(tmp_path, FIRST)
    assert run(tmp_path)["01-first.en.yaml"].fingerprints == 4
    text = path.read_text("utf-8")
    assert text.startswith(FIRST)
    assert f"  title: {fingerprint('第一课')}\n" in text.replace('"', "")
    assert fingerprint(["链接", "网址"]) in text


def test_a_stale_translation_is_not_called_fresh(tmp_path):
    stale = FIRST + "# 旧\nof:\n  title: 00000000\n"
    path = overlay(tmp_path, stale)
    run(path)
    assert "# 旧\nof:\n  title: 00000000\n" in path.read_text("utf-8")
    run(path, reviewed=True)
    text = path.read_text("utf-8")
    assert "00000000" not in text
    assert "# 旧" in text


@pytest.mark.parametrize(
    "ending",
    [
        "",
        "of:\n",
        "of: {}\n",
        "of:\n  title: aaaaaaaa\n",
        "of: {title: aaaaaaaa}\n",
        "of:\n    title: aaaaaaaa\n\n# Ende\n",
        "of:\n  title:\n",
        "# last words",
    ],
)
def test_fingerprints_fit_into_any_layout(tmp_path, ending):
    path = overlay(tmp_path, FIRST + ending)
    run(path)
    run(path)
    text = path.read_text("utf-8")
    assert fingerprint("哪个最稳妥？") in text
    assert text.count("quiz/q-one.text:") == 2
    for comment in ("# Ende", "# last words"):
        assert (comment in ending) == (comment in text)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("ending", ["", "of:\n  title: aaaaaaaa", "# last words"])
def test_lines_added_at_the_end_leave_a_last_line_end(tmp_path, ending, newline):
    path = overlay(tmp_path, FIRST)
    without = (FIRST + ending).rstrip("\n")
    path.write_bytes(without.replace("\n", newline).encode())
    assert run(path, add_missing=True)["01-first.en.yaml"].is_changed
    content = path.read_bytes()
    assert content.endswith(newline.encode())
    assert content.count(b"\n") == content.count(newline.encode())
    assert not run(path, add_missing=True)["01-first.en.yaml"].is_changed


def test_missing_texts_are_added_empty_on_request(tmp_path):
    path = overlay(tmp_path, FIRST)
    assert run(path)["01-first.en.yaml"].added == 0
    assert run(path, add_missing=True)["01-first.en.yaml"].added == 8
    assert '  intro.body: ""\n' in path.read_text("utf-8")
    assert run(path, add_missing=True)["01-first.en.yaml"].added == 0


def test_texts_are_added_after_one_in_a_block(tmp_path):
    block = FIRST + "  intro.body: |\n    ## One\n\n    two\n\n# Ende\n"
    path = overlay(tmp_path, block)
    run(path, add_missing=True)
    text = path.read_text("utf-8")
    assert "  intro.body: |\n    ## One\n\n    two\n  intro.title:" in text
    assert "# Ende" in text


def test_a_translation_that_is_not_there_yet_is_started(tmp_path):
    make_course(tmp_path)
    assert "02-second.en.yaml" not in run(tmp_path)
    started = run(tmp_path, add_missing=True)["02-second.en.yaml"]
    assert started.is_new
    text = (tmp_path / "02-second.en.yaml").read_text("utf-8")
    assert "for: second\nlanguage: en\n" in text
    assert '  quiz/q-one/a.why: ""\n' in text
    assert not run(tmp_path, add_missing=True)["02-second.en.yaml"].is_changed


# ── edits ────────────────────────────────────────────────────────────────────


def test_overlapping_edits_are_not_both_made():
    edits = [Edit(Span(1, 1, 1, 4), "x"), Edit(Span(1, 2, 1, 3), "y"), Edit(Span(2, 1, 2, 1), "z")]
    assert TypedText("abcd\nef").with_edits(edits).text == "xd\nzef"


def test_the_diff_names_lines_and_writes_nothing(tmp_path):
    path = lesson_file(tmp_path, DRAFT)
    fixed = next(fix(path, "x/01-first.yaml", Wishes(), TODAY))
    assert fixed.diff().startswith("--- x/01-first.yaml\n+++ x/01-first.yaml\n@@ ")
    assert "\n+  - id: step-1\n" in fixed.diff()
    assert path.read_text("utf-8") == DRAFT


def test_permissions_stay(tmp_path):
    path = lesson_file(tmp_path, DRAFT)
    path.chmod(0o640)
    run(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_read_only_file_is_left_with_words(tmp_path):
    path = lesson_file(tmp_path, DRAFT)
    path.chmod(0o444)
    with pytest.raises(ShilianError, match="read-only"):
        put_in_place(path, b"new", "first.yaml")
    assert path.read_text("utf-8") == DRAFT
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    path = lesson_file(tmp_path, DRAFT)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ShilianError, match="No space left"):
        put_in_place(path, b"new", "first.yaml")
    assert path.read_text("utf-8") == DRAFT
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_link_stays_a_link(tmp_path):
    real = tmp_path / "real.yaml"
    real.write_text("a", "utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(real)
    put_in_place(link, b"b", "link.yaml")
    assert link.is_symlink()
    assert real.read_text("utf-8") == "b"


# ── any lesson ───────────────────────────────────────────────────────────────

maybe_comment = st.sampled_from(["", "    # 备注\n", "\n"])


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """Lessons with some ids and comments left out, in block and flow layout."""
    out = ["format: 1\nid: first\nversion: 1\nlanguage: zh-CN\ntitle: 课\nsteps:\n"]
    for number in range(draw(st.integers(1, 3))):
        name = f"id: {draw(st.sampled_from(['s', 'step-', 'question-']))}{number + 1}\n    "
        out.append(f"  - {draw(st.sampled_from(['', name]))}type: quiz\n    title: 测\n")
        out.append(draw(maybe_comment))
        out.append("    questions:\n")
        for question in range(draw(st.integers(1, 3))):
            own = f"id: q{number}-{question}\n        " if draw(st.booleans()) else ""
            out.append(f"      - {own}type: single\n        text: 问{question}\n")
            out.append("        options:\n")
            for index, (kind, words) in enumerate((("right", "对"), ("wrong", "错"))):
                name = f"id: o{index}" if draw(st.booleans()) else ""
                if draw(st.booleans()):
                    inner = f"{name}, " if name else ""
                    out.append(f"          - {{{inner}{kind}: {words}, why: 因}}\n")
                else:
                    inner = f"{name}\n            " if name else ""
                    out.append(f"          - {inner}{kind}: {words}\n            why: 因\n")
                out.append(draw(st.sampled_from(["", "          # 选项备注\n"])))
    return "".join(out)


@settings(max_examples=60, deadline=None)
@given(text=drafts(), newline=st.sampled_from(["\n", "\r\n"]))
def test_fixing_any_draft_is_complete_and_keeps_its_lines(tmp_path_factory, text, newline):
    folder = make_course(tmp_path_factory.mktemp("fix"))
    path = folder / "01-first.yaml"
    path.write_bytes(text.replace("\n", newline).encode())
    before = open_course(folder, "zh-CN", None, TODAY).lesson("first")
    run(path)
    once = path.read_bytes()
    assert not run(path)["01-first.yaml"].is_changed
    assert path.read_bytes() == once
    assert without_ids(once.decode()) == without_ids(text)
    assert open_course(folder, "zh-CN", None, TODAY).lesson("first") == before
    ids = [line for line in once.decode().splitlines() if "id:" in line]
    assert len(ids) == 1 + sum(
        1 + sum(1 + len(q.options) for q in step.questions) for step in before.steps
    )


def test_the_template_lesson_needs_no_fixing(tmp_path):
    path = lesson_file(tmp_path, LESSON.format(id="first", title="课"))
    assert not run(path)["01-first.yaml"].is_changed


LEVELS = """\
format: 1
id: levels
language: zh-CN
levels:
  - id: one   # 第一关
    title: 第一关
    tricks: [swap]
    rounds: 12
"""


def test_levels_have_their_translation_stamped(tmp_path):
    english = "format: 1\nfor: levels\nlanguage: en\ntext:\n  one.title: First\n"
    folder = make_course(tmp_path, levels=LEVELS, levels_dot_en=english)
    done = run(folder / "levels.yaml")
    assert done["levels.en.yaml"].fingerprints == 1
    assert fingerprint("第一关") in (folder / "levels.en.yaml").read_text("utf-8")
    assert (folder / "levels.yaml").read_text("utf-8") == LEVELS


def test_a_missing_translation_of_the_levels_is_begun(tmp_path):
    folder = make_course(tmp_path, levels=LEVELS)
    done = run(folder / "levels.yaml", add_missing=True)
    assert done["levels.en.yaml"].is_new
    assert "one.title:" in (folder / "levels.en.yaml").read_text("utf-8")


def test_slips_in_the_official_list_are_mended_and_nothing_else(tmp_path):
    listed = "# mine\nbrands:\n  - id: a\n    zh：果果团\n"
    fixed = run(make_course(tmp_path, brands=listed))["brands.yaml"]
    assert fixed.after.text == listed.replace("zh：", "zh: ")
    assert (fixed.mends, fixed.ids) == (1, 0)
