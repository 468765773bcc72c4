"""The sheet to put up: one A4 page on paper in each language, its codes drawn, right on a screen."""

from __future__ import annotations

import re

import pytest
from test_accessibility import violations
from waiting import go, until


@pytest.mark.parametrize("path, width", [("handout/", 320), ("en/handout/", 1280)])
def test_one_sheet_on_paper_and_on_screen(reader, path, width):
    page = reader(path, width=width)
    codes = page.locator(".sheet-code")
    assert codes.count() == 3
    for code in codes.all():
        image = code.locator("img")
        image.scroll_into_view_if_needed()
        assert image.is_visible() and code.locator("a").inner_text().strip() in image.get_attribute("alt")
    until(page, "[...document.images].every(image => image.complete && image.naturalWidth)")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, colours_only=scheme == "dark") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".sheet-guides ol > li").count() >= 9
    page.set_viewport_size({"width": 1280, "height": 800})
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    left, bottom, right, top = map(float, re.search(rb"/MediaBox\s*\[([^\]]+)\]", pdf)[1].split())
    assert (round(right - left), round(top - bottom)) in {(595, 842), (595, 841), (596, 842)}
    page.emulate_media(media="print")
    assert codes.first.locator("img").bounding_box()["width"] >= 28 / 25.4 * 96, "a code smaller than 28 mm"


def test_its_head_and_the_ways_to_it(reader):
    page = reader("en/handout/")

    def href(selector):
        return page.locator(selector).get_attribute("href")

    assert href("link[rel=canonical]").endswith("/en/handout/")
    assert href("link[hreflang=fr]").endswith("/handout/") and href("link[hreflang=x-default]").endswith("/en/handout/")
    assert page.locator("meta[name=robots]").count() == 0
    page.locator(".handout-bar a[hreflang=fr]").click()
    page.wait_for_url("**/handout/")
    assert "/en/" not in page.url
    for path in ("checklist/", "en/opt-out/web/"):
        go(page, path)
        page.locator(".article-foot a[href$='handout/']").click()
        page.locator("main.sheet").wait_for()
