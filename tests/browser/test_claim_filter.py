"""The filter of the statements: by words and by status, undone by a link to what it hides, absent without a script."""

from __future__ import annotations

import pytest
from waiting import until


def visible(page) -> list[str]:
    return page.locator(".claim:visible").evaluate_all("claims => claims.map(claim => claim.id)")


@pytest.mark.parametrize("path, words", [("en/sources/", "GROUP messages"), ("sources/", "messages groupe"), ("sources/", "donnees de reglement"),
                                         ("sources/", "l'entraînement")])
def test_words_without_accents_or_capitals(reader, path, words):
    page = reader(path)
    everything = len(visible(page))
    page.locator("claim-filter input").fill(words)
    found = visible(page)
    assert 0 <= len(found) < everything
    if "messages" in words:
        assert "group-messages-used" in found
    for group in page.locator(".claim-group:visible").all():
        assert group.locator(".claim:visible").count()


def test_by_status_and_the_number_said(reader, project):
    page = reader("en/sources/")
    page.locator("claim-filter select").select_option("contested")
    wanted = [claim.id for claim in project.records.claims.values() if claim["status"] == "contested"]
    assert sorted(visible(page)) == sorted(wanted)
    page.locator(".claim-count", has_text=str(len(wanted))).wait_for()
    assert page.locator(".claim-count").get_attribute("role") == "status"


def test_nothing_found_is_said_and_can_be_undone(reader):
    page = reader("en/sources/")
    everything = visible(page)
    page.locator("claim-filter input").fill("zzzz")
    assert visible(page) == []
    page.locator(".claim-count", has_text="No statement matches.").wait_for()
    page.get_by_role("button", name="Clear the filter").click()
    until(page, "document.querySelector('.claim:not([hidden])')")
    assert visible(page) == everything


def test_a_link_to_a_hidden_statement_shows_it(reader):
    page = reader("en/sources/")
    page.locator("claim-filter input").fill("zzzz")
    page.evaluate("location.hash = 'group-messages-used'")
    page.locator("#group-messages-used").wait_for()
    assert page.locator("claim-filter input").input_value() == ""
    until(page, "() => Math.abs(document.getElementById('group-messages-used').getBoundingClientRect().top) < innerHeight")


def test_without_a_script_every_statement_and_no_form(reader, project):
    page = reader("en/sources/", java_script_enabled=False)
    assert len(visible(page)) == len(project.records.claims)
    assert page.locator(".claim-form").is_hidden()
