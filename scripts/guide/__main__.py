"""What a maintainer asks of the records (`python -m guide review`, `links`, `report`, `translations`) and of a built site (`weigh`, `compress`),
through scripts/dev.py."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from . import links, report, review, translations_command
from .budget import KIB, load_budget
from .compression import compress
from .faults import GuideError
from .html import sources
from .languages import languages
from .project import load
from .records import Records, load_records
from .translations import PATH
from .weight import first_search, weigh

ROOT = Path(__file__).resolve().parent.parent.parent


def today() -> str:
    """The day it is (UTC), which a command may ask and a build may not."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def show_due(records: Records, within: int | None) -> None:
    """Print the facts by the day they are due to be read again."""
    print(review.in_words(review.due(records, today(), within)))


def visit_sources(records: Records) -> None:
    """Visit every source and print what became of it. Never a reason to fail: many sites turn programs away."""
    named = links.addresses(records)
    print(f"Visiting {len(named)} addresses, politely: this may take ten minutes")
    print(links.summary(links.visit_all(named), named))


def translations(options: argparse.Namespace) -> None:
    """Mark the sections the options name, or show those that differ."""
    if options.matched or options.typo or options.all:
        number = translations_command.mark(ROOT, languages(ROOT), today(), options.matched, options.typo, options.all)
        print(f"{number} marked in {PATH}; commit it with the pages")
    else:
        print(translations_command.show(ROOT, languages(ROOT)))


def show_weights(site: Path) -> None:
    """Print what each page of the built site costs, the heaviest first, and what budget.yml allows it."""
    codes = languages(ROOT)
    project = load(ROOT, codes, codes[0], "https://guide.example/", {})
    budget, pages = load_budget(ROOT, {page.name for page in project.pages}), sources(project)
    weights = weigh(site, pages)
    print("KiB, Brotli 5:  first view (allowed)   later page (allowed)   requests")
    for path, weight in sorted(weights.items(), key=lambda item: (-item[1].first_view, item[0])):
        first, second = (f"{value / KIB:5.1f} ({budget.limit(pages[path].name, kind):g})".ljust(13)
                         for value, kind in ((weight.first_view, "first_view"), (weight.second_page, "second_page")))
        print(f"{path.removesuffix('index.html') or '/':<30} {first} {second} {weight.requests}")
    print(f"Average: {sum(weight.first_view for weight in weights.values()) / len(weights) / KIB:.2f}")
    for language in project.languages:
        print(f"First search, {language}: {sum(part.size for part in first_search(site, language)) / KIB:.1f} ({budget.first_search:g})")


def main(arguments: list[str]) -> int:
    """Run the one that is named; 1 and the faults, one a line, when what it needs cannot be read or is not there."""
    parser = argparse.ArgumentParser(prog="guide")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("review").add_argument("--within", type=int, metavar="DAYS")
    commands.add_parser("links")
    marks = commands.add_parser("translations")
    marks.add_argument("--matched", nargs="+", default=[])
    marks.add_argument("--typo", nargs="+", default=[])
    marks.add_argument("--all", action="store_true")
    commands.add_parser("report").add_argument("--out", type=Path, required=True, metavar="FILE")
    for name in ("weigh", "compress"):
        commands.add_parser(name).add_argument("site", type=Path)
    options = parser.parse_args(arguments)
    try:
        if options.command == "translations":
            translations(options)
        elif options.command == "compress":
            compress(options.site)
        elif options.command == "weigh":
            show_weights(options.site)
        elif options.command == "review":
            show_due(_records(), options.within)
        elif options.command == "report":
            options.out.write_text(report.gather(_records(), today()), encoding="utf-8")
            print(f"The report is in {options.out}")
        else:
            visit_sources(_records())
    except GuideError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _records() -> Records:
    return load_records(ROOT / "docs/records", ROOT, languages(ROOT))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
