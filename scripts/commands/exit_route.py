"""The proof that the guide outlives its generator: the same sources, built by others, give the same addresses and ids.

decisions/0001-outlive-the-generator.md says why and what follows. Two generators are tried, each in an environment of
its own: ProperDocs, MkDocs continued, without any theme, with a copy of the icons used: it must agree to the byte;
Zensical, Material's successor, which runs Python-Markdown but neither hooks nor our templates: what it would leave to
be done is listed.
"""
import re
from collections.abc import Iterator
from pathlib import Path

from .build import copy_sources, mkdocs_build, scratch
from .environment import SITE_LOCK, prepare
from .reproduce import fingerprints
from .system import ROOT, SCRIPTS, Failure, capture, child_environment, run, say

LOCKS = SCRIPTS / "exit_route"
SHOWN = 3  # ids named in a line; the rest are counted

# What each generator needs changed in mkdocs.yml: (pattern, replacement).
WITHOUT_THEME = (r"^  name: material\b.*$", "  name: null"),
WITHOUT_OURS = (r"^  (?:custom_dir|static_templates):.*\n", ""),

Ids = dict[str, set[str]]


def prove() -> int:
    """Build with MkDocs, ProperDocs and Zensical; print what differs. 1 if ProperDocs' site is another one, else 0."""
    with scratch(None) as folder:
        if mkdocs_build(folder / "mkdocs"):
            raise Failure("the site does not build: mend it first (python3 scripts/dev.py check)")
        other = built_by("properdocs", folder, WITHOUT_THEME, "build", "--strict", "--site-dir",
                         str(folder / "properdocs"))
        lines = [*lost(ids(folder / "mkdocs"), ids(folder / "properdocs")),
                 *other_bytes(folder / "mkdocs", folder / "properdocs")]
        say(f"\n{other} without a theme, {counted(ids(folder / 'mkdocs'))} in {len(fingerprints(folder / 'mkdocs'))} "
            f"files compared: "
            f"{'the same bytes' if not lines else 'another site'}")
        say("\n".join(lines))
        other = built_by("zensical", folder, WITHOUT_OURS, "build")
        theirs = ids(folder / "zensical-sources/site")
        typed = typed_ids(folder / "zensical-sources/docs")
        say(f"{other}, with its own theme, since it runs neither hooks nor our templates. What the Markdown of the "
            f"pages writes: "
            f"{counted(typed)}; {'all there' if not list(lost(typed, theirs)) else 'lost:'}")
        say("\n".join(lost(typed, theirs)))
        theirs, moved = at_the_root(theirs, "fr/")
        say("What the build makes of it:")
        say("\n".join([*(["the pages of fr/ are not at the root"] if moved else []),
                       *lost(ids(folder / "mkdocs"), theirs)]))
    return 1 if lines else 0


def built_by(tool: str, folder: Path, changes: tuple[tuple[str, str], ...], *arguments: str) -> str:
    """Run a generator on a copy of the sources, and of the icons they use, in `folder`; return its name and version.
    Failure after what it said."""
    python = prepare(LOCKS / f"{tool}.txt", venv=ROOT / f".venv-{tool}")
    copy = folder / f"{tool}-sources"
    copy_sources(copy)
    if status := run([str(prepare(SITE_LOCK)), "-m", "guide.render.icons", str(copy / "overrides/assets/icons")],
                     child_environment()):
        raise Failure(f"the icons were not copied (exit status {status}): the lines above say why")
    (copy / "mkdocs.yml").write_text(changed((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), changes),
                                     encoding="utf-8")
    environment = child_environment()
    environment["PYTHONPATH"] = str(copy / "scripts")
    status, output = capture([str(python), "-m", tool, *arguments], environment, folder=copy)
    if status:
        say(output)
        raise Failure(f"{tool} did not build the site: the lines above say why")
    version = re.search(r"\d+(?:\.\d+)+", capture([str(python), "-m", tool, "--version"])[1])
    return f"{tool} {version[0]}" if version else tool


def changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    """Return a configuration with every change made. Failure when one finds nothing to change: the file has moved
    on."""
    for pattern, replacement in changes:
        text, count = re.subn(pattern, replacement, text, flags=re.MULTILINE)
        if not count:
            raise Failure(f"mkdocs.yml has no line like {pattern}: correct scripts/commands/exit_route.py")
    return text


def ids(site: Path) -> Ids:
    """Return the ids in every page of a built site, by the page's address, "/" first."""
    return {"/" + path.relative_to(site).as_posix().removesuffix("index.html"):
            set(re.findall(r"""<[a-z][^>]*?\sid=["']?([^\s"'>]+)""", path.read_text(encoding="utf-8")))
            for path in site.rglob("*.html")}


def typed_ids(docs: Path) -> Ids:
    """Return the ids that the Markdown of the pages gives its headings, `{#id}`, by the address a generator without
    languages gives each page."""
    found = {}
    for path in docs.glob("*/**/*.md"):
        address = "/" + path.relative_to(docs).with_suffix("").as_posix().removesuffix("index").rstrip("/") + "/"
        found[address] = set(re.findall(r"^#.*\{#([a-z0-9-]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    return found


def counted(pages: Ids) -> str:
    """Return how many addresses and ids those are, as words."""
    return f"{len(pages)} addresses and {sum(map(len, pages.values()))} ids"


def at_the_root(pages: Ids, folder: str) -> tuple[Ids, bool]:
    """Return the pages with those of `folder` led back to the root, and whether there were any."""
    moved = {address.replace(f"/{folder}", "/", 1) if address.startswith(f"/{folder}") else address: found for address,
             found in pages.items()}
    return moved, moved.keys() != pages.keys()


def lost(ours: Ids, theirs: Ids) -> Iterator[str]:
    """Yield a line for each page of ours that the other site lacks, and for each that lacks ids. Nothing: every link
    still leads there."""
    for address, here in sorted(ours.items()):
        if address not in theirs:
            yield f"{address} is not there"
        elif gone := sorted(here - theirs[address]):
            yield (f"{address} lacks {len(gone)} of {len(here)} ids: "
                   f"{', '.join(gone[:SHOWN])}{', …' if len(gone) > SHOWN else ''}")


def other_bytes(ours: Path, theirs: Path) -> Iterator[str]:
    """Yield a line for each file that is not the same in both sites."""
    first, second = fingerprints(ours), fingerprints(theirs)
    for path in sorted(first.keys() | second.keys()):
        if first.get(path) != second.get(path):
            what = "is not there" if path not in second else "is new" if path not in first else "has other bytes"
            yield f"{path} {what}"
