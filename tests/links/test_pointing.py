"""Where to point on a link: every name is a piece, and exactly one of them is the owner."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.links.anatomy import dissect
from app.links.deal import deal
from app.links.pointing import pieces_of
from tests.links.official import built_in

NAMES = {
    "https://mobile.yangkeduo.com.hd.example/zl?u=8": ["mobile", "yangkeduo.com", "hd.example"],
    "https://pinduoduo.com:443@203.0.113.7/kan": ["pinduoduo.com", "203.0.113.7"],
    "https://dl.test/pinduoduo.com/login?from=yangkeduo.com&x=1": [
        "dl.test",
        "pinduoduo.com",
        "yangkeduo.com",
    ],
    "https://q7z.example/?u=http%3A%2F%2Fwww.baidu.com": ["q7z.example", "www", "baidu.com"],
    "https://shop.pinduoduo.github.io/x": ["shop", "pinduoduo.github.io"],
    "https://a.b.com.cn:81/#a.com": ["a", "b.com.cn", "a.com"],
    "http://3405803799/pdd": ["3405803799"],
    "https://pinduoduo。example/": ["pinduoduo。example"],
}


@pytest.mark.parametrize("url", NAMES)
def test_names_are_cut_out_alike_wherever_they_stand(url):
    pieces = pieces_of(dissect(url))
    assert [url[slice(*piece.span)] for piece in pieces if piece.is_name] == NAMES[url]


def test_every_dealt_link_has_one_owner_and_its_span():
    for one in deal(built_in(), "point", 2_000):
        if one.owner is None:
            continue
        pieces = pieces_of(dissect(one.url))
        owners = [piece for piece in pieces if piece.is_owner]
        assert [piece.span for piece in owners] == [one.owner_span], one.url
        assert "".join(one.url[slice(*piece.span)] for piece in pieces) == one.url


def test_how_many_names_there_are_does_not_tell_fakes():
    counts: dict[str, list[int]] = {"genuine": [], "fake": [], "cannot_tell": []}
    for one in deal(built_in(), "count", 3_000):
        if one.owner is not None:
            names = sum(piece.is_name for piece in pieces_of(dissect(one.url)))
            counts[one.truth].append(names)
    means = {truth: sum(each) / len(each) for truth, each in counts.items() if each}
    assert abs(means["genuine"] - means["fake"]) < 0.4


@settings(max_examples=400)
@given(st.text(max_size=60))
def test_pieces_cover_any_link_without_gaps(tail):
    url = "https://" + tail
    anatomy = dissect(url)
    if anatomy.trouble:
        return
    pieces = pieces_of(anatomy)
    assert [piece.span[0] for piece in pieces[1:]] == [piece.span[1] for piece in pieces[:-1]]
    assert sum(piece.is_owner for piece in pieces) == (anatomy.owner is not None)
