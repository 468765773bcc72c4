"""Load the facts in docs/records/, check them, and hand them out as one object.

Knows neither MkDocs nor the subject of the guide: kinds of records, their shapes (JSON Schema in docs/records/schema/)
and how they point at each other. Every fault carries the file and the line of the record it is about.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema

from . import dates
from .cache import Cache
from .characters import invisible
from .faults import Fault, GuideError, collected, refuse, relative
from .files import read_text, there
from .languages import typeset
from .pages import VALUE
from .yaml_lines import LinedMap, load, parse

# One file or one folder of files a kind. The order is that of the published interface.
# A field whose schema says `names` holds ids of records of that kind (or of headings of that page, where it is one).
KINDS = ("claims", "sources", "regions", "authorities", "milestones", "labels", "menu-paths", "addresses", "glossary",
         "changes", "contested", "not-verified", "seed-statements", "data-items", "screens", "holidays", "search-words")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TYPES = {"boolean": "true or false, without quotes", "string": "a text", "array": "a list: [one, another]",
         "object": "one line a language below it: fr: …, en: …"}
MARKUP = re.compile(r"<[A-Za-z/!?]|&[A-Za-z#][A-Za-z0-9]*;")
LINE_END = re.compile(r"[\n\r]")
# What no text of a record may hold, and what to do about it.
TEXT_RULES: tuple[tuple[Callable[[str], Any], str], ...] = (
    (re.compile("TODO").match, "still says TODO; write what belongs there"),
    (MARKUP.search, "contains HTML or an entity; write plain text"),
    (LINE_END.search, "holds a line end; write it on one line, or fold it with >-"),
    (invisible, "contains an invisible or direction-changing character; retype the text"))


class Record(dict):
    """One record: a mapping with its `id`, and where it was written (`path`, `line`, `lines` by field)."""

    def __init__(self, identifier: str, data: LinedMap, path: str, line: int):
        super().__init__(data)
        self.id, self.path, self.line, self.lines = identifier, path, line, data.lines

    def at(self, *keys: str) -> int:
        """The line of the field reached by `keys`, or of the nearest enclosing thing that has one."""
        line = self.line
        here: Any = self
        for key in keys:
            lines = getattr(here, "lines", ())
            if isinstance(here, dict):
                line, here = (lines or {}).get(key, line), here.get(key)
            elif isinstance(here, list) and key.isdigit() and int(key) < len(here):
                line, here = lines[int(key)] if lines else line, here[int(key)]
        return line


@dataclass
class Records:
    """Every record of the guide, by kind and id, in the order of the files."""

    languages: tuple[str, ...]
    kinds: dict[str, dict[str, Record]] = field(default_factory=dict)
    schemas: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __getattr__(self, name: str) -> dict[str, Record]:
        kinds = self.__dict__.get("kinds", {})
        key = name.replace("_", "-")
        if key in kinds:
            return kinds[key]
        raise AttributeError(name)

    def __iter__(self) -> Iterator[tuple[str, Record]]:
        for kind, records in self.kinds.items():
            for record in records.values():
                yield kind, record

    def named(self) -> Iterator[tuple[Record, tuple[str, ...], str, str]]:
        """(record, keys, kind, id) for every id of another record, or of a heading, that a record names."""
        for kind, record in self:
            yield from ((record, *found) for found in _named(record, self.schemas[kind]))


def contact(authority: Record, language: str) -> str:
    """Where a reader of `language` turns to an authority: its best page known, in that language where it is another."""
    return authority.get("complaint_in", {}).get(language) or authority.get("complaint") or authority.get("site", "")


def load_records(folder: Path, root: Path, languages: tuple[str, ...]) -> Records:
    """Read and check all records under `folder`; `root` is the repository (for the paths in messages). Raises
    GuideError listing every fault found: a malformed schema alone, malformed YAML alone, else shapes, then references
    and dates."""
    rules = {kind: validator(folder, root, kind, languages) for kind in KINDS}
    records = Records(languages, schemas={kind: rule.schema for kind, rule in rules.items()})
    faults: list[Fault] = []
    for kind in KINDS:
        records.kinds[kind] = {}
        for path in (*folder.glob(f"{kind}.yml"), *there(folder / kind, "*.yml", root)):
            faults += collected(faults, _read, path, root, kind, rules[kind], records) or ()
    refuse(faults or [*_references(records), *_dates(records)])
    for region in records.regions.values():
        region.setdefault("countries",
                          list(dict.fromkeys(records.authorities[name]["country"] for name in region["authorities"])))
    for _, record in records:
        _typeset(record)
    return records


def _read(path: Path, root: Path, kind: str, rules: Any, records: Records) -> list[Fault]:
    """Add the records of one file to those of its kind; what is wrong with it."""
    name, text, known, faults = relative(path, root), read_text(path, root), records.kinds[kind], list[Fault]()
    content, made_of, read = parse(text, name), (text, rules.schema), list[Record]()
    if not isinstance(content, LinedMap):
        return [Fault(name, 1, "is not a mapping of ids to records; start each record with its-id: on a line of its "
                               "own")]
    for identifier, data in content.items():
        line, other = content.lines[identifier], known.get(identifier)
        if not ID.fullmatch(identifier):
            wrong = f"id {identifier!r} is not a slug; use small letters, digits and single hyphens"
        elif other is not None:
            wrong = f"id {identifier} is already taken in {other.path}:{other.line}; choose another"
        elif not isinstance(data, LinedMap):
            wrong = f"{identifier} has no fields; see another record of this file"
        else:
            known[identifier] = Record(identifier, data, name, line)
            read.append(known[identifier])
            continue
        faults.append(Fault(name, line, wrong))
    if not Cache(root).get("records", made_of):  # found right before
        wrongs = [fault for record in read for fault in shape(record, rules)]
        if not wrongs:
            Cache(root).put("records", made_of, True)
        faults += wrongs
    return faults


def validator(folder: Path, root: Path, kind: str, languages: tuple[str, ...]) -> Any:
    """The validator of one kind. Definitions shared by all kinds are in schema/common.json; the languages a text
    must have are not written there but come from the caller, which has them from mkdocs.yml."""
    own, shared = (folder / "schema" / f"{name}.json" for name in (kind, "common"))
    try:
        return _validator(read_text(own, root), read_text(shared, root), languages, Cache(root))
    except (KeyError, TypeError, jsonschema.SchemaError):
        raise GuideError(Fault(relative(own, root), 1,
                               "is no schema of records, or common.json beside it is none; restore both")) from None


@lru_cache(maxsize=64)
def _validator(own: str, shared: str, languages: tuple[str, ...], known: Cache) -> Any:
    common = json.loads(shared)
    common["$defs"]["text"]["required"] = list(languages)
    rules = json.loads(own)  # of a file of records, or of one that is a record by itself
    rules = rules if "required" in rules else rules["additionalProperties"]
    schema = json.loads(json.dumps({**rules, "$defs": common["$defs"]}).replace("common.json#", "#"))
    known.kept("schemas", schema, lambda: jsonschema.Draft202012Validator.check_schema(schema) is None)
    return jsonschema.Draft202012Validator(schema)


def whole(path: Path, root: Path, rules: Any) -> Record:
    """A file that is a record by itself. Raises GuideError with all that is wrong with it."""
    data, name = load(path, root), relative(path, root)
    record = Record(path.stem, data if isinstance(data, LinedMap) else LinedMap(1), name, 1)
    refuse(list(shape(record, rules)))
    return record


def shape(record: Record, rules: Any) -> Iterator[Fault]:
    """What is wrong with one record by itself, its texts included; `rules` is the validator of its kind."""
    yield from misfits(record, rules)
    for place, value in texts(record):
        for found, remedy in TEXT_RULES:
            if found(value):
                yield Fault(record.path, record.at(*place), f"{record.id}: {'.'.join(place)} {remedy}")


def misfits(record: Record, rules: Any) -> Iterator[Fault]:
    """What a record has that its validator does not."""
    for error in rules.iter_errors(record):
        keys, known = [str(step) for step in error.absolute_path], error.schema.get("properties", {}).keys()
        if error.validator != "additionalProperties":
            # a field that is there under another name is not said to be missing
            if error.validator != "required" or not get_close_matches(_missing(error), error.instance.keys() - known):
                yield Fault(record.path, record.at(*keys), f"{record.id}: {_in_words(error, keys)}")
            continue
        for name in sorted(error.instance.keys() - known):
            near = get_close_matches(name, sorted(known - error.instance.keys()), 1)
            yield Fault(record.path, record.at(*keys, name),
                        f"{record.id}: {'.'.join((*keys, name))} is a field nobody reads; "
                        f"{f'write {near[0]}' if near else 'correct its name, or remove it'}")


def _in_words(error: jsonschema.ValidationError, keys: list[str]) -> str:
    where, wanted = ".".join(keys) or "the record", error.validator_value
    found = repr(error.instance) if isinstance(error.instance, (str, bool)) else "a list or a mapping"
    remedy = {"enum": lambda: f"one of: {', '.join(map(str, wanted))}", "type": lambda: TYPES[wanted],
              "const": lambda: wanted, "maxLength": lambda: f"at most {wanted} characters",
              "pattern": lambda: error.schema.get("description", f"it as {wanted}"),
              "anyOf": lambda: error.schema.get("description")}
    if error.validator == "required":
        return f"{where} lacks the field {_missing(error)}; add it"
    if error.validator in remedy:
        return f"{where} is {found[:60]}; write {remedy[error.validator]()}"
    return f"{where}: {error.message[:160]}"


def _missing(error: jsonschema.ValidationError) -> str:
    """The name of the field that is required and not there."""
    return error.message.split("'")[1]


def texts(value: Any, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """(keys, text) for every text inside a record, however deep; `Record.at(*keys)` gives its line."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*keys, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*keys, str(index)))


