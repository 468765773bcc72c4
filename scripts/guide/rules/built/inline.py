"""Nothing in a finished page needs a weak security policy: no inline style or script, nothing from another host.

The policy sent with the pages is default-src 'none' with everything from 'self': what breaks it is silently not shown. And a
page that asks another host for a file tells that host who reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Document, Node, documents, source
from guide.publish.policy import single_file

_DATA = {"application/ld+json", "application/json", "speculationrules"}
_LOADS = {"img": ("src", "srcset"), "script": ("src",), "iframe": ("src",), "audio": ("src",), "video": ("src", "poster"), "source": ("src", "srcset"),
          "track": ("src",), "embed": ("src",), "object": ("data",), "input": ("src",), "form": ("action",), "use": ("href", "xlink:href"),
          "image": ("href", "xlink:href")}
_LINKS = {"stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest", "mask-icon"}
_OTHER = re.compile(r"(?:^|[\s,])(?:[a-z][a-z0-9+.-]*:)?//", re.I)


def check(project: Project, site: Path) -> Iterator[Fault]:
    own = {single_file(language) for language in project.languages}  # has a policy of its own, which allows its one <style>
    for document in documents(site).values():
        place = source(project, document.path)
        for element in document.elements:
            for message in () if element.tag == "style" and document.path in own else _faults(project, element):
                yield Fault(*place, f"{message} ({document.at(element)})")
        yield from _scripts(document, place)


def _faults(project: Project, element: Node) -> Iterator[str]:
    if element.tag == "style":
        yield "a <style> in the page; move it to a file of overrides/assets/css/"
    for name in element.attributes:
        if name == "style":
            yield f"style= on <{element.tag}>; use a class, styled in overrides/assets/css/"
        elif name.startswith("on"):
            yield f"{name}= on <{element.tag}>; listen for the event in a module of overrides/assets/js/"
    names = _LOADS.get(element.tag, ())
    if element.tag == "link" and _LINKS & set((element.get("rel") or "").split()):
        names = ("href",)
    for name in names:
        address = element.get(name) or ""
        if _OTHER.search(address) and not address.startswith(project.site_url):
            yield f"<{element.tag}> loads {address} from another host; put the file under overrides/assets/ or docs/assets/"
        elif address.startswith(("javascript:", "data:")):
            yield f"<{element.tag}> loads {address[:30]}…, which the policy refuses; use a file"


def _scripts(document: Document, place: tuple[str, int]) -> Iterator[Fault]:
    for element in document.all("script"):
        if element.text() and (element.get("type") or "").lower() not in _DATA:
            yield Fault(*place, f"an inline <script> ({document.at(element)}); move it to a file of overrides/assets/js/")
