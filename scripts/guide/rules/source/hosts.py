"""Every host the guide names, in an address or in words, is that of an address of a record; a review lists those that
are new (guide/desk/changes.py).

An address stands in a record, once, where the day it was read is kept: https, and what it opens is where it says,
without forwarding and without telling anybody where the reader came from. A page names it as [words][id]. No host
hides where it leads, or passes for the subject's (docs/records/topic.yml) or for one that pages link to by name:
hosts are ASCII, since one in other letters (RFC 3492, "xn--") cannot be told from a look-alike, and of the subject's
name there is its own host only. A name that only looks like a host, or contains the subject's, stands under
`other_names` in topic.yml.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from guide.content.characters import skeleton
from guide.content.pages import CODE
from guide.content.project import Project
from guide.content.records import Record, texts
from guide.render.markdown.extension import named_addresses

from ..hosts import addresses, allowed, host_of, named_in
from ..hosts import hosts as hosts_of
from ..prose import body, names, reasons, strings, words
from . import Faults, rule

_HOST = re.compile(r"(?!www\.|.*\bxn--)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?!local|internal|test|invalid|example|"
                   r"onion)[a-z]{2,}")
_SECOND = frozenset("ac co com edu go gob gouv gov gv ne net or org qc".split())  # of a country: gov.uk, com.tr
_ODD = re.compile(r"[\s\\]|%(?:[01][0-9a-f]|7f|2e)|/\.\.?(?:/|$)", re.I)  # what a browser rewrites
_MAY_NAME = ("note", "publisher", "seen_through")  # where a copy was seen, and who is named like a host
_TYPED = re.compile(r"\b(?:https?|ftp)://[^\s<>()\"'\]]*[^\s<>()\"'\].,;:!?*_»”]|\bmailto:[^\s<>()\"']+", re.I)
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


@rule
def hosts(project: Project) -> Faults:
    known = hosts_of(project.records)
    misleads = dict(_misleading(project, known))
    for record, keys, address in addresses(project.records):
        if message := _wrong(address, record, keys[0]) or misleads.get(host_of(address), ""):
            yield record.path, record.at(*keys), f"{record.id}: {message}"
    typed = {found[:2]: found for found in _typed(project)}
    yield from typed.values()
    yield from (found for found in _words(project, known) if found[:2] not in typed)


def _wrong(address: str, record: Record, name: str) -> str:
    """What is wrong with an address of a record; nothing when it is sound. That of an archived copy may hold the
    original's."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return f"{name} {address!r} cannot be read as an address; write https://host/path"
    if parts.scheme != "https" and not (parts.scheme == "http" and record.get("http_only") is True):
        return f"{name} is not encrypted; write https://, or add http_only: true if you tried and the host has no https"
    if not _HOST.fullmatch(parts.netloc.removeprefix("www.")):
        return f"{parts.netloc!r} is no host anyone can reach; write its name in small plain letters, without a port"
    if _ODD.search(address):
        return f"{name} {address!r} holds signs a browser rewrites; write the address as a browser shows it"
    inner = re.search(r"/(https?:/.*)", unquote(parts.path), re.I) if name != "archive" else None
    for field in re.split(r"[&;?]", f"{parts.query}&{parts.fragment}&{parts.path.partition(';')[2]}"):
        key, _, value = unquote(unquote(field)).partition("=")
        if _TRACKS.fullmatch(key.strip()):
            return f"the address tracks its readers ({key.strip()[:30]}); remove that and see that it still opens"
        inner = inner or re.match(f"({_FORWARDS.pattern}.*)", value.strip(), re.I)
    return f"the address forwards to another ({inner[1][:40]}); write that one" if inner else ""


