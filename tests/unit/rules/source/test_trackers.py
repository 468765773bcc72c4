"""Addresses lead where they say, and tell nobody who sent the reader."""

import pytest

SOURCES = "docs/records/sources/all.yml"


@pytest.mark.parametrize(("address", "words"), [
    ("https://bit.ly/abc", "bit.ly shortens addresses"),
    ("https://www.t.co/abc", "t.co shortens addresses"),
    ("https://lnkd.in/abc", "shortens addresses"),
    ("https://acme.org/notice?utm_source=x", "tracks its readers (utm_source)"),
    ("https://acme.org/notice?UTM_Campaign=x", "tracks its readers"),
    ("https://acme.org/notice?%75tm_source=x", "tracks its readers"),
    ("https://acme.org/notice?a=1&fbclid=x", "tracks its readers (fbclid)"),
    ("https://acme.org/notice?a=1;gclid=x", "tracks its readers (gclid)"),
    ("https://acme.org/notice?msclkid=x", "tracks its readers"),
    ("https://acme.org/notice?trk=x", "tracks its readers (trk)"),
    ("https://acme.org/notice?trackingId=x", "tracks its readers"),
    ("https://acme.org/notice?lipi=x", "tracks its readers"),
    ("https://acme.org/notice#xtor=RSS-1", "tracks its readers (xtor)"),
    ("https://acme.org/notice?mc_eid=x", "tracks its readers"),
    ("https://acme.org/out?url=https://other.org", "forwards to another (https://other.org)"),
    ("https://acme.org/out?to=%2F%2Fother.org", "forwards to another"),
    ("https://acme.org/out?q=www.other.org", "forwards to another"),
])
def test_addresses_that_do_more_than_lead(guide, address, words):
    line = guide.edit(SOURCES, "https://acme.org/notice", address)
    guide.only("trackers", f"{SOURCES}:{line}", "a-source: ", words)


@pytest.mark.parametrize("address", ["https://acme.org/?p=1373", "https://acme.org/item?id=4&refid=243", "https://acme.org/a?uri=CELEX:62003CJ0171",
    "https://acme.org/#part-2",
                                     "https://acme.org/a?page=2&year=2025&lang=fr"])
def test_parameters_that_name_a_page(guide, address):
    guide.edit(SOURCES, "https://acme.org/notice", address)
    assert guide.faults("trackers") == []
