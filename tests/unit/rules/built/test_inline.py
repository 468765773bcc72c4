"""Nothing inline, nothing from another host."""

import pytest


@pytest.mark.parametrize(("html", "words"), [
    ('<p style="color:red">x</p>', "style= on <p>; use a class"),
    ("<style>p{}</style>", "a <style> in the page"),
    ("<script>alert(1)</script>", "an inline <script>"),
    ('<script type="module">alert(1)</script>', "an inline <script>"),
    ('<p onclick="x()">x</p>', "onclick= on <p>"),
    ('<img alt="" src="https://other.org/a.png">', "loads https://other.org/a.png from another host"),
    ('<img alt="" src="a.png" srcset="b.png 1x, //other.org/c.png 2x">', "from another host"),
    ('<script src="https://other.org/a.js"></script>', "from another host"),
    ('<link rel="preload stylesheet" href="https://other.org/a.css">', "from another host"),
    ('<iframe src="//other.org"></iframe>', "from another host"),
    ('<form action="https://other.org/"></form>', "from another host"),
    ('<img alt="" src="data:image/png;base64,AAAA">', "which the policy refuses"),
])
def test_what_the_policy_would_refuse(guide, built, html, words):
    built.edit("en/index.html", "</body>", html + "</body>")
    found = guide.built("inline", built.folder)
    assert len(found) == 1 and found[0].startswith("docs/en/index.md: ") and words in found[0] and "en/index.html:19" in found[0], found


def test_the_single_file_may_hold_its_style_and_nothing_else(guide, built):
    page = '<!doctype html><html lang="en"><head><title>x</title><style>p{}</style></head><body><p style="a">x</p></body></html>'
    built.write("guide-en.html", page)
    assert [fault.split(";")[0] for fault in guide.built("inline", built.folder)] == ["site/guide-en.html: style= on <p>"]
