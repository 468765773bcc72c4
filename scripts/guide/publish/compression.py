"""A copy of each text of the site as Brotli (`.br`, RFC 7932) and as gzip (`.gz`, RFC 1952), for hosts that send such
copies instead of compressing at every visit: nginx's brotli_static and gzip_static, Caddy's `precompressed`.
"""

import gzip
from pathlib import Path

import brotli

# What hosts compress: texts, scripts, data, drawings, WebAssembly. Pictures and Pagefind's index are compressed
# already.
COMPRESSED = ".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".ics", ".wasm"


def compress(site: Path) -> str:
    """Write the copies beside their files, and say so. No date, no name: the same files give the same bytes."""
    texts = [path for path in site.rglob("*") if path.suffix in COMPRESSED]
    for path in texts:
        data = path.read_bytes()
        path.with_name(f"{path.name}.br").write_bytes(brotli.compress(data))
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(data, mtime=0))
    return f"{len(texts)} files have a .br and a .gz beside them"
