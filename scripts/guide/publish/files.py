"""Files of the built site."""

from pathlib import Path


def save(path: Path, text: str) -> None:
    """Write a text as it is on every system, its folder made first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
