"""A source that says nowhere where it was read is told of."""

import pytest

PATH = "docs/records/sources/all.yml"


@pytest.mark.parametrize(("old", "new", "words"), [
    ("  url: https://acme.org/notice\n", "", "access is original and nothing says where; add its url:"),
    ("access: original", "access: archived", "access is archived and nothing says where; add archive:"),
    ("access: original", "access: mirror", "access is mirror and nothing says where; say in seen_through:"),
    ("access: original", "access: relayed", "access is relayed and nothing says where; say in seen_through:"),
])
def test_one_without_its_place(guide, old, new, words):
    guide.edit(PATH, old, new)
    guide.only("sources", f"{PATH}:{9 if new == '' else 10}", words)


@pytest.mark.parametrize(("old", "new"), [
    ("access: original", "access: archived\n  archive: https://archive.org/notice"),
    ("access: original", "access: archived\n  seen_through: {fr: Une archive., en: An archive.}"),
])
def test_one_that_says_where(guide, old, new):
    guide.edit(PATH, old, new)
    assert guide.faults("sources") == []


def test_one_that_is_not_published(guide):
    guide.append(PATH, "kept-back:\n  publisher: Other\n  title: A copy\n  language: en\n  published: unknown\n  text_of: unknown\n"
                       "  read_on: '2026-11-21'\n  kind: press\n  access: original\n  publishable: false")
    assert guide.faults("sources") == []
