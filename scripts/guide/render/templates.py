"""The templates in overrides/ as Jinja reads them, and its own store of them compiled, in .cache/: compiling the same
forty takes longer than filling them in."""

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import jinja2
from guide.content.cache import FOLDER
from guide.content.languages import typeset

from . import icons


@lru_cache(maxsize=16)
def components(folder: Path) -> jinja2.Environment:
    """The templates in `folder`, escaping by default; a name that does not exist is an error, not an empty text.
    `icon(name)` draws an icon. The filter `typeset(language)` is for what records keep as it was published: titles and
    names of publishers."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, bytecode_cache=compiled("components"))
    environment.filters["typeset"] = typeset
    environment.filters["url"] = str  # MkDocs' own makes an address relative; ours are
    environment.globals["icon"] = icons.svg
    # `tojson` writes what may stand between single quotes, in as few bytes as it takes.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def compiled(options: str) -> jinja2.BytecodeCache | None:
    """The store for environments with the same `options`, which compilation depends on; None where none can be."""
    folder = icons.ROOT / FOLDER / "templates"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(folder), f"{options}-%s") if os.access(folder, os.W_OK) else None
