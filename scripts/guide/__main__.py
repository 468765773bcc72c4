"""What is asked of the records and the pages, and of a built site, through scripts/dev.py: `python -m guide COMMAND
OPTIONS`, the options as scripts/commands/cli.py has read them, in JSON."""

import datetime
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .content.faults import Fault, GuideError
from .content.languages import languages
from .content.project import Project, load
from .content.records import Records, load_records
from .content.translations import PATH
from .desk import changes, comparison, new, rename, review, visit
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


def show_due(within: int | None = None) -> None:
    """Print the facts by the day they are due to be read again, below what is dated in the future."""
    project, day = _project(), today()
    print("\n".join([*review.to_come(project.records, day),
                     review.in_words(project.records, review.due(project.records, day, within)),
                     changes.register_advice(project)]))


def show_changes(since: str, out: str) -> None:
    """Print what a proposal brings since the commit `since`, or add it to the file `out`."""
    told = changes.in_markdown(changes.earlier(ROOT, since, _project_in), _project())
    if out:
        with open(out, "a", encoding="utf-8") as file:
            file.write(told)
    else:
        print(told)


def visit_sources() -> None:
    """Visit every source and print what became of it. Never a reason to fail: many sites turn programs away."""
    named = visit.addresses(_records())
    print(f"Visiting {len(named)} addresses, politely: this may take ten minutes")
    print(visit.summary(visit.visit_all(named), named))


def translations(matched: list[str]) -> None:
    """Mark the sections the options name, or show those that differ."""
    if matched:
        number = comparison.mark(ROOT, languages(ROOT), today(), matched)
        print(f"{number} marked in {PATH}; commit it with the pages")
    else:
        print(comparison.show(ROOT, languages(ROOT)))


def show_weights(site: str) -> None:
    """Print what each page of the built site costs, the heaviest first, and what budget.yml allows it."""
    project = _project("https://guide.example/")
    budget, pages = load_budget(ROOT, {page.name for page in project.pages}), sources(project)
    weights = weigh(Path(site), pages)
    if not weights:
        raise GuideError(Fault(site, 0, "holds no page of the guide; run: python3 scripts/dev.py build"))
    print("KiB, Brotli 5:  first view (allowed)   later page (allowed)   tools (allowed)   requests")
    for path, weight in sorted(weights.items(), key=lambda item: (-item[1].cost("first_view"), item[0])):
        costs = (f"{weight.cost(kind):5.1f} ({budget.limit(pages[path].name, kind):g})".ljust(13)
                 for kind in ("first_view", "second_page", "tools"))
        print(f"{path.removesuffix('index.html') or '/':<30} {' '.join(costs)} {weight.cost('requests')}")
    print(f"Average: {sum(weight.cost('first_view') for weight in weights.values()) / len(weights):.2f}")
    for language in project.languages:
        size = sum(part.size for part in first_search(Path(site), language)) / KIB
        print(f"First search, {language}: {size:.1f} ({budget.first_search:g})")


def show_readability(page: str) -> None:
    """Print how hard the pages are to read, or the sections of one. Never a reason to fail."""
    from .desk import readability

    print(readability.table(_project(), page and page_name(page)))


def begin(name: str, sections: list[str]) -> None:
    """Write what `dev.py new` begins and say what to do next."""
    _apply(new.page(_project(), name, sections))
    print("The menu shows it where its line stands in mkdocs.yml: move the line if it belongs elsewhere. Write what "
          "belongs in the place of each TODO, then run: python3 scripts/dev.py check --register")


def give_name(kind: str, old: str, new: str) -> None:
    """Do what `dev.py rename` is asked, and list what a person must look at."""
    project = _project()
    edits = rename.rename_page(project, old, new) if kind == "page" else rename.rename_id(project, old, new)
    left = rename.mentions(project, edits, old.rpartition("#")[2] if kind == "id" else page_name(old))
    _apply(edits)
    print("The old address leads to the new one (docs/records/redirects.yml)")
    if left:
        more = f" and {len(left) - 12} more" if len(left) > 12 else ""
        print(f"The old name still stands here; see whether it should: {', '.join(left[:12])}{more}")


COMMANDS: dict[str, Callable[..., Any]] = {
    "review": show_due, "changes": show_changes, "links": visit_sources, "translations": translations,
    "weigh": show_weights, "readability": show_readability,
    "compress": lambda site: compress(Path(site)), "new": begin, "rename": give_name,
}


def main(command: str, options: dict[str, Any]) -> int:
    """Run one of them; 1 and the faults, one a line, when what is asked cannot be done."""
    try:
        sound(ROOT)
        COMMANDS[command](**options)
        sys.stdout.flush()
    except GuideError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read, such as `| head`, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _project(site_url: str = "") -> Project:
    return _project_in(ROOT, site_url)


def _project_in(root: Path, site_url: str = "") -> Project:
    codes = languages(root)
    return load(root, codes, codes[0], site_url, {})


def _records() -> Records:
    return load_records(ROOT / "docs/records", ROOT, languages(ROOT))


def _apply(edits: Edits) -> None:
    """Make the changes, and list the files."""
    edits.apply()
    for path, text in sorted(edits.texts.items()):
        print(f"  {'removed' if text is None else 'written'}  {path}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], json.loads(sys.argv[2])))
