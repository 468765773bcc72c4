"""Every host the guide names, in an address or in words, is that of an address of a record; a review lists those that
are new (guide/desk/changes.py).

An address stands in a record, once, where the day it was read is kept: https, and what it opens is where it says,
without forwarding and without telling anybody where the reader came from. A page names it as [words][id]. No host
hides where it leads, or passes for the subject's (docs/records/topic.yml) or for one that pages link to by name:
hosts are ASCII, since one in other letters (RFC 3492, "xn--") cannot be told from a look-alike, and of the subject's
name there is its own host only. A name that only looks like a host, or contains the subject's, stands under
`other_names` in topic.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from urllib.parse import unquote, urlsplit

from guide.content.characters import skeleton
from guide.content.faults import Fault
from guide.content.pages import CODE
from guide.content.project import Project
from guide.content.records import Record, texts

from ..all_texts import everything
from ..hosts import addresses, allowed, host_of, hosts, named_in
from ..page_links import links
from ..prose import words
from ..topic import names

_HOST = re.compile(r"(?!www\.|.*\bxn--)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?!local|internal|test|invalid|example|"
                   r"onion)[a-z]{2,}")
_SECOND = frozenset("ac co com edu go gob gouv gov gv ne net or org qc".split())  # of a country: gov.uk, com.tr
_ODD = re.compile(r"[\s\\]|%(?:[01][0-9a-f]|7f|2e)|/\.\.?(?:/|$)", re.I)  # what a browser rewrites
_MAY_NAME = ("note", "publisher", "seen_through")  # where a copy was seen, and who is named like a host
_TARGET = re.compile(r"\]\([^()\s]*\)|\][ ]?\[[^\[\]\n]*\]")
SHORTENERS = frozenset("""
    adf.ly aka.ms amzn.to bit.do bit.ly bitly.com buff.ly cli.gs cutt.ly dlvr.it dub.sh fb.me g.co git.io goo.gl
    hubs.la ift.tt is.gd j.mp linktr.ee lnkd.in mailchi.mp msft.it n9.cl ow.ly qr.ae rb.gy rebrand.ly s.id shorturl.at
    smarturl.it snip.ly t.co t.ly t.me tiny.cc tinyurl.com tr.im urlz.fr v.gd wp.me x.gd youtu.be app.link
    doubleclick.net page.link translate.goog urldefense.com""".split())
# The parameters of the large campaign tools, of advertisers, of newsletters and of sessions.
_TRACKS = re.compile(r"(?:utm|_hs|mc|pk|piwik|mtm|matomo|at|li|gad|oly|vero|ml_subscriber)_?\w*|(?:fb|g|d|tt|tw|y|ms|"
                     r"igsh|gb|wb|sc|epi|zan)p?c?l?k?id|"
                     r"[gw]braid|igsh|srsltid|gclsrc|_g[al]|mkt_tok|trk\w*|tracking\w*|lipi|midtoken|midsig|_?lic[iu]|"
                     r"rcm|ref_?(?:src|url)?|"
                     r"referrer|xtor|xts|s?_?cid|cmp(?:id)?|campaign\w*|spm|scm|si|share|feature|mibextid|token|"
                     r"j?session_?id|phpsessid|aff\w*id",
                     re.I)
_FORWARDS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}|www\.", re.I)


def check(project: Project) -> Iterator[Fault]:
    known = hosts(project.records)
    misleads = dict(_misleading(project, known))
    for record, keys, address in addresses(project.records):
        if message := _wrong(address, record, keys[0]) or misleads.get(host_of(address), ""):
            yield Fault(record.path, record.at(*keys), f"{record.id}: {message}")
    yield from (typed := set(_typed(project)))
    told = {(fault.path, fault.line) for fault in typed}
    yield from (fault for fault in _words(project, known) if (fault.path, fault.line) not in told)


def _wrong(address: str, record: Record, name: str) -> str:
    """What is wrong with an address of a record; nothing when it is sound. That of an archived copy may hold the
    original's."""
    try:
        parts = urlsplit(address)
        fields = re.split(r"[&;?]", f"{parts.query}&{parts.fragment}&{parts.path.partition(';')[2]}")
    except ValueError:
        return f"{name} {address!r} cannot be read as an address; write https://host/path"
    if parts.scheme != "https" and not (parts.scheme == "http" and record.get("http_only") is True):
        return f"{name} is not encrypted; write https://, or add http_only: true if you tried and the host has no https"
    if not _HOST.fullmatch(parts.netloc.removeprefix("www.")):
        return f"{parts.netloc!r} is no host anyone can reach; write its name in small plain letters, without a port"
    if _ODD.search(address):
        return f"{name} {address!r} holds signs a browser rewrites; write the address as a browser shows it"
    inner = re.search(r"/(https?:/.*)", unquote(parts.path), re.I) if name != "archive" else None
    for key, _, value in (unquote(unquote(field)).partition("=") for field in fields):
        if _TRACKS.fullmatch(key.strip()):
            return (f"the address tracks its readers ({key.strip()[:30]}); remove that and see that the address still "
                    f"opens")
        inner = inner or re.match(f"({_FORWARDS.pattern}.*)", value.strip(), re.I)
    return f"the address forwards to another ({inner[1][:40]}); write that one" if inner else ""


