"""QR codes as they really are: made for the game's posters, and read from any picture.

Both by zxing-cpp, which is one compiled file and pulls in nothing of the network
(docs/decisions/010). Nothing here knows of pictures but grey bytes.
"""

from __future__ import annotations

from typing import Any

Modules = tuple[tuple[bool, ...], ...]

#: White modules that a code needs around it to be read (ISO/IEC 18004).
QUIET = 4


def modules_of(text: str) -> Modules:
    """The code of a text, row by row without its quiet zone; True is dark.

    Error correction M: readable with 15 % of it covered. Raises ValueError for a text too long
    for any code (about 2,300 characters).
    """
    import zxingcpp

    # Without it, a reader has to guess which letters the bytes stand for.
    charset = {} if text.isascii() else {"eci": "UTF-8"}
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", **charset)
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    rows: Any = memoryview(image).tolist()  # 0 is dark, 255 light
    return tuple(tuple(not light for light in row) for row in rows)


def read_codes(grey: bytes, width: int, height: int) -> tuple[str, ...]:
    """What the codes in a picture say, in the order found, each once.

    `grey` has one byte a pixel, row by row without gaps. Codes that are damaged beyond repair
    are left out.
    """
    import zxingcpp

    picture = memoryview(grey).cast("B", (height, width))
    found = zxingcpp.read_barcodes(picture)
    return tuple(dict.fromkeys(one.text for one in found if one.valid and one.text))
