"""One open project: the queue, the article, the inspector, joined by the pen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.core.model import Attribution, Claim, Entity, Span, spans_of
from annotator.core.sheet import Sheet
from annotator.core.strokes import Stroke
from annotator.desk import Desk
from annotator.ui import plain

from . import page
from .actions import ARTICLE_MENU
from .care import Care
from .claims_hand import ClaimsHand
from .deeds import Deeds
from .deleting import Deleting
from .find_bar import FindBar
from .header import Header
from .inspector import Inspector
from .keeping import Keeping
from .label_bar import LabelBar
from .languages import language_name
from .linking import Linking
from .panels.queue import Queue
from .pen import Pen
from .remembering import Remembering
from .reviewing import Reviewing
from .settings import Settings
from .shaping import Shaping
from .sides import LEAST_PX, Sides
from .suggesting import Suggesting
from .theme import Theme
from .view import ArticleView, Card
from .watching import Watching

_NARROW_PX = 1000
_BESIDE_PX = 268 + 340  # of the queue and the inspector


class Bench(QWidget):
    """Connects what the widgets ask for to the pen, and shows what the pen answers."""

    told = Signal(str)  # what is current, for the status bar
    informed = Signal(str)  # something to say over the article
    action_asked = Signal(str)  # id of an action, from a button
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, settings: Settings, theme: Theme, language: str) -> None:
        super().__init__()
        self.desk = desk
        self.path = desk.store.path or Path()  # none for a project in memory
        self.has_worked = False  # something was saved since it was opened
        self.settings = settings
        self.theme = theme
        self.language = language
        self.pen = Pen(desk, self)
        self.page = page.Page(desk.scheme, language)
        self.suggesting = Suggesting(desk, self)
        self.care = Care(self.path, self)
        if desk.store.path is not None:
            self.care.start()
        self.queue = Queue(desk, self)
        self.header = Header(self)
        self.label_bar = LabelBar(theme, self)
        self.view = ArticleView(theme, self)
        self.sides = Sides(self.view, self.listen_to, self)
        self.find_bar = FindBar(self.view, self)
        self.inspector = Inspector(self.pen, self)
        self.deeds = Deeds(self)
        self.reviewing = Reviewing(self)
        self.linking = Linking(self)
        self.keeping = Keeping(self)
        self.watching = Watching(self)
        self.stack = QStackedWidget(self)
        self.claims = ClaimsHand(self, self.stack)
        self.remembering = Remembering(self)
        self.shaping = Shaping(self)
        self.deleting = Deleting(self)
        self._lay_out()
        self._connect()
        self.show_sizes()
        self.label_bar.show_scheme(desk.scheme, language)

    def _lay_out(self) -> None:
        middle = QWidget(self)
        middle.setObjectName("page")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header.hide()  # until an article is open
        self.label_bar.hide()
        column.addWidget(self.header)
        column.addWidget(self.label_bar)
        column.addWidget(self.find_bar)
        hairline = QFrame(middle)
        hairline.setObjectName("hairline")
        hairline.setFixedHeight(1)
        column.addWidget(hairline)
        column.addWidget(self.sides, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for widget in (self.queue, middle, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([268, 800, self.settings.number("inspector_width")])
        self.share_width()
        self.inspector.turn_to(self.settings.text("panel"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self.splitter)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        pen = self.pen
        pen.article_opened.connect(self._open)
        pen.sheet_changed.connect(self._repaint)
        pen.current_changed.connect(self._point)
        pen.saved.connect(self._note_work)
        pen.nothing_to_label.connect(self.deeds.say_what_to_label)
        pen.all_judged.connect(self.deeds.say_all_is_judged)
        pen.not_a_suggestion.connect(self.deeds.say_how_to_remove)
        self.inspector.left.connect(self.view.setFocus)
        pen.selection_cleared.connect(self._clear_selection)
        self.listen_to(self.view)
        self.view.caret_moved.connect(self._move_caret)
        self.view.linked.connect(self._link)
        self.view.hovered.connect(self._light)
        self.view.viewport().installEventFilter(self)
        self.queue.article_chosen.connect(pen.open)
        self.label_bar.label_asked.connect(self.label)
        self.label_bar.action_asked.connect(self.action_asked)
        self.header.asked.connect(self.action_asked)
        self.suggesting.arrived.connect(self._suggested)

    def listen_to(self, view: ArticleView) -> None:
        """What is done with the mouse in *view* means the same in all that stand side by side."""
        view.selection_changed.connect(self._select)
        view.annotation_clicked.connect(self.point_at)
        view.edge_dragged.connect(self._drag_edge)
        view.menu_asked.connect(self._menu_at)
        view.font_size_asked.connect(self.resize_text)
        view.tooltip_for = self._tooltip

    # -- showing ---------------------------------------------------------------------------

    def _open(self, sheet: Sheet) -> None:
        self.page = page.Page(self.desk.scheme, self.language)
        self.reviewing.follow(sheet.article.id)
        self.view.set_article(sheet.article.text, *self.marks(sheet))
        self.reviewing.point()
        self.header.show()
        self.label_bar.show()
        self._show_header(sheet)
        self.queue.select(sheet.article.id)
        self.view.setFocus()
        if self.settings.flag("suggest_on_open"):
            self.suggesting.read(sheet.article)

    def _repaint(self, sheet: Sheet) -> None:
        if self.page.scheme is not self.desk.scheme:
            self.page = page.Page(self.desk.scheme, self.language)
        self.view.set_marks(*self.marks(sheet))
        self._show_header(sheet)
        self.queue.refresh_article(sheet.article.id)
        QToolTip.hideText()  # what it said may be true no more

    def marks(self, sheet: Sheet) -> tuple[list[Stroke], list[Card]]:
        """What is painted: the analyst's sheet, or the review of it."""
        if self.pen.referee.is_on:
            return self.reviewing.marks()
        return self.page.marks(sheet), self.page.cards(sheet, self.pen.echoes)

    def _show_header(self, sheet: Sheet) -> None:
        if self.pen.referee.is_on:
            self.reviewing.show_header()
            return
        language = language_name(sheet.article.language, self.language)
        self.header.show_sheet(sheet, language or self.tr("language not recognised"))

    def _point(self, id_: str) -> None:
        sheet = self.pen.sheet
        if sheet is None or self.pen.referee.is_on:
            return
        self.view.set_current(id_ or None, page.arcs(sheet, id_))
        current = self.pen.current
        self.label_bar.show_label(current.label if isinstance(current, Entity) else "")
        said = page.described(sheet, self.desk.scheme, self.language, id_)
        self.view.announce(said)
        self.told.emit(said)

    def _light(self, id_: str) -> None:
        """The mouse is on a claim, or on who says it: all of them are lit, with their arcs."""
        sheet = self.pen.sheet
        if sheet is None or self.pen.referee.is_on or not id_:
            self.view.light(())
        else:
            self.view.light(*page.lit(sheet, id_))

    def _suggested(self, article_id: str) -> None:
        """The machine has answered: show it where it is read, without moving anything."""
        if self.pen.sheet and self.pen.sheet.article.id == article_id:
            had_current = bool(self.pen.current_id)
            self.pen.reload()
            if not had_current and self.pen.selection is None:
                self.pen.step()
        self.queue.refresh_article(article_id)

    def label(self, code: str) -> None:
        """A label goes on what is selected or current."""
        (self.pen.referee if self.pen.referee.is_on else self.pen).label(code)

    def point_at(self, id_: str) -> None:
        """An annotation was clicked."""
        (self.pen.referee if self.pen.referee.is_on else self.pen).point_at(id_)

    def reload(self) -> None:
        """Somebody else wrote to the project."""
        if self.deleting.leave_what_is_gone():
            return
        self.queue.refresh()
        self.label_bar.show_scheme(self.desk.scheme, self.language)
        self.pen.reload()
        self.pen.referee.reload()  # the last: it may say that the review is over

    def relearn(self) -> None:
        """Another version of what was learnt is in use: the open article shows it at once."""
        if self.pen.sheet is not None and self.desk.refine(self.pen.sheet.article.id):
            self.reload()

    def is_on(self, path: Path) -> bool:
        """Whether this is the bench of the project at *path*."""
        return path.exists() and self.path.exists() and path.samefile(self.path)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.sides.set_theme(theme)
        self.label_bar.set_theme(theme)

    def _tooltip(self, id_: str) -> str:
        sheet = self.pen.sheet
        if self.pen.referee.is_on:
            return self.reviewing.tooltip(id_)
        return page.tooltip(sheet, self.desk.scheme, self.language, id_) if sheet else ""

    def _note_work(self) -> None:
        self.has_worked = True

    # -- from the view ---------------------------------------------------------------------

    def _select(self, span: Span | None) -> None:
        self.pen.selection = self.pen.referee.selection = span
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
        if event.type() == QEvent.Type.MouseButtonRelease and self.pen.sticky_label:
            QTimer.singleShot(0, self, self._label_on)  # once the view has heard of it too
        return super().eventFilter(watched, event)

    def _label_on(self) -> None:
        if self.pen.sticky_label and self.pen.selection is not None:
            self.pen.label(self.pen.sticky_label)

    def _clear_selection(self) -> None:
        for view in self.sides.views:
            view.set_selection(None)

    def _move_caret(self, position: int) -> None:
        self.pen.caret = position

    def _drag_edge(self, id_: str, new: Span) -> None:
        if self.pen.referee.is_on:
            self.pen.referee.drag_edge(id_, new)
            return
        found = self.pen.sheet.get(id_) if self.pen.sheet else None
        if isinstance(found, Entity | Claim | Attribution):
            # the dragged span still shares an edge with what it was
            old = next(
                (s for s in spans_of(found) if s.start == new.start or s.end == new.end), None
            )
            if old is not None:
                self.pen.drag_edge(id_, old, new)

    def _link(self, from_id: str, to_id: str) -> None:
        """Drag from a claim to who says it, or the other way round."""
        sheet = self.pen.sheet
        if sheet is None or self.pen.referee.is_on:
            return
        ends = [sheet.markable(from_id), sheet.markable(to_id)]
        claim = next((e for e in ends if isinstance(e, Claim)), None)
        entity = next((e for e in ends if isinstance(e, Entity)), None)
        if claim is None or entity is None:
            raise UserError(
                "Only a claim and the name of who says it can be linked",
                hint="Drag from a claim's card to an entity",
            )
        self.pen.point_at(claim.id)
        self.pen.selection = entity.span
        self.pen.source()

    def _menu_at(self, at: QPoint, span: Span | None, id_: str) -> None:
        if id_ and span is None:
            self.point_at(id_)
        self.menu_wanted.emit(at)

    # -- what is shown -----------------------------------------------------------------------

    def go_to_queue(self) -> None:
        self.show_queue(True)
        self.queue.setFocus()

    def go_to_article(self) -> None:
        self.view.setFocus()

    def go_to_inspector(self) -> None:
        self.show_inspector(True)
        self.inspector.setFocus()

    def toggle_queue(self) -> None:
        self.show_queue(not self.queue.isVisible())

    def show_queue(self, visible: bool) -> None:
        self.settings.set("queue", visible)
        if visible and self._is_narrow(self.width()):
            self.settings.set("inspector", False)
        self.share_width()

    def toggle_inspector(self) -> None:
        self.show_inspector(not self.inspector.isVisible())

    def show_inspector(self, visible: bool) -> None:
        self.settings.set("inspector", visible)
        self.share_width()

    def _is_narrow(self, width: int) -> bool:
        """Whether queue and inspector together would squeeze the article, or those side by side."""
        return width < max(_NARROW_PX, _BESIDE_PX + LEAST_PX * len(self.sides.views))

    def share_width(self) -> None:
        """Show what is wanted; in a narrow window the queue gives way to the inspector."""
        is_open = self.settings.flag("inspector")
        self.queue.setVisible(
            self.settings.flag("queue") and not (is_open and self._is_narrow(self.width()))
        )
        self.inspector.setVisible(is_open)
        self.header.show_inspector_is_open(is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reviewing.fit()
        if self._is_narrow(event.oldSize().width()) != self._is_narrow(self.width()):
            self.share_width()

    def larger(self) -> None:
        self.resize_text(1)

    def smaller(self) -> None:
        self.resize_text(-1)

    def resize_text(self, steps: int) -> None:
        px = min(40, max(11, self.settings.number("font_px") + steps))
        self.settings.set("font_px", px)
        self.show_sizes()

    def toggle_compact(self) -> None:
        self.settings.set("compact", not self.settings.flag("compact"))
        self.show_sizes()

    def show_sizes(self) -> None:
        """Letters and lines as the settings have them."""
        self.sides.set_font_size(self.settings.number("font_px"))
        self.sides.set_compact(self.settings.flag("compact"))

    def escape(self) -> None:
        """One level back: the kept label, the selection, the current annotation."""
        if self.pen.sticky_label:
            self.pen.sticky_label = ""
            self.informed.emit("")
        elif self.pen.selection is not None:
            self._clear_selection()
            self.pen.selection = self.pen.referee.selection = None
        elif self.pen.referee.is_on:
            self.pen.referee.close()
        else:
            self.pen.point_at("")

    def fill_menu(self, menu: QMenu, by_id: dict[str, QAction]) -> None:
        """The context menu: what can be done with the selection or the current annotation."""
        labels = menu.addMenu(self.tr("Label"))
        for label in self.desk.scheme.offered():
            name = plain.caption(f"{label.code}  {label.named(self.language)}")
            action = labels.addAction(f"{name}\t{label.key}" if label.key else name)
            action.triggered.connect(lambda _=False, code=label.code: self.label(code))
        for id_ in ARTICLE_MENU:
            menu.addAction(by_id[id_]) if id_ else menu.addSeparator()

    def rest(self) -> None:
        """Let nothing beside the window read the file any more."""
        self.suggesting.stop()
        self.watching.stop()
        self.deleting.stop()
        self.queue.stop()
        self.claims.stop()
        self.remembering.stop()
        self.care.stop()

    def close_project(self) -> None:
        """Remember where we were and let go of the file."""
        self.inspector.leave()
        for dialog in self.findChildren(QDialog):  # one may still be reading the file
            dialog.close()
        self.settings.set("inspector_width", max(300, self.inspector.width()))
        self.settings.set("panel", self.inspector.in_front)
        self.rest()
        if not self.desk.store.is_cut_off():
            self.care.forget_copy()
        self.desk.store.close()
