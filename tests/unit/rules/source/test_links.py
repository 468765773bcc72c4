"""Links inside the site lead somewhere, in the same language."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ("[x](gone.md)", "leads to no page"),
    ("[x](secnd.md)", "write second.md"),
    ("[x](second)", "is not the name of a file; write second.md"),
    ("[x](/second/)", "starts at the root of the host"),
    ("[x](../fr/second.md)", "leaves the language folder"),
    ("[x](#index-tow)", "#index-tow is not an id of docs/en/index.md; write #index-two"),
    ("[x](second.md#zzz)", "is not an id of docs/en/second.md"),
    ("[x](second.md#second-onee)", "write #second-one"),
    ("[x](../assets/file.pdf)", "leads to no file"),
    ("[x]()", "has no target"),
    ("[x][y]\n\n[y]: gone.md", "gone.md leads to no page"),
    ("[a link\nover two lines](gone.md)", "leads to no page"),
    ("[![a](../assets/a.svg)](gone.md)", "leads to no page"),
])
def test_a_link_to_nothing(guide, text, words):
    line = guide.append(PAGE, "\n" + text) + 1 + ("[y]:" in text) * 2
    guide.only("links", f"{PAGE}:{line}", words)


def test_links_that_hold(guide):
    guide.write("docs/assets/a.svg", "<svg/>")
    guide.append(PAGE, """
[a](second.md) [b](second.md#second-two) [c](#index-one) [d][e] [f](../assets/a.svg) [g](second.md "a title") [h](#here)

[e]: second.md#second-one

Here.{#here} `[j](gone.md)`

```html
<a href="gone/">
```""")
    assert guide.faults("links") == []


def test_ids_made_by_a_block_can_be_linked_to(guide):
    guide.write("overrides/partials/components/glossary.html", '<p id="a-word">x</p>')
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/second.md", "\n/// glossary\n///")
        guide.append(f"docs/{language}/index.md", "\n[x](second.md#a-word)")
    assert guide.faults("links") == []
