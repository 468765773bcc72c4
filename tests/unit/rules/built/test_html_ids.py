"""Ids of the finished pages."""

import pytest


@pytest.mark.parametrize(("html", "words"), [
    ('<p id="index-two">x</p>', "the id index-two stands 2 times"),
    ("<h3>x</h3>", "an <h3> has no id"),
    ('<label for="gone">x</label>', 'for="gone" on <label>'),
    ('<button popovertarget="gone">x</button>', "refers to no id of the page"),
    ('<svg><use href="#gone"></use></svg>', "refers to no id of the page"),
    ('<svg><use href="other.svg#index-two"></use></svg>', "refers to no id of the page"),
    ('<section aria-labelledby="index-two gone"></section>', 'aria-labelledby="gone"'),
])
def test_one_that_is_missing_or_stands_twice(guide, built, html, words):
    built.edit("index.html", "</body>", html + "</body>")
    found = guide.built("html_ids", built.folder)
    assert len(found) == 1 and found[0].startswith("docs/fr/index.md") and words in found[0], found
