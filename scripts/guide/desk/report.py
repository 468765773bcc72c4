"""What a maintainer is told once a week, as one text: the facts soon due to be read again, and the sources that no
longer answer.

Guards against: a report too long for the issue it is put in, whose end would be lost or which would be refused as a
whole.
"""

from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.records import Records

from . import review, visit

FIRST = "Made by `python3 scripts/dev.py report`."
WITHIN = 30  # days
MOST = 30_000  # characters of each part: the issues of GitHub hold 65,536 altogether


def in_markdown(due: list[review.Due], visits: list[visit.Visit], named: dict[str, list[str]]) -> str:
    """The report. `due`: what falls due within WITHIN days; `visits`: what became of the addresses; `named`: who cites
    each."""
    return "\n".join([
        f"{FIRST} What to do with it: see *Correct a fact* in CONTRIBUTING.md.",
        "", f"## To be read again within {WITHIN} days", "", *_block(review.in_words(due)),
        "", "## Sources", "", *_block(visit.summary(visits, named)), "",
    ])


def _block(text: str) -> list[str]:
    """The text as a block of code, its beginning only where it is too long; the last line, which counts, is always
    kept."""
    if len(text) > MOST:
        *body, count = text.splitlines()
        kept = "\n".join(body)[:MOST].rsplit("\n", 1)[0]
        text = f"{kept}\n(cut here: the whole list is printed by dev.py review and dev.py links)\n{count}"
    return ["```text", text.replace("```", "'''"), "```"]


def gather(records: Records, today: str) -> str:
    """Visit every source, find what is due, return the report. Needs a network; `today` is written 2026-11-21."""
    named = visit.addresses(records)
    return in_markdown(review.due(records, today, WITHIN), visit.visit_all(named), named)


def refuse_to_replace(path: Path) -> None:
    """Raise GuideError unless a report can stand at `path`: before the visits, which take minutes. Only an earlier
    report is replaced."""
    if not path.parent.is_dir():
        raise GuideError(Fault(str(path), 0, "is in a folder that is not there; name another file"))
    if path.exists() and not path.read_text("utf-8", errors="replace").startswith(FIRST):
        raise GuideError(Fault(str(path), 0, "is no report, and nothing else is replaced; name another file"))
