"""Links into the other language."""

import pytest


@pytest.mark.parametrize("html", ['<a href="en/second/">x</a>', '<a href="en/second/" hreflang="en">x</a>', '<a href="en/second/" lang="en">x</a>', '<a href="https://guide.example/en/">x</a>'])
def test_one_that_does_not_say_so(guide, built, html):
    built.edit("index.html", "</body>", html + "</body>")
    found = guide.built("languages", built.folder)
    assert len(found) == 1 and found[0].startswith("docs/fr/index.md: ") and 'hreflang="en" lang="en"' in found[0], found


def test_a_passage_in_the_other_language_speaks_for_its_links(guide, built):
    built.edit("index.html", "</body>", '<p lang="en"><a href="en/second/" hreflang="en">x</a></p><a href="second/">x</a></body>')
    assert guide.built("languages", built.folder) == []
