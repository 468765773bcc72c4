"""The machinery does not know what the guide is about: scripts/ and overrides/ never name its subject.

Someone can then publish a guide about another company by replacing docs/ and the names in mkdocs.yml, and nothing about
the subject is hidden where a writer does not look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.project import Project

from ..topic import PATH, names

FOLDERS = "scripts", "overrides"
TEXT = {".py", ".html", ".css", ".js", ".svg", ".xml", ".txt", ".json", ".yml", ".md", ".jinja", ".xsl", ".webmanifest"}


def check(project: Project) -> Iterator[Fault]:
    pattern = re.compile("|".join(map(re.escape, names(project))), re.I)
    others = [re.compile(re.escape(name).replace(r"\ ", "[ /-]"), re.I) for name in names(project, "other_names")]
    for folder in FOLDERS:
        for path in files(project.root / folder, "**/*", project.root):
            if path.suffix in TEXT:
                text = path.read_text("utf-8", errors="replace")
                for other in others:
                    text = other.sub("", text)
                for match in pattern.finditer(text):
                    yield Fault(relative(path, project.root), text.count("\n", 0, match.start()) + 1,
                                f"names {match[0]}; move what is about the subject to docs/ (records, strings, pages) "
                                f"and read it from there "
                                f"({PATH} lists the names)")
