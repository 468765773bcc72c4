"""The workflows: pinned, with the least rights, and made of commands that run here as well.

zizmor and actionlint say more (CONTRIBUTING.md); what they would say of the worst mistakes is held here without them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from commands import cli
from guide.content.faults import Fault

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
MATCHERS = [re.compile(item["pattern"][0]["regexp"])
            for item in json.loads((ROOT / ".github/check-faults.json").read_text("utf-8"))["problemMatcher"]]


def read(path: Path) -> dict:
    # BaseLoader leaves `on` a word.
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def steps(path: Path) -> list[dict]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def test_actions_are_pinned_by_commit_with_their_version_beside():
    for path in WORKFLOWS:
        used = re.findall(r"uses: (.+)", path.read_text("utf-8"))
        assert used, path.name
        for action in used:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", action), f"{path.name}: {action}"


def test_the_same_action_is_the_same_commit_everywhere():
    used = {action for path in WORKFLOWS for action in re.findall(r"uses: (.+)", path.read_text("utf-8"))}
    assert len(used) == len({action.partition("@")[0] for action in used})


def test_nothing_is_allowed_but_what_a_job_asks_for():
    for path in WORKFLOWS:
        workflow = read(path)
        assert workflow["permissions"] == {}, path.name
        assert "pull_request_target" not in workflow["on"], "it would give a stranger's change our rights"
        for name, job in workflow["jobs"].items():
            assert job["permissions"].get("contents", "read") == "read", f"{path.name}: {name}"
            assert int(job["timeout-minutes"]) <= 30, f"{path.name}: {name}"


def test_only_publishing_may_publish_and_only_the_weekly_issue_write_issues():
    writes = {(path.stem, job, right) for path in WORKFLOWS for job, body in read(path)["jobs"].items()
              for right, level in body["permissions"].items() if level == "write"}
    assert writes == {("publish", "publish", "pages"), ("publish", "publish", "id-token"),
                      ("weekly", "report", "issues")}


def test_no_credentials_are_left_lying_and_no_text_of_others_becomes_a_command():
    for path in WORKFLOWS:
        for step in steps(path):
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false", path.name
            assert "${{" not in step.get("run", ""), f"{path.name}: give it through env"


def test_every_command_is_one_that_runs_here_too():
    known = cli.parser()._subparsers._group_actions[0].choices
    for path in WORKFLOWS:
        commands = [step["run"] for step in steps(path) if "run" in step]
        assert commands, path.name
        for command in commands:
            words = command.split()
            if words[:2] == ["python3", "scripts/dev.py"]:
                assert words[2] in known, f"{path.name}: {command}"
            elif words[0] == "sh":
                assert (ROOT / words[1]).is_file(), f"{path.name}: {command}"
            elif words[:2] == ["sudo", "apt-get"]:
                assert {"webkit2gtk-driver", "xvfb"} <= set(words), f"{path.name}: {command}"
            else:
                assert command == 'echo "::add-matcher::.github/check-faults.json"', path.name


def test_a_fault_is_shown_on_the_line_it_names(subtests):
    for line, shown in (
        (str(Fault("docs/fr/faq.md", 7, "has no id; write {#id}")), ("docs/fr/faq.md", "7", "has no id; write {#id}")),
        (str(Fault("mkdocs.yml", 31, "names no page")), ("mkdocs.yml", "31", "names no page")),
        ("scripts/guide/render/page.py:12: error: Wrong type  [arg-type]",
         ("scripts/guide/render/page.py", "12", "Wrong type  [arg-type]")),
        (str(Fault("docs/de", 0, "is missing")), ("docs/de", "is missing")),
        ("INFO    -  Building 'en' documentation to directory: docs/site", None),
        ("The site is in site", None),
    ):
        with subtests.test(line):
            found = [match.groups() for matcher in MATCHERS if (match := matcher.match(line))]
            assert found == ([shown] if shown else [])


@pytest.mark.skipif(os.name == "nt", reason="the script runs on the code host's Linux")
@pytest.mark.parametrize("already, asked",
                         [("", "issue create --title"), ("12", "issue edit 12 --body-file")])
def test_the_weekly_issue_is_opened_once_and_then_updated(tmp_path, already, asked):
    gh = tmp_path / "gh"
    gh.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\ncase "$2" in list) echo "{already}";; esac\n')
    gh.chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    (tmp_path / "report.txt").write_text("```\n" + "due\n" * 50_000, "utf-8")
    subprocess.run([shutil.which("sh") or "sh", ROOT / ".github/weekly-issue.sh", tmp_path / "report.txt"], env=env,
                   check=True)
    listed, written = (tmp_path / "asked").read_text().splitlines()
    assert listed.startswith("issue list --state open") and written.startswith(asked)
    body = (tmp_path / "report.txt.md").read_text("utf-8")
    assert len(body) < 65_536 and body.count("```") == 2, "it fits, and nothing in it ends the block it stands in"


def test_a_failing_code_host_fails_the_weekly_job(tmp_path):
    gh = tmp_path / "gh"
    gh.write_text("#!/bin/sh\nexit 4\n")
    gh.chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    (tmp_path / "report.txt").touch()
    command = ["sh", ROOT / ".github/weekly-issue.sh", tmp_path / "report.txt"]
    assert subprocess.run(command, env=env, check=False).returncode == 4
