"""`dev.py translations`: show the sections that differ, and mark them as compared. See translations.py for what that
means."""

import difflib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.pages import Page, load_pages
from guide.content.sections import sections
from guide.content.translations import (
    PATH,
    Difference,
    Key,
    Lock,
    Pairs,
    Version,
    differences,
    matched,
    name,
    pairs,
    read,
    typo,
    write,
)

RUN = "python3 scripts/dev.py translations"
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n\s*\n|\n(?=\s*(?:[-*+|>]|\d+\.)\s)")
_COMMITS = 200  # how far back the old text is looked for


def show(root: Path, languages: tuple[str, ...]) -> str:
    """Every section that differs, with what changed since it was compared, and the commands that mark it; for a
    terminal."""
    found = differences(read(root), pairs(load_pages(root / "docs", root, languages), languages))
    parts = ["\n".join(_described(root, difference)) for difference in found]
    if not found:
        return "Every section says what it said when its languages were last compared"
    example = found[0]
    side = example.versions[example.changed[0]].page.path
    return "\n\n".join([*parts, f"{len(found)} section{'s' * (len(found) > 1)} to compare. When the languages "
                        f"say the same: {RUN} --matched {example.name} (or --all)\n"
                        f"When a change does not touch the meaning: {RUN} --typo {side}#{example.key[1]}"])


def advice(root: Path, pages: list[Page], languages: tuple[str, ...]) -> Iterator[str]:
    """One line for each section that differs, and for each page with sections that nobody has registered: `path:line:
    what, and what to run`. For reading: none of it is a fault."""
    try:
        lock = read(root)
    except GuideError:  # a rule says what is wrong with it
        return
    current = pairs(pages, languages)
    for difference in differences(lock, current):
        behind = next((version for code, version in difference.versions.items() if code not in difference.changed),
                      None)
        if behind:
            changed = difference.versions[difference.changed[0]]
            yield (f"{behind.place}: is behind {changed.place}, which has changed since {difference.match.day}; "
                   f"carry the change over, then run: {RUN} --matched {difference.name}")
        else:
            one, other = difference.versions.values()
            yield (f"{other.place}: has changed since {difference.match.day}, and so has {one.place}; "
                   f"if they say the same, run: {RUN} --matched {difference.name}")
    unknown = {key[0]: next(iter(versions.values())) for key, versions in reversed(current.items()) if key not in lock}
    for page, version in sorted(unknown.items()):
        yield (f"{version.place}: {page} has sections that {PATH} does not know; run: python3 scripts/dev.py check "
               f"--register")


def mark(root: Path, languages: tuple[str, ...], day: str, named: list[str], typos: list[str], every: bool) -> int:
    """Mark sections as compared on `day` (those `named`, or every one that differs), or changes as typos. Returns how
    many.

    Raises GuideError for a name that is no section, or a typo where nothing changed; then nothing is written.
    """
    lock, current = read(root), pairs(load_pages(root / "docs", root, languages), languages)
    changed: Lock = {}
    faults: list[Fault] = []
    for difference in differences(lock, current) if every else ():
        changed[difference.key] = matched(difference.versions, day)
    for text in named:
        found = _keys(text, current, languages)
        faults += [] if found else [_unknown(text, current)]
        changed.update({key: matched(current[key], day) for key in found})
    for text in typos:
        try:
            changed.update(_typos(text, lock, current, languages))
        except GuideError as error:
            faults += error.faults
    if faults:
        raise GuideError(faults)
    if changed:
        write(root, lock | changed, languages)
    return len(changed)


def _typos(text: str, lock: Lock, current: Pairs, languages: tuple[str, ...]) -> Lock:
    keys, language = _keys(text, current, languages), _language(text, languages)
    if not keys:
        raise GuideError(_unknown(text, current))
    found = list(differences(lock, {key: current[key] for key in keys}))
    sides = {code for difference in found for code in difference.changed if language in ("", code)}
    if not sides:
        raise GuideError(Fault(text, 0, "has not changed since it was compared; nothing to mark"))
    if len(sides) > 1:
        first = found[0]
        choice = " or ".join(f"{first.versions[code].page.path}#{first.key[1]}" for code in first.changed)
        raise GuideError(Fault(text, 0,
                               f"has changed in more than one language; say which change is the typo: --typo {choice}"))
    side = sides.pop()
    return {difference.key: typo(difference, side) for difference in found if side in difference.changed}


def _language(text: str, languages: tuple[str, ...]) -> str:
    """The language of a section named by its file, `docs/en/faq.md#id`; an empty text for `faq.md#id`."""
    return next((code for code in languages if text.startswith(f"docs/{code}/")), "")


def _keys(text: str, current: Pairs, languages: tuple[str, ...]) -> list[Key]:
    """The section a contributor names, once for each pair of languages it is compared in (that of its file, or all)."""
    language = _language(text, languages)
    bare = text.removeprefix(f"docs/{language}/") if language else text
    return [key for key in current if name(key) == bare and (not language or language in key[2])]


def _unknown(text: str, current: Pairs) -> Fault:
    near = difflib.get_close_matches(text, list(dict.fromkeys(map(name, current))), 1)
    return Fault(text, 0,
                 f"is no section that its languages have; write PAGE#ID, such as "
                 f"{(near or [name(next(iter(current)))])[0]}"
                 if current else "is no section; there are none")


def _described(root: Path, difference: Difference) -> Iterator[str]:
    yield f"{difference.name}, compared on {difference.match.day}"
    for code, version in difference.versions.items():
        if code not in difference.changed:
            yield f"  {version.place} is as it was:"
            yield from (f"      {line}" for line in _lines(version.section.text))
            continue
        old = _old_text(root, version, difference.match.marks[code])
        yield f"  {version.place} has changed" + (":" if old is not None else "; it says now:")
        yield from _compared(old,
                             version.section.text) if old is not None else (f"      {line}"
                                                                            for line in _lines(version.section.text))


def _compared(old: str, new: str) -> Iterator[str]:
    """The sentences that went and came, with those around them for the place."""
    for line in difflib.unified_diff(_lines(old), _lines(new), n=1, lineterm=""):
        if not line.startswith(("---", "+++", "@@")):
            yield f"    {line[0]} {line[1:]}"


def _lines(text: str) -> list[str]:
    """A text as sentences, one a line, whatever the lines were broken at."""
    return [" ".join(part.split()) for part in _SENTENCE.split(text) if part.strip()]


def _old_text(root: Path, version: Version, wanted: str) -> str | None:
    """The text that was compared, from git, where there is one and it still knows; None otherwise."""
    path = version.page.path
    for commit in (_git(root, "log", f"-{_COMMITS}", "--format=%H", "--", path) or "").split():
        text = _git(root, "show", f"{commit}:./{path}")
        section = sections(Page(version.page.name, version.page.language, path,
                                text)).get(version.section.id) if text else None
        if section and section.fingerprint == wanted:
            return section.text
    return None


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, encoding="utf-8", errors="replace",
                              check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
