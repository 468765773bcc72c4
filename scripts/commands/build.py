"""Building the site with MkDocs, strictly, where a failure can do no harm.

Guards against: a half-written site/ (MkDocs empties the folder first and leaves what it had when it fails), a folder of
somebody's being replaced by mistake, a fault passing unseen (a build run with -q does not fail on warnings).
"""
import json
import re
import shutil
import tempfile
from pathlib import Path

from .environment import SITE_LOCK, prepare, read
from .system import ROOT, Failure, child_environment, run, say

SITE = ROOT / "site"
READ = (".gitignore", "docs", "overrides", "scripts", "budget.yml", "mkdocs.yml")  # what a build reads
LIST = "SHA256SUMS"


def scratch(parent: Path | None) -> tempfile.TemporaryDirectory:
    """Return a new folder inside `parent` (None: among the temporary files), gone afterwards, come what may."""
    if parent:
        parent.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(prefix=".site-", dir=parent, ignore_cleanup_errors=True)


def copy_sources(place: Path) -> None:
    """Copy everything a build reads into `place`, a folder to be made, to be built there in another way."""
    place.mkdir(parents=True)
    for name in READ:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place)


def ask_settings(python: Path) -> int:
    """Say what is wrong with mkdocs.yml or the environment; return 1 if anything is. MkDocs obeys while it reads."""
    return run([str(python), "-m", "guide.rules.configuration"], child_environment())


def mkdocs_build(target: Path, **extra: str) -> int:
    """Build strictly into `target`, with `extra` in the environment; return MkDocs's exit status."""
    python = prepare(SITE_LOCK)
    # Never -q here: MkDocs counts the warnings it prints, so what is not printed does not fail the build.
    command = [str(python), "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(target)]
    return ask_settings(python) or run(command, child_environment(**extra))


def build(out: Path = SITE, compress: bool = False) -> int:
    """Build the site and put it in the place of `out`, only if every check passed; return the exit status. With
    `compress`, each text has a `.br` and a `.gz` beside it (guide/publish/files.py), for hosts that send those. Failure
    when `out` must not be replaced or cannot be; then, as after a failed build, what was there is untouched."""
    out = out.resolve()
    refuse_to_replace(out)
    with scratch(out.parent) as folder:
        fresh = Path(folder, "new")
        status = mkdocs_build(fresh)
        if status == 0 and compress:
            options = json.dumps({"site": str(fresh)})
            status = run([str(prepare(SITE_LOCK)), "-m", "guide", "compress", options], child_environment())
        if status == 0:
            swap(fresh, out, Path(folder, "old"))
    said = "The build failed; {} is as it was" if out.exists() else "The build failed; nothing was written"
    say((said if status else "The site is in {}").format(short_path(out)))
    return status


def check(register: bool = False) -> int:
    """Build into a folder that is thrown away: sources and pages are checked, nothing is left. Return the exit status.
    With `register`, new heading ids are first added to the register of published ids, which is never done unasked."""
    with scratch(None) as folder:
        status = mkdocs_build(Path(folder, "site"), **({"REGISTER_IDS": "1"} if register else {}))
    say("The check failed: mend what the lines above say" if status
        else "All is well: the site builds and passes its checks")
    return status


def refuse_to_replace(out: Path) -> None:
    """Raise Failure unless `out` is missing, or holds nothing but what a build wrote there: all of it will go."""
    if out == ROOT or out in ROOT.parents:
        raise Failure(f"{out} holds this project: choose another folder")
    inside = out.relative_to(ROOT).parts[0] if out.is_relative_to(ROOT) else ""
    if inside in (".git", ".venv", "docs", "overrides", "scripts", "tests"):
        raise Failure(f"{short_path(out)}: {inside}/ is not for built sites: choose another folder")
    if out.exists() and not out.is_dir():
        raise Failure(f"{short_path(out)} is a file: choose a folder")
    if name := unlisted(out):
        raise Failure(f"{short_path(out)} holds {name}, which no build wrote there: empty the folder yourself, or "
                      f"choose another")


def unlisted(site: Path) -> str:
    """Return the first file in a folder that is not in the list a build leaves there (guide/publish/files.py); "" when
    all are. The copies `compress` makes of a listed file count as listed, and what a system leaves where it shows a
    folder."""
    listed = {line[66:] for line in read(site / LIST).splitlines()} | {LIST}
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_symlink()
                   or not path.is_dir())
    return next((name for name in names if re.sub(r"\.(br|gz)$", "", name) not in listed
                 and not re.search(r"(^|/)(\.DS_Store|Thumbs\.db)$", name)), "")


def swap(fresh: Path, out: Path, old: Path) -> None:
    """Put `fresh` in the place of `out`, which goes to `old`. Failure, with `out` as before, if that cannot be."""
    try:
        if out.exists():
            out.rename(old)
        fresh.rename(out)
    except OSError as error:
        raise Failure(f"{short_path(out)} cannot be replaced ({error.strerror}): close what uses it, then run the "
                      f"command again") from error
    finally:
        if old.exists() and not out.exists():
            old.rename(out)


def short_path(path: Path) -> str:
    """Return a path as a reader wants it: short, from the project's root, when it lies there."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)
