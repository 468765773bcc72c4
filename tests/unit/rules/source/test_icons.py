"""Icons that a page names are icons of the sets this site draws."""

import pytest

PAGES = "docs/en/index.md", "docs/fr/index.md"


NO_ICONS = [
    (":material-celphone: A phone", "material-celphone is no icon of the sets material- and octicons-"),
    (":material-celphone:", "write material-cellphone or"),
    (":cellphone:", "write material-cellphone or"), (":octicons-gear:", "write octicons-gear-16 or octicons-gear-24"),
    (":fontawesome-solid-bell:", "or material-bell"), ("## A heading :smile: {#index-one-more}", "no emoji"),
    ("| a |\n|:---:|\n| :+1: |", "no emoji"),
    (":simple-mastodon:", "the mark of a company"), (":fontawesome-brands-mastodon:", "the mark of a company"),
    (":material-mastodon:", "the mark of a company"), (":material-google-chrome:", "the mark of a company"),
    (":octicons-mark-github-16:", "the mark of a company"), (":material-Cellphone:", "write material-cellphone"),
]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_no_icon(guide, page):
    guide.append(page, "\n:material-../../x:")  # no name, and so left as typed
    guide.each("icons", page, NO_ICONS)


@pytest.mark.parametrize("page", PAGES)
def test_what_is_one_and_what_is_not_meant_to_be(guide, page):
    guide.append(page,
                 "\n:material-cellphone: A phone, :octicons-gear-16:, at 10:30:45, `:smile:`, urn:isbn:045, "
                 "[x](second.md)\n\n| a |\n|:---:|\n| b |")
    assert [guide.faults(rule) for rule in ("icons", "written", "french", "english")] == [[], [], [], []]


@pytest.mark.parametrize("link", ["[:material-cellphone:](second.md)",
                                  "[:material-cellphone: :material-laptop:](second.md){.action}"])
def test_one_alone_in_a_link(guide, link):
    line = guide.append(PAGES[0], "\n" + link) + 1
    guide.only("written", f"{PAGES[0]}:{line}", "has no words")


def test_one_where_no_markdown_is_read(guide):
    guide.edit(PAGES[0], "description: A sentence that describes the page.",
               "description: 'A phone :material-cellphone: for all.'")
    guide.only("plain_text", f"{PAGES[0]}:3", "':material-cellphone:', which only the body of a page may")
