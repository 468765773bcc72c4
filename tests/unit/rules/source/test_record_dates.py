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


def test_earlier_wordings_are_older_each_than_the_one_before(guide, subtests):
    words, claims = "statement: {fr: Un., en: One.}", "docs/records/claims/all.yml"
    sound = guide.read(claims)
    for days, fault in ((("2026-11-20", "2026-01-01"), False), (("2026-11-21",), True), (("2026-11-19", "2026-11-20"), True),
                        (("2026-02-30",), True)):
        with subtests.test(str(days)):
            guide.write(claims, sound)
            line = guide.append(claims, "  history:\n" + "\n".join(f"    - {{read_on: '{day}', {words}}}" for day in days))
            found = guide.faults("record_dates")
            assert [each.startswith(f"{claims}:{line}: another-claim: each earlier") for each in found] == [True] * fault
