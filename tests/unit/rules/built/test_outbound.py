"""Links that leave the site: to the records' addresses only, said to leave, named for what they open."""


NOTICE = "https://acme.org/notice"


HTML = [
    ('<a href="https://other.org/" rel="external">x</a>', "which no record has"),
    ('<a href="https://acme.org/other" rel="external">x</a>', "which no record has"),
    ('<a href="//other.org/">x</a>', "which no record has"), (r'<a href="\\other.org/">x</a>', "which no record has"),
    ('<a href="/\\other.org/">x</a>', "which no record has"),
    ('<a href="javascript:x()">x</a>', "which no record has"),
    ('<a href=" java\nscript:x()">x</a>', "which no record has"),
    ('<a href="&#106;avascript&colon;x()">x</a>', "which no record has"),
    ('<a href="data:text/html,x">x</a>', "which no record has"), ('<a href="vbscript:x">x</a>', "which no record has"),
    ('<a href="mailto:a@other.org">x</a>', "which no record has"),
    ('<img alt="" src="https://other.org/a.png">', "<img src> leads to"),
    (f'<img alt="" src="{NOTICE}">', "<img src> leads to"),
    ('<p data-address="https://other.org/">x</p>', "<p data-address> leads to"),
    (f'<a href="{NOTICE}">x</a>', "does not say that it leaves the site"),
    (f'<a href="{NOTICE}" rel="author">x</a>', "does not say that it leaves the site"),
    ('<a href="second/" rel="external">x</a>', "says it leaves the site and does not"),
]


def test_a_link_that_may_not_be(guide, built):
    built.edit("en/index.html", "</body>", "\n".join(["", *(html for html, _ in HTML), "</body>"]))
    found = guide.built("outbound", built.folder)
    assert [words for _, words in HTML if not any(words in fault for fault in found)] == [], found


def test_links_that_may_be(guide, built):
    built.edit("en/index.html", "</body>",
               f'<a href="{NOTICE}" rel="external author">acme.org</a> <a href="mailto:">x</a> <a '
                                           f'href="https://guide.example/en/">guide.example</a> <a '
                                           f'href="second/">acme.org</a></body>')
    assert guide.built("outbound", built.folder) == []


def test_the_guide_as_one_file_marks_links_by_their_address(guide, built):
    built.write("guide-en.html", f'<html lang="en"><a href="{NOTICE}">x</a></html>')
    assert guide.built("outbound", built.folder) == []
