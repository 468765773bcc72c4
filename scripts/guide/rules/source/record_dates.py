"""The dates of records agree with each other: a fact is read again within two years, a change bears its own day.

Days are compared with days of the records, never with today: the same commit must pass or fail on every machine. What
is dated in the future is told by `dev.py review`, which may look at a calendar.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from guide.content import dates
from guide.content.faults import Fault
from guide.content.project import Project

LONGEST = 731  # days, two years with a leap day


def check(project: Project) -> Iterator[Fault]:
    for claim in project.records.claims.values():
        if dates.is_date(claim["read_on"]) and dates.is_date(claim["review_by"]):
            days = datetime.date.fromisoformat(claim["review_by"]) - datetime.date.fromisoformat(claim["read_on"])
            if days.days > LONGEST:
                yield Fault(claim.path, claim.at("review_by"),
                            f"{claim.id}: review_by ({claim['review_by']}) is more than two years after read_on "
                            f"({claim['read_on']}); give a nearer day")
        said = [claim["read_on"], *(former["read_on"] for former in claim.get("history", ()))]
        if any(not dates.is_date(day) for day in said) or sorted(set(said), reverse=True) != said:
            yield Fault(claim.path, claim.at("history"),
                        f"{claim.id}: each earlier wording bears a day before the one above it, and the first a day "
                        f"before read_on; correct the days")
    for change in project.records.changes.values():
        if not change.id.startswith(change["date"] + "-"):
            yield Fault(change.path, change.at("date"),
                        f"{change.id}: its id does not begin with its date, {change['date']}; write the same day in "
                        f"both")
