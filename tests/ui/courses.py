"""Small courses for tests of the window: one lesson, made of the steps a test names."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.paths import built_in_course

COURSE = """\
format: 1
id: small
version: 1
title: Small course
summary: Just enough to try the window.
language: en
languages: [en]
lessons:
{lessons}
skills:
  - id: links
    title: Reading links
  - id: rules
    title: Rules
"""

HEAD = """\
format: 1
id: {id}
version: 1
language: en
title: {title}
goals:
  - Stay calm
sources:
  - id: notes
    title: Notes of a careful neighbour
    checked: 2026-11-22
steps:
"""

TEXT = """
  - id: reading
    type: text
    title: What to look at
    source: notes
    body: |
      A short beginning.

      ## First things
      {filler}

      ## Later things
      Codes stay with you. See [this page](https://example.com/x).
"""

FAQ = """
  - id: asked
    type: faq
    title: Often asked
    entries:
      - id: code
        q: May I pass a code on?
        a: |
          No. A **code** is a key.
        source: notes
      - id: long
        q: Is a long link a fake?
        a: |
          No. Length says nothing.
"""

CHECKLIST = """
  - id: habits
    type: checklist
    title: My habits
    items:
      - id: codes
        text: I keep codes to myself
        level: high
        why: A code is a key.
      - id: devices
        text: Strange devices are signed in
        level: medium
        answer: no
        why: Somebody else may be in.
    advice:
      - at_least: 2
        text: Well done.
      - at_least: 0
        text: Begin with the codes.
"""

SCENARIO = """
  - id: chat
    type: scenario
    title: The egg group
    group: Fresh eggs 12
    start: hello
    signals:
      - id: hurry
        text: Hurry is made
      - id: money
        text: Money is wanted
      - id: never
        text: A thing that never comes up
    scenes:
      - id: hello
        says:
          - id: s1
            who: Sweet
            text: Only three minutes left!
            signal: hurry
          - id: s2
            who: Li
            text: The weather is fine.
            card:
              title: Task hall
              text: Tap here
              url: https://renwu.example/app.apk
        choices:
          - id: go
            text: Tap and see
            verdict: risky
            why: Nobody knows where it leads.
            go: pay
            effects: {account: -40}
          - id: leave
            text: Leave the group
            verdict: safe
            why: Nothing is lost by leaving.
            go: calm
      - id: pay
        says:
          - id: s1
            who: Sweet
            text: Now pay 300.
            signal: money
        choices:
          - id: pay
            text: Pay
            verdict: unsafe
            why: It never comes back.
            go: gone
            effects: {wallet: -60}
          - id: stop
            text: Stop here
            verdict: safe
            why: The money is still yours.
            go: calm
      - id: calm
        end: safe
        text: You kept what is yours.
      - id: gone
        end: harmed
        text: The money is gone. Call 110.
"""

SINGLE = """
      - id: q-code
        type: single
        skill: rules
        source: notes
        answer_in: reading#later-things
        text: Somebody wants your code. What now?
        hint: Whose key is it?
        options:
          - id: give
            wrong: Send it
            why: Then it is theirs.
          - id: keep
            right: Keep it
            why: It is a key.
"""

TRUE_FALSE = """
      - id: q-long
        type: true-false
        skill: links
        text: A long link is a fake.
        answer: false
        why: Length says nothing.
"""

FILL_IN = """
      - id: q-gap
        type: fill-in
        skill: rules
        text: A 【what】 is a key.
        why: Whoever has it gets in.
        blanks:
          - id: what
            accept: [code]
"""

MULTI = """
      - id: q-signs
        type: multi
        skill: rules
        text: Which are warning signs?
        scoring: partial
        options:
          - id: hurry
            right: Hurry
            why: It keeps you from thinking.
          - id: money
            right: Money first
            why: It does not come back.
          - id: thanks
            wrong: A thank you
            why: That is just polite.
"""

QUIZ = """
  - id: {id}
    type: quiz
    title: A small quiz
    pass_percent: 60
    shuffle: none
    {options}
    questions:
"""

ALL_QUESTIONS = SINGLE + TRUE_FALSE + FILL_IN + MULTI


def quiz(questions: str = ALL_QUESTIONS, *, step_id: str = "quiz", **options: object) -> str:
    """A quiz step; options as in the lesson format: `feedback="end"`, `draw=2`, `attempts=1`."""
    lines = "\n    ".join(f"{name}: {value}" for name, value in options.items())
    return QUIZ.format(id=step_id, options=lines) + questions


def text(paragraphs: int = 2) -> str:
    """A reading step of two headings; more paragraphs make it longer than a screen."""
    filler = "\n\n      ".join(f"Paragraph {n} says: stop and look." for n in range(paragraphs))
    return TEXT.format(filler=filler)


def lesson(*steps: str, lesson_id: str = "first", title: str = "The first lesson") -> str:
    """A whole lesson of these steps."""
    return HEAD.format(id=lesson_id, title=title) + "".join(steps)


def write_course(folder: Path, *lessons: str, **files: str | bytes) -> Path:
    """A course folder with these lessons; `files` adds others, `_` for the dot before yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    stems = [f"{number:02}-lesson" for number in range(1, len(lessons) + 1)]
    listed = "\n".join(f"  - {stem}" for stem in stems) or "  []"
    (folder / "course.yaml").write_text(COURSE.format(lessons=listed), encoding="utf-8")
    for stem, content in zip(stems, lessons, strict=True):
        (folder / f"{stem}.yaml").write_text(content, encoding="utf-8")
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def altered_course(folder: Path, **files: str) -> Path:
    """The built-in course, with other text in these of its files (named without .yaml)."""
    shutil.copytree(built_in_course(), folder)
    for stem, written in files.items():
        (folder / f"{stem}.yaml").write_text(written, "utf-8")
    return folder


def small_course(folder: Path, *steps: str) -> Path:
    """A course of one lesson with these steps."""
    return write_course(folder, lesson(*steps))
