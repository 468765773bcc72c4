"""Jinja's own store of compiled templates, in .cache/: compiling the same forty takes longer than filling them in."""

import os

import jinja2
from guide.content.cache import FOLDER

from .icons import ROOT


def compiled(options: str) -> jinja2.BytecodeCache | None:
    """The store for environments with the same `options`, which compilation depends on; None where none can be."""
    folder = ROOT / FOLDER / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(folder), f"{options}-%s") if os.access(folder, os.W_OK) else None
