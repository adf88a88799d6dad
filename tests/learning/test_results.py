"""What somebody's link rounds say of them, in figures and in words, and as a file."""

from __future__ import annotations

import csv
import io
import random
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ShilianError
from app.i18n import use
from app.learning import results_words as words
from app.learning.dealing import pool
from app.learning.results import Results, blocks, results
from app.learning.results_file import csv_text, harmless, save, table
from app.learning.rounds import PlayedRound, played_rounds
from app.links.discrimination import Interval, wilson
from app.links.rates import Measured, TooFew
from app.links.score import Judged
from app.links.tricks.table import TRICKS
from app.progress.events import Event, Json
from tests.learning.link_past import KINDS, played, stored, taken_form
from tests.progress.builders import NOON, event, scribe

ME = "lin"
POOL = pool()


def of(*rounds: PlayedRound) -> Results:
    return results(stored(scribe(), ME, rounds), POOL, NOON)


def past(count: int, **how) -> Results:
    return of(*played(count, **how))


# ── how much it takes


def test_nobody_has_played():
    found = results([], POOL, NOON)
    assert found.measured == TooFew(20, 20)
    assert (found.rounds, found.blocks, found.tricks, found.weakest) == ((), (), (), "")
    assert words.figures(found) == ()
    assert "20 fakes and 20 genuine" in words.still_needed(found.counts)


def test_twelve_rounds_say_only_how_many_more_are_needed():
    found = past(12)
    assert isinstance(found.measured, TooFew)
    assert found.counts.fakes + found.measured.fakes == 20
    assert found.counts.genuine + found.measured.genuine == 20
    assert (found.blocks, found.tricks, found.sureness, found.weakest) == ((), (), None, "")
    said = words.still_needed(found.counts)
    assert f"you have judged {found.counts.fakes} and {found.counts.genuine}" in said


def test_two_hundred_rounds_say_everything():
    found = past(200)
    assert isinstance(found.measured, Measured)
    assert found.owner_rounds == 200
    assert len(found.blocks) == 4
    assert found.sureness is not None
    assert found.hidden is not None
    assert found.hidden.links == 20
    assert found.weakest in TRICKS
    assert len(words.figures(found)) == 4
    assert found.measured.discrimination.d_prime.low < 1.8
    assert found.measured.discrimination.d_prime.high > 1.8


def test_without_a_confidence_there_is_no_curve():
    """Somebody who says "can't tell" of every second link."""
    rounds = [
        one._replace(said="cannot_tell") if place % 2 else one
        for place, one in enumerate(played(60))
    ]
    found = of(*rounds)
    assert isinstance(found.measured, Measured)
    assert found.sureness is None
    assert words.figures(found)[3].value == "–"


# ── blocks


def test_a_block_is_closed_by_its_twentieth_fake_and_genuine_link():
    told = [Judged("fake", "fake")] * 30 + [Judged("genuine", "fake")] * 20
    (one,) = blocks(told)
    assert (one.first, one.last, one.rounds, one.right) == (1, 50, 50, 30)
    assert one.share == wilson(30, 50)
    assert list(blocks(told[:-1])) == []


@given(st.lists(st.sampled_from(("fake", "genuine", "cannot_tell")), max_size=300))
def test_blocks_follow_each_other_and_are_large_enough(truths):
    told = [Judged(truth, "fake") for truth in truths]
    at = 0
    for one in blocks(told):
        assert one.first == at + 1
        inside = truths[at : one.last]
        assert inside.count("fake") >= 20
        assert inside.count("genuine") >= 20
        assert min(inside[:-1].count("fake"), inside[:-1].count("genuine")) < 20
        at = one.last
    left = truths[at:]
    assert min(left.count("fake"), left.count("genuine")) < 20


