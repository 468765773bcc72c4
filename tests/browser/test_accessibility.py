"""axe-core on every page, in both colour schemes, on a phone and on a desktop (WCAG 2.0 to 2.2, A and AA, and best practices)."""

from __future__ import annotations

from importlib.resources import files

import pytest
from addresses import pages

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a scheme can change; the rest of a page is the same in both, so that it is asked for in one of them.
COLOURS = ["color-contrast", "link-in-text-block"]
# Of a list of more than a dozen entries of one template, the first six: axe would take minutes to say a hundred times the same.
SHORTEN = """for (const list of document.querySelectorAll("main :is(ul, ol, tbody)"))
    if (list.children.length > 12) for (const entry of [...list.children].slice(6)) entry.remove()"""
RUN = """([type, values, within]) => axe.run(within ?? document, {runOnly: {type, values}, resultTypes: ["violations"]})
    .then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 120))))"""


def violations(page, colours_only: bool = False, within: str | None = None) -> list[str]:
    """What axe finds on `page` in the state it is in, or in the part of it that the selector `within` names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, [*(["rule", COLOURS] if colours_only else ["tag", RULES]), within])


@pytest.mark.parametrize("path", [*pages(), "no-such-page/"])
def test_no_violation(reader, path):
    """The 404 page included. The two languages of a page share their templates and styles, so that each is asked at one width a
    scheme: French on a phone in light and on a desktop in the dark, English the other way round."""
    page = reader(path, quiet=path != "no-such-page/")
    page.evaluate(SHORTEN)
    for width in (320, 1280):
        dark = (width == 320) == path.startswith("en/")
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page, colours_only=dark) == [], f"{'dark' if dark else 'light'}, {width} px"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"scrolls sideways at {width} px"


def test_a_page_with_a_fault_is_found(reader):
    """The check itself works: a picture without a text alternative is reported."""
    page = reader()
    page.evaluate("document.querySelector('main').append(new Image())")
    assert any("image-alt" in fault for fault in violations(page))


def test_a_faint_colour_is_found_in_the_dark(reader):
    """The shorter run in the dark scheme still sees what it is for."""
    page = reader("faq/", color_scheme="dark")
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("article p { color: #444 !important }");
        document.adoptedStyleSheets = [sheet];
    }""")
    assert any("color-contrast" in fault for fault in violations(page, colours_only=True))
