"""Links, scripts and pictures of the finished pages."""

import pytest


@pytest.mark.parametrize(("html", "words"), [
    ('<a href="gone/">x</a>', "<a> points at gone/, where nothing was built"),
    ('<a href="second">x</a>', "end the address with a slash"),
    ('<a href="second/#gone">x</a>', "has no id gone"),
    ('<a href="#gone">x</a>', "has no id gone"),
    ('<a href="/second/">x</a>', "write a relative address"),
    ('<a href="https://guide.example/gone/">x</a>', "where nothing was built"),
    ('<img alt="" src="assets/gone.svg">', "<img> points at assets/gone.svg"),
    ('<a href="http://other.org/">x</a>', "write https:// in its record"),
    ('<a href="javascript:alert(1)">x</a>', "link to a page"),
    ('<a href="https://[x/">x</a>', "is no address"),
])
def test_one_that_leads_nowhere(guide, built, html, words):
    built.edit("index.html", "</body>", html + "</body>")
    found = guide.built("html_links", built.folder)
    assert len(found) == 1 and found[0].startswith("docs/fr/index.md: ") and words in found[0], found


def test_the_line_of_the_page_is_given_when_the_address_stands_there(guide, built):
    line = guide.append("docs/fr/index.md", "\n<a href='gone/'>x</a>") + 1
    built.edit("index.html", "</body>", '<a href="gone/">x</a></body>')
    assert guide.built("html_links", built.folder)[0].startswith(f"docs/fr/index.md:{line}: ")


def test_an_address_without_https_needs_its_record(guide, built):
    guide.edit("docs/records/sources/all.yml", "url: https://acme.org/notice", "url: http://acme.org/notice\n  http_only: true")
    built.edit("index.html", "https://acme.org/notice", "http://acme.org/notice")
    assert guide.built("html_links", built.folder) == []


def test_what_may_be_linked(guide, built):
    built.edit("index.html", "</body>",
               '<a href="./">x</a><a href="second/#second-two">x</a><a href="mailto:a@b.org">x</a><a href="assets/style.0123456789.css">x</a></body>')
    assert guide.built("html_links", built.folder) == []
