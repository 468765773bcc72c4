"""A source says where it was read, a statement where in its sources it stands, and a status is no more than its sources
allow.

`access` promises what a reader can do: open the original, open the archived copy, or know that we saw it through
something else. A promise without the address is a source nobody can check. What may not be published (`publishable:
false`) has none to give. What a status needs, and of which kinds of source a place is asked, is written beside the
statuses, in the schema of the statements.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.records import Record

# How a source was read → the fields of which one must be there, and what to write.
NEEDS = {
    "original": (("url",), "add its url:, or say access: mirror and name the copy in seen_through:"),
    "archived": (("archive", "seen_through"),
                 "add archive: with the address of the copy, or name the archive in seen_through:"),
    "mirror": (("seen_through",), "say in seen_through: which copy was read"),
    "relayed": (("seen_through",), "say in seen_through: who relays it"),
}


def check(project: Project) -> Iterator[Fault]:
    for source in project.records.sources.values():
        fields, remedy = NEEDS.get(source["access"], ((), ""))
        if fields and source.get("publishable") is not False and not any(source.get(name) for name in fields):
            yield Fault(source.path, source.at("access"),
                        f"{source.id}: access is {source['access']} and nothing says where; {remedy}")
    schema = json.loads((project.root / "docs/records/schema/claims.json").read_text("utf-8"))
    fields = schema["additionalProperties"]["properties"]
    for claim in project.records.claims.values():
        named = [project.records.sources[name] for name in claim["sources"]]
        yield from _places(claim, named, fields["where"]["needed_for"])
        yield from _status(claim, named, fields["status"]["needs"].get(claim["status"], {}))


def _places(claim: Record, named: list[Record], asked: list[str]) -> Iterator[Fault]:
    """Every law and every text of the company's own: where in it, or that it was not seen and through whom it was
    read."""
    where = claim.get("where", {})
    for name in where.keys() - set(claim["sources"]):
        yield Fault(claim.path, claim.at("where", name),
                    f"{claim.id}: where names {name}, which is not among its sources; add it there, or remove it here")
    for source in named:
        if source["kind"] in asked and source.id not in where:
            yield Fault(claim.path, claim.at("sources"),
                        f"{claim.id}: says nowhere where in {source.id} it stands; add it under where:, or write "
                        f"not-seen")
        elif where.get(source.id) == "not-seen" and not source.get("seen_through"):
            yield Fault(claim.path, claim.at("where", source.id),
                        f"{claim.id}: {source.id} was not seen, and its record does not say through whom it was read; "
                        f"add seen_through: there")


def _status(claim: Record, named: list[Record], needs: dict) -> Iterator[Fault]:
    """A status that asks for a kind of source, or for a number of independent ones."""
    count, kind = independent(named), needs.get("kind")
    kinds = {source["kind"] for source in named} | {text["kind"] for source in named
                                                    for text in source.get("relays", ()) if needs.get("relayed")}
    if kind and kind not in kinds:
        yield Fault(claim.path, claim.at("status"),
                    f"{claim.id}: is {claim['status']} without a source of the kind {kind}"
                    f"{', or one that relays it' * bool(needs.get('relayed'))}; "
                    f"name one, or choose the status that its sources allow")
    if not needs.get("from", count) <= count <= needs.get("to", count):
        yield Fault(claim.path, claim.at("status"),
                    f"{claim.id}: is {claim['status']} with {count} independent source{'s' * (count != 1)} (relays of "
                    f"one "
                    f"text, or texts of one publisher, are one); choose the status "
                    f"that its sources allow")


def independent(named: list[Record]) -> int:
    """How many of these sources stand on their own: those that share a publisher or a text they relay are one."""
    groups: list[set[str]] = []
    for source in named:
        ties = {source.id, source["publisher"] if isinstance(source["publisher"], str) else source.id,
                *(text["text"] for text in source.get("relays", ()))}
        joined = [group for group in groups if group & ties]
        groups = [group for group in groups if not group & ties] + [ties.union(*joined)]
    return len(groups)