def test_what_the_blocks_say_is_no_more_than_their_intervals_allow():
    better = [*played(45, d_prime=0.3, seed=2), *played(90, d_prime=4, seed=3)]
    assert "more often" in words.trend_said(of(*better).blocks)
    worse = [*played(45, d_prime=4, seed=2), *played(90, d_prime=0.3, seed=3)]
    assert "less often" in words.trend_said(of(*worse).blocks)
    assert "chance" in words.trend_said(past(200).blocks)
    assert "second block" in words.trend_said(past(60).blocks)


# ── tricks, kinds, what is told apart


def test_tricks_come_weakest_first_and_those_hardly_met_last():
    rounds = [PlayedRound("genuine", "genuine", 0.9, kind="plain")] * 20
    for trick, met, missed in (("swap", 10, 5), ("combo", 10, 1), ("pinyin", 4, 4)):
        rounds += [
            PlayedRound("fake", "genuine" if n < missed else "fake", 0.9, trick=trick)
            for n in range(met)
        ]
    found = of(*rounds)
    assert [one.rate.name for one in found.tricks] == ["swap", "combo", "pinyin"]
    assert words.own_d_prime(found.tricks[0]) == "10 more needed"
    assert words.called(found.tricks[0].rate) == "5 of 10"


def test_kinds_most_suspected_come_first_and_those_hardly_met_last():
    rounds = [PlayedRound("fake", "fake", 0.9, trick="swap")] * 20
    for kind, met, suspected in (("plain", 10, 1), ("short", 10, 5), ("http", 1, 1)):
        rounds += [
            PlayedRound("genuine", "fake" if n < suspected else "genuine", 0.9, kind=kind)
            for n in range(met)
        ]
    assert [one.name for one in of(*rounds).kinds] == ["short", "plain", "http"]


def test_a_trick_met_often_enough_has_its_own_d_prime():
    rounds = [PlayedRound("genuine", "genuine", 0.9)] * 20
    rounds += [PlayedRound("fake", "fake", 0.9, trick="swap")] * 20
    (one,) = of(*rounds).tricks
    assert one.discrimination is not None
    assert words.own_d_prime(one).startswith(words.number(one.discrimination.d_prime.value))


def test_only_what_can_be_dealt_is_to_be_drilled():
    rounds = [PlayedRound("genuine", "genuine", 0.9)] * 20
    rounds += [PlayedRound("fake", "genuine", 0.9, trick="my-own-word")] * 19
    found = of(*rounds, PlayedRound("fake", "fake", 0.9, trick="swap"))
    assert found.tricks[0].rate.name == "my-own-word"
    assert found.weakest == "swap"
    assert words.trick_title("my-own-word") == "my-own-word"


def test_demands_are_told_apart():
    found = of(*played(60), *played(60, judge="demand", seed=9))
    alone = past(60)
    assert (found.owner_rounds, found.demand_rounds) == (60, 60)
    assert found.measured == alone.measured
    assert not isinstance(found.demands, TooFew)
    assert found.demands.right.links == 60
    assert "Harmful ones seen" in words.demand_said(found).meaning
    few = of(*played(10, judge="demand"))
    assert isinstance(few.demands, TooFew)
    assert words.demand_said(few).value == "–"
    assert f"{few.demand_counts.fakes} and {few.demand_counts.genuine}" in (
        words.demand_said(few).meaning
    )


# ── forms


def test_forms_are_compared_with_the_first_one():
    writer = scribe()
    told = [
        *taken_form(writer, ME, "A", right=7),
        *stored(writer, ME, played(30)),
        *taken_form(writer, ME, "B", right=12),
        *taken_form(writer, ME, "C", right=8),
        *taken_form(writer, ME, "B", right=1),  # once more: only the first time counts
    ]
    found = results(told, POOL, NOON)
    assert [one.form for one in found.forms] == ["A", "B", "C"]
    pairs = [(one.earlier.form, one.later.form) for one in found.comparisons]
    assert pairs == [("A", "B"), ("A", "C")]
    assert [one.change.direction for one in found.comparisons] == ["better", "unclear"]
    first, second = found.comparisons
    assert words.comparison_said(first).startswith("From test 1 to test 2: +")
    assert second.change.difference.low < 0 < second.change.difference.high


