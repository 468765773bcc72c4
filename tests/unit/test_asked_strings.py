"""Every string of the interface that templates and code ask for exists, and every string is asked for: a missing one
stops a build far from its cause, an unused one is translated, reviewed and kept for nothing."""

import re

# The key in a call of `t` (templates) or of a context's `strings` (Python). With ~, + or a brace the rest is built.
CALL = re.compile(r"(?:\bt|\.strings(?:\[[^\]]+\])?)(\.count)?[(\[]\s*(f?)"
                  r"[\"']([a-z][a-z0-9_]*_?)(\{|[\"'])\s*([~+]?)")
WORD = re.compile(r"[\"'\s]([a-z][a-z0-9]*(?:_[a-z0-9]+)*_?)(?=[\"'{:\s])")
NAMED = re.compile(r"\bt\.([a-z][a-z0-9_]*)")
ENDING = re.compile(r"[\"'}](_[a-z][a-z_]*)[\"']")
ASKING = "overrides/**/*.html", "overrides/**/*.js", "scripts/guide/**/*.py", "scripts/hooks.py", "mkdocs.yml"


def texts(root):
    """(path, text) of every file that may ask for a string."""
    return [(path, path.read_text("utf-8")) for pattern in ASKING for path in root.glob(pattern)]


def test_every_string_that_is_asked_for_exists(root, project):
    strings = project.strings[project.languages[0]]
    for path, text in texts(root):
        for count, f, name, _, more in CALL.findall(text):
            names = [f"{name}_one", f"{name}_other"] if count else [name]
            built = f or more
            assert any(known.startswith(name) for known in strings) if built else strings.keys() >= set(names), (path, name)
        for name in NAMED.findall(text) if path.suffix == ".html" else ():
            assert name in (*strings, "count", "get", "items", "language"), (path, name)


def test_every_string_is_asked_for(root, project):
    strings = project.strings[project.languages[0]]
    used, starts, endings = set(), set(), {"_one", "_other"}  # t.count adds them
    for path, text in texts(root):
        for word in WORD.findall(text):
            (starts if word.endswith("_") else used).add(word)
        used.update(NAMED.findall(text) if path.suffix == ".html" else ())
        endings.update(ENDING.findall(text))
    used |= {word + ending for word in used for ending in endings}
    assert [name for name in strings if name not in used and not name.startswith(tuple(starts))] == []
