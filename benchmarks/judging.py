"""How many keys an article costs: a hand that goes through it on the real window, and counts.

    python -m benchmarks.judging [ARTICLE.txt CORRECTIONS.json]

With no files: the shipped sample of `SAMPLE`, and the first article of ``shared/seeds`` beside the
repository, where there is one. The machine suggests, the hand judges by the paragraph and puts right
what `corrections` name (by place alone: no words of an article stand here), once with the keyboard
alone and once with the mouse allowed. Real key and mouse events; every letter typed is a key, every
click or double click a gesture. What is stored in the end is compared with what ought to be.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.clauses import by_clause
from annotator.core.editing import annotation_edits
from annotator.core.editing.analyst_view import AnalystView, Markable
from annotator.core.model import Claim, Entity, Span, spans_of
from annotator.core.text import find_folded, fold, moved, paragraph_at, snap, words
from annotator.services.session import Session, open_session
from annotator.services.suggesting import suggest_for
from annotator.suggest import PipelineChoice
from annotator.ui.app import dress
from annotator.ui.application import make_application
from annotator.ui.command_table.key_hints import key_of
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.ui.view import margin
from annotator.ui.view.caret import word_after, word_before

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent.parent / "shared" / "seeds"
SECONDS_A_DECISION, WORDS_A_MINUTE = 1.3, 200
_FARTHEST = 60  # words that anybody would go by keys


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """Something in a paragraph (from 1) that the machine has wrong, by place.

    ``label``: the name that begins at *word* has *label*. ``reject``: the claim that begins there is none.
    ``name``: *count* words from word *word* (from 0, marks counted) have *label*, and nothing was
    suggested. ``edge``: the annotation that begins at *word* (a claim, or a name with *label*) begins
    *by* words later (earlier where negative). ``itself``: nobody says the claim that begins at *word*.
    """

    kind: str
    paragraph: int
    word: int
    label: str = ""
    count: int = 1
    by: int = 0


#: By file name: what a careful reader puts right.
CORRECTIONS: dict[str, tuple[Correction, ...]] = {
    "000_fb0810e794d3bd4f.txt": (
        Correction("name", 6, 29, "WEAPON"),
        Correction("name", 6, 31, "WEAPON"),
        Correction("edge", 8, 16, "QUANTITY", by=-2),
        Correction("edge", 9, 0, by=13),
        Correction("name", 9, 31, "LOC"),
        Correction("edge", 10, 0, by=5),
        Correction("itself", 10, 23),
        Correction("itself", 10, 38),
    ),
    "01-difesa-missili-estonia.txt": (
        Correction("label", 2, 24, "ORG"),
        Correction("edge", 2, 0, by=6),
        Correction("label", 4, 25, "ORG"),
        Correction("reject", 4, 25),
        Correction("label", 4, 41, "LOC"),
        Correction("label", 5, 9, "LOC"),
        Correction("reject", 5, 45),
    ),
}
SAMPLE = "01-difesa-missili-estonia.txt"


class Cost(Struct):
    """What it took."""

    keys: int = 0
    gestures: int = 0
    decisions: int = 0
    words: int = 0
    left_out: int = 0  # corrections for which this version has no key

    @property
    def seconds(self) -> float:
        """Reading at an even pace, and each key or gesture as if it were a decision of its own."""
        acts = self.keys + self.gestures
        return 60 * self.words / WORDS_A_MINUTE + SECONDS_A_DECISION * acts


class Hand:
    """Presses and clicks on a window, and counts."""

    def __init__(self, window: MainWindow, *, has_mouse: bool) -> None:
        self.window = window
        self.workspace = window.workspace
        self.mode = self.workspace.annotate_mode
        self.view = self.workspace.view
        self.has_mouse = has_mouse
        self.cost = Cost(words=len(self.view.text.split()))
        self._last_label = ""

    @property
    def analyst_view(self) -> AnalystView:
        return self.mode.analyst_view

    # -- the smallest acts -----------------------------------------------------------------

    def press(self, key: str) -> None:
        combination = QKeySequence(key)[0]
        QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()
        self.cost.keys += 1

    def do(self, command: str) -> None:
        """The key of a command."""
        self.press(key_of(command))

    def type(self, letters: str) -> None:
        for letter in letters:
            QTest.keyClicks(self._focus(), letter)
            QApplication.processEvents()
            self.cost.keys += 1

    def _focus(self):
        popup = QApplication.activePopupWidget()
        inside = popup.focusWidget() if popup is not None else None
        return inside or popup or QApplication.focusWidget() or self.view

    def click(self, at: QPoint, *, twice: bool = False) -> None:
        left, viewport = Qt.MouseButton.LeftButton, self.view.viewport()
        if twice:
            QTest.mouseClick(viewport, left, Qt.KeyboardModifier.NoModifier, at)
            QTest.mouseDClick(viewport, left, Qt.KeyboardModifier.NoModifier, at)
        else:
            QTest.mouseClick(viewport, left, Qt.KeyboardModifier.NoModifier, at)
        QTest.qWait(QApplication.doubleClickInterval() + 20)  # the next one is another click
        self.cost.gestures += 1

    # -- reaching --------------------------------------------------------------------------

    def go_to(self, target: Markable) -> None:
        """Make an annotation current."""
        if self.mode.current_id == target.id:
            return
        if self.has_mouse:
            self._click_on(target)
        order = [each.id for each in self.mode.judging.all_shown(self.analyst_view)]
        while self.mode.current_id != target.id:
            here = self.mode.current_id
            forwards = here not in order or order.index(here) < order.index(target.id)
            self.do("next_annotation" if forwards else "previous_annotation")
            if self.mode.current_id == here:
                raise LookupError("an annotation cannot be reached")

    def _click_on(self, target: Markable) -> None:
        start = spans_of(target)[0].start
        self.view.reveal(Span(start, start + 1))
        QApplication.processEvents()
        if isinstance(target, Claim):
            layout, top = self.view.page_layout, self.view.top
            for placed, y in layout.cards_in(top, top + self.view.viewport().height()):
                if placed.card.owner == target.id:
                    rect = margin.card_rect(placed, layout.frame).translated(0, y - top)
                    self.click(rect.center().toPoint())
                    return
        self.click(self.view.point_of(start).toPoint() + QPoint(3, 0))

    def select(self, span: Span) -> None:
        """Select whole words, the shortest way there is."""
        if self.has_mouse and len(list(words(self.view.text, span.start, span.end))) == 1:
            self.view.reveal(span)
            self.click(self.view.point_of(span.start).toPoint() + QPoint(3, 0), twice=True)
            return
        by_caret, by_search = self._caret_way(span), self._search_way(span)
        if by_search is None or (by_caret is not None and len(by_caret) <= len(by_search) + 2):
            for key in by_caret or ():
                self.press(key)
            return
        self.do("find_here")
        self.type(by_search)
        self.press("Esc")

    def _caret_way(self, span: Span) -> list[str] | None:
        """Keys from the caret: words on or back, then words marked."""
        text, at, keys = self.view.text, self.view.caret, list[str]()
        back = at > span.start
        while at != span.start and len(keys) < _FARTHEST:
            at = word_before(text, at) if back else word_after(text, at)
            keys.append("Ctrl+Left" if back else "Ctrl+Right")
            if (at < span.start) if back else (at > span.start):
                return None
        while at < span.end and len(keys) < _FARTHEST:
            at = word_after(text, at)
            keys.append("Ctrl+Shift+Right")
        return keys if snap(text, span.start, at) == span else None

    def _search_way(self, span: Span) -> str | None:
        """The fewest first letters that find *span* from the caret on."""
        text = self.view.text
        wanted = fold(span.of(text))
        for length in range(1, len(wanted) + 1):
            hits = find_folded(text, wanted[:length])
            first = next((h for h in hits if h.start >= self.view.anchor), hits[0])
            if snap(text, first.start, first.end) == span:
                return wanted[:length]
        return None

    # -- putting right ---------------------------------------------------------------------

    def correct(self, correction: Correction) -> None:
        if correction.kind == "name":
            span = place_of(self.view.text, correction)
            self.select(span)
            self._label(correction.label)
        elif correction.kind == "edge":
            target = target_of(self.analyst_view, correction)
            self.go_to(target)
            self._move_start(spans_of(target)[0], wanted_edge(self.view.text, correction))
        elif correction.kind in ("label", "reject"):
            self.go_to(target_of(self.analyst_view, correction))
            if correction.kind == "reject":
                self.do("reject")
            else:
                self._label(correction.label)
        elif "article_itself" in self.window.by_id:
            self.go_to(target_of(self.analyst_view, correction))
            self.do("article_itself")
        else:
            self.cost.left_out += 1
            return
        self.cost.decisions += 1

    def _label(self, label: str) -> None:
        key = self.window.label_keys().get(label)
        if key:
            self.press(key)
        elif label == self._last_label:
            self.do("label_again")
        else:
            self.do("pick_label")
            self.type(label[:2].lower())
            self.press("Return")
        self._last_label = label

    def _move_start(self, span: Span, to: int) -> None:
        outwards = to < span.start
        claims = self.analyst_view.machine.claims if self.analyst_view.machine else ()
        found, text = [claim.spans for claim in claims], self.view.text
        ways: list[tuple[str, Callable[[Span], Span]]] = [
            ("start", lambda s: moved(text, s, edge="start", outwards=outwards)),
            (
                "start_clause",
                lambda s: by_clause(text, s, edge="start", outwards=outwards, found=found),
            ),
        ]
        counted = {name: _steps(step, span, to) for name, step in ways}
        name = min((n for n in counted if counted[n]), key=lambda n: counted[n] or 0)
        for _ in range(counted[name] or 0):
            self.do(f"{'grow' if outwards else 'shrink'}_{name}")

    def judge(self, corrections: Sequence[Correction]) -> Cost:
        """Go through the article, paragraph by paragraph."""
        text = self.view.text
        paragraphs = [p for p in _paragraphs(text) if text[p.start : p.end].strip()]
        for number, paragraph in enumerate(paragraphs, 1):
            for correction in corrections:
                if correction.paragraph == number:
                    self.correct(correction)
            left = self.analyst_view.suggested_in(paragraph)
            if not left:
                continue
            if self.mode.paragraph != paragraph:  # the last correction has led on
                self.go_to(left[-1])
            self.do("accept_paragraph")
            self.cost.decisions += 1
        return self.cost


def _steps(step: Callable[[Span], Span], span: Span, to: int) -> int | None:
    """How many steps lead to a start at *to*; None where they lead past it."""
    for count in range(_FARTHEST):
        if span.start == to:
            return count
        if (then := step(span)) == span:
            return None
        span = then
    return None


def _paragraphs(text: str) -> list[Span]:
    found, at = [], 0
    while at <= len(text):
        found.append(paragraph_at(text, at))
        at = found[-1].end + 1
    return found


def words_of(text: str, number: int) -> list[Span]:
    """The words and marks of a paragraph, counted from 1."""
    paragraph = [p for p in _paragraphs(text) if text[p.start : p.end].strip()][number - 1]
    return list(words(text, paragraph.start, paragraph.end))


def place_of(text: str, correction: Correction) -> Span:
    inside = words_of(text, correction.paragraph)
    return Span(inside[correction.word].start, inside[correction.word + correction.count - 1].end)


def target_of(view: AnalystView, correction: Correction) -> Markable:
    """The annotation that begins at the word of a correction: with a label a name, else a claim."""
    start = words_of(view.article.text, correction.paragraph)[correction.word].start
    kind = Entity if correction.label else Claim
    return next(
        each
        for each in view.in_order
        if isinstance(each, kind)
        and spans_of(each)[0].start == start
        and (correction.kind != "edge" or isinstance(each, Claim) or each.label == correction.label)
    )


def wanted_edge(text: str, correction: Correction) -> int:
    return words_of(text, correction.paragraph)[correction.word + correction.by].start


# -- what ought to be stored ------------------------------------------------------------------------


def expected(session: Session, article_id: str, corrections: Iterable[Correction]) -> None:
    """The same done by the edits themselves, without a window."""
    for each in corrections:
        view = session.analyst_view(article_id)
        text = view.article.text
        if each.kind == "name":
            session.do(annotation_edits.mark(view, [place_of(text, each)], each.label))
        elif each.kind == "edge":
            target = target_of(view, each)
            old = spans_of(target)[0]
            new = Span(wanted_edge(text, each), old.end)
            session.do(annotation_edits.move_edge(view, target.id, old, new))
        elif each.kind == "label":
            session.do(annotation_edits.relabel(view, [target_of(view, each).id], each.label))
        elif each.kind == "reject":
            session.do(annotation_edits.reject(view, [target_of(view, each).id]))
        else:
            from annotator.core.editing import attribution_edits

            claim = target_of(view, each)
            session.do(attribution_edits.article_itself(view, claim.id))
    view = session.analyst_view(article_id)
    session.do(annotation_edits.accept(view, [each.id for each in view.suggestions]))


def essence(view: AnalystView) -> dict[str, list[object]]:
    """Everything of the own layer but ids: what was decided, and nothing of how."""
    claims = {claim.id: claim.spans for claim in view.claims}
    hidden = ("id", "layer_id", "derived_from", "claims", "nested_in", "part_of")

    def told(record: Struct) -> object:
        fields = msgspec.to_builtins(record)
        return json.dumps({k: v for k, v in fields.items() if k not in hidden}, sort_keys=True)

    return {
        "names": sorted(told(each) for each in view.entities),
        "claims": sorted(told(each) for each in view.claims),
        "said": sorted(
            (told(each), sorted(str(claims[id_]) for id_ in each.claims))
            for each in view.attributions
        ),
        "open": sorted(view.words_of(each) for each in view.suggestions),
    }


def prepared(folder: Path, text: str) -> Path:
    """A project with one article, read by the machine."""
    folder.mkdir(parents=True, exist_ok=True)
    project = folder / "judging.vaglio"
    session = open_session(project, analyst="anna", create=True)
    with session.store as store:
        article_id = session.import_text(text)
        suggest_for(store, PipelineChoice(), [article_id], jobs=1)
    return project


def replay(
    folder: Path, text: str, corrections: Sequence[Correction], *, has_mouse: bool
) -> tuple[Cost, dict[str, list[object]], dict[str, list[object]]]:
    """What it cost, what is stored, and what ought to be. There must be an application."""
    project = prepared(folder, text)
    settings = Settings()
    settings.suggest_on_open = False
    window = MainWindow(settings)
    window.project.back_up_behind = lambda: None  # type: ignore[method-assign]
    dress(window, settings)
    window.resize(1440, 900)
    window.show()
    window.start(project, analyst="anna")
    workspace = window.workspace
    workspace.suggestion_queue.stop()
    QTest.qWaitForWindowExposed(window, 3000)
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 3000)
    workspace.view.setFocus()
    hand = Hand(window, has_mouse=has_mouse)
    cost = hand.judge(corrections)
    view = hand.analyst_view
    made = essence(view)
    can_all = "article_itself" in window.by_id
    ours = [each for each in corrections if each.kind != "itself" or can_all]
    other = Session(workspace.session.store, "other")
    expected(other, view.article.id, ours)
    wanted = essence(other.analyst_view(view.article.id))
    window.close()
    window.deleteLater()
    return cost, made, wanted


def line(name: str, cost: Cost, *, has_mouse: bool, is_same: bool) -> str:
    how = "mouse allowed" if has_mouse else "keyboard alone"
    left = f", {cost.left_out} correction(s) without a key left out" if cost.left_out else ""
    return (
        f"{name}: {how}: {cost.keys} keys, {cost.gestures} gestures, {cost.decisions} decisions, "
        f"{cost.words} words in {cost.seconds / 60:.1f} minutes; "
        f"{'exactly' if is_same else 'NOT'} what ought to be{left}"
    )


def articles() -> list[Path]:
    """The sample, and the article beside the repository where there is one."""
    beside = [path for path in sorted(SHARED.glob("*.txt")) if path.name in CORRECTIONS]
    return [ROOT / "seeds" / SAMPLE, *beside]


def main() -> int:
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, tempfile.mkdtemp(prefix="judging")
    )
    given = [Path(path) for path in sys.argv[1:]]
    listed = {path: CORRECTIONS.get(path.name, ()) for path in articles()}
    if given:
        decoded = msgspec.json.decode(given[1].read_bytes(), type=tuple[Correction, ...])
        listed = {given[0]: decoded}
    make_application()
    worst = 0
    for path, corrections in listed.items():
        for has_mouse in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                text = path.read_text(encoding="utf-8")
                cost, made, wanted = replay(Path(folder), text, corrections, has_mouse=has_mouse)
            print(line(path.name, cost, has_mouse=has_mouse, is_same=made == wanted), flush=True)
            worst |= made != wanted
    return worst


if __name__ == "__main__":
    sys.exit(main())
