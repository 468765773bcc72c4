"""The words of a link name what it opens."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ("[authority.org][setting-page]", "name authority.org and it opens acme.org"),
    ("[https://authority.org/complain][setting-page]", "name authority.org and it opens acme.org"),
    ("[**www.authority.org**][setting-page]", "name authority.org and it opens acme.org"),
    ("[acme.org.evil.net][setting-page]", "name acme.org.evil.net and it opens acme.org"),
    ("[acme.org](second.md)", "it opens a page of this site"),
    ("[![acme.org](../assets/a.png)](second.md)", "it opens a page of this site"),
    ('[x](second.md "acme.org")', "it opens a page of this site"),
])
def test_words_that_name_another_host(guide, text, words):
    line = guide.append(PAGE, "\n" + text) + 1
    guide.only("link_words", f"{PAGE}:{line}", words)


def test_words_that_name_their_own(guide):
    guide.append(PAGE, "\n[acme.org][setting-page] and [the setting, at www.acme.org][setting-page], or [faq.md](second.md)")
    assert guide.faults("link_words") == []
