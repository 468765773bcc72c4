"""The sheet to put up: one A4 page on paper in each language, its codes drawn, right on a screen."""

from __future__ import annotations

import re

import pytest
from test_accessibility import violations
from waiting import until

SHEETS = ["handout/", "en/handout/"]


@pytest.mark.parametrize("path", SHEETS)
def test_one_sheet_of_paper(reader, path):
    page = reader(path)
    until(page, "[...document.images].every(image => image.complete && image.naturalWidth)")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    left, bottom, right, top = map(float, re.search(rb"/MediaBox\s*\[([^\]]+)\]", pdf)[1].split())
    assert (round(right - left), round(top - bottom)) in {(595, 842), (595, 841), (596, 842)}


@pytest.mark.parametrize("path", SHEETS)
def test_codes_are_drawn_with_their_addresses(reader, path):
    page = reader(path)
    codes = page.locator(".sheet-code")
    assert codes.count() == 3
    for index in range(3):
        image, link = codes.nth(index).locator("img"), codes.nth(index).locator("a")
        image.scroll_into_view_if_needed()
        assert image.is_visible() and image.evaluate("image => image.complete && image.naturalWidth > 0")
        assert link.inner_text().strip() in image.get_attribute("alt")
    page.emulate_media(media="print")
    box = codes.first.locator("img").bounding_box()
    assert box["width"] >= 28 / 25.4 * 96, "a code smaller than 28 mm"


@pytest.mark.parametrize("path, width", [*zip(SHEETS, [320, 1280], strict=True)])
def test_on_a_screen(reader, path, width):
    page = reader(path, width=width)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, colours_only=scheme == "dark") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".sheet-guides ol > li").count() >= 9


def test_its_head(reader):
    page = reader("en/handout/")

    def href(selector):
        return page.locator(selector).get_attribute("href")

    assert href("link[rel=canonical]").endswith("/en/handout/")
    assert href("link[hreflang=fr]").endswith("/handout/") and href("link[hreflang=x-default]").endswith("/en/handout/")
    assert page.locator("meta[name=robots]").count() == 0
    page.locator(".handout-bar a[hreflang=fr]").click()
    assert page.url.endswith("/handout/") and "/en/" not in page.url


@pytest.mark.parametrize("path", ["checklist/", "en/opt-out/web/"])
def test_guides_lead_to_it(reader, path):
    page = reader(path)
    page.locator(".article-foot a[href$='handout/']").click()
    assert page.locator("main.sheet").is_visible()
