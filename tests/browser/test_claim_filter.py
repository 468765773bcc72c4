"""The filter of the statements: by words and by status, undone by a link to what it hides, absent without a script."""

from __future__ import annotations

import pytest
from waiting import until

FOUND = "() => [...document.querySelectorAll('.claim')].filter(claim => claim.checkVisibility()).map(claim => claim.id)"
# A group of which nothing is left must not stand there empty.
EMPTY = """() => [...document.querySelectorAll(".claim-group")].filter(group => group.checkVisibility()
    && ![...group.querySelectorAll(".claim")].some(claim => claim.checkVisibility())).length"""


def test_words_without_accents_or_capitals(reader):
    for path, queries in {"en/sources/": {"GROUP messages": "group-messages-used"},
                          "sources/": {"messages groupe": "group-messages-used", "donnees reglage": "",
                                       "l'entraînement": ""}}.items():
        page = reader(path)
        everything = page.evaluate(FOUND)
        for words, wanted in queries.items():
            page.locator("claim-filter input").first.fill(words)
            found = page.evaluate(FOUND)
            assert 0 < len(found) < len(everything) and page.evaluate(EMPTY) == 0, words
            assert not wanted or wanted in found, words


@pytest.mark.engines
def test_by_status_by_nothing_found_and_undone(reader, project):
    """What is found is counted in a status; a link to a statement that is hidden shows it."""
    page = reader("en/sources/")
    everything, words = page.evaluate(FOUND), page.locator("claim-filter input").first
    page.locator("claim-filter select").first.select_option("contested")
    wanted = [claim.id for claim in project.records.claims.values() if claim["status"] == "contested"]
    assert sorted(page.evaluate(FOUND)) == sorted(wanted)
    page.locator(".claim-count[role=status]", has_text=str(len(wanted))).wait_for()
    words.fill("zzzz")
    assert page.evaluate(FOUND) == []
    page.locator(".claim-count", has_text="No first line matches.").wait_for()
    page.get_by_role("button", name="Clear the filter").click()
    until(page, "document.querySelector('.claim:not([hidden])')")
    assert page.evaluate(FOUND) == everything
    words.fill("zzzz")
    page.evaluate("location.hash = 'group-messages-used'")
    page.locator("#group-messages-used").wait_for()
    assert words.input_value() == ""
    until(page, "() => Math.abs(document.getElementById('group-messages-used').getBoundingClientRect().top) < "
                "innerHeight")


def test_by_publisher_and_by_the_day_they_are_due(reader, project):
    page, records = reader("en/sources/"), project.records
    name = "Commission nationale pour la protection des données (CNPD)"
    page.get_by_label("Publisher").select_option(label=name)
    wanted = [claim.id for claim in records.claims.values()
              if any(records.sources[source]["publisher"] == name for source in claim["sources"])]
    assert wanted and sorted(page.evaluate(FOUND)) == sorted(wanted)
    page.get_by_role("button", name="Clear the filter").click()
    day = sorted(claim["review_by"] for claim in records.claims.values())[0]
    page.get_by_label("Due again by").fill(day)
    assert sorted(page.evaluate(FOUND)) == sorted(claim.id for claim in records.claims.values() if claim["review_by"] == day)


@pytest.mark.engines
def test_without_a_script_every_statement_and_no_form(reader, project):
    page = reader("en/sources/", java_script_enabled=False)
    assert len(page.evaluate(FOUND)) == len(project.records.claims)
    assert page.locator(".claim-form").is_hidden()
