"""Each known trap of the format has a message of its own, in the right place, and its mend."""

from __future__ import annotations

import pytest
from yaml.nodes import MappingNode, ScalarNode

from app.content import source
from tests.content.marked import unmarked
from tests.content.slipped import expect, found, issues, mended_all, places


def value(text: str, key: str) -> str:
    """What stands under a key of a clean text."""
    node, wrong = source.parse(text, "lesson.yaml")
    assert wrong == []
    assert isinstance(node, MappingNode)
    inner = {k.value: v for k, v in node.value}[key]
    assert isinstance(inner, ScalarNode)
    return str(inner.value)


def test_full_width_colon_after_a_key() -> None:
    text = "id: a\ntitle：潜在风险\n"
    expect("id: a\ntitle▸E103▸：潜在风险\n")
    assert value(mended_all(text), "title") == "潜在风险"


def test_full_width_colon_before_a_list() -> None:
    expect("steps▸E103▸：\n  - id▸E103▸： a\n    type: text\n")
    assert found(mended_all("steps：\n  - id： a\n    type: text\n")) == []


def test_full_width_colon_in_a_list_of_texts_is_fine() -> None:
    assert found("goals:\n  - App：在设置里找\n  - 标题：写短些\n") == []


def test_tab_in_indentation() -> None:
    expect("steps:\n▸E101▸\t- id: a\n▸E101▸\t  type: text\n")
    assert found(mended_all("steps:\n\t- id: a\n\t  type: text\n")) == []


def test_tab_on_an_empty_line() -> None:
    expect("id: a\n▸E101▸\t\ntitle: b\n")
    assert mended_all("id: a\n\t\ntitle: b\n") == "id: a\n\ntitle: b\n"


def test_full_width_space_in_indentation() -> None:
    expect("goals:\n▸E102▸\u3000- 学会拒绝\n")
    assert found(mended_all("goals:\n\u3000- 学会拒绝\n")) == []


def test_no_space_after_colon() -> None:
    expect("title▸E104▸:潜在风险\n")
    assert value(mended_all("title:潜在风险\n"), "title") == "潜在风险"


def test_full_width_space_after_colon() -> None:
    expect("title:▸E104▸\u3000潜在风险\n")
    assert value(mended_all("title:\u3000潜在风险\n"), "title") == "潜在风险"


def test_no_space_after_dash() -> None:
    expect("goals:\n  ▸E105▸-学会拒绝\n  ▸E105▸-会用小号\n")
    assert found(mended_all("goals:\n  -学会拒绝\n  -会用小号\n")) == []


def test_full_width_dash() -> None:
    expect("goals:\n  ▸E133▸－ 学会拒绝\n")
    assert found(mended_all("goals:\n  － 学会拒绝\n")) == []


@pytest.mark.parametrize("text", ["用户注意▸E106▸: 会变", "规则如下▸E106▸:"])
def test_half_width_colon_in_text(text: str) -> None:
    marked = f"text: {text}\nwhy: b\n"
    expect(marked)
    plain = text.replace("▸E106▸", "")
    assert value(mended_all(unmarked(marked)[0]), "text") == plain


def test_half_width_colon_in_a_list_of_texts() -> None:
    expect("goals:\n  - 注意▸E106▸: 用户协议会变\n")
    assert found(mended_all("goals:\n  - 注意: 用户协议会变\n")) == []


def test_number_sign_cuts_the_text_off() -> None:
    (issue,) = expect("text: 复制这段 ▸E107▸#口令# 打开 App\n")
    assert issue.values["text"] == "#口令# 打开 App"
    assert (
        value(mended_all("text: 复制这段 #口令# 打开 App\n"), "text") == "复制这段 #口令# 打开 App"
    )


def test_number_sign_swallows_the_whole_text() -> None:
    expect("text: ▸E107▸#口令# 打开 App\n")
    assert value(mended_all("text: #口令# 打开 App\n"), "text") == "#口令# 打开 App"


@pytest.mark.parametrize("note", ["# 给老师看", "#给老师看", "#待改", "#别告诉学员 #二"])
def test_number_sign_that_may_be_a_note_is_told_but_not_mended(note: str) -> None:
    (issue,) = expect(f"text: 复制这段 ▸E107▸{note}\n")
    assert issue.fix is None


