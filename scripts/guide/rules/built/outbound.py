"""Every link of a finished page that leaves the site leads to an address of the records, says that it leaves, and names no other host.

The allow-list is the records': an address that no record has was put there by a way nobody foresaw. `rel=external` is what draws the mark
and what screen readers are told; the guide as one file marks links by their address instead.
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
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_LEADS = ("href", "src", "action", "formaction", "data", "poster", "cite", "ping", "background", "data-address", "data-href", "xlink:href")


def check(project: Project, site: Path) -> Iterator[Fault]:
    known = {address for _, _, address in addresses(project.records)}
    ours = tuple(filter(None, (project.site_url, project.settings.get("edit_url"), project.settings.get("repository_url"))))
    contact = project.settings.get("publisher_contact", "")
    mail = {"mailto:", f"mailto:{contact}"}
    for document in documents(site).values():
        one_file = document.path in {single_file(language) for language in project.languages}
        for element in document.elements:
            for name in _LEADS:
                if name in element.attributes and (message := _wrong(element, name, known | {contact}, ours, mail, one_file)):
                    path, line = place_of(project, document, element)
                    yield Fault(path, line, f"{message} ({document.at(element)})")


def _wrong(element: Node, name: str, known: set[str], ours: tuple[str, ...], mail: set[str], one_file: bool) -> str:
    """What is wrong with where `element` leads; nothing when it may."""
    address = element.attributes[name]
    plain = _DROPPED.sub("", address)
    outside = bool(_SCHEME.match(plain) or re.match(r"[/\\]{2}", plain))
    if not outside:
        if element.tag == "a" and "external" in (element.get("rel") or "").split():
            return f"the link to {address[:80]} says it leaves the site and does not; remove rel=external"
        host = ""
    elif address.startswith(ours):
        host = host_of(address)
    elif address in mail:
        return ""
    elif address in known:
        if element.tag == "a" and "external" not in (element.get("rel") or "").split() and not one_file:
            return f"the link to {address[:80]} does not say that it leaves the site; write rel=\"external\" on it"
        host = host_of(address)
    else:
        return f"<{element.tag} {name}> leads to {address[:80]!r}, which no record has; add it to the records, or remove it"
    if element.tag == "a" and host:  # inside the site, a publisher's name leads to its place in the list of sources
        for _, named in named_in(element.words() + " " + (element.get("aria-label") or "") + " " + (element.get("title") or "")):
            if named != host and not host.endswith("." + named):
                return f"the words of a link name {named} and it opens {host}; say in words what it opens"
    return ""
