"""brands.yaml, the official list of names, as a table."""

from __future__ import annotations

from app.content.spec.fields import (
    Record,
    an_id,
    date,
    hidden_text,
    hidden_texts,
    parts,
    required,
    whole,
    word,
)
from app.i18n import mark

BRANDS_FORMAT = 1
#: As in app.links.wordings, which is not loaded for a course without link games.
TRADES = ("shop", "money", "parcel", "phone", "travel", "account", "office")

_BRAND = Record(
    name="brand",
    id_prefix="brand-",
    fields=(
        required(an_id(mark("The brand's id: results name it, so never change it."))),
        required(hidden_text("zh", mark("Its name in Chinese."))),
        required(hidden_text("en", mark("Its name in English."))),
        required(hidden_text("pinyin", mark("Its Chinese name in pinyin, without tones."))),
        hidden_texts("also_called", mark("Its other Chinese names.")),
        required(
            hidden_texts(
                "owners",
                mark("Domains and hosts that are its own, and everything under them."),
                low=1,
            )
        ),
        hidden_texts("short_links", mark("Hosts of its own short links.")),
        hidden_texts("hosts", mark("Its hosts that people meet in messages.")),
        hidden_texts("app_schemes", mark("How links into its App begin, without ://.")),
        hidden_texts("spelled", mark("How its name is spelled in host names.")),
        hidden_texts("short_names", mark("Its short names in host names.")),
        hidden_texts("never_fake", mark("Names it could own as well: never shown as a fake.")),
        required(hidden_text("source", mark("Where this can be looked up."))),
        required(date("checked", mark("The day it was last checked, YYYY-MM-DD."))),
        word(
            "trade",
            mark("What it does, which decides what messages about it say; without it, shop."),
            *TRADES,
        ),
        word("invented", mark("Whether this brand exists only in this course."), "yes", "no"),
    ),
)

BRANDS = Record(
    name="brands",
    fields=(
        required(
            whole("format", mark("The format of this list: 1."), BRANDS_FORMAT, BRANDS_FORMAT)
        ),
        required(an_id(mark("The list's id: brands."))),
        required(parts("brands", mark("The brands."), _BRAND, under_key=True)),
        hidden_texts("carriers", mark("Sites on which other people's names stand in the path.")),
        hidden_texts("redirectors", mark("Known sites that pass you on to somewhere else.")),
        hidden_texts("hosted_pages", mark("Known hosts on which anyone can make pages.")),
        hidden_texts("short_links", mark("Hosts of short links that anyone can make.")),
        hidden_texts("others", mark("Names of others that merely look like a brand's.")),
    ),
)
