"""Jinja templates compiled once a process, however many environments load them and however often a preview is rebuilt.

MkDocs makes an environment a language, and a preview makes all of them again after every save: compiling the same forty
templates each time takes longer than filling them in. A template is compiled again when its text is another.
"""

from __future__ import annotations

from types import CodeType

import jinja2
from jinja2.bccache import Bucket


class Compiled(jinja2.BytecodeCache):
    """Compiled templates in memory. One object for each set of environment options, which compilation depends on."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template's code, unless it was compiled from another text (`checksum`)."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was just compiled, in place of an earlier text's."""
        self._kept[bucket.key] = (bucket.checksum, bucket.code)
