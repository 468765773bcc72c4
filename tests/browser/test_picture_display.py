"""Pictures in a real browser: dark on a dark page, light on paper, in their reserved place, readable on a small
phone."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageStat
from waiting import frames, go, until

STEP = ".step .picture img"
# Draws all pictures on one page; returns where each line of words is, without its margins, then hides the words.
WORDS = """async names => {
  document.body.innerHTML = (await Promise.all(names.map(async name => (await fetch(name)).text()))).join(" ");
  const pictures = [...document.querySelectorAll("body > svg")];
  return [...document.querySelectorAll("body > svg > text")].map(text => {
    const picture = pictures.indexOf(text.parentNode), at = text.parentNode.getBoundingClientRect(), { x, width } = text.getBBox();
    const y = at.top + Number(text.getAttribute("y")), size = Number(text.getAttribute("font-size"));
    text.style.visibility = "hidden";
    return { name: `${names[picture]}: ${text.textContent}`, edged: text.hasAttribute("stroke"),
      box: [at.left + x, y - size * .74, at.left + x + width, y + size * .2] };
  });
}"""


def brightness(picture: bytes) -> float:
    """How light a screenshot is on the whole, from 0 to 1."""
    return ImageStat.Stat(Image.open(io.BytesIO(picture)).convert("L")).mean[0] / 255


def seen(page, selector: str = STEP) -> float:
    """The brightness of the first picture, once it is there."""
    image = page.locator(selector).first
    image.scroll_into_view_if_needed()
    until(page, "image => image.complete && image.naturalWidth", arg=image.element_handle())
    return brightness(image.screenshot())


def test_pictures_are_dark_on_a_dark_page(reader):
    """By the device's choice."""
    page = reader("404.html")
    for path, selector in (("opt-out/web/", STEP), ("en/regions/", ".picture-large img")):
        page.emulate_media(color_scheme="light")
        go(page, path)
        assert seen(page, selector) > .7, path
        page.emulate_media(color_scheme="dark")
        frames(page)
        assert seen(page, selector) < .35, path


def test_pictures_follow_the_choice_made_on_the_page_but_not_on_paper(reader):
    """Dark chosen on the page of a light device; ink is not poured over a whole sheet."""
    page = reader("opt-out/web/", color_scheme="light")
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    frames(page)
    assert seen(page) < .35
    page.emulate_media(media="print")
    frames(page)
    assert seen(page) > .7


def test_paper_has_the_wide_picture(reader):
    """A sheet of A4 is as narrow as a phone in CSS pixels; the tall drawing made for one would fill a page and more."""
    page = reader("regions/", width=672, height=980)
    image = page.locator(".picture-large img")
    image.scroll_into_view_if_needed()
    until(page, "image => image.currentSrc.includes('map-narrow')", arg=image.element_handle())
    page.emulate_media(media="print")
    until(page, "image => image.currentSrc.includes('map.')", arg=image.element_handle())


@pytest.mark.parametrize("path, width", [("en/opt-out/app/", 320), ("data-used/", 1280)])
def test_nothing_moves_when_pictures_arrive(reader, path, width):
    """Before the file comes, its place is as high as after."""
    page = reader(path, width=width)
    heights = ("() => [...document.querySelectorAll('.picture img')].map(image => "
               "Math.round(image.getBoundingClientRect().height))")
    page.evaluate("Promise.all([...document.querySelectorAll('.picture img')].map(image => { image.loading = 'eager'; "
                  "return image.decode(); }))")
    after = page.evaluate(heights)
    page.route("**/assets/pictures/**", lambda route: None)
    page.reload(wait_until="domcontentloaded")
    assert page.evaluate(heights) == after and min(after) > 100


def test_words_in_pictures_are_large_enough_on_a_small_phone(reader):
    """At 320 px, as at 400 % zoom, a screen is shown at more than four fifths of its size: its words are 12 px and
    more."""
    page = reader("404.html", width=320)
    for path in ("opt-out/web/", "en/opt-out/app/", "regions/"):
        go(page, path)
        scales = page.evaluate("""() => [...document.querySelectorAll('.picture img')].map(image => {
            const source = image.parentElement.querySelector('source');
            return image.getBoundingClientRect().width / (source || image).getAttribute('width');
        })""")
        assert scales and min(scales) > .8, path


def test_words_in_pictures_keep_off_all_else(reader, site):
    """With the widest font: one colour under each line, no other words. On a map names lie on land, and have an edge of
    their own."""
    page = reader("robots.txt", width=1500, bypass_csp=True, color_scheme="light")
    lines = page.evaluate(WORDS,
                          [f"assets/pictures/{file.name}" for file in sorted((site / "assets/pictures").iterdir())])
    ground, faults = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L"), []
    for index, line in enumerate(lines):
        left, top, right, bottom = line["box"]
        darkest, lightest = ground.crop((left, top, right, bottom)).getextrema()
        faults += [line["name"]] if lightest - darkest > 8 and not line["edged"] else []
        faults += [f"{line['name']} / {other['name']}" for other in lines[index + 1:]
                   if left < other["box"][2] and other["box"][0] < right and top < other["box"][3]
                   and other["box"][1] < bottom]
    assert len(lines) > 300 and not faults, "\n".join(faults)
