"""Folders that look like languages are languages, and every language has one."""

import shutil


def test_a_two_letter_folder_would_vanish(guide):
    guide.write("docs/go/page.md", "x")
    guide.only("languages", "docs/go", "give it a longer name")


def test_a_page_outside_the_language_folders(guide):
    guide.write("docs/page.md", "x")
    guide.only("languages", "docs/page.md:1", "move it to docs/fr/")


def test_a_language_without_a_folder(guide):
    shutil.rmtree(guide.root / "docs/en")
    guide.only("languages", "docs/en", "is missing")
