"""Where addresses lead. Hosts, as rules see them: those of the records' addresses, which no other list repeats, and
which ones a text names. A link of a page: to a page of its language and an id there, or to an address of the records;
by no other scheme (javascript:, data:, mailto:…), to no other place.
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from guide.content.addresses import ids_of
from guide.content.pages import Page
from guide.content.project import Project
from guide.content.records import Record, Records, texts

from . import nearest
from .prose import drawn_ids

# What hosts end with, beside two letters; what files end with that is of two
# letters too.
_ENDS = frozenset("com net org edu gov int info biz app dev page link site online website support help login security "
                  "social cloud tech news blog "
                  "live click shop store xyz top pro email example test invalid localhost onion".split())
_FILES = frozenset("md py js ts sh".split())
_NAMED = re.compile(r"(?<![\w.@/#-])(\w{2,9}:/{2,}(?:[\w.+-]+@)?|"
                    r"[\w.+-]+@)?(www\.)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
                    r"(?:xn--[a-z0-9-]+|[a-z]{2,24})|(?:\d{1,3}\.){3}\d{1,3})(?![\w-])(?!\.\w)", re.I)
# what browsers pass over in an address (WHATWG URL), and a little more
_DROPPED = re.compile(r"[\u0000-\u0020\u007f-\u00a0]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_RELATIVE = re.compile(r"[A-Za-z0-9_.,/-]*(?:#[A-Za-z0-9:_.-]*)?")


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
                    if keys[0] in ("url", "archive", "complaint", "complaint_in", "site")
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


def wrong_link(project: Project, page: Page, address: str) -> str:
    """What is wrong with a link of `page` to `address`, which is in no record; nothing when it leads somewhere."""
    plain, shown = _DROPPED.sub("", unquote(address)), repr(address[:60])
    scheme = _SCHEME.match(plain)
    if address in ("", "#"):
        return "a link leads nowhere; write the page or the #id it leads to"
    if scheme and scheme[1].lower() not in ("http", "https"):
        return (f"{shown} is an address of the kind {scheme[1].lower()}:, which a page may not hold; link to a page "
                f"or to an address of the records")
    if scheme or re.match(r"[/\\]{2}", plain):
        return f"{shown} is in no record; add it to docs/records/addresses.yml under an id and write [words][that-id]"
    if not _RELATIVE.fullmatch(address):
        return (f"{shown} holds signs no name of ours has; write the path of a file with letters, digits and hyphens, "
                f"then #its-id")
    return _inside(project, page, address)


def _inside(project: Project, page: Page, address: str) -> str:
    path, _, fragment = address.partition("#")
    pages = {other.name: other for other in project.pages if other.language == page.language}
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name
    if name not in pages or path.startswith("/"):
        plain = re.sub(rf"^[./]*(?:{page.language}/)?|(?:/?index)?\.(?:md|html)$|/$", "", name)
        known = {re.sub(r"(?:/?index)?\.md$", "", other): other for other in pages}
        match = nearest(plain, known, "")
        near = posixpath.relpath(known[match], posixpath.dirname(page.name) or ".") if match else "the path of a file"
        return (f"{address} leads to no page of this language; write {near} (from this file's folder; the language "
                f"switch does the rest)")
    known_ids = ids_of(pages[name])
    if not fragment or fragment in known_ids or fragment in drawn_ids(project, pages[name]):
        return ""
    near = nearest(fragment, known_ids, "its-id, or give its heading this one")
    return f"#{fragment} is not an id of {pages[name].path}; write #{near}"
