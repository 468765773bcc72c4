"""`/go/<step>/`: a short address for every step, the same for readers of every language, and a picture of it for cameras.

A page of its own and no redirect of the host's: only the reader's browser knows which language the reader prefers, and a copy
of the site may lie on a host that can do nothing but send files. Without a script the page shows one link a language.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import jinja2
import segno

from ..context import Context, components
from ..faults import Fault, GuideError
from ..languages import fallback
from ..markdown.values import spoken
from ..policy import META_POLICY
from ..project import Project
from ..site import alternates


@dataclass
class Step:
    """A heading `## Words {#id .step}`: its `id`, the `page` it stands on, and by language its words and its page's title."""

    id: str
    page: str
    titles: dict[str, str] = field(default_factory=dict)
    guides: dict[str, str] = field(default_factory=dict)


def steps(project: Project) -> dict[str, Step]:
    """Every step by id. Raises GuideError where two pages use one id, since an address leads to one place."""
    found: dict[str, Step] = {}
    faults = []
    for page in project.pages:
        context = Context(page.language, page.name, project.records, project.strings[page.language], project.components)
        for heading in page.headings:
            if "step" not in heading.classes or not heading.id:
                continue
            step = found.setdefault(heading.id, Step(heading.id, page.name))
            if step.page != page.name:
                faults.append(Fault(page.path, heading.line,
                                    f"{heading.id} is already a step of {step.page}, and go/{heading.id}/ leads to one place; choose another id"))
            step.titles[page.language] = spoken(heading.text, context)
            step.guides[page.language] = spoken(str(page.front.get("title", "")), context)
    if faults:
        raise GuideError(faults)
    return found


def write(project: Project, site: Path) -> None:
    """Write go/<step>/index.html and assets/qr/<step>.svg for every step. Before the assets, since the pages need one."""
    template = components(project.root / "overrides").get_template("go.html")
    (site / "assets/qr").mkdir(parents=True, exist_ok=True)
    for step in steps(project).values():
        folder = site / "go" / step.id
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(_page(project, step, template), "utf-8")
        (site / "assets/qr" / f"{step.id}.svg").write_bytes(code(f"{project.site_url}go/{step.id}/"))


@lru_cache(maxsize=256)  # a preview asks for the same ones after every save
def code(address: str) -> bytes:
    """A QR code (ISO/IEC 18004) as SVG: black on its own white ground and margin, so that cameras read it on a dark page too."""
    out = io.BytesIO()
    # M: 15 % may be dirty or torn. "boost" would take what the size leaves over, and change with the address.
    segno.make(address, error="m", micro=False, boost_error=False).save(
        out, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False, svgns=True, svgclass=None, lineclass=None, omitsize=True, nl=False)
    return out.getvalue()


def _page(project: Project, step: Step, template: jinja2.Template) -> str:
    """One link a language; first the one for readers of none of ours."""
    languages = sorted(step.titles, key=lambda language: language != fallback(project.languages))
    versions = sorted(alternates(project, step.page), key=lambda item: languages.index(item["language"]))
    return template.render(step=step, languages=languages, versions=versions, prefix=project.prefix, strings=project.strings, base_url="../..",
                           assets=project.assets, policy=META_POLICY)
