"""Light and dark: the system's choice without a script, the reader's choice kept, and never a flash of the other."""

from __future__ import annotations

import pytest
from guide.render.tokens import contrast
from storage import BLOCKED
from waiting import go

BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def brightness(page) -> int:
    """How bright the page's background is, 0 to 765."""
    canvas = ("(() => { const probe = getComputedStyle(document.documentElement).backgroundColor; "
              "return probe === 'rgba(0, 0, 0, 0)' ? " + BACKGROUND + " : probe })()")
    return sum(int(part) for part in page.evaluate(canvas).strip("rgba()").split(",")[:3])


def test_it_follows_the_system(reader):
    for scripts in (True, False):
        page = reader("faq/", color_scheme="light", java_script_enabled=scripts)
        assert brightness(page) > 600, scripts
        page.emulate_media(color_scheme="dark")
        assert brightness(page) < 200, scripts


def test_the_reader_s_choice_is_kept(reader):
    page = reader("faq/")
    for system, choice, dark in (("light", "dark", True), ("dark", "light", False), ("dark", "system", True)):
        page.emulate_media(color_scheme=system)
        page.locator("[popovertarget=scheme]").click()
        page.locator(f"#scheme input[value={choice}]").check()
        assert (brightness(page) < 200) is dark, (system, choice)
        for path in ("minors/", "faq/"):
            go(page, path)
            assert (brightness(page) < 200) is dark, (system, choice, path)


def test_the_choice_is_applied_before_the_first_paint(reader):
    """The script that applies it blocks, and stands before the body."""
    page = reader("faq/", script="localStorage.setItem('guide:/:scheme', 'dark')", color_scheme="light")
    assert page.evaluate("document.querySelector('head script:not([type])').async") is False
    assert brightness(page) < 200


@pytest.mark.engines
def test_storage_refused(reader):
    page = reader("faq/", script=BLOCKED, color_scheme="light")
    page.locator("[popovertarget=scheme]").click()
    page.locator("#scheme input[value=dark]").check()
    assert brightness(page) < 200


# The colour of each text in what a link led to, and the first ground beneath it that hides what is under.
PAIRS = """() => {
  const target = document.querySelector(":target"), texts = document.createTreeWalker(target, NodeFilter.SHOW_TEXT), pairs = [];
  const hex = (colour) => "#" + colour.match(/\\d+/g).slice(0, 3).map((part) => (+part).toString(16).padStart(2, "0")).join("");
  target.blur();
  while (texts.nextNode()) {
    let part = texts.currentNode.parentElement;
    const colour = getComputedStyle(part).color;
    while (part.parentElement && /, 0\\)$/.test(getComputedStyle(part).backgroundColor)) part = part.parentElement;
    if (texts.currentNode.data.trim()) pairs.push([hex(colour), hex(getComputedStyle(part).backgroundColor), texts.currentNode.data]);
  }
  return [pairs, getComputedStyle(target).outlineStyle];
}"""


@pytest.mark.engines
def test_what_a_link_led_to_reads_where_colours_are_forced(reader):
    """On a dark ground: a step and a record were black on black, and black on dark green. They stay marked, by an
    outline."""
    page = reader("opt-out/web/#web-switch", forced_colors="active", color_scheme="dark")
    for path in ("opt-out/web/#web-switch", "sources/#private-messages-excluded", "rights/#authority-de",
                 "glossary/#term-dpo"):
        go(page, path)
        pairs, outline = page.evaluate(PAIRS)
        assert pairs and outline != "none", path
        assert [words for colour, ground, words in pairs if contrast(colour, ground) < 4.5] == [], path
