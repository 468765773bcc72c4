"""docs/ and overrides/ hold the files we mean them to hold: their kinds, their names, their sizes, and no way out.

MkDocs publishes whatever lies there: a page of HTML, a script, a document, somebody's hidden file. A link in the file
system may bring in any file of the machine that builds; a name in capitals, accents or spaces is another file on
another system.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.ignored import there
from guide.content.pages import MAX_BYTES
from guide.content.project import Project
from guide.content.records import KINDS

LONGEST = 120  # characters of a path: as an address it is read, said and printed
_DEVICES = r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?"
_PART = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_KINDS = "|".join((*KINDS, "topic", "published-ids", "redirects"))
# Where → (what may lie there, the largest size in bytes, in words).
_DOCS = (
    (rf"records/(?:{_KINDS})(?:/{_PART})?\.yml", 400_000, "a record"),
    (r"records/translations\.lock", 1_000_000, "the list of what was compared"),
    (r"records/not-quoted\.txt", 100_000, "the fingerprints of what is not to be quoted"),
    (rf"records/schema/{_PART}\.json", 100_000, "a shape of records"),
    (r"strings/(?:{languages})\.yml", 200_000, "a file of strings"),
    (rf"(?:{{languages}})/(?:{_PART}/)*{_PART}\.md", MAX_BYTES, "a page"),
)
_OVERRIDES = (
    (rf"(?:{_PART}/)*_?{_PART}\.html", 60_000, "a template"),
    (rf"assets/css/(?:{_PART}/)*{_PART}\.css", 60_000, "a style sheet"),
    (rf"assets/js/(?:{_PART}/)*{_PART}\.js", 60_000, "a script"),
    (rf"assets/(?:{_PART}/)*{_PART}\.(?:png|svg)", 100_000, "a picture"),
    (r"assets/(?:data|fonts)/[A-Za-z0-9.-]+\.(?:json|txt|md|ttf|woff2|csv)", 1_000_000, "data or a font"),
)


def check(project: Project) -> Iterator[Fault]:
    languages = "|".join(map(re.escape, project.languages))
    docs = [(pattern.replace("{languages}", languages), most, what) for pattern, most, what in _DOCS]
    for folder, rules in (("docs", docs), ("overrides", _OVERRIDES)):
        top = project.root / folder
        for path in there(top, "**/*", project.root):
            yield from _file(path, f"{folder}/{path.relative_to(top).as_posix()}", path.relative_to(top).as_posix(),
                             rules)


def _file(path: Path, shown: str, name: str, rules: tuple | list) -> Iterator[Fault]:
    if path.is_symlink():
        yield Fault(shown, 1, "is a link to another place; put the file itself here")
    elif path.name.startswith("."):
        yield Fault(shown, 1, "is hidden; remove it, or give it a name without the dot")
    elif re.fullmatch(_DEVICES, path.name, re.I):
        yield Fault(shown, 1, "has a name that Windows keeps for a device; choose another")
    elif len(name) > LONGEST:
        yield Fault(shown, 1, f"has a name of {len(name)} characters with its folders; keep it under {LONGEST}")
    elif not path.is_dir():
        rule = next((rule for rule in rules if re.fullmatch(rule[0], name)), None)
        if rule is None and not name.isascii() or name != name.lower() and not name.startswith("assets/"):
            yield Fault(shown, 1,
                        ("has a name with capitals, accents or other signs; use small letters, digits and single "
                         "hyphens"))
        elif rule is None:
            yield Fault(shown, 1,
                        "is no file that belongs here; pages are docs/<language>/name.md, facts docs/records/, "
                        "names in small letters, digits and single hyphens")
        elif path.stat().st_size > rule[1]:
            yield Fault(shown, 1, f"is {path.stat().st_size:,} bytes; keep {rule[2]} under {rule[1]:,}")

