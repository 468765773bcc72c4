"""What the environment says of a copy of the site: trimmed, or refused in a line that names the variable."""

from __future__ import annotations

import pytest
from commands import system
from guide.content.faults import GuideError
from guide.content.settings import NEUTRAL, settings


def test_a_variable_that_holds_nothing_is_as_unset(monkeypatch):
    assert settings({})["site_url"] == NEUTRAL and settings({})["publisher_name"] == ""
    for given in ("", " ", "\n\t"):
        assert settings({"SITE_URL": given, "PUBLISHER_NAME": given}) == settings({})
        monkeypatch.setenv("SITE_URL", given)
        assert "SITE_URL" not in system.child_environment(), "MkDocs would take it for an address"


def test_a_value_is_trimmed_and_on_one_line(monkeypatch):
    told = settings({"SITE_URL": " https://a.example/b ", "PUBLISHER_ADDRESS": "1 rue A\r\n75000 Paris\n",
                     "SOURCE_COMMIT": "abc\n"})
    assert (told["site_url"], told["publisher_address"], told["source_commit"]) == ("https://a.example/b/",
                                                                                    "1 rue A 75000 Paris", "abc")
    monkeypatch.setenv("SITE_URL", " https://a.example/b ")
    assert system.child_environment()["SITE_URL"] == "https://a.example/b"


def test_a_value_that_cannot_be_meant_is_refused_by_name(subtests):
    for name, value in (
        ("SITE_URL", "a.example"), ("SITE_URL", "ftp://a.example/"), ("SITE_URL", "https://a.example/?b"),
        ("SITE_URL", "https://a.example/a b"),
        ("EDIT_URL", "docs"), ("REPOSITORY_URL", "javascript:alert(1)"), ("SOURCE_COMMIT", "<b>"),
        ("HOST_NAME", "A\udcff"), ("HOST_NAME", "A\u202eB"),
        ("PUBLISHER_CONTACT", "\x1b[2J"), ("REGISTER_IDS", "0"),
    ):
        with subtests.test(name, value=value):
            with pytest.raises(GuideError) as error:
                settings({name: value})
            line = str(error.value)
            assert line.startswith(f"{name}: is ") and "; write " in line and line.isprintable()
