"""The quiz step: questions, and how they are asked."""

from __future__ import annotations

from app.content.models import QuizStep
from app.content.parts import Part
from app.content.rules.meaning import check_draw
from app.content.spec.common import MakeProse, StepType, step_fields, step_values
from app.content.spec.fields import Record, parts, required, text, whole, word
from app.content.spec.questions import QUESTION, build_question
from app.i18n import mark


def _build(part: Part, prose: MakeProse) -> QuizStep:
    values = part.values
    percent = values.get("pass_percent")
    return QuizStep(
        **step_values(part),
        intro=values.get("intro") or "",
        questions=tuple(map(build_question, values["questions"])),
        pass_percent=80 if percent is None else percent,
        attempts=values.get("attempts"),
        shuffle=values.get("shuffle") or "options",
        draw=values.get("draw"),
        feedback=values.get("feedback") or "each",
    )


TYPE = StepType(
    record=Record(
        name="step",
        id_prefix="step-",
        fields=step_fields(
            "quiz",
            text("intro", mark("A sentence above the questions.")),
            required(parts("questions", mark("The questions."), QUESTION)),
            whole("pass_percent", mark("Passed from this percentage on; 80 if left out."), 0, 100),
            whole("attempts", mark("How often it may be tried; without limit if left out."), 1, 99),
            word(
                "shuffle",
                mark("What is put in a new order each time; options if left out."),
                "none",
                "options",
                "questions",
                "both",
            ),
            whole("draw", mark("How many of the questions are asked; all if left out."), 1, 999),
            word(
                "feedback",
                mark("When the learner sees what was right; each if left out."),
                "each",
                "end",
                "none",
            ),
        ),
    ),
    check=check_draw,
    build=_build,
)
