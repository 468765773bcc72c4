"""A mark opens its evidence in place: by mouse or keyboard, with or without a script (on paper: test_print.py)."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("path, width, scripts", [("en/data-used/", 1280, True), ("data-used/", 390, False)])
def test_a_mark_opens_and_closes_its_evidence(reader, path, width, scripts):
    page = reader(path, width=width, java_script_enabled=scripts)
    mark = page.locator("article .cite button").first
    item = page.locator("#" + mark.get_attribute("popovertarget"))
    assert item.is_hidden()
    mark.click()
    item.wait_for()
    assert item.locator("a").first.is_visible()
    item.locator(".evidence-close").click()
    item.wait_for(state="hidden")


def test_by_keyboard(reader):
    page = reader("en/data-used/")
    mark = page.locator("article .cite button").first
    mark.focus()
    page.keyboard.press("Enter")
    item = page.locator("#" + mark.get_attribute("popovertarget"))
    item.wait_for()
    page.keyboard.press("Tab")
    assert item.evaluate("item => item.contains(document.activeElement)"), "Tab goes from the mark into the evidence"
    page.keyboard.press("Escape")
    item.wait_for(state="hidden")
    assert mark.evaluate("mark => mark === document.activeElement")


def test_open_evidence_fits_the_screen(reader):
    page = reader("data-used/")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for mark in page.locator("article .cite button").all()[:4]:
            mark.click()
            box = page.locator("#" + mark.get_attribute("popovertarget")).bounding_box()
            assert (box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] >= 0
                    and box["y"] + box["height"] <= 800), (width, box)
            page.keyboard.press("Escape")
