"""The list of contents once lost the narrow no-break spaces of French headings: Python-Markdown flattens white space
there."""

from __future__ import annotations

import re


def test_a_question_keeps_its_space_in_the_contents(site):
    html = (site / "faq/index.html").read_text("utf-8")
    contents = re.search(r'<nav[^>]*class="contents".*?</nav>', html, re.S)[0]
    questions = re.findall(r">([^<>]*\?)</a>", contents)
    assert questions
    assert all(question.endswith("\u202f?") for question in questions)
