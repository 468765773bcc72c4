"""Folders that look like languages are languages."""


def test_a_two_letter_folder_would_vanish(guide):
    guide.write("docs/go/page.md", "x")
    assert any(fault.startswith("docs/go:1: is no file that belongs here") for fault in guide.faults("files"))


def test_a_page_outside_the_language_folders(guide):
    guide.write("docs/page.md", "x")
    guide.only("files", "docs/page.md:1", "pages are docs/<language>/name.md")

