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
from .content.translations import PATH
from .desk import changes, new, readability, rename, review, visit
from .desk.new import Edits, page_name
from .publish.files import compress
from .publish.html import sources
from .rules.configuration import sound
from .rules.weight import KIB, first_search, load_budget, weigh

ROOT = Path(__file__).resolve().parent.parent.parent


def today() -> str:
    """The day it is (UTC), which a command may ask and a build may not."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def facts_due(within: int | None = None) -> str:
    """The facts by the day they are due to be read again, below what is dated in the future."""
    project, day = _project(), today()
    return "\n".join([*review.to_come(project.records, day),
                      review.in_words(project.records, review.due(project.records, day, within)),
                      changes.register_advice(project)])


def sources_visited() -> str:
    """What became of every source. Never a reason to fail: many sites turn programs away."""
    named = visit.addresses(_project().records)
    print(f"Visiting {len(named)} addresses, politely: this may take ten minutes")
    return visit.summary(visit.visit_all(named), named)


def translations(matched: list[str]) -> str:
    """Mark the sections the options name, or show those that differ."""
    if not matched:
        return review.show(ROOT, languages(ROOT))
    return f"{review.mark(ROOT, languages(ROOT), today(), matched)} marked in {PATH}; commit it with the pages"


def weights(site: str) -> str:
    """What each page of the built site costs, the heaviest first, and what budget.yml allows it."""
    project = _project(site_url="https://guide.example/")
    budget, pages = load_budget(ROOT, {page.name for page in project.pages}), sources(project)
    weighed = weigh(Path(site), pages)
    if not weighed:
        raise GuideError(Fault(site, 0, "holds no page of the guide; run: python3 scripts/dev.py build"))
    lines = ["KiB, Brotli 5:  first view (allowed)   later page (allowed)   tools (allowed)   requests"]
    for path, weight in sorted(weighed.items(), key=lambda item: (-item[1].cost("first_view"), item[0])):
        costs = (f"{weight.cost(kind):5.1f} ({budget.limit(pages[path].name, kind):g})".ljust(13)
                 for kind in ("first_view", "second_page", "tools"))
        lines.append(f"{path.removesuffix('index.html') or '/':<30} {' '.join(costs)} {weight.cost('requests')}")
    lines.append(f"Average: {sum(weight.cost('first_view') for weight in weighed.values()) / len(weighed):.2f}")
    for language in project.languages:
        size = sum(part.size for part in first_search(Path(site), language)) / KIB
        lines.append(f"First search, {language}: {size:.1f} ({budget.first_search:g})")
    return "\n".join(lines)


def begin(name: str, sections: list[str]) -> str:
    """Write what `dev.py new` begins, and what to do next."""
    _apply(new.page(_project(), name, sections))
    return ("The menu shows it where its line stands in mkdocs.yml: move the line if it belongs elsewhere. Write what "
            "belongs in the place of each TODO, then run: python3 scripts/dev.py check --register")


def give_name(kind: str, old: str, new: str) -> str:
    """Do what `dev.py rename` is asked; what a person must look at."""
    project = _project()
    edits = rename.rename_page(project, old, new) if kind == "page" else rename.rename_id(project, old, new)
    left = rename.mentions(project, edits, old.rpartition("#")[2] if kind == "id" else page_name(old))
    _apply(edits)
    said = "The old address leads to the new one (docs/records/redirects.yml)"
    more = f" and {len(left) - 12} more" if len(left) > 12 else ""
    return said + (f"\nThe old name still stands here; see whether it should: {', '.join(left[:12])}{more}" if left
                   else "")


# Each gives what is to be printed.
COMMANDS: dict[str, Callable[..., str]] = {
    "review": facts_due, "links": sources_visited, "translations": translations, "weigh": weights, "new": begin,
    "rename": give_name, "compress": lambda site: compress(Path(site)),
    "changes": lambda since: changes.in_markdown(changes.earlier(ROOT, since, _project), _project()),
    "readability": lambda: readability.table(_project())}


def main(command: str, options: dict[str, Any]) -> int:
    """Run one of them; 1 and the faults, one a line, when what is asked cannot be done."""
    try:
        sound(ROOT)
        print(COMMANDS[command](**options), flush=True)
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


def _project(root: Path | None = None, site_url: str = "") -> Project:
    codes = languages(root or ROOT)
    return load(root or ROOT, codes, codes[0], site_url, {})


def _apply(edits: Edits) -> None:
    """Make the changes, and list the files."""
    edits.apply()
    for path, text in sorted(edits.texts.items()):
        print(f"  {'removed' if text is None else 'written'}  {path}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], json.loads(sys.argv[2])))
