"""How a build grows with the pages: the guide built as it is, and with about five and ten times as many.

Time that grows faster than the pages betrays work done for each pair of them. The copies stand in `more-<n>/` of every
language, with the same citations and blocks, ids of their own, and links among themselves. They are not in the menu:
every page holds all of it, so a menu that long would grow with the square by itself, and no reader could use it.
"""
import os
import posixpath
import re
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from .build import ask_settings, copy_sources, scratch
from .environment import SITE_LOCK, prepare
from .system import Failure, child_environment, say

COPIES = 0, 7, 16
# A page the guide has once: the home page, one that a template names the ids of, and those with a `role:`.
ONCE = re.compile(r"index\.md|opt-out/follow-up\.md")
ROLE = re.compile(r"^role:", re.MULTILINE)
ID = re.compile(r"(\{[^}\n]*#)([a-z0-9-]+)")
LINK = re.compile(r"\]\(([^)\s:#]*)(#[a-z0-9-]+)?\)")
TITLE = re.compile(r"^(title: [\"']?)", re.MULTILINE)
NAV_PAGE = re.compile(r"^ +- (\S+\.md)$", re.MULTILINE)
BUDGET = "every_page: {first_view: 999, second_page: 999, tools: 999, requests: 99}\nfirst_search: 999\npages: {}\n"


def grow() -> int:
    """Build each size, print what it took and what a page more costs; return 1 if that grows by over a quarter, else
    0."""
    if not hasattr(os, "wait4"):
        raise Failure("this system does not say what a program used: run it on Linux or macOS")
    python = prepare(SITE_LOCK)
    if status := ask_settings(python):
        return status
    say("pages  seconds  ms a page   MB   built again: seconds  ms a page")
    sizes = []
    for copies in COPIES:
        with scratch(None) as folder:
            copy_sources(folder / "copy")
            pages = enlarge(folder / "copy", copies)
            seconds, memory = build(python, folder / "copy", REGISTER_IDS="1")
            again, _ = build(python, folder / "copy")
        sizes.append((pages, seconds))
        say(f"{pages:5}  {seconds:7.1f}  {1000 * seconds / pages:9.0f}  {memory:4}                 {again:7.1f}"
            f"  {1000 * again / pages:9.0f}")
    first, last = (1000 * (later[1] - sooner[1]) / (later[0] - sooner[0]) for sooner, later in pairwise(sizes))
    say(f"A page more costs {first:.0f} ms at first and {last:.0f} ms at the end: {last / first:.2f} times as much")
    return int(last > 1.25 * first)


def enlarge(copy: Path, copies: int) -> int:
    """Add so many copies of its pages to the guide in `copy`; return how many it then has."""
    config = copy / "mkdocs.yml"
    names = NAV_PAGE.findall(config.read_text(encoding="utf-8"))
    languages = [folder for folder in (copy / "docs").iterdir() if (folder / "index.md").exists()]
    alone = {name for name in names if ONCE.fullmatch(name)
             or ROLE.search((languages[0] / name).read_text(encoding="utf-8"))}
    again_and_again = [name for name in names if name not in alone]
    for number in range(1, copies + 1):
        for language in languages:
            for name in again_and_again:
                page = language / f"more-{number}" / name
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(again((language / name).read_text(encoding="utf-8"), name, number, alone),
                                encoding="utf-8")
    with config.open("a", encoding="utf-8") as file:
        file.write("\nnot_in_nav: more-*\n")
    for rule in ("nav", "configuration"):  # that every page is in the menu; that no setting says otherwise
        (copy / f"scripts/guide/rules/source/{rule}.py").unlink()
    (copy / "budget.yml").write_text(BUDGET, encoding="utf-8")
    return len(languages) * (len(names) + copies * len(again_and_again))


def again(text: str, name: str, number: int, alone: set[str]) -> str:
    """A page once more: another title, other ids; its links lead to the pages copied with it, or up to those that are
    not."""
    def link(match: re.Match[str]) -> str:
        page, fragment = match[1], match[2] or ""
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), page))
        if page and target in alone:
            return f"]({'../' * (name.count('/') + 1)}{target}{fragment})"
        return f"]({page}{fragment and f'{fragment}-n{number}'})"

    text = TITLE.sub(rf"\g<1>{number} ", text, count=1)
    return LINK.sub(link, ID.sub(rf"\g<1>\g<2>-n{number}", text))


def build(python: Path, copy: Path, **extra: str) -> tuple[float, int]:
    """Build strictly; return the processor's seconds and the peak of memory in MB. Failure with what it said last."""
    command = [str(python), "-m", "mkdocs", "build", "--strict"]
    environment = child_environment(**extra, PYTHONPATH=str(copy / "scripts"))
    with tempfile.TemporaryFile("w+", encoding="utf-8") as words:
        process = subprocess.Popen(command, cwd=copy, env=environment, stdout=words, stderr=words)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = status
        if status:
            words.seek(0)
            raise Failure(f"{words.read()[-3000:]}the guide with more pages does not build: mend it, or the copies in "
                          f"{Path(__file__).name}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss // (2**20 if sys.platform == "darwin" else 2**10)
