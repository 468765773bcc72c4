"""One word for one thing: a word that the guide gave up for another stands nowhere in pages, strings and records.

Which these are, and what to write, each term of docs/records/glossary.yml says in `instead_of`; a plural counts too.
Labels, titles of sources, quotations, code, ids and words marked as another language keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
        longest = sorted((r"\s+".join(map(re.escape, word.split())) for word in instead), key=len, reverse=True)
        pattern = re.compile(rf"(?<![\w-])({'|'.join(longest)})[sx]?(?![\w-])", re.I)
        typed = {record.path for record in project.records.search_words.values()}  # by readers, in words of their own
        for path, line, text in _passages(text for text in texts(project, language) if text[0] not in typed):
            said = _QUOTED.sub(lambda quoted: "\n" * quoted[0].count("\n"), text).replace("’", "'")
            for match in pattern.finditer(said):
                write, term = instead[" ".join(match[1].split()).casefold()]
                yield Fault(path, line + said.count("\n", 0, match.start()),
                            f"'{' '.join(match[0].split())}' is another word for the term {term}; write '{write}'")


def _passages(lines: Iterable[tuple[str, int, str]]) -> Iterator[tuple[str, int, str]]:
    """(path, first line, text) of lines that follow each other, joined: a term may stand across the end of one."""
    held: tuple[str, int, str] | None = None
    for path, line, text in lines:
        if held and held[0] == path and line == held[1] + held[2].count("\n") + 1:
            held = path, held[1], f"{held[2]}\n{text}"
        else:
            if held:
                yield held
            held = path, line, text
    if held:
        yield held
