"""What makes an earlier answer still count: a fingerprint of the key, not of the words.

The design page on learning lists what goes in: option ids and which are right, the
true-false answer, each blank's accepted answers, the order, the partners, the groups, and
`meaning:`, which a teacher raises when new words changed the sense.
"""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")


def meaning_hash(type_name: str, key: str, meaning: int) -> str:
    """16 hexadecimal digits; the same as long as the same answers are right."""
    # A check of files works out no hashes, and this import brings OpenSSL along.
    from hashlib import blake2b

    return blake2b(
        f"{type_name}\n{key}\n{meaning}".encode(errors="surrogatepass"), digest_size=8
    ).hexdigest()


def normalised(answer: str) -> str:
    """An answer as fill-in compares it.

    NFKC, case folding, white space collapsed, punctuation at both ends dropped. An answer
    of nothing but punctuation keeps it: 「？」 may be what is asked for.
    """
    plain = _SPACE.sub(" ", unicodedata.normalize("NFKC", answer).casefold()).strip()
    return _punctuation_off(plain) or plain


def _punctuation_off(text: str) -> str:
    start, end = 0, len(text)
    while start < end and _is_outside(text[start]):
        start += 1
    while end > start and _is_outside(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_outside(character: str) -> bool:
    return character.isspace() or unicodedata.category(character).startswith("P")
