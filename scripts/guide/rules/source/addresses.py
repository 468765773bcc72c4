"""An address of another site stands in a record, once; there it is https, public, and of a shape anyone can reach.

Typed in pages, addresses drift apart between languages and nobody knows which were opened when. A record keeps the date.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.records import Record

from ..page_links import links
from ..prose import words

# Labels of letters, digits and inner hyphens; the last is a word, so that no number is a host. Which letters: `look_alikes`.
_HOST = re.compile(r"(?:[^\W_A-Z](?:[^\W_A-Z]|-)*\.)+[^\W\d_A-Z](?:[^\W_A-Z]|-)+")
_ODD = re.compile(r"[\s\\]|%(?:[01][0-9a-f]|7f|2e)|/\.\.?(?:/|$)", re.I)
_FIELDS = ("url", "archive", "complaint", "site")


def check(project: Project) -> Iterator[Fault]:
    for _, record in project.records:
        for name in _FIELDS:
            if isinstance(record.get(name), str):
                yield from _shape(record, name, record[name])
    named = _named(project)
    hosts = {_host(address) for address in named}
    pattern = re.compile(r"(?<![\w.@/-])(?:www\.)?(" + "|".join(sorted(map(re.escape, hosts - {""}), key=len, reverse=True))
                         + r")(?![\w-])(?!\.\w)") if hosts - {""} else None
    for page in project.pages:
        for link in links(page):
            if link.kind == "typed":
                yield Fault(page.path, link.line, _remedy(link.target, named))
            elif link.target.startswith("//"):
                yield Fault(page.path, link.line, f"{link.target} leaves the site; " + _remedy("https:" + link.target, named))
        for number, line in words(page):
            if pattern and (match := pattern.search(line)):
                name = next(name for address, name in named.items() if _host(address) == match[1])
                yield Fault(page.path, number, f"{match[1]} is typed by hand; write [words][{name}], the record holds the address")


def _named(project: Project) -> dict[str, str]:
    """Address → the name a page links to it by."""
    found = {record["url"]: name for name, record in project.records.addresses.items()}
    for name, record in project.records.authorities.items():
        for field in ("complaint", "site"):
            if record.get(field):
                found.setdefault(record[field], f"authority-{name}")
    return found


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _remedy(address: str, named: dict[str, str]) -> str:
    """What to write instead of an address typed in a page."""
    name = named.get(address) or named.get(address.rstrip("/")) or named.get(address + "/")
    if name:
        return f"{address} is typed by hand; write [words][{name}], the record holds the address"
    unsafe = " and is not encrypted (http:)" if address.startswith("http:") else ""
    return f"{address} is typed by hand{unsafe}; add it to docs/records/addresses.yml under an id and write [words][that-id], or cite a claim"


def _shape(record: Record, name: str, address: str) -> Iterator[Fault]:
    def fault(message: str) -> Fault:
        return Fault(record.path, record.at(name), f"{record.id}: {name} {message}")

    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        yield fault(f"{address!r} cannot be read as an address; write https://host/path")
        return
    if parts.scheme == "http" and record.get("http_only") is not True:
        yield fault("is not encrypted; write https://, or add http_only: true if you tried and the host has no https")
    elif parts.scheme == "https" and record.get("http_only") is True and name != "archive" and not _has_http(record):
        yield fault("is https; remove http_only: true")
    if "." not in host or host.endswith((".local", ".localhost", ".internal", ".test", ".invalid", ".example", ".onion")) or _is_number(host) or port:
        yield fault(f"leads to {host or 'no host'}{f':{port}' if port else ''}, which readers cannot reach; write the public address")
    elif parts.netloc != host or not _HOST.fullmatch(host):
        yield fault(f"has the host {parts.netloc!r}; write it in small letters, without a user's name, a port or a full stop at its end")
    elif _ODD.search(address.partition(host)[2]):
        yield fault(f"{address!r} holds signs a browser rewrites; write the address as a browser shows it")


def _has_http(record: Record) -> bool:
    return any(str(record.get(name, "")).startswith("http:") for name in _FIELDS)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
