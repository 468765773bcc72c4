"""What a host must send with the site, and what pages say themselves where a host sends nothing (GitHub Pages).

Nothing may load from, connect to or be framed by anybody else (Content Security Policy Level 3); a visit leaves no
trace at another site (Referrer Policy); a file is what its type says (Fetch, nosniff). A `<meta>` cannot hold
frame-ancestors.

TYPES says what each kind of file is called on the web (RFC 6838, the IANA registry), for every server we answer for:
hosts differ, and a page sent with nosniff gets no script or style under a wrong name.
"""

import base64
import hashlib

# 'wasm-unsafe-eval': Pagefind searches in WebAssembly. No hash and no 'unsafe-inline': there is nothing inline to
# allow.
POLICY = {
    "default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval'", "style-src": "'self'", "img-src": "'self'",
    "connect-src": "'self'", "manifest-src": "'self'", "base-uri": "'none'", "form-action": "'none'",
    "require-trusted-types-for": "'script'", "trusted-types": "'none'"}
META_POLICY = "; ".join(f"{name} {value}" for name, value in POLICY.items())
# What a guide never asks of a device. Chromium complains of names it does not know.
UNUSED = ("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid",
          "idle-detection", "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking")
HEADERS = {
    "Content-Security-Policy": META_POLICY + "; frame-ancestors 'none'", "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED), "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",  # RFC 6797; the names below this host's are their owner's business
    "X-Content-Type-Options": "nosniff"}
TYPES = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".txt": "text/plain",
    ".md": "text/markdown", ".csv": "text/csv", ".ics": "text/calendar", ".json": "application/json",
    ".jsonld": "application/ld+json", ".xml": "application/xml",
    ".atom": "application/atom+xml", ".rss": "application/rss+xml",
    ".webmanifest": "application/manifest+json", ".wasm": "application/wasm", ".svg": "image/svg+xml",
    ".png": "image/png", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".woff2": "font/woff2",
    ".pdf": "application/pdf", ".gz": "application/gzip"}
UNKNOWN = "application/octet-stream"  # Pagefind's own files, among others: bytes for a script that knows them


def single_file(language: str) -> str:
    """The name of the guide as one file, with a policy of its own: hosts send it to be kept, not shown."""
    return f"guide-{language}.html"


def single_file_policy(style: str) -> str:
    """Nothing but the file's own style, named by its hash (Content Security Policy Level 3, 2.3.1)."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def with_charset(media_type: str) -> str:
    """The type as a Content-Type header: texts say that they are UTF-8, others say so themselves or are none."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
