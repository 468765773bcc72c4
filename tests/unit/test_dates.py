"""Dates of three precisions: what a source does not give is never filled in."""

from __future__ import annotations

import pytest
from guide.content import dates


def test_dates_that_exist_and_that_do_not():
    exist = ["2025", "2025-09", "2025-11-03", "2024-02-29", "1995-12-31"]
    do_not = ["", "unknown", "25", "2025-13", "2025-00", "2025-02-29", "2025-11-31", "2025-1-3", "2025/11/03",
              "03-11-2025", "2025-11-03T00:00", " 2025",
              "0000", None, 2025]
    assert [text for text in exist + do_not if dates.is_date(text)] == exist


def test_in_words():
    table = {
        "2025-11-03": ("3 novembre 2025", "3 November 2025"),
        "2026-03-01": ("1er mars 2026", "1 March 2026"),
        "2025-08-31": ("31 août 2025", "31 August 2025"),
        "2025-02": ("février 2025", "February 2025"),
        "2025": ("2025", "2025"),
    }
    assert {text: (dates.in_words(text, "fr"), dates.in_words(text, "en")) for text in table} == table


def test_a_partial_date_sorts_as_its_first_day():
    assert sorted(["2025-11-03", "2025", "2025-11", "2024-12-31"], key=dates.earliest) == ["2024-12-31", "2025",
                                                                                           "2025-11", "2025-11-03"]
    assert [dates.earliest(text) for text in ("2025", "2025-09", "2025-09-07")] == ["2025-01-01", "2025-09-01",
                                                                                    "2025-09-07"]


@pytest.fixture
def context(project):
    from guide.render.context import Context

    return lambda language: Context(project, language, "faq.md")


def test_a_date_is_marked_for_machines(context):
    assert context("fr").date("2025-11-03") == '<time datetime="2025-11-03">3\u00a0novembre\u00a02025</time>'
    assert context("en").date("unknown") == "unknown date"


def test_the_words_around_a_date_fit_its_precision(context):
    french, english = context("fr"), context("en")
    assert english.dated("text_of", "2026-08-22", plain=True) == "text of 22\u00a0August\u00a02026"
    assert french.dated("text_of", "2026-08-22", plain=True) == "texte du 22\u00a0août\u00a02026"
    assert french.dated("text_of", "2026-08", plain=True) == "date du texte\u202f: août\u00a02026"
    assert english.dated("text_of", "unknown") == "text of unknown date"


def test_the_age_of_a_source_is_the_most_precise_thing_known(context):
    english = context("en")
    assert "text of" in english.age({"text_of": "2026-08-22", "published": "2026-08-21"})
    assert "published" in english.age({"text_of": "unknown", "published": "2025"})
    assert english.age({"text_of": "unknown", "published": "unknown"}) == "text of unknown date"