def _references(records: Records) -> Iterator[Fault]:
    """What a record names exists; a region has the countries of its authorities, a label the sources that show it in
    each language, a claim one that readers can open."""
    for record, keys, kind, identifier in records.named():
        if kind in KINDS and identifier not in records.kinds[kind]:
            yield Fault(record.path, record.at(*keys),
                        f"{record.id}: no record {identifier!r} among the {kind}; correct the id or add the record")
        elif kind == "claims" and "withdrawn" in records.claims[identifier]:
            yield Fault(record.path, record.at(*keys),
                        f"{record.id}: the claim {identifier} was withdrawn; name what is said now, or nothing")
    for region in records.regions.values():
        if region["authorities"] and "countries" in region:
            yield Fault(region.path, region.at("countries"),
                        f"{region.id}: its countries are those of its authorities; remove this line, and name in "
                        f"authorities: that of a country you add")
    for label in records.labels.values():
        for language in sorted(label["text"].keys() ^ label["seen"].keys()):
            yield Fault(label.path, label.at("seen"), f"{label.id}: {language} is in one of text: and seen: alone; "
                                                      "give the words and the sources that show them")
    for claim in records.claims.values():
        named = [records.sources[source] for source in claim["sources"] if source in records.sources]
        if named and all(source.get("publishable") is False for source in named):
            yield Fault(claim.path, claim.at("sources"),
                        f"{claim.id}: its only source cannot be published; add one a reader can open")


