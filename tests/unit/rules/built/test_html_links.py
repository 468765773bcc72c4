"""Links, scripts and pictures of the finished pages."""



HTML = [
    ('<a href="gone/">x</a>', "<a> points at gone/, where nothing was built"),
    ('<a href="second">x</a>', "end the address with a slash"),
    ('<a href="second/#gone">x</a>', "has no id gone"),
    ('<a href="#gone">x</a>', "has no id gone"),
    ('<a href="/second/">x</a>', "write a relative address"),
    ('<a href="https://guide.example/gone/">x</a>', "where nothing was built"),
    ('<img alt="" src="assets/gone.svg">', "<img> points at assets/gone.svg"),
    ('<a href="https://[x/">x</a>', "where nothing was built"),
    *((f"<a {link}>x</a>", 'write hreflang="en" lang="en"') for link in (
        'href="en/second/"', 'href="en/second/" hreflang="en"', 'href="en/second/" lang="en"',
        'href="https://guide.example/en/"')),
]


def test_one_that_leads_nowhere(guide, built):
    built.edit("index.html", "</body>", "\n".join(["", *(html for html, _ in HTML), "</body>"]))
    found = guide.built("html_links", built.folder)
    assert [words for _, words in HTML if not any(words in fault for fault in found)] == [], found


def test_the_line_of_the_page_is_given_when_the_address_stands_there(guide, built):
    line = guide.append("docs/fr/index.md", "\n<a href='gone/'>x</a>") + 1
    built.edit("index.html", "</body>", '<a href="gone/">x</a></body>')
    assert guide.built("html_links", built.folder)[0].startswith(f"docs/fr/index.md:{line}: ")


def test_what_may_be_linked(guide, built):
    built.edit("index.html", "</body>",
               '<p lang="en"><a href="en/second/" hreflang="en">x</a></p><a href="./">x</a>'
               '<a href="second/#second-two">x</a><a href="mailto:a@b.org">x</a><a '
               'href="assets/style.0123456789.css">x</a></body>')
    assert guide.built("html_links", built.folder) == []
