"""What a page's own words become is prose, and leads where it may, whatever the syntax."""


PAGE = "docs/en/index.md"
JAVASCRIPT = "an address of the kind javascript:"


HOSTILE = [
    ("*word*{onclick=x()}", "onclick= on <em>"), ("*word*{: ONCLICK='x()' }", "on <em>"),
    ("[@a-claim]{style=color:red}", "style= on <span>"),
    ("*word*{popover=auto}", "popover= on <em>"), ("[x](second.md){target=_blank}", "target= on <a>"),
    ("*word*{.hero}", "the class 'hero' on <em>"),
    ("*word*{lang=javascript}", "is not a value"), ("*word*{#search}", "id= on <em>"),
    ("<iframe src='second/'></iframe>", "becomes a <iframe>"),
    ("<div markdown=1 onclick=y>\n\nx\n\n</div>", "onclick= on <div>"), ("A<svg onload=x>", "becomes a <svg>"),
    ("[](second.md)", "has no words"), ("[x](#)", "leads nowhere"),
    ("![](../assets/map.png)", "write ![what it shows](../assets/map.png)"),
    ("[x](javascript:alert(1))", JAVASCRIPT), ("[x](<java\tscript:alert>)", JAVASCRIPT),
    ("[x](javascript&colon;alert)", JAVASCRIPT),
    ("[x](%6aavascript:alert)", JAVASCRIPT), ("[x][y]\n\n[y]: javascript:alert", JAVASCRIPT),
    ("*a*{href=javascript:x}", "href= on <em>"),
    ("[x](data:text/html;base64,AAAA)", "of the kind data:"), ("[x](file:///etc/passwd)", "of the kind file:"),
    ("<someone@other.org>", "of the kind mailto:"), ("[x](//other.org/a)", "is in no record"),
    ("[x](/\\other.org)", "is in no record"),
    ("![x](https://other.org/a.png)", "is in no record"), ("[x](../../mkdocs.yml)", "leads out of the pages"),
    ("[x](%2e%2e/%2e%2e/mkdocs.yml)", "holds signs no name of ours has"),
    ("[x](/etc/passwd)", "leads out of the pages"),
    ("[x](../fr/index.md)", "leads out of the pages"),
    ("![x](../../overrides/assets/icons/touch-icon.png)", "leads out of the pages"),
    ("![x](second.md)", "is no file of docs/assets/"), ("![A map](../assets/gone.png)", "is no file of docs/assets/"),
]


def test_what_a_page_may_not_become(guide):
    guide.write("docs/assets/map.png", "x")
    guide.each("written", PAGE, HOSTILE, "\n\nWords after it.")


def test_a_fence_that_never_ends(guide):
    guide.append(PAGE, "\n~~~\nnot closed as Markdown wants\n\n<base href=x>")
    assert any("becomes a <base>" in fault for fault in guide.faults("written"))


def test_the_same_mistake_twice_has_two_lines(guide):
    line = guide.append(PAGE, "\n*a*{onclick=x()}\n\n*b*{onclick=x()}") + 1
    assert [int(fault.split(":")[1]) for fault in guide.faults("written")] == [line, line + 2]


def test_nesting_without_end(guide):
    guide.append(PAGE, "\n" + "> " * 3000 + "x")
    assert all(fault.startswith(PAGE) for fault in guide.faults("written"))


def test_what_a_page_may_become(guide):
    guide.write("docs/assets/a/map.png", "x")
    guide.append(PAGE, "\n".join((
        "", "*mot*{lang=fr} **b** `c` [x](second.md){.action} [=start] [=the-switch] word.[@a-claim][^1]", "",
        "| a | b |", "|---|--:|", "| 1 | 2 |", "",
        "- [ ] [First](index.md#index-one)", "", "3. three", "", "> quoted", "", '!!! note "Title"', "    Words.", "",
        '??? tip "More"', "    Words.", "",
        "```html", '<p class="x">', "```", "", "---", "",
        "[x](second.md#second-two) [x](#index-two) [x][setting-page] [x][authority-zz]",
        "[![A map](../assets/a/map.png)](second.md) `{{ x }}` R&amp;D &lt;b&gt; \u2764\ufe0f", "", "[^1]: A note.")))
    assert guide.faults("written") == []
