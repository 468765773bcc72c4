"""The page of a statement before a build: what changes with a record, and what is cited."""

from __future__ import annotations

import copy
import dataclasses

import pytest
from guide.content.pages import fact_page
from guide.content.project import Project
from guide.publish import facts, redirects
from guide.render.context import Context
from selectolax.lexbor import LexborHTMLParser

CLAIM, OTHER = "private-messages-excluded", "login-data-excluded"
DAY = {"fr": "20 novembre 2026", "en": "20 November 2026"}


@pytest.fixture
def changed(project):
    """The guide with other settings, or with a statement of other fields."""
    def change(claim: dict | None = None, **settings: str) -> Project:
        records = copy.copy(project.records)
        claims = {**project.records.claims, CLAIM: copy.copy(project.records.claims[CLAIM])}
        claims[CLAIM].update(claim or {})
        records.kinds = {**records.kinds, "claims": claims}
        fields = {field.name: getattr(project, field.name) for field in dataclasses.fields(project)}
        told = {**project.settings, **settings}
        return Project(**{**fields, "records": records, "settings": told, "site_url": told["site_url"]})
    return change


def drawn(project: Project, language: str = "en") -> LexborHTMLParser:
    return LexborHTMLParser(facts._pages(project, "sheet.css")[f"{project.prefix(language)}facts/{CLAIM}/index.html"])


def test_an_earlier_wording_has_an_address(changed):
    former = {"read_on": "2026-11-20", "statement": {"fr": "Avant <i>.", "en": "Before <i>."},
              "why": {"fr": "Une raison.", "en": "A reason."}}
    project = changed({"history": [former]})
    for language in project.languages:
        words = drawn(project, language).css_first("[id='2026-11-20']").text().replace("\u00a0", " ")
        assert all(part in words for part in (DAY[language], former["statement"][language], former["why"][language]))
    assert not drawn(changed()).css_first("#history")


def test_a_statement_withdrawn_keeps_its_page(changed):
    project = changed({"withdrawn": {"on": "2026-11-20", "why": {"fr": "Une raison.", "en": "A reason."}, "now": OTHER}})
    for language in project.languages:
        page = drawn(project, language)
        said = page.css_first(".fact-withdrawn")
        words = said.text().replace("\u00a0", " ")
        assert DAY[language] in words and ("A reason." if language == "en" else "Une raison.") in words
        assert said.css_first("a").attributes["href"] == f"../{OTHER}/"
        assert page.css_first("h1").text() == project.records.claims[CLAIM]["statement"][language]


def test_a_statement_renamed_leads_to_its_new_name(project, tmp_path, monkeypatch):
    from guide.content.addresses import Redirect

    index = project.the("sources")
    moved = {(index, "old-name"): Redirect((index, "old-name"), (index, CLAIM), {}, 1)}
    monkeypatch.setattr(redirects, "redirects", lambda _: moved)
    redirects.write(project, tmp_path)
    page = (tmp_path / "en/facts/old-name/index.html").read_text("utf-8")
    assert f'url=../../../en/facts/{CLAIM}/"' in page and project.records.claims[CLAIM]["statement"]["en"] in page
    assert f"/facts/old-name/ /facts/{CLAIM}/ 301\n" in (tmp_path / "_redirects").read_text("utf-8")


def test_a_citation_says_what_the_copy_knows(changed, subtests):
    told = {"site_url": "https://host.example/a/", "publisher_name": "An <editor>", "source_commit": "0123456789" * 4}
    for language, words in (("fr", "lu le 21 novembre 2026"), ("en", "read on 21 November 2026")):
        with subtests.test(language):
            project = changed(**told)
            claim = project.records.claims[CLAIM]
            said = Context(project, language, fact_page(CLAIM)).citation(claim).replace("\u00a0", " ")
            prefix = project.prefix(language)
            assert said.startswith("An <editor>, " + project.strings[language]["site_name"])
            assert said.endswith(f", {words}, version 012345678901, https://host.example/a/{prefix}facts/{CLAIM}/")
            assert claim["statement"][language].rstrip(".") in said
            assert f", {words}, version" in drawn(project, language).css_first(".fact-citation").text().replace("\u00a0", " ")
    plain = Context(changed(site_url="https://guide.example/"), "en", "faq.md").citation(claim)
    assert "https:" not in plain and "version" not in plain


def test_the_record_is_corrected_where_it_is_written(changed):
    project = changed(edit_url="https://code.example/edit/main/docs/")
    record = project.records.claims[CLAIM]
    link = drawn(project).css_first("p > a.edit").attributes["href"]
    assert link == f"https://code.example/edit/main/{record.path}#L{record.line}"
    assert not drawn(changed(edit_url="")).css_first("a.edit")


def test_a_page_draws_on_the_way_to_a_statement(project):
    assert Context(project, "fr", "index.md").fact("x") == "facts/x/"
    assert Context(project, "en", "opt-out/web.md").fact("x") == "../../facts/x/"
