"""What a maintainer asks of the records: `python -m guide review` and `python -m guide links` (through scripts/dev.py)."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from . import links, review
from .faults import GuideError
from .languages import languages
from .records import Records, load_records

ROOT = Path(__file__).resolve().parent.parent.parent


def show_due(records: Records, within: int | None) -> None:
    """Print the facts by the day they are due to be read again, the day being today (UTC)."""
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    print(review.in_words(review.due(records, today, within)))


def visit_sources(records: Records) -> None:
    """Visit every source and print what became of it. Never a reason to fail: many sites turn programs away."""
    named = links.addresses(records)
    print(f"Visiting {len(named)} addresses, politely: this may take ten minutes")
    print(links.summary(links.visit_all(named), named))


def main(arguments: list[str]) -> int:
    """Run one of the two; 1 and the faults, one a line, when the records cannot be read."""
    parser = argparse.ArgumentParser(prog="guide")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("review").add_argument("--within", type=int, metavar="DAYS")
    commands.add_parser("links")
    options = parser.parse_args(arguments)
    try:
        records = load_records(ROOT / "docs/records", ROOT, languages(ROOT))
    except GuideError as error:
        print(error, file=sys.stderr)
        return 1
    if options.command == "review":
        show_due(records, options.within)
    else:
        visit_sources(records)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
