"""Five parallel tests, A to E, to see what training did: before, after, and long after.

Each form asks 12 fakes and 12 genuine links. All five are made from one blueprint (the same
tricks, genuine links of the same brands), so that none is harder than another: equal by
construction, as S. M. Downing, "Twelve steps for effective test development", 2006, advises
where groups are too small to equate by answers. The links themselves are fresh in each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Literal, NamedTuple, get_args

from app.i18n import _
from app.learning.choosing import Trick
from app.learning.game_plan import GamePlan, Slot
from app.learning.review import DAY_MS
from app.learning.shuffle import shuffled
from app.links.discrimination import Discrimination, Interval

Form = Literal["A", "B", "C", "D", "E"]
FORMS: tuple[Form, ...] = get_args(Form)
EACH = 12  # fakes, and as many genuine links

#: Days after the training until a form is due; A comes before it.
DUE_DAYS: dict[Form, int] = {"B": 0, "C": 7, "D": 30, "E": 120}


def number_of(form: Form) -> int:
    """Tests are counted from 1 for the learner."""
    return FORMS.index(form) + 1


def plan_form(
    form: Form, pool: Sequence[Trick], brands: Sequence[str], seed: int, now_ms: int
) -> GamePlan:
    """The sitting of one form. `seed` is the learner's, the same for all five.

    The tricks are taken from all families in turn, by the seed, and so are the `brands` of the
    genuine links; without any the dealer chooses. A fake's brand is always left to the dealer,
    because not every name lends itself to every trick. Raises ValueError without a trick that
    makes fakes.
    """
    order = shuffled(brands, seed, "brands") or ("",)
    slots = [Slot("fake", trick) for trick in _blueprint(pool, seed)]
    slots += (Slot("genuine", brand=order[place % len(order)]) for place in range(EACH))
    mixed = shuffled((f"{place:02}" for place in range(len(slots))), seed, f"form {form}")
    return GamePlan(
        mode="form",
        seed=seed,
        begun_ms=now_ms,
        slots=tuple(slots[int(place)] for place in mixed),
        level=form,
    )


def due_form(taken: Mapping[Form, int], trained_ms: int | None, now_ms: int) -> Form | None:
    """The form to offer now; None if none is due.

    `taken` says when each form was finished, `trained_ms` when the last level was passed, None if
    it was not yet. One form comes at a time, in order; days count from the training's end. Who
    trained without A goes on with B: the later ones are then compared with that.
    """
    if trained_ms is None:
        return None if "A" in taken else "A"
    for form, days in DUE_DAYS.items():
        if form not in taken:
            return form if now_ms >= trained_ms + days * DAY_MS else None
    return None


class Change(NamedTuple):
    """How much d′ changed from one form to a later one, with its 95 % interval."""

    difference: Interval

    @property
    def direction(self) -> Literal["better", "worse", "unclear"]:
        """unclear: the interval holds 0, so chance alone could have made the difference."""
        if self.difference.low > 0:
            return "better"
        return "worse" if self.difference.high < 0 else "unclear"

    def in_words(self) -> str:
        """A sentence for the learner."""
        return {
            "better": _("You tell genuine links from fake ones better than in the earlier test."),
            "worse": _(
                "You tell genuine links from fake ones less well than in the earlier test. "
                "A few rounds of practice bring it back."
            ),
            "unclear": _(
                "The two tests differ no more than chance could make them: "
                "from so few links nobody can tell more."
            ),
        }[self.direction]


def change(earlier: Discrimination, later: Discrimination) -> Change:
    """The difference of two forms' d′.

    Its variance is the sum of the two (Gourevitch and Galanter 1967, the test of two
    isosensitivity functions).
    """
    difference = later.d_prime.value - earlier.d_prime.value
    half = sqrt(_half(earlier.d_prime) ** 2 + _half(later.d_prime) ** 2)
    return Change(Interval(difference, difference - half, difference + half))


def _half(interval: Interval) -> float:
    return (interval.high - interval.low) / 2


def _blueprint(pool: Sequence[Trick], seed: int) -> list[str]:
    """Twelve tricks from all families in turn; again from the start if there are fewer."""
    families: dict[str, list[str]] = {}
    for trick in pool:
        if trick.truth == "fake":
            families.setdefault(trick.family, []).append(trick.id)
    if not families:
        raise ValueError("no trick makes fakes")
    turns = [shuffled(tricks, seed, "blueprint") for tricks in families.values()]
    longest = max(map(len, turns))
    in_turn = [tricks[place] for place in range(longest) for tricks in turns if place < len(tricks)]
    return [in_turn[place % len(in_turn)] for place in range(EACH)]
