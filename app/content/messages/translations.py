"""The words of issues in translations, and in how the files of a course belong together."""

from __future__ import annotations

from app.content.messages import Message
from app.i18n import mark

MESSAGES = {
    # ── the form of a translation file
    "E501": Message(
        mark("This translation does not hold `key: value` lines."),
        mark("Begin with `format: 1`, `for:`, `language:` and `text:`, each on its own line."),
    ),
    "E502": Message(
        mark("A translation has no key “{key}”."),
        mark("Keep to format, for, language, text and of."),
    ),
    "E503": Message(
        mark("This translation has no `{key}:`."),
        mark("Add the line `{key}: {example}` at the top."),
    ),
    "E504": Message(
        mark("This translation's format is “{given}”, which is not known here."),
        mark("Write `format: 1`."),
    ),
    "E505": Message(
        mark("This translation says it is for “{given}”, but it lies beside “{wanted}”."),
        mark("Write `for: {wanted}`, or rename the file."),
    ),
    "E506": Message(
        mark("The language is given as “{given}”, but the file's name says “{wanted}”."),
        mark("Write `language: {wanted}`, or rename the file."),
    ),
    "E507": Message(
        mark("“{path}” should be a text."),
        mark("Write words after the colon, or below `|`, as in the original."),
    ),
    "E514": Message(
        mark("“{path}” should be a list of texts."),
        mark("Write each text on its own line after `- `, as in the original."),
    ),
    "E508": Message(
        mark("The blank 【{blank}】 is missing from this translation."),
        mark("Put 【{blank}】 where the gap belongs in the sentence."),
    ),
    "E509": Message(
        mark("This translation has a blank 【{blank}】 that the original does not have."),
        mark("Take it out, or use the original's own blanks: {known}."),
    ),
    "E510": Message(
        mark("“{language}” is not among the languages of this course."),
        mark("Add it to `languages:` in course.yaml, or remove this file."),
    ),
    "E511": Message(
        mark("“{language}” is the language that the original is written in."),
        mark("Remove this file; a translation is for another language."),
    ),
    "E512": Message(
        mark("There is no {file} that this could be a translation of."),
        mark("Rename this file to match its original, or remove it."),
    ),
    "E513": Message(
        mark("`{key}:` should hold lines of `path: text`."),
        mark("Indent each line by two spaces under `{key}:`."),
    ),
    # ── how the files of a course belong together
    "E520": Message(
        mark("The lesson “{stem}” is listed here, but there is no file {stem}.yaml."),
        mark("Create the file, or take the line out."),
    ),
    "E521": Message(
        mark("The lesson “{stem}” is listed here, but there is no file {stem}.yaml."),
        mark("Write {meant} if you meant that one, or create the file."),
    ),
    "E524": Message(
        mark("The lesson “{stem}” is listed here, but its file is called {name}."),
        mark("Rename the file to {stem}.yaml; Windows may hide its last ending."),
    ),
    "E522": Message(
        mark("The lesson id “{id}” is already used in {other}, line {line}."),
        mark("Give this lesson an id of its own."),
    ),
    "E523": Message(
        mark("There is no course.yaml in this folder."),
        mark("Run `shilian new course`, or name a folder that holds a course."),
    ),
    # ── warnings
    "W501": Message(
        mark("Not translated yet: {paths} ({count} in all)."),
        mark("Run `shilian fix {folder} --add-missing` to have them listed, then translate them."),
    ),
    "W502": Message(
        mark("The original of “{path}” has changed since it was translated."),
        mark(
            "Compare it with line {line} of {original}; then delete its line under `of:` "
            "and run `shilian fix {folder}`. If you have looked at all of them: "
            "`shilian fix {folder} --reviewed`."
        ),
    ),
    "W503": Message(
        mark("“{path}” leads to nothing in the original."),
        mark("Correct the path or remove the line."),
    ),
    "W506": Message(
        mark("“{path}” leads to nothing in the original."),
        mark("Write {meant} if you meant that one, or remove the line."),
    ),
    "W504": Message(
        mark("Without a fingerprint: {paths} ({count} in all)."),
        mark("Run `shilian fix {folder}`, so that a later change of the original is noticed."),
    ),
    "W505": Message(
        mark("This lesson is not listed in course.yaml, so no learner sees it."),
        mark("Add `- {stem}` under `lessons:` in course.yaml."),
    ),
    "W507": Message(
        mark("This lesson has no translation into “{language}” yet."),
        mark("Run `shilian fix {folder} --add-missing` to get the file, then fill it in."),
    ),
}
