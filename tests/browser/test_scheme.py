"""Light and dark: the system's choice without a script, the reader's choice kept, and never a flash of the other."""

from __future__ import annotations

import pytest

BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def brightness(page) -> int:
    """How bright the page's background is, 0 to 765."""
    canvas = ("(() => { const probe = getComputedStyle(document.documentElement).backgroundColor; "
              "return probe === 'rgba(0, 0, 0, 0)' ? " + BACKGROUND + " : probe })()")
    return sum(int(part) for part in page.evaluate(canvas).strip("rgba()").split(",")[:3])


@pytest.mark.parametrize("scripts", [True, False])
def test_it_follows_the_system(reader, scripts):
    assert brightness(reader("faq/", color_scheme="light", java_script_enabled=scripts)) > 600
    assert brightness(reader("faq/", color_scheme="dark", java_script_enabled=scripts)) < 200


@pytest.mark.parametrize("system, choice, dark", [("light", "dark", True), ("dark", "light", False), ("dark", "system", True)])
def test_the_reader_s_choice_is_kept(reader, system, choice, dark):
    page = reader("faq/", color_scheme=system)
    page.locator("[popovertarget=scheme]").click()
    page.locator(f"#scheme input[value={choice}]").check()
    for _ in range(2):
        assert (brightness(page) < 200) is dark
        page.goto(page.url.replace("faq/", "minors/"))


def test_the_choice_is_applied_before_the_first_paint(reader):
    """The script that applies it blocks, and stands before the body."""
    page = reader("faq/", script="localStorage.setItem('guide.scheme', 'dark')", color_scheme="light")
    assert page.evaluate("document.querySelector('head script:not([type])').async") is False
    assert brightness(page) < 200


def test_storage_refused(reader):
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})"
    page = reader("faq/", script=refuse, color_scheme="light")
    page.locator("[popovertarget=scheme]").click()
    page.locator("#scheme input[value=dark]").check()
    assert brightness(page) < 200
