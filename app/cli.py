"""From the command line to one command: finds it, chooses the language, says errors in words.

A command is a module with `add_arguments(parser)`, `run(arguments) -> int` and the texts
`ABOUT` and `EXAMPLE`, and a line in the table below. Only the one asked for is imported; in
its `arguments.lang` stands the language in use.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from app import __version__, i18n, language, paths
from app.errors import ShilianError
from app.i18n import _, mark

DONE, PROBLEMS, WRONG_USE = 0, 1, 2

# name → module, what it is for. Adding a command adds a line.
COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("app.commands.check", mark("find everything that is wrong in lessons")),
    "fix": ("app.commands.fix", mark("stamp ids and mend what is certain")),
    "new": ("app.commands.new", mark("start a course or a lesson")),
    "schema": ("app.commands.schema", mark("write the JSON Schemas for editors")),
    "link": ("app.commands.link", mark("take the links of a text apart")),
    "deal": ("app.commands.deal", mark("deal rounds as the game would")),
    "gate": ("app.commands.gate", mark("see that only the owner tells genuine from fake")),
    "tour": ("app.ui.tour_command", mark("write a picture of every screen")),
    "doctor": ("app.ui.doctor_command", mark("show whether this system is fit, and what it has")),
}

# What argparse says, and how we say it.
_REASONS: tuple[tuple[str, str], ...] = (
    (r"unrecognized arguments: (?P<given>.*)", mark("{given} is not understood here.")),
    (r"the following arguments are required: (?P<given>.*)", mark("{given} is missing.")),
    (
        r"argument (?P<name>\S+): invalid choice: '(?P<given>.*)' \(choose from (?P<known>.*)\)",
        mark("{name} cannot be {given}; choose from {known}."),
    ),
    (
        r"argument (?P<name>\S+): expected (one|at least one) argument",
        mark("{name} needs a value after it."),
    ),
    (
        r"argument (?P<name>\S+): invalid \w+ value: '(?P<given>.*)'",
        mark("{name} cannot be {given}."),
    ),
)


def main(argv: Sequence[str]) -> int:
    """Runs the command named in `argv`; gives the exit code: 0 done, 1 problems, 2 used wrongly."""
    _prepare_streams()
    arguments = list(argv)
    spoken = language.choose(_language_asked(arguments), paths.settings_file(), os.environ)
    i18n.use(spoken)
    try:
        code = _run(arguments, spoken)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader (`| head`) has gone. Python would complain when it flushes on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return PROBLEMS
    except KeyboardInterrupt:
        print(_("Stopped."), file=sys.stderr)
        return 130
    except ShilianError as error:
        say(error)
        return PROBLEMS
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else WRONG_USE


def say(error: ShilianError) -> None:
    """Tells a trouble: what happened, what is safe, what to do next."""
    next_step = f"→ {error.next_step}" if error.next_step else ""
    for words in (error.what, error.safe, next_step):
        if words:
            print(words, file=sys.stderr)


def _run(arguments: list[str], spoken: str) -> int:
    name = _command_asked(arguments)
    if name is None:
        general = _general_parser()
        general.parse_args(arguments)
        general.error("the following arguments are required: COMMAND")
    module: Any = import_module(COMMANDS[name][0])
    example = _("example:")
    parser = _Parser(
        prog=f"shilian {name}",
        description=_(module.ABOUT),
        epilog=f"{example}\n  {module.EXAMPLE}",
    )
    _add_language(parser)
    module.add_arguments(parser)
    arguments.remove(name)
    understood = parser.parse_args(arguments)
    understood.lang = spoken  # what it came to, for commands that write in a language
    return int(module.run(understood))


def _command_asked(arguments: list[str]) -> str | None:
    """The first word that is no option, if it is a command. Only `--lang X` may stand before it."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--lang":
            next(rest, None)
        elif not argument.startswith("-"):
            return argument if argument in COMMANDS else None
        elif not argument.startswith("--lang="):
            return None
    return None


def _language_asked(arguments: list[str]) -> str:
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return ""


def _general_parser() -> _Parser:
    width = max(map(len, COMMANDS))
    commands = "\n".join(
        f"  {name:{width}}  {_(about)}" for name, (_module, about) in COMMANDS.items()
    )
    title, example = _("commands:"), _("example:")
    parser = _Parser(
        prog="shilian",
        usage="shilian [--lang zh|en] [COMMAND …]",
        description=_("Without a command, Shilian opens its window."),
        epilog=(
            f"{title}\n{commands}\n\n{example}\n  shilian check --lang en\n  shilian check --help"
        ),
    )
    _add_language(parser)
    parser.add_argument(
        "--version",
        action="version",
        version=f"shilian {__version__}",
        help=_("show the version"),
    )
    parser.add_argument("--course", metavar="DIR", help=_("open this course in the window"))
    parser.add_argument("--data", metavar="DIR", help=_("keep the window's history in this folder"))
    parser.add_argument(
        "--exit-after-paint", action="store_true", help=_("close the window once it is drawn")
    )
    parser.add_argument("COMMAND", nargs="?", choices=list(COMMANDS), help=argparse.SUPPRESS)
    return parser


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        choices=["zh", "zh-CN", "en"],
        metavar="zh|en",
        help=_("the language to speak; else the saved one, else the system's"),
    )


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks our reader's language."""

    def __init__(self, **texts: str) -> None:
        super().__init__(
            add_help=False,
            formatter_class=_Help,
            allow_abbrev=False,
            **texts,  # type: ignore[arg-type]
        )
        self._positionals.title = _("what to name")
        self._optionals.title = _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def error(self, message: str) -> NoReturn:
        see = _("→ See {command} --help.").format(command=self.prog)
        self.exit(WRONG_USE, f"{_reason(message)}\n{see}\n")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help with its one fixed word, `usage:`, in our reader's language."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix if prefix is not None else _("usage: "))


def _reason(message: str) -> str:
    for pattern, words in _REASONS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            given = {name: text.replace("'", "") for name, text in found.groupdict().items()}
            return _(words).format_map(given)
    return message


def _prepare_streams() -> None:
    """UTF-8 on every system, and somewhere to write even where a stream was closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif hasattr(stream, "reconfigure"):
            # A lone surrogate in a file name must not end a run: it is shown as \udcff.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
