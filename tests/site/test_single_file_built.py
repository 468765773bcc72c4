"""The guide as one file: whole, light, closed in itself."""

from __future__ import annotations

import re

import pytest
from guide.publish.policy import single_file
from selectolax.lexbor import LexborHTMLParser


@pytest.fixture(scope="module", params=["fr", "en"])
def copy(request, site):
    """(language, text, document) of each file."""
    text = (site / single_file(request.param)).read_text("utf-8")
    return request.param, text, LexborHTMLParser(text)


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_it_is_light(copy):
    language, text, _ = copy
    assert len(text.encode("utf-8")) <= 250 * 1024, f"{language}: {len(text.encode('utf-8'))} bytes"


def test_it_holds_every_page(copy, site, project):
    language, _, document = copy
    titles = [words(node.text()) for node in document.css("main > section > h2")]
    for page in project.pages:
        if page.language == language:
            built = LexborHTMLParser((site / project.prefix(language) / page.name.removesuffix(".md").removesuffix("index") / "index.html").read_text("utf-8"))
            assert words(built.css_first("h1").text()) in titles, page.name
    assert len(titles) == sum(page.language == language for page in project.pages)


def test_it_holds_every_step(copy, project):
    language, _, document = copy
    steps = {heading.id for page in project.pages if page.language == language for heading in page.headings
             if "step" in heading.classes}
    assert steps and {f"#{step}" for step in steps if document.css_first(f"#{step}")} == {f"#{step}" for step in steps}


def test_it_loads_nothing_and_runs_nothing(copy):
    _, _, document = copy
    assert not document.css("script, img, iframe, object, embed, form, link[rel~=stylesheet], link[rel~=icon], "
                            "[style], [src], video, audio, base")
    assert not [name for node in document.css("*") for name in node.attributes if name.startswith("on")]
    style = document.css_first("style").text()
    assert "url(" not in style and "@import" not in style
    policy = document.css_first("meta[http-equiv]").attributes["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy


def test_ids_are_single_and_every_link_into_the_file_arrives(copy):
    _, _, document = copy
    ids = [node.attributes["id"] for node in document.css("[id]")]
    assert len(ids) == len(set(ids))
    links = [node.attributes["href"] for node in document.css("a[href]")]
    assert not [link for link in links if link.startswith("#") and link[1:] not in ids]
    assert not [link for link in links if not re.match(r"#[a-z]|https?://|mailto:", link)]


def test_every_mark_leads_to_its_statement(copy, project):
    _, _, document = copy
    notes = document.css("ol.notes")
    assert (len(notes[0].css("li")) == len(project.records.claims)
            and len(notes[1].css("li")) == len(project.records.sources))
    marks = [mark for mark in document.css("main a[href^='#c']") if re.fullmatch(r"\[\d+\]", mark.text())]
    assert len(marks) > 50 and [mark.html for mark in marks
                                if mark.attributes["href"] != f"#c{mark.text()[1:-1]}"] == []


def test_it_says_what_it_is(copy, project):
    language, _, document = copy
    assert document.css_first("html").attributes["lang"] == language
    read = max(claim["read_on"] for claim in project.records.claims.values())
    assert read in document.css_first("title").text()
    home = document.css_first("link[rel=canonical]").attributes["href"]
    assert document.css_first(f"header a[href='{home}']")
    assert document.css_first("meta[name=robots]").attributes["content"] == "noindex"


def test_every_page_leads_to_it_and_machines_do_not(copy, site, project):
    language, _, _ = copy
    name = single_file(language)
    for page in project.pages:
        if page.language == language:
            built = LexborHTMLParser((site / project.prefix(language) / page.name.removesuffix(".md").removesuffix("index") / "index.html").read_text("utf-8"))
            assert built.css_first(f"footer a[href$='/{name}'][download]"), page.name
    assert name not in (site / "sitemap.xml").read_text("utf-8")
