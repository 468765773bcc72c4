"""Without scripts everything reads, boxes tick, evidence opens, and nothing that needs a script is on screen."""

from __future__ import annotations

import pytest
from addresses import pages

TEXT = "document.querySelector('main').innerText.replace(/\\s+/g, ' ').length"
DEAD = """() => [...document.querySelectorAll("button, input, select, textarea, [role=button]")]
    .filter(control => control.checkVisibility({visibilityProperty: true}))
    .filter(control => !control.hasAttribute("popovertarget") && control.type !== "checkbox" && control.type !== "radio")
    .map(control => control.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("path", pages())
def test_nothing_dead_is_on_screen(browser, base, path):
    """Scripts are refused by the page but allowed to the test, which needs them to look."""
    context = browser.new_context(locale="fr-FR", service_workers="block")
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(base + path)
    assert page.evaluate(DEAD) == []
    assert page.evaluate(TEXT) > 600
    context.close()


def test_boxes_tick(reader):
    page = reader("checklist/", java_script_enabled=False)
    box = page.locator("article input[type=checkbox]").first
    box.check()
    assert box.is_checked()


def test_evidence_opens_and_leads_to_its_record(reader, base):
    page = reader("faq/", java_script_enabled=False)
    page.locator(".cite button").first.click()
    link = page.locator("[popover]:popover-open a[href*='sources/#']").first
    link.click()
    assert page.url.startswith(base + "sources/#")


def test_search_is_not_offered_and_a_sentence_says_why(reader):
    page = reader("", java_script_enabled=False)
    assert not page.locator(".search-open").is_visible()
    page.locator(".menu-open").click()
    assert "JavaScript" in page.locator("#menu").inner_text()
