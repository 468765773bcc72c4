"""Every page on paper: no menus, addresses beside the links that leave, notes numbered, steps and rows whole, details
open; and the guide as one file."""

from __future__ import annotations

import re

import pytest
from addresses import turn_about
from guide.publish.policy import single_file
from test_accessibility import violations
from waiting import go

A4 = {"width": 672, "height": 980}  # what 18 and 16 mm of margin leave, in CSS pixels
# What must not be found on paper, each with what it is. Pale words are words on white paper.
LOOK = """height => {
  const all = (selector) => [...document.querySelectorAll(selector)], shown = (node) => node.checkVisibility({visibilityProperty: true});
  const look = {
    "is of no use on paper": all("nav, .skip, .search, .contents, .anchor, .page-nav, .tool, .menu, .notice, button")
      .filter(node => !node.closest(".cite, .evidence") && shown(node)),
    "leads away without its address": all("article a[rel~=external]")
      .filter(link => !getComputedStyle(link, "::after").content.includes(link.getAttribute("href"))),
    "may be cut in two": all(".step, tr, .menu-path, .region-card").filter(node => node.checkVisibility()
      && node.getBoundingClientRect().height < height && getComputedStyle(node).breakInside !== "avoid"),
    "is folded": all("article details:not([open]) > :not(summary, form, .anchor)")
      .filter(node => !node.closest("come-back, .done-row") && !node.checkVisibility()), // a question, buttons: of no use there
    "is wider than the paper": document.documentElement.scrollWidth <= innerWidth ? [] : [document.body],
    "lies on a dark ground": all("html, body, header, main, .hero, article, footer").filter(node => {
      const [red, green, blue, alpha = 1] = getComputedStyle(node).backgroundColor.match(/[\\d.]+/g).map(Number);
      return alpha && Math.min(red, green, blue) < 200;
    }),
    "has pale words": getComputedStyle(document.body).color.match(/\\d+/g).slice(0, 3).every(part => part < 90) ? [] : [document.body],
    "does not say its address": document.querySelector(".on-paper")?.innerText.includes(location.pathname) ? [] : [document.body],
  };
  return Object.entries(look).flatMap(([what, nodes]) => nodes.map(node => node.outerHTML.slice(0, 90) + " " + what));
}"""
LAYOUT = """() => [...document.querySelectorAll("body *")].filter(node => node.checkVisibility()).map(node => {
    const { display, float, gridTemplateColumns } = getComputedStyle(node);
    return [node.tagName, node.className + "", display, float, gridTemplateColumns.split(" ").length].join(" ");
})"""


def test_on_paper(reader):
    page, faults = reader("404.html", **A4), []
    page.emulate_media(color_scheme="dark")
    for path in turn_about():
        go(page, path)
        assert page.locator(".on-paper").is_hidden()
        page.emulate_media(media="print")
        faults += [f"{path or '/'}: {fault}" for fault in page.evaluate(LOOK, A4["height"])]
        page.emulate_media(media="screen")
    assert not faults, "\n".join(faults)
    on_screen = " ".join(page.evaluate(LOOK, A4["height"]))
    assert "is of no use on paper" in on_screen and "has pale words" in on_screen, ("what must not be found is seen "
                                                                                    "where it is")


def test_paper_is_laid_out_the_same_from_any_window(reader):
    """WebKit judges a width asked for on paper by the window: what is laid out for wide screens says so (`screen
    and`)."""
    page = reader("", **A4)
    page.emulate_media(media="print")
    for path in ("", "opt-out/web/", "404.html"):
        go(page, path)
        page.set_viewport_size(A4)
        narrow = page.evaluate(LAYOUT)
        page.set_viewport_size({"width": 1280, "height": 980})
        assert set(page.evaluate(LAYOUT)) == set(narrow), path


def test_notes_are_numbered(reader):
    """All of them printed, whatever is open on screen, with the numbers of their marks."""
    page = reader("en/data-used/", **A4)
    page.emulate_media(media="print")
    numbers = [text.strip() for text in page.locator(".evidence-item:visible .evidence-number").all_inner_texts()]
    assert numbers == [str(number)
                       for number in range(1, page.locator(".evidence-item").count() + 1)] and len(numbers) > 10
    marks = {text.strip() for text in page.locator("article .cite button").all_inner_texts()}
    assert marks <= set(numbers) and page.locator(".evidence-close:visible").count() == 0


def test_a_guide_makes_pages_of_a4(reader):
    pdf = reader("opt-out/web/").pdf(format="A4", prefer_css_page_size=True)
    assert 1 < len(re.findall(rb"/Type\s*/Page\b", pdf)) < 20


@pytest.mark.parametrize("language, width", [("fr", 320), ("en", 1280)])
def test_the_guide_as_one_file(browser, site, language, width):
    """Opened from the disk, without a script: nothing asked, nothing said, nothing wrong; and it prints. Its colours
    are those of the pages, so that they are looked at in its first pages, in one language."""
    asked, said = [], []
    address = (site / single_file(language)).as_uri()
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    assert asked == [address] and said == []
    assert page.locator("h1").is_visible() and page.pdf(format="A4")[:4] == b"%PDF"
    context.close()
    dark = language == "en"
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True,
                                  color_scheme="dark" if dark else "light")
    page = context.new_page()  # axe is a script
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if dark:
        page.evaluate("[...document.querySelectorAll('main > section')].slice(3).forEach(section => section.remove())")
    assert violations(page, colours=dark) == []
    context.close()
