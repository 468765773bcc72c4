"""Without scripts everything reads, boxes tick (test_check_list.py), evidence leads on, and nothing that needs a script
is on screen."""

from __future__ import annotations

import pytest
from addresses import turn_about
from engines import press
from waiting import go

TEXT = "document.querySelector('main').innerText.replace(/\\s+/g, ' ').length"
DEAD = """() => [...document.querySelectorAll("button, input, select, textarea, [role=button]")]
    .filter(control => control.checkVisibility({visibilityProperty: true}))
    .filter(control => !control.hasAttribute("popovertarget") && control.type !== "checkbox" && control.type !== "radio")
    .map(control => control.outerHTML.slice(0, 100))"""


def test_nothing_dead_is_on_screen(reader):
    page, faults = reader("404.html", java_script_enabled=False), []
    for path in turn_about():
        go(page, path)
        faults += [f"{path or '/'}: {control}" for control in page.evaluate(DEAD)]
        faults += [f"{path or '/'}: hardly a word"] * (page.evaluate(TEXT) <= 600)
    assert not faults, "\n".join(faults)
    page.evaluate("document.body.append(document.createElement('button'))")
    assert page.evaluate(DEAD) == ["<button></button>"], "a control that does nothing is seen"


@pytest.mark.engines
def test_evidence_leads_to_its_record_and_search_is_not_offered(reader, base):
    page = reader("faq/", java_script_enabled=False)
    assert not page.locator(".search-open").is_visible()
    press(page.locator(".cite button").first)
    press(page.locator("[popover]:popover-open .evidence-more").first)
    page.wait_for_url(base + "facts/**")
    press(page.locator(".menu-open"))
    assert "JavaScript" in page.locator("#menu").inner_text(), "a sentence says why"
