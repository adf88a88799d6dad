"""How many decisions it takes to an ending, checked against walking every way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.content.models import ScenarioStep
from app.learning.ways import way_lengths
from tests.learning import builders as b


def graph(*links: tuple[int, ...]) -> ScenarioStep:
    """Scene n leads to the scenes named; one that leads nowhere is an ending."""
    return b.chat(
        **{
            f"s{number}": tuple(b.choice(f"c{go}", "safe", f"s{go}") for go in following)
            if following
            else "mixed"
            for number, following in enumerate(links)
        }
    )


def lengths(*links: tuple[int, ...]) -> dict[str, tuple[int, int]]:
    return {
        scene: (each.shortest, each.longest) for scene, each in way_lengths(graph(*links)).items()
    }


def every_way(links: tuple[tuple[int, ...], ...], scene: int) -> list[int]:
    if not links[scene]:
        return [0]
    return [1 + rest for go in links[scene] for rest in every_way(links, go)]


def test_a_short_and_a_long_way() -> None:
    assert lengths((1, 3), (2,), (3,), ()) == {
        "s0": (1, 3),
        "s1": (2, 2),
        "s2": (1, 1),
        "s3": (0, 0),
    }


def test_turning_back_does_not_make_the_way_endless() -> None:
    assert lengths((1, 2), (0, 2), ())["s0"] == (1, 2)
    assert lengths((0, 1), ())["s0"] == (1, 1)


def test_where_the_only_way_leads_back() -> None:
    # From s1 one must go back to s0 first: two decisions, though that is turning back.
    assert lengths((1, 2), (0,), ())["s1"] == (2, 2)


def test_without_a_way_to_an_ending() -> None:
    assert "s1" not in lengths((1, 2), (1,), ())


def test_choices_that_lead_nowhere_are_passed_over() -> None:
    step = b.chat(a=(b.choice("x", "safe", "gone"), b.choice("y", "safe", "e")), e="safe")
    assert way_lengths(step)["a"] == (1, 1)


def test_a_scenario_thousands_of_scenes_deep() -> None:
    deep = way_lengths(graph(*[(number + 1, 3000) for number in range(3000)], ()))
    assert deep["s0"] == (1, 3000)


@given(st.integers(1, 8), st.data())
def test_without_rings_both_are_exact(count: int, data: st.DataObject) -> None:
    links = tuple(
        tuple(
            data.draw(st.lists(st.integers(number + 1, count - 1), unique=True, max_size=3))
            if number + 1 < count
            else []
        )
        for number in range(count)
    )
    found = way_lengths(graph(*links))
    reachable = {0}
    for number in range(count):
        if number in reachable:
            reachable.update(links[number])
    for scene in reachable:
        walked = every_way(links, scene)
        assert tuple(found[f"s{scene}"]) == (min(walked), max(walked))


@given(st.lists(st.lists(st.integers(0, 7), unique=True, max_size=3), min_size=8, max_size=8))
def test_with_rings_the_longest_is_a_way_without_going_round(links: list[list[int]]) -> None:
    found = way_lengths(graph(*map(tuple, links)))
    for each in found.values():
        assert 0 <= each.shortest <= each.longest <= 7 or each.longest == each.shortest
