"""`dev.py weigh | head` once ended with "None: Broken pipe; nothing was changed": whoever has read enough is told
nothing."""

import os
import subprocess
import sys


def test_a_list_cut_short_is_no_fault(root):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        done = subprocess.run([sys.executable, "-m", "guide", "review", "{}"], cwd=root, stdout=nobody,
                              env={**os.environ, "PYTHONPATH": str(root / "scripts")}, stderr=subprocess.PIPE,
                              text=True, timeout=60, check=False)
    assert done.stderr == ""