@pytest.mark.parametrize(
    "line",
    [
        "minutes: 12  # 分钟",
        "level: high # 高",
        "text: a#b",
        "steps: # 步骤\n  - id: a",
        "tags: [a] # b",
    ],
)
def test_notes_after_numbers_words_keys_and_brackets_are_fine(line: str) -> None:
    assert found(line + "\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "@小明 帮忙",
        "`代码`",
        "%50 优惠",
        "*重要*的事",
        "&朋友们",
        "!注意",
        "{昵称}你好",
        "{昵称}",
        "[微笑]大家好",
        "[微笑]",
        "> 提示",
        "| 文字",
        "- 不是列表",
        "? 什么",
        ", 逗号",
        "] 括号",
    ],
)
def test_text_starting_with_a_special_sign(text: str) -> None:
    expect(f"text: ▸E108▸{text}\nwhy: b\n")
    assert value(mended_all(f"text: {text}\nwhy: b\n"), "text") == text


@pytest.mark.parametrize("text", ['"快速到账▸E111▸"和"百分百"', "'70后▸E111▸'的人"])
def test_half_quoted_text(text: str) -> None:
    marked = f"text: {text}\n"
    expect(marked)
    plain = text.replace("▸E111▸", "")
    assert value(mended_all(unmarked(marked)[0]), "text") == plain


@pytest.mark.parametrize("quote", ['"', "'"])
def test_quote_that_does_not_close(quote: str) -> None:
    expect(f"text: ▸E110▸{quote}先试试\nwhy: 交一半也是交\n")


def test_chinese_quotes_and_full_width_signs_are_text() -> None:
    text = "“先试试”：不行！（真的）——【blank】"
    assert value(f"text: {text}\n", "text") == text


def test_chinese_commas_in_brackets() -> None:
    expect("tags: [付费▸E116▸，验证码▸E116▸、其他]\n")
    assert mended_all("tags: [付费，验证码、其他]\n") == "tags: [付费, 验证码, 其他]\n"


def test_chinese_commas_in_a_quoted_entry_are_text() -> None:
    assert found('tags: ["付费，验证码", 其他]\nskill: {text: 苹果、梨，都行}\n') == []


def test_duplicate_key_names_both_places() -> None:
    (issue,) = expect("id: a\ntitle: b\n▸E123▸id: c\n")
    assert (issue.values["line"], issue.values["column"]) == (1, 1)


@pytest.mark.parametrize("typed", ["yes", "no", "on", "off", "Yes", "NO", "true", "~", "null"])
def test_yes_no_on_off_stay_as_typed(typed: str) -> None:
    assert value(f"answer: {typed}\n", "answer") == typed


@pytest.mark.parametrize(
    "typed", ["012345", "0x1F", "1_000", "12:30", "1.10", "1e3", ".5", "2026-11-22", "-5"]
)
def test_leading_zeros_times_and_dates_stay_as_typed(typed: str) -> None:
    assert value(f"answer: {typed}\n", "answer") == typed


def test_dates_and_times_as_keys_of_lists_stay_text() -> None:
    node, wrong = source.parse("accept: [no, 012, 12:30, 2026-11-22]\n", "lesson.yaml")
    assert wrong == []
    assert isinstance(node, MappingNode)
    assert [one.value for one in node.value[0][1].value] == ["no", "012", "12:30", "2026-11-22"]


def test_crlf_and_bom_shift_no_position() -> None:
    marked = "\ufeffid: a\r\ntitle▸E103▸：b\r\n"
    assert found(marked.replace("▸E103▸", "")) == [("E103", 2, 6)]


def test_gbk_is_named() -> None:
    text, (issue,) = source.read_string("title: 潜在风险\n".encode("gbk"), "lesson.yaml")
    assert text is None
    assert places(issue) == ("E005", 1, 8)


def test_text_that_goes_on_without_a_block() -> None:
    expect("text: 第一行\n  ▸W101▸第二行\n  第三行\nwhy: b\n")


