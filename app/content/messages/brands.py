"""The words for E4xx: what is wrong with the official list, brands.yaml."""

from __future__ import annotations

from app.content.messages import Message
from app.i18n import mark

MESSAGES = {
    "E401": Message(
        mark("“{text}” is not a host name as browsers compare it."),
        mark("Write it in small letters, without https:// and path; Chinese names as xn--…"),
    ),
    "E402": Message(
        mark("On “{text}” anyone can make pages, so it cannot be official."),
        mark("Take it out of the brand, or out of `hosted_pages`, `redirectors` or `short_links`."),
    ),
    "E403": Message(
        mark("“{text}” stands under two brands; the first is “{id}” in line {line}."),
        mark("Leave it with the brand to which it belongs."),
    ),
    "E404": Message(
        mark("“{text}” lies under none of this brand's owners."),
        mark("Add its owner to `owners`, or take the host out."),
    ),
    "E405": Message(
        mark("“{text}” cannot be how a name is spelled in a link."),
        mark("Use small letters, digits and hyphens only."),
    ),
}
