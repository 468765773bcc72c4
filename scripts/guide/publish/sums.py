"""`SHA256SUMS`: the fingerprint of every file of the site, so that anybody can tell whether a host sends what the
sources make.

In the form of `sha256sum -c`, sorted by name. It leaves out itself, and the compressed copies that a host may want:
unpacked, they are files of the list.
"""

import hashlib
from pathlib import Path

from .files import save

NAME = "SHA256SUMS"


def write(site: Path) -> None:
    """Write the list into the root of `site`: last of all, since it speaks of everything else."""
    sums = {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in site.rglob("*") if path.is_file()}
    save(site / NAME, "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)))
