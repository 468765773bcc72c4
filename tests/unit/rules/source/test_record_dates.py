"""Dates of records that do not agree are told of, whatever day it is."""

CHANGE = "{id}:\n  date: '2026-11-21'\n  title: {{fr: Un titre, en: A title}}\n  text: {{fr: Un texte., en: A text.}}\n"


def test_a_fact_that_is_never_read_again(guide):
    guide.edit("docs/records/claims/all.yml", "review_by: '2027-11-21'\nanother", "review_by: '2099-11-21'\nanother")
    guide.only("record_dates", "docs/records/claims/all.yml:6",
               "is more than two years after read_on (2026-11-21); give a nearer day")


def test_a_change_of_another_day(guide):
    guide.write("docs/records/changes.yml", CHANGE.format(id="2036-11-21-first"))
    guide.only("record_dates", "docs/records/changes.yml:2", "its id does not begin with its date, 2026-11-21")


def test_a_change_of_its_day(guide):
    guide.write("docs/records/changes.yml", CHANGE.format(id="2026-11-21-first"))
    assert guide.faults("record_dates") == []
