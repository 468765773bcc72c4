"""Where the links and pictures of a page lead."""

import pytest

PAGE = "docs/en/index.md"
JAVASCRIPT = "an address of the kind javascript:"


@pytest.mark.parametrize(("text", "words"), [
    ("[x](javascript:alert(1))", JAVASCRIPT),
    ("[x](JaVaScRiPt:alert)", JAVASCRIPT),
    ("[x](<java\tscript:alert>)", JAVASCRIPT),
    ("[x](javascript&colon;alert)", JAVASCRIPT),
    ("[x](&#106;avascript:alert)", JAVASCRIPT),
    ("[x](%6aavascript:alert)", JAVASCRIPT),
    ("[x][y]\n\n[y]: javascript:alert", JAVASCRIPT),
    ("[x](vbscript:alert)", "of the kind vbscript:"),
    ("[x](data:text/html;base64,AAAA)", "of the kind data:"),
    ("[x](blob:abc)", "of the kind blob:"),
    ("[x](file:///etc/passwd)", "of the kind file:"),
    ("<someone@other.org>", "of the kind mailto:"),
    ("[x](//other.org/a)", "leaves the site"),
    (r"[x](\\\\other.org/a)", "leaves the site"),
    ("[x](/\\other.org)", "leaves the site"),
    ("[x](https://other.org/a)", "is in no record"),
    ("![x](https://other.org/a.png)", "is in no record"),
    ("[x](../../mkdocs.yml)", "leads out of the pages"),
    ("[x](%2e%2e/%2e%2e/mkdocs.yml)", "holds signs no name of ours has"),
    ("[x](/etc/passwd)", "leads out of the pages"),
    ("[x](../fr/index.md)", "leads out of the pages"),
    ("[x](../records/topic.yml)", "leads out of the pages"),
    ("![x](../../overrides/assets/icons/touch-icon.png)", "leads out of the pages"),
    ("![x](second.md)", "is not in docs/assets/"),
    ("[x](second.md?next=evil)", "holds signs no name of ours has"),
    ("<a href=second.md ping=x>x</a> *a*{href=javascript:x}", JAVASCRIPT),
])
def test_where_a_page_may_not_lead(guide, text, words):
    line = guide.append(PAGE, "\n" + text + "\n\nWords after it.") + 1
    found = [fault for fault in guide.faults("targets") if words in fault]
    assert found and line <= int(found[0].split(":")[1]) <= line + text.count("\n"), guide.faults("targets")


def test_where_a_page_may_lead(guide):
    guide.append(PAGE, "\n[x](second.md#second-two) [x](#index-two) [x][setting-page] [x][authority-zz] ![x](../assets/a/map.png) "
                       "[a](../assets/map.svg)[^1]\n\n[^1]: A note.")
    assert guide.faults("targets") == []
