"""Short addresses: one page a step, which says the same in every language and works in any folder of any host."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from guide.content.pages import page_url
from guide.publish.redirects import steps
from selectolax.lexbor import LexborHTMLParser


@pytest.fixture(scope="module")
def pages(site) -> dict[str, LexborHTMLParser]:
    return {path.parent.name: LexborHTMLParser(path.read_text("utf-8"))
            for path in sorted(site.glob("go/*/index.html"))}


def test_one_page_and_one_picture_a_step(site, project, pages):
    every = steps(project)
    assert pages.keys() == every.keys() and len(every) >= 20
    assert {path.parent.name for path in site.glob("go/*/code.svg")} == every.keys()


def test_links_lead_to_the_step_in_each_language(site, project, pages):
    """Relative, so that they hold below any folder; marked with the language they lead to; the id is there."""
    for step in steps(project).values():
        links = {node.attributes["hreflang"]: node.attributes["href"] for node in pages[step.id].css("a.action")}
        assert links.keys() == set(project.languages)
        for language, href in links.items():
            assert not urlsplit(href).netloc and not href.startswith("/")
            target = urlsplit(urljoin(f"https://host.example/sub/path/go/{step.id}/", href))
            assert (target.path == f"/sub/path/{project.prefix(language)}{page_url(step.page)}"
                    and target.fragment == step.id)
            text = (site / project.prefix(language) / page_url(step.page) / "index.html").read_text("utf-8")
            assert f'id="{step.id}"' in text


def test_words_stand_in_their_language(project, pages):
    for step in steps(project).values():
        tree = pages[step.id]
        assert tree.css_first("html").attributes["lang"] == "en"
        french = tree.css_first("[lang=fr]")
        assert step.titles["fr"] in french.text() and step.titles["en"] in tree.css_first("h1").text()
        assert project.strings["fr"]["go_read"] in french.text()
        assert not re.search(r"[\[\]{}*_]|=", "".join(step.titles.values())), step.titles


def test_not_for_search_engines_and_nothing_inline(project, pages):
    for step in steps(project).values():
        tree = pages[step.id]
        canonical = f"{project.site_url}en/{page_url(step.page)}"
        assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"
        assert tree.css_first("link[rel=canonical]").attributes["href"] == canonical
        others = {node.attributes["hreflang"]: node.attributes["href"] for node in tree.css("link[rel=alternate]")}
        assert others == {"en": canonical, "x-default": canonical, "fr": f"{project.site_url}{page_url(step.page)}"}
        assert not tree.css("style, [style]") and all(node.attributes.get("src") for node in tree.css("script"))


def test_not_in_the_sitemap(site):
    assert "/go/" not in (site / "sitemap.xml").read_text("utf-8")


def test_the_guides_show_the_same_address(site, project):
    for step in steps(project).values():
        for language in project.languages:
            tree = LexborHTMLParser((site / project.prefix(language) / page_url(step.page) / "index.html").read_text("utf-8"))
            sender = next(node for node in tree.css("send-step")
                          if f"/go/{step.id}/" in node.attributes["data-address"])
            assert (sender.attributes["data-address"] == f"{project.site_url}go/{step.id}/"
                    and sender.attributes["data-title"] == step.titles[language])
            here = f"https://host.example/sub/{project.prefix(language)}{page_url(step.page)}"
            assert urljoin(here, sender.css_first("a").attributes["href"]) == f"https://host.example/sub/go/{step.id}/"
            assert urljoin(here,
                           sender.css_first("img").attributes["src"]) == (f"https://host.example/sub/go/{step.id}/code.svg")


def test_small(site):
    for path in Path(site).glob("go/*/code.svg"):
        assert path.stat().st_size < 4096
