"""What `dev.py new` writes: both languages, complete, and refused by the check until its words are written."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from guide.content import translations
from guide.content.faults import GuideError
from guide.content.records import load_records
from guide.desk import new
from guide.rules.source import source_faults

TODAY = datetime.date(2026, 11, 22)
CODES = "fr", "en"


def test_a_new_page_lacks_only_its_words(guide):
    new.page(guide.project(), "tablet", ["why", "how"]).apply()
    faults = [str(fault) for fault in source_faults(guide.project())]
    assert faults and all("docs/fr/tablet.md" in fault or "docs/en/tablet.md" in fault for fault in faults)
    expected = "still says TODO", "words of text; write at least 150", "run: python3 scripts/dev.py check --register"
    assert [fault for fault in faults if not any(words in fault for words in expected)] == []
    assert "docs/fr/tablet.md:2: still says TODO; write the name of the page in the menu, in few words" in faults
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


def test_a_new_record_lacks_only_what_a_person_knows(guide, root, subtests):
    for kind, name, path in (("claim", "all/new-one", "claims/all.yml"), ("source", "all/new-one", "sources/all.yml"),
                             ("authority", "new-one", "authorities.yml")):
        before = guide.read(f"docs/records/{path}")
        with subtests.test(kind):
            new.record(guide.root, CODES, kind, name, TODAY).apply()
            with pytest.raises(GuideError) as error:
                load_records(guide.root / "docs/records", guide.root, CODES)
            faults = str(error.value).splitlines()
            assert all(re.match(rf"docs/records/{path}:\d+: new-one: ", fault) for fault in faults), faults
            assert all("still says TODO; write" in fault or "write one of: " in fault for fault in faults), faults
            assert len(faults) == guide.read(f"docs/records/{path}").count("TODO")
            file = root / f"docs/records/schema/{path.split('/')[0].removesuffix('.yml')}.json"
            schema = json.loads(file.read_text("utf-8"))["additionalProperties"]
            assert set(schema["required"]) <= new.RECORDS[kind].keys() <= schema["properties"].keys()
        guide.write(f"docs/records/{path}", before)


def test_a_claim_is_dated_and_can_wait_for_its_source(guide):
    new.record(guide.root, CODES, "claim", "all/new-one", TODAY).apply()
    assert "  read_on: '2026-11-22'\n  review_by: '2027-05-23'\n" in guide.read("docs/records/claims/all.yml")
    new.record(guide.root, CODES, "source", "all/its-source", TODAY).apply()
    assert "\nits-source:\n  publisher: 'TODO: who publishes it'\n" in guide.read("docs/records/sources/all.yml")


def test_a_record_that_cannot_be_is_refused(guide, subtests):
    for kind, name, words in (
        ("claim", "new-one", "new-one: does not say in which file; write FILE/new-one, FILE being one of: all"),
        ("claim", "al/new-one", "FILE being one of: all"), ("claim", "../claims/all/x", "FILE being one of: all"),
        ("claim", "all/a-claim", "docs/records/claims/all.yml:1: has the id a-claim already"),
        ("authority", "zz", "docs/records/authorities.yml:1: has the id zz already"),
        ("source", "all/A", "A: is no id"), ("claim", "all/", "is no id"),
    ):
        with subtests.test(kind, name=name), pytest.raises(GuideError, match=re.escape(words)):
            new.record(guide.root, CODES, kind, name, TODAY)
