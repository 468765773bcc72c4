"""Records agree with each other, and each is met by readers."""

import datetime
import json
import re
from collections import defaultdict

from guide.content import dates
from guide.content.addresses import ids_of, place, steps_of
from guide.content.pages import VALUE
from guide.content.project import Project
from guide.content.records import KINDS, Record, texts
from guide.content.translations import PATH, read
from guide.render.markdown.blocks import BLOCKS
from guide.render.pictures.shows import views
from guide.render.uses import uses

from ..prose import body
from . import Faults, rule
from .addresses import live_places

LONGEST = 731  # days, two years with a leap day
# How a source was read → the fields of which one must be there, and what to write.
NEEDS = {
    "original": (("url",), "add its url:, or say access: mirror and name the copy in seen_through:"),
    "archived": (("archive", "seen_through"), "add archive:, or name the archive in seen_through:"),
    "mirror": (("seen_through",), "say in seen_through: which copy was read"),
    "relayed": (("seen_through",), "say in seen_through: who relays it")}
# Kind → what is missing where nothing names a record, and what to write.
UNNAMED = {
    "authorities": "no region names this authority; add it to authorities: of its region in docs/records/regions.yml",
    "holidays": "no region counts these days; name them in holidays: of its reply in docs/records/regions.yml",
    "labels": "no page and no drawing shows this label; write [={id}] in a page, or name it in menu-paths.yml or "
    "screens.yml", "menu-paths": "no page shows this path; write '/// menu-path | {id}' in one",
    "milestones": "no page shows this date; write [={id}] in one, or on_timeline: true where a page has the timeline "
    "of its year", "addresses": "no page links to this address; write [words][{id}] in one",
    "screens": "no step has this id; give the drawing the id of its step"}


@rule
def sources(project: Project) -> Faults:
    """A source says where it was read: `access` promises what a reader can do, and without the address nobody can check
    it. A statement says where it stands in each source of some kinds, and its status is no more than its sources allow;
    which, is written beside the statuses, in the schema of the statements."""
    for source in project.records.sources.values():
        fields, remedy = NEEDS[source["access"]]
        if source.get("publishable") is not False and not any(source.get(name) for name in fields):
            yield (source.path, source.at("access"),
                   f"{source.id}: access is {source['access']} and nothing says where; {remedy}")
    schema = json.loads((project.root / "docs/records/schema/claims.json").read_text("utf-8"))
    fields = schema["additionalProperties"]["properties"]
    for claim in project.records.claims.values():
        named, where = [project.records.sources[name] for name in claim["sources"]], claim.get("where", {})
        for name in where.keys() - set(claim["sources"]):
            yield (claim.path, claim.at("where", name),
                   f"{claim.id}: where names {name}, which is not among its sources; add it there, or remove it here")
        for source in named:
            if source["kind"] in fields["where"]["needed_for"] and source.id not in where:
                yield (claim.path, claim.at("sources"), f"{claim.id}: says nowhere where in {source.id} it stands; add "
                       f"it under where:, or write not-seen")
            if where.get(source.id) == "not-seen" and not source.get("seen_through"):
                yield (claim.path, claim.at("where", source.id), f"{claim.id}: {source.id} was not seen, and its "
                       f"record does not say through whom it was read; add seen_through: there")
        if wrong := _lacks(named, fields["status"]["needs"].get(claim["status"], {})):
            yield (claim.path, claim.at("status"), f"{claim.id}: is {claim['status']} {wrong}; choose the status that "
                   f"its sources allow, or name others")


def _lacks(named: list[Record], needs: dict) -> str:
    """What a status asks for that these sources are not: a kind, or a number of independent ones."""
    count, kind = independent(named), needs.get("kind")
    relayed = [text["kind"] for source in named for text in source.get("relays", ()) if needs.get("relayed")]
    if kind and kind not in {*relayed, *(source["kind"] for source in named)}:
        return f"without a source of the kind {kind}{', or one that relays it' * bool(needs.get('relayed'))}"
    if not needs.get("from", count) <= count <= needs.get("to", count):
        return (f"with {count} independent source{'s' * (count != 1)} (relays of one text, or texts of one publisher, "
                f"are one)")
    return ""


def independent(named: list[Record]) -> int:
    """How many of these sources stand on their own: those that share a publisher or a text they relay are one."""
    groups: list[set[str]] = []
    for source in named:
        ties = {source.id, source["publisher"] if isinstance(source["publisher"], str) else source.id,
                *(text["text"] for text in source.get("relays", ()))}
        apart = [group for group in groups if not group & ties]
        groups = [*apart, ties.union(*(group for group in groups if group & ties))]
    return len(groups)


