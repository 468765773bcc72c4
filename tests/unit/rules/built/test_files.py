"""The site holds kinds of files we make."""



STRANGE = ("evil.js", "assets/evil.js", "paper.pdf", ".htaccess", "en/notes.md", "page.php", "assets/x.htm",
           "sw.js.map", "en/picture.svg.html.exe", "mkdocs.yml")


def test_a_file_nobody_means_to_publish(guide, built):
    for path in STRANGE:
        built.write(path, "x")
    found = [fault.partition(" publishes;")[0] for fault in guide.built("files", built.folder)]
    assert found == [f"site/{path}:1: site/{path} is no file this site" for path in sorted(STRANGE)]


def test_it_is_named_where_it_was_written(guide, built):
    guide.write("docs/en/evil.js", "x")
    built.write("en/evil.js", "x")
    assert guide.built("files", built.folder)[0].startswith("docs/en/evil.js:1: ")


def test_files_we_make(guide, built):
    for path in ("assets/icon.svg", "go/step/code.svg"):
        built.write(path, "<svg xmlns='http://www.w3.org/2000/svg'/>")
    for path in ("robots.txt", "sitemap.xml", "en/feed.xml", "api/v1/claims.json", "pagefind/pagefind.js",
                 "_headers", "SHA256SUMS", "index.html.br", "cards/en/faq.png"):
        built.write(path, "x")
    assert guide.built("files", built.folder) == []
