"""Every page on paper: no menus, addresses beside the links that leave and in the notes, steps and rows whole, details
open; how many sheets, none half empty; and the guide as one file.

The fonts of the tests are the widest of the usual ones: with another a page takes as many sheets or fewer.
"""

from __future__ import annotations

import re
import zlib

import pytest
from addresses import turn_about
from guide.publish.policy import single_file
from test_accessibility import violations
from waiting import go, until

A4 = {"width": 680, "height": 1016}  # what 14 and 15 mm of margin leave, in CSS pixels
MIDDLE = 421  # of a sheet, in points from its foot
# The most a page may take. Of the pages in English, those with the most words.
SHEETS = {"opt-out/web/": 4, "opt-out/app/": 4, "opt-out/objection-form/": 4, "opt-out/clean-up/": 4,
          "opt-out/no-account/": 4, "opt-out/follow-up/": 4, "checklist/": 2, "sources/": 16, "texts/": 16, "": 4,
          "en/opt-out/web/": 4, "en/opt-out/follow-up/": 4, "en/checklist/": 2}
# What must not be found on paper, each with what it is. Pale words are words on white paper.
LOOK = """height => {
  const all = (selector) => [...document.querySelectorAll(selector)], shown = (node) => node.checkVisibility({visibilityProperty: true});
  const look = {
    "is of no use on paper": all("nav, .skip, .search, .contents, .anchor, .page-nav, .tool, .menu, .notice, button")
      .filter(node => !node.closest(".cite, .evidence") && shown(node)),
    "leads away without its address": all("article a[rel~=external]")
      .filter(link => !getComputedStyle(link, "::after").content.includes(link.getAttribute("href"))),
    "rests on a record whose address it does not give": all(".evidence-more, .where-from li > a").filter(link => {
      const words = link.parentNode.querySelector(".on-paper");
      return !words || !shown(words) || !words.innerText.endsWith(new URL(link.href).pathname);
    }),
    "may be cut in two": all(".step:not(:has(table)), tr, .menu-path, .region-card").filter(node => node.checkVisibility()
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
        assert page.locator(".on-paper:visible").count() == 0
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
    page.locator(".cite button").nth(1).click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".evidence-item").nth(1).evaluate("note => getComputedStyle(note).position") == "static"
    numbers = [text.strip() for text in page.locator(".evidence-item:visible .evidence-number").all_inner_texts()]
    assert numbers == [str(number)
                       for number in range(1, page.locator(".evidence-item").count() + 1)] and len(numbers) > 10
    marks = {text.strip() for text in page.locator("article .cite button").all_inner_texts()}
    assert marks <= set(numbers) and page.locator(".evidence-close:visible").count() == 0


def test_as_few_sheets_as_it_takes(reader):
    """None but the last is more than half empty, and no picture is blank that was never scrolled to."""
    page, faults = reader("404.html"), []
    for path, most in SHEETS.items():
        go(page, path)
        feet = lowest_words(page.pdf(format="A4", prefer_css_page_size=True))
        if not 1 < len(feet) <= most or any(foot > MIDDLE for foot in feet[:-1]):
            faults.append(f"{path}: {len(feet)} sheets, whose words end at {[round(foot) for foot in feet]}")
        blank = page.evaluate("[...document.images].filter(image => !image.naturalWidth).map(image => image.src)")
        faults += [f"{path}: {address} is blank" for address in blank]
    assert not faults, "\n".join(faults)


def test_where_pictures_must_come_before_they_are_printed(reader):
    """WebKit prints as a blank what it has not loaded; elsewhere nothing is fetched before it is neared."""
    page = reader("opt-out/web/", script="Object.defineProperty(navigator, 'vendor', {value: 'Apple Computer, Inc.'})")
    until(page, "() => [...document.images].every(image => image.naturalWidth)")
    assert reader("opt-out/web/").locator("img[loading=lazy]").count() > 3


def test_the_letter_that_is_open_is_printed_alone(reader):
    """One sheet or two; with none open all are printed, each from the top of a sheet."""
    page = reader("letter/")
    letters = page.locator("objection-letter")
    page.emulate_media(media="print")
    assert letters.count() == page.locator("objection-letter:visible").count() > 8
    begins = page.locator("article > *").evaluate_all("all => all.filter(one => getComputedStyle(one).breakBefore === 'page')")
    assert len(begins) == letters.count()
    page.evaluate("document.querySelector('#letter-uk').closest('details').open = true")
    assert page.locator("h1:visible, objection-letter:visible, .evidence:visible, .cite:visible").count() == 1
    assert 0 < len(lowest_words(page.pdf(format="A4", prefer_css_page_size=True))) <= 2


def lowest_words(pdf: bytes) -> list[float]:
    """How far from its foot the words of each sheet end, in points. The sheets are as Chromium writes them: an
    operation a line, and only `cm`, between `q` and `Q`, moves what follows."""
    feet = []
    for start in re.finditer(rb"stream\r?\n", pdf):
        try:
            drawn = zlib.decompressobj().decompress(pdf[start.end():])
        except zlib.error:
            continue
        scale, shift, outer, heights = 1.0, 0.0, [], []
        for line in drawn.split(b"\n") if b" Tm" in drawn else ():
            if line == b"q":
                outer.append((scale, shift))
            elif line == b"Q":
                scale, shift = outer.pop()
            elif line.endswith(b" cm"):
                *_, stretch, _, up, _ = line.split()
                scale, shift = scale * float(stretch), shift + scale * float(up)
            elif line.endswith(b" Tm"):
                heights.append(shift + scale * float(line.split()[-2]))
        feet += [min(heights)] if heights else []
    assert len(feet) == len(re.findall(rb"/Type\s*/Page\b", pdf))
    return feet


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
