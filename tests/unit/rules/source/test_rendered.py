"""What a page's own words become is what was meant: nothing left as typed, and it leads where it may."""

PAGE = "docs/en/index.md"
JAVASCRIPT = "an address of the kind javascript:"
AFTER = "\n\nWords after it."

HOSTILE = [
    ("*word*{onclick=x()}", "onclick='x()' on <em>"), ("*word*{: ONCLICK='x()' }", "on <em>"),
    ("[@a-claim]{style=color:red}", "on <span> is nothing a page may give"),
    ("*word*{popover=auto}", "popover='auto' on <em>"), ("[x](second.md){target=_blank}", "target='_blank' on <a>"),
    ("*word*{.hero}", "class='hero' on <em>"),
    ("*word*{lang=javascript}", "lang='javascript' on <em>"), ("*word*{#search}", "id='search' on <em>"),
    ("[](second.md)", "has no words"), ("[x](#)", "leads nowhere"), ("[x]()", "leads nowhere"),
    ("[x](javascript:alert(1))", JAVASCRIPT), ("[x](<java\tscript:alert>)", JAVASCRIPT),
    ("[x](javascript&colon;alert)", "holds signs no name of ours has"), ("a&nbsp;b", "&nbsp; is an entity"),
    ("{{ config }}", "is left as typed"), ("{% include 'x' %}", "is left as typed"), ('--8<-- "mkdocs.yml"', "is left as typed"),
    ("[x](%6aavascript:alert)", JAVASCRIPT), ("[x][y]\n\n[y]: javascript:alert", JAVASCRIPT),
    ("*a*{href=javascript:x}", "href='javascript:x' on <em>"),
    ("[x](data:text/html;base64,AAAA)", "of the kind data:"), ("[x](file:///etc/passwd)", "of the kind file:"),
    ("<someone@other.org>", "of the kind mailto:"), ("[x](//other.org/a)", "is in no record"),
    ("[x](/\\other.org)", "is in no record"),
    ("![x](https://other.org/a.png)", "a picture; pages show those drawn from the records"),
    ("[x](%2e%2e/%2e%2e/mkdocs.yml)", "holds signs no name of ours has"),
    ("<iframe src='second/'></iframe>", "is HTML"), ("<div markdown=1 onclick=y>\n\nx\n\n</div>", "is HTML"),
    ("A<svg onload=x>", "is HTML"), ("A <b>word</b>.", "<b is HTML"), ("</em>", "is HTML"), ("<!-- a note -->", "is HTML"),
    ("<!DOCTYPE html>", "is HTML"), ("<?php x ?>", "is HTML"), ("<![CDATA[x]]>", "is HTML"), ("<IMG SRC=x>", "is HTML"),
]
LINKS = [
    ("[x](gone.md)", "leads to no page"), ("[x](secnd.md)", "write second.md"),
    ("[x](second)", "write second.md"), ("[x](/second/)", "leads to no page"),
    ("[x](../fr/second.md)", "leads to no page"), ("[x](../../mkdocs.yml)", "leads to no page"),
    ("[x](#index-tow)", "#index-tow is not an id of docs/en/index.md; write #index-two"),
    ("[x](second.md#zzz)", "is not an id of docs/en/second.md"), ("[x](second.md#second-onee)", "write #second-one"),
    ("[a link\nover two lines](gone2.md)", "leads to no page"), ("[v][w]\n\n[w]: gone3.md", "gone3.md leads to no page"),
    ("[the setting][seting-page]", "write [the setting][setting-page]"),
    ("[zzz][qqq]", "write [zzz][an id of addresses.yml, or add it]"), ("[qqq][]", "names no address"),
]
MARKS = [
    ("So it is.[@a-clam]", "there is no claim a-clam; write [@a-claim]"),
    ("So it is.[@a-claim; @zzz]", "there is no claim zzz; write [@the id of a claim"),
    ("So it is.[@a-claim,@another-claim]", "write [@a-claim; @another-claim]"),
    ("So it is.[see @a-claim]", "write [@a-claim], nothing else"), ("So it is.[@A-claim]", "write [@a-claim]"),
    ("So it is @a-claim.", "write [@a-claim]"), ("So it is. [@a-claim]", "a space before a citation"),
    ("So is it.[@a-claim And so on.[@another-claim]", "write [@a-claim]"),
    ("So it is.[a-claim]", "[a-claim] is the id of a claim without its @"),
    ("### Title[@a-claim] {#index-x}", "a citation in a heading"),
    ("[words[@a-claim]](second.md)", "in the words of a link"),
    ("| a[@a-claim] | b |\n|---|---|\n| c | d |", "in a header of a table"),
    ("Since [=strat].", "there is no value strat; write [=start]"),
    ("Since [= start].", "is not how a value is written; write [=id]"),
    ("Press [=the-switch:de].", "has no text in 'de'; write [=the-switch:en]"),
    (":material-celphone: A phone", "material-celphone is no icon of the sets material- and octicons-"),
    (":cellphone:", "write material-cellphone or"), ("| a |\n|:---:|\n| :+1: |", "no emoji"),
    (":simple-mastodon:", "the mark of a company"), (":octicons-mark-github-16:", "the mark of a company"),
    ("[:material-cellphone:](second.md)", "has no words"),
    ("/// glosary\n///", "write '/// glossary'"), ("/// Glossary!\n///", "draws nothing"),
]


def test_what_a_page_may_not_become(guide):
    guide.each("rendered", PAGE, HOSTILE, AFTER)


def test_where_links_lead(guide):
    guide.each("rendered", PAGE, LINKS, AFTER)


def test_marks_that_draw_nothing(guide):
    guide.each("rendered", PAGE, MARKS, AFTER)


def test_the_same_mistake_twice_has_two_lines(guide):
    line = guide.append(PAGE, "\n*a*{onclick=x()}\n\n*b*{onclick=x()}") + 1
    assert [int(fault.split(":")[1]) for fault in guide.faults("rendered")] == [line, line + 2]


def test_nesting_without_end(guide):
    guide.append(PAGE, "\n" + "> " * 3000 + "x")
    assert all(fault.startswith(PAGE) for fault in guide.faults("rendered"))


def test_what_a_page_may_become(guide):
    guide.write("overrides/partials/components/glossary.html", '<p id="a-word">x</p>')
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/second.md", "\n/// glossary\n///")
    guide.append(PAGE, "\n".join((
        "", "*mot*{lang=fr} **b** `c` [x](second.md){.action} [=start] [=the-switch] word.[@a-claim] \\[@nothing] \\*", "",
        "| a | b |", "|---|--:|", "| 1[@a-claim] | 2 \\| 3 |", "", "- one", "    - two", "", "    in it", "",
        "- [ ] [First](index.md#index-one)", "", "3. three", "", "> quoted […]", "", "urn:isbn:045, 10:30:45, C++, 3 < 4",
        "", "```html", '<p class="x">', "```", "", "---", "",
        "[x](second.md#second-two) [x](#index-two) [x][setting-page] [x][Authority-ZZ] [x](second.md#a-word)",
        ":material-cellphone: A phone `{{ x }}` R&amp;D &lt;b&gt; \u2764\ufe0f `<b>` [c](second.md \"a title\")")))
    assert guide.faults("rendered") == []
