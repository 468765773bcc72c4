"""The one Python-Markdown extension that registers all the others, with their priorities and the reasons for them."""

from guide.content.pages import VALUE
from guide.content.records import Records
from markdown import Markdown
from markdown.extensions import Extension

from .. import icons
from ..context import Context
from .blocks import ComponentBlocks
from .citations import PATTERN, CitationInline, CitationMarks
from .letters import LetterFences, Letters
from .structure import Structure
from .typography import ContentsTypography, Typography
from .values import ValueInline


class GuideExtension(Extension):
    """Citations, values, components, typography and structure for the page described by `context`."""

    def __init__(self, context: Context):
        self.context = context
        super().__init__()

    def extendMarkdown(self, md: Markdown) -> None:
        self.md, md.guide = md, self.context
        md.registerExtension(self)
        md.block_level_elements += "check-list", "objection-letter", "kit-words"
        ComponentBlocks(self.context).extendMarkdown(md)
        icons.in_markdown().extendMarkdown(md)
        for registry, name, item, priority in (
            # Above the fences of other languages (25).
            (md.preprocessors, "letter-fences", LetterFences(md), 27),
            # Above links (160) and references (170), below code (190) and escapes (180): see CitationInline.
            (md.inlinePatterns, "citations", CitationInline(PATTERN, md), 175),
            (md.inlinePatterns, "values", ValueInline(VALUE.pattern, md), 176),
            # After inline markup (20), before the table of contents (5).
            (md.treeprocessors, "typography", Typography(md), 15),
            (md.treeprocessors, "contents-typography", ContentsTypography(md), 4),
            # After headings have their ids (5), before they are wrapped (-10).
            (md.treeprocessors, "letters", Letters(md), 0),
            # After MkDocs has resolved links (0), so that keys and marks see final addresses.
            (md.treeprocessors, "structure", Structure(md), -10),
            # After raw HTML is put back (30).
            (md.postprocessors, "citation-marks", CitationMarks(md), -10),
        ):
            registry.register(item, f"guide-{name}", priority)

    def reset(self) -> None:
        """Names of addresses and authorities work as reference links: `[words][setting-page]`."""
        self.md.set_output_format("html")  # here, since Markdown sets its own, XHTML, after it has read its extensions
        self.md.references.update(named_addresses(self.context.records))


def named_addresses(records: Records) -> dict[str, tuple[str, None]]:
    """Reference definitions drawn from records: `setting-page`, and `authority-fr` for each authority."""
    found = {name: (record["url"], None) for name, record in records.addresses.items()}
    for name, record in records.authorities.items():
        if address := record.get("complaint") or record.get("site"):
            found[f"authority-{name}"] = (address, None)
    return found
