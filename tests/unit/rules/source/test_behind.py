"""A section that is behind: what `check` says, what readers see, and the command that settles it."""

from __future__ import annotations

import dataclasses

import pytest
from guide.content.faults import GuideError
from guide.content.translations import PATH
from guide.desk.review import advice, mark, show
from guide.publish.html import parse
from guide.publish.paper import _advice
from guide.render.context import Context
from guide.render.markdown.extension import GuideExtension
from guide.render.uses import behind, uses
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

LANGUAGES = "fr", "en"
LATER = "2026-12-01"
END = "index.md#index-two"


def said(guide) -> list[str]:
    return list(advice(guide.root, guide.project().pages, LANGUAGES))


def settle(guide, *matched: str) -> int:
    return mark(guide.root, LANGUAGES, LATER, list(matched))


def line_of(guide, name: str) -> str:
    return next(line for line in guide.read(PATH).splitlines() if line.startswith(name + " "))


@pytest.fixture
def drifted(guide):
    """The French of one section has changed."""
    guide.edit("docs/fr/index.md", "La fin", "Le bout")
    return guide


def test_check_says_so_in_one_line_with_the_command(drifted):
    assert said(drifted) == [f"docs/en/index.md:14: is behind docs/fr/index.md:14, which has changed since "
                             f"2026-11-20; carry the change over, "
                             f"then run: python3 scripts/dev.py translations --matched {END}"]
    drifted.edit("docs/en/index.md", "The end", "The very end")
    assert len(said(drifted)) == 1 and "if they say the same" in said(drifted)[0]


def test_a_malformed_lock_gives_no_advice_and_no_traceback(drifted):
    drifted.append(PATH, "x")
    assert said(drifted) == [] and behind(drifted.project()) == {"fr": {}, "en": {}}


def test_matched_again_by_one_command(drifted):
    assert settle(drifted, END) == 1
    assert said(drifted) == [] and line_of(drifted, END).endswith(" 2026-12-01")
    assert line_of(drifted, "index.md#index-one").endswith(" 2026-11-20"), "no other line changes"


def test_a_wrong_name_is_one_line_and_nothing_is_written(drifted):
    before = drifted.read(PATH)
    with pytest.raises(GuideError) as error:
        settle(drifted, END, "index.md#index-tow")
    assert str(error.value) == ("index.md#index-tow: is no section that its languages have; write PAGE#ID, such as "
                                "index.md#index-two")
    assert drifted.read(PATH) == before


def test_the_list_says_what_check_says(drifted):
    assert show(drifted.root, LANGUAGES).startswith(said(drifted)[0])


def test_nothing_differs(guide):
    assert show(guide.root, LANGUAGES) == "Every section says what it said when its languages were last compared"


def test_readers_are_told_once_for_title_and_opening(guide):
    guide.edit("docs/fr/index.md", "description: Une phrase", "description: Des mots")
    guide.edit("docs/fr/index.md", "Acme dit une chose.", "Acme dit deux choses.")
    found = behind(guide.project())
    assert found["fr"] == {} and [(item.id, item.own, item.path, item.words)
                                  for item in found["en"]["index.md"]] == [("", "en/", "", "Lire ce passage")]


def real(tiny, project, language: str, name: str) -> Context:
    """A page of the tiny guide, with the real templates and strings."""
    return Context(dataclasses.replace(tiny, strings=project.strings, root=project.root), language, name, uses(tiny))


@pytest.fixture
def page(guide, project):
    """A function that draws index.md of the tiny guide in a language, with the real templates and strings."""
    def draw(language: str) -> LexborHTMLParser:
        tiny = guide.project()
        source = next(page for page in tiny.pages if (page.name, page.language) == ("index.md", language))
        context = real(tiny, project, language, "index.md")
        text = source.text.replace(" .step}", "}").partition("---\n\n")[2]
        return LexborHTMLParser(Markdown(extensions=["attr_list", GuideExtension(context)]).convert(text))
    return draw


def test_the_notice_opens_the_section_that_is_behind_and_no_other(drifted, page):
    english, french = page("en"), page("fr")
    assert not french.css(".behind"), "the side that changed is not behind"
    notice, = english.css(".behind")
    assert [node.attributes.get("id") for node in english.css("h2, .behind")] == ["index-one", "index-two", None]
    link = notice.css_first("a")
    assert link.attributes == {"href": "../#index-two", "hreflang": "fr",
                               "lang": "fr"} and link.text() == "Lire ce passage"
    assert notice.css_first("time").attributes["datetime"] == "2026-11-20"


def test_both_sides_changed_puts_both_behind(drifted, page):
    drifted.edit("docs/en/index.md", "The end", "The very end")
    assert len(page("en").css(".behind")) == len(page("fr").css(".behind")) == 1
    assert page("fr").css_first(".behind a").attributes["href"] == "./en/#index-two"


def status(guide, project, language: str) -> LexborHTMLParser:
    """The list on the page about the languages, of the tiny guide, with the real template."""
    tiny = guide.project()
    return LexborHTMLParser(real(tiny, project, language, "second.md").render("translations", argument=""))


def test_the_status_page_names_the_section_that_is_behind(drifted, project):
    drifted.edit("docs/fr/second.md", "description: Une phrase", "description: Des mots")
    english, french = status(drifted, project, "en"), status(drifted, project, "fr")
    assert [link.attributes["href"] for link in english.css("a")] == ["../../en/#index-two", "../../en/second/"]
    assert [" ".join(item.text().split()) for item in english.css("li")] == [
        "The title index.md · The end, last compared with the French version on 20 November 2026",
        "The title second.md (title and opening), last compared with the French version on 20 November 2026"]
    assert all(link.attributes["hreflang"] == link.attributes["lang"] == "en"
               for link in french.css("a")), "it is the English that is behind"


def test_the_status_page_says_when_all_match(guide, project):
    assert status(guide, project, "en").body.text(strip=True) == project.strings["en"]["behind_none"]


def test_the_sheet_to_put_up_has_no_notice():
    section = parse('<section><div class="heading"><h2>x</h2></div><div class="behind"><p>Changed.</p></div><p>Open '
                    'it.</p></section>').first("section")
    assert _advice(section) == "<p>Open it.</p>"


def test_no_notice_when_nothing_differs(page):
    assert not page("en").css(".behind")
