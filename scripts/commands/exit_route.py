"""The proof that the guide outlives its generator: the same sources, built by another, give the same site.

decisions/0001-outlive-the-generator.md says why and what follows. The other is ProperDocs, MkDocs continued, in an
environment of its own without any theme, with a copy of the icons used: it must agree to the byte.
"""
import re
from pathlib import Path

from .build import LIST, copy_sources, mkdocs_build, scratch
from .environment import SITE_LOCK, prepare
from .system import ROOT, SCRIPTS, Failure, child_environment, run, say

LOCK = SCRIPTS / "exit_route/properdocs.txt"
THEME = re.compile(r"^  name: material\b.*$", re.MULTILINE)  # of mkdocs.yml


def prove() -> int:
    """Build with MkDocs and with ProperDocs; name each file that differs. Return 1 if one does, else 0."""
    with scratch(None) as name:
        folder = Path(name)
        if mkdocs_build(folder / "site"):
            raise Failure("the site does not build: mend it first (python3 scripts/dev.py check)")
        build_without_theme(folder / "sources", folder / "other")
        ours, theirs = (set((folder / site / LIST).read_text("utf-8").splitlines()) for site in ("site", "other"))
        differing = different(ours, theirs)
        say("\n".join([*differing, f"ProperDocs without a theme: {len(ours)} files compared, {len(differing)} differ"]))
    return 1 if differing else 0


def build_without_theme(sources: Path, site: Path) -> None:
    """Build a copy of the sources, made in `sources` with the icons it uses, into `site`. Failure if that fails."""
    python = prepare(LOCK, venv=ROOT / ".venv-properdocs")
    copy_sources(sources)
    icons = [str(prepare(SITE_LOCK)), "-m", "guide.render.icons", str(sources / "overrides/assets/icons")]
    config = sources / "mkdocs.yml"
    config.write_text(themeless(config.read_text("utf-8")), "utf-8")
    command = [str(python), "-m", "properdocs", "build", "--strict", "--config-file", str(config), "--site-dir",
               str(site)]
    if run(icons, child_environment()) or run(command, child_environment(PYTHONPATH=str(sources / "scripts"))):
        raise Failure("ProperDocs did not build the site: the lines above say why")


def themeless(text: str) -> str:
    """Return the configuration without a theme. Failure when it names none: the file has moved on."""
    changed, count = THEME.subn("  name: null", text)
    if not count:
        raise Failure(f"mkdocs.yml has no line like {THEME.pattern}: correct scripts/commands/exit_route.py")
    return changed


def different(ours: set[str], theirs: set[str]) -> list[str]:
    """Return the name of each file whose line in the lists of fingerprints is not in both."""
    return sorted({line.split("  ", 1)[1] for line in ours ^ theirs})
