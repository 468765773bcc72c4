#!/bin/sh
# Puts a report into the one open issue that bears its title, or opens that issue: sh .github/weekly-issue.sh report.txt
# What no issue holds is cut off: the same commands print all of it.
# Needs GitHub's own command, gh, signed in: GH_TOKEN and GH_REPO in the environment, as .github/workflows/weekly.yml gives them.
set -eu

export TITLE="Weekly report: facts and sources to read again"

{ echo 'What to do with it: see *Correct a fact* in CONTRIBUTING.md.'; echo '```text'; tr -d '`' < "$1" | head -c 60000; echo; echo '```'; } > "$1.md"

number=$(gh issue list --state open --limit 1000 --json number,title --jq 'map(select(.title == env.TITLE) | .number) | min // empty')
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$1.md"
else
  gh issue create --title "$TITLE" --body-file "$1.md"
fi
