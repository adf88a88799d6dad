"""The fill-in question: blanks stand in the sentence as 【id】."""

from __future__ import annotations

from typing import Any

from app.content.meaning_hash import normalised
from app.content.models import Blank, Catch, FillInQuestion
from app.content.parts import Part
from app.content.rules.meaning import check_blanks
from app.content.spec.common import QuestionType, question_fields, scoring_field
from app.content.spec.fields import Record, an_id, parts, required, text, texts_as_one
from app.i18n import mark

_CATCH = Record(
    name="catch",
    fields=(
        required(text("when", mark("An answer foreseen as wrong."))),
        required(text("why", mark("What to say about it."))),
    ),
)
_BLANK = Record(
    name="blank",
    id_prefix="blank-",
    fields=(
        an_id(mark("The blank's id, as it stands in 【】.")),
        required(texts_as_one("accept", mark("The answers that are right."), low=1)),
        parts("catch", mark("Answers foreseen as wrong, each with its why."), _CATCH, low=0),
    ),
)


def _build(part: Part, common: dict[str, Any]) -> FillInQuestion:
    blanks = tuple(
        Blank(
            id=blank.id,
            accept=blank.values["accept"],
            catch=tuple(
                Catch(when=one.values["when"], why=one.values["why"])
                for one in blank.values.get("catch") or ()
            ),
        )
        for blank in part.values["blanks"]
    )
    return FillInQuestion(**common, blanks=blanks, scoring=part.values.get("scoring") or "all")


def _meaning(part: Part) -> str:
    return "\n".join(
        sorted(
            "\t".join((blank.id, *sorted({normalised(one) for one in blank.values["accept"]})))
            for blank in part.values["blanks"]
        )
    )


TYPE = QuestionType(
    record=Record(
        name="question",
        id_prefix="question-",
        fields=question_fields(
            "fill-in",
            required(parts("blanks", mark("What belongs in each blank."), _BLANK)),
            scoring_field(),
        ),
    ),
    check=check_blanks,
    build=_build,
    meaning=_meaning,
)
