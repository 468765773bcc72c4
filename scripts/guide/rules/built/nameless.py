"""Every link and button of a finished page has words, or an `aria-label`: an icon alone says nothing to whoever hears the page.

Those of templates are read here; `source/link_words` names the line of those in pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import documents, place_of


def check(project: Project, site: Path) -> Iterator[Fault]:
    for document in documents(site).values():
        for element in document.all("a", "button"):
            if not (element.words().strip() or element.get("aria-label")):
                yield Fault(*place_of(project, document, element), f"a <{element.tag}> without words ({document.at(element)}); "
                                                                   f"write them in it, or in aria-label")
