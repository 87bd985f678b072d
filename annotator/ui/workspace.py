"""One open project: the article list, the article, the inspector, joined by the annotate mode."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QSplitter,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.editing.judging import Shown
from annotator.core.errors import UserError
from annotator.core.highlight_layout import Highlight
from annotator.core.model import Entity, Span
from annotator.services.session import Session

from .appearance.theme import Theme
from .article.decision_strip import DecisionStrip
from .article.find_bar import FindBar
from .article.header import Header
from .article.inspector import Inspector
from .article.key_offer import KeyOfferLine
from .article.label_bar import LabelBar
from .article.page import ArticlePage, Introduction
from .article.side_by_side import LEAST_PX, SideBySide
from .article_list.panel import ArticleListPanel
from .background.maintenance import Maintenance
from .background.suggestion_queue import SuggestionQueue
from .commands.handlers import Handlers, WorkspaceParts
from .commands.surroundings import WindowServices
from .modes.annotate import AnnotateMode
from .presenters import article as article_presenter
from .presenters.telling import Telling
from .settings import Settings
from .view import ArticleView, ClaimCard
from .widgets.language_names import language_name

_NARROW_PX = 1000
_BESIDE_PX = 268 + 340  # of the article list and the inspector


class Workspace(QWidget):
    """Connects what the widgets ask for to the annotate mode, and shows what the annotate mode answers."""

    told = Signal(str)  # what is current, for the status bar
    informed = Signal(str)  # something to say over the article
    state_changed = Signal()  # mode, article, selection, what is current: other things can be done
    menu_wanted = Signal(QPoint)
    bare = Signal(bool)  # nothing but the text is wanted

    def __init__(
        self,
        session: Session,
        settings: Settings,
        theme: Theme,
        language: str,
        run: Callable[..., None],
    ) -> None:
        """*run* carries out a command by its id."""
        super().__init__()
        self.session = session
        self.path = session.store.path or Path()  # none for a project in memory
        self._is_clicked = False  # what is current was clicked just now
        self.has_worked = False  # something was saved since it was opened
        self.settings = settings
        self.theme = theme
        self.language = language
        self.annotate_mode = AnnotateMode(session, self)
        self.page = article_presenter.ArticlePresenter(session.scheme, language)
        self.suggestion_queue = SuggestionQueue(session, self)
        self.maintenance = Maintenance(self.path, self)
        if session.store.path is not None:
            self.maintenance.start()
        self.queue = ArticleListPanel(session, self)
        self.header = Header(self)
        self.label_bar = LabelBar(theme, self)
        self.view = ArticleView(theme, self)
        self.sides = SideBySide(self.view, self.listen_to, self)
        self.find_bar = FindBar(self.view, self)
        self.key_offer = KeyOfferLine(session, settings, self.annotate_mode.saved, self)
        self.inspector = Inspector(self.annotate_mode, self)
        self.introduction = Introduction(settings, self.annotate_mode, self)
        self.decisions = DecisionStrip(self)
        self.stack = QStackedWidget(self)
        self._run = run
        self.handlers = Handlers(
            WindowServices(
                widget=self,
                settings=settings,
                language=language,
                say=self.informed.emit,
                reload=self.reload,
                turn_to=self.turn_to,
                run=run,
            ),
            WorkspaceParts(
                annotate_mode=self.annotate_mode,
                view=self.view,
                sides=self.sides,
                header=self.header,
                label_bar=self.label_bar,
                queue=self.queue,
                find_bar=self.find_bar,
                decisions=self.decisions,
                inspector=self.inspector,
                suggestion_queue=self.suggestion_queue,
                stack=self.stack,
            ),
            self,
        )
        self._lay_out()
        self._connect()
        self.show_sizes()
        self.label_bar.show_scheme(session.scheme, language)

    def _lay_out(self) -> None:
        self.header.hide()  # until an article is open
        self.label_bar.hide()
        self.decisions.want(is_wanted=self.settings.decisions)
        above = (self.header, self.label_bar, self.key_offer, self.find_bar)
        self._middle = ArticlePage(above, self.sides, (self.introduction, self.decisions), self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for widget in (self.queue, self._middle, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([268, 800, self.settings.inspector_width])
        self.share_width()
        self.inspector.turn_to(self.settings.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self.splitter)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        mode, deciding = self.annotate_mode, self.annotate_mode.review_mode
        mode.article_opened.connect(self._open)
        mode.sheet_changed.connect(self._repaint)
        mode.current_changed.connect(self._point)
        mode.saved.connect(self._note_work)
        mode.shown_changed.connect(self.repaint_article)
        for beside in (self.inspector, self.header, self.queue, self._middle):
            beside.left.connect(self.view.setFocus)
        mode.selection_cleared.connect(self._clear_selection)
        self.listen_to(self.view)
        self.view.caret_moved.connect(mode.move_caret)
        self.view.caret_moved.connect(self.handlers.judging.show)
        self.view.hovered.connect(self.handlers.judging.light)
        self.view.viewport().installEventFilter(self)
        self.view.decision_asked.connect(self.handlers.decide)
        self.queue.article_chosen.connect(mode.open)
        self.label_bar.label_asked.connect(lambda code: self._run("give_label", code))
        self.label_bar.action_asked.connect(self._run)
        self.suggestion_queue.arrived.connect(self._suggested)
        changes: tuple[SignalInstance, ...] = (
            *(mode.article_opened, mode.sheet_changed, mode.current_changed),
            *(mode.selection_cleared, mode.echoes_found),
            *(deciding.changed, deciding.current_changed),
            *(self.handlers.claims.changed, self.view.selection_changed),
        )
        for change in changes:
            change.connect(self.state_changed)
        self.state_changed.connect(self.handlers.judging.show)

    def listen_to(self, view: ArticleView) -> None:
        """What is done with the mouse in *view* means the same in all that stand side by side."""
        view.selection_changed.connect(self._select)
        view.annotation_clicked.connect(self.point_at)
        view.edge_dragged.connect(self._drag_edge)
        view.menu_asked.connect(self._menu_at)
        view.font_size_asked.connect(self.resize_text)
        view.tooltip_for = self._tooltip

    # -- showing ---------------------------------------------------------------------------

    def _open(self, analyst_view: AnalystView) -> None:
        self.page = article_presenter.ArticlePresenter(self.session.scheme, self.language)
        self.handlers.reviewing.follow(analyst_view.article.id)
        self.view.set_article(analyst_view.article.text, *self.marks(analyst_view))
        self.handlers.reviewing.point()
        self.header.show()
        self.label_bar.show()
        self._middle.show_bare(self.handlers.reading.is_reading)
        self._show_header(analyst_view)
        self.queue.select(analyst_view.article.id)
        self.view.setFocus()
        if self.settings.suggest_on_open:
            self.suggestion_queue.read(analyst_view.article)

    def _repaint(self, analyst_view: AnalystView) -> None:
        if self.page.scheme is not self.session.scheme:
            self.page = article_presenter.ArticlePresenter(self.session.scheme, self.language)
        self.repaint_article()
        self._show_header(analyst_view)
        self.queue.refresh_article(analyst_view.article.id)
        QToolTip.hideText()  # what it said may be true no more

    def repaint_article(self) -> None:
        if self.annotate_mode.analyst_view is not None:
            self.view.set_marks(*self.marks(self.annotate_mode.analyst_view))

    def marks(self, analyst_view: AnalystView) -> tuple[list[Highlight], list[ClaimCard]]:
        """What is painted: the analyst's view, or the review of it; of bare text nothing."""
        if self.handlers.reading.is_reading:
            return [], []
        if self.annotate_mode.review_mode.is_on:
            return self.handlers.reviewing.marks()
        shown = self.annotate_mode.judging.shown
        cards = self.page.cards(
            analyst_view, self.annotate_mode.similar_claims, self.annotate_mode.of_other_words
        )
        return self.page.marks(analyst_view, shown), [] if shown == Shown.NAMES else cards

    def _show_header(self, analyst_view: AnalystView) -> None:
        if self.annotate_mode.review_mode.is_on:
            self.handlers.reviewing.show_header()
            return
        language = language_name(analyst_view.article.language, self.language)
        self.header.show_sheet(analyst_view, language or self.tr("language not recognised"))

    def _point(self, id_: str) -> None:
        analyst_view = self.annotate_mode.analyst_view
        if analyst_view is None or self.annotate_mode.review_mode.is_on:
            return
        id_ = "" if self.handlers.reading.is_reading else id_
        current = self.annotate_mode.current
        telling = Telling(analyst_view, self.session.scheme, self.language)
        self.view.set_current(
            id_ or None,
            article_presenter.arcs(analyst_view, id_),
            said="\n".join(telling.whole(current)) if current is not None else "",
            moves=not self._is_clicked,
            to_upper_half=not self.annotate_mode.is_at_hand,
        )
        self.label_bar.show_label(current.label if isinstance(current, Entity) else "")
        said = article_presenter.described(analyst_view, self.session.scheme, self.language, id_)
        self.view.rest_caret(self.annotate_mode.caret)
        self.view.announce(said)
        self.told.emit(said)

    def _suggested(self, article_id: str) -> None:
        """The machine has answered: show it where it is read, without moving anything."""
        shown = self.annotate_mode.analyst_view
        if shown and shown.article.id == article_id:
            had_current = bool(self.annotate_mode.current_id)
            self.annotate_mode.reload()
            if not had_current and self.annotate_mode.selection is None:
                self.annotate_mode.step()
        self.queue.refresh_article(article_id)

    def point_at(self, id_: str) -> None:
        """An annotation was clicked."""
        mode = self.annotate_mode
        if mode.review_mode.is_on:
            mode.review_mode.point_at(id_)
            return
        self._is_clicked = True  # what is under the mouse stays there
        try:
            # its words were clicked, not its card: the caret stays there
            mode.point_at(id_, keep_caret=id_ in self.view.annotations_at(self.view.caret))
        finally:
            self._is_clicked = False

    def reload(self) -> None:
        """Somebody else wrote to the project."""
        if self.handlers.deleting.leave_what_is_gone():
            return
        self.queue.refresh()
        self.label_bar.show_scheme(self.session.scheme, self.language)
        self.annotate_mode.reload()
        self.annotate_mode.review_mode.reload()  # the last: it may say that the review is over

    def relearn(self) -> None:
        """Another version of what was learnt is in use: the open article shows it at once."""
        if self.annotate_mode.analyst_view is not None and self.session.refine(
            self.annotate_mode.analyst_view.article.id
        ):
            self.reload()

    def is_on(self, path: Path) -> bool:
        return path.exists() and self.path.exists() and path.samefile(self.path)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.sides.set_theme(theme)
        self.label_bar.set_theme(theme)

    def _tooltip(self, id_: str) -> str:
        analyst_view = self.annotate_mode.analyst_view
        if self.annotate_mode.review_mode.is_on:
            return self.handlers.reviewing.tooltip(id_)
        return (
            article_presenter.tooltip(analyst_view, self.session.scheme, self.language, id_)
            if analyst_view
            else ""
        )

    def _note_work(self) -> None:
        self.has_worked = True

    # -- from the view ---------------------------------------------------------------------

    def _select(self, span: Span | None) -> None:
        self.annotate_mode.selection = self.annotate_mode.review_mode.selection = span
        for view in self.sides.views:
            if view.selection() != span:
                view.set_selection(span)
        if span is not None:
            self.told.emit(
                self.tr("selected “{words}” · characters {start}–{end}").format(
                    words=span.of(self.view.text)[:60], start=span.start, end=span.end
                )
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse was let go on the page: a label that is kept goes on what was selected."""
        if event.type() == QEvent.Type.MouseButtonRelease and self.annotate_mode.sticky_label:
            QTimer.singleShot(0, self, self._label_on)  # once the view has heard of it too
        return super().eventFilter(watched, event)

    def _label_on(self) -> None:
        if self.annotate_mode.sticky_label and self.annotate_mode.selection is not None:
            self.annotate_mode.label(self.annotate_mode.sticky_label)

    def _clear_selection(self) -> None:
        for view in self.sides.views:
            view.set_selection(None)

    def _drag_edge(self, id_: str, new: Span) -> None:
        mode = self.annotate_mode
        drag = mode.review_mode.drag_edge if mode.review_mode.is_on else mode.drag_to
        drag(id_, new)

    def _menu_at(self, at: QPoint, span: Span | None, id_: str) -> None:
        if id_ and span is None:
            self.point_at(id_)
        self.menu_wanted.emit(at)

    # -- what is shown -----------------------------------------------------------------------

    def tell(self, said: str) -> None:
        """What is current, for the status bar."""
        self.told.emit(said)

    def show_article(self) -> None:
        """The article comes into the middle, the cursor with it."""
        self.handlers.claims.leave()

    def turn_to(self, name: str) -> QWidget:
        """Bring a page of the inspector to the front ("" for the one that is there)."""
        self.show_inspector(True)
        if name:
            self.inspector.turn_to(name)
        page = self.inspector.panel(name or self.inspector.in_front)
        return page if page is not None else self.inspector

    def show_queue(self, visible: bool) -> None:
        self.settings.queue = visible
        if visible and self._is_narrow(self.width()):
            self.settings.inspector = False
        self.share_width()

    def show_inspector(self, visible: bool) -> None:
        self.settings.inspector = visible
        self.share_width()

    def _is_narrow(self, width: int) -> bool:
        """Whether article list and inspector together would squeeze the article, or those side by side."""
        return width < max(_NARROW_PX, _BESIDE_PX + LEAST_PX * len(self.sides.views))

    def show_bare(self, bare: bool) -> None:
        """Nothing but the text, or everything again."""
        self._middle.show_bare(bare)
        self.share_width()
        self.bare.emit(bare)
        self.repaint_article()
        self._point(self.annotate_mode.current_id)

    def share_width(self) -> None:
        """Show what is wanted; in a narrow window the article list gives way to the inspector."""
        is_bare = self.handlers.reading.is_reading
        is_open = self.settings.inspector and not is_bare
        self.queue.setVisible(
            self.settings.queue and not is_bare and not (is_open and self._is_narrow(self.width()))
        )
        self.inspector.setVisible(is_open)
        self.state_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.handlers.reviewing.fit()
        if self._is_narrow(event.oldSize().width()) != self._is_narrow(self.width()):
            self.share_width()

    def resize_text(self, steps: int) -> None:
        px = min(40, max(11, self.settings.font_px + steps))
        self.settings.font_px = px
        self.show_sizes()

    def show_sizes(self) -> None:
        """Letters and lines as the settings have them."""
        self.sides.set_font_size(self.settings.font_px)
        self.sides.set_compact(self.settings.compact)

    def escape(self) -> None:
        """One level back: the bare text, the kept label, the selection, the current annotation."""
        if self.handlers.reading.is_reading:
            self.handlers.reading.read(False)
        elif self.annotate_mode.sticky_label:
            self.annotate_mode.sticky_label = ""
            self.informed.emit("")
        elif self.annotate_mode.selection is not None:
            self._clear_selection()
            self.annotate_mode.selection = self.annotate_mode.review_mode.selection = None
        elif self.annotate_mode.review_mode.is_on:
            self.annotate_mode.review_mode.close()
        else:
            self.annotate_mode.point_at("")
        self.state_changed.emit()

    def rest(self) -> None:
        """Let nothing beside the window read the file any more."""
        self.suggestion_queue.stop()
        self.handlers.stop()
        self.queue.stop()
        self.maintenance.stop()

    def close_project(self) -> None:
        """Remember where we were and let go of the file."""
        with suppress(UserError):  # the window has asked before, and told why
            self.inspector.leave()
        for dialog in self.findChildren(QDialog):  # one may still be reading the file
            dialog.close()
        self.settings.inspector_width = max(300, self.inspector.width())
        self.settings.panel = self.inspector.in_front
        self.rest()
        if not self.session.store.is_cut_off():
            self.maintenance.forget_copy()
        self.session.store.close()
