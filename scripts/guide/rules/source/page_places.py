"""Every page has an address of its own: not another page's, and none that the build gives to something else.

`x.md` and `x/index.md` have one address; a page named en.md would cover the home page of that language, one named
handout.md what is printed. What is written last would stand, and nobody would be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.addresses import RESERVED, page_url
from guide.content.faults import Fault
from guide.content.project import Project


def check(project: Project) -> Iterator[Fault]:
    places: dict[tuple[str, str], str] = {}
    for page in project.pages:
        url = page_url(page.name)
        first = url.partition("/")[0]
        if first in RESERVED or first in project.languages:
            yield Fault(page.path, 1,
                        f"would have the address {url}, which is the build's own; name the file otherwise")
        other = places.setdefault((page.language, url), page.path)
        if other != page.path:
            yield Fault(page.path, 1, f"has the same address as {other}; name one of them otherwise")
