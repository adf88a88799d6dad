"""What a new course and a new lesson look like in English."""

from __future__ import annotations

from app.content.templates import Templates

_COURSE = """\
# yaml-language-server: $schema=./course.schema.json
# This file says what the course is called and which lessons it has, in which order.
# Lines that begin with # are notes for teachers; learners do not see them.
# Put a space after each colon, and indent with spaces only. Then run: shilian check

format: 1
id: {id}            # never change it once the course is in use
version: 1
title: A new course
summary: Say in one sentence what this course is about.
language: en
languages: [en]     # with translations, add their languages here: [en, zh-CN]

# The lessons' file names without .yaml, in the order they are taken
lessons:
  - {stem}

# What the course trains; a question can name one of these after skill:
skills:
  - id: first-skill
    title: The first skill

welcome: |
  Welcome! Learners read this when they open the course.
"""

_LESSON = """\
# yaml-language-server: $schema=./lesson.schema.json
# This file is one lesson. Lines that begin with # are notes for teachers.
# While you edit:
#   1. put a space after the colon of each key
#   2. indent with spaces only, two for each level; no tabs
#   3. write long text below |, where every sign is safe
#   4. never change an id once the lesson is in use; leave it out while drafting,
#      and `shilian fix` will fill it in

format: 1
id: {id}
version: 1          # add one after a larger change
language: {language}
title: A new lesson
summary: Say in one sentence what this lesson is about.
minutes: 5
goals:
  - The first thing learners can do afterwards

steps:

  # ── Text: **bold**, lists and tables are fine
  - id: intro
    type: text
    title: Read this first
    body: |
      Write what you have to say here. Keep paragraphs short; an empty line begins a new one.

      > Tip: a line like this one is shown as a box.

  # ── Quiz: say why, for every option
  - id: quiz
    type: quiz
    title: A short quiz
    questions:
      - id: q-first
        type: single          # or multi, true-false, fill-in, order, match, categorise
        text: Someone in the group says, "Pay first, get cash back later." What is safest?
        options:
          - id: a
            right: Pay nothing, take a screenshot, and leave
            why: Whoever takes money before keeping a promise can vanish at any time.
          - id: b
            wrong: Pay a small sum first, to see whether it comes back
            why: A small sum that comes back is often the bait for a larger one.
          - id: c
            wrong: Ask the others in the group whether they got theirs
            why: Those who say that they got it may be in on it.
"""

TEMPLATES = Templates(language="en", course=_COURSE, lesson=_LESSON)
