"""How an article is gone through: what a key takes, what of it is shown, in which order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.core.editing.judging import Shown, counted

from ..article.label_bar import LabelBar
from ..command_table.command import Mode, command
from ..command_table.key_hints import native
from ..modes.annotate import AnnotateMode
from ..presenters import article as article_presenter
from ..presenters.telling import counted_in_words
from ..view import ArticleView
from .surroundings import WindowServices

_HERE = Mode.ANNOTATE
_DONE = ("submitted", "approved")
_WORDS = 24  # letters of a name that is counted


class JudgingCommands(QObject):
    """Takes many suggestions with one key, and says beforehand which."""

    takes_told = Signal(str)  # what the keys would take now, for the status bar; "" for nothing

    def __init__(
        self,
        annotate_mode: AnnotateMode,
        view: ArticleView,
        around: WindowServices,
        *,
        label_bar: LabelBar,
        tell: Callable[[str], None],
    ) -> None:
        """*tell* says in the status bar what is current."""
        super().__init__(around.widget)
        self._annotate_mode = annotate_mode
        self._view = view
        self._around = around
        self._label_bar = label_bar
        self._tell = tell
        annotate_mode.all_judged.connect(self.say_all_is_judged)
        annotate_mode.many_accepted.connect(self._tell_accepted)

    @command("accept_this", _HERE)
    def accept_this(self) -> None:
        self._annotate_mode.accept(alone=True)

    @command("accept_paragraph", _HERE)
    def accept_paragraph(self) -> None:
        self._annotate_mode.accept_paragraph()

    @command("reject_alike", _HERE)
    def reject_alike(self) -> None:
        self._annotate_mode.reject(alike=True)

    # -- order and kinds -------------------------------------------------------------------

    @command("toggle_doubtful_first", _HERE)
    def toggle_doubtful_first(self) -> None:
        first = not self._annotate_mode.judging.doubtful_first
        self._annotate_mode.put_doubtful_first(first=first)
        self._around.say(
            self.tr("The doubtful suggestions come first from now on.")
            if first
            else self.tr("Suggestions come in the order of the text from now on.")
        )

    @command("show_in_turn", _HERE)
    def show_in_turn(self) -> None:
        """Names and claims, then names alone, then claims alone, and round."""
        self._show_kinds(self._annotate_mode.judging.shown.after)

    @command("show_both", _HERE)
    def show_both(self) -> None:
        self._show_kinds(Shown.BOTH)

    @command("show_names_alone", _HERE)
    def show_names_alone(self) -> None:
        self._show_kinds(Shown.NAMES)

    @command("show_claims_alone", _HERE)
    def show_claims_alone(self) -> None:
        self._show_kinds(Shown.CLAIMS)

    def _show_kinds(self, shown: Shown) -> None:
        self._annotate_mode.show_only(shown)
        self._around.say(
            {
                Shown.BOTH: self.tr("Names and claims are shown."),
                Shown.NAMES: self.tr("Names alone are shown; keys take nothing that is hidden."),
                Shown.CLAIMS: self.tr("Claims alone are shown; keys take nothing that is hidden."),
            }[shown]
        )

    # -- what would be taken ---------------------------------------------------------------

    def takes(self) -> dict[str, str]:
        """By command that takes more than one suggestion: what it would take now."""
        annotate_mode, analyst_view = self._annotate_mode, self._annotate_mode.analyst_view
        if analyst_view is None or analyst_view.status in _DONE:
            return {}
        judging, said = annotate_mode.judging, dict[str, str]()
        alike = judging.alike(analyst_view, annotate_mode.current_id)
        if len(alike) > 1:
            many = f"{len(alike)} × {analyst_view.words_of(alike[0])[:_WORDS]}"
            said = {"accept": many, "reject_alike": many}
        rest = judging.rest_of(analyst_view, annotate_mode.paragraph)
        for id_, count in (
            ("accept_paragraph", counted(rest)),
            ("accept_all", judging.count(analyst_view)),
        ):
            if any(count):
                said[id_] = counted_in_words(*count)
        return said

    def show(self) -> None:
        """The paragraph that is judged, and what the keys would take there; in a review, neither."""
        annotate_mode = self._annotate_mode
        if annotate_mode.analyst_view is None or annotate_mode.review_mode.is_on:
            self._view.light_paragraph(None)
            self.takes_told.emit("")
            return
        if not self._view.isVisible():  # the claims of the project are before it
            self.takes_told.emit("")
            return
        self._view.light_paragraph(annotate_mode.paragraph.start)
        takes = self.takes()
        self._label_bar.show_takes(takes, annotate_mode.judging.shown)
        said = [f"{native(k)} {takes[k]}" for k in ("accept", "accept_paragraph") if k in takes]
        alone = {Shown.NAMES: self.tr("names alone"), Shown.CLAIMS: self.tr("claims alone")}
        if only := alone.get(annotate_mode.judging.shown, ""):
            said.insert(0, f"{native('show_in_turn')} {only}")
        self.takes_told.emit("    ".join(said))

    def light(self, id_: str) -> None:
        """The mouse is on a claim, or on who says it: all of them are lit, with their arcs."""
        analyst_view = self._annotate_mode.analyst_view
        if analyst_view is None or self._annotate_mode.review_mode.is_on or not id_:
            self._view.light(())
        else:
            self._view.light(*article_presenter.lit(analyst_view, id_))

    # -- saying ----------------------------------------------------------------------------

    def _tell_accepted(self, names: int, claims: int) -> None:
        """What one key has taken, and how it is taken back; then what is current."""
        annotate_mode, analyst_view = self._annotate_mode, self._annotate_mode.analyst_view
        if analyst_view is None:
            return
        said = self.tr("accepted {taken} · {key} takes it back").format(
            taken=counted_in_words(names, claims), key=native("undo")
        )
        self._view.announce(said)
        scheme, language = annotate_mode.session.scheme, self._around.language
        current = article_presenter.described(
            analyst_view, scheme, language, annotate_mode.current_id
        )
        self._tell("   ·   ".join(part for part in (said, current) if part))

    def say_all_is_judged(self) -> None:
        hidden = self._hidden()
        if not hidden:
            self._around.say(
                self.tr("Every suggestion of this article is judged. Ctrl+Enter submits it.")
            )
            return
        said = self.tr("All that is shown is judged. Hidden are {rest}: {key} shows them.")
        self._around.say(said.format(rest=hidden, key=native("show_in_turn")))

    def _hidden(self) -> str:
        """The suggestions that are not shown, in words."""
        analyst_view, shown = self._annotate_mode.analyst_view, self._annotate_mode.judging.shown
        left = analyst_view.suggestions if analyst_view else ()
        return counted_in_words(*counted(each for each in left if not shown.lets_through(each)))
