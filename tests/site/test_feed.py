"""The Atom feeds follow RFC 4287: what it requires of a feed and of an entry, and permanent ids that lead somewhere."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import replace
from urllib.parse import urlsplit

from guide.content.pages import page_url
from guide.content.records import Record
from guide.content.yaml_lines import LinedMap
from guide.publish import feeds as module

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
FILES = {"fr": "feed.xml", "en": "en/feed.xml"}


def test_valid(site, project):
    for language, name in FILES.items():
        feed = etree.fromstring((site / name).read_bytes())
        assert feed.tag == f"{ATOM}feed" and feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        check(feed)
        assert len(feed.findall(f"{ATOM}entry")) == len(project.records.changes)


def check(feed: etree.Element) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: exactly one id, title and updated; an author; links; unique ids."""
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
        assert TIME.fullmatch(element.findtext(f"{ATOM}updated"))
        assert urlsplit(element.findtext(f"{ATOM}id")).scheme == "https"
        assert element.findtext(f"{ATOM}title").strip()
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in element.findall(f"{ATOM}link")]
        assert len(links) == len(set(links)) and any(rel == "alternate" for rel, *_ in links)
    assert feed.findtext(f"{ATOM}author/{ATOM}name").strip()
    assert [link.get("href") for link in feed.findall(f"{ATOM}link")
            if link.get("rel") == "self"] == [feed.findtext(f"{ATOM}id")]
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    dates = [entry.findtext(f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry")]
    assert dates == sorted(dates, reverse=True)
    assert not dates or feed.findtext(f"{ATOM}updated") == dates[0]


def test_entries_lead_to_the_list_of_changes_and_bear_its_days(site, project):
    for language, name in FILES.items():
        page = (site / ("" if language == "fr" else language) / "changes/index.html").read_text("utf-8")
        for entry in etree.fromstring((site / name).read_bytes()).findall(f"{ATOM}entry"):
            address, _, identifier = entry.find(f"{ATOM}link").get("href").partition("#")
            assert address.endswith("/changes/") and f'id="{identifier}"' in page
            day = project.records.changes[identifier.removeprefix("change-")]["date"]
            assert entry.findtext(f"{ATOM}updated") == f"{day}T00:00:00Z", identifier


def test_every_page_announces_the_feed_of_its_language(site, project):
    for page in project.pages:
        folder = site / project.prefix(page.language) / page_url(page.name)
        href = re.search(r'type="application/atom\+xml"[^>]* href="([^"]+)"',
                         (folder / "index.html").read_text("utf-8"))[1]
        assert (folder / href).resolve() == (site / FILES[page.language]).resolve(), page.path


def test_texts_cannot_break_the_feed(project):
    data = LinedMap(1)
    data.update(date="2027-01-02", title={"fr": "<a> & ]]>", "en": "<a> & ]]>"},
                text={"fr": "</entry>\u0001", "en": "</entry>\u0001"})
    changes = {"x": Record("x", data, "docs/records/changes.yml", 1), **project.records.changes}
    records = replace(project.records, kinds={**project.records.kinds, "changes": changes})
    feed = etree.fromstring(module.feed(replace(project, records=records, settings={"publisher_name": 'A "B" & <C>'}),
                                        "en"))
    check(feed)
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "<a> & ]]>"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == 'A "B" & <C>'


def test_a_guide_without_changes_still_has_a_valid_feed(project):
    records = replace(project.records, kinds={**project.records.kinds, "changes": {}})
    check(etree.fromstring(module.feed(replace(project, records=records), "fr")))
