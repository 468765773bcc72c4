"""Which facts are due to be read again, the most overdue first, with the sources to open.

Plain data from the records and a given day: the build itself never asks what day it is (its output would change
overnight).
"""

import datetime
from dataclasses import dataclass

from guide.content import dates
from guide.content.records import Record, Records


@dataclass(frozen=True)
class Due:
    """One claim: its `id`, the day it is due, the `days` left (negative: overdue), where it is written, its sources."""

    id: str
    review_by: str
    days: int
    path: str
    line: int
    sources: tuple[tuple[str, str, str], ...]  # id, publisher and title, address ("" where none can be given)


def due(records: Records, day: str, within: int | None = None) -> list[Due]:
    """Every claim by the day it is due again, then by id. `within`: only those due in so many days, or overdue."""
    today = datetime.date.fromisoformat(day)
    found = [_due(records, claim, today) for claim in records.claims.values() if "withdrawn" not in claim]
    return sorted((item for item in found if within is None or item.days <= within),
                  key=lambda item: (item.review_by, item.id))


def to_come(records: Records, day: str) -> list[str]:
    """One sentence for each record that says it was read, published or changed after `day`: a slip, or a reading that
    was not made.

    A rule cannot say so, for the same commit must pass every day; whoever reviews has a calendar.
    """
    return [f"{record.path}:{record.at(name)}: {record.id}: {name} is {record[name]}, which is to come; correct it"
            for _, record in records for name in ("read_on", "published", "as_of")
            if dates.is_date(record.get(name, "")) and dates.earliest(record[name]) > day]


def _due(records: Records, claim: Record, today: datetime.date) -> Due:
    days = (datetime.date.fromisoformat(claim["review_by"]) - today).days
    sources = tuple(_source(records.sources[name]) for name in claim["sources"])
    return Due(claim.id, claim["review_by"], days, claim.path, claim.line, sources)


def _source(source: Record) -> tuple[str, str, str]:
    address = "" if source.get("publishable") is False else source.get("url", "")
    publisher = source["publisher"] if isinstance(source["publisher"],
                                                  str) else next(iter(source["publisher"].values()))
    return source.id, f"{publisher}, {source['title']}", address


def in_words(items: list[Due]) -> str:
    """The list as text for a terminal: one paragraph a claim, and a last line that counts."""
    lines: list[str] = []
    for item in items:
        lines.append(f"{item.review_by}  {item.id}  ({_when(item.days)})  {item.path}:{item.line}")
        lines += [f"            {name}: {words} {address or '(no address)'}" for name, words, address in item.sources]
    overdue = sum(item.days < 0 for item in items)
    return "\n".join([*lines, f"{len(items)} statements listed, {overdue} overdue"])


def _when(days: int) -> str:
    if days == 0:
        return "due today"
    number = f"{abs(days)} day{'s' if abs(days) > 1 else ''}"
    return f"overdue by {number}" if days < 0 else f"due in {number}"
