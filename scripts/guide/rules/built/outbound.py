"""Every link of a finished page that leaves the site leads to an address of the records, says that it leaves, and names
no other host.

Nothing else leaves it: what a page loads is the site's own, or that other host would be told who reads. The allow-list
is the records': an address that no record has was put there by a way nobody foresaw. `rel=external` is what draws the
mark and what screen readers are told; the guide as one file marks links by their address instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Node, documents, place_of
from guide.publish.policy import single_file

from ..hosts import addresses, host_of, named_in

_DROPPED = re.compile(r"[\u0000-\u0020\u007f-\u00a0]")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.I)
_LEADS = ("href", "src", "srcset", "cite", "data-address", "data-href")  # others are refused by `elements`


def check(project: Project, site: Path) -> Iterator[Fault]:
    contact = project.settings.get("publisher_contact", "")
    known = {address for _, _, address in addresses(project.records)} | {contact}
    ours = tuple(filter(None,
                        (project.site_url, project.settings.get("edit_url"), project.settings.get("repository_url"))))
    single = {single_file(language) for language in project.languages}
    for document in documents(site).values():
        for element in document.elements:
            for name in _LEADS:
                address = element.attributes.get(name)
                if address is None or address in ("mailto:", f"mailto:{contact}"):
                    continue
                if message := _wrong(element, name, address, known, ours, document.path in single):
                    yield Fault(*place_of(project, document, element), f"{message} ({document.at(element)})")


def _wrong(element: Node, name: str, address: str, known: set[str], ours: tuple[str, ...], one_file: bool) -> str:
    """What is wrong with where `element` leads; nothing when it may."""
    outside, external = _OUTSIDE.match(_DROPPED.sub("", address)), "external" in (element.get("rel") or "").split()
    if not outside:
        says = element.tag == "a" and external
        return f"the link to {address[:80]} says it leaves the site and does not; remove rel=external" if says else ""
    if not address.startswith(ours):
        if address not in known or name.startswith("src"):
            return (f"<{element.tag} {name}> leads to {address[:80]!r}, which no record has; add it to the records, "
                    f"or remove it")
        if element.tag == "a" and not external and not one_file:
            return f"the link to {address[:80]} does not say that it leaves the site; write rel=\"external\" on it"
    if element.tag == "a":
        said = " ".join((element.words(), element.get("aria-label") or "", element.get("title") or ""))
        for named in (host.removeprefix("www.") for host in named_in(said)):
            if not f".{host_of(address)}".endswith("." + named):
                return f"the words of a link name {named} and it opens {host_of(address)}; say in words what it opens"
    return ""
