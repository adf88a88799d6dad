"""Takes one link apart as browsers do (WHATWG), and says where each part stands in it.

The parser is the browsers' own (can_ada); the spans are found in the link as it is written,
through full-width letters, percent signs, unseen characters and backslashes. Nothing raises:
what cannot be read says why in `trouble`.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

import can_ada

from app.links.hosts import BIDI, DOT, INVISIBLE, TURNING, UNSEEN, is_ip, names_of, unicode_of
from app.links.suffixes import owner_of
from app.links.text import Found, Sort
from app.links.values import Anatomy, SpanOf

#: Without a scheme browsers try this one.
_ASSUMED = "https"

_PLAIN = re.compile(
    r"(?:(https?)://)?((?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*)(?::([0-9]+))?"
    r"(/[!$&-;=@-\[\]_a-z~%]*)?(\?[!$&-;=@-\[\]_a-z~%?]*)?(#[!$&-;=@-\[\]_a-z~%?]*)?",
    re.ASCII | re.IGNORECASE,
)
_SCHEME = re.compile(r"(h(?:tt|xx)ps?|ftp|wss?)(:|：|\[:\])([/\\／＼]*)", re.IGNORECASE)
_APP = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*)([:：])[/／]{0,2}")
_MINI = re.compile(r"#(小程序)[:：][/／]{2}([^/／]+)[/／](.*)", re.DOTALL)
_AUTHORITY_END = re.compile(r"[/\\?#]")
_PORT = re.compile(r"(.*[^:]):([0-9]*)", re.DOTALL)
_DEFANGED_DOT = re.compile(r"\[\.\]|\(\.\)|\[dot\]", re.IGNORECASE)
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_NOT_SEEN = re.compile(f"[{INVISIBLE}{BIDI}]")
# Half of a sign outside the basic plane: browsers replace it too.
_HALF_SIGN = re.compile("[\ud800-\udfff]")

#: No browser takes longer links, and nobody writes them.
_LONGEST = 100_000
#: What the name system can hold.
_LONGEST_HOST = 253


def dissect(link: str, start: int = 0, sort: Sort = "web", shown: str | None = None) -> Anatomy:
    """The anatomy of one link, which stands at `start` in a text.

    `text` of the anatomy is the link as it stands there, and `spans` count in it; `span` is
    its place in the text given. `sort` and `shown` are what `find_links` says.
    """
    if sort in ("web", "name"):
        plain = _PLAIN.fullmatch(link)
        if plain is not None and "xn--" not in link:
            return _plain(link, start, plain, shown)
        return _web(link, start, shown)
    span = (start, start + len(link))
    if sort == "app":
        return _app(link, span, shown)
    if sort == "mini_program":
        mini = _MINI.match(link)
        notes = {"mini_program": mini[2] if mini else link}
        return Anatomy(link, span, url=link, scheme="#小程序", notes=notes, shown=shown)
    return Anatomy(link, span, notes={"code_phrase": link}, shown=shown)


def dissect_found(text: str, found: Found) -> Anatomy:
    """The anatomy of a link that `find_links` has found in this text."""
    return dissect(text[found.start : found.end], found.start, found.sort, found.shown)


def unreadable(text: str, trouble: str, start: int = 0) -> Anatomy:
    """What stands for a text, or a link, that cannot be read; `trouble` names the reason."""
    return Anatomy(text, (start, start + len(text)), trouble=trouble)


def _plain(link: str, start: int, plain: re.Match[str], shown: str | None) -> Anatomy:
    """The everyday link: nothing in it but letters, digits and the usual signs."""
    scheme, _written, port, path, query, fragment = plain.groups()
    try:
        url = can_ada.parse(link if scheme else f"{_ASSUMED}://{link}")
    except ValueError:
        return unreadable(link, "port" if port else "host", start)
    host = url.hostname
    if len(host) > _LONGEST_HOST:
        return unreadable(link, "long_host", start)
    owner = owner_of(host)
    host_at, host_end = plain.span(2)
    owner_at = host_end - len(owner)
    spans: dict[str, SpanOf] = {"host": (host_at, host_end), "owner": (owner_at, host_end)}
    if scheme:
        spans["scheme"] = plain.span(1)
        scheme = scheme.lower()
    if owner_at > host_at:
        spans["subdomain"] = (host_at, owner_at - 1)
    if port:
        spans["port"] = plain.span(3)
    if path:
        spans["path"] = plain.span(4)
    if query:
        spans["query"] = (plain.start(5) + 1, plain.end(5))
    if fragment:
        spans["fragment"] = (plain.start(6) + 1, plain.end(6))
    return Anatomy(
        link,
        (start, start + len(link)),
        url.href,
        scheme or "",
        "",
        host,
        host,
        owner,
        host[: -len(owner) - 1],
        url.port if port else "",
        url.pathname,
        url.search[1:] if query else "",
        url.hash[1:] if fragment else "",
        False,
        spans,
        {} if not port or url.port == "" else {"port": url.port},
        shown,
    )


class _Pieces:
    """A link cut at the places where a browser cuts it; offsets count in the link."""

    def __init__(self, link: str) -> None:
        self.notes: dict[str, str] = {}
        self.spans: dict[str, SpanOf] = {}
        scheme = _SCHEME.match(link)
        if scheme is None:
            self.scheme, at = "", 0
        else:
            self.scheme = scheme[1].lower().replace("xx", "tt")
            self.spans["scheme"] = scheme.span(1)
            at = scheme.end()
            if scheme[1][1:3].lower() == "xx" or scheme[2] == "[:]":
                self.notes["defanged"] = scheme[0]
            elif not (scheme[2] + scheme[3]).isascii():
                self.notes["full_width"] = scheme[2] + scheme[3]
            elif "\\" in scheme[3]:
                self.notes["backslash"] = scheme[0]
        found = _AUTHORITY_END.search(link, at)
        self.tail_at = end = found.start() if found else len(link)
        sign = link.rfind("@", at, end)
        self.user = ""
        if sign >= 0:
            self.user = link[at:sign]
            self.spans["user_info"] = (at, sign)
            self.notes["user_info"] = self.user
            at = sign + 1
        self.after_host = end
        port = _PORT.fullmatch(link, at, end)
        if port is not None:
            self.spans["port"] = port.span(2)
            end = port.end(1)
        self.host_span = (at, end)
        self.host = link[at:end]
        self.port = link[end : self.after_host]
        self.tail = link[self.tail_at :]

    def look(self) -> None:
        """Notes what is unusual in how the host is written."""
        notes, host = self.notes, self.host
        if _DEFANGED_DOT.search(host):
            notes["defanged"] = host
        if "%" in host:
            notes["percent_host"] = unquote(host)
        if host.isascii():
            return
        if unseen := "".join(UNSEEN.findall(host)):
            notes["invisible"] = names_of(unseen)
        if "\u3002" in host or "\uff61" in host:
            notes["han_dot"] = host
        if wide := "".join(_FULL_WIDTH.findall(host)):
            notes["full_width"] = wide


def _web(link: str, start: int, shown: str | None) -> Anatomy:
    if len(link) > _LONGEST:
        return unreadable(link, "length", start)
    pieces = _Pieces(link)
    pieces.look()
    if "\\" in link:
        pieces.notes["backslash"] = "\\"
    if turning := "".join(TURNING.findall(link)):
        pieces.notes["bidi"] = names_of(turning)
    url = _parsed(pieces)
    if url is None:
        return unreadable(link, _why(pieces), start)
    host = url.hostname.removesuffix(".")
    if host != url.hostname:
        pieces.notes["trailing_dot"] = "."
    # `\\0` alone: a browser would skip the slash, but no host is written there.
    if not host or not pieces.host or "" in host.split("."):
        return unreadable(link, "empty_label" if host and pieces.host else "no_host", start)
    if len(host) > _LONGEST_HOST:
        return unreadable(link, "long_host", start)
    ip = is_ip(host)
    owner = host if ip else owner_of(host)
    shown_host = unicode_of(host)
    if shown_host != host:
        pieces.notes["punycode"] = host
    if url.port:
        pieces.notes["port"] = url.port
    return Anatomy(
        text=link,
        span=(start, start + len(link)),
        url=url.href,
        scheme=pieces.scheme,
        user_info=pieces.user,
        host=host,
        host_unicode=shown_host,
        owner=owner,
        subdomain="" if ip else host[: -len(owner) - 1],
        port=url.port,
        path=url.pathname,
        query=url.search[1:],
        fragment=url.hash[1:],
        is_ip=ip,
        spans=pieces.spans | _host_spans(pieces, host, owner, ip) | _tail_spans(pieces),
        notes=pieces.notes,
        shown=shown,
    )


def _parsed(pieces: _Pieces) -> can_ada.URL | None:
    """The link as a browser reads it; unseen characters it refuses are dropped."""
    host = _DEFANGED_DOT.sub(".", pieces.host)
    user = f"{pieces.user}@" if "user_info" in pieces.spans else ""
    scheme = pieces.scheme or _ASSUMED
    for one in (host, _NOT_SEEN.sub("", host)):
        try:
            whole = f"{scheme}://{user}{one}{pieces.port}{pieces.tail}"
            return can_ada.parse(_HALF_SIGN.sub("\N{REPLACEMENT CHARACTER}", whole))
        except ValueError:
            continue
    return None


def _why(pieces: _Pieces) -> str:
    """Why a browser would not take this link."""
    host = _NOT_SEEN.sub("", pieces.host)
    if not host:
        return "no_host"
    digits = pieces.port.removeprefix(":")
    if digits and int(digits[:9]) > 65_535:
        return "port"
    last = host.rstrip(".").rpartition(".")[2]
    if host.startswith("[") or last.isdecimal() or last.lower().startswith("0x"):
        return "address"
    return "host"


def _host_spans(pieces: _Pieces, host: str, owner: str, ip: bool) -> dict[str, SpanOf]:
    """Where host, owner and subdomain stand; labels as written match the labels read."""
    low, high = pieces.host_span
    written = pieces.host
    dots = [] if ip else [match.span() for match in DOT.finditer(written)]
    while dots and dots[-1][1] == len(written):
        high = low + dots.pop()[0]
        written = written[: high - low]
    count = host.count(".")
    if ip or len(dots) != count:
        return {"host": (low, high), "owner": (low, high)}
    labels = owner.count(".") + 1
    spans = {"host": (low, high)}
    if labels > count:
        spans["owner"] = (low, high)
    else:
        dot = dots[count - labels]
        spans["owner"] = (low + dot[1], high)
        spans["subdomain"] = (low, low + dot[0])
    return spans


def _tail_spans(pieces: _Pieces) -> dict[str, SpanOf]:
    at, tail = pieces.tail_at, pieces.tail
    spans: dict[str, SpanOf] = {}
    end = len(tail)
    mark = tail.find("#")
    if mark >= 0:
        spans["fragment"] = (at + mark + 1, at + end)
        end = mark
    mark = tail.find("?", 0, end)
    if mark >= 0:
        spans["query"] = (at + mark + 1, at + end)
        end = mark
    if end:
        spans["path"] = (at, at + end)
    return spans


def _app(link: str, span: SpanOf, shown: str | None) -> Anatomy:
    """A link into an App: it has no host, whatever stands behind the two slashes."""
    scheme = _APP.match(link)
    if scheme is None:
        return Anatomy(link, span, trouble="host")
    at = scheme.end()
    spans = {"scheme": scheme.span(1)}
    mark = link.find("#", at)
    fragment_at = mark if mark >= 0 else len(link)
    mark = link.find("?", at, fragment_at)
    query_at = mark if mark >= 0 else fragment_at
    if query_at > at:
        spans["path"] = (at, query_at)
    if query_at < fragment_at:
        spans["query"] = (query_at + 1, fragment_at)
    if fragment_at < len(link):
        spans["fragment"] = (fragment_at + 1, len(link))
    return Anatomy(
        text=link,
        span=span,
        url=link,
        scheme=scheme[1].lower(),
        path=link[at:query_at],
        query=link[query_at + 1 : fragment_at],
        fragment=link[fragment_at + 1 :],
        spans=spans,
        notes={"app": scheme[1].lower()},
        shown=shown,
    )