@rule
def record_dates(project: Project) -> Faults:
    """A fact is read again within two years, a change bears its own day. Days are compared with days of the records,
    never with today: the same commit must pass or fail on every machine."""
    for claim in project.records.claims.values():
        read_on, review_by = (datetime.date.fromisoformat(dates.earliest(claim[name]))
                              for name in ("read_on", "review_by"))
        if (review_by - read_on).days > LONGEST:
            yield (claim.path, claim.at("review_by"), f"{claim.id}: review_by ({claim['review_by']}) is more than two "
                   f"years after read_on ({claim['read_on']}); give a nearer day")
        said = [claim["read_on"], *(former["read_on"] for former in claim.get("history", ()))]
        if any(not dates.is_date(day) for day in said) or sorted(set(said), reverse=True) != said:
            yield (claim.path, claim.at("history"), f"{claim.id}: each earlier wording bears a day before the one "
                   f"above it, and the first a day before read_on; correct the days")
    for change in project.records.changes.values():
        if not change.id.startswith(change["date"] + "-"):
            yield (change.path, change.at("date"),
                   f"{change.id}: its id does not begin with its date, {change['date']}; write the same day in both")


@rule
def citations(project: Project) -> Faults:
    """Every claim is cited by a page: one that no reader meets is proven, translated and read again for nothing."""
    for identifier, record in project.records.claims.items():
        if identifier not in uses(project).cited_on and "withdrawn" not in record:
            yield (record.path, record.line, f"{identifier} is cited by no page; write [@{identifier}] after the "
                   f"sentence it supports, or remove the claim")


@rule
def named_records(project: Project) -> Faults:
    """A record that no page lists with all of its kind is named somewhere, or nobody ever meets it; what records name
    beside records is there. A country without an outline would be told by the map that it is not concerned."""
    named = _named(project)
    for kind, message in UNNAMED.items():
        for record in project.records.kinds[kind].values():
            if record.id not in named[kind]:
                yield record.path, record.line, f"{record.id}: {message.replace('{id}', record.id)}, or remove it"
    headings = {page.name: ids_of(page) for page in project.pages}
    for record, keys, kind, identifier in project.records.named():
        if kind not in KINDS and identifier not in headings.get(kind, ()):
            yield (record.path, record.at(*keys),
                   f"{record.id}: {kind} has no heading with the id {identifier}; correct it")
    known = views()["world"]["places"]
    for _, record in project.records:
        for keys, code in texts(record):
            if keys[0] in ("country", "countries") and keys[0] in record.lines and code not in known:
                yield (record.path, record.at(*keys), f"{record.id}: the map has no outline of {code}; correct the "
                       f"code, or add it: overrides/assets/data/map.LICENSE.txt says how outlines were made")


def _named(project: Project) -> dict[str, set[str]]:
    """The ids of each kind that a record or a page names."""
    named: dict[str, set[str]] = defaultdict(set)
    for _, _, kind, identifier in project.records.named():
        named[kind].add(identifier)
    for page in project.pages:
        for kind in ("labels", "milestones"):
            named[kind].update(match[1] for match in VALUE.finditer(page.text))
        named["addresses"].update(map(str.lower, re.findall(r"\][ ]?\[([^\[\]@=^\n]+)\]", body(page)[0])))
        named["screens"].update(steps_of(page))
        for name, argument, _ in page.blocks:
            named[str(BLOCKS.get(name))].add(argument)
    named["milestones"].update(record.id for record in project.records.milestones.values()
                               if record["on_timeline"] and record["date"][:4] in named["year"])
    return named


@rule
def search_words(project: Project) -> Faults:
    """What readers type leads to a place that is there, and no word to two places: a search that promises a section and
    opens another is worse than none."""
    taken: dict[tuple[str, str], str] = {}
    for record in project.records.search_words.values():
        if place(record["to"]) not in live_places(project):
            yield (record.path, record.at("to"),
                   f"{record.id}: {record['to']} does not exist; write a page or a heading's id that does")
        for language, listed in record["words"].items():
            for word in map(str.strip, listed.split(",")):
                other = taken.setdefault((language, word), record.id)
                if not word or other != record.id:
                    yield (record.path, record.at("words", language),
                           f"{record.id}: {word!r} stands under {other} already, or is empty; keep it once")


@rule
def translations(project: Project) -> Faults:
    """The lock that remembers when the languages were last compared is there and can be read: without it no drift would
    be seen. Whether two texts still say the same is no rule: who adds a question in a browser cannot run a command."""
    if not read(project.root) and not (project.root / PATH).exists():
        yield (PATH, 0, "is missing, so that no drift between languages would be seen; restore it from git, or run: "
               "python3 scripts/dev.py check --register")
