"""Two versions that one person made of a layer: what they say otherwise, and which of them it is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHeaderView,
    QPushButton,
    QRadioButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.review.differences import Difference
from annotator.core.review.review import Review
from annotator.services.collaboration import Collaboration, LayerVersion
from annotator.services.session import Session
from annotator.ui import translation
from annotator.ui.appearance import plain_text
from annotator.ui.article_list.model import status_name
from annotator.ui.panels.history_lines import moment
from annotator.ui.panels.review_list import type_name
from annotator.ui.panels.review_sides import said_by

from ...widgets.dialog import Dialog, button, line, restyle
from ...widgets.table import ReadOnlyTable

_MOST = 200  # differences that are shown
_WHICH = {
    "shown": translation.note("Versions", "shown now"),
    "rival": translation.note("Versions", "from elsewhere"),
    "kept": translation.note("Versions", "decided against"),
}


class RivalLayer(Struct, frozen=True):
    """A layer with more than one version."""

    article_id: str
    author: str
    is_open: bool


class VersionsDialog(Dialog):
    """Goes through all layers with several versions, those that wait for a decision first."""

    decided = Signal(str)  # id of the article

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Two versions of one person’s work"), parent, width=760)
        self._session = session
        self._exchange = Collaboration(session)
        self._versions: list[LayerVersion] = []
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Article and person"))
        self.which.currentIndexChanged.connect(lambda _at: self._show())
        self._said = line("", "muted")
        self._held = QWidget()
        self._choices = QVBoxLayout(self._held)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(3)
        self.choice = QButtonGroup(self)
        self.choice.idToggled.connect(lambda _id, _on: self._allow())
        self.table = ReadOnlyTable(self.tr("What the versions say otherwise"), ("",))
        self.table.setMinimumHeight(200)
        self._more = line("", "muted")
        for widget in (self.which, self._said, self._held):
            self.column.addWidget(widget)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._more)
        self._outcome = line("")
        self._outcome.hide()
        self.column.addWidget(self._outcome)
        self.later = button(self.tr("Later"), self.put_off)
        self.go = button(self.tr("Take this version"), self.take)
        self.add_buttons(self.later, self.go)
        for number in range(9):
            key = QShortcut(QKeySequence(str(number + 1)), self)
            key.activated.connect(lambda at=number: self.choose(at))
        self._fill()

    # -- what there is -----------------------------------------------------------------------

    def _fill(self, wanted: tuple[str, str] | None = None) -> None:
        """List the layers anew; show the one *wanted*, else the first."""
        places = [RivalLayer(*place, True) for place in self._exchange.unsettled()]
        places += [RivalLayer(*place, False) for place in self._exchange.decided()]
        self.which.blockSignals(True)
        self.which.clear()
        for place in places:
            self.which.addItem(self._name(place), place)
        keys = [(place.article_id, place.author) for place in places]
        self.which.setCurrentIndex(keys.index(wanted) if wanted in keys else 0)
        self.which.blockSignals(False)
        self._show()

    def _name(self, place: RivalLayer) -> str:
        title = self._session.store.annotated_article(place.article_id).article.title
        said = self.tr("{author} · {title}").format(author=place.author, title=title)
        return said if place.is_open else self.tr("{what} (decided)").format(what=said)

    @property
    def place(self) -> RivalLayer | None:
        """The layer that is looked at."""
        place: RivalLayer | None = self.which.currentData()
        return place

    def _open_places(self) -> list[int]:
        rows = range(self.which.count())
        return [row for row in rows if self.which.itemData(row).is_open]

    # -- one layer ---------------------------------------------------------------------------

    def _show(self) -> None:
        place = self.place
        self._versions = (
            [] if place is None else self._exchange.versions(place.article_id, place.author)
        )
        self._say(place)
        for each in self.choice.buttons():
            self.choice.removeButton(each)
            self._choices.removeWidget(each)
            each.deleteLater()
        for number, version in enumerate(self._versions):
            radio = QRadioButton(plain_text.caption(self._about(number, version)))
            self.choice.addButton(radio, number)
            self._choices.addWidget(radio)
        self._keep_tab_order()
        if self._versions:
            self.choose(0)
        self._show_differences(place)
        is_waiting = place is not None and place.is_open
        self.later.setText(self.tr("Later") if is_waiting else self.tr("Close"))
        self._allow()

    def _allow(self) -> None:
        """What is the layer already can be taken only where nobody has said so."""
        is_waiting = self.place is not None and self.place.is_open
        self.go.setEnabled(is_waiting or self.choice.checkedId() > 0)
        self._prefer(self.go if self.go.isEnabled() else self.later)

    def _keep_tab_order(self) -> None:
        chain = [self.which, *self.choice.buttons(), self.table]
        for one, other in itertools.pairwise(chain):
            self.setTabOrder(one, other)

    def _prefer(self, wanted: QPushButton) -> None:
        """What Enter presses, and what looks like it."""
        for each in (self.later, self.go):
            each.setDefault(each is wanted)
            each.setProperty("variant", "primary" if each is wanted else "")
            restyle(each)

    def _say(self, place: RivalLayer | None) -> None:
        if place is None:
            self._said.setText(self.tr("There is one version of every layer."))
            return
        said = self.tr(
            "{author} went on with the same layer in two places. Choose the version that is the layer"
            " from now on, here and wherever this work is received. The other one is kept: it stays"
            " in this list, and you can take it instead at any time."
        )
        self._said.setText(said.format(author=place.author))

    def _about(self, number: int, version: LayerVersion) -> str:
        contents = version.contents
        counts = [
            self.tr("%n entity(ies)", None, len(contents.entities)),
            self.tr("%n claim(s)", None, len(contents.claims)),
            status_name(contents.layer.status),
        ]
        which = translation.translated("Versions", _WHICH[version.which])
        head = self.tr("&{number}  {which}, {when}").format(
            number=number + 1, which=which, when=moment(version.at)
        )
        return f"{head}  ·  {', '.join(counts)}"

    def _show_differences(self, place: RivalLayer | None) -> None:
        self.table.setRowCount(0)
        self.table.setVisible(bool(self._versions))
        self._more.hide()
        if place is None:
            return
        review = self._exchange.differences(place.article_id, self._versions)
        differing = [each for each in review.differences if not each.is_agreed]
        heads = [self.tr("What"), *(str(at + 1) for at in range(len(self._versions)))]
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self._head()
        self.table.setRowCount(min(_MOST, len(differing)))
        for row, difference in enumerate(differing[:_MOST]):
            for column, said in enumerate(self._cells(review, difference)):
                self.table.setItem(row, column, QTableWidgetItem(said))
        self.table.resizeRowsToContents()
        self._count(differing)

    def _head(self) -> None:
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def _cells(self, review: Review, difference: Difference) -> Sequence[str]:
        """What it is, and what each version has there."""
        scheme, language = self._session.scheme, QLocale().name()
        return [
            type_name(difference.type),
            *(
                "\n".join(said_by(review, difference, member, scheme, language))
                for member in difference.members
            ),
        ]

    def _count(self, differing: Sequence[Difference]) -> None:
        if not differing:
            self._more.setText(
                self.tr("They mark the same; notes, stand-alone forms or judgements differ.")
            )
        elif len(differing) > _MOST:
            self._more.setText(self.tr("and %n more difference(s)", None, len(differing) - _MOST))
        self._more.setVisible(not differing or len(differing) > _MOST)

    # -- deciding ----------------------------------------------------------------------------

    def choose(self, number: int) -> None:
        """Tick a version."""
        radio = self.choice.button(number)
        if radio is not None:
            radio.setChecked(True)
            radio.setFocus()

    def take(self) -> None:
        """The chosen version is the layer from now on."""
        place, number = self.place, self.choice.checkedId()
        if place is None or number < 0:
            return
        self._exchange.settle(place.article_id, place.author, self._versions[number].contents)
        said = self.tr("{what}: version {number} is the layer now, the other one is kept.")
        self._outcome.setText(said.format(what=self._name(place), number=number + 1))
        self._outcome.show()
        self.decided.emit(place.article_id)
        waiting = self._exchange.unsettled()
        self._fill(waiting[0] if waiting else (place.article_id, place.author))
        if not waiting:
            self.later.setFocus()
        self.resize(self.width(), max(self.height(), self.column.heightForWidth(self.width())))

    def put_off(self) -> None:
        """To the next layer that waits; after the last one, close."""
        further = [row for row in self._open_places() if row > self.which.currentIndex()]
        if further and self.place is not None and self.place.is_open:
            self.which.setCurrentIndex(further[0])
        else:
            self.reject()
