"""What comes next, what a page is called, and the one sentence that says what the guide is about."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

WAYS = {"opt-out/web": "opt-out/objection-form", "opt-out/app": "opt-out/objection-form",
        "opt-out/objection-form": "opt-out/clean-up", "opt-out/clean-up": "opt-out/follow-up",
        "opt-out/no-account": "opt-out/follow-up", "rights": None, "sources": None, "timeline": None}


def parsed(site, path):
    return LexborHTMLParser((site / path / "index.html").read_text("utf-8"))


def words(node) -> str:
    return " ".join(node.text().split())


def test_next_follows_the_way_and_other_pages_lead_back_to_the_refusal(site, subtests):
    """After the guide for a computer does not come that for a phone: whoever followed it is done with the switch."""
    for prefix in ("", "en/"):
        for page, following in WAYS.items():
            with subtests.test(page=prefix + page):
                links = parsed(site, prefix + page).css(".page-nav a")
                ends = [link.attributes["href"].rstrip("/").rpartition("/")[2] for link in links]
                assert ends[1:] == ([following.rpartition("/")[2]] if following else [])
                assert links[0].attributes["href"] == ("../" if "/" in page else "../opt-out/")


def test_a_page_has_one_name(project, site, subtests):
    """In the menu, in the tab, above its text; but for the pages headed by the sentence that says what this is about."""
    for language in project.languages:
        sentence = project.strings[language]["site_tagline"]
        for page in project.pages:
            if page.language == language:
                heading = next(item.text for item in page.headings if item.level == 1).replace("*", "")
                with subtests.test(page=page.path):
                    assert heading == page.front["title"] or heading.replace("'", "\u2019") == sentence


def test_the_same_sentence_says_what_this_is_about(project, site, subtests):
    """On the home page, its card, its title and description, the sheet to put up, the feed."""
    for language in project.languages:
        root = site / project.prefix(language)
        home, sheet = parsed(root, ""), parsed(root, "handout")
        sentence = words(home.css_first("h1"))

        def meta(name, page=home):
            return page.css_first(f"meta[property='{name}'], meta[name='{name}']").attributes["content"]

        places = {"tab": words(home.css_first("title")), "search": meta("description"), "share": meta("og:title"),
                  "card": meta("og:image:alt"), "sheet": words(sheet.css_first("h1")),
                  "feed": (root / "feed.xml").read_text("utf-8").replace("'", "\u2019")}
        for place, said in places.items():
            with subtests.test(language=language, place=place):
                assert sentence in re.sub(r"\s+", " ", said)
