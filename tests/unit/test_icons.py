"""Icons: the same drawing for templates, Markdown and pictures, looked up by name, light, silent, each drawn once a
page."""

from __future__ import annotations

import os
import re
from pathlib import Path

import brotli
import jinja2
import pytest
from guide.preview import cause
from guide.render import icons
from guide.render.context import Context, components
from guide.render.markdown.extension import GuideExtension
from guide.render.pictures import picture
from guide.rules.prose import words
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

N = "\u202f"
PHONE = "material-cellphone"
ICON = r":[a-z]+-[\w-]+:"


@pytest.fixture
def page(project):
    """A function: Markdown in, HTML out, as a page of the guide."""
    def draw(text: str, language: str = "en"):
        context = Context(project, language, "faq.md")
        md = Markdown(extensions=["attr_list", "tables", "toc", GuideExtension(context)])
        return md.convert(text), md
    return draw


def test_one_in_a_sentence(page):
    for language, shown in (("fr", f"Mot {{}} mot{N}: oui"), ("en", "Mot {} mot : oui")):
        html, _ = page(f"Mot :{PHONE}: mot : oui", language)
        assert icons.once(html) == f"<p>{shown.format(icons.svg(PHONE))}</p>"


def test_one_in_a_heading_is_not_in_its_name(page):
    html, md = page(f"## :{PHONE}: On a phone {{#a}}")
    assert [token["name"] for token in md.toc_tokens] == ["On a phone"]
    labels = [LexborHTMLParser(text).css_first(".anchor").attributes["aria-label"]
              for text in (html, page("## On a phone {#a}")[0])]
    assert labels[0] == labels[1]


def test_what_it_is_in_a_page():
    svg = LexborHTMLParser(icons.svg(PHONE)).css_first("svg")
    assert svg.attributes == {"class": "icon", "viewBox": "0 0 24 24", "width": "24",
                              "aria-hidden": "true"} and "style" not in icons.svg(PHONE)


def test_one_is_looked_up_and_no_folder_is_read(monkeypatch):
    icons.drawing.cache_clear()
    for place, name in ((os, "scandir"), (os, "listdir"), (Path, "glob")):
        monkeypatch.setattr(place, name, None)
    assert icons.drawing("octicons-gear-16").width == 16


def test_one_that_stands_again_refers_to_the_first():
    two, gear = icons.svg("material-menu"), icons.svg("octicons-alert-24")
    plain = str(gear).replace('"24"', "24").replace('"icon"', "icon").replace("viewBox", "viewbox").replace("/>",
                                                                                                            "></path>")
    document = LexborHTMLParser(icons.once(f"<p>{icons.svg(PHONE)}{gear}{two}{plain}</p><p>{icons.svg(PHONE)}</p>"))
    ids = [node.attributes["id"] for node in document.css("[id]")]
    assert ids == ["icon:1", "icon:2"]
    assert [node.attributes["href"] for node in document.css("use")] == ["#icon:2", "#icon:1"]
    # none a heading may have
    assert len(document.css("svg")) == 5 and not [name for name in ids if re.fullmatch(r"[a-z][a-z0-9-]*", name)]


def test_a_page_is_hardly_heavier_for_them(site, tmp_path):
    """250 bytes for an icon, 12 for one that stands again, compressed with the page."""
    def weight(html: str) -> int:
        return len(brotli.compress(html.encode(), quality=5))

    html = (site / "en/opt-out/index.html").read_text("utf-8")
    icons.main(tmp_path)
    for name in [f"{path.parent.name}-{path.stem}" for path in tmp_path.rglob("*.svg")]:
        svg = icons.svg(name)
        once, twice, again = (icons.once(html.replace("</main>", f"<p>{svg} a</p>" * times + "</main>"))
                              for times in (1, 2, 3))
        assert weight(once) - weight(html) <= 250, name
        assert weight(again) - weight(twice) <= 12, name


def test_a_template_that_names_none_is_told_its_line(tmp_path):
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/main.html").write_text('\n{{ icon("material-celphone") }}', "utf-8")
    with pytest.raises(jinja2.TemplateError) as raised:
        components(tmp_path / "overrides").get_template("main.html").render()
    assert str(cause(raised.value,
                     tmp_path)).startswith("overrides/main.html:2: material-celphone is no icon of the sets")


def test_pictures_draw_the_same(project):
    drawn = picture("app-find", project.records, project.strings["en"]).files[0].data.decode()
    assert all(f' d="{path}"' in drawn for path in icons.drawing("material-chevron-left").paths)


def test_without_the_package_the_copies_are_drawn(tmp_path, monkeypatch):
    """What the exit route rests on: every icon that is used, the same, from the folder they are put into."""
    icons.main(tmp_path)
    before = {name: icons.svg(name) for name in (f"{path.parent.name}-{path.stem}" for path in tmp_path.rglob("*.svg"))}
    assert {PHONE, "material-magnify", "material-cursor-default"} <= before.keys()
    icons.drawing.cache_clear()
    monkeypatch.setattr(icons, "_folders", lambda: (tmp_path,))
    assert {name: icons.svg(name) for name in before} == before
    with pytest.raises(icons.UnknownIcon):
        icons.drawing("material-abacus")


def test_rules_of_language_do_not_read_them(project):
    assert any(re.search(ICON, page.text) for page in project.pages)
    for page in project.pages:
        assert not [line for _, line in words(page) if re.search(ICON, line)], page.path
