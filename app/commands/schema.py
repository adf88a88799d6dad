"""`shilian schema`: JSON Schemas, with which editors help teachers while they type."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from app.content.edits import put_in_place
from app.content.schema import schemas
from app.errors import ShilianError
from app.i18n import _, mark

ABOUT = mark("Writes the JSON Schemas that editors use to complete and check lesson files.")
EXAMPLE = "shilian schema --out lessons"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `schema` understands."""
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help=_("the folder to write one file per schema to; without it, all are shown as JSON"),
    )


def run(arguments: argparse.Namespace) -> int:
    """0; a folder that cannot be written to is told by the caller, with 1."""
    made = schemas(_)
    folder: Path | None = arguments.out
    if folder is None:
        json.dump(made, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ShilianError(
            _("The folder {folder} cannot be made: {reason}.").format(
                folder=folder.as_posix(), reason=error.strerror or type(error).__name__
            ),
            next_step=_("Choose a folder that you may write to."),
        ) from error
    for name, schema in made.items():
        content = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        put_in_place(folder / name, content.encode(), (folder / name).as_posix())
        print((folder / name).as_posix())
    return 0
