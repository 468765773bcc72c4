"""Files of the built site, the fingerprints of all, and the compressed copies that a host may want."""

import gzip
import hashlib
from pathlib import Path

import brotli

SUMS = "SHA256SUMS"
# What hosts compress: texts, scripts, data, drawings, WebAssembly. Pictures and Pagefind's index are compressed
# already.
COMPRESSED = ".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".ics", ".wasm"


def save(path: Path, content: str | bytes) -> None:
    """Write a file, the same on every system, its folder made first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def write_sums(site: Path) -> None:
    """Write the fingerprint of every file into the root of `site`, last of all, so that anybody can tell whether a host
    sends what the sources make. In the form of `sha256sum -c`, sorted by name; left out are the list itself, and the
    compressed copies: unpacked, they are files of it."""
    sums = {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in site.rglob("*") if path.is_file()}
    save(site / SUMS, "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)))


def compress(site: Path) -> str:
    """Write a copy of each text as Brotli (`.br`, RFC 7932) and as gzip (`.gz`, RFC 1952), and say so: for hosts that
    send such copies instead of compressing at every visit (nginx's brotli_static and gzip_static, Caddy's
    `precompressed`). No date, no name: the same files give the same bytes."""
    texts = [path for path in site.rglob("*") if path.suffix in COMPRESSED]
    for path in texts:
        data = path.read_bytes()
        path.with_name(f"{path.name}.br").write_bytes(brotli.compress(data))
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(data, mtime=0))
    return f"{len(texts)} files have a .br and a .gz beside them"
