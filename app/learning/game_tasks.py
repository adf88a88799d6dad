"""What there is to play: a level, free play, a drill, a test form, or a lesson's own links.

A task is a value; the sitting it leads to is planned from it with a seed and the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast, get_args

from app.content.models import LinkGameStep
from app.i18n import _
from app.learning.choosing import drill
from app.learning.dealing import hidden_tricks, pool
from app.learning.forms import FORMS, Form, number_of, plan_form
from app.learning.game_plan import GamePlan, Mode, plan_free, plan_level
from app.learning.link_steps import level_of
from app.learning.skill import History
from app.links.brands import Brands
from app.links.levels import Level, LevelList
from app.links.score import Judge
from app.links.tricks.table import TRICKS

#: Where rounds outside of lessons stand in the history. No lesson's id begins like this.
PLACE = "_links"

_DEMAND_BLOCK = 10  # rounds: there are fewer demands than links


class Task(NamedTuple):
    """One thing to play. `id` is the step in the object path: `level-owner`, `free`, …

    `name` is the level's, drill's or form's own part of it. `is_aided`: the parts of the link are
    shown in the first rounds, because it is the first level and not passed yet.
    """

    id: str
    mode: Mode
    title: str
    rule: str = ""
    judge: Judge = "owner"
    level: Level | None = None
    name: str = ""
    pass_percent: int = 80
    is_aided: bool = False

    def plan(self, seed: int, now_ms: int, history: History, brands: Brands) -> GamePlan:
        """A sitting of it. `seed` decides what comes; for a form it is the learner's own."""
        if self.level is not None:
            return plan_level(self.level, seed, now_ms, hidden_tricks())
        if self.mode == "drill":
            tricks = tuple(one.id for one in drill(pool(), self.name, history, now_ms))
            return plan_free(seed, now_ms, tricks=tricks)
        if self.mode == "form":
            names = [one.id for one in brands.brands if not one.is_invented]
            return plan_form(cast(Form, self.name), pool(), names, seed, now_ms)
        if self.judge == "demand":
            return plan_free(seed, now_ms, rounds=_DEMAND_BLOCK, judge="demand")
        return plan_free(seed, now_ms)


def level_task(level: Level, *, is_aided: bool = False) -> Task:
    """A level of the course."""
    return Task(
        id=f"level-{level.id}",
        mode="level",
        title=level.title,
        rule=level.rule,
        judge=level.judge,
        level=level,
        name=level.id,
        is_aided=is_aided,
    )


def step_task(step: LinkGameStep, levels: LevelList) -> Task:
    """A lesson's own link game.

    If it names a level that there is not (any more), links of every kind take its place.
    """
    try:
        level = level_of(step, levels)
    except KeyError:
        instead = _("The links of this step cannot be read; here are others to practise with.")
        return Task(id=step.id, mode="free", title=step.title, rule=instead)
    return Task(
        id=step.id,
        mode="level",
        title=step.title,
        rule=level.rule or step.intro,
        judge=level.judge,
        level=level,
        name=level.id,
        pass_percent=step.pass_percent,
    )


def task_named(detail: str, levels: LevelList, passed: Sequence[str] | frozenset[str]) -> Task:
    """The task of a route: `level:owner`, `free`, `demands`, `drill:swap`, `form:A`.

    What there is not (any more) is free play.
    """
    kind, _colon, name = detail.partition(":")
    if kind == "level":
        for number, level in enumerate(levels.levels):
            if level.id == name:
                return level_task(level, is_aided=number == 0 and name not in passed)
    if kind == "drill" and name in TRICKS and TRICKS[name].needs_link:
        title = _("Drill: {trick}").format(trick=_(TRICKS[name].title))
        return Task(f"drill-{name}", "drill", title, name=name)
    if kind == "form" and name in get_args(Form):
        return Task(f"form-{name.lower()}", "form", form_title(cast(Form, name)), name=name)
    if kind == "demands":
        title = _("Would you do what it asks?")
        return Task("demands", "free", title, judge="demand")
    return Task("free", "free", _("Free play"))


def form_title(form: Form) -> str:
    """What a test is called: they are counted from 1."""
    return _("Test {number}").format(number=number_of(form))


def forms_taken(finished_ms: Mapping[str, int]) -> dict[Form, int]:
    """When each form was finished, from the time at which each task was."""
    found = {form: finished_ms.get(f"form-{form.lower()}") for form in FORMS}
    return {form: when for form, when in found.items() if when is not None}
