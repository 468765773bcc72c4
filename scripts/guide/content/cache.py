"""What takes long to make and depends on little, kept by content in .cache/, which git ignores and anybody may delete.

A key holds everything the thing is made of: what the caller names, all of the project's own code, the versions of
Python and of every library. So nothing in the folder is ever out of date. Two builds at once do no harm: a file is
written beside its place and put there whole. A folder that cannot be written is done without.

And answers `remembered` in one run, for as long as what they are about is in use: a memory of fixed size would be of no
use to rules that each go through all pages, one without limits would keep every page of every save of a preview.
"""

import hashlib
import marshal
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

Thing = TypeVar("Thing")
FOLDER = ".cache"
KEPT = 3 * 86_400  # seconds since a thing was last asked for
_CODE = Path(__file__).resolve().parents[2]
Function = TypeVar("Function", bound=Callable[..., Any])


def fingerprint(paths: Iterable[Path]) -> str:
    """The fingerprint of files: their names and what is in them; of a folder, its name."""
    digest = hashlib.sha256()
    for path in paths:
        data = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.parent.name}/{path.name}\n{len(data)}\n".encode() + data)
    return digest.hexdigest()


@cache
def code(folder: Path = _CODE) -> str:
    """The fingerprint of what makes things: the modules in `folder`, the version of Python and of each library."""
    libraries = sorted({path.name for place in sys.path for path in Path(place).glob("*.dist-info")})
    return fingerprint(sorted(folder.rglob("*.py"))) + sys.version + "\n".join(libraries)


@dataclass(frozen=True)
class Cache:
    """The folder of the project at `root`."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / FOLDER

    def get(self, kind: str, made_of: object) -> Any:
        """What was kept of this `kind` and made of the same, else None. `made_of` has a `repr` that says all of it."""
        path = self._path(kind, made_of)
        try:
            thing = marshal.loads(path.read_bytes())
            path.touch()
        except (OSError, EOFError, ValueError):  # it is not there, or a disk has lost it
            return None
        return thing

    def put(self, kind: str, made_of: object, thing: Any) -> None:
        """Keep `thing`: texts, bytes, numbers, and lists, tuples and dicts of them."""
        path = self._path(kind, made_of)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}")
            beside.write_bytes(marshal.dumps(thing))
            os.replace(beside, path)

    def kept(self, kind: str, made_of: object, make: Callable[[], Thing]) -> Thing:
        """What was kept, else what `make` makes, which is then kept."""
        thing = self.get(kind, made_of)
        if thing is None:
            self.put(kind, made_of, thing := make())
        return thing

    def tidy(self) -> None:
        """Drop what nobody has asked for in three days."""
        for path in self.folder.glob("*/*"):
            with suppress(OSError):  # another build is at it too
                if path.stat().st_mtime < time.time() - KEPT:
                    path.unlink()

    def _path(self, kind: str, made_of: object) -> Path:
        return self.folder / kind / hashlib.sha256(f"{kind}\n{code()}\n{made_of!r}".encode()).hexdigest()


def remembered(function: Function) -> Function:
    """Call `function` once for the same arguments while the first, which no answer may hold, is in use."""
    answers: WeakKeyDictionary[Any, dict[tuple[Any, ...], Any]] = WeakKeyDictionary()

    @wraps(function)
    def answer(about: Any, *rest: Any) -> Any:
        known = answers.setdefault(about, {})
        if rest not in known:
            known[rest] = function(about, *rest)
        return known[rest]

    return answer  # type: ignore[return-value]
