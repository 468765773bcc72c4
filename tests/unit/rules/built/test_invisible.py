"""Nothing in the site holds a character nobody sees."""

import pytest


@pytest.mark.parametrize("html", ["<p>a\u202eb</p>", "<p>a&#x202e;b</p>", "<p>a&#8203;b</p>", "<p title='a&lrm;b'>x</p>", "<a href='./'>a&zwnj;b</a>",
    "<p>L\u0456nk</p>"])
def test_in_a_page(guide, built, html):
    built.edit("en/index.html", "</body>", html + "</body>")
    found = guide.built("invisible", built.folder)
    assert found and found[0].startswith("docs/en/index.md:") and "(en/index.html" in found[0], found


@pytest.mark.parametrize(("path", "text"), [("feed.xml", "<a>\n&#8238;</a>"), ("api/v1/claims.json", '{\n"a": "\\u202e"}'), ("robots.txt", "\n\u200b")])
def test_beside_the_pages(guide, built, path, text):
    built.write(path, text)
    assert guide.built("invisible", built.folder)[0].startswith(f"site/{path}:2: holds a character nobody sees")


def test_the_spaces_of_typography(guide, built):
    built.edit("index.html", "</body>", "<p>«\u202fOui\u202f»\u00a0: 1\u1d49\u02b3 &amp; Москва</p></body>")
    assert guide.built("invisible", built.folder) == []
