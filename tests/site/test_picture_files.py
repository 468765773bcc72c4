"""The pictures in the built pages: those of the steps in every language, their files there, their sizes reserved."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

# with their number of steps
GUIDES = {"web": 4, "app": 4, "objection-form": 4, "clean-up": 6, "no-account": 3, "follow-up": 4}
LARGE = {"": ["map"], "regions/": ["map"], "data-used/": ["in-out"],
         "data-excluded/": ["in-out"],
         "opt-out/follow-up/": ["objection-path"]}
PREFIXES = "", "en/"


class Pictures(HTMLParser):
    """Collects steps, and the images and sources of drawn pictures with the step they stand in."""

    def __init__(self, text: str):
        super().__init__()
        self.steps: list[str] = []
        self.open = ""
        self.found: list[tuple[str, str, dict]] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "section":
            self.open = given.get("aria-labelledby", "") if "step" in (given.get("class") or "").split() else ""
            self.steps += [self.open] if self.open else []
        elif tag in ("img", "source") and "/pictures/" in (given.get("src") or given.get("srcset") or ""):
            self.found.append((tag, self.open, given))

    def handle_endtag(self, tag):
        if tag == "section":
            self.open = ""


def read(site: Path, path: str) -> Pictures:
    """The pictures of one page."""
    return Pictures((site / path / "index.html").read_text("utf-8"))


def check(site: Path, path: str, given: dict) -> None:
    """The file exists, and has the size that the page reserves."""
    file = (site / path / (given.get("src") or given["srcset"])).resolve()
    root = ElementTree.parse(file).getroot()
    assert (root.get("width"), root.get("height")) == (given["width"], given["height"]), file.name


def test_the_steps_that_have_a_picture(site, project, subtests):
    """Those whose screen was reported. With words for those who do not see it, fetched only when it comes near."""
    for prefix, (guide, count) in product(PREFIXES, GUIDES.items()):
        path = f"{prefix}opt-out/{guide}/"
        with subtests.test(path):
            page = read(site, path)
            found = [(step, given) for _, step, given in page.found if step]
            drawn = [step for step in page.steps if step in project.records.screens]
            assert len(page.steps) == count and [step for step, _ in found] == drawn
            for step, given in found:
                assert f"/{step}.{'en' if prefix else 'fr'}." in given["src"]
                assert len(given["alt"]) > 20 and given["loading"] == "lazy" and given["decoding"] == "async"
                check(site, path, given)


def test_large_pictures_are_in_place(site, subtests):
    """One for wide pages, one for phones, and the same in words."""
    for prefix, (path, names) in product(PREFIXES, LARGE.items()):
        with subtests.test(prefix + path):
            page = read(site, prefix + path)
            found = [(tag, given) for tag, step, given in page.found if not step]
            assert [tag for tag, _ in found] == ["source", "img"] * len(names)
            for name, (_, narrow), (_, wide) in zip(names, found[::2], found[1::2], strict=True):
                assert f"/{name}-narrow." in narrow["srcset"] and f"/{name}." in wide["src"] and wide["alt"]
            for _, given in found:
                check(site, prefix + path, given)
