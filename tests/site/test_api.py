"""The records as JSON: valid against the one published schema, complete, and what the pages say."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

KINDS = "claims", "sources", "regions", "authorities", "milestones"


@pytest.fixture(scope="module")
def api(site: Path):
    return lambda name: json.loads((site / "api/v1" / f"{name}.json").read_text("utf-8"))


def test_valid_against_the_published_schema(api, subtests):
    schema = api("schema")
    jsonschema.Draft202012Validator.check_schema(schema)
    for kind in KINDS:
        exact = {**schema, "$ref": f"#/$defs/{kind}"}
        exact.pop("anyOf")
        with subtests.test(kind):
            jsonschema.Draft202012Validator(schema).validate(api(kind))
            jsonschema.Draft202012Validator(exact).validate(api(kind))


def test_the_schema_refuses_what_is_not_right(api):
    validator = jsonschema.Draft202012Validator(api("schema"))
    claims = api("claims")
    for change in ({"read_on": "yesterday"}, {"statement": {"fr": "Une seule langue."}}, {"status": "rumour"},
                   {"id": "Not A Slug"}, {"extra": 1}):
        assert not validator.is_valid([{**claims[0], **change}]), change
    for name in ("id", "sources", "read_on"):
        assert not validator.is_valid([{key: value for key, value in claims[0].items() if key != name}]), name


def test_every_record_with_its_id_sources_and_day_of_reading(api, project):
    known = {item["id"] for item in api("sources")}
    for kind in KINDS:
        found = api(kind)
        assert [item["id"] for item in found] == list(project.records.kinds[kind])
        for item in found:
            record = project.records.kinds[kind][item["id"]]
            assert set(item["sources"]) <= known and (item["sources"] or kind == "milestones"), item["id"]
            assert "read_on" not in record or item["read_on"] == record["read_on"], item["id"]


def test_texts_are_in_every_language(api, project):
    for item in api("claims"):
        record = project.records.claims[item["id"]]
        assert item["statement"] == record["statement"] and set(item["statement"]) == set(project.languages)


def test_a_publisher_is_one_text(api):
    """As it has been since the first version, whoever could not be named."""
    assert all(isinstance(item["publisher"], str) for item in api("sources"))


def test_a_statement_says_where_it_stands(api, project):
    """In every law and every text of the company's own, or that the text itself was not seen."""
    kinds = {item["id"]: item["kind"] for item in api("sources")}
    asked = [(item, source) for item in api("claims") for source in item["sources"]
             if kinds[source] in ("law", "linkedin")]
    assert len(asked) > 100 and all(source in item["where"] for item, source in asked)


def test_an_address_that_cannot_be_given_is_not_given(api, project):
    for item in api("sources"):
        record = project.records.sources[item["id"]]
        assert item.get("url") == (None if record.get("publishable") is False else record.get("url"))


def test_the_files_are_plain_and_stable(site, api):
    """UTF-8 without escapes or byte order mark, one newline at the end, keys in the same order in every object."""
    for name in (*KINDS, "schema"):
        text = (site / f"api/v1/{name}.json").read_bytes().decode("utf-8")
        assert text.endswith("\n") and not text.endswith("\n\n") and not text.startswith("\ufeff"), name
        assert "\\u" not in text.replace("\\\\", ""), name
    for name in KINDS:
        order = list(api("schema")["$defs"][name]["items"]["properties"])
        for item in api(name):
            assert list(item) == [key for key in order if key in item], item["id"]


def test_pages_and_interface_tell_the_same(site, api):
    """A statement of the interface stands in the page of sources, under the same id."""
    page = (site / "en/sources/index.html").read_text("utf-8")
    for item in api("claims"):
        assert f'id="{item["id"]}"' in page
