"""«Improve this page» opens the page's own file, in the page's own language; without an address to edit at, there is no
link."""

from __future__ import annotations

import re
from dataclasses import replace

from guide.publish import facts
from guide.render.page import edit_address

FOLDER = "https://code.example/owner/name/edit/main/docs"


def test_each_page_of_each_language_opens_a_file_that_is_there(project, root):
    for given in (FOLDER, f"{FOLDER}/"):
        told = replace(project, settings={**project.settings, "edit_url": given})
        for page in project.pages:
            address = edit_address(told, page.language, page.name)
            assert address == f"{FOLDER}/{page.language}/{page.name}"
            assert (root / "docs" / address.removeprefix(f"{FOLDER}/")).is_file()


def test_no_address_no_link(project):
    assert project.settings["edit_url"] == ""
    assert {edit_address(project, page.language, page.name) for page in project.pages} == {""}


def test_a_record_opens_at_its_line(project, root):
    told = replace(project, settings={**project.settings, "edit_url": FOLDER})
    shown = "".join(facts._pages(told, "sheet.css").values())
    found = set(re.findall(rf'"{FOLDER}/([^"#]+)#L(\d+)"[^>]* aria-label="[^"]* ([\w-]+)"', shown))
    assert {name for _, _, name in found} == {source for claim in project.records.claims.values() for source in claim["sources"]}
    for path, line, name in found:
        assert (root / "docs" / path).read_text("utf-8").splitlines()[int(line) - 1] == f"{name}:"
