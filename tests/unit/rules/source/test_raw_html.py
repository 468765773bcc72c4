"""A page is Markdown, without HTML."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ("A <b>word</b>.", "'<b' is HTML"),
    ("</div>", "is HTML"),
    ("<script src=x.js></script>", "'<script' is HTML"),
    ("<!-- a note -->", "would be published with the page"),
    ("<!DOCTYPE html>", "is HTML"),
    ("<?php x ?>", "is HTML"),
    ("<![CDATA[x]]>", "is HTML"),
    ("<IMG SRC=x>", "'<IMG' is HTML"),
    ("a&#8238;b", "&#8238; is an entity"),
    ("a&nbsp;b", "&nbsp; is an entity"),
])
def test_html_in_a_page(guide, text, words):
    line = guide.append(PAGE, "\n" + text) + 1
    guide.only("raw_html", f"{PAGE}:{line}", words)


def test_what_is_no_html(guide):
    guide.append(PAGE, "\n`<b>` and `<!-- -->` are code, 3 < 4 > 2, R&D; this & that.\n\n```text\n<script>\n```")
    assert guide.faults("raw_html") == []
