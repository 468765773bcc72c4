"""`[@claim-id]`: one mark a sentence, named by who says so, and the evidence it opens."""

from __future__ import annotations

import pytest
from guide.render.context import Context, components
from guide.render.markdown.citations import short_name
from guide.render.markdown.extension import GuideExtension
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


def marks(html: str) -> list[tuple[tuple[str, ...], str]]:
    """The marks in reading order: the statements whose pages the evidence of each one leads to, and its number."""
    page = LexborHTMLParser(html)
    opened = [(mark.attributes["popovertarget"], mark.text()) for mark in page.css(".cite button")]
    return [(tuple(link.attributes["href"].split("/")[-2] for link in page.css(f"#{item} .evidence-more")), number)
            for item, number in opened]


def placed(html: str) -> str:
    """The text above the evidence, with * for each mark."""
    page = LexborHTMLParser(html)
    for found in page.css(".evidence"):
        found.decompose()
    for mark in page.css(".cite"):
        mark.replace_with("*")
    return page.body.text().strip()


def test_numbers_follow_the_order_of_reading(page):
    context, html = page(f"One.[@{A}] Two.[@{B}; @{A}] Three.[@{A}; @{B}]")
    assert marks(html) == [((A,), "1"), ((B, A), "2"), ((B, A), "2")]
    assert context.cited == [A, B]


def test_one_mark_a_sentence_at_its_end(page, subtests):
    """Whatever is cited in the middle of one is not lost."""
    for text, shown, claims in (
        (f"One[@{A}] and two.[@{B}] Three.", "One and two.* Three.", [(A, B)]),
        (f"One;[@{A}] two ([see](faq.md)). Three.", "One; two (see).* Three.", [(A,)]),
        (f"One.[@{A}] Two.[@{B}]", "One.* Two.*", [(A,), (B,)]),
        (f"One, art. 21 of it,[@{A}] two.[@{B}]", "One, art. 21 of it, two.*", [(A, B)]),
        (f"One.[@{A}] 30 days.[@{B}]", "One.* 30 days.*", [(A,), (B,)]),
        (f"**One.[@{A}]** Two[@{B}], three", "One.* Two*, three", [(A,), (B,)]),
        (f"It is [here, [=training-start]. Now][x].[@{A}]\n\n[x]: faq.md", None, [(A,)]),
        (f"- One[@{A}]\n- Two[@{B}]", "One*\nTwo*", [(A,), (B,)]),
        (f"[@{A}] One.", "One.*", [(A,)]),
    ):
        with subtests.test(text):
            _, html = page(text)
            assert [found for found, _ in marks(html)] == claims
            assert shown is None or placed(html) == shown


def test_a_mark_says_who(page, project, subtests):
    """The publishers' short names, the primary text's first, three at most."""
    for language, claims, name in (("en", (A,), "Sources: LinkedIn, "), ("fr", (A,), "Sources\u202f: LinkedIn, "),
                                   ("en", (A, B), " more")):
        with subtests.test(name):
            html = page(f"One.[@{'; @'.join(claims)}]", language)[1]
            label = LexborHTMLParser(html).css_first(".cite button").attributes["aria-label"]
            assert name in label and label.count(",") <= 2
            assert label in LexborHTMLParser(html).css_first(".evidence-name").text(), "the panel has the same name"
    assert [short_name(Context(project, "fr", "faq.md"), {"publisher": name}) for name in (
        "Commission nationale pour la protection des données (CNPD)", "Law Society Gazette (Ireland)",
        "Data Protection Commission (DPC), Ireland", "Commission d'accès (Québec)")] == [
        "CNPD", "Law Society Gazette", "DPC", "Commission d\u2019accès"]


def test_each_set_of_claims_stands_once_in_the_list(page):
    _, html = page(f"One.[@{A}] Two.[@{A}]")
    assert html.count('id="evidence-1"') == html.count("evidence-item") == 1


def test_the_evidence_leads_to_its_record(page):
    for language, name, address in (("en", "faq.md", "../facts/training-started/"),
                                    ("fr", "opt-out/web.md", "../../facts/training-started/")):
        assert f'href="{address}"' in page(f"One.[@{A}]", language, name)[1]


def test_the_evidence_says_on_whose_word_and_when_read(page, project):
    text = LexborHTMLParser(page(f"One.[@{A}]")[1]).css_first("#evidence-1").text()
    assert project.strings["en"]["status_" + project.records.claims[A]["status"].replace("-", "_")] in text
    assert "21\u00a0November\u00a02026" in text and "verified" not in text


def test_a_source_that_cannot_be_given_is_not_linked(project):
    hidden = [source for source in project.records.sources.values() if not source.get("url")]
    assert hidden, "no such source among the records: the test has nothing to look at"
    context = Context(project, "en", "faq.md")
    macros = components(project.root / "overrides/partials/components").get_template("_parts.html").make_module({"language": "en", "t": context.strings})
    assert "<a " not in macros.title(hidden[0]) and context.strings["evidence_no_address"] in macros.title(hidden[0])


def test_where_a_mark_is_a_mark(page, subtests):
    for text, count in (
        (f"`[@{A}]`", 0), (f"\\[@{A}]", 0), (f"    [@{A}]", 0), (f"a[@{A}][@{B}]", 1), (f"a[@{A}](x)", 1),
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
    before = record["publisher"]
    record["publisher"] = '"><img src=x onerror=alert>'
    try:
        _, html = page(f"One.[@{A}]")
    finally:
        record["publisher"] = before
    assert "<img" not in html and "&lt;img" in html
