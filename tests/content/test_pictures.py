"""Only harmless pictures of the course folder are let through, and none is decoded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.pictures import MAX_BYTES, content_trouble, path_trouble, picture_checker

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="a"/></defs><use href="#a"/></svg>'


def _png(width: int, height: int) -> bytes:
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + size + b"\x08\x06\0\0\0"


def _jpeg(width: int, height: int) -> bytes:
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return (
        b"\xff\xd8\xff\xe0\0\x10" + b"J" * 14 + b"\xff\xc0\0\x11\x08" + size + b"\x03" + b"\0" * 9
    )


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("images/a.svg", None),
        ("images/助力.PNG", None),
        ("a-b_c.1.jpeg", None),
        ("../a.png", "E250"),
        ("images/../../a.png", "E250"),
        ("./a.png", "E250"),
        ("/etc/a.png", "E250"),
        ("~/a.png", "E250"),
        ("C:/a.png", "E250"),
        ("C:a.png", "E250"),
        ("//server/share/a.png", "E250"),
        ("\\\\server\\share\\a.png", "E250"),
        ("images\\a.png", "E251"),
        ("http://a.example/b.png", "E252"),
        ("HTTPS://a.example/b.png", "E252"),
        ("file:///etc/passwd", "E252"),
        ("data:image/png;base64,AA", "E252"),
        (" javascript:a.png", "E252"),
        ("images/a.bmp", "E254"),
        ("images", "E254"),
        ("images/a b.png", "E259"),
        ("images/%2e%2e/a.png", "E259"),
    ],
)
def test_a_path_stays_in_the_course(path: str, code: str | None) -> None:
    assert path_trouble(path) == code


@pytest.mark.parametrize(
    "danger",
    [
        b"<script>alert(1)</script>",
        b"<g onload='x()'/>",
        b'<image href="a.png"/>',
        b'<use href="http://a.example/b.svg#c"/>',
        b"<use xlink:href='other.svg#c'/>",
        b"<use href=&#104;ttp://a/>",
        b"<style>@import 'a.css';</style>",
        b"<rect style='fill:url(http://a.example)'/>",
        b"<rect style='fill:\\75rl(x)'/>",
        b"<foreignObject><p/></foreignObject>",
        b"<svg:script/>",
        b"<a href='javascript:x()'/>",
    ],
)
def test_an_svg_with_scripts_or_references_is_refused(danger: bytes) -> None:
    assert content_trouble("a.svg", b"<svg>" + danger + b"</svg>") == "E255"


@pytest.mark.parametrize(
    "bomb",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>',
        b'<?xml-stylesheet href="#a"?><svg/>',
    ],
)
def test_an_svg_with_entities_is_refused(bomb: bytes) -> None:
    assert content_trouble("a.svg", bomb) == "E255"


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("a.svg", SVG, None),
        ("a.svg", b'<svg><rect fill="url(#a)"/></svg>', None),
        ("a.svg", SVG.decode().encode("utf-16"), "E258"),
        ("a.svg", b'<?xml version="1.0" encoding="utf-7"?><svg/>', "E258"),
        ("a.svg", b"\x1f\x8b\x08", "E258"),
        ("a.svg", b"<svg>" + b"<g>" * 101 + b"</g>" * 101 + b"</svg>", "E260"),
        ("a.svg", b"<svg>" + b"<g><path/></g>" * 500 + b"</svg>", None),
        ("a.svg", b"<svg>" + b'<use href="#a"/>' * 21 + b"</svg>", "E260"),
        ("a.png", _png(800, 600), None),
        ("a.png", _png(60_000, 60_000), "E257"),
        ("a.png", _png(20_000, 1), "E257"),
        ("a.png", _png(0, 5), "E258"),
        ("a.png", _jpeg(8, 6), "E258"),
        ("a.jpg", _jpeg(800, 600), None),
        ("a.jpg", _jpeg(65_000, 65_000), "E257"),
        ("a.jpg", b"\xff\xd8", "E258"),
    ],
)
def test_a_picture_is_what_its_name_says_and_not_too_big(
    path: str, content: bytes, code: str | None
) -> None:
    assert content_trouble(path, content) == code


@given(st.sampled_from(["a.svg", "a.png", "a.jpg"]), st.binary(max_size=200))
def test_no_bytes_whatever_make_the_check_fail(path: str, content: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", b"<svg"):
        content_trouble(path, start + content)


@given(st.text())
def test_no_path_whatever_makes_the_check_fail(path: str) -> None:
    path_trouble(path)


def test_files_are_looked_at(tmp_path: Path) -> None:
    course = tmp_path / "course"
    (course / "images").mkdir(parents=True)
    (course / "images/good.svg").write_bytes(SVG)
    (course / "images/big.png").write_bytes(_png(8, 6) + b"\0" * MAX_BYTES)
    (course / "images/folder.png").mkdir()
    (tmp_path / "secret.png").write_bytes(_png(8, 6))
    (course / "images/leads-out.png").symlink_to(tmp_path / "secret.png")
    trouble = picture_checker(course)
    assert trouble("images/good.svg") is None
    assert trouble("images/none.svg") == "E253"
    assert trouble("images/folder.png") == "E253"
    assert trouble("images/big.png") == "E256"
    assert trouble("images/leads-out.png") == "E250"
    assert trouble("../secret.png") == "E250"
