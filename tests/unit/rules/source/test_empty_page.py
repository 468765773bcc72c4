"""A page has at least 150 words of its own."""


def test_a_page_that_says_too_little(guide):
    guide.write("docs/en/index.md", "---\ntitle: T\ndescription: D.\n---\n\n# T\n\nA few words.\n")
    guide.only("empty_page", "docs/en/index.md:1", "has 4 words of text; write at least 150")


def test_code_and_addresses_do_not_count(guide):
    guide.write("docs/en/index.md", "---\ntitle: T\ndescription: D.\n---\n\n# T\n\n```text\n" + "word " * 200
                + "\n```\n\n`" + "word " * 200 + "`\n")
    guide.only("empty_page", "docs/en/index.md:1", "has 1 words")
