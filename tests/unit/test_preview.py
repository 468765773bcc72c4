"""The preview: what is put off until the page is shown is done then, never on a site being replaced, and nothing shown
is stale."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from guide import preview
from guide.content.faults import Fault, GuideError
from guide.publish.html import documents


@pytest.fixture
def work(monkeypatch):
    """The background with nothing slow in it: no pause, one source fault, a search index that takes its time, two
    rules."""
    done, free = [], threading.Event()
    monkeypatch.setattr(preview, "PAUSE", 0)
    monkeypatch.setattr(preview, "source_faults", lambda project, stopped: [Fault("docs/en/a.md", 3, "is wrong")])
    monkeypatch.setattr(preview.search, "index", lambda project, site: (done.append("search"), free.wait(5)))
    rule = lambda project, site: done.append("rule") or [Fault("docs/en/b.md", 1, "is wrong too")]  # noqa: E731
    monkeypatch.setattr(preview, "rules", lambda serving: iter([rule, rule]))
    return done, free


def test_faults_are_told_after_the_page_is_shown_each_once(work, tmp_path):
    done, free = work
    told = []
    afterwards = preview.Afterwards(told.append)
    free.set()
    afterwards.start(None, tmp_path)
    afterwards._thread.join(5)
    assert done == ["search", "rule", "rule"]
    assert told == ["docs/en/a.md:3: is wrong", "docs/en/b.md:1: is wrong too"]


def test_the_next_save_ends_what_is_not_done(work, tmp_path):
    """And waits for what is under way: nothing may write into a site that is being emptied."""
    done, free = work
    afterwards = preview.Afterwards(lambda text: None)
    afterwards.start(None, tmp_path)
    threading.Timer(0.1, free.set).start()
    while "search" not in done:
        pass
    afterwards.stop()
    assert not afterwards._thread.is_alive() and "rule" not in done


def test_before_the_pause_is_over_nothing_has_begun(work, tmp_path, monkeypatch):
    monkeypatch.setattr(preview, "PAUSE", 60)
    afterwards = preview.Afterwards(lambda text: None)
    afterwards.stop()  # nothing to stop yet
    afterwards.start(None, tmp_path)
    afterwards.stop()
    assert work[0] == []


def test_what_goes_wrong_in_the_background_is_said(work, tmp_path, monkeypatch):
    told = []

    def fail(project: None, site: Path) -> None:
        raise preview.search.SearchError("no index")

    monkeypatch.setattr(preview.search, "index", fail)
    afterwards = preview.Afterwards(told.append)
    afterwards.start(None, tmp_path)
    afterwards._thread.join(5)
    assert told[-1] == "the preview could not be checked: no index"


def test_a_built_page_written_again_is_read_again_even_in_the_same_instant(tmp_path):
    page = tmp_path / "index.html"
    for text in ("<p id=a>", "<p id=b>"):
        page.write_text(text)
        os.utime(page, (1, 1))  # a disk that counts in seconds
        assert list(documents(tmp_path)["index.html"].ids) == [text[6]]


def test_a_record_found_right_is_looked_at_again_when_it_or_its_schema_changes(guide):
    guide.project()
    text = guide.read("docs/records/milestones.yml")
    guide.append("docs/records/milestones.yml", "new-one:\n  oops: x")
    for _ in range(2):  # a file that was wrong is wrong until it changes
        with pytest.raises(GuideError, match="new-one"):
            guide.project()
    guide.write("docs/records/milestones.yml", text)
    guide.project()
    guide.edit("docs/records/schema/milestones.json", '\n    "required": [', '\n    "required": ["never-there", ')
    with pytest.raises(GuideError, match="never-there"):
        guide.project()
