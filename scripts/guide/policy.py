"""What a host must send with the site, and what pages say themselves where a host sends nothing (GitHub Pages).

Nothing may load from, connect to or be framed by anybody else (Content Security Policy Level 3); a visit leaves no trace at
another site (Referrer Policy); a file is what its type says (Fetch, nosniff). A `<meta>` cannot hold frame-ancestors.
"""

# 'wasm-unsafe-eval': Pagefind searches in WebAssembly. No hash and no 'unsafe-inline': there is nothing inline to allow.
POLICY = {
    "default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval'", "style-src": "'self'", "img-src": "'self'",
    "connect-src": "'self'", "manifest-src": "'self'", "base-uri": "'none'", "form-action": "'none'",
    "require-trusted-types-for": "'script'", "trusted-types": "'none'",
}
META_POLICY = "; ".join(f"{name} {value}" for name, value in POLICY.items())
HEADERS = {
    "Content-Security-Policy": META_POLICY + "; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
}
