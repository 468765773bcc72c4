"""What can be pressed has a name."""

import pytest


@pytest.mark.parametrize("html", ["<a href='./'><svg class=icon></svg></a>", "<button type=button> <svg class=icon></svg></button>",
                                  "<a href='./'><img alt=''></a>"])
def test_an_icon_alone(guide, built, html):
    built.edit("en/index.html", "</body>", html + "</body>")
    found = guide.built("nameless", built.folder)
    assert len(found) == 1 and "without words (en/index.html:19)" in found[0], found


@pytest.mark.parametrize("html", ["<button aria-label=Close><svg class=icon></svg></button>", "<a href='./'><svg class=icon></svg>Back</a>",
                                  "<a href='./'><img alt=Map></a>"])
def test_one_with_words(guide, built, html):
    built.edit("en/index.html", "</body>", html + "</body>")
    assert guide.built("nameless", built.folder) == []
