"""A folder of docs/ named with two letters is a language of the site, and every language has its folder.

mkdocs-static-i18n takes any two-letter folder for a language and drops what it does not know, without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.ignored import there
from guide.content.project import Project

_CODE = re.compile(r"[a-z]{2}([-_][A-Za-z]{2,4})?")


def check(project: Project) -> Iterator[Fault]:
    docs = project.root / "docs"
    for path in there(docs, "*", project.root):
        if path.is_dir() and _CODE.fullmatch(path.name) and path.name not in project.languages:
            yield Fault(f"docs/{path.name}", 0,
                        f"looks like a language and is not one of the site's ({', '.join(project.languages)}), so it "
                        f"would not be published; give it a longer name, or add the language "
                        f"to mkdocs.yml")
        elif path.suffix == ".md":
            yield Fault(f"docs/{path.name}", 1,
                        f"lies outside the language folders and would not be published; move it to "
                        f"docs/{project.languages[0]}/")
    for language in project.languages:
        if not (docs / language).is_dir():
            yield Fault(f"docs/{language}", 0,
                        f"is missing, and mkdocs.yml names the language; add the folder with every page of "
                        f"docs/{project.languages[0]}/")