def test_a_form_broken_off_is_none():
    writer = scribe()
    events = list(taken_form(writer, ME, "A", right=7))
    found = results(events[:-3], POOL, NOON)
    assert found.forms == ()
    alone = results(events, POOL, NOON)
    assert [one.form for one in alone.forms] == ["A"]
    assert alone.comparisons == ()
    assert "d′" not in words.first_form_said(alone.forms[0], UTC)


# ── what holds of any history


_truths = st.sampled_from(("fake", "genuine", "cannot_tell"))
_names = st.sampled_from(("", "swap", "combo", "pinyin", "short-link", "no such trick"))
_rounds = st.builds(
    PlayedRound,
    truth=_truths,
    said=_truths,
    confidence=st.floats(0, 1),
    judge=st.sampled_from(("owner", "owner", "demand")),
    trick=_names,
    kind=st.sampled_from(("", *KINDS)),
    time_ms=st.integers(0, NOON),
)


@settings(max_examples=60)
@given(st.lists(_rounds, max_size=150), st.randoms(use_true_random=False))
def test_the_results_hold_together_whatever_was_played(rounds, luck):
    events = list(stored(scribe(), ME, [one for one in rounds if one.judge == "owner"]))
    events += stored(scribe(2), ME, [one for one in rounds if one.judge == "demand"])
    found = results(events, POOL, NOON)
    mixed = [*events, *events[: len(events) // 2]]
    luck.shuffle(mixed)
    assert results(mixed, POOL, NOON) == found
    assert len(found.rounds) == len(rounds)
    shares = [one.share for one in found.blocks]
    if isinstance(found.measured, Measured):
        shares += [found.measured.accuracy, *(one.rate.share for one in found.tricks)]
        assert found.counts.has_at_least(20)
        assert found.blocks
    else:
        assert max(found.measured) > 0
        nothing = ((), (), None, "")
        assert (found.blocks, found.tricks, found.sureness, found.weakest) == nothing
    if found.sureness is not None:
        sure = found.sureness
        shares.append(sure.brier)
        assert sure.brier.value == pytest.approx(sure.curve.brier)
        assert sure.excess.value == pytest.approx(sure.curve.overconfidence)
        assert -1 <= sure.excess.low <= sure.excess.value <= sure.excess.high <= 1
    for one in shares:
        assert 0 <= one.low <= one.value <= one.high <= 1
    for said in words.figures(found):
        assert all(said)
    assert len(table(found.rounds)) == len(rounds) + 1


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("truth", "said", "mode", "level", "slots", "judge", "trick", "x")),
            inner,
        )
    ),
    max_leaves=9,
)


@given(st.lists(st.tuples(st.sampled_from(("started", "answered", "finished")), _json, _json)))
def test_no_history_is_too_odd_to_be_read(odd: list[tuple[str, Json, Json]]):
    events: list[Event] = [
        event(number, ME, verb, response=response, result=result)  # type: ignore[arg-type]
        for number, (verb, response, result) in enumerate(odd)
    ]
    assert isinstance(results(events, POOL, NOON), Results)


# ── words


@pytest.mark.parametrize(
    ("value", "said"), [(1.838, "1.84"), (-0.213, "−0.21"), (-0.001, "0.00"), (0, "0.00")]
)
def test_numbers_have_two_decimals_and_a_proper_minus(value: float, said: str):
    assert words.number(value) == said


def test_every_leaning_has_its_sentence():
    leanings = [Interval(-0.5, -0.9, -0.1), Interval(0, -0.3, 0.3), Interval(0.5, 0.1, 0.9)]
    said = [words.criterion_said(one) for one in leanings]
    assert [one.meaning.split()[0] for one in said] == ["Inclined", "Balanced:", "Inclined"]
    assert "suspect" in said[0].meaning
    assert "trust:" in said[2].meaning
    assert [one.tone for one in said] == ["warn", "ok", "warn"]


