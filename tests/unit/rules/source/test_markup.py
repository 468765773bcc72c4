"""No words of records and strings hold the syntax of templates; in pages, `rendered` refuses it."""

import pytest


@pytest.mark.parametrize("path", ["docs/strings/en.yml", "docs/records/addresses.yml"])
def test_in_strings_and_records(guide, path):
    line = guide.append(path, "# {{ x }}")
    guide.only("text", f"{path}:{line}", "{{")
