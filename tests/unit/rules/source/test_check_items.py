"""Lists to tick: every item leads to a step, once, in the same order in both languages."""

import pytest

ITEM = "\n- [ ] [Do it](second.md#second-one) now"


@pytest.mark.parametrize(("text", "words"), [
    ("- [ ] Do it", "is written '- [ ] [words](page.md#step) other words'"),
    ("- [ ] Now [do it](second.md#second-one)", "the link first"),
    ("- [ ] [Do it](second.md)", "the link first"),
    ("- [ ] [Do it](second.md#second-two)", "is not a step; link to a heading that has the class .step"),
    ("- [x] [Do it](second.md#second-one)", "with one space between the brackets"),
    ("- [] [Do it](second.md#second-one)", "with one space between the brackets"),
])
def test_an_item_without_its_step(guide, text, words):
    for language in ("fr", "en"):
        line = guide.append(f"docs/{language}/index.md", "\n" + text) + 1
    found = guide.faults("check_items")
    assert len(found) == 2 and found[0].startswith(f"docs/en/index.md:{line}: ") and words in found[0], found


def test_the_same_step_twice(guide):
    for language in ("fr", "en"):
        line = guide.append(f"docs/{language}/index.md", ITEM + ITEM.strip("\n").join(["\n", ""])) + 2
    found = guide.faults("check_items")
    assert len(found) == 2 and found[0].startswith(f"docs/en/index.md:{line}: second#second-one is already in this "
                                                   f"list (line {line - 1})"), found


def test_the_languages_must_agree(guide):
    guide.append("docs/fr/index.md", ITEM)
    guide.only("check_items", "docs/en/index.md:1", "leads to nothing where docs/fr/index.md leads to second#second-one")
    line = guide.append("docs/en/index.md", "\n- [ ] [Do it](#index-one)") + 1
    guide.only("check_items", f"docs/en/index.md:{line}",
               "leads to index#index-one where docs/fr/index.md leads to second#second-one")


def test_sound_items(guide):
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/index.md", ITEM + "\n- [a link](second.md)\n- plain")
    assert guide.faults("check_items") == []
