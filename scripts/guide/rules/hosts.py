"""Hosts, as rules about outbound links see them: which ones the records name, which a text names, which pass for another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from guide.content.characters import skeleton
from guide.content.records import Record, Records, texts

# A name of a host in a text: labels and dots, the last label one that hosts end with; or four numbers. What only looks like one is the name of
# a file or of a method, an abbreviation, or two sentences without a space between.
NAMED = re.compile(r"(?<![\w.@/#-])(?:[\w.+-]+@)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:xn--[a-z0-9-]+|[a-z]{2,24})|(?:\d{1,3}\.){3}\d{1,3})"
                   r"(?![\w-])(?!\.\w)", re.I)
_SUFFIXES = frozenset(re.sub(r"#.*", "", (Path(__file__).parent / "suffixes.txt").read_text("utf-8")).split())
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}", re.I)
_SCHEME = re.compile(r"[a-z]{2,9}:/{2,}", re.I)
_FILES = ("md", "py")  # of Moldova and Paraguay, and more often of a file
_SECOND = ("ac", "co", "com", "edu", "gob", "gouv", "gov", "go", "ne", "net", "or", "org")  # of a country: gov.uk, com.tr


def host_of(address: str) -> str:
    """The host of an address without www., or an empty text where there is none to be read."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def addresses(records: Records) -> Iterator[tuple[Record, tuple[str, ...], str]]:
    """(record, keys, address) for every field of every record that is an address."""
    for _, record in records:
        yield from ((record, keys, text) for keys, text in texts(record) if _ADDRESS.match(text))


def known_hosts(records: Records) -> set[str]:
    """Every host the records give an address at."""
    return {host_of(address) for _, _, address in addresses(records)} - {""}


def named_in(text: str) -> Iterator[tuple[int, str]]:
    """(place, host) for every host a text names, those of addresses and of electronic mail included."""
    for match in NAMED.finditer(_SCHEME.sub(lambda found: " " * len(found[0]), text)):
        name = match[1].lower().removeprefix("www.")
        last = name.rpartition(".")[2]
        if last in _SUFFIXES and last not in _FILES or last.isdigit() or last.startswith("xn--"):
            yield match.start(), name


def allowed(host: str, known: set[str]) -> bool:
    """Whether `host` is one of `known`, or has one of them below it: example.org where help.example.org is known, never the reverse."""
    return host in known or any(name.endswith("." + host) for name in known)


def main_label(host: str) -> str:
    """The label one registers: example of www.example.org and of example.gov.uk."""
    labels = host.split(".")
    place = -3 if len(labels) > 2 and labels[-2] in _SECOND else -2
    return labels[place] if len(labels) >= -place else labels[0]


def near(one: str, other: str) -> bool:
    """Whether two different labels are easily taken for each other: one skeleton, or, when they are long, one slip of the keyboard."""
    one, other = one.replace("-", ""), other.replace("-", "")
    return one != other and (skeleton(one) == skeleton(other) or (min(len(one), len(other)) > 5 and _one_slip(one, other)))


def _one_slip(one: str, other: str) -> bool:
    """One letter added, left out, changed, or two neighbours exchanged (Damerau, 1964)."""
    if len(one) > len(other):
        one, other = other, one
    start = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    a, b = one[start:], other[start:]
    return a == b[1:] or a[1:] == b[1:] and len(a) == len(b) or (len(a) == len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:])

