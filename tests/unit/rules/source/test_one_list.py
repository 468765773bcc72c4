"""The languages are listed once."""

import dataclasses

import pytest
from guide.rules.source.one_list import check


@pytest.mark.parametrize(("path", "text"), [
    ("scripts/guide/x.py", 'LANGUAGES = ["fr"]'), ("overrides/x.html", "{% if language == 'en' %}"),
    ("overrides/x.css", ":lang(fr) { color: red }"),
    ("overrides/x.js", 'fetch("/en/x")'),
])
def test_a_second_list(guide, path, text):
    guide.write(path, f"\n{text}\n")
    guide.only("one_list", f"{path}:2", "names the language", "project.languages")


@pytest.mark.parametrize("text", ['lang = "frame"', 'x = "then"', "page = 'opt-out/'"])
def test_other_words_are_left_alone(guide, text):
    guide.write("scripts/guide/x.py", text)
    assert guide.faults("one_list") == []


def test_a_language_without_its_months(guide):
    project = dataclasses.replace(guide.project(), languages=("fr", "en", "xx"))
    assert [str(fault) for fault in check(project)] == [
        "scripts/guide/content/languages.py: has no entry for xx, which mkdocs.yml lists; add its months and plurals "
        "to GRAMMAR"]


def test_the_guide_itself_lists_them_once(project):
    assert list(check(project)) == []
