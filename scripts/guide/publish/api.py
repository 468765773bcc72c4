"""The records as JSON for machines: api/v1/<kind>.json, and api/v1/schema.json, the one schema they are valid against.

Each file is a list of objects with `id`, the texts in every language, `sources` and `read_on`. The order of objects and
keys is that of the records and of the schema, so that two builds give the same bytes and a change shows as a small
difference. The schema is composed from those the records themselves are checked with: the two cannot drift apart.
"""

import json
from pathlib import Path
from typing import Any

from guide.content.pages import fact_page
from guide.content.project import Project
from guide.content.records import Record, Records

from .files import save

VERSION = "v1"
PUBLISHED = "claims", "sources", "regions", "authorities", "milestones"
_IDS = {"type": "array", "items": {"$ref": "#/$defs/id"}, "uniqueItems": True}


def write(project: Project, site: Path) -> None:
    """Write the five lists and the schema under `site`/api/v1."""
    data = {kind: listed(project, kind) for kind in PUBLISHED}
    for name, content in {**data, "schema": schema(project)}.items():
        save(site / f"api/{VERSION}/{name}.json", json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def listed(project: Project, kind: str) -> list[dict[str, Any]]:
    """Every record of one kind as plain objects, in the order of the files."""
    order = list(_fields(project, kind)["properties"])
    return [_object(project, kind, record, order) for record in project.records.kinds[kind].values()]


def _object(project: Project, kind: str, record: Record, order: list[str]) -> dict[str, Any]:
    records = project.records
    data = {**record, "id": record.id, "sources": _sources(records, kind, record),
            "read_on": _read_on(records, kind, record)}
    if kind == "claims":
        data["url"] = {item["language"]: item["url"] for item in project.alternates(fact_page(record.id))}
    if kind == "sources":
        if record.get("publishable") is False:
            data.pop("url", None)
        if not isinstance(record["publisher"], str):  # one text, as it has been since the first version
            data["publisher"] = next(iter(record["publisher"].values()))
    return {name: data[name] for name in order if name in data}


def _sources(records: Records, kind: str, record: Record) -> list[str]:
    """The sources a record rests on: its own, those of its claims, or itself when it is a source."""
    if kind == "sources":
        return [record.id]
    own = (source for claim in _claims(records, record) for source in claim["sources"])
    return list(dict.fromkeys(record.get("sources", own)))


def _read_on(records: Records, kind: str, record: Record) -> str | None:
    """The oldest day anything the record rests on was read; None for a record that rests on nothing yet."""
    rests_on = _claims(records, record) or [records.sources[source] for source in _sources(records, kind, record)]
    return record.get("read_on") or min((item["read_on"] for item in rests_on), default=None)


def _claims(records: Records, record: Record) -> list[Record]:
    return [records.claims[name] for name in record.get("claims") or filter(None, [record.get("claim")])]


def schema(project: Project) -> dict[str, Any]:
    """The JSON Schema (2020-12) of all five files: a list whose objects are all of one kind."""
    definitions = _written(project, "common")["$defs"]
    definitions["text"]["required"] = list(project.languages)
    for kind in PUBLISHED:
        definitions[kind] = {"type": "array", "items": _fields(project, kind)}
    result = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{project.site_url}api/{VERSION}/schema.json",
        "title": "The records of this guide, as published in " + ", ".join(f"{kind}.json" for kind in PUBLISHED),
        "anyOf": [{"$ref": f"#/$defs/{kind}"} for kind in PUBLISHED],
        "$defs": definitions}
    return json.loads(json.dumps(result).replace("common.json#", "#"))


def _fields(project: Project, kind: str) -> dict[str, Any]:
    """The schema of one published object: the record's own, with `id`, `sources` and `read_on` always present."""
    source = _written(project, kind)
    fields = source["additionalProperties"]
    own = {name: value for name, value in fields["properties"].items() if name not in ("sources", "read_on")}
    added = {"sources": {**_IDS, "description": "ids in sources.json; a source names itself"},
             "read_on": {"anyOf": [{"$ref": "#/$defs/day"}, {"type": "null"}],
                         "description": "the day our words were compared with the text; the oldest where there are "
                         "several"}}
    if kind == "claims":
        added["url"] = {"$ref": "#/$defs/text", "description": "its page in each language"}
    required = ["id", *(name for name in fields["required"] if name not in added), *added]
    return {**fields, "title": source["title"], "properties": {"id": {"$ref": "#/$defs/id"}, **own, **added},
            "required": required}


def _written(project: Project, name: str) -> dict[str, Any]:
    return json.loads((project.root / f"docs/records/schema/{name}.json").read_text("utf-8"))
