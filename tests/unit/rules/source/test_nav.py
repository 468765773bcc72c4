"""Every page is in the menu, once."""


def test_a_page_outside_the_menu(guide):
    guide.edit("mkdocs.yml", "  - group:\n      - second.md\n", "")
    guide.only("page_places", "docs/fr/second.md:1", "add the line '- second.md' under nav:")


def test_a_page_twice_in_the_menu(guide):
    guide.edit("mkdocs.yml", "  - index.md\n", "  - index.md\n  - Title: index.md\n")
    guide.only("page_places", "mkdocs.yml:4", "index.md is in the menu twice; remove one")


def test_a_menu_entry_without_a_page(guide):
    guide.edit("mkdocs.yml", "  - index.md\n", "  - index.md\n  - gone.md  # soon\n")
    guide.only("page_places", "mkdocs.yml:4", "gone.md is in the menu and in no language folder")
