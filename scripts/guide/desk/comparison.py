"""`dev.py translations`: name the sections that differ, mark them as compared. translations.py says what that is."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.pages import Page, load_pages
from guide.content.translations import PATH, Difference, differences, matched, name, pairs, read, write

RUN = "python3 scripts/dev.py translations"


def show(root: Path, languages: tuple[str, ...]) -> str:
    """What `advice` says of every section that differs; for a terminal."""
    lines = list(advice(root, load_pages(root / "docs", root, languages), languages))
    return "\n".join([*lines, f"{len(lines)} to look at. What changed in a file, with its day: git log -p -- FILE"
                      if lines else "Every section says what it said when its languages were last compared"])


def advice(root: Path, pages: list[Page], languages: tuple[str, ...]) -> Iterator[str]:
    """One line for each section that differs, and for each page with sections that nobody has registered: `path:line:
    what, and what to run`. For reading: none of it is a fault."""
    try:
        lock = read(root)
    except GuideError:  # a rule says what is wrong with it
        return
    current = pairs(pages, languages)
    yield from map(_advised, differences(lock, current))
    unknown = {key[0]: next(iter(versions.values())) for key, versions in reversed(current.items()) if key not in lock}
    for page, version in sorted(unknown.items()):
        yield (f"{version.place}: {page} has sections that {PATH} does not know; run: python3 scripts/dev.py check "
               f"--register")


def _advised(difference: Difference) -> str:
    run, day = f"run: {RUN} --matched {difference.name}", difference.match.day
    one, other = sorted(difference.versions.items(), key=lambda item: item[0] not in difference.changed)
    if other[0] in difference.changed:
        return (f"{other[1].place}: has changed since {day}, and so has {one[1].place}; if they say the same, {run}")
    return (f"{other[1].place}: is behind {one[1].place}, which has changed since {day}; carry the change over, then "
            f"{run}")


def mark(root: Path, languages: tuple[str, ...], day: str, named: list[str]) -> int:
    """Mark the sections `named` as compared on `day`. Returns how many pairs of languages that were. Raises GuideError
    for a name that is no section; then nothing is written."""
    lock, current = read(root), pairs(load_pages(root / "docs", root, languages), languages)
    names = list(map(name, current))
    if unknown := [text for text in named if text not in names]:
        raise GuideError([Fault(text, 0, f"is no section that its languages have; write PAGE#ID, such as "
                                         f"{(get_close_matches(text, names, 1) or names)[0]}") for text in unknown])
    changed = {key: matched(versions, day) for key, versions in current.items() if name(key) in named}
    write(root, lock | changed, languages)
    return len(changed)
