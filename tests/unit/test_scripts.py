"""Scripts are joined into one module a page: a name at the top level may stand in one file only, or none of the page's
scripts runs."""

from __future__ import annotations

import re

import brotli
import rjsmin
from guide.render.assets import join_scripts

DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) (.*)$", re.M)


def names(text: str) -> set[str]:
    """The names declared at the top level of a script; `const a = 1, b = 2` declares two."""
    found = set()
    for rest in DECLARED.findall(text):
        found.add(re.match(r"[\w$]+|\{", rest)[0])
        if "=" in rest:
            flat = rest
            while (less := re.sub(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|\"[^\"]*\"|/(?:\\.|[^/\n])+/", "",
                                  flat)) != flat:
                flat = less
            found.update(re.findall(r", ([\w$]+) =", flat))
    return found


def test_no_name_twice(root):
    seen = {}
    for folder in ("lib", "site", "components"):
        for path in sorted((root / "overrides/assets/js" / folder).glob("*.js")):
            for name in names(path.read_text("utf-8")):
                assert name not in seen, f"{name} is declared in {path.name} and in {seen[name]}"
                seen[name] = path.name
    assert {"recall", "ticks", "CheckList", "CheckProgress"} <= seen.keys()


def test_names_are_found():
    table = {
        "const a = 1, b = [2, 3], c = f(x, y);": {"a", "b", "c"}, "export async function run(a, b) {": {"run"},
        "class A extends B {": {"A"},
        "let one, two;": {"one"}, 'const A = "x, y = 2", B = /a, b = c/;': {"A", "B"}, "  const inside = 1;": set(),
    }
    assert {text: names(text) for text in table} == table


def test_what_is_imported_is_exported(root):
    """A name that its file does not export stops every script of the page."""
    for path in (root / "overrides/assets/js").rglob("*.js"):
        for imported, source in re.findall(r'^import \{([^}]*)\} from "([^"]+)"', path.read_text("utf-8"), re.M):
            text = (path.parent / source).read_text("utf-8")
            for name in imported.replace(",", " ").split():
                assert re.search(rf"^export (?:async )?(?:function|class|const|let) {name}\b", text, re.M), (path.name, name)


BUDGETS = {"check-list": 3072, "step-done": 1792, "send-step": 1536, "your-data": 1536}


def test_a_component_and_what_it_needs_weigh_little(root):
    """Bytes after Brotli, each with all the shared files it imports, as if it were alone on its page."""
    joined = {name: join_scripts([root / f"overrides/assets/js/components/{name}.js"]) for name in BUDGETS}
    weights = {name: len(brotli.compress(rjsmin.jsmin(text).encode("utf-8"))) for name, text in joined.items()}
    assert {name: weight for name, weight in weights.items() if weight > BUDGETS[name]} == {}
