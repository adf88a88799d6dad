"""The catalogue has every text once, in good Chinese form, and the compiled file is today's."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

import pytest

from tests.house import catalogue

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


def test_the_catalogue_is_whole():
    assert catalogue.problems(catalogue.ROOT) == []


@pytest.fixture
def project(tmp_path: Path):
    """A small project: write code and translations, ask for problems."""

    def build(code: str, **areas: str) -> Path:
        (tmp_path / "app/ui").mkdir(parents=True)
        (tmp_path / "app/ui/page.py").write_text(code, "utf-8")
        folder = tmp_path / "assets/locale/zh_CN"
        folder.mkdir(parents=True)
        for area, entries in areas.items():
            (folder / f"{area}.po").write_text(f"{PO}\n{entries}", "utf-8")
        return tmp_path

    return build


GREETING = 'msgid "Hello, {name}."\nmsgstr "您好，{name}。"\n'


@pytest.mark.parametrize(
    ("code", "entries", "complaint"),
    [
        ('_("Hello, {name}.")\n_("New")', GREETING, "no Chinese"),
        ("", GREETING, "nothing in app/ says this"),
        ('_("Hello, {name}.")', "#, fuzzy\n" + GREETING, "fuzzy"),
        ('_("Hello, {name}.")', GREETING.replace("好，{name}", "好，{nam}"), "other placeholders"),
        ('_("Hello, {name}.")', GREETING.replace("您好，{name", "您好，{"), "other placeholders"),
        ('_("{} left")', 'msgid "{} left"\nmsgstr "剩{}"\n', "must be named"),
        ('mark("Kept")', "", "no Chinese"),
        ('ngettext("{n} day", "{n} days", 2)', "", "no Chinese"),
    ],
)
def test_each_fault_is_found(project, code, entries, complaint):
    root = project(code, ui=entries)
    assert any(complaint in line for line in catalogue.problems(root))


def test_one_text_with_two_translations_is_found(project):
    root = project(
        '_("Hello, {name}.")', ui=GREETING, shared=GREETING.replace("您好，{name}", "{name}好")
    )
    assert any("two translations" in line for line in catalogue.problems(root))


def test_update_sorts_compiles_and_leaves_nothing_to_complain_of(project):
    code = '_("Hello, {name}.")\nngettext("{n} day", "{n} days", 2)\n'
    days = 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} 天"\n'
    root = project(code, misc=days, content=GREETING + '\nmsgid "old"\nmsgstr "旧"\n')
    assert catalogue.problems(root)
    catalogue.update(root)
    assert catalogue.problems(root) == []
    assert "您好" in (root / "assets/locale/zh_CN/ui.po").read_text("utf-8")
    assert not (root / "assets/locale/zh_CN/misc.po").exists()
    mo = (root / "assets/locale/zh_CN/LC_MESSAGES/shilian.mo").read_bytes()
    words = gettext.GNUTranslations(io.BytesIO(mo))
    assert words.gettext("Hello, {name}.") == "您好，{name}。"
    assert words.ngettext("{n} day", "{n} days", 1) == "{n} 天"
    assert words.gettext("old") == "old"


def test_an_old_compiled_file_is_found(project):
    root = project('_("Hello, {name}.")', ui=GREETING)
    catalogue.update(root)
    mo = root / "assets/locale/zh_CN/LC_MESSAGES/shilian.mo"
    mo.write_bytes(mo.read_bytes().replace("您好".encode(), "你好".encode()))
    assert any("not up to date" in line for line in catalogue.problems(root))


def test_a_text_said_in_two_packages_is_kept_in_shared():
    assert catalogue.area_of(["app/ui/a.py", "app/ui/shell/b.py"]) == "ui"
    assert catalogue.area_of(["app/ui/a.py", "app/commands/b.py"]) == "shared"
    assert catalogue.area_of(["app/cli.py"]) == "commands"
    assert catalogue.area_of(["app/paths.py"]) == "shared"
