"""The pages of statements: all there, light, not in the menu, and found by whoever looks for them."""

from __future__ import annotations

import json

import brotli
from guide.content.dates import unbroken
from guide.content.pages import fact_page, page_url
from selectolax.lexbor import LexborHTMLParser


def read(site, project, claim: str, language: str) -> str:
    return (site / project.prefix(language) / page_url(fact_page(claim)) / "index.html").read_text("utf-8")


def test_each_says_what_the_record_says(site, project):
    for language in project.languages:
        for claim in project.records.claims.values():
            tree = LexborHTMLParser(read(site, project, claim.id, language))
            words = tree.css_first("main").text()
            assert tree.css_first("h1").text() == claim["statement"][language]
            assert all(text in words for text in claim["statement"].values())
            assert all(place == "not-seen" or place[language] in words for place in claim.get("where", {}).values())
            days = tree.css_first(".fact-dates").text()
            assert all(unbroken(claim[name], language) in days for name in ("read_on", "review_by")), claim.id
            assert len(tree.css(".fact-sources > li")) == len(claim["sources"])
            for record in project.records.contested.values():
                shown = tree.css_first(f"#contested-{record.id}")
                assert bool(shown) == (claim.id in record["claims"])
            data = json.loads(tree.css_first("script[type='application/ld+json']").text())
            assert data["@type"] == "Claim" and data["text"] == claim["statement"][language]
            assert data["url"] == tree.css_first("link[rel=canonical]").attributes["href"]


def test_light_and_never_in_the_menu(site, project):
    """At most 6 KiB as a host sends them, with what pages share in the reader's cache."""
    for language in project.languages:
        for claim in project.records.claims:
            text = read(site, project, claim, language)
            assert len(brotli.compress(text.encode(), quality=5)) <= 6 * 1024, claim
            assert not any("facts/" in link.attributes["href"] for link in LexborHTMLParser(text).css("#menu a"))


def test_found_in_the_sitemap_by_a_short_address_and_in_the_interface(site, project):
    listed = (site / "sitemap.xml").read_text("utf-8")
    told = {item["id"]: item["url"] for item in json.loads((site / "api/v1/claims.json").read_text("utf-8"))}
    for claim in project.records.claims:
        tree = LexborHTMLParser((site / f"go/facts/{claim}/index.html").read_text("utf-8"))
        links = {link.attributes["hreflang"]: link.attributes["href"] for link in tree.css("a.action")}
        for language in project.languages:
            path = project.prefix(language) + page_url(fact_page(claim))
            assert f"<loc>{project.site_url}{path}</loc>" in listed
            assert links[language] == f"../../../{path}" and told[claim][language] == project.site_url + path
