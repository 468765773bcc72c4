"""The letters as built: each regime in both languages, readable without a script, every article traceable to a
source."""

from __future__ import annotations

import re
from html import unescape

import pytest
from guide.rules.source.letters import provisions

LETTERS = {"letter": ["letter-gdpr", "letter-uk", "letter-switzerland", "letter-canada", "letter-quebec", "letter-hong-kong",
                      "letter-no-account", "letter-no-account-uk", "letter-no-account-switzerland"],
           "complaint": ["follow-letter", "letter-uk-complaint", "letter-complaint-eu", "letter-complaint-elsewhere"]}
PAGES = [f"{folder}{name}/index.html" for folder in ("", "en/") for name in LETTERS]
_LETTER = re.compile(r'<objection-letter data-name="([a-z-]+)".*?</objection-letter>', re.S)
_CODE = re.compile(r"<pre><code[^>]*>(.*?)</code></pre>", re.S)


def letters(site, page: str) -> dict[str, str]:
    """The text of each letter of a page, as a reader without a script sees it."""
    html = (site / page).read_text("utf-8")
    return {match[1]: unescape(re.sub(r"<[^>]+>", "", _CODE.search(match[0])[1])) for match in _LETTER.finditer(html)}


def test_every_regime_has_its_letter(site):
    for page in PAGES:
        assert list(letters(site, page)) == LETTERS[page.split("/")[-2]], page


@pytest.mark.parametrize("page", PAGES)
def test_the_text_without_a_script_is_the_text_written(site, root, page):
    """Brackets, choices and passages included, in the typography of the language."""
    def plain(text: str) -> str:
        return re.sub(r"\s+", " ", text.replace("’", "'")).strip()

    source = (root / "docs" / ("en" if page.startswith("en/") else "fr") / f"{page.split('/')[-2]}.md").read_text("utf-8")
    written = re.findall(r"^```letter\n(.*?)^```$", source, re.S | re.M)
    assert [plain(text) for text in letters(site, page).values()] == [plain(text) for text in written]


@pytest.mark.parametrize("page", PAGES)
def test_every_article_has_a_source(site, project, page):
    """An article named in a letter is in a claim whose evidence the page shows, and that claim names the law among its
    sources."""
    language = "en" if page.startswith("en/") else "fr"
    html = (site / page).read_text("utf-8")
    shown = [project.records.claims[identifier]
             for identifier in set(re.findall(r'href="[^"]*/([a-z0-9-]+)/" class="evidence-more"', html))]
    named = {item for text in letters(site, page).values() for item in provisions(text)}
    assert {("article", number) for number in ("6", "12", "21", "77")} <= named
    for item in named:
        proofs = [claim for claim in shown if item in provisions(" ".join(claim.get(field, {}).get(language, "")
                                                                          for field in ("statement", "note")))]
        sources = [project.records.sources[source] for claim in proofs for source in claim["sources"]]
        assert sources, f"{item} has no source"
        if item[0] == "article":
            assert any(source["kind"] == "law" for source in sources), f"{item} was read in no text of law"


@pytest.mark.parametrize("page", ["letter/index.html", "en/letter/index.html"])
def test_weaker_laws_say_what_they_do_not_give(site, page):
    html = (site / page).read_text("utf-8")
    words = "<strong>What this law does not give" if page.startswith("en/") else "<strong>Ce que cette loi ne donne pas"
    for name in ("switzerland", "canada", "quebec", "hong-kong"):
        assert words in html.split(f'<h2 id="letter-{name}"')[1].split("<h2 ")[0], name


def test_no_address_is_invented_and_every_letter_can_be_reached_from_the_top(site):
    for page in PAGES:
        html = (site / page).read_text("utf-8")
        assert set(re.findall(r'href="(mailto:[^"]*)"', html)) == {"mailto:"}
        assert not re.search(r"[\w.]+@[\w-]+\.\w", " ".join(letters(site, page).values()))
        top = html.split('<h2 id="')[1]
        assert [name for name in LETTERS[page.split("/")[-2]] if f'#{name}"' not in top] == [], page