def _misleading(project: Project, known: set[str]) -> Iterator[tuple[str, str]]:
    """(host, what is wrong with it) for those of `known` that are taken for another, or hide where they lead. Of hosts
    that pages link to by name only the spelling tells; the subject's name may stand in no other host's."""
    own, sites = {_site(host_of(address)) for address in _named(project)}, set(map(_site, known))
    others, subjects = set(map(_plain, names(project, "other_names"))), {}
    for name in map(_plain, names(project)):
        # its own host: the one pages link to, else the only one there is, else that of most companies
        linked, there = ({site for site in group if _label(site) == name} for group in (own, sites))
        subjects[min(linked or (there if len(there) == 1 else ()), default=f"{name}.com")] = name
    for host in known:
        parts = {part for label in host.split(".") if _plain(label) not in others
                 for part in (label, *label.split("-"))}
        if any(f".{host}".endswith("." + short) for short in SHORTENERS):
            yield host, f"{host} hides where its addresses lead; open this one and write what it leads to"
        for site in {*own, *subjects} - {_site(host)}:
            label, subject = _label(site), subjects.get(site)
            if (any(_near(part, label) or subject and subject in _plain(part) for part in parts)
                    or _site(host) not in own and label in parts):
                yield host, f"{host} is easily taken for {site}; correct it (both are true: cite a copy at an archive)"


@lru_cache(maxsize=2**15)
def _near(one: str, other: str) -> bool:
    """Whether two different labels are easily taken for each other: alike at a glance, or but for a letter."""
    one, other = _plain(one), _plain(other)
    near = min(len(one), len(other)) > 5 and abs(len(one) - len(other)) < 4 and SequenceMatcher(None, one, other)
    return one != other and bool(skeleton(one) == skeleton(other) or near and near.quick_ratio() > 0.87 < near.ratio())


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
    return {address: name for language in project.languages
            for name, (address, _) in reversed(named_addresses(project.records, language).items())}


def _typed(project: Project) -> Faults:
    """Addresses, and hosts that pages link to by name, typed in a page."""
    named = _named(project)
    linked = {host_of(address): name for address, name in named.items()}
    for page in project.pages:
        text, first = body(page)
        found = [(first + text.count("\n", 0, match.start()), match[0], named.get(match[0].rstrip("/")) or
                  named.get(match[0].rstrip("/") + "/")) for match in _TYPED.finditer(text)]
        found += [(number, host, linked[host]) for number, line in words(page)
                  for host in named_in(line.replace(CODE, " ")) if host in linked]
        yield from ((page.path, line, f"{typed} is typed by hand; " + (f"write [words][{name}]" if name else
                     "add it to docs/records/addresses.yml under an id and write [words][that-id]")
                     + ", the record holds the address") for line, typed, name in found)


def _words(project: Project, known: set[str]) -> Faults:
    """Hosts that words name, code and letters included, since readers copy them; names that look like the subject's."""
    others = {name.casefold() for name in names(project, "other_names")}
    looks = {skeleton(name): name for name in map(_plain, names(project))}
    for path, first, text in _everything(project):
        for line, said in enumerate(text.split("\n"), first):
            for word in re.findall(r"[\w|!]{4,}", said) if "://" not in said[:10] else ():
                if (name := looks.get(skeleton(word))) and word.casefold().rstrip("!|") != name:
                    yield path, line, f"{word!r} looks like {name} and is spelt otherwise; correct it"
            for host in named_in(said) if "." in said else ():
                if not allowed(host, known) and host not in others:
                    yield (path, line, f"names the host {host}, at which no record has an address; correct it, or give "
                           f"its address in a record (where no host is meant, write a space after a full stop)")


def _everything(project: Project) -> Iterator[tuple[str, int, str]]:
    """(path, line, text) of pages without where their links lead, strings, the words of records, why a page is gone."""
    yield from ((page.path, 1, _TARGET.sub("]", page.text)) for page in project.pages)
    for language in project.languages:
        yield from strings(project, language)
    for _, record in project.records:
        yield from ((record.path, record.at(*keys), text) for keys, text in texts(record)
                    if not re.fullmatch(r"https?://\S+", text)
                    and (keys[0] not in _MAY_NAME or re.search("://|@", text)))
    yield from reasons(project)
