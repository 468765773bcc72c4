"""`[@claim-id]`: a numbered mark that opens its evidence, and the list of that evidence."""

from __future__ import annotations

import pytest
from guide.content.typography import typeset
from guide.render.context import Context, components
from guide.render.markdown import GuideExtension
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

A, B = "training-started", "setting-on-by-default"


@pytest.fixture
def page(project):
    """A function: Markdown in, (context, HTML) out, as a page of the guide."""
    def draw(text: str, language: str = "en", name: str = "faq.md"):
        context = Context(project, language, name)
        md = Markdown(extensions=["attr_list", "tables", GuideExtension(context)])
        return context, md.convert(text)
    return draw


def marks(html: str) -> list[tuple[str, str]]:
    """The marks in reading order: the statement that the evidence each one opens links to, and its number."""
    page = LexborHTMLParser(html)
    opened = [(mark.attributes["popovertarget"], mark.text()) for mark in page.css(".cite button")]
    return [(page.css_first(f"#{item} .evidence-more a").attributes["href"].rpartition("#")[2], number) for item,
            number in opened]


def test_numbers_follow_the_order_of_reading(page):
    context, html = page(f"One.[@{A}] Two.[@{B}; @{A}]")
    assert marks(html) == [(A, "1"), (B, "2"), (A, "1")]
    assert context.cited == [A, B]


def test_each_claim_stands_once_in_the_list(page):
    _, html = page(f"One.[@{A}] Two.[@{A}]")
    assert html.count('id="evidence-1"') == html.count("evidence-item") == 1


def test_the_evidence_leads_to_its_record(page):
    for language, name, address in (("en", "faq.md", "../sources/#training-started"),
                                    ("fr", "opt-out/web.md", "../../sources/#training-started"),
                                    ("en", "sources.md", "#training-started")):
        assert f'<a href="{address}">' in page(f"One.[@{A}]", language, name)[1]


def test_the_evidence_says_who_when_and_how(page, project):
    _, html = page(f"One.[@{A}]")
    claim = project.records.claims[A]
    item = LexborHTMLParser(html).css_first("#evidence-1")
    text = item.text()
    assert project.strings["en"]["status_" + claim["status"].replace("-", "_")] in text
    for name in claim["sources"]:
        source = project.records.sources[name]
        assert typeset(source["publisher"], "en") in text and typeset(source["title"], source["language"][:2]) in text
        if source["access"] != "original":
            assert project.strings["en"]["seen_" + source["access"]] in text
    assert "21\u00a0November\u00a02026" in text and "verified" not in text


def test_only_a_claim_in_dispute_is_worded_again(page, project):
    """The sentence before the mark says the claim; where sources disagree, the record's words hold both readings."""
    for status, worded in (("contested", True), ("not-established", True), ("linkedin-says", False)):
        claim = next(claim for claim in project.records.claims.values() if claim["status"] == status)
        text = LexborHTMLParser(page(f"One.[@{claim.id}]")[1]).css_first("#evidence-1").text()
        assert (typeset(claim["statement"]["en"], "en") in text) is worded, status


def test_what_limits_a_source_is_said_beside_it(page, project):
    strings = project.strings["en"]
    claim, source = next((claim, source) for claim in project.records.claims.values() for name in claim["sources"]
                         if (source := project.records.sources[name]).get("caveats"))
    item = LexborHTMLParser(page(f"One.[@{claim.id}]")[1]).css_first("#evidence-1")
    line = next(line.text() for line in item.css(".evidence-sources li")
                if typeset(source["title"], source["language"][:2]) in line.text())
    assert all(strings[f"caveat_{caveat}"] in line for caveat in source["caveats"])


def test_titles_keep_their_language_and_links_say_what_they_open(page, project):
    _, html = page(f"One.[@{A}]", "fr")
    links = LexborHTMLParser(html).css(".evidence-sources a")
    assert links
    for link in links:
        assert link.attributes["rel"] == "external"
        code = link.attributes["hreflang"]
        assert (code[:2] == "fr") == ("lang" not in link.attributes)


def test_a_source_that_cannot_be_given_is_not_linked(project):
    hidden = [source for source in project.records.sources.values() if not source.get("url")]
    assert hidden, "no such source among the records: the test has nothing to look at"
    context = Context(project, "en", "faq.md")
    macros = components(project.root / "overrides/partials/components").get_template("_parts.html").make_module({"language": "en", "t": context.strings})
    assert "<a " not in macros.title(hidden[0]) and context.strings["evidence_no_address"] in macros.title(hidden[0])


def test_where_a_mark_is_a_mark(page, subtests):
    for text, count in (
        (f"`[@{A}]`", 0), (f"\\[@{A}]", 0), (f"    [@{A}]", 0), (f"a[@{A}][@{B}]", 2), (f"a[@{A}](x)", 1),
        (f"*a[@{A}]*", 1),
        (f"| a |\n|---|\n| b[@{A}] |", 1), ("a[@no-such-claim]", 0), ("a[@Training]", 0),
        (f"a[@{A}]\n\n[@{A}]: https://example.org/", 1),
    ):
        with subtests.test(text):
            _, html = page(text)
            assert len(marks(html)) == count and "cite-mark" not in html


def test_a_page_without_citations_has_no_list(page):
    context, html = page("Nothing to prove.")
    assert "evidence" not in html and context.cited == []


def test_components_cite_too(page):
    context, html = page("/// timeline | 2025\n///\n")
    assert "training-started" in context.cited and marks(html)


def test_records_cannot_bring_markup(page, project):
    """Records are refused with markup in them; and were one let through, it would be shown as text."""
    record = project.records.sources[project.records.claims[A]["sources"][0]]
    before = record["title"]
    record["title"] = "<img src=x onerror=alert(1)>"
    try:
        _, html = page(f"One.[@{A}]")
    finally:
        record["title"] = before
    assert "<img" not in html and "&lt;img" in html
