"""What a contributor is told when something is wrong: one line, `path:line: what is wrong, what to write instead`.

Everything that reads a file somebody wrote reports through `Fault`, so that a mistake is answered by a
sentence and never by a traceback.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Read = TypeVar("Read")


@dataclass(frozen=True, order=True)
class Fault:
    """One mistake in one file. `path` is relative to the repository (POSIX form), `line` counts from 1 (0: the whole
    file), `message` says what is wrong and what to write instead."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """One line, whatever is quoted: what a terminal would obey or nobody would see is spelt out."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        return "".join(sign if sign.isprintable() or sign in "\u00a0\u202f" else sign.encode("unicode_escape").decode()
                       for sign in f"{where}: {self.message}")


class GuideError(Exception):
    """Raised with one or more faults; its text is one fault a line."""

    def __init__(self, faults: Fault | list[Fault]):
        self.faults = sorted({faults} if isinstance(faults, Fault) else set(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def relative(path: Path, root: Path) -> str:
    """`path` as shown in a fault: relative to `root` when it lies under it, with forward slashes."""
    try:
        # a link is named where it lies
        return (path.parent.resolve() / path.name).relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def collected(faults: list[Fault], read: Callable[..., Read], *arguments: object) -> Read | None:
    """What `read` gives; None when it finds faults, which are added to `faults`."""
    try:
        return read(*arguments)
    except GuideError as error:
        faults += error.faults
    return None


def refuse(faults: list[Fault]) -> None:
    """Raise GuideError when there are any."""
    if faults:
        raise GuideError(faults)
