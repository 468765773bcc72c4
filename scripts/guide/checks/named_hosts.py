"""A host named in a text is one the records give an address at: nobody is sent elsewhere by words alone.

Read in pages (letters and code included, since readers copy them), front matter and strings; in records, whose notes say where a copy was
seen, only electronic mail. In a page, a host that the records know is for `addresses` to report, and the target of a link for `targets`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..faults import Fault
from ..hosts import allowed, known_hosts, named_in
from ..project import Project
from ..texts import everything

_TARGET = re.compile(r"\]\([^()\s]*\)|\][ ]?\[[^\[\]\n]*\]")


def check(project: Project) -> Iterator[Fault]:
    known = known_hosts(project.records)
    for path, line, text in everything(project):
        if "." not in text or path.startswith("docs/records/") and "@" not in text:
            continue
        for _, host in named_in(_TARGET.sub("]", text)):
            if not allowed(host, known):
                yield Fault(path, line, f"names the host {host}, which no record gives an address at; correct it, or add the address to the records (a full "
                                        f"stop between two sentences needs a space after it)")
