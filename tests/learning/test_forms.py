"""Five parallel tests of the same difficulty, compared in words."""

from __future__ import annotations

from collections import Counter
from statistics import fmean

import pytest

from app.learning.forms import DUE_DAYS, EACH, FORMS, change, due_form, plan_form
from app.learning.game_plan import plan_from_json
from app.learning.review import DAY_MS
from app.links.discrimination import LEAST_IN_FORM, Tally, discrimination
from tests.simulation.learners import GENUINE, POOL, SimulatedLearner

BRANDS = tuple(f"brand-{number}" for number in range(12))


def plans(seed: int = 1):
    return {form: plan_form(form, POOL, BRANDS, seed, 0) for form in FORMS}


def test_every_form_has_twelve_of_each():
    for plan in plans().values():
        assert Counter(slot.truth for slot in plan.slots) == {"fake": EACH, "genuine": EACH}
        assert plan_from_json(plan.to_json()) == plan
    assert EACH >= LEAST_IN_FORM


def test_all_forms_ask_the_same_tricks_and_brands():
    first, *others = plans().values()
    for other in others:
        for part in ("trick", "brand"):
            wanted = Counter((slot.truth, getattr(slot, part)) for slot in first.slots)
            assert Counter((slot.truth, getattr(slot, part)) for slot in other.slots) == wanted


def test_the_order_gives_nothing_away():
    orders = {tuple(slot.truth for slot in plan.slots) for plan in plans().values()}
    assert len(orders) == len(FORMS)


def test_the_tricks_come_from_every_family():
    family = {trick.id: trick.family for trick in POOL}
    plan = plan_form("A", POOL, BRANDS, 7, 0)
    met = {family[slot.trick] for slot in plan.slots if slot.trick}
    assert met == {trick.family for trick in POOL if trick.truth == "fake"}


def test_no_form_is_harder_for_anybody():
    """Expected right answers of simulated learners, form by form."""
    for seed in range(1_000, 1_030):
        learner = SimulatedLearner(seed)
        expected = [
            fmean(learner.p_right(slot.trick or GENUINE, 0) for slot in plan.slots)
            for plan in plans(seed).values()
        ]
        assert max(expected) - min(expected) < 1e-9


def test_few_tricks_take_turns():
    plan = plan_form("B", POOL[:5], (), 3, 0)
    counts = Counter(slot.trick for slot in plan.slots if slot.trick)
    assert len(counts) == 5
    assert max(counts.values()) - min(counts.values()) <= 1
    with pytest.raises(ValueError, match="no trick"):
        plan_form("B", (), (), 3, 0)


def test_forms_come_before_after_and_long_after():
    trained = 50 * DAY_MS
    assert due_form({}, None, 0) == "A"
    assert due_form({"A": 1}, None, trained) is None
    taken = {"A": 1}
    for form, days in DUE_DAYS.items():
        assert days == 0 or due_form(taken, trained, trained + days * DAY_MS - 1) is None
        assert due_form(taken, trained, trained + days * DAY_MS) == form
        taken[form] = trained
    assert due_form(taken, trained, 10**15) is None


def test_who_trained_without_the_first_form_goes_on_with_the_second():
    assert due_form({}, 5, 5) == "B"


def form_result(hits: float, false_alarms: float):
    found = discrimination(Tally(EACH, EACH, hits, false_alarms), least=LEAST_IN_FORM)
    assert found is not None
    return found


def test_a_change_is_only_named_if_chance_cannot_have_made_it():
    weak, better, strong = form_result(7, 5), form_result(8, 4), form_result(12, 0)
    assert change(weak, strong).direction == "better"
    assert change(strong, weak).direction == "worse"
    assert change(weak, better).direction == "unclear"
    sentences = {change(weak, other).in_words() for other in (strong, better)}
    assert len(sentences) == 2
    assert "chance" in change(weak, better).in_words()
