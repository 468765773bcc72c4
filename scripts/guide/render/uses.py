"""Where each claim is cited, over all pages: in their text, and in the components they hold.

Pages of the first language speak for all: a rule makes every language cite the same claims in the same sections.
"""

from functools import lru_cache

from guide.content.faults import GuideError
from guide.content.pages import Page
from guide.content.project import Project
from guide.content.typography import typeset
from guide.content.values import plain

from .behind import behind
from .context import Context, Uses
from .markdown.blocks import known
from .markdown.citations import MARK

# These show or list claims without resting on them; `claims` itself needs the result of this module.
_NOT_CITING = ("claims", "contested", "seeds", "register", "authorities", "changes", "identity", "built-from",
               "not-verified", "translations", "statuses")


@lru_cache(maxsize=2)
def uses(project: Project) -> Uses:
    """Read every page once, for one reading of the repository, but for malformed ones: the source rules report them."""
    result = Uses(titles={language: {} for language in project.languages}, behind=behind(project))
    for page in project.pages:
        context = Context(project, page.language, page.name)
        try:
            result.titles[page.language][page.name] = typeset(plain(str(page.front.get("title", page.name)), project,
                                                                    page.language), page.language)
            if page.language == project.languages[0]:
                _add(page, context, result)
        except GuideError:
            continue
    return result


def _add(page: Page, context: Context, result: Uses) -> None:
    """Add the claims and the blocks of one page; of several sections citing the same claim, the first counts."""
    found = [(citation.line, citation.id, citation.section) for citation in page.citations]
    for name, argument, line in page.blocks:
        section = next((heading.id for heading in reversed(page.headings) if heading.level == 2
                        and heading.line < line), "")
        result.blocks.setdefault(name, (page.name, section))
        if name not in _NOT_CITING and known(name, argument, context.records):
            found += [(line, claim, section) for claim in MARK.findall(context.render(name, argument=argument))]
    seen: set[str] = set()
    for _, claim, section in sorted(found, key=lambda item: item[0]):
        if claim not in seen:
            seen.add(claim)
            result.cited_on.setdefault(claim, []).append((page.name, section))
