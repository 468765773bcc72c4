"""The icons of the built site come from their sets, are hidden from whoever hears the page, and are credited."""

from __future__ import annotations

import re

from guide.publish.policy import single_file
from guide.render import icons
from selectolax.lexbor import LexborHTMLParser


def test_every_drawing_of_a_page_is_the_name_of_the_site_or_an_icon(site, tmp_path):
    icons.main(tmp_path)
    known, seen = {path for file in tmp_path.rglob("*.svg") for path in re.findall(r' d="([^"]+)"', file.read_text())}, 0
    for file in sorted(site.rglob("*.html")):
        document = LexborHTMLParser(file.read_text("utf-8"))
        ids = {node.attributes["id"] for node in document.css("svg [id]")}
        for svg in document.css("svg:not(.wordmark)"):
            if svg.parent.attributes.get("class") == "switch":
                continue
            seen += 1
            assert (svg.attributes["class"] == "icon" and svg.attributes["aria-hidden"] == "true"
                    and "style" not in svg.attributes), file
            assert {path.attributes["d"] for path in svg.css("path")} <= known, file
            assert [use for use in svg.css("use") if use.attributes["href"].removeprefix("#") not in ids] == [], file
            assert svg.css("path, use"), file
    assert seen > 300


def test_the_single_file_has_those_of_its_pages_each_drawn_once(site):
    for language in ("fr", "en"):
        document = LexborHTMLParser((site / single_file(language)).read_text("utf-8"))
        drawn = [path.attributes["d"] for path in document.css("svg.icon path")]
        assert {*icons.drawing("material-laptop").paths, *icons.drawing("material-cellphone").paths} <= set(drawn)
        assert len(drawn) == len(set(drawn))


def test_their_sets_are_named_with_their_licences(site, root):
    for page in ("about", "en/about"):
        text = re.sub(r"\s+", " ",
                      LexborHTMLParser((site / page / "index.html").read_text("utf-8")).css_first("article").text())
        assert re.search(r"Material Design Icons.*Pictogrammers.*Apache 2\.0.*Octicons.*GitHub Inc\..*MIT", text), page
    licences = (root / "LICENSE-ICONS.md").read_text("utf-8")
    for name in ("material", "octicons"):
        assert (icons._folders()[-1] / name / "LICENSE").read_text("utf-8").strip() in licences
