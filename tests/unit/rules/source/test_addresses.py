"""Addresses of other sites stand in records, and have a shape that readers can reach."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ("[x](https://acme.org/setting)", "write [words][setting-page], the record holds the address"),
    ("<https://authority.org/complain>", "write [words][authority-zz]"),
    ("See https://other.org/a.", "https://other.org/a is typed by hand; add it to docs/records/addresses.yml"),
    ("[x](http://other.org)", "is not encrypted (http:)"),
    ("[x][y]\n\n[y]: https://other.org", "https://other.org is typed by hand"),
    ('<a href="//other.org">x</a>', "//other.org leaves the site"),
    ("[x](mailto:me@other.org)", "mailto:me@other.org is typed by hand"),
    ("Go to www.authority.org today.", "authority.org is typed by hand; write [words][authority-zz]"),
])
def test_one_typed_in_a_page(guide, text, words):
    line = guide.append(PAGE, "\n" + text) + 1 + ("[y]:" in text) * 2
    guide.only("addresses", f"{PAGE}:{line}", words)


def test_code_may_show_one(guide):
    guide.append(PAGE, "\n`https://other.org` and\n\n```text\nhttp://other.org\n```")
    assert guide.faults("addresses") == []


@pytest.mark.parametrize(("address", "words"), [
    ("http://acme.org/notice", "write https://, or add http_only: true"),
    ("https://localhost/notice", "which readers cannot reach"),
    ("https://192.168.0.1/notice", "which readers cannot reach"),
    ("https://acme.org:8080/notice", "leads to acme.org:8080"),
    ("https://[acme/notice", "write https://host/path"),
])
def test_the_shape_of_one_in_a_record(guide, address, words):
    line = guide.edit("docs/records/sources/all.yml", "https://acme.org/notice", address)
    guide.only("addresses", f"docs/records/sources/all.yml:{line}", "a-source: url", words)


def test_a_host_without_https_is_allowed_when_the_record_says_so(guide):
    guide.edit("docs/records/sources/all.yml", "url: https://acme.org/notice", "url: http://acme.org/notice\n  http_only: true")
    assert guide.faults("addresses") == []


def test_http_only_on_an_https_address_is_a_mistake(guide):
    line = guide.edit("docs/records/sources/all.yml", "url: https://acme.org/notice", "url: https://acme.org/notice\n  http_only: true")
    guide.only("addresses", f"docs/records/sources/all.yml:{line}", "remove http_only: true")
