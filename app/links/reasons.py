"""Why the lens says what it says, in whole sentences."""

from __future__ import annotations

from app.i18n import _, mark
from app.links.brands import Brands, Standing
from app.links.hosts import is_private_ip, unicode_of
from app.links.values import Anatomy, Evidence, Judgement, Verdict

TROUBLES = {
    "no_link": mark("There is no link in this text."),
    "no_host": mark("No host stands in it: nobody knows where it should lead."),
    "empty_label": mark("Two dots stand side by side in its host, which no browser opens."),
    "port": mark("Its port is no number up to 65535."),
    "address": mark("Its host looks like an IP address, but is none."),
    "host": mark("Its host has signs in it that no browser accepts."),
    "long_host": mark("Its host is longer than any name can be."),
    "length": mark("It is longer than any browser reads."),
}

# Kind of note → what to say of it; `{detail}` is the note's own text.
NOTES = {
    "user_info": mark(
        "What stands before the @, “{detail}”, is only a user name: the host comes after it."
    ),
    "backslash": mark("Browsers read the \\ in it as a /."),
    "han_dot": mark("The 。 in its host counts as a dot."),
    "full_width": mark("Full-width characters in it are read as ordinary ones: {detail}"),
    "percent_host": mark("Its host is written in percent signs; it reads {detail}."),
    "invisible": mark("Characters nobody sees are hidden in its host: {detail}."),
    "bidi": mark("Characters in it turn the direction of reading round: {detail}."),
    "punycode": mark("Its host is written in other letters; browsers compare it as {detail}."),
    "defanged": mark(
        "It was written so that nobody opens it by mistake; it is read as it is meant."
    ),
    "port": mark("It names an unusual port: {detail}."),
}


def reasons_of(
    anatomy: Anatomy,
    verdict: Verdict,
    brand: str | None,
    evidence: tuple[Evidence, ...],
    standing: Standing,
    inner: tuple[Judgement, ...],
    brands: Brands,
) -> tuple[str, ...]:
    """The reasons in the language in use: first why this verdict, then what is unusual."""
    if verdict == "unreadable":
        return (_(TROUBLES[anatomy.trouble]),)
    name = _name(brands, brand) if brand else ""
    if anatomy.host is None:
        said = _without_host(anatomy, verdict, name)
    elif verdict == "official":
        said = _official(anatomy, standing, name)
    elif verdict == "cannot_tell":
        said = _cannot_tell(standing)
    elif verdict == "imitates":
        said = _imitates(anatomy, evidence, brands)
    else:
        said = _unlisted(anatomy, standing)
    if anatomy.notes:
        said += [
            _(NOTES[kind]).format(detail=detail)
            for kind, detail in anatomy.notes.items()
            if kind in NOTES
        ]
    if anatomy.scheme == "http":
        said.append(_("It is not encrypted (http): others on the way can read along."))
    if inner:
        said += [_carries(one) for one in inner[:3]]
    if anatomy.shown is not None and anatomy.host:
        said.append(
            _("The text shown is “{shown}”; the link itself leads to {host}.").format(
                shown=anatomy.shown, host=anatomy.host_unicode
            )
        )
    return tuple(said)


def _name(brands: Brands, brand: str | None) -> str:
    one = brands.by_id.get(brand or "")
    if one is None:
        return ""
    return _("{en} ({zh})").format(zh=one.zh, en=one.en)


def _official(anatomy: Anatomy, standing: Standing, name: str) -> list[str]:
    # An entry may be a host: weixin.qq.com is on another brand's list than qq.com.
    entry = unicode_of(max(standing.entry, anatomy.owner or "", key=len))
    said = [_("{owner} is on the official list of {brand}.").format(owner=entry, brand=name)]
    if standing.brand_short:
        said.append(
            _("It is one of the brand's own short links: the page behind it cannot be seen yet.")
        )
    if standing.entry in ("weixin.qq.com", "wechat.com") and anatomy.path.startswith("/x/"):
        said.append(
            _("This is a log-in code: whoever confirms it lets a stranger into the account.")
        )
    return said


def _cannot_tell(standing: Standing) -> list[str]:
    if standing.redirector:
        first = _("{place} passes you on: it says nothing about where you end up.").format(
            place=standing.redirector
        )
    elif standing.hosted:
        first = _(
            "On {place} anyone can make a page: its name does not tell whose this is."
        ).format(place=standing.hosted)
    else:
        first = _(
            "{place} makes short links for everybody: where this one leads is hidden."
        ).format(place=standing.shortener)
    return [first, _("Open the App yourself instead of this link.")]


def _imitates(anatomy: Anatomy, evidence: tuple[Evidence, ...], brands: Brands) -> list[str]:
    said = [_("{owner} is not on the official list.").format(owner=_owner(anatomy))]
    for official, brand in dict.fromkeys(
        (one.official, one.brand) for one in evidence if one.deceives
    ):
        said.append(
            _("It looks like {official} of {brand}, but belongs to {owner}.").format(
                official=official, brand=_name(brands, brand), owner=_owner(anatomy)
            )
        )
    return said


def _unlisted(anatomy: Anatomy, standing: Standing) -> list[str]:
    if anatomy.is_ip:
        if is_private_ip(anatomy.host or ""):
            first = _("{owner} is an address inside a house's own network or this machine.")
        else:
            first = _("{owner} is an IP address: a number, no name that anybody would know.")
    elif standing.never_fake:
        first = _("{owner} is not on the official list, though it may well belong to the brand.")
    else:
        first = _("{owner} is not on the official list: nothing is known of it.")
    return [
        first.format(owner=_owner(anatomy)),
        _("Do not log in there and type no codes; open the App yourself."),
    ]


def _without_host(anatomy: Anatomy, verdict: Verdict, name: str) -> list[str]:
    notes = anatomy.notes
    if "mini_program" in notes:
        return [
            _("This is the code of a mini program called “{name}”.").format(
                name=notes["mini_program"]
            ),
            _("A name is no identity: look up its company in the App before using it."),
        ]
    if "code_phrase" in notes:
        return [
            _("This is a code phrase: only an App can read where it leads."),
            _("Open the App yourself, and look at the page it shows before doing anything."),
        ]
    scheme = anatomy.scheme
    if verdict == "official":
        said = [
            _("{scheme}:// opens the App of {brand}.").format(scheme=scheme, brand=name),
        ]
    elif verdict == "cannot_tell":
        said = [
            _("{scheme}:// opens an App, which then goes to the link inside it.").format(
                scheme=scheme
            ),
        ]
    else:
        said = [
            _("{scheme}:// opens an App, but it is on no official list.").format(scheme=scheme),
        ]
    if scheme == "wxp":
        said.append(_("This is a payment code: whoever confirms it sends money."))
    return said


def _carries(inner: Judgement) -> str:
    """What to say of a link inside a link."""
    if inner.verdict == "unreadable":
        return _("It carries another link that cannot be read.")
    if inner.verdict == "official":
        return _("It carries another link, of {owner}, which is on the official list.").format(
            owner=_owner(inner.anatomy)
        )
    return _("It carries another link, of {owner}, which is not on the official list.").format(
        owner=_owner(inner.anatomy)
    )


def _owner(anatomy: Anatomy) -> str:
    """The owner as people see it."""
    owner = anatomy.owner or ""
    shown = anatomy.host_unicode or owner
    if shown == anatomy.host or anatomy.is_ip:
        return owner
    return ".".join(shown.split(".")[-owner.count(".") - 1 :])
