"""Changes to several files, all worked out before the first is made."""

from pathlib import Path

from guide.content.files import read_text


class Edits:
    """What is to be written and removed under `root`, until `apply`. Paths are relative, with forward slashes."""

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
        """Make every change: what is new first, then what goes, with the folders that empties. Lines end as those of
        the file they replace. OSError when one cannot be made; git has the files as they were."""
        for path, text in sorted(self.texts.items(), key=lambda item: item[1] is None):
            file = self.root / path
            if text is None:
                file.unlink()
                if not any(file.parent.iterdir()):
                    file.parent.rmdir()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                windows = file.exists() and b"\r\n" in file.read_bytes()
                file.write_text(text, "utf-8", newline="\r\n" if windows else "\n")
