"""What `dev.py new` writes: both languages, complete, and refused by the check until its words are written."""

from __future__ import annotations

import re

import pytest
from guide.content import translations
from guide.content.faults import GuideError
from guide.desk import new
from guide.rules.source import source_faults


def test_a_new_page_lacks_only_its_words(guide):
    new.page(guide.project(), "tablet", ["why", "how"]).apply()
    faults = [str(fault) for fault in source_faults(guide.project())]
    assert faults and all("docs/fr/tablet.md" in fault or "docs/en/tablet.md" in fault for fault in faults)
    expected = "still to be written", "words of text; write at least 150", "run: python3 scripts/dev.py check --register"
    assert [fault for fault in faults if not any(words in fault for words in expected)] == []
    assert "docs/fr/tablet.md:2: 'TODO the name of the page in the menu, in few words': still to be written; write what belongs there" in faults
    for language, words in (("fr", "Une phrase courte et simple. "), ("en", "A short and simple sentence. ")):
        text = guide.read(f"docs/{language}/tablet.md").replace("menu, in few words", language)
        guide.write(f"docs/{language}/tablet.md", re.sub(r"TODO the text.*", words * 40, text).replace("TODO ", "Ici "))
    translations.register(guide.project(), "2026-11-22")
    assert [str(fault) for fault in source_faults(guide.project())] == []
    assert "tablet.md:\n  - tablet-why\n  - tablet-how\n" in guide.read("docs/records/published-ids.yml")


def test_a_page_goes_behind_those_of_its_folder(guide):
    guide.write("mkdocs.yml", "nav:\n  - index.md\n  - a:\n      - folder/one.md\n  - b:\n      - second.md\n")
    new.page(guide.project(), "folder/two", []).apply()
    assert (guide.read("mkdocs.yml") == "nav:\n  - index.md\n  - a:\n      - folder/one.md\n      - folder/two.md\n  "
                                        "- b:\n      - second.md\n")


def test_a_name_that_cannot_be_is_refused(guide, subtests):
    project = guide.project()
    for name, sections, words in (
        ("second", [], "docs/fr/second.md: exists already"), ("Tablet", [], "small letters"),
        ("../x", [], "small letters"),
        ("api/x", [], "the site keeps api/"), ("fr/x", [], "the site keeps fr/"), ("tablet", ["Why not"], "is no id"),
    ):
        with subtests.test(name), pytest.raises(GuideError, match=words):
            new.page(project, name, sections)
