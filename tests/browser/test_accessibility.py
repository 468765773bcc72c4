"""axe-core on every page, in both colour schemes, on a phone and on a desktop (WCAG 2.0 to 2.2, A and AA, and best practices)."""

from __future__ import annotations

from importlib.resources import files

import pytest
from addresses import pages

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """rules => axe.run(document, {runOnly: {type: "tag", values: rules}, resultTypes: ["violations"]})
    .then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 120))))"""


def violations(page) -> list[str]:
    """What axe finds on `page` in the state it is in."""
    page.evaluate(AXE)
    return page.evaluate(RUN, RULES)


@pytest.mark.parametrize("path", [*pages(), "no-such-page/"])
def test_no_violation(reader, path):
    """Both schemes at both widths, the 404 page included."""
    page = reader(path, quiet=path != "no-such-page/")
    for scheme in ("light", "dark"):
        for width in (320, 1280):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            assert violations(page) == [], f"{scheme}, {width} px"
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"scrolls sideways at {width} px"


def test_a_page_with_a_fault_is_found(reader):
    """The check itself works: a picture without a text alternative is reported."""
    page = reader()
    page.evaluate("document.querySelector('main').append(new Image())")
    assert any("image-alt" in fault for fault in violations(page))
