"""The table of all benches: `python3 start.py bench [names]`.

A bench is a module in this folder with `measure() -> list[Row]`, named in BENCHES.
"""

from __future__ import annotations

import importlib
import os
import sys
import time

from tests.bench.rows import Row

BENCHES = ("start", "check", "window", "kept", "lens", "simulation", "dealing")


def main(names: list[str]) -> int:
    """Measures and prints; 0 whatever the figures say, 1 if a measured process
    failed, 2 for a name that is not there."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"no such bench: {', '.join(unknown)}; there are: {', '.join(BENCHES)}")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    print(line("what", "measured", "floor", "ratio", "aim", ""))
    begun = time.perf_counter()
    broken = False
    for name in names or BENCHES:
        try:
            for row in importlib.import_module(f"tests.bench.{name}").measure():
                print(shown(row), flush=True)
        except RuntimeError as error:  # a measured process failed: the other benches still count
            broken = True
            print(line(name, "", "", "", "", f"failed: {str(error).splitlines()[-1]}"), flush=True)
    print(f"{time.perf_counter() - begun:.0f} s, {os.cpu_count()} processors, {sys.version[:6]}")
    return 1 if broken else 0


def shown(row: Row) -> str:
    """One row as a line of the table."""
    if row.skipped:
        return line(row.name, "", "", "", "", f"skipped: {row.skipped}")
    sign = " ×" if row.floor else f" {row.unit}"
    return line(
        row.name,
        f"{row.measured:,.1f} {row.unit}",
        f"{row.floor:,.1f} {row.unit}" if row.floor else "",
        f"{row.ratio:.2f} ×" if row.ratio else "",
        f"≤ {row.aim:g}{sign}" if row.aim is not None else "",
        row.verdict,
    )


def line(*cells: str) -> str:
    """Six cells under each other's heads."""
    name, measured, floor, ratio, aim, verdict = cells
    return f"{name:<52} {measured:>13} {floor:>13} {ratio:>9} {aim:>10}  {verdict}".rstrip()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
