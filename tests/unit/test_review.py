"""The list of facts to read again is in the order in which they fall due, counted from the day given."""

from __future__ import annotations

from types import SimpleNamespace

from guide.content.records import Record
from guide.content.yaml_lines import LinedMap
from guide.desk.review import due, in_words, to_come


def record(identifier: str, **fields) -> Record:
    data = LinedMap(1)
    data.update(fields)
    return Record(identifier, data, "docs/records/claims/x.yml", 7)


RECORDS = SimpleNamespace(
    claims={item.id: item for item in (
        record("later", review_by="2027-05-21", sources=["a"]),
        record("overdue", review_by="2027-02-20", sources=["a", "b"]),
        record("on-the-day", review_by="2027-02-21", sources=["b"]),
    )},
    sources={
        "a": record("a", publisher="Somebody", title="What they said", url="https://example.org/a"),
        "b": record("b", publisher="Other", title="Kept back", url="https://example.org/b", publishable=False),
    },
)


def test_the_most_overdue_comes_first():
    assert [(claim.id, days) for days, claim in due(RECORDS, "2027-02-21")] == [("overdue", -1), ("on-the-day", 0),
                                                                             ("later", 89)]


def test_only_what_falls_due_soon():
    assert [claim.id for _, claim in due(RECORDS, "2027-02-21", within=30)] == ["overdue", "on-the-day"]
    assert due(RECORDS, "2026-11-21", within=30) == []


def test_each_comes_with_its_place_and_its_sources():
    lines = in_words(RECORDS, due(RECORDS, "2027-02-21")).splitlines()
    assert lines[:3] == ["2027-02-20  overdue  (-1 days left)  docs/records/claims/x.yml:7",
                         "            a: What they said https://example.org/a",
                         "            b: Kept back (no address)"]
    assert lines[-1] == "3 statements listed, 1 overdue"


def test_the_real_records_are_all_listed(project):
    items = due(project.records, "2026-11-21")
    assert len(items) == len(project.records.claims)
    assert all(days >= 0 for days, _ in items), "nothing may be overdue on the day it was read"


def test_what_is_dated_in_the_future():
    read = record("early", read_on="2027-02-21", published="2027")
    assert to_come([("claims", read)], "2027-02-21") == []
    assert to_come([("claims", read)],
                   "2027-02-20") == ["docs/records/claims/x.yml:7: early: read_on is 2027-02-21, which is to come; "
                   "correct it"]
