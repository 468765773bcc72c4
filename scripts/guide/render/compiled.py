"""Jinja templates compiled once, however many environments load them and however often the site is built.

MkDocs makes an environment a language, and a preview makes all of them again after every save: compiling the same forty
templates each time takes longer than filling them in. A template is compiled again when its text is another.
"""

from types import CodeType

import jinja2
from guide.content.cache import Cache
from jinja2.bccache import Bucket


class Compiled(jinja2.BytecodeCache):
    """Compiled templates in memory, and in the `cache` of the project once it is known. `options` names the set of the
    environment's options, which compilation depends on."""

    cache: Cache | None = None

    def __init__(self, options: str) -> None:
        self._options = options
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template's code, unless it was compiled from another text (`checksum`)."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif self.cache and (code := self.cache.get("templates", (self._options, bucket.key, bucket.checksum))):
            bucket.code, self._kept[bucket.key] = code, (bucket.checksum, code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was just compiled, in place of an earlier text's."""
        self._kept[bucket.key] = bucket.checksum, bucket.code
        if self.cache:
            self.cache.put("templates", (self._options, bucket.key, bucket.checksum), bucket.code)
