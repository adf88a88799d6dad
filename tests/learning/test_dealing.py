"""The game with its real dealer: fresh links, as asked for, and the same again when going on."""

from __future__ import annotations

import pytest

from app.content.brand_list import load_brands
from app.content.level_list import load_levels
from app.learning.dealing import dealer, hidden_tricks, pool
from app.learning.forms import FORMS, plan_form
from app.learning.game import Ask, Dealt, Game
from app.learning.game_plan import plan_free, plan_level
from app.learning.skill import History
from app.links.lens import Lens
from app.links.rounds import bare
from app.links.score import truth_of
from app.paths import built_in_course

BRANDS = load_brands(built_in_course())[0]
assert BRANDS is not None
LENS = Lens(BRANDS)
DEAL = dealer(BRANDS)
NEW = History(skills={})


def through(game: Game):
    """Every round of the sitting, all answered rightly."""
    told = []
    while not game.is_over:
        one = game.next_round(DEAL)
        assert one is not None
        told.append(game.judge(one, one.truth, 0.9, time_ms=game.number))
        game = game.after(told[-1])
    return game, told


@pytest.mark.parametrize("trick", [each.id for each in pool()])
def test_every_trick_of_the_pool_is_dealt_as_asked(trick):
    truth = "cannot_tell" if trick in hidden_tricks() else "fake"
    for seed in range(20):
        dealt = DEAL(Ask(truth, trick, "owner", seed))
        assert (dealt.truth, dealt.trick) == (truth, trick)
        seen = LENS.read_link(dealt.link).verdict
        assert truth_of(seen, claims_brand=True) == truth or trick == "text-differs"


def test_ten_sittings_of_free_play_never_repeat_a_link_or_a_fakes_owner():
    history, rounds = NEW, []
    for number in range(10):
        game, told = through(Game.begin(plan_free(number, 0), history, pool=pool()))
        history = game.history
        rounds += told
    links = [one.link for one in rounds if one.link]
    assert len(set(links)) == len(links)
    fakes = [one for one in rounds if one.truth == "fake"]
    assert len({one.owner for one in fakes}) == len(fakes)
    assert len({bare(one.link) for one in fakes}) == len(fakes)


def test_the_same_plan_deals_the_same_links():
    plan = plan_free(77, 0)
    first, again = (through(Game.begin(plan, NEW, pool=pool()))[1] for _ in range(2))
    assert first == again
    other = through(Game.begin(plan_free(78, 0), NEW, pool=pool()))[1]
    assert not {one.link for one in other if one.link} & {one.link for one in first}


def test_every_built_in_level_can_be_played_to_its_end():
    levels = load_levels(built_in_course(), "zh-CN")[0]
    assert levels is not None
    for level in levels.levels:
        plan = plan_level(level, 5, 0, hidden_tricks())
        game, told = through(Game.begin(plan, NEW, level=level, pool=pool()))
        assert len(told) == 20
        assert game.score.is_passed
        assert {one.judge for one in told} == {level.judge}
        fakes = sum(one.truth == "fake" for one in told)
        genuine = sum(one.truth == "genuine" for one in told)
        assert abs(fakes - genuine) <= 1, level.id


def test_every_form_can_be_played_and_shares_no_link_with_another():
    brands = [brand.id for brand in BRANDS.brands][:12]
    seen: set[str] = set()
    for form in FORMS:
        _game, told = through(Game.begin(plan_form(form, pool(), brands, 3, 0), NEW, pool=pool()))
        links = {one.link for one in told}
        assert len(links) == 24
        assert not links & seen
        seen |= links
        assert all(isinstance(one.owner, str) and one.owner for one in told)


def test_what_the_history_keeps_is_what_was_dealt():
    dealt = DEAL(Ask("genuine", "", "owner", 4, brand="pinduoduo"))
    assert isinstance(dealt, Dealt)
    assert (dealt.trick, dealt.brand) == ("", "pinduoduo")
    assert dealt.kind
    assert dealt.owner in dealt.shown.url.lower() or "xn--" in dealt.owner
    demand = DEAL(Ask("genuine", "", "demand", 4))
    assert (demand.link, demand.shown.asks) == (demand.shown.text.zh, "demand")
