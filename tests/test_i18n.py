"""The catalogue says what the standard library's reader says, and a bad file is no trouble."""

from __future__ import annotations

import gettext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import i18n
from app.i18n import Catalogue, _, ngettext, sentences

FILE = i18n._LOCALE_FOLDER / "zh_CN/LC_MESSAGES/shilian.mo"
CONTENT = FILE.read_bytes()


def test_every_text_is_said_as_the_standard_library_says_it():
    i18n.use("zh-CN")
    with FILE.open("rb") as stream:
        theirs = gettext.GNUTranslations(stream)
    messages = list(theirs._catalog)
    assert len(messages) > 1000
    for message in filter(None, messages):
        if isinstance(message, tuple):
            continue
        assert _(message) == theirs.gettext(message)
    plurals = [key.decode().split("\0") for key in Catalogue(CONTENT)._numbers if b"\0" in key]
    assert plurals
    for singular, plural in plurals:
        for count in (0, 1, 2, 11):
            assert ngettext(singular, plural, count) == theirs.ngettext(singular, plural, count)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("One.", "Two."), "One. Two."),
        (("一。", "二。"), "一。二。"),
        (("It says “yes”", "Go on."), "It says “yes” Go on."),
        (("It says “yes.”", "Go on."), "It says “yes.” Go on."),
        (("他说“是。”", "好。"), "他说“是。”好。"),
        (("", "Two.", "", "Three."), "Two. Three."),
        ((), ""),
    ],
)
def test_sentences_stand_apart_as_their_language_wants(parts, said):
    assert sentences(*parts) == said


def test_what_is_not_there_is_said_in_english():
    i18n.use("zh-CN")
    assert _("") == ""
    assert _("never translated") == "never translated"
    assert [ngettext("one", "more", count) for count in (0, 1, 2)] == ["more", "one", "more"]
    i18n.use("en")
    assert [ngettext("one", "more", count) for count in (0, 1, 2)] == ["more", "one", "more"]


def test_a_catalogue_that_cannot_be_read_leaves_english(tmp_path, monkeypatch):
    monkeypatch.setattr(i18n, "_LOCALE_FOLDER", tmp_path)
    i18n.catalogue.cache_clear()
    try:
        i18n.use("zh-CN")
        assert _("Home") == "Home"
        folder = tmp_path / "zh_CN/LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "shilian.mo").write_bytes(b"PK\3\4" + CONTENT)
        i18n.catalogue.cache_clear()
        i18n.use("zh-CN")
        assert _("Home") == "Home"
    finally:
        i18n.catalogue.cache_clear()


@given(st.integers(0, len(CONTENT)), st.binary(max_size=40))
def test_a_damaged_catalogue_raises_nothing_later(at, damage):
    content = CONTENT[:at] + damage + CONTENT[at + len(damage) * 2 :]
    try:
        found = Catalogue(content)
    except ValueError:
        return
    assert isinstance(found.text("Home"), str)
    assert isinstance(found.text("{count} day\0{count} days"), str)


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95", CONTENT[:300], b"\0" * 64])
def test_what_is_no_catalogue_is_said(content):
    with pytest.raises(ValueError, match="catalogue"):
        Catalogue(content)
