"""What is due for another look.

Facts by the day they are to be read again, the most overdue first, with the sources to open: plain data from the
records and a given day, since the build itself never asks what day it is (its output would change overnight). And for
`dev.py translations`, which sections differ; guide/content/translations.py says what that means.
"""

import datetime
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from guide.content import dates
from guide.content.faults import Fault, GuideError
from guide.content.pages import Page, load_pages
from guide.content.records import Record, Records
from guide.content.translations import PATH, Difference, differences, matched, name, pairs, read, write


def due(records: Records, day: str, within: int | None = None) -> list[tuple[int, Record]]:
    """(days left, claim) for every claim, by the day it is due, then by id. `within`: due in so many days, or over."""
    today = datetime.date.fromisoformat(day)
    found = [((datetime.date.fromisoformat(claim["review_by"]) - today).days, claim)
             for claim in sorted(records.claims.values(), key=lambda claim: (claim["review_by"], claim.id))
             if "withdrawn" not in claim]
    return [item for item in found if within is None or item[0] <= within]


def to_come(records: Records, day: str) -> list[str]:
    """One sentence for each record that says it was read, published or changed after `day`: a slip, or a reading that
    was not made. A rule cannot say so, for the same commit must pass every day; whoever reviews has a calendar."""
    return [f"{record.path}:{record.at(field)}: {record.id}: {field} is {record[field]}, which is to come; correct it"
            for _, record in records for field in ("read_on", "published", "as_of")
            if dates.is_date(record.get(field, "")) and dates.earliest(record[field]) > day]


def in_words(records: Records, items: list[tuple[int, Record]]) -> str:
    """The list as text for a terminal: one paragraph a claim, and a last line that counts."""
    lines: list[str] = []
    for days, claim in items:
        lines.append(f"{claim['review_by']}  {claim.id}  ({days} days left)  {claim.path}:{claim.line}")
        for source in (records.sources[one] for one in claim["sources"]):
            address = "" if source.get("publishable") is False else source.get("url", "")
            lines.append(f"            {source.id}: {source['title']} {address or '(no address)'}")
    return "\n".join([*lines, f"{len(items)} statements listed, {sum(days < 0 for days, _ in items)} overdue"])


def show(root: Path, languages: tuple[str, ...]) -> str:
    """What `advice` says of every section that differs; for a terminal."""
    lines = list(advice(root, load_pages(root / "docs", root, languages), languages))
    return "\n".join([*lines, f"{len(lines)} to look at. What changed in a file, with its day: git log -p -- FILE"
                      if lines else "Every section says what it said when its languages were last compared"])


def advice(root: Path, pages: list[Page], languages: tuple[str, ...]) -> Iterator[str]:
    """One line for each section that differs, and for each page with sections that nobody has registered: `path:line:
    what, and what to run`. For reading: none of it is a fault."""
    try:
        lock = read(root)
    except GuideError:  # a rule says what is wrong with it
        return
    current = pairs(pages, languages)
    yield from map(_advised, differences(lock, current))
    unknown = {key[0]: next(iter(versions.values())) for key, versions in reversed(current.items()) if key not in lock}
    for page, version in sorted(unknown.items()):
        yield (f"{version.place}: {page} has sections that {PATH} does not know; run: python3 scripts/dev.py check "
               f"--register")


def _advised(difference: Difference) -> str:
    run, day = f"run: python3 scripts/dev.py translations --matched {name(difference.key)}", difference.match.day
    one, other = sorted(difference.versions.items(), key=lambda item: item[0] not in difference.changed)
    if other[0] in difference.changed:
        return (f"{other[1].place}: has changed since {day}, and so has {one[1].place}; if they say the same, {run}")
    return (f"{other[1].place}: is behind {one[1].place}, which has changed since {day}; carry the change over, then "
            f"{run}")


def mark(root: Path, languages: tuple[str, ...], day: str, named: list[str]) -> int:
    """Mark the sections `named` as compared on `day`. Returns how many pairs of languages that were. Raises GuideError
    for a name that is no section; then nothing is written."""
    lock, current = read(root), pairs(load_pages(root / "docs", root, languages), languages)
    names = list(map(name, current))
    if unknown := [text for text in named if text not in names]:
        raise GuideError([Fault(text, 0, f"is no section that its languages have; write PAGE#ID, such as "
                                         f"{(get_close_matches(text, names, 1) or names)[0]}") for text in unknown])
    changed = {key: matched(versions, day) for key, versions in current.items() if name(key) in named}
    write(root, lock | changed, languages)
    return len(changed)
