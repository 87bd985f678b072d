"""Every suggestion of every seed is accepted by its key, and nothing is saved that was not shown.

What the window shows is read from what it paints and from what it tells a screen reader; what is
saved is read from the log.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.core.changes import Change
from annotator.core.model import Attribution, Claim, Entity, Span
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

_ROOT = Path(__file__).parents[2]
SEEDS = _ROOT / "seeds"
BESIDE = (_ROOT.parent / "shared" / "seeds", _ROOT.parents[1] / "shared" / "seeds")
# of every annotation: whose it is and where it came from, not what it says
_PAPERS = {"id", "layer_id", "origin", "derived_from"}
_USUAL = {
    "agent_type": "unknown",
    "anonymity": "named",
    "type": "assertion",
    "author_stance": "neutral",
    "certainty": "asserted",
}


def folders() -> list[Path]:
    return [SEEDS, *[folder for folder in BESIDE if folder.is_dir()][:1]]


@pytest.fixture(scope="module")
def read(tmp_path_factory) -> Path:
    """A project of all seeds, read by the pipeline that is shipped."""
    project = tmp_path_factory.mktemp("walk") / "seeds.vaglio"
    for arguments in (["import", project, *folders()], ["suggest", project]):
        command = [sys.executable, "-m", "annotator", *map(str, arguments)]
        subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, timeout=60)
    return project


@pytest.fixture
def shown(qtbot, read, tmp_path, monkeypatch) -> Iterator[MainWindow]:
    project = Path(shutil.copy(read, tmp_path / "seeds.vaglio"))
    settings = Settings()
    settings.suggest_on_open = False
    made = MainWindow(settings)
    monkeypatch.setattr(made.project, "back_up_behind", lambda: None)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.start(project, analyst="anna")
    made.workspace.suggestion_queue.stop()
    made.workspace.maintenance.stop()
    yield made
    made.close()


class Sight:
    """What the window shows of the current suggestion, at the moment."""

    def __init__(self, shown: MainWindow) -> None:
        mode, view = shown.workspace.annotate_mode, shown.workspace.view
        self.current = mode.current
        self.scheme, self.text = mode.session.scheme, view.text
        page = view.page_layout
        self.spans = [Span(h.start, h.end) for h in page.index.of(mode.current_id)]
        self.labels = {h.label for h in page.index.of(mode.current_id)}
        self.told = _plain(
            "\n".join((view.accessibleDescription(), view.tooltip_for(mode.current_id)))
        )
        self.status = shown._told.text()
        self.top, self.height = view.top, view.viewport().height()
        self.stretch = page.stretch(self.spans)
        self.card, self.dots = "", -1
        self.card_place = page.card_place(mode.current_id)
        number = page.column.block_at(self.spans[0].start)
        for placed in page.stack.placed(page.column, number)[0]:
            if placed.card.owner == mode.current_id:
                self.card = _plain(" ".join(row.words for row in placed.rows))
                self.dots = placed.card.worthiness

    def is_inside(self, place: tuple[float, float] | None) -> bool:
        if place is None:
            return False
        return self.top <= place[0] and place[1] <= self.top + self.height + 1

    def words(self, span: Span) -> str:
        return _plain(span.of(self.text))

    def named(self, of: str, code: str, held: object) -> str:
        return self.scheme.attribute(of, code).value(str(held)).name.to("en")


def _plain(words: str) -> str:
    return " ".join(words.split())


def unseen(sight: Sight, change: Change) -> Iterator[str]:
    """Fields in *change* that *sight* did not have, each with its value."""
    for edit in change.edits:
        record = edit.after
        if isinstance(record, Entity | Claim | Attribution):
            for name in sorted(set(record.__struct_fields__) - _PAPERS):
                was = getattr(edit.before, name) if edit.before is not None else None
                held = getattr(record, name)
                if (edit.before is None or was != held) and not _is_seen(sight, record, name, held):
                    yield f"{type(record).__name__}.{name} = {held!r}"


def _is_seen(sight: Sight, record: Entity | Claim | Attribution, name: str, held: object) -> bool:
    if held in (None, "", False, ()):
        return not (name == "verifiable" and "not:" not in sight.card)
    match name:
        case "why":
            return "Suggested by" in sight.told
        case "confidence":
            return f"{held * 100:.0f} %" in sight.told
        case "note" | "unsure":
            return str(held) in sight.told
    if isinstance(record, Entity):
        return _is_seen_of_name(sight, name, held)
    if isinstance(record, Claim):
        return _is_seen_of_claim(sight, record, name, held)
    return _is_seen_of_source(sight, record, name, held)


def _is_seen_of_name(sight: Sight, name: str, held: object) -> bool:
    match name:
        case "span":
            return sight.spans == [held] and sight.is_inside(sight.stretch)
        case "label":
            return sight.labels == {held}
        case _:
            return str(held) in sight.told and str(held) in sight.status


def _is_seen_of_claim(sight: Sight, claim: Claim, name: str, held: object) -> bool:
    match name:
        case "spans":
            first, _ = sight.stretch
            is_high = sight.top <= first <= sight.top + sight.height / 2
            return tuple(sight.spans) == held and is_high and sight.is_inside(sight.stretch)
        case "normalized_text":
            return _plain(str(held)) in sight.card and sight.is_inside(sight.card_place)
        case "check_worthiness":
            return sight.dots == held
        case "cw_reasons":
            return all(sight.named("claim", name, each) in sight.card for each in claim.cw_reasons)
        case "verifiable":
            return "not:" not in sight.card
        case "part_of":
            return "part of C" in sight.card
        case "certainty":
            said = sight.named("claim", name, held)
            return said in sight.told and (held == "asserted" or said in sight.card)
        case "kind" | "time_reference":
            return sight.named("claim", name, held) in sight.card
        case _:
            return str(held) in sight.card


def _is_seen_of_source(sight: Sight, said: Attribution, name: str, held: object) -> bool:
    match name:
        case "claims":
            return len(said.claims) >= 1
        case "agent" | "kb_id":
            return _plain(str(held)) in (sight.card if name == "agent" else sight.told)
        case "cue_spans":
            return all(f"“{sight.words(each)}" in sight.told for each in said.cue_spans) and (
                not said.claims or all(sight.words(s) in sight.card for s in said.cue_spans)
            )
        case "source_spans":
            return all(sight.words(each) in sight.told for each in said.source_spans)
        case "content_spans":
            words = [sight.words(each) for each in said.content_spans]
            return said.content_spans == getattr(sight.current, "spans", ()) or all(
                each in sight.told for each in words
            )
        case "source_implicit":
            return "speaker left out" in sight.told
        case "nested_in":
            return "via " in sight.card
        case "quote_mode":
            words = sight.named("attribution", name, held)
            return words in (sight.card if said.claims else sight.told)
        case _:
            words = sight.named("attribution", name, held)
            return words in sight.told and (held == _USUAL[name] or words in sight.card)


def test_nothing_is_saved_that_was_not_shown(qtbot, shown):
    workspace = shown.workspace
    mode, found, accepted = workspace.annotate_mode, [], 0
    for id_ in workspace.queue.ids():
        mode.open(id_)
        QApplication.processEvents()
        while mode.analyst_view.suggestions:
            sight, before = Sight(shown), len(mode.own_changes)
            # one place at a time: A takes only names of which all that is shown is the same
            qtbot.keyClick(workspace.view, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
            [change] = mode.own_changes[before:]
            assert change.verb == "accept"
            words = mode.analyst_view.words_of(sight.current)[:40]
            found += [f"{words}: {each}" for each in unseen(sight, change)]
            accepted += 1
        assert mode.analyst_view.claims
    assert accepted > 400
    assert found == []


def test_the_walk_notices_what_is_not_shown(qtbot, shown, monkeypatch):
    """With cards that say as little as they once did, what a key would save unseen is found."""
    from annotator.ui.presenters.telling import Telling

    monkeypatch.setattr(Telling, "card", lambda *_: [])
    monkeypatch.setattr(Telling, "whole", lambda *_: [""])
    mode = shown.workspace.annotate_mode
    found: list[str] = []
    for id_ in shown.workspace.queue.ids():
        mode.open(id_)
        claims = [each for each in mode.analyst_view.suggestions if isinstance(each, Claim)]
        if not claims:
            continue
        mode.point_at(claims[0].id)
        sight, before = Sight(shown), len(mode.own_changes)
        qtbot.keyClick(shown.workspace.view, Qt.Key.Key_A)
        found += unseen(sight, mode.own_changes[before])
    assert any("Claim.normalized_text" in each for each in found)
    assert any("Attribution." in each for each in found)
