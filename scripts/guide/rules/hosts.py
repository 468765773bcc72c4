"""Hosts, as rules see them: those of the records' addresses, which no other list repeats, and which ones a text
names."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.content.records import Record, Records, texts

# What hosts end with, beside two letters; what files end with that is of two
# letters too.
_ENDS = frozenset("com net org edu gov int info biz app dev page link site online website support help login security "
                  "social cloud tech news blog "
                  "live click shop store xyz top pro email example test invalid localhost onion".split())
_FILES = frozenset("md py js ts sh".split())
_NAMED = re.compile(r"(?<![\w.@/#-])(\w{2,9}:/{2,}(?:[\w.+-]+@)?|"
                    r"[\w.+-]+@)?(www\.)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
                    r"(?:xn--[a-z0-9-]+|[a-z]{2,24})|(?:\d{1,3}\.){3}\d{1,3})(?![\w-])(?!\.\w)", re.I)


def host_of(address: str) -> str:
    """The host of an address without www., or an empty text where there is none to be read."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def hosts(records: Records) -> set[str]:
    """Every host at which a record gives an address."""
    return {host_of(address) for _, _, address in addresses(records) if not re.search(r"\s", address)} - {""}


def addresses(records: Records) -> Iterator[tuple[Record, tuple[str, ...], str]]:
    """(record, keys, address) for every field of every record that is an address, or has to be one."""
    for _, record in records:
        yield from ((record, keys, text) for keys, text in texts(record)
                    if keys[0] in ("url", "archive", "complaint", "site")
                    or re.match(r"(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}", text, re.I))


def named_in(text: str) -> Iterator[str]:
    """Every host a text names, those of addresses and of electronic mail included. What only looks like one is the name
    of a file or of a method, an abbreviation, or two sentences without a space between."""
    for match in _NAMED.finditer(text):
        last = match[3].rpartition(".")[2]
        short = len(last) == 2 and last not in _FILES and last != last.capitalize()
        if match[1] or match[2] or short or last.lower() in _ENDS or last.isdigit() or last.startswith("xn--"):
            yield match[3].lower()


def allowed(host: str, known: set[str]) -> bool:
    """Whether `host` is one of `known`, or has one of them below it: example.org where help.example.org is known."""
    return host in known or any(name.endswith("." + host) for name in known)
