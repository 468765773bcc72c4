"""The menu: the platform's own popover, so that it opens, closes and leaves the tab order with or without scripts."""

from __future__ import annotations

import pytest
from engines import press


@pytest.mark.parametrize("width, scripts", [(320, False), (1280, True)])
@pytest.mark.engines
def test_it_opens_lists_every_page_and_closes_with_escape(reader, width, scripts):
    page = reader("faq/", width=width, java_script_enabled=scripts)
    menu = page.locator("#menu")
    assert not menu.is_visible()
    press(page.locator(".menu-open"))
    assert menu.is_visible()
    assert menu.locator("a").count() >= 22
    assert menu.locator("[aria-current=page]").inner_text()
    page.keyboard.press("Escape")
    assert not menu.is_visible()


@pytest.mark.engines
def test_a_press_is_the_button_s_own_and_a_closed_menu_is_not_in_the_tab_order(reader):
    """In WebKit a press on the words or the drawing of a button left Tab going past what the button opens."""
    page = reader("faq/")
    buttons = page.locator("header button").all()
    assert len(buttons) >= 3
    for button in buttons:
        assert button.evaluate("""button => [...button.children].every(part => {
          const { x, y, width, height } = part.getBoundingClientRect();
          return !width || !part.checkVisibility() || document.elementFromPoint(x + width / 2, y + height / 2) === button;
        })"""), button.inner_text()
    page.locator(".menu-open").focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("!!document.activeElement.closest('#menu')")
    page.locator(".menu-open").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#menu')")


def test_the_header_is_one_row_on_every_usual_phone(reader):
    """Between the widths that have rules of their own, the menu button once went below the name."""
    page = reader("faq/")
    for width in (320, 344, 360, 375, 390, 412, 480):
        page.set_viewport_size({"width": width, "height": 800})
        rows = page.locator(".site-header > :visible").evaluate_all(
            "all => all.map(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight / 2)")
        assert len(rows) >= 4 and max(rows) - min(rows) < 8, (width, rows)
