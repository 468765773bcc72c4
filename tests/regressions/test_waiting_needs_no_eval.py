"""Playwright's wait_for_function asks a second time by eval, which the site's policy refuses: a test that used it
failed when it had to wait."""


def test_no_test_waits_by_eval(root):
    name = "wait_for_" + "function("
    assert [path.name for path in (root / "tests").rglob("*.py") if name in path.read_text("utf-8")] == []
