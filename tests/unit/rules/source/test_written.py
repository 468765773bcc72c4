"""What a page's own words become is prose, whatever the syntax."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ("*word*{onclick=x()}", "onclick= on <em>"),
    ("*word*{: ONCLICK='x()' }", "on <em>"),
    ("[@a-claim]{style=color:red}", "style= on <span>"),
    ("*word*{popover=auto}", "popover= on <em>"),
    ("[x](second.md){target=_blank}", "target= on <a>"),
    ("[x](second.md){rel=opener}", "rel= on <a>"),
    ("*word*{.hero}", "the class 'hero' on <em>"),
    ("*word*{lang=javascript}", "is no language"),
    ("*word*{#search}", "id= on <em>"),
    ("*word*{data-key=x}", "data-key= on <em>"),
    ("<iframe src='second/'></iframe>", "becomes a <iframe>"),
    ("<form><button>x</button></form>", "becomes a <form>"),
    ("<object data=x></object>", "becomes a <object>"),
    ("<div markdown=1 onclick=x>\n\nx\n\n</div>", "onclick= on <div>"),
    ("A<svg onload=x>", "becomes a <svg>"),
])
def test_what_a_page_may_not_become(guide, text, words):
    line = guide.append(PAGE, "\n" + text + "\n\nWords after it.") + 1
    found = [fault for fault in guide.faults("written") if words in fault]
    assert found and line <= int(found[0].split(":")[1]) <= line + text.count("\n"), guide.faults("written")


def test_html_that_the_patterns_take_for_code(guide):
    guide.append(PAGE, "\n~~~\nnot closed as Markdown wants\n\n<base href=x>")
    assert any("becomes a <base>" in fault for fault in guide.faults("written"))


def test_nesting_without_end(guide):
    guide.append(PAGE, "\n" + "> " * 3000 + "x")
    assert all(fault.startswith(PAGE) for fault in guide.faults("written"))


def test_what_a_page_may_become(guide):
    guide.append(PAGE, "\n".join((
        "", "*mot*{lang=fr} **b** `c` [x](second.md){.action} [=start] [=the-switch] word.[@a-claim][^1]", "", "| a | b |", "|---|--:|", "| 1 | 2 |", "",
        "- [ ] [First](index.md#index-one)", "", "3. three", "", "> quoted", "", '!!! note "Title"', "    Words.", "", '??? tip "More"', "    Words.", "",
        "```text", "<script>alert(1)</script>", "```", "", "---", "", "[^1]: A note.")))
    assert guide.faults("written") == []


def test_a_fence_with_a_language(guide):
    guide.append("docs/en/index.md", '\n```html\n<p class="x">\n```')
    assert guide.faults("written") == []
