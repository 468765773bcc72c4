"""`dev.py translations`: name the sections that differ, and mark them as compared. See translations.py for what that
means."""

import difflib
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.pages import Page, load_pages
from guide.content.translations import (
    PATH,
    Difference,
    Key,
    Lock,
    Pairs,
    differences,
    matched,
    name,
    pairs,
    read,
    typo,
    write,
)

RUN = "python3 scripts/dev.py translations"


def show(root: Path, languages: tuple[str, ...]) -> str:
    """What `advice` says of every section that differs, and what else helps; for a terminal."""
    pages = load_pages(root / "docs", root, languages)
    if not (lines := list(advice(root, pages, languages))):
        return "Every section says what it said when its languages were last compared"
    return "\n".join([*lines, f"{len(lines)} to look at. What changed in a file, with its day: git log -p -- FILE. "
                              f"If a change does not touch the meaning: {RUN} --typo docs/en/PAGE#ID"])


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


def mark(root: Path, languages: tuple[str, ...], day: str, named: list[str], typos: list[str], every: bool) -> int:
    """Mark sections as compared on `day` (those `named`, or every one that differs), or changes as typos. Returns how
    many.

    Raises GuideError for a name that is no section, or a typo where nothing changed; then nothing is written.
    """
    lock, current = read(root), pairs(load_pages(root / "docs", root, languages), languages)
    changed: Lock = {}
    if every:
        changed = {difference.key: matched(difference.versions, day) for difference in differences(lock, current)}
    for text in named:
        changed |= {key: matched(current[key], day) for key in _keys(text, current, languages)[0]}
    for text in typos:
        changed |= _typos(text, lock, current, languages)
    if changed:
        write(root, lock | changed, languages)
    return len(changed)


def _typos(text: str, lock: Lock, current: Pairs, languages: tuple[str, ...]) -> Lock:
    keys, language = _keys(text, current, languages)
    found = list(differences(lock, {key: current[key] for key in keys}))
    sides = {code for difference in found for code in difference.changed if language in ("", code)}
    if not sides:
        raise GuideError(Fault(text, 0, "has not changed since it was compared; nothing to mark"))
    if len(sides) > 1:
        choice = " or ".join(f"{found[0].versions[code].page.path}#{found[0].key[1]}" for code in found[0].changed)
        raise GuideError(Fault(text, 0,
                               f"has changed in more than one language; say which change is the typo: --typo {choice}"))
    side = sides.pop()
    return {difference.key: typo(difference, side) for difference in found if side in difference.changed}


def _keys(text: str, current: Pairs, languages: tuple[str, ...]) -> tuple[list[Key], str]:
    """The section a contributor names, once for each pair of languages it is compared in, and the language: `faq.md#id`
    is in all ("") and `docs/en/faq.md#id` in that of its file. Raises GuideError where there is none."""
    language = next((code for code in languages if text.startswith(f"docs/{code}/")), "")
    bare = text.removeprefix(f"docs/{language}/")
    found = [key for key in current if name(key) == bare and (not language or language in key[2])]
    if not found:
        names = list(map(name, current))
        near = (difflib.get_close_matches(text, names, 1) or names)[0]
        raise GuideError(Fault(text, 0, f"is no section that its languages have; write PAGE#ID, such as {near}"))
    return found, language
