"""Changes to several files that are made together or not at all.

Guards against: a page moved and its links not, because the disk was full or a file was locked half-way.
"""

import os
import tempfile
from pathlib import Path

from guide.content.yaml_lines import read_text


class Edits:
    """What is to be written and removed under `root`, held in memory until `apply`. Paths are relative to it, with
    forward slashes."""

    def __init__(self, root: Path):
        self.root = root
        self.texts: dict[str, str | None] = {}

    def read(self, path: str) -> str:
        """The file as it will be. GuideError when it cannot be read."""
        text = self.texts.get(path)
        return read_text(self.root / path, self.root) if text is None else text

    def write(self, path: str, text: str) -> None:
        """Give the file this text; nothing to do where it has it."""
        if path in self.texts or not (self.root / path).exists() or self.read(path) != text:
            self.texts[path] = text

    def remove(self, path: str) -> None:
        """Remove the file."""
        self.texts[path] = None

    def apply(self) -> None:
        """Make every change. OSError when one cannot be made; every file is then as it was."""
        before = {path: self._bytes(path) for path in self.texts}
        fresh: dict[str, str] = {}
        try:
            for path, text in self.texts.items():
                if text is not None:
                    fresh[path] = self._beside(path, text)
            for path in self.texts:
                if path in fresh:
                    os.replace(fresh[path], self.root / path)
                    del fresh[path]
                else:
                    (self.root / path).unlink()
        except OSError:
            for path, data in before.items():
                self._restore(path, data)
            raise
        finally:
            for name in fresh.values():
                os.unlink(name)
        self._tidy()

    def _beside(self, path: str, text: str) -> str:
        """A new file with this text in the folder where it will stand, so that putting it in place cannot fail for want
        of room. Its lines end as those of the file it replaces."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".new-", dir=target.parent)
        with open(handle, "w", encoding="utf-8",
                  newline="\r\n" if b"\r\n" in (self._bytes(path) or b"") else "\n") as file:
            file.write(text)
        os.chmod(name, (target.stat().st_mode if target.exists() else 0o644) & 0o777)
        return name

    def _bytes(self, path: str) -> bytes | None:
        target = self.root / path
        return target.read_bytes() if target.exists() else None

    def _restore(self, path: str, data: bytes | None) -> None:
        if data is None:
            (self.root / path).unlink(missing_ok=True)
        elif self._bytes(path) != data:
            (self.root / path).write_bytes(data)

    def _tidy(self) -> None:
        """Remove the folders that removing files has emptied."""
        for path, text in self.texts.items():
            folder = (self.root / path).parent
            if text is None and folder != self.root and not any(folder.iterdir()):
                folder.rmdir()
