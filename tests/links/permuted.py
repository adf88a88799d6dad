"""Writes the look-alikes of domains that dnstwist makes, as JSON; run in a process of its own.

python -m tests.links.permuted DOMAIN…  →  {domain: {kind: [look-alike, …]}}

dnstwist loads network modules, which the tests themselves do without. At most MOST of a kind
are written, evenly taken from all of them.
"""

from __future__ import annotations

import json
import sys

import dnstwist

MOST = 150
WORDS = (
    "login", "secure", "account", "verify", "service", "shop", "pay", "bank", "help", "online",
    "support", "update", "wallet", "zhuli", "hongbao", "fuli", "huodong", "kefu",
)  # fmt: skip
ENDINGS = ["net", "org", "top", "xyz", "cc", "vip", "shop", "info", "site", "me"]


def main(domains: list[str]) -> None:
    """Prints the look-alikes."""
    made: dict[str, dict[str, list[str]]] = {}
    for domain in domains:
        fuzzer = dnstwist.Fuzzer(domain, dictionary=WORDS, tld_dictionary=list(ENDINGS))
        fuzzer.generate()
        kinds: dict[str, list[str]] = {}
        for one in fuzzer.domains:
            if one["domain"] != domain:
                kinds.setdefault(one["fuzzer"], []).append(one["domain"])
        made[domain] = {
            kind: sorted(names)[:: -(-len(names) // MOST)] for kind, names in kinds.items()
        }
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
