"""Checking the code and the workflows: style (ruff), types (mypy), dead code (vulture), packages (deptry), the
direction of imports (import-linter), safety of the workflows (zizmor).

The settings of each are in pyproject.toml; zizmor has none, since it is asked to be strict.
Guards against: a tool that is run in one place with other settings than elsewhere.
"""
from .environment import LINT_LOCK, SITE_LOCK, TEST_LOCK, prepare
from .system import child_environment, run, say

# as modules where that can be: the programs beside a Python know their own folder, and fail when the project has moved
TOOLS = (
    ("python", "-m", "ruff", "check"),
    ("python", "-m", "mypy"),
    ("python", "-m", "vulture"),
    ("python", "-m", "deptry", "--no-ansi", "scripts"),
    ("python", "-c", "from importlinter.cli import lint_imports_command as command; command()", "--no-cache"),
    ("zizmor", "--offline", "--quiet", "--persona", "auditor", ".github"),
)


def lint() -> int:
    """Run every tool, whatever the ones before it said; return 0 when all are content, else 1. All three locks are
    installed: types are checked against the packages the site and its tests use."""
    folder = prepare(SITE_LOCK, TEST_LOCK, LINT_LOCK).parent
    unhappy = [" ".join(command) for command in TOOLS
               if run([str(folder / command[0]), *command[1:]], child_environment())]
    say(f"Mend what the lines above say ({'; '.join(unhappy)})" if unhappy else "The code and the workflows are clean")
    return 1 if unhappy else 0
