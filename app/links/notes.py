"""A few kind sentences about a link, to be sent to the group it came from."""

from __future__ import annotations

from app.i18n import _, sentences
from app.links.brands import Brands
from app.links.shown import defanged
from app.links.values import Judgement


def note_for_group(judged: Judgement, brands: Brands) -> str:
    """What to write into the group: whose the link is and whose not, and what to do instead.

    The link stands in it so that nobody can open it. It accuses nobody: whoever sent it may have
    been robbed of the account.
    """
    anatomy = judged.anatomy
    link = defanged(anatomy)
    owner = (anatomy.owner or "").replace(".", "[.]")
    name = _brand(judged, brands)
    if judged.verdict == "official":
        first = _("The link {link} belongs to {owner}, which is on the official list of {brand}.")
        next_step = _("Still, look at what the page wants before doing anything.")
    elif judged.verdict == "imitates":
        first = _("Careful: the link {link} belongs to {owner}, not to {brand}.")
        next_step = _("Please do not open it or log in there. Open the App yourself instead.")
    elif judged.verdict == "unlisted":
        first = _("The link {link} belongs to {owner}, which is on no official list we know.")
        next_step = _("Better not log in there; open the App yourself instead.")
    else:
        first = _("From the link {link} one cannot tell where it leads.")
        next_step = _("Better open the App yourself and look for the offer in it.")
    fair = _("Whoever sent it may not know: accounts get stolen too.")
    last = fair if judged.verdict in ("imitates", "unlisted") else ""
    return sentences(first.format(link=link, owner=owner, brand=name), next_step, last)


def _brand(judged: Judgement, brands: Brands) -> str:
    one = brands.by_id.get(judged.brand or "")
    return _("{en} ({zh})").format(zh=one.zh, en=one.en) if one is not None else ""
