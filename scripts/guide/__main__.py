"""What is asked of the records and the pages (`python -m guide review`, `links`, `report`, `translations`, `new`, `rename`) and of a built
site (`weigh`, `compress`), through scripts/dev.py."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from pathlib import Path

from .content.faults import Fault, GuideError
from .content.languages import languages
from .content.project import Project, load
from .content.records import Records, load_records
from .content.translations import PATH
from .desk import comparison as translations_command
from .desk import new, rename, report, review
from .desk import visit as links
from .desk.edits import Edits
from .desk.names import page_name
from .publish.compression import compress
from .publish.html import sources
from .rules.budget import KIB, load_budget
from .rules.configuration import sound
from .rules.weight import first_search, weigh

ROOT = Path(__file__).resolve().parent.parent.parent


def today() -> str:
    """The day it is (UTC), which a command may ask and a build may not."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def show_due(records: Records, within: int | None) -> None:
    """Print the facts by the day they are due to be read again, below what is dated in the future."""
    day = today()
    print("\n".join([*review.to_come(records, day), review.in_words(review.due(records, day, within))]))


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
    if not weights:
        raise GuideError(Fault(str(site), 0, "holds no page of the guide; run: python3 scripts/dev.py build"))
    print("KiB, Brotli 5:  first view (allowed)   later page (allowed)   tools (allowed)   requests")
    for path, weight in sorted(weights.items(), key=lambda item: (-item[1].first_view, item[0])):
        costs = (f"{value / KIB:5.1f} ({budget.limit(pages[path].name, kind):g})".ljust(13)
                 for value, kind in ((weight.first_view, "first_view"), (weight.second_page, "second_page"), (weight.tools, "tools")))
        print(f"{path.removesuffix('index.html') or '/':<30} {' '.join(costs)} {weight.requests}")
    print(f"Average: {sum(weight.first_view for weight in weights.values()) / len(weights) / KIB:.2f}")
    for language in project.languages:
        print(f"First search, {language}: {sum(part.size for part in first_search(site, language)) / KIB:.1f} ({budget.first_search:g})")


def begin(codes: tuple[str, ...], kind: str, name: str, sections: list[str]) -> None:
    """Write what `dev.py new` begins and say what to do next."""
    page = kind == "page"
    edits = new.page(load(ROOT, codes, codes[0], "", {}), name, sections) if page else new.record(ROOT, codes, kind, name, datetime.date.today())
    edits.apply()
    say_written(edits)
    if page:
        print("The menu shows it where its line stands in mkdocs.yml: move the line if it belongs elsewhere")
    print(f"Write what belongs in the place of each TODO, then run: python3 scripts/dev.py check{' --register' * page}")


def give_name(project: Project, kind: str, old: str, name: str) -> None:
    """Do what `dev.py rename` is asked, and list what a person must look at."""
    edits = rename.rename_page(project, old, name) if kind == "page" else rename.rename_id(project, old, name)
    left = rename.mentions(project, edits, old.rpartition("#")[2] if kind == "id" else page_name(old))
    edits.apply()
    say_written(edits)
    print("The old address leads to the new one (docs/records/redirects.yml)")
    if left:
        print(f"The old name still stands here; see whether it should: {', '.join(left[:12])}" + (f" and {len(left) - 12} more" if len(left) > 12 else ""))


def say_written(edits: Edits) -> None:
    """List the files that changed."""
    for path, text in sorted(edits.texts.items()):
        print(f"  {'removed' if text is None else 'written'}  {path}")


def parser() -> argparse.ArgumentParser:
    """The reader of the command line, which scripts/dev.py writes."""
    top = argparse.ArgumentParser(prog="guide")
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("review").add_argument("--within", type=int, metavar="DAYS")
    commands.add_parser("links")
    marks = commands.add_parser("translations")
    marks.add_argument("--matched", nargs="+", default=[])
    marks.add_argument("--typo", nargs="+", default=[])
    marks.add_argument("--all", action="store_true")
    commands.add_parser("report").add_argument("--out", type=Path, required=True, metavar="FILE")
    for name in ("weigh", "compress"):
        commands.add_parser(name).add_argument("site", type=Path)
    begins = commands.add_parser("new")
    begins.add_argument("kind", choices=("page", *new.RECORDS))
    begins.add_argument("name")
    begins.add_argument("sections", nargs="*")
    renames = commands.add_parser("rename")
    renames.add_argument("kind", choices=("page", "id"))
    renames.add_argument("old")
    renames.add_argument("name")
    return top


def answer(options: argparse.Namespace) -> None:
    """Do what is asked. Raises GuideError, OSError."""
    sound(ROOT)
    codes = languages(ROOT)
    if options.command == "new":
        begin(codes, options.kind, options.name, options.sections)
    elif options.command == "rename":
        give_name(load(ROOT, codes, codes[0], "", {}), options.kind, options.old, options.name)
    elif options.command == "translations":
        translations(options)
    elif options.command == "compress":
        compress(options.site)
    elif options.command == "weigh":
        show_weights(options.site)
    elif options.command == "review":
        show_due(_records(), options.within)
    elif options.command == "report":
        report.refuse_to_replace(options.out)
        options.out.write_text(report.gather(_records(), today()), encoding="utf-8")
        print(f"The report is in {options.out}")
    else:
        visit_sources(_records())


def main(arguments: list[str]) -> int:
    """Run one of them; 1 and the faults, one a line, when the records cannot be read or what is asked cannot be done."""
    try:
        answer(parser().parse_args(arguments))
        sys.stdout.flush()
    except GuideError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read, such as `| head`, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; nothing was changed", file=sys.stderr)
        return 1
    return 0


def _records() -> Records:
    return load_records(ROOT / "docs/records", ROOT, languages(ROOT))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
