"""mkdocs.yml says what it says today: our hook, one plugin, our theme, the extensions pages are checked with, pages in
the menu.

Each of its settings can add a script to every page, run code of another, or publish a folder. `dev.py` asks this before
MkDocs reads the file, because MkDocs obeys while it reads: `python -m guide.rules.configuration`.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from guide.content import readable
from guide.content.faults import Fault, GuideError
from guide.content.settings import NEUTRAL, settings
from guide.content.yaml_lines import read_text
from guide.render.tokens import colours

PATH = "mkdocs.yml"
EACH = "each"  # first of a list that may be of any length: its second item is what each of them is
# The settings. A text is a pattern, a name with + may be left out.
WANTED = yaml.load(f"""
site_name: &words '[^<>&{{}}]+'
site_url: [SITE_URL, {re.escape(NEUTRAL)}]
docs_dir: docs
site_dir: site
use_directory_urls: 'true'
exclude_docs: /records/ /strings/
theme: {{name: material|null, custom_dir: overrides, +language: '[a-z]{{2}}', static_templates: [404.html]}}
extra:
  search:
    answer: &number '[0-9]+([.][0-9]+)?'
    statement: *number
    about: *number
    about_roles: [{EACH}, '[a-z-]+']
    ranking: {{pageLength: *number, metaWeights: {{title: *number, keywords: *number}}}}
hooks: [scripts/hooks.py]
+watch: [{EACH}, docs|overrides|scripts]
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: 'false'
      reconfigure_material: 'false'
      reconfigure_search: 'false'
      languages:
        - {EACH}
        - locale: '[a-z]{{2}}'
          +name: *words
          +default: 'true|false'
          +theme: {{language: '[a-z]{{2}}'}}
          +site_name: *words
nav: '.*'
markdown_extensions:
  attr_list: {{}}
  sane_lists: {{}}
  tables: {{}}
  toc: {{+permalink: 'false', +toc_depth: '[1-6-]+'}}
  pymdownx.details: {{}}
  pymdownx.superfences: {{}}
  pymdownx.tasklist: {{+clickable_checkbox: 'true|false', +custom_checkbox: 'true|false'}}
validation:
  nav: {{omitted_files: warn, not_found: warn, absolute_links: warn}}
  links: {{not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}}
""", Loader=yaml.BaseLoader)
_WORDS = "site_name", "name", "locale", "language"  # of which YAML makes a truth value or a number where it can
_MENU = re.compile(r"[^/.:]+|[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")
_PLAIN_TAGS = tuple("tag:yaml.org,2002:" + kind for kind in ("str", "seq", "map"))


def faults(root: Path) -> Iterator[Fault]:
    """Every setting of mkdocs.yml that is not one of ours. Reads the file without obeying it."""
    try:
        top = yaml.compose(read_text(root / PATH, root), Loader=yaml.BaseLoader)
    except GuideError as error:
        yield from error.faults
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield Fault(PATH, mark.line + 1 if mark else 1, "is not valid YAML; check the indentation")
    else:
        yield from _compare("the file", top,
                            WANTED) if top else [Fault(PATH, 1, "holds no settings; put them back as they were")]


def _compare(name: str, node: yaml.Node, wanted: object) -> Iterator[Fault]:
    """What differs between a part of the file and what is wanted there."""
    line = node.start_mark.line + 1
    if node.tag not in _PLAIN_TAGS and (node.tag, name) != ("!ENV", "site_url"):
        yield Fault(PATH, line,
                    f"uses the tag {node.tag.replace('tag:yaml.org,2002:', '!!')}, which can run code; write the "
                    f"value out")
    elif name == "nav" and isinstance(wanted, str):
        yield from _menu(node)
    elif isinstance(wanted, dict) and isinstance(node, yaml.MappingNode):
        yield from _mapping(name, node, wanted)
    elif isinstance(wanted, list) and isinstance(node, yaml.SequenceNode) and (wanted[0] == EACH
                                                                               or len(wanted) == len(node.value)):
        for item, one in zip(node.value, [wanted[1]] * len(node.value) if wanted[0] == EACH else wanted, strict=True):
            yield from _compare(name, item, one)
    else:
        value = " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else None
        if not (isinstance(wanted, str) and value and value.isprintable() and re.fullmatch(wanted, value)
                or wanted == {} and value == ""):
            put = wanted if isinstance(wanted, str) else yaml.safe_dump(wanted, default_flow_style=True).strip()
            yield Fault(PATH, line, f"{name} must stay {put}")
        elif name in _WORDS and node.style is None and not isinstance(yaml.safe_load(node.value), str):
            yield Fault(PATH, line, f"{name}: {value} is no text to YAML; put it in quotation marks: '{value}'")


def _mapping(name: str, node: yaml.MappingNode, wanted: dict[str, object]) -> Iterator[Fault]:
    """What a mapping lacks, what it should not have, and what differs inside."""
    keys = {key.removeprefix("+"): value for key, value in wanted.items()}
    for missing in wanted.keys() - {key.value for key, _ in node.value}:
        if not missing.startswith("+"):
            yield Fault(PATH, node.start_mark.line + 1,
                        f"{name} lacks {missing}, which the build and its checks rest on; put it back")
    for key, value in node.value:
        if key.value in keys:
            yield from _compare(key.value, value, keys[key.value])
        else:
            yield Fault(PATH, key.start_mark.line + 1,
                        f"{name}: {str(key.value)[:60]} is none of ours; remove it (styles, scripts and templates "
                        f"stand in overrides/, facts in docs/records/)")


def _menu(node: yaml.Node) -> Iterator[Fault]:
    """Pages, and groups of them, in the menu."""
    if isinstance(node, yaml.ScalarNode):
        if not _MENU.fullmatch(node.value):
            yield Fault(PATH, node.start_mark.line + 1,
                        f"the menu may not hold {node.value[:60]!r}; name pages of docs/, such as faq.md")
        return
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            yield from _compare("nav", part, "")


def sound(root: Path) -> None:
    """Raise GuideError with every fault of `root`'s mkdocs.yml, and every text that cannot be read, if there are
    any."""
    found = [*faults(root), *readable.faults(root)]
    tokens = root / "overrides/assets/css/tokens.css"
    try:
        if not found and tokens.exists():
            colours(tokens.read_text("utf-8"))
    except ValueError as error:
        found.append(Fault("overrides/assets/css/tokens.css", 1,
                           f"cannot be used ({error}); restore the file, or mend what you changed"))
    if found:
        raise GuideError(found)


def main() -> int:
    """Print what is wrong with the settings of this repository, or with the environment; 1 when anything is."""
    try:
        sound(Path(__file__).resolve().parents[3])
        settings(os.environ)
    except GuideError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
