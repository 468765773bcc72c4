"""No host and no word passes for another: not for what the guide is about, not for a host the records already name.

A new source may be on any host; it may not be on one that is taken for a known one. Of the subject (docs/records/topic.yml), a host is
`name.suffix` or lies under it, and nothing else holds the name: not name-login.example, not name.example.org. Hosts are ASCII: a host in
other letters (RFC 3492, "xn--") cannot be told from a look-alike by the person who reviews it. A name that only contains the
subject's stands under `other_names` in topic.yml.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from guide.content.characters import skeleton
from guide.content.faults import Fault
from guide.content.project import Project

from ..all_texts import everything
from ..hosts import addresses, host_of, main_label, near
from ..topic import names

KNOWN = 10  # what a host weighs that pages link to by name
_WORD = re.compile(r"[\w|!]{4,}")


def check(project: Project) -> Iterator[Fault]:
    subjects = [_plain(name) for name in names(project)]
    others = {_plain(name) for name in names(project, "other_names")}
    counted = _weights(project)
    suffixes = _suffixes(counted, subjects)
    for record, keys, address in addresses(project.records):
        host = host_of(address)
        if message := _wrong(host, subjects, others, suffixes) or _taken(host, counted):
            yield Fault(record.path, record.at(*keys), f"{record.id}: {host} {message}")
    looks = {skeleton(name): name for name in subjects}
    for path, line, text in everything(project):
        for word in () if "://" in text[:10] else _WORD.findall(text):  # an address is read above
            plain = word.casefold()
            if (name := looks.get(skeleton(word))) and plain != name and plain.rstrip("!|") != name:
                yield Fault(path, line, f"{word!r} looks like {name} and is spelt otherwise; correct it")


def _weights(project: Project) -> Counter:
    """How well each host is established: once for each record that names it, ten times where pages link to it by name."""
    weights: Counter = Counter()
    for record, _, address in addresses(project.records):
        weights[host_of(address)] += KNOWN if record.path.endswith(("/addresses.yml", "/authorities.yml")) else 1
    return weights


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())


def _suffixes(counted: Counter, subjects: list[str]) -> dict[str, str]:
    """For each subject, the host of its own that is best established: all its others lie under it."""
    return {name: max(hosts)[1] for name in subjects
            if (hosts := [(number, host) for host, number in counted.items() if host.startswith(name + ".") and main_label(host) == name])}


def _wrong(host: str, subjects: list[str], others: set[str], suffixes: dict[str, str]) -> str:
    labels = host.split(".")
    if not host.isascii() or any(label.startswith("xn--") for label in labels):
        return "is written in letters that cannot be told from others; cite the text at a host in plain letters"
    for name in subjects:
        own = suffixes.get(name, f"{name}.com")  # that of most companies, until a record names another
        if host == own or host.endswith("." + own):
            return ""
        for label in labels:
            plain = _plain(label)
            parts = [plain, *map(_plain, label.split("-"))]
            if any(part == name or near(part, name) for part in parts) or name in plain and plain not in others:
                return f"looks like a host of {name} and is not {own}; give the true address (if this is true, cite a copy at an archive)"
    return ""


def _taken(host: str, counted: Counter) -> str:
    """Whether a host that is better established is so near that one would be taken for the other."""
    label = main_label(host)
    for other, number in counted.items():
        suffix, own = other.partition(main_label(other))[2], host.partition(label)[2]
        under = host == other or host.endswith("." + other) or other.endswith("." + host)
        passes = suffix == own and label != main_label(other) and near(label, main_label(other)) or not under and (
            f".{other}." in f".{host.replace('-', '.')}." or label == main_label(other) and suffix != own and number >= KNOWN > counted[host])
        if passes and number >= counted[host]:
            return f"is easily taken for {other}, which other records name; correct it (if both are true, cite a copy at an archive)"
    return ""