def _misleading(project: Project, known: set[str]) -> Iterator[tuple[str, str]]:
    """(host, what is wrong with it) for those of `known` that are taken for another, or hide where they lead."""
    own = {host_of(address) for address in _named(project)}
    subjects = {}
    # its own host: the one pages link to, else the only one there is, else that of most companies
    for name in map(_plain, names(project)):
        linked, there = ({_site(host) for host in group if _label(host) == name} for group in (own, known))
        subjects[name] = min(linked or (there if len(there) == 1 else ()), default=f"{name}.com")
    others = set(map(_plain, names(project, "other_names")))
    for host in known:
        passes = next((other for other in {*own, *subjects.values()} if _passes(host, other, host in own)), "")
        parts = {part for label in host.split(".") if _plain(label) not in others
                 for part in (label, *label.split("-"))}
        about = next((true for name, true in subjects.items() if not f".{host}".endswith("." + true)
                      and any(name in _plain(part) or _near(name, part) for part in parts)), "")
        if any(f".{host}".endswith("." + short) for short in SHORTENERS):
            yield host, f"{host} hides where its addresses lead; open this one and write what it leads to"
        elif about or passes:
            yield host, (f"{host} is easily taken for {about or passes}; correct it (if both are true, cite a copy at "
                         f"an archive)")


def _passes(host: str, other: str, known: bool) -> bool:
    """Whether a host would be taken for `other`, which pages link to by name; of two such hosts (`known`) only the
    spelling tells."""
    if _site(host) == _site(other):
        return False
    if not known and (_label(host) == _label(other) or f".{other}." in f".{host.replace('-', '.')}."):
        return True
    return _near(_label(host), _label(other))


def _near(one: str, other: str) -> bool:
    """Whether two different labels are easily taken for each other: alike at a glance, or but for a letter."""
    one, other = _plain(one), _plain(other)
    alike = skeleton(one) == skeleton(other) or min(len(one), len(other)) > 5 and SequenceMatcher(None, one,
                                                                                                  other).ratio() > 0.87
    return one != other and alike


def _site(host: str) -> str:
    """What one registers: example.org of www.example.org, example.gov.uk of www.example.gov.uk."""
    labels = host.split(".")
    return ".".join(labels[-3 if labels[-2:-1] and labels[-2] in _SECOND else -2:])


def _label(host: str) -> str:
    return _site(host).partition(".")[0]


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())


def _named(project: Project) -> dict[str, str]:
    """Address → the name a page links to it by."""
    found = {record["url"]: name for name, record in project.records.addresses.items()}
    for name, record in project.records.authorities.items():
        found.update({record[field]: f"authority-{name}" for field in ("site", "complaint") if record.get(field)})
    return found


def _typed(project: Project) -> Iterator[Fault]:
    """Addresses, and hosts that pages link to by name, typed in a page."""
    named = _named(project)
    linked = {host_of(address): name for address, name in reversed(named.items())}
    for page in project.pages:
        for link in links(page):
            if link.kind == "typed":
                name = named.get(link.target) or named.get(link.target.rstrip("/")) or named.get(link.target + "/")
                remedy = (f"write [words][{name}]" if name else
                          "add it to docs/records/addresses.yml under an id and write [words][that-id]")
                unsafe = " and is not encrypted (http:)" if link.target.startswith("http:") else ""
                yield Fault(page.path, link.line,
                            f"{link.target} is typed by hand{unsafe}; {remedy}, the record holds the address")
        for number, line in words(page):
            for host in named_in(line.replace(CODE, " ")):
                if name := linked.get(host):
                    yield Fault(page.path, number,
                                f"{host} is typed by hand; write [words][{name}], the record holds the address")


def _words(project: Project, known: set[str]) -> Iterator[Fault]:
    """Hosts that words name: in pages, code and letters included, since readers copy them, front matter, strings and
    records."""
    others = {name.casefold(): 0 for name in names(project, "other_names")}
    looks = {skeleton(name): name for name in map(_plain, names(project))}
    records = (((record.path, record.at(*keys), text), keys[0]) for _, record in project.records for keys,
               text in texts(record))
    told = [place for place, key in records if not re.fullmatch(r"https?://\S+", place[2])
            and (key not in _MAY_NAME or re.search("://|@", place[2]))]
    bodies = {page.path: page.lines[0][0] if page.lines else 0 for page in project.pages}
    for path, line, text in everything(project):
        for word in () if "://" in text[:10] else re.findall(r"[\w|!]{4,}", text):
            if (name := looks.get(skeleton(word))) and word.casefold().rstrip("!|") != name:
                yield Fault(path, line, f"{word!r} looks like {name} and is spelt otherwise; correct it")
        if path in bodies:
            told.append((path, line, _TARGET.sub("]", text) if line >= bodies[path] else text))
        elif "/records/" not in path or path.endswith("/redirects.yml"):
            told.append((path, line, text))
    for path, line, text in told:
        for host in named_in(text):
            if not allowed(host, known) and host not in others:
                yield Fault(path, line,
                            f"names the host {host}, at which no record has an address; correct it, or give its "
                            f"address in a record (where no host is meant, write a space after a full stop)")
