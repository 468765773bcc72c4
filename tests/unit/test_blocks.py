"""Every block drawn from records: real HTML in both languages, never inside a paragraph, the same evidence in each."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import product

import pytest
from guide.content.languages import typeset
from guide.render.context import Context
from guide.render.markdown.blocks import BLOCKS, known
from guide.render.markdown.extension import GuideExtension
from guide.render.uses import uses
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

YEARS = ["2024", "2025", "2026"]


def drawn(project) -> list[tuple[str, str]]:
    """Each block with each of its arguments; of many alike, eight."""
    found = []
    for name, wanted in BLOCKS.items():
        if not wanted:
            found.append((name, ""))
        elif isinstance(wanted, tuple):
            found += [(name, argument) for argument in wanted]
        else:
            several = YEARS if wanted == "year" else list(project.records.kinds[wanted])[:8]
            found += [(name, argument) for argument in several]
    return found


@pytest.fixture(scope="module")
def draw(project):
    found = uses(project)

    @cache
    def convert(name: str, argument: str, language: str, page: str = "glossary.md", **settings) -> tuple[str, list[str]]:
        context = Context(replace(project, settings=settings or project.settings), language, page, found)
        text = f"Before.\n\n/// {name}{' | ' + argument if argument else ''}\n///\n\nAfter.\n"
        return Markdown(extensions=["tables", "attr_list", GuideExtension(context)]).convert(text), context.cited
    return convert


def test_each_block_in_each_language(draw, project, subtests):
    for name, argument in drawn(project):
        html, cited = draw(name, argument, "en")
        french, also = draw(name, argument, "fr")
        with subtests.test(name, argument=argument):
            assert not re.search(r"<p>\s*<(div|table|ul|ol|dl|section|form|p)\b",
                                 html + french), "a component stands inside a paragraph"
            assert set(cited) == set(also), "the two languages cite different claims"
            for text in (html, french):
                tree = LexborHTMLParser(text)
                ids = [node.attributes["id"] for node in tree.css("[id]")]
                assert len(ids) == len(set(ids)), "an id stands twice"
                assert not tree.css("[style], script, style") and not re.search(r'\son[a-z]+="',
                                                                                text), "inline style or script"
                assert not tree.css("h1, h2, h3, h4, h5, h6"), "a heading without a registered id"
                assert "Undefined" not in text and "{" not in tree.body.text().replace("{n}",
                                                                                       ""), "a string was not filled in"


def test_titles_in_the_other_language_say_so(draw, project):
    """What leads to a text of another language has its title in that language, marked so; or words of the page's own,
    as "Archived copy"."""
    seen, unmarked = 0, []
    for (name, argument), language in product(drawn(project), ("fr", "en")):
        for link in LexborHTMLParser(draw(name, argument, language)[0]).css("a[hreflang]"):
            code = link.attributes["hreflang"][:2]
            if code != language and link.text() not in project.strings[language].values():
                seen += 1
                node = link
                while node and "lang" not in node.attributes:
                    node = node.parent
                unmarked += [] if node and node.attributes["lang"].startswith(code) else [(name, argument, language,
                                                                                           link.html)]
    assert unmarked == [] and seen > 100


def test_arguments_that_are_not_ones(project):
    for name, argument in (("region", "nowhere"), ("timeline", "25"), ("timeline", "soon"), ("data-table", "unused"),
                           ("menu-path", ""), ("claims", "all"),
                           ("no-such-block", "")):
        assert not known(name, argument, project.records), (name, argument)


def test_a_wrong_argument_draws_nothing(draw):
    assert draw("region", "nowhere", "en") == ("<p>Before.</p>\n<p></p>\n<p>After.</p>", [])


def test_every_claim_has_its_address_and_leads_to_its_page(draw, project):
    tree = LexborHTMLParser(draw("claims", "", "en", "sources.md")[0])
    for claim in project.records.claims.values():
        item = tree.css_first(f"[id='{claim.id}']")
        assert item is not None, claim.id
        link, shown = item.css_first("a"), item.css_first("a").text().rstrip("…")
        assert link.attributes["href"] == f"../facts/{claim.id}/" and claim["statement"]["en"].startswith(shown)
        assert len(shown) <= 130 and item.attributes["data-due"] == claim["review_by"]


def test_every_source_is_in_the_register_and_hidden_ones_without_address(draw, project):
    tree = LexborHTMLParser(draw("register", "", "fr", "sources.md")[0])
    for source in project.records.sources.values():
        item = tree.css_first(f"#source-{source.id}")
        publisher = source["publisher"] if isinstance(source["publisher"], str) else source["publisher"]["fr"]
        assert item is not None and typeset(publisher, "fr") in item.text()
        shown = [link.attributes["href"] for link in item.css("a")]
        assert (source.get("url") in shown) == (bool(source.get("url")) and source.get("publishable") is not False)
        if source.get("http_only"):
            assert project.strings["fr"]["http_only"] in item.text()


def test_authorities_are_sorted_as_each_language_sorts(draw, project):
    for language, first, last in (("fr", "Allemagne", "Tchéquie"), ("en", "Austria", "United Kingdom")):
        tree = LexborHTMLParser(draw("authorities", "", language)[0])
        places = [cell.text(strip=True) for cell in tree.css("tbody th")]
        assert len(places) == len(project.records.authorities) == 35
        assert places[0] == first and places[-1].startswith(last), places


def test_every_contested_point_has_its_readings(draw, project):
    tree = LexborHTMLParser(draw("contested", "", "en", "sources.md")[0])
    for record in project.records.contested.values():
        item = tree.css_first(f"#contested-{record.id}")
        for reading in record["readings"]:
            assert reading["says"]["en"] in item.text()
        assert record["we_publish"]["en"] in item.text()


def test_the_timeline_shows_what_belongs_on_it_in_order(draw, project):
    shown = [node.attributes["datetime"] for year in ("2024", "2025", "2026")
             for node in LexborHTMLParser(draw("timeline", year, "en")[0]).css(".timeline time")]
    events = [record for record in project.records.milestones.values() if record["on_timeline"]
              and "2024" <= record["date"][:4] <= "2026"]
    assert sorted(shown) == sorted(record["date"] for record in events)
    days = [date for date in shown if len(date) > 4]
    assert days == sorted(days, key=lambda date: date + "0000-01-01"[len(date):])


def test_an_event_of_a_season_stands_in_it_and_not_before_january(draw, project):
    """Its date is a year, which would come before every month of that year."""
    items = [node.text() for node in LexborHTMLParser(draw("timeline", "2025", "en")[0]).css(".timeline li")]
    def at(name):
        return next(index for index,
                    item in enumerate(items) if project.records.milestones[name]["title"]["en"] in item)
    assert (at("us-suit-filed") < at("belgian-complaint-date") < at("announced") < at("other-notices-date") < at("training-start"))


def test_the_count_down_is_true_without_a_script(draw):
    html, _ = draw("count-down", "training-start", "en")
    tree = LexborHTMLParser(html)
    shown = [line.text() for line in tree.css("count-down p") if "hidden" not in line.attributes]
    assert [" ".join(text.split()) for text in shown] == ["LinkedIn’s terms changed on 3 November 2025."]
    assert tree.css_first("count-down").attributes["data-zone"] == "Europe/Dublin"


def test_a_label_not_seen_in_a_language_is_said_so(draw, project):
    html, _ = draw("languages", "", "fr")
    assert project.strings["fr"]["label_not_seen"] in html


def test_the_table_of_what_is_left_out_cannot_be_read_as_its_opposite(draw, project):
    """A "yes" under the name of a text would read as "used", and "listed" as "in the list of data used"."""
    for language in ("fr", "en"):
        t = project.strings[language]
        cells = [cell.text().strip()
                 for cell in LexborHTMLParser(draw("data-table", "excluded", language)[0]).css("td span")]
        assert t["data_excluded_yes"] in cells and t["data_excluded_reported"] in cells
        assert not {t[key] for key in ("data_yes", "data_no", "data_listed", "data_listed_with_limits")} & set(cells)
        assert t["data_yes"] in [cell.text().strip()
                                 for cell in LexborHTMLParser(draw("data-table", "used", language)[0]).css("td span")]


def test_a_source_without_a_publisher_says_so_in_the_pages_language(draw, project):
    for language in ("fr", "en"):
        item = LexborHTMLParser(draw("register", "", language,
                                     page="sources.md")[0]).css_first("#source-french-press-article-2025 b")
        assert item.text() == project.records.sources["french-press-article-2025"]["publisher"][language]


def test_a_photo_and_its_label_are_one_click(draw, project):
    """Drawn as two, the second is looked for inside the menu that the first has opened."""
    for language in ("fr", "en"):
        path = project.records.menu_paths["web"]
        steps = LexborHTMLParser(draw("menu-path", "web", language)[0]).css_first(".path").css("li")
        assert len(steps) == len(path["labels"])
        assert project.records.labels["me-menu"]["text"][language] in steps[0].text()
        assert path["first"][language][-10:] in steps[0].text()


def test_identity_is_what_the_environment_says_or_said_to_be_unset(draw, project):
    unset, _ = draw("identity", "", "en")
    for key in ("identity_publisher_unset", "identity_host_unset", "identity_contact_unset"):
        assert project.strings["en"][key] in LexborHTMLParser(unset).text()
    html, _ = draw("identity", "", "en", publisher_name="A <b> & C", publisher_contact="contact@example.org",
                   host_name="A host")
    assert "A &lt;b&gt; &amp; C" in html and 'href="mailto:contact@example.org"' in html
    assert "<a" not in draw("identity", "", "en", publisher_name="A", publisher_contact="javascript:alert(1)@x")[0]


def test_uses_know_where_each_claim_is_cited(project):
    found = uses(project)
    assert ("index.md", "") in found.cited_on["setting-on-by-default"], "cited above the first heading"
    assert any(name == "timeline.md" for name, _ in found.cited_on["eu-notice-2026"])
    assert found.blocks["claims"] == ("sources.md", "sources-claims")
    assert found.titles["fr"].keys() == found.titles["en"].keys()
