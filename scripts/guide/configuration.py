"""mkdocs.yml says what it says today: our hook, one plugin, our theme, the extensions pages are checked with, pages in the menu.

Each of its settings can add a script to every page, run code of another, or publish a folder. `dev.py` asks this before MkDocs reads the
file, because MkDocs obeys while it reads: `python -m guide.configuration`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from .faults import Fault
from .yaml_lines import read_text

PATH = "mkdocs.yml"
# Setting → what it may be: a text, the keys of a mapping, or None where another rule looks after it.
SETTINGS: dict[str, str | frozenset[str] | None] = {
    "site_name": None, "site_url": None, "edit_uri": None, "nav": None, "exclude_docs": None,
    "docs_dir": "docs", "site_dir": "site", "use_directory_urls": "true",
    "theme": None, "validation": frozenset(("nav", "links")),
    "hooks": frozenset(("scripts/hooks.py",)), "watch": frozenset(("docs", "overrides", "scripts")), "plugins": frozenset(("i18n",)),
    "markdown_extensions": frozenset(("attr_list", "admonition", "tables", "footnotes", "toc", "pymdownx.details", "pymdownx.superfences",
                                      "pymdownx.tasklist")),
}
INSIDE: dict[str, dict[str, tuple[str, ...] | None]] = {
    "theme": {"name": ("material", "null"), "custom_dir": ("overrides",), "font": ("false",), "language": None, "static_templates": ("404.html",)},
    "i18n": {"docs_structure": ("folder",), "fallback_to_default": ("false",), "reconfigure_material": ("false",), "reconfigure_search": ("false",),
             "languages": None},
    "language": {"locale": None, "name": None, "default": None, "theme": None, "site_name": None},
    "pymdownx.superfences": {}, "attr_list": {}, "tables": {},
}
_PAGE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")
_TAG = "tag:yaml.org,2002:"


def faults(root: Path) -> Iterator[Fault]:
    """Every setting of mkdocs.yml that is not one of ours. Reads the file without obeying it."""
    try:
        top = yaml.compose(read_text(root / PATH, root), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield Fault(PATH, mark.line + 1 if mark else 1, "is not valid YAML; check the indentation")
        return
    for node in _nodes(top):
        if not node.tag.startswith(_TAG) and node.tag != "!ENV" or node.tag.startswith(_TAG + "python"):
            yield Fault(PATH, _line(node), f"uses the tag {node.tag.replace(_TAG, '!!')}, which can run code; write the value out (!ENV alone may stand)")
    seen: set[str] = set()
    for key, value in _pairs(top):
        if key.value in seen:
            yield Fault(PATH, _line(key), f"has the setting {key.value} twice; keep one")
        seen.add(key.value)
        yield from _setting(key, value)


def _setting(key: yaml.Node, value: yaml.Node) -> Iterator[Fault]:
    if key.value not in SETTINGS:
        yield Fault(PATH, _line(key), f"the setting {key.value} is none of ours; remove it (styles, scripts and templates stand in overrides/, facts in "
                                      f"docs/records/)")
        return
    wanted = SETTINGS[key.value]
    if isinstance(wanted, str) and value.value != wanted:
        yield Fault(PATH, _line(key), f"{key.value} must stay {wanted}")
    if isinstance(wanted, frozenset):
        for name in _names(value):
            if name.value not in wanted:
                yield Fault(PATH, _line(name), f"{key.value} may not have {str(name.value)[:60]!r}; only {', '.join(sorted(wanted))}")
    yield from _inside(key.value, value)


def _inside(setting: str, value: yaml.Node) -> Iterator[Fault]:
    if setting == "theme":
        yield from _fixed("theme", value)
    elif setting == "exclude_docs":
        lines = str(value.value).split()
        if not {"/records/", "/strings/"} <= set(lines) or any(line.startswith("!") for line in lines):
            yield Fault(PATH, _line(value), "exclude_docs must name /records/ and /strings/: they are read, not published")
    elif setting == "nav":
        for node in _nodes(value):
            if isinstance(node, yaml.ScalarNode) and re.search(r"[/.]", node.value) and not _PAGE.fullmatch(node.value):
                yield Fault(PATH, _line(node), f"the menu may not hold {node.value[:60]!r}; name pages of docs/, such as faq.md")
    elif setting in ("plugins", "markdown_extensions"):
        for item in [value] if isinstance(value, yaml.MappingNode) else value.value:
            for name, options in _pairs(item):
                yield from _options(name.value, options)


def _options(name: str, options: yaml.Node) -> Iterator[Fault]:
    """The options of a plugin or an extension; of the plugin for languages, those of each language too."""
    yield from _fixed(name, options)
    for key, languages in _pairs(options) if name == "i18n" else ():
        for language in languages.value if key.value == "languages" and isinstance(languages, yaml.SequenceNode) else ():
            yield from _fixed("language", language)


def _fixed(name: str, value: yaml.Node) -> Iterator[Fault]:
    """The options of `name`, where INSIDE lists them: no other, and each as it is there."""
    if name in INSIDE:
        for key, option in _pairs(value):
            if key.value not in INSIDE[name]:
                yield Fault(PATH, _line(key), f"{name} may not have the option {key.value}; remove it")
            elif (wanted := INSIDE[name][key.value]) and not {str(item.value) for item in _names(option)} <= set(wanted):
                yield Fault(PATH, _line(key), f"{name}: {key.value} must stay {wanted[0]}")


def _names(value: yaml.Node) -> Iterator[yaml.Node]:
    """The names a setting lists, as keys or as items."""
    for item in [value] if isinstance(value, (yaml.MappingNode, yaml.ScalarNode)) else value.value:
        if isinstance(item, yaml.MappingNode):
            yield from (key for key, _ in item.value)
        else:
            yield item


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _nodes(node: yaml.Node | None) -> Iterator[yaml.Node]:
    if node is None:
        return
    yield node
    for child in node.value if not isinstance(node, yaml.ScalarNode) else ():
        for one in child if isinstance(child, tuple) else (child,):
            yield from _nodes(one)


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1


def main() -> int:
    """Print every fault of this repository's mkdocs.yml; 1 when there is one."""
    found = list(faults(Path(__file__).resolve().parent.parent.parent))
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
