"""A short mark of the text that a translation was made from, to see later whether it changed.

The fingerprint is BLAKE2b with a digest of four bytes, as eight hex digits, over the UTF-8 of
the normalised text: Unicode NFC, every run of white space as one space, none at the ends. The
entries of a list are normalised one by one and joined by line ends. So a changed word shows,
and a changed line break does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from unicodedata import normalize

_DIGEST_BYTES = 4
_LOOKS_RIGHT = re.compile(r"[0-9a-f]{8}")


def fingerprint(text: str | Sequence[str]) -> str:
    """The mark of a text, or of a list of texts that is translated as one: eight hex digits."""
    parts = (text,) if isinstance(text, str) else text
    normalised = "\n".join(" ".join(normalize("NFC", part).split()) for part in parts)
    content = normalised.encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def is_fingerprint(text: str) -> bool:
    """True of what `fingerprint` could have made."""
    return _LOOKS_RIGHT.fullmatch(text) is not None
