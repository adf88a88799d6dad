"""Rules about a scenario's graph: every choice leads somewhere, and everybody gets to an end."""

from __future__ import annotations

from itertools import islice

from app.content.parts import Findings, Part, brief, is_blank


def check_scenario(step: Part, found: Findings) -> None:
    """All rules of one scenario step."""
    scenes = step.values.get("scenes")
    if not scenes:
        return
    by_id: dict[str, Part] = {}
    for scene in scenes:
        by_id.setdefault(scene.id, scene)
        _check_scene(scene, found)
    _check_signals(step, scenes, found)
    # A broken link would make half of the scenes look unreachable: one thing at a time.
    if _check_targets(step, scenes, by_id, found) and _all_read(step, scenes):
        _check_ways(step, scenes, by_id, found)


def _all_read(step: Part, scenes: list[Part]) -> bool:
    """Whether every scene and choice could be read, so that the graph is all there."""
    if len(scenes) != len(step.place("scenes").value):
        return False
    for scene in scenes:
        values = scene.values
        if "choices" in values and values["choices"] is None:
            return False
        if "end" in values and values["end"] is None:
            return False
        if "id" in values and values["id"] is None:
            return False
        choices = values.get("choices")
        if choices and (
            len(choices) != len(scene.place("choices").value)
            or any(choice.values.get("go") is None for choice in choices)
        ):
            return False
    return True


def _check_scene(scene: Part, found: Findings) -> None:
    values = scene.values
    if "end" in values:
        for key in ("says", "choices"):
            if key in values:
                found.add("E304", scene.key_place(key), id=scene.id, key=key)
        if values.get("text") is None and not _is_wrong(scene, "text"):
            found.add("E307", scene.place("id"), id=scene.id)
        return
    if "choices" not in values:
        found.add("E305", scene.place("id"), id=scene.id)
    elif "says" not in values:
        found.add("E308", scene.place("id"), id=scene.id)
    if "text" in values:
        found.add("E310", scene.key_place("text"), id=scene.id)
    for key in ("says", "choices"):
        if key in values and values[key] is None and not _is_wrong(scene, key):
            found.add("E159", scene.key_place(key), key=key, name="scene")


def _is_wrong(part: Part, key: str) -> bool:
    """Whether this key has a value that could not be read, of which an issue tells."""
    if key not in part.values or part.values[key] is not None:
        return False
    return not is_blank(part.place(key))


def _check_targets(step: Part, scenes: list[Part], by_id: dict[str, Part], found: Findings) -> bool:
    """Whether `start` and every `go` name a scene."""
    sound = True
    start = step.values.get("start")
    if start is not None and start not in by_id:
        found.add("E306", step.place("start"), id=brief(start), meant=_meant(start, by_id, found))
        sound = False
    for scene in scenes:
        for choice in scene.values.get("choices") or ():
            go = choice.values.get("go")
            if go is not None and go not in by_id:
                found.add("E301", choice.place("go"), id=brief(go), meant=_meant(go, by_id, found))
                sound = False
    return sound


def _meant(name: str, by_id: dict[str, Part], found: Findings) -> str:
    return found.near(name, by_id) or ", ".join(islice(by_id, 6))


def _check_ways(step: Part, scenes: list[Part], by_id: dict[str, Part], found: Findings) -> None:
    """Every scene can be reached, and from every scene an ending."""
    leads_to = {
        scene.id: [choice.values["go"] for choice in scene.values.get("choices") or ()]
        for scene in by_id.values()
    }
    start = step.values.get("start") or scenes[0].id
    reached = _spread([start], leads_to)
    for scene in by_id.values():
        if scene.id not in reached:
            found.add("E302", scene.place("id"), id=scene.id)
    endings = [scene.id for scene in by_id.values() if scene.values.get("end")]
    if not endings:
        found.add("E309", step.key_place("scenes"))
        return
    comes_from: dict[str, list[str]] = {}
    for scene_id, targets in leads_to.items():
        for target in targets:
            comes_from.setdefault(target, []).append(scene_id)
    saved = _spread(endings, comes_from)
    for scene in by_id.values():
        # Unreachable ones are told of already, and one without choices likewise.
        if scene.id in reached and scene.id not in saved and leads_to[scene.id]:
            found.add("E303", scene.place("id"), id=scene.id)


def _spread(first: list[str], edges: dict[str, list[str]]) -> set[str]:
    """All that can be reached from `first`."""
    reached = set(first)
    waiting = list(first)
    while waiting:
        for target in edges.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def _check_signals(step: Part, scenes: list[Part], found: Findings) -> None:
    ids = dict.fromkeys(signal.id for signal in step.parts("signals"))
    for scene in scenes:
        for saying in scene.values.get("says") or ():
            signal = saying.values.get("signal")
            if signal is not None and signal not in ids:
                meant = found.near(signal, ids) or ", ".join(islice(ids, 6))
                code = "E311" if meant else "E312"
                found.add(code, saying.place("signal"), id=brief(signal), meant=meant)
