"""A host named in a text is one the records give an address at: nobody is sent elsewhere by words alone.

Read in pages (letters and code included, since readers copy them), front matter, strings, records and drawings. A note of a record
may say at which host a copy was seen, and some publishers are named like one; neither may give an address there, or electronic
mail. In a page, a host that the records know is for `addresses` to report, and the target of a link for `targets`: of its body
only, for nothing else is Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.project import Project
from guide.content.records import texts

from ..all_texts import everything, reasons
from ..hosts import allowed, known_hosts, named_in
from ..plain_svg import svg_words
from ..topic import names

_TARGET = re.compile(r"\]\([^()\s]*\)|\][ ]?\[[^\[\]\n]*\]")
_ADDRESS = re.compile(r"https?://\S+")  # a field of its own, which other rules read
_MAY_NAME = ("note", "publisher", "seen_through")


def check(project: Project) -> Iterator[Fault]:
    known = known_hosts(project.records) | {name.casefold() for name in names(project, "other_names")}
    for path, line, text in (*_written(project), *_recorded(project), *reasons(project), *_drawn(project)):
        for _, host in named_in(text):
            if not allowed(host, known):
                yield Fault(path, line, f"names the host {host}, which no record gives an address at; correct it, or add the address to the records (where no "
                                        f"host is meant, write a space after a full stop; a name such as ASP.NET stands under other_names in "
                                        f"docs/records/topic.yml)")


def _written(project: Project) -> Iterator[tuple[str, int, str]]:
    """The lines of pages, without the targets of links, and the strings."""
    bodies = {page.path: page.lines[0][0] if page.lines else 0 for page in project.pages}
    for path, line, text in everything(project):
        if not path.startswith("docs/records/"):
            yield path, line, _TARGET.sub("]", text) if path in bodies and line >= bodies[path] else text


def _recorded(project: Project) -> Iterator[tuple[str, int, str]]:
    for _, record in project.records:
        for keys, text in texts(record):
            if not _ADDRESS.fullmatch(text) and (keys[0] not in _MAY_NAME or "://" in text or "@" in text):
                yield record.path, record.at(*keys), text


def _drawn(project: Project) -> Iterator[tuple[str, int, str]]:
    for path in files(project.root / "docs/assets", "**/*.svg", project.root):
        yield from ((relative(path, project.root), line, words) for line, words in svg_words(path.read_bytes()))
