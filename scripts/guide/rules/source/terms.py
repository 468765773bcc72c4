"""One word for one thing: a word that the guide gave up for another stands nowhere in pages, strings and records.

Which these are, and what to write, each term of docs/records/glossary.yml says in `instead_of`; a plural counts too.
Labels, titles of sources, quotations, code, ids and words marked as another language keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project

from .french import texts

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\[=[^\]]*\]")


def check(project: Project) -> Iterator[Fault]:
    for language in project.languages:
        instead = {word.casefold(): (write, record.id) for record in project.records.glossary.values()
                   for word, write in record.get("instead_of", {}).get(language, {}).items()}
        if not instead:
            continue
        longest = sorted(map(re.escape, instead), key=len, reverse=True)
        pattern = re.compile(rf"(?<![\w-])({'|'.join(longest)})[sx]?(?![\w-])", re.I)
        for path, line, text in texts(project, language):
            for match in pattern.finditer(_QUOTED.sub("", text).replace("’", "'")):
                write, term = instead[match[1].casefold()]
                yield Fault(path, line, f"'{match[0]}' is another word for the term {term}; write '{write}'")
