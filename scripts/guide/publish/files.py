"""Files of the built site."""

from pathlib import Path


def save(path: Path, content: str | bytes) -> None:
    """Write a file, the same on every system, its folder made first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
