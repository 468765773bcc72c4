"""mkdocs.yml says what it says today: our hook, one plugin, our theme, the extensions pages are checked with, pages in
the menu.

Each of its settings can add a script to every page, run code of another, or publish a folder. `dev.py` asks this before
MkDocs reads the file, because MkDocs obeys while it reads: `python -m guide.rules.configuration`.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from guide.content.faults import Fault, GuideError, refuse
from guide.content.files import read_text, unreadable
from guide.content.records import Record, misfits, texts
from guide.content.settings import NEUTRAL, settings
from guide.content.yaml_lines import LinedMap, parse
from guide.render.tokens import colours
from jsonschema import Draft202012Validator

PATH = "mkdocs.yml"
TOKENS = "overrides/assets/css/tokens.css"
EACH = "each"
# The settings. A text is a pattern, a name with + may be left out, EACH begins a list that may be of any length.
WANTED = yaml.load(rf"""
site_name: &words '(?!(?i:yes|no|on|off|true|false|null|[0-9.]+)$)[^<>&{{}}]+'
site_url: [SITE_URL, '{re.escape(NEUTRAL)}']
docs_dir: docs
site_dir: site
use_directory_urls: 'true'
exclude_docs: '/records/\s+/strings/\s*'
theme: {{name: material, custom_dir: overrides, +language: &code '(?!no|on)[a-z]{{2}}', static_templates: [404.html]}}
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
        - locale: *code
          +name: *words
          +default: 'true|false'
          +theme: {{language: *code}}
          +site_name: *words
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
_PAGE = {"type": "string", "pattern": r"^[a-z0-9-]+(?:/[a-z0-9-]+)*\.md$"}
_MENU = {"type": "array", "items": {"description": "name pages of docs/, such as faq.md, or a group of them", "anyOf": [
    _PAGE, {"type": "object", "propertyNames": {"pattern": r"^[^/.:]+$"}, "additionalProperties": {
        "anyOf": [_PAGE, {"$ref": "#/properties/nav"}]}}]}}


def _schema(wanted: Any) -> dict[str, Any]:
    """WANTED, or a part of it, as JSON Schema."""
    if isinstance(wanted, dict):
        return {"type": "object", "additionalProperties": False,
                "properties": {name.removeprefix("+"): _schema(value) for name, value in wanted.items()},
                "required": [name for name in wanted if not name.startswith("+")]}
    if isinstance(wanted, list):
        if wanted[0] == EACH:
            return {"type": "array", "items": _schema(wanted[1])}
        return {"type": "array", "prefixItems": [_schema(one) for one in wanted], "minItems": len(wanted),
                "maxItems": len(wanted)}
    words: dict[str, dict[str, Any]] = {"true": {"const": True}, "false": {"const": False},
                                        "true|false": {"type": "boolean"}}
    return words.get(wanted) or {"type": "string", "pattern": f"^(?:{wanted})$", "description": wanted}


_OURS = _schema(WANTED)
_SHAPE = Draft202012Validator({**_OURS, "required": [*_OURS["required"], "nav"],
                               "properties": {**_OURS["properties"], "nav": _MENU}})


def _read(root: Path) -> Record:
    """The file as it lies, without obeying it. GuideError for what is no YAML, or holds a tag, which can run code; but
    for ours, and for the one of two names of a theme that YAML does not take for words."""
    text = re.sub(r"(?m)(?:^|[ \t]+)#.*$", "", read_text(root / PATH, root))
    text = text.replace("site_url: !ENV [", "site_url: [").replace("name: null", "name: material")
    data = parse(text, PATH)
    if not isinstance(data, LinedMap) or not data:
        raise GuideError(Fault(PATH, 1, "holds no settings; put them back as they were"))
    return Record(PATH, data, PATH, 1)


def faults(root: Path) -> Iterator[Fault]:
    """Every setting of mkdocs.yml that is not one of ours."""
    try:
        yield from misfits(_read(root), _SHAPE)
    except GuideError as error:
        yield from error.faults


def menu(root: Path) -> Iterator[tuple[int, str]]:
    """(line, name) of every page in the menu."""
    data = _read(root)
    return ((data.at("nav", *keys), name) for keys, name in texts(data.get("nav", [])))


def sound(root: Path) -> None:
    """Raise GuideError with every fault of `root`'s mkdocs.yml, and every text that cannot be read, if there are
    any."""
    found = [*faults(root), *unreadable(root)]
    try:
        if not found and (root / TOKENS).exists():
            colours((root / TOKENS).read_text("utf-8"))
    except ValueError as error:
        found.append(Fault(TOKENS, 1, f"cannot be used ({error}); restore the file, or mend what you changed"))
    refuse(found)


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
