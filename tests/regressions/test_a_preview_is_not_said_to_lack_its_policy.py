"""The first preview of a sound guide once warned of every page that it lacks the policy, which no page of a preview
has."""

import shutil

from guide.rules.built import RULES, rules


def test_a_sound_guide_is_previewed_without_a_warning(project, site, tmp_path):
    copy = shutil.copytree(site, tmp_path / "site")
    for page in copy.rglob("*.html"):
        lines = page.read_text("utf-8").splitlines(keepends=True)
        page.write_text("".join(line for line in lines if 'http-equiv="Content-Security-Policy"' not in line), "utf-8")
    assert [str(fault) for rule in rules(serving=True) for fault in rule(project, copy)] == []
    assert RULES["policy"] in rules() and list(RULES["policy"](project, copy)), "a build still asks for it"
