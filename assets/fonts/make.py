"""Cuts the bundled fonts out of the full ones, so that anybody can make the same files again.

python assets/fonts/make.py FOLDER

FOLDER holds the full fonts, as they come out of the packages named in README.md beside this file.
Needs `fonttools`; the app itself does not.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent

# What a window may need besides the characters of GB2312. What the full font lacks is left out.
RANGES = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),  # Latin with all its accents: look-alike letters are shown as what they are
    (0x0250, 0x02FF),  # phonetic letters
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x20CF),  # small figures, currencies
    (0x2100, 0x218F),
    (0x2190, 0x22FF),  # arrows, signs of arithmetic
    (0x2300, 0x23FF),
    (0x2460, 0x27BF),  # numbers in circles, boxes, shapes, ticks
    (0x2900, 0x2BFF),
    (0x3000, 0x312F),  # Chinese punctuation, kana, Zhuyin
    (0x3200, 0x33FF),
    (0xFE10, 0xFE4F),
    (0xFF00, 0xFFFD),  # full-width letters, a spelling trick of fake links
)
# What English text is set in: letters, figures, and punctuation no wider than it should be.
LATIN = {
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2027),
    0x2032,
    0x20AC,
    0x2212,
}
# Hanzi outside GB2312 that names and look-alikes of fake links use.
EXTRA_HANZI = (
    "囗冂凵匚匸亠冖氵饣纟钅讠辶阝廴彳扌忄犭疒礻衤罒灬卩龶龷丷亻刂攵"
    "囍喆堃翀淼焱垚犇骉猋麤羴鱻毳晟玥玦珺瑀瑄璟琀琤甯祎祺羿翊翾芃苡菡萱"
    "镕锟锳鎏钰铉鋆铖睿燊熠烜烨焜炘煊旻昇昶晞晗暄曌楠梓棣榕樾殷沄沅沚泓洵浥淏湉"
    "彧怡恺恪惇慜懿峣峤嵘崟崚巘岍垚埇堉塬妤妧姝姮娅婳婵媖媛嫄嫚嬿"
    "拼夕夛哆陼著着锺锤髙高朂最贠员敎教値值內内兪俞呂吕吳吴溫温淸清靑青戶户爲为眞真"
    "俩仨卅卌廿〇〡〢〣〤〥〦〧〨〩々〆"
    "哪搿嘚唻喼嗰冇嘅咗啲喺嚟睇攞嘢啱"
    "囧槑巭嫑烎兲靐龘"
)


def gb2312() -> set[int]:
    """Every character of GB2312: signs, letters and 6,763 hanzi."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue  # a hole in the standard
    return found


def wanted() -> set[int]:
    """The code points the Chinese faces are cut to."""
    points = gb2312() | {ord(one) for one in EXTRA_HANZI}
    for first, last in RANGES:
        points.update(range(first, last + 1))
    for folder in ("lessons", "assets/locale", "app"):
        for path in sorted((PROJECT / folder).rglob("*")):
            if path.suffix in {".yaml", ".po", ".py"}:
                points.update(map(ord, path.read_text(encoding="utf-8")))
    return {point for point in points if point >= 0x20}


def cut(source: Path, target: Path, points: set[int] | None) -> None:
    """Writes the part of a font with these characters, without hints and without ligatures.

    Without `calt` and `liga` no two letters melt into one: in a link every letter counts.
    """
    from fontTools.subset import Options, Subsetter, load_font, save_font

    options = Options()
    options.layout_features = ["ccmp", "locl", "kern", "mark", "mkmk"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = load_font(str(source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points or set(font.getBestCmap()))
    subsetter.subset(font)
    for table in font["cmap"].tables:
        # The sign for "this cannot be shown" is in neither font: a filled diamond stands for it.
        if table.isUnicode() and 0x25C6 in table.cmap:
            table.cmap.setdefault(0xFFFD, table.cmap[0x25C6])
    save_font(font, str(target), options)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size:,} bytes")


def main() -> int:
    """Makes the six faces."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="where the full fonts were unpacked")
    folder: Path = parser.parse_args().folder
    chinese = wanted()
    for source, target, points in (
        ("NotoSansSC_400Regular.ttf", "NotoSansSC-Regular.ttf", chinese),
        ("NotoSansSC_700Bold.ttf", "NotoSansSC-Bold.ttf", chinese),
        ("NotoSans_400Regular.ttf", "NotoSans-Regular.ttf", LATIN),
        ("NotoSans_700Bold.ttf", "NotoSans-Bold.ttf", LATIN),
        ("JetBrainsMono_400Regular.ttf", "JetBrainsMono-Regular.ttf", None),
        ("JetBrainsMono_700Bold.ttf", "JetBrainsMono-Bold.ttf", None),
    ):
        found = next(iter(sorted(folder.rglob(source))), None)
        if found is None:
            print(f"{source} is not in {folder}", file=sys.stderr)
            return 2
        cut(found, HERE / target, points)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
