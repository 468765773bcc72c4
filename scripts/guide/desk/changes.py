"""What a proposal brings that whoever reviews it must look at: new addresses and hosts, facts that changed with the
pages that cite them, what will have an address for ever, and what has one no more.

Guards against: a look-alike host, or a fact that says something else, slipping in among many lines. Nothing in it is a
fault: the rules name those.
"""

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from guide.content.addresses import REGISTER, lasting, published
from guide.content.faults import Fault, GuideError
from guide.content.project import Project
from guide.content.records import Record
from guide.render.uses import uses
from guide.rules.hosts import addresses, host_of, hosts


def earlier(root: Path, since: str, load: Callable[[Path], Project]) -> Project:
    """The guide at the commit `since`. Raises GuideError when git has no such commit, or it cannot be read any more."""
    command = ["git", "archive", "--format=zip", since, "docs", "mkdocs.yml"]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if done.returncode:
        raise GuideError(Fault(since, 0, "is no commit this copy has; name another, such as main or HEAD^"))
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
            archive.extractall(folder)
        return load(Path(folder))


def in_markdown(before: Project, after: Project) -> str:
    """The summary of what `after` brings."""
    parts = (("New addresses", _addresses(before, after)), ("Facts that are new or say something else",
                                                            _claims(before, after)),
             ("New for ever, once published", _ids(before, after)), ("Gone", _ids(after, before)))
    told = [f"### {title}\n\n" + "\n".join(f"- {line}" for line in lines) for title, found in parts
            if (lines := list(found))]
    return "\n\n".join(["## To look at", *(told or ["No address, fact or id is new, and none is gone."])]) + "\n"


def register_advice(project: Project) -> str:
    """One paragraph on what the register lacks; nothing when it is complete."""
    known = published(project)
    new = [f"{page.name}#{identifier}" for page in project.pages if page.language == project.languages[0]
           for identifier in lasting(project, page) if identifier not in known.get(page.name, ())]
    return (f"Published and not in {REGISTER} yet ({len(new)}): {', '.join(new[:20])}{', …' * (len(new) > 20)}; run: "
            f"python3 scripts/dev.py check --register\n") if new else ""


def _addresses(before: Project, after: Project) -> Iterator[str]:
    old, known = {address for _, _, address in addresses(before.records)}, hosts(before.records)
    for record, keys, address in addresses(after.records):
        if address not in old:
            host = host_of(address)
            yield (f"{'' if host in known else f'**new host {_code(host)}** '}{_code(address)} "
                   f"({_place(record, *keys)}); {_cited(after, record)}")


def _claims(before: Project, after: Project) -> Iterator[str]:
    for name, claim in after.records.claims.items():
        old: Mapping[str, Any] = before.records.claims.get(name, {})
        changed = [key for key in claim.keys() | old.keys() if claim.get(key) != old.get(key)] if old else ["new"]
        if changed:
            yield f"{_code(name)} ({_place(claim)}): {', '.join(sorted(changed))}; {_cited(after, claim)}"
            for language, text in claim["statement"].items():
                if text != (was := old.get("statement", {}).get(language)):
                    yield f"  {language}: " + (f"~~{_plain(was)}~~ " if was else "") + _plain(text)
    for name in before.records.claims.keys() - after.records.claims.keys():
        yield f"{_code(name)}: removed"


def _ids(before: Project, after: Project) -> Iterator[str]:
    """The ids that `after` has and `before` has not."""
    first = after.languages[0]
    old = {(page.name, identifier) for page in before.pages if page.language == first
           for identifier in lasting(before, page)}
    for page in after.pages:
        for identifier in lasting(after, page) if page.language == first else ():
            if (page.name, identifier) not in old:
                yield _code(f"{page.name}#{identifier}")


def _cited(project: Project, record: Record) -> str:
    """The pages that rest on a record: of a source, through the facts that name it."""
    claims = [record.id] if record.id in project.records.claims else [
        name for name, claim in project.records.claims.items() if record.id in claim["sources"]]
    pages = {page for name in claims for page, _ in uses(project).cited_on.get(name, ())}
    pages |= {page.name for page in project.pages if f"[{record.id}]" in page.text
              or f"[authority-{record.id}]" in page.text}
    return f"cited on {', '.join(sorted(pages))}" if pages else "cited on no page"


def _place(record: Record, *keys: str) -> str:
    return f"{record.path}:{record.at(*keys)}"


def _code(text: str) -> str:
    return f"`{text.replace('`', chr(39))}`"


def _plain(text: str) -> str:
    """A text in which Markdown and HTML do nothing."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>~#|@!" else sign for sign in " ".join(text.split()))
