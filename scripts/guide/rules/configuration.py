"""mkdocs.yml says what it says today: our hook, one plugin, our theme, the extensions pages are checked with, pages in the menu.

Each of its settings can add a script to every page, run code of another, or publish a folder. `dev.py` asks this before MkDocs reads the
file, because MkDocs obeys while it reads: `python -m guide.rules.configuration`.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml
from guide.content import readable
from guide.content.characters import invisible
from guide.content.faults import Fault, GuideError
from guide.content.records import LINE_END, MARKUP
from guide.content.settings import NEUTRAL, settings
from guide.content.yaml_lines import read_text
from guide.render.tokens import colours

PATH = "mkdocs.yml"
# Setting → what it may be: a text, the keys of a mapping, or None where another rule looks after it.
SETTINGS: dict[str, str | frozenset[str] | None] = {
    "site_name": None, "site_url": None, "nav": None, "exclude_docs": None,
    "docs_dir": "docs", "site_dir": "site", "use_directory_urls": "true",
    "theme": None, "validation": frozenset(("nav", "links")),
    "hooks": frozenset(("scripts/hooks.py",)), "watch": frozenset(("docs", "overrides", "scripts")), "plugins": frozenset(("i18n",)),
    "markdown_extensions": frozenset(("attr_list", "admonition", "tables", "footnotes", "toc", "pymdownx.details", "pymdownx.superfences",
                                      "pymdownx.tasklist")),
}
INSIDE: dict[str, dict[str, tuple[str, ...] | None]] = {
    "theme": {"name": ("material", "null"), "custom_dir": ("overrides",), "language": None, "static_templates": ("404.html",)},
    "i18n": {"docs_structure": ("folder",), "fallback_to_default": ("false",), "reconfigure_material": ("false",), "reconfigure_search": ("false",),
             "languages": None},
    "language": {"locale": None, "name": None, "default": None, "theme": None, "site_name": None}, "theme of a language": {"language": None},
    "nav of validation": dict.fromkeys(("omitted_files", "not_found", "absolute_links"), ("warn",)),
    "links of validation": dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), ("warn",)),
    "pymdownx.superfences": {}, "attr_list": {}, "tables": {},
}
SITE_URL = ["SITE_URL", NEUTRAL]
_PAGE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")
_TAG = "tag:yaml.org,2002:"


def faults(root: Path) -> Iterator[Fault]:
    """Every setting of mkdocs.yml that is not one of ours. Reads the file without obeying it."""
    try:
        top = yaml.compose(read_text(root / PATH, root), Loader=yaml.BaseLoader)
    except GuideError as error:
        yield from error.faults
        return
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield Fault(PATH, mark.line + 1 if mark else 1, "is not valid YAML; check the indentation")
        return
    if not isinstance(top, yaml.MappingNode):
        yield Fault(PATH, 1, "holds no settings; put them back as they were")
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
    for name in sorted(SETTINGS.keys() - seen - {"watch"}):
        yield Fault(PATH, 1, f"lacks the setting {name}; put it back as it was")


def _setting(key: yaml.Node, value: yaml.Node) -> Iterator[Fault]:
    if key.value not in SETTINGS:
        yield Fault(PATH, _line(key), f"the setting {key.value} is none of ours; remove it (styles, scripts and templates stand in overrides/, facts in "
                                      f"docs/records/)")
        return
    wanted = SETTINGS[key.value]
    if isinstance(wanted, str) and value.value != wanted:
        yield Fault(PATH, _line(key), f"{key.value} must stay {wanted}")
    if isinstance(wanted, frozenset):
        names = list(_names(value))
        if missing := sorted(wanted - {str(name.value) for name in names}) if key.value != "watch" else []:
            yield Fault(PATH, _line(key), f"{key.value} lacks {missing[0]}, which the build and its checks rest on; put it back")
        for name in names:
            if str(name.value) not in wanted:
                yield Fault(PATH, _line(name), f"{key.value} may not have {str(name.value)[:60]!r}; only {', '.join(sorted(wanted))}")
    yield from _INSIDE.get(key.value, _nothing)(value)


def _address(value: yaml.Node) -> Iterator[Fault]:
    if value.tag != "!ENV" or [item.value for item in value.value] != SITE_URL:
        yield Fault(PATH, _line(value), f'site_url must stay !ENV [SITE_URL, "{SITE_URL[1]}"]: the address comes from the environment')


def _validation(value: yaml.Node) -> Iterator[Fault]:
    for key, options in _pairs(value):
        yield from _fixed(f"{key.value} of validation", options)


def _left_out(value: yaml.Node) -> Iterator[Fault]:
    if set(str(value.value).split()) != {"/records/", "/strings/"}:
        yield Fault(PATH, _line(value), "exclude_docs must name /records/ and /strings/, which are read and not published, and nothing else")


def _menu(value: yaml.Node) -> Iterator[Fault]:
    for node in _nodes(value):
        if isinstance(node, yaml.ScalarNode) and re.search(r"[/.:]", node.value) and not _PAGE.fullmatch(node.value):
            yield Fault(PATH, _line(node), f"the menu may not hold {node.value[:60]!r}; name pages of docs/, such as faq.md")


def _parts(value: yaml.Node) -> Iterator[Fault]:
    """Plugins, or extensions of Markdown, with their options."""
    for item in [value] if isinstance(value, yaml.MappingNode) else value.value:
        for name, options in _pairs(item):
            yield from _options(name.value, options)


def _options(name: str, options: yaml.Node) -> Iterator[Fault]:
    """The options of a plugin or an extension; of the plugin for languages, those of each language too."""
    yield from _fixed(name, options)
    for key, languages in _pairs(options) if name == "i18n" else ():
        for language in languages.value if key.value == "languages" and isinstance(languages, yaml.SequenceNode) else ():
            yield from _fixed("language", language)
            for option, words in _pairs(language):
                yield from _fixed("theme of a language", words) if option.value == "theme" else _words(words)
                if option.value == "locale" and not re.fullmatch(r"[a-z]{2}", str(words.value)):
                    yield Fault(PATH, _line(words), f"the language {str(words.value)[:20]!r} is no folder of docs/; write its two small letters")


def _words(value: yaml.Node) -> Iterator[Fault]:
    """A name that readers see, and titles, feeds and cards take over."""
    if not isinstance(value, yaml.ScalarNode) or MARKUP.search(value.value) or LINE_END.search(value.value) or invisible(value.value):
        yield Fault(PATH, _line(value), f"{str(value.value)[:60]!r} is not one line of plain words; write the name and nothing else")


def _fixed(name: str, value: yaml.Node) -> Iterator[Fault]:
    """The options of `name`, where INSIDE lists them: no other, each as it is there, and none of those left out."""
    if name in INSIDE:
        given = {key.value for key, _ in _pairs(value)}
        for key, wanted in INSIDE[name].items():
            if wanted and key not in given:
                yield Fault(PATH, _line(value), f"{name} lacks {key}: {wanted[0]}; put it back")
        for node, option in _pairs(value):
            if node.value not in INSIDE[name]:
                yield Fault(PATH, _line(node), f"{name} may not have the option {node.value}; remove it")
            elif (wanted := INSIDE[name][node.value]) and not {str(item.value) for item in _names(option)} <= set(wanted):
                yield Fault(PATH, _line(node), f"{name}: {node.value} must stay {wanted[0]}")


def _nothing(_value: yaml.Node) -> Iterator[Fault]:
    yield from ()


# What each setting may hold inside.
_INSIDE: dict[str, Callable[[yaml.Node], Iterator[Fault]]] = {
    "theme": partial(_fixed, "theme"), "site_name": _words, "site_url": _address, "validation": _validation, "exclude_docs": _left_out, "nav": _menu,
    "plugins": _parts, "markdown_extensions": _parts,
}


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


def sound(root: Path) -> None:
    """Raise GuideError with every fault of `root`'s mkdocs.yml, and every text that cannot be read, if there are any."""
    found = [*faults(root), *readable.faults(root)]
    tokens = root / "overrides/assets/css/tokens.css"
    try:
        if not found and tokens.exists():
            colours(tokens.read_text("utf-8"))
    except ValueError as error:
        found.append(Fault("overrides/assets/css/tokens.css", 1, f"cannot be used ({error}); restore the file, or mend what you changed"))
    if found:
        raise GuideError(found)


def main() -> int:
    """Print what is not sound in this repository, else what the environment says wrongly of the site; 1 when anything is."""
    try:
        sound(Path(__file__).resolve().parents[3])
        settings(os.environ)
    except GuideError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
