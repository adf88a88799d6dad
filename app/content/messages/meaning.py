"""The words for E2xx: the form is right, but it makes no sense as a lesson."""

from __future__ import annotations

from app.content.messages import Message
from app.i18n import mark

MESSAGES = {
    "E201": Message(
        mark("None of the options is right."),
        mark("Write `right:` instead of `wrong:` before the right one."),
    ),
    "E202": Message(
        mark(
            "A single question has one right option, but this is another; "
            "the first is in line {line}."
        ),
        mark("Make one of them `wrong:`, or the question `type: multi`."),
    ),
    "E203": Message(
        mark("This option is both right and wrong."),
        mark("Keep `right:` or `wrong:`, and take the other line out."),
    ),
    "E204": Message(
        mark("This option is neither right nor wrong."),
        mark("Put its text after `right:` or after `wrong:`."),
    ),
    "E205": Message(
        mark("The blank 【{id}】 has no answers under `blanks`."),
        mark("Add an entry `- id: {id}` with `accept:`, or take 【{id}】 out."),
    ),
    "E206": Message(
        mark("The blank 【{id}】 has no answers under `blanks`. Was 【{meant}】 meant?"),
        mark("Write 【{meant}】, or add answers for 【{id}】."),
    ),
    "E207": Message(
        mark("The blank 【{id}】 stands twice in the sentence."),
        mark("Give the second blank an id of its own."),
    ),
    "E208": Message(
        mark("The answers for “{id}” have no blank in the sentence."),
        mark("Put 【{id}】 where the gap belongs, or take the entry out."),
    ),
    "E209": Message(
        mark("The id “{id}” stands twice; the first time in line {line}."),
        mark("Give this one another id, and leave the first as it is."),
    ),
    "E210": Message(
        mark("The id “{id}” is retired (line {line}) and must not be used again."),
        mark("Take a new id, so that old results are not mixed up with this."),
    ),
    "E211": Message(
        mark("There is no source “{id}” under `sources`."),
        mark("Write the id of one of this lesson's sources: {meant}."),
    ),
    "E212": Message(
        mark("The course has no skill “{id}”."),
        mark("Write the id of a skill from course.yaml: {meant}."),
    ),
    "E213": Message(
        mark("The source “{id}” is named, but this lesson has no `sources`."),
        mark("Add `sources:` at the top with `id`, `title` and `checked`."),
    ),
    "E214": Message(
        mark("There is no step “{id}” in which the answer could stand."),
        mark("Write the id of a step of this lesson: {meant}."),
    ),
    "E215": Message(
        mark("The advice leaves some learners without a word: none begins at 0."),
        mark("Add an entry with `at_least: 0`."),
    ),
    "E216": Message(
        mark("Two pieces of advice begin at {number}; the first stands in line {line}."),
        mark("Change one of the two numbers."),
    ),
    "E217": Message(
        mark("“{text}” is meant to belong to nothing, but it stands in line {line} already."),
        mark("Think of another partner for `extra`, or take it out."),
    ),
    "E218": Message(
        mark("“{text}” is foreseen as wrong, but it is among the right answers."),
        mark("Take it out of `catch` or out of `accept`."),
    ),
    "E219": Message(
        mark("“{text}” stands twice on the same side; the first time in line {line}."),
        mark("Word one of the two differently: a learner could not tell them apart."),
    ),
    "E221": Message(
        mark("“{text}” is foreseen twice; the first time in line {line}."),
        mark("Keep one of the two."),
    ),
    "E222": Message(
        mark("There is no group “{id}”."),
        mark("Write the id of one of the groups, such as {meant}."),
    ),
    "E223": Message(
        mark("The list `{key}` needs at least {low}: one alone is no question."),
        mark("Add another entry."),
    ),
    "E224": Message(
        mark("The step “{step}” has no heading “{id}”."),
        mark("Write one of its headings: {meant}."),
    ),
    "E225": Message(
        mark("{number} questions are to be drawn, but there are only {questions}."),
        mark("Lower the number, or add questions."),
    ),
    "E226": Message(
        mark("The step “{step}” has no headings at all, so “{id}” is nowhere in it."),
        mark("Leave out the # and what follows it, or add the heading to the step."),
    ),
    "E229": Message(
        mark("The course has no language “{text}”."),
        mark("Write one of its languages ({languages}), or add this one to course.yaml."),
    ),
    "E231": Message(
        mark("`rounds:` says how many links are dealt, but nothing says which."),
        mark("Add `level:` or `tricks:`, or take `rounds:` out."),
    ),
    "E232": Message(
        mark("There is nothing to play in this step."),
        mark("Add `links:`, or `level:` or `tricks:`."),
    ),
    "E233": Message(
        mark("The verdict “{text}” does not answer what is asked here."),
        mark("Choose one of: {words}."),
    ),
    "E240": Message(
        mark("The lesson “{text}” is listed twice; the first time in line {line}."),
        mark("Keep one of the two."),
    ),
    "E241": Message(
        mark("The course's own language “{text}” is missing from `languages`."),
        mark("Add it to the list."),
    ),
    "E242": Message(
        mark("“{text}” is not a lesson's file name."),
        mark("Write the file's name without .yaml and without a folder."),
    ),
    "E250": Message(
        mark("The picture “{text}” lies outside the course folder."),
        mark("Put it into the folder images and write images/name.svg."),
    ),
    "E251": Message(
        mark("There is a backslash in the picture's path “{text}”."),
        mark("Write / instead, as in images/name.svg."),
    ),
    "E252": Message(
        mark("“{text}” is an address; pictures come from the course folder only."),
        mark("Save the picture in the folder images and write images/name.svg."),
    ),
    "E253": Message(
        mark("There is no picture “{text}” that could be read."),
        mark("Check the spelling, small and capital letters too, or put the picture there."),
    ),
    "E254": Message(
        mark("“{text}” is not a kind of picture that lessons use."),
        mark("Save it as .svg, .png or .jpg."),
    ),
    "E255": Message(
        mark("The picture “{text}” holds a script or points to something outside itself."),
        mark("Save it as a plain SVG, or as .png."),
    ),
    "E256": Message(
        mark("The picture “{text}” is too big a file."),
        mark("Make it smaller: an SVG up to 1 MB, others up to 5 MB."),
    ),
    "E257": Message(
        mark("The picture “{text}” is too wide or too high."),
        mark("Make it smaller: 25 million pixels and 10,000 a side at most."),
    ),
    "E258": Message(
        mark("The picture “{text}” is damaged, or not what its name says."),
        mark("Save it again in the kind its name ends with."),
    ),
    "E259": Message(
        mark("The picture's name “{text}” holds signs that do not work on every computer."),
        mark("Use letters, digits, hyphens, underscores and dots, without spaces."),
    ),
    "E260": Message(
        mark("The picture “{text}” is nested too deeply, or repeats itself too often."),
        mark("Make the drawing simpler, or save it as .png."),
    ),
}
