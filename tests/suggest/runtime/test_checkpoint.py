"""A very long text goes on where somebody interrupted it."""

from __future__ import annotations

import os
import time

import pytest

from annotator.core.model import Article
from annotator.core.text import sha256
from annotator.suggest import Suggestions, suggest
from annotator.suggest.pipelines.rules import RulesSuggester
from annotator.suggest.runtime import run
from annotator.suggest.runtime.checkpoint import Checkpoint

TEXT = "Ha parlato Giulia Tarvisi. " + "Piove molto a Torino.\n" * 6000 + "Poi Tarvisi è uscita."
LONG = Article(id="a", title="", text=TEXT, sha256=sha256(TEXT), language="it")
BY = RulesSuggester()


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "vaglio" / "halfway"


class Interrupted(Exception):
    pass


def interrupt_at(share: float):
    def progress(done: float) -> None:
        if done > share:
            raise Interrupted

    return progress


def places(made: Suggestions) -> list[object]:
    marks = [(e.span, e.label, e.confidence) for e in made.entities]
    return [marks, [c.spans for c in made.claims], [len(a.claims) for a in made.attributions]]


def test_what_was_read_before_an_interruption_is_not_read_again(cache, monkeypatch):
    whole = suggest(LONG, layer_id="l", by=BY)
    assert not list(cache.glob("*"))  # it was read to its end
    with pytest.raises(Interrupted):
        suggest(LONG, layer_id="first", by=BY, progress=interrupt_at(0.6))
    assert len(list(cache.glob("*"))) == 1
    read = []
    original = run._read
    monkeypatch.setattr(run, "_read", lambda *a: read.append(a[2]) or original(*a))
    again = suggest(LONG, layer_id="second", by=BY)
    assert read
    assert min(read) > 0.6 * len(TEXT)
    assert places(again) == places(whole)
    assert {e.layer_id for e in (*again.entities, *again.claims)} == {"second"}
    assert not list(cache.glob("*"))


def test_a_line_that_was_cut_off_is_as_if_it_had_never_been(cache):
    with pytest.raises(Interrupted):
        suggest(LONG, layer_id="l", by=BY, progress=interrupt_at(0.4))
    [file] = cache.glob("*")
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines) + lines[-1][:100])
    kept = Checkpoint(LONG.sha256, "machine:vaglio-rules@0.1 it", run.SuggestedPart)
    assert len(list(kept.kept())) == len(lines)
    assert file.read_bytes() == b"".join(lines)
    assert places(suggest(LONG, layer_id="l", by=BY)) == places(suggest(LONG, layer_id="l", by=BY))


def test_another_reader_begins_at_the_beginning(cache):
    one, other = (Checkpoint("hash", reader, run.SuggestedPart) for reader in ("a", "b"))
    one.keep(run.SuggestedPart(5, {}))
    assert [part.end for part in one.kept()] == [5]
    assert list(other.kept()) == []


def test_what_nobody_came_back_to_is_swept_away(cache):
    old, new = (Checkpoint(name, "r", run.SuggestedPart) for name in ("old", "new"))
    old.keep(run.SuggestedPart(5, {}))
    [file] = cache.glob("*")
    long_ago = time.time() - 30 * 86400
    os.utime(file, (long_ago, long_ago))
    new.keep(run.SuggestedPart(7, {}))
    assert list(old.kept()) == []
    assert [part.end for part in new.kept()] == [7]


def test_a_cache_that_cannot_be_written_costs_only_the_shortcut(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    kept = Checkpoint("hash", "r", run.SuggestedPart, blocked / "halfway")
    kept.keep(run.SuggestedPart(5, {}))
    assert list(kept.kept()) == []


def test_short_texts_leave_nothing_behind(cache):
    suggest(Article(id="a", title="", text="Roma.", sha256="x", language="it"), layer_id="l", by=BY)
    assert not cache.exists()
