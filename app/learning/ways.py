"""How many decisions it still takes to an ending of a scenario: at least, and at most."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import NamedTuple

from app.content.models import ScenarioStep


class WayLengths(NamedTuple):
    """Decisions from a scene to an ending; 0 at an ending. `longest` counts no turning back."""

    shortest: int
    longest: int


def way_lengths(step: ScenarioStep) -> dict[str, WayLengths]:
    """Scene id → the lengths of its ways. Scenes without a way to an ending are left out.

    In a scenario without rings both are exact. Where choices lead back to an earlier scene,
    those choices (back edges of a depth-first walk from the start) do not count for the
    longest way, which would have no end otherwise; it is never less than the shortest.
    Takes time linear in the number of choices, rings or not.
    """
    next_scenes = {
        scene.id: tuple(dict.fromkeys(c.go for c in scene.choices) if scene.end is None else ())
        for scene in step.scenes
    }
    endings = {scene.id for scene in step.scenes if scene.end is not None}
    shortest = _shortest(next_scenes, endings)
    longest = _longest(next_scenes, endings, step.start)
    return {
        scene: WayLengths(length, max(length, longest.get(scene, 0)))
        for scene, length in shortest.items()
    }


def _shortest(next_scenes: Mapping[str, tuple[str, ...]], endings: set[str]) -> dict[str, int]:
    """Breadth first, from all endings backwards."""
    before: dict[str, list[str]] = {}
    for scene, following in next_scenes.items():
        for each in following:
            before.setdefault(each, []).append(scene)
    lengths = dict.fromkeys(sorted(endings), 0)
    waiting = deque(lengths)
    while waiting:
        scene = waiting.popleft()
        for earlier in before.get(scene, ()):
            if earlier not in lengths:
                lengths[earlier] = lengths[scene] + 1
                waiting.append(earlier)
    return lengths


def _longest(
    next_scenes: Mapping[str, tuple[str, ...]], endings: set[str], start: str
) -> dict[str, int]:
    """Depth first from the start, with a stack of its own: a lesson may be thousands deep."""
    lengths: dict[str, int] = {}
    seen: set[str] = set()
    stack = [(start, False)]
    while stack:
        scene, is_return = stack.pop()
        if is_return:
            # A scene still on the way has no length yet: so back edges fall out.
            onward = [lengths[each] + 1 for each in next_scenes[scene] if each in lengths]
            if scene in endings:
                lengths[scene] = 0
            elif onward:
                lengths[scene] = max(onward)
        elif scene in next_scenes and scene not in seen:
            seen.add(scene)
            stack.append((scene, True))
            stack.extend((each, False) for each in next_scenes[scene])
    return lengths