def test_every_distance_has_its_sentence():
    distances = [
        Interval(-1, -1.6, -0.4),
        Interval(0.4, -0.2, 1),
        Interval(1.2, 0.6, 1.8),
        Interval(2.4, 1.8, 3),
    ]
    assert len({words.d_prime_said(one).meaning for one in distances}) == 4


def test_who_is_too_sure_is_told_so():
    def sure(confidence: float, right: int):
        rounds = [
            PlayedRound(truth, truth if n < right else other, confidence)
            for n in range(40)
            for truth, other in (("fake", "genuine"), ("genuine", "fake"))
        ]
        return words.sureness_said(of(*rounds).sureness)

    assert sure(0.95, 20).meaning.startswith("Too sure")
    assert sure(0.55, 39).meaning.startswith("You know more")
    assert sure(0.75, 30).meaning.startswith("As sure")


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_trick_and_kind_has_a_name_in_both_languages(language: str):
    use(language)
    for trick in TRICKS:
        assert words.trick_title(trick) != trick
    assert len({words.kind_title(kind) for kind in KINDS}) == len(KINDS)
    assert words.kind_title("new-kind") == "new-kind"


# ── the file


def read(text: str) -> list[dict[str, str]]:
    assert text[0] == "\ufeff"
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_every_round_is_a_line():
    rounds = [*played(30), *played(5, judge="demand", seed=2)]
    found = list(played_rounds(stored(scribe(), ME, rounds)))
    lines = read(csv_text(found, UTC))
    assert [line["Number"] for line in lines] == [str(n) for n in range(1, 36)]
    assert lines[0]["Time"].startswith("2026-11-1")
    assert {line["Asked for"] for line in lines} == {"the owner", "the demand"}
    right = [line["Right (1) or not (0)"] for line in lines]
    assert right == [str(int(one.is_right)) for one in rounds]
    for line, one in zip(lines, rounds, strict=True):
        assert (line["Confidence (0.5 to 1)"] == "") == (one.said == "cannot_tell")
        assert 0 <= float(line["Loss (0 to 1)"]) <= 1


def test_links_in_the_file_open_nothing():
    for line in read(csv_text(played(60))):
        assert "://" not in line["Link (made unusable)"].replace("hxxps://", "")
        assert "." not in line["Owner"].replace("[.]", "")


NASTY = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", " =1", "\t=1", "\r=1", '"=1', "a,b\n=c"]


@given(st.sampled_from(NASTY) | st.text())
def test_no_cell_is_a_formula(text: str):
    one = PlayedRound("fake", "fake", 0.9, trick=text, kind=text, brand=text, owner=text, link=text)
    (line,) = read(csv_text([one]))
    for cell in line.values():
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        assert not set(cell) & set("\t\r\n\x00")


def test_what_is_no_formula_stays_as_it_is():
    assert harmless("mobile[.]yangkeduo[.]com") == "mobile[.]yangkeduo[.]com"
    assert harmless("0.25") == "0.25"
    assert harmless("=1") == "'=1"


def test_the_file_is_whole_or_not_there(tmp_path: Path):
    file = tmp_path / "我的结果.csv"
    assert save(played(20), file) == 20
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
    with pytest.raises(ShilianError, match="cannot be written") as caught:
        save(played(20), tmp_path / "no folder" / "x.csv")
    assert caught.value.safe
    assert caught.value.next_step
    in_the_way = tmp_path / "a folder.csv"
    in_the_way.mkdir()
    with pytest.raises(ShilianError):
        save(played(20), in_the_way)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([file.name, in_the_way.name])


def test_the_file_speaks_the_language_in_use():
    use("zh-CN")
    first = csv_text(played(1))[1:].splitlines()[0]
    assert first.startswith("序号,时间")


def test_shuffled_rounds_measure_the_same():
    rounds = played(120)
    other = random.Random(3).sample(rounds, len(rounds))
    one, two = of(*rounds), of(*other)
    assert isinstance(one.measured, Measured)
    assert isinstance(two.measured, Measured)
    assert one.measured.discrimination == two.measured.discrimination
    assert one.measured.kinds == two.measured.kinds
