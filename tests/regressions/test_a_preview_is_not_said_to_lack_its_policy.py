"""The first preview of a sound guide once warned of every page that it lacks the policy, which no page of a preview has."""

from guide.rules.built import rules


def test_a_page_of_a_preview_is_not_asked_for_its_policy(project, site, tmp_path):
    lines = (site / "index.html").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "index.html").write_text("".join(line for line in lines if 'http-equiv="Content-Security-Policy"' not in line), "utf-8")

    def asked(serving: bool) -> bool:
        return any("does not carry the site's policy" in str(fault) for rule in rules(serving) for fault in rule(project, tmp_path))

    assert (asked(serving=True), asked(serving=False)) == (False, True)
