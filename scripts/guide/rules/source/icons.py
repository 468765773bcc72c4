"""`:material-cellphone:` names an icon of the sets this site draws; no mark of a company, no emoji.

Another set's would stay as typed on the page, and pymdownx draws emoji with pictures that the reader's browser asks
another host for.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.pages import ICON
from guide.content.project import Project
from guide.render.icons import UnknownIcon, drawing


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        for number, line in page.lines:
            for match in ICON.finditer(line):
                try:
                    drawing(match[1])
                except UnknownIcon as error:
                    yield Fault(page.path, number, str(error.message))