FINE = """\
# 备注
---
id: a  # 备注
minutes: 12 # 分钟
summary: >
  第一行

  第二行: #口令# @ [
body: |-
  表格\t有制表符

    > 注意: "引文
  - 项
title: 👨\u200d👩\u200d👧 全角：、，（）［］｛｝\u3000“引号”
tags: [a, b c, 'd, e']
card: {title: 'x: y', url: z}
goals:
- 同一列的列表
- "带: 冒号"  # 备注
steps: # 步骤
  -
    id: b
  - id: c
    url: https://a.test:80/#b
"""


@pytest.mark.parametrize("text", [FINE, "\ufeff" + FINE, FINE.replace("\n", "\r\n")])
def test_what_is_fine_gives_no_issue(text: str) -> None:
    assert found(text) == []


def test_several_documents() -> None:
    expect("id: a\n▸E119▸---\nid: b\n")


def test_one_leading_document_mark_is_fine() -> None:
    assert found("# 备注\n---\nid: a\n") == []


@pytest.mark.parametrize(
    "marked",
    [
        "a: ▸E112▸&one x\n",
        "a: ▸E112▸*one\n",
        "a: ▸E113▸!!str x\n",
        "▸E114▸<<: {b: c}\n",
        "tags: [▸E112▸*one, b]\n",
        "▸E118▸%YAML 1.2\nid: a\n",
    ],
)
def test_yaml_features_lessons_do_without(marked: str) -> None:
    expect(marked)


def test_key_between_list_items_needs_a_dash_or_more_room() -> None:
    expect("options:\n  - id: a\n  ▸E124▸right: b\n  - id: c\n")


def test_indentation_that_fits_nothing() -> None:
    (issue,) = expect("steps:\n  - id: a\n    type: text\n   ▸E121▸title: b\n")
    assert issue.values["columns"] == "1, 5"


def test_lines_below_one_with_a_missing_space_are_not_blamed() -> None:
    expect("steps:\n  - id: a\n   ▸E121▸type: text\n    title: b\n    body: c\n")


def test_a_tab_for_two_levels_is_one_slip() -> None:
    expect("steps:\n  - id: a\n▸E101▸\ttitle: b\n    body: c\n")


def test_key_deeper_than_a_text() -> None:
    (issue,) = expect("text: 第一行\n  ▸E120▸why: 第二行\n")
    assert issue.values["fitting"] == 1


def test_line_without_a_key() -> None:
    expect("id: a\n▸E122▸title 潜在风险\n")


def test_full_width_bar() -> None:
    expect("body: ▸E132▸｜\n  第一行\n  第二行\n")
    assert value(mended_all("body: ｜\n  第一行\n  第二行\n"), "body") == "第一行\n第二行\n"


def test_text_on_the_same_line_as_the_bar() -> None:
    expect("body: ▸E109▸| 第一行\n  第二行: #\n")


def test_block_line_too_far_left() -> None:
    text = "body: |\n    第一行\n  第二行\nid: a\n"
    expect("body: |\n    第一行\n  ▸E127▸第二行\nid: a\n")
    assert value(mended_all(text), "body") == "第一行\n第二行\n"


def test_backslash_between_double_quotes() -> None:
    expect('text: "C:▸E115▸\\我的"\n')
    assert value(mended_all('text: "C:\\我的"\n'), "text") == "C:\\我的"


def test_unclosed_bracket() -> None:
    expect("tags: ▸E117▸[a, b\nid: c\n")


def test_many_slips_are_all_told_in_one_run() -> None:
    expect("title▸E103▸：a\nsteps:\n  ▸E105▸-id: a\n    text: b▸E106▸: c\n    why: ▸E108▸@d\n")


@pytest.mark.parametrize("word", ["mapping", "scalar", "token", "NoneType", "null"])
def test_no_message_uses_the_parsers_words(word: str) -> None:
    from app.content.messages import files, punctuation

    for message in [*files.MESSAGES.values(), *punctuation.MESSAGES.values()]:
        assert word not in (message.what + message.help)


def test_slips_are_quoted_in_their_messages() -> None:
    from app.content.messages import punctuation, say

    (issue,) = issues("text: @小明 帮忙\n")
    what, how = say(issue, str, punctuation.MESSAGES)
    assert "“@小明 帮忙”" in what
    assert how == "Put the whole text in quotation marks."