def _named(value: Any, schema: dict[str, Any],
           keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """(keys, kind, id) for every id in `value` that names something, as its schema says, or as a label in a text does:
    [=id]."""
    if "names" in schema:
        yield from ((place, schema["names"], identifier) for place, identifier in texts(value, keys))
    elif isinstance(value, str):
        yield from ((keys, "labels", match[1]) for match in VALUE.finditer(value))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _named(item, schema.get("properties", {}).get(key) or schema.get("additionalProperties") or {},
                              (*keys, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _named(item, schema.get("items", {}), (*keys, str(index)))


# (earlier, later): a record may not have the later date before the earlier one.
DATE_ORDER = ("read_on", "review_by"), ("published", "read_on"), ("text_of", "read_on")


def _dates(records: Records) -> Iterator[Fault]:
    for _, record in records:
        for name in ("read_on", "review_by", "published", "text_of", "date", "as_of"):
            value = record.get(name)
            if value not in (None, dates.UNKNOWN) and not dates.is_date(value):
                yield Fault(record.path, record.at(name),
                            f"{record.id}: {name} is {value!r}; write a date that exists as 'YYYY-MM-DD' (or "
                            f"'YYYY-MM', 'YYYY' where the day is unknown)")
        for first, second in DATE_ORDER:
            early, late = record.get(first), record.get(second)
            if (early and late and dates.is_date(early) and dates.is_date(late)
                and dates.earliest(late) < dates.earliest(early)):
                yield Fault(record.path, record.at(second),
                            f"{record.id}: {second} ({late}) is before {first} ({early}); exchange or correct them")


def _typeset(value: Any) -> None:
    """Give every text for readers the typography of its language, in place."""
    if isinstance(value, dict):
        for key, item in value.items():
            if len(key) == 2 and key.isalpha() and isinstance(item, (str, list)):
                value[key] = typeset(item, key) if isinstance(item, str) else [typeset(text, key) for text in item]
            else:
                _typeset(item)
    elif isinstance(value, list):
        for item in value:
            _typeset(item)
