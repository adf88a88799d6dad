"""Builds small course folders for tests: whole lessons, a translation, and what a test adds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 22)

COURSE = """\
format: 1
id: demo
version: 1
title: 演示课程
language: zh-CN
languages: [zh-CN, en]
lessons:
  - 01-first
  - 02-second
skills:
  - id: links
    title: 看懂链接
welcome: |
  **欢迎**！
"""

LESSON = """\
# 备注：给老师看
format: 1
id: {id}
version: 2   # 行尾备注
language: zh-CN
title: {title}
steps:

  - id: intro
    type: text
    title: 正文
    body: |
      ## 第一节
      先读一读。

  - id: quiz
    type: quiz
    title: 测验
    questions:
      - id: q-one
        type: single
        skill: links
        text: 哪个最稳妥？
        options:
          - id: a
            right: 不交钱
            why: 对方随时会消失。
          - id: b
            wrong: 先交一半
            why: 一半也是钱。
      - id: q-gap
        type: fill-in
        text: 不点来历不明的【what】。
        why: 课里讲过。
        blanks:
          - id: what
            accept: [链接, 网址]
"""

TRANSLATION = """\
format: 1
for: {id}
language: en
text:
  title: The {id} lesson
  quiz/q-one.text: Which one is safest?
  quiz/q-gap.text: Do not open 【what】 that you cannot place.
  quiz/q-gap/what.accept: [links, link]
"""


def make_course(folder: Path, **files: str) -> Path:
    """A course with two lessons, the first of them translated.

    `files` replaces or adds files, named without .yaml and with `__` for `-`, `_dot_` for `.`.
    """
    content = {
        "course": COURSE,
        "01-first": LESSON.format(id="first", title="第一课"),
        "01-first.en": TRANSLATION.format(id="first"),
        "02-second": LESSON.format(id="second", title="第二课"),
    }
    for name, text in files.items():
        content[name.replace("_dot_", ".").replace("__", "-")] = text
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in content.items():
        (folder / f"{name}.yaml").write_bytes(text.encode())
    return folder
