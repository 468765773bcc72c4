"""References and footnotes name something."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ("[the setting][seting-page]", "write [the setting][setting-page]"),
    ("[zzz][qqq]", "add it to docs/records/addresses.yml"),
    ("[qqq][]", "names no address"),
    ("A word[^1].", "the footnote [^1] has no text; add a line '[^1]: its text'"),
    ("[^1]: A text.", "the footnote 1 is used nowhere; write [^1]"),
])
def test_one_that_names_nothing(guide, text, words):
    line = guide.append(PAGE, "\n" + text) + 1
    guide.only("references", f"{PAGE}:{line}", words)


def test_a_footnote_with_two_texts(guide):
    line = guide.append(PAGE, "\nA word[^1].\n\n[^1]: One.\n[^1]: Two.") + 4
    guide.only("references", f"{PAGE}:{line}", f"has a text already (line {line - 1})")


def test_sound_ones(guide):
    guide.append(PAGE,
                 "\n[a][setting-page] [b][Authority-ZZ] [c][d] a word[^1].[@a-claim] [e](second.md) [ ] "
                 "[f](second.md) `[g][h]`\n\n[d]: "
                 "second.md\n[^1]: Its text.\n\n- [ ] [i](second.md)")
    assert guide.faults("references") == []
