"""The weekly report says what is due and what no longer answers, and always fits into an issue."""

from __future__ import annotations

import pytest
from guide.content.faults import GuideError
from guide.desk.report import MOST, in_markdown, refuse_to_replace
from guide.desk.review import Due
from guide.desk.visit import Visit

DUE = Due("a-fact", "2026-12-01", 9, "docs/records/claims/x.yml", 7,
          (("a", "Somebody, What they said", "https://example.org/a"),))
GONE = Visit("https://example.org/a", "gone", "status 404")


def test_it_names_the_fact_its_place_and_what_became_of_its_source():
    text = in_markdown([DUE], [GONE], {GONE.url: ["a"]})
    assert "2026-12-01  a-fact  (due in 9 days)  docs/records/claims/x.yml:7" in text
    assert "gone     a: https://example.org/a (status 404)" in text


def test_it_says_so_when_there_is_nothing():
    text = in_markdown([], [], {})
    assert "0 statements listed, 0 overdue" in text and "0 addresses" in text


def test_however_much_is_due_it_fits_and_still_counts():
    text = in_markdown([DUE] * 5000, [GONE] * 5000, {GONE.url: ["a"]})
    assert len(text) < 65_536 and len(text) > MOST
    assert "5000 statements listed" in text and "5000 addresses" in text
    assert text.count("cut here") == 2
    assert all(line == "" or line.startswith(("2026", " ", "gone", "5000", "(cut", "#", "`", "Made"))
               for line in text.splitlines())


def test_words_of_a_source_cannot_end_the_block_they_stand_in():
    odd = Due("a-fact", "2026-12-01", 9, "x.yml", 7, (("a", "```\n# Not a heading", ""),))
    assert in_markdown([odd], [], {}).count("```") == 4


def test_only_an_earlier_report_is_replaced(tmp_path):
    (tmp_path / "report.md").write_text(in_markdown([DUE], [GONE], {}), "utf-8")
    refuse_to_replace(tmp_path / "report.md")
    (tmp_path / "thesis.md").write_text("mine", "utf-8")
    for path, words in ((tmp_path / "thesis.md", "is no report"),
                        (tmp_path / "gone/report.md", "a folder that is not there")):
        with pytest.raises(GuideError, match=words):
            refuse_to_replace(path)
