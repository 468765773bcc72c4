"""Which languages the guide has is written once, in mkdocs.yml: no template, script or style names one of them.

A list of languages kept in a second place is right until a language is added, and then wrong without a word. The files
that hold the spelling of one language may name it, and the map has the codes of countries, some of which are those of
languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.languages import GRAMMAR
from guide.content.project import Project

FOLDERS = "scripts/guide", "overrides"
# Months and plurals, spaces and quotation marks, the rules about them, where italics are used.
MAY = ("scripts/guide/content/languages.py", "scripts/guide/content/typography.py",
       "scripts/guide/rules/source/french.py",
       "scripts/guide/rules/source/english.py", "scripts/guide/rules/built/typography.py",
       "overrides/assets/css/single-file.css")


def check(project: Project) -> Iterator[Fault]:
    codes = "|".join(map(re.escape, project.languages))
    named = re.compile(rf"[\"']({codes})[\"']|:lang\(({codes})\)|[\"']/?({codes})/")
    for folder in FOLDERS:
        for path in files(project.root / folder, "**/*", project.root):
            name = relative(path, project.root)
            if path.suffix in (".py", ".html", ".js", ".css") and name not in MAY:
                text = path.read_text("utf-8", errors="replace")
                for match in named.finditer(text):
                    code = match[1] or match[2] or match[3]
                    yield Fault(name, text.count("\n", 0, match.start()) + 1,
                                f"names the language {code}; read it from project.languages, or write what is "
                                f"particular to it in "
                                f"scripts/guide/content/languages.py")
    for language in project.languages:
        if language not in GRAMMAR:
            yield Fault("scripts/guide/content/languages.py", 0,
                        f"has no entry for {language}, which mkdocs.yml lists; add its months and plurals to GRAMMAR")
