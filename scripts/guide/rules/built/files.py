"""site/ holds only kinds of files we make, where we make them; style sheets load nothing from elsewhere.

MkDocs copies into the site whatever lies in docs/ or in the theme's folder. A page copied so would have no policy
(`elements`), a script no hash in its name, a document no reason to be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project

_COMPRESSED = r"(?:\.br|\.gz)?"
# Pages are read by `elements` and `metadata`, wherever they lie.
_EXPECTED = re.compile(r"(?:" + "|".join((
    r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.html", r"assets/[a-z-]+\.[0-9a-f]{8,}\.(?:js|css)",
    r"assets/[a-z0-9.-]+\.(?:png|svg|woff2|json)",
    r"assets/pictures/[a-z0-9.-]+\.svg", r"go/[a-z0-9-]+/code\.svg", r"assets/(?:[a-z0-9-]+/)*[a-z0-9-]+\.png",
    r"cards/[a-z0-9./-]+\.png", r"pagefind/[A-Za-z0-9._/-]+",
    r"(?:api/)[a-z0-9./-]+\.(?:json|csv|txt)", r"(?:[a-z]{2}/)?(?:feed|sitemap|atom)[a-z0-9-]*\.xml",
    r"[a-z0-9-]+\.(?:txt|webmanifest|ics)",
    r"\.well-known/[a-z.-]+", r"_headers|_redirects|_nginx\.conf|SHA256SUMS|CNAME|\.nojekyll")) + ")" + _COMPRESSED)
_LOADS = re.compile(r"@import|(?:url|image|src)\s*\(\s*[\"']?(?:[a-z][a-z0-9+.-]*:|[/\\]{2})|expression\s*\(|"
                    r"-moz-binding", re.I)


def check(project: Project, site: Path) -> Iterator[Fault]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_symlink() or path.is_file() and not _EXPECTED.fullmatch(name):
            yield Fault(*_origin(project, name),
                        f"site/{name} is no file this site publishes; remove it from docs/ or overrides/, or add its "
                        f"kind to "
                        f"scripts/guide/rules/built/files.py")
        elif path.suffix == ".css" and (match := _LOADS.search(path.read_text("utf-8", errors="replace"))):
            yield Fault(*_origin(project, name),
                        f"site/{name} loads something ({match[0][:30]}); a style sheet only styles")


def _origin(project: Project, name: str) -> tuple[str, int]:
    """The file a built one was copied from, or the built one itself."""
    candidates = [f"docs/{name}", f"overrides/{name}",
                  *(f"docs/{language}/{name.removeprefix(language + '/')}" for language in project.languages)]
    return next((path for path in candidates if (project.root / path).is_file()), f"site/{name}"), 1
