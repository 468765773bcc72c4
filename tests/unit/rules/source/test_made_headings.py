"""No heading is one for readers alone, or for whoever reads the source alone."""

PAGE = "docs/en/index.md"


def test_a_heading_nobody_wrote(guide, subtests):
    page = guide.read(PAGE)
    for text, more in (("Words\n---", 0), ("##Words {#x}", 0), ("- ## Words", 0), ("#words", 0)):
        with subtests.test(text):
            line = guide.append(PAGE, "\n" + text) + 1 + more
            guide.only("made_headings", f"{PAGE}:{line}", "becomes a heading without an id")
        guide.write(PAGE, page)
    line = guide.edit(PAGE, "## The end {#index-two}", "## The end\u00a0{#index-two}")
    guide.only("made_headings", f"{PAGE}:{line}", "one ordinary space before it")
