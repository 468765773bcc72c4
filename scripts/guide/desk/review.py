"""Which facts are due to be read again, the most overdue first, with the sources to open.

Plain data from the records and a given day: the build itself never asks what day it is (its output would change
overnight).
"""

import datetime

from guide.content import dates
from guide.content.records import Record, Records


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
    return [f"{record.path}:{record.at(name)}: {record.id}: {name} is {record[name]}, which is to come; correct it"
            for _, record in records for name in ("read_on", "published", "as_of")
            if dates.is_date(record.get(name, "")) and dates.earliest(record[name]) > day]


def in_words(records: Records, items: list[tuple[int, Record]]) -> str:
    """The list as text for a terminal: one paragraph a claim, and a last line that counts."""
    lines: list[str] = []
    for days, claim in items:
        lines.append(f"{claim['review_by']}  {claim.id}  ({days} days left)  {claim.path}:{claim.line}")
        for source in (records.sources[name] for name in claim["sources"]):
            address = "" if source.get("publishable") is False else source.get("url", "")
            lines.append(f"            {source.id}: {source['title']} {address or '(no address)'}")
    return "\n".join([*lines, f"{len(items)} statements listed, {sum(days < 0 for days, _ in items)} overdue"])
