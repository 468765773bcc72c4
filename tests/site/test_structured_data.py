"""The JSON-LD of each page: one block that parses, true to the page, that no text can end early."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace

from guide.render.context import Context
from guide.render.page import article, in_html, modified
from selectolax.lexbor import LexborHTMLParser


def pages(site):
    return [path for path in sorted(site.rglob("index.html")) if 'rel="canonical"' in path.read_text("utf-8")
            and "application/ld+json" in path.read_text("utf-8")]


def test_every_page_of_the_guide_has_it(site, project):
    assert len(pages(site)) == len(project.pages) + 2 * len(project.records.claims)


def test_it_parses_and_says_what_the_page_says(site):
    for path in pages(site):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        blocks = tree.css('script[type="application/ld+json"]')
        assert len(blocks) == 1, path
        data = json.loads(blocks[0].text())
        assert data["@context"] == "https://schema.org"
        assert data["inLanguage"] == tree.css_first("html").attributes["lang"]
        assert data["url"] == tree.css_first('link[rel="canonical"]').attributes["href"]
        if "facts" not in path.relative_to(site).parts:
            assert data["@type"] == "Article" and data["headline"]
            assert data["description"] == tree.css_first('meta[name="description"]').attributes["content"]
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", data["dateModified"])
        assert data["url"].startswith(data["isPartOf"]["url"])


def test_no_page_is_said_to_be_newer_than_its_facts(site, project):
    newest = max(claim["read_on"] for claim in project.records.claims.values())
    newest = max(newest, *(change["date"] for change in project.records.changes.values()))
    for path in pages(site):
        assert (json.loads(LexborHTMLParser(path.read_text("utf-8")).css_first('script[type="application/ld+json"]').text())["dateModified"] <= newest)


def test_no_text_ends_the_block(project, subtests):
    context = Context(project, "en", "faq.md")
    for text in ("</script><script>alert(1)</script>", "<!-- <script>", "]]>", "\u2028\u2029", 'a "quote" & \\ more'):
        with subtests.test(text):
            html = str(in_html(article(context, text, text)))
            assert not re.search("[<>&\u2028\u2029]", html)
            assert json.loads(html)["headline"] == text


def test_a_page_is_as_fresh_as_its_facts():
    claims = {"a": {"read_on": "2026-11-21"}, "b": {"read_on": "2027-03-01"}}
    records = SimpleNamespace(kinds={"claims": claims}, changes={"x": {"date": "2027-06-01"}})
    project = SimpleNamespace(records=records, settings={}, prefix=str, strings={"en": {}})
    context = Context(project, "en", "faq.md")
    context.cited = ["a", "b"]
    assert modified(context) == "2027-03-01"
    context.cited = []
    assert modified(context) == "2027-06-01"
