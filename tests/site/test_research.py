"""Every claim and every contested point of the research the guide was written from is accounted for, by a committed
table."""

from __future__ import annotations

import csv
import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser


def rows(root, name):
    with open(root / "tests/data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_claim_is_published_or_refused_with_a_reason(root, project):
    table = rows(root, "research_claims.csv")
    assert len(table) == len({row["research_id"] for row in table}) == 117
    for row in table:
        assert row["claim_id"] in project.records.claims or row["reason"], row


def test_every_contested_point_has_two_readings_and_stands_on_their_page(root, project, site):
    table = rows(root, "research_contested.csv")
    assert len(table) == 12
    for language in project.languages:
        html = (site / project.prefix(language) / "contested/index.html").read_text("utf-8")
        for row in table:
            point = project.records.contested[row["contested_id"]]
            assert len(point["readings"]) >= 2
            assert f'id="contested-{row["contested_id"]}"' in html, row


def test_what_could_not_be_verified_is_said(project, site):
    """Each point, in its own words, on the same page of each language."""
    points = project.records.not_verified
    assert points
    for language in project.languages:
        page = LexborHTMLParser((site / project.prefix(language) / "contested/index.html").read_text("utf-8"))
        said = {node.attributes["id"]: node.text(strip=True) for node in page.css(".not-verified li")}
        assert said == {f"not-verified-{point.id}": point["text"][language] for point in points.values()}


def test_an_address_is_the_one_its_claim_states(project):
    """Where the statement gives addresses of that host, in each language: the last part of this one is a word of it."""
    compared = 0
    for address in (record for record in project.records.addresses.values() if "claim" in record):
        host, last = urlsplit(address["url"]).netloc.removeprefix("www."), address["url"].rpartition("/")[2]
        for statement in project.records.claims[address["claim"]]["statement"].values():
            if f"{host}/" in statement:
                compared += 1
                assert re.search(rf"(?<![\w-]){re.escape(last)}(?![\w-])", statement), address.id
    assert compared > 10
