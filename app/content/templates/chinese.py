"""What a new course and a new lesson look like in Chinese."""

from __future__ import annotations

from app.content.templates import Templates

_COURSE = """\
# yaml-language-server: $schema=./course.schema.json
# 本文件说明课程叫什么、有哪些课、按什么顺序。以 # 开头的行是给老师看的备注，学员看不到。
# 冒号后面空一格，冒号用半角 : ；缩进只用空格。写完运行：shilian check

format: 1
id: {id}            # 课程一旦发布，就不要再改 id
version: 1
title: 新课程
summary: 用一句话说说这门课讲什么。
language: zh-CN
languages: [zh-CN]  # 以后有了译文，把语言加在这里，例如 [zh-CN, en]

# 各节课的文件名（不带 .yaml），按上课的顺序排
lessons:
  - {stem}

# 课程要练的本事，题目里可以用 skill: 指到这里
skills:
  - id: first-skill
    title: 第一项本事

welcome: |
  欢迎！这里写学员一打开课程就会看到的话。
"""

_LESSON = """\
# yaml-language-server: $schema=./lesson.schema.json
# 本文件是一节课。以 # 开头、单独成行的是给老师自己看的备注，学员看不到。
# 编辑要点：
#   1. 冒号后面空一格，冒号用半角 : ；正文里的冒号用全角 ：
#   2. 缩进只用空格，每层两个；不要用 Tab
#   3. 长文字用 | 换行写，里面可以放心用任何标点
#   4. id 一旦发布就不要改；不想自己起，可以先空着，运行 shilian fix 会补上

format: 1
id: {id}
version: 1          # 改动较大时加一
language: {language}
title: 新的一课
summary: 用一句话说说这节课讲什么。
minutes: 5
goals:
  - 学完以后，学员能做到的第一件事

steps:

  # ── 正文：可以用 **加粗**、列表、表格
  - id: intro
    type: text
    title: 先读一读
    body: |
      把要讲的内容写在这里。一段不要太长，隔一行就是新的一段。

      > 提示：这样写，会显示成一个提示框。

  # ── 测验：每个选项都要写明为什么
  - id: quiz
    type: quiz
    title: 小测验
    questions:
      - id: q-first
        type: single          # 单选；还有 multi、true-false、fill-in、order、match、categorise
        text: 群里有人说“先交钱，后返现”，最稳妥的做法是什么？
        options:
          - id: a
            right: 不交钱，截图后退群
            why: 先收钱再兑现的承诺，对方随时可以消失。
          - id: b
            wrong: 先交一小笔，看看返不返
            why: 小额返现常常是为了骗你再交一笔大的。
          - id: c
            wrong: 问问群里别的人有没有收到
            why: 群里说“收到了”的，可能就是同伙。
"""

TEMPLATES = Templates(language="zh-CN", course=_COURSE, lesson=_LESSON)
