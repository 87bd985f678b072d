"""The look of the whole window, as one Qt style sheet made from a theme.

Panels mark what they mean by properties: ``button.setProperty("variant", "primary")`` (or
``danger``, ``quiet``), ``label.setProperty("role", "title")`` (or ``muted``, ``heading``,
``error``), ``frame.setProperty("role", "card")``.
"""

from __future__ import annotations

from string import Template

from annotator.core.paths import RESOURCES

from .fonts import SANS
from .theme import Theme, over

_SHEET = Template("""
* { font-family: "$sans"; }
QWidget { font-size: ${px}px; }
QMainWindow, QDialog { background: $panel; }
QMainWindow::separator { background: $rule; width: 1px; height: 1px; }
QSplitter::handle { background: $rule; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QLabel[role="title"] { font-size: ${px_title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${px}px; font-weight: 600; }
QLabel[role="muted"] { color: $muted; font-size: ${px_small}px; }
QLabel[role="error"] { color: $danger; }
QFrame[role="card"] { background: $card; border: 1px solid $rule; border-radius: 7px; }
QFrame[role="card"][current="true"] { background: $page; border: 1px solid $claim; }
OneOfChips[lit="true"] QToolButton { border-color: $line; }
OneOfChips[lit="true"] QToolButton:checked { border-color: $focus; }
QFrame[role="introduction"] { background: $card; border: none; border-top: 1px solid $rule; }
QFrame[role="rule"] { background: $rule; border: none; max-height: 1px; min-height: 1px; }

ArticleView { background: $page; border: 1px solid $page; }
ArticleView:focus { border: 1px solid $focus; }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QKeySequenceEdit {
  background: $card; color: $text; border: 1px solid $rule; border-radius: 6px;
  padding: 4px 8px; selection-background-color: $selected; selection-color: $text;
}
QLineEdit:hover, QComboBox:hover, QSpinBox:hover, QPlainTextEdit:hover { border-color: $line; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QDateEdit:focus, QKeySequenceEdit:focus { border: 1px solid $focus; background: $page; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: $muted; background: $panel; }
QLineEdit[hasHidden="true"], QTextEdit[hasHidden="true"], QPlainTextEdit[hasHidden="true"],
QLineEdit[invalid="true"], QComboBox[invalid="true"] { border-color: $danger; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$icons/down-$mode.svg"); width: 10px; height: 10px; margin-right: 8px; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0 6px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QDateEdit::up-button, QDateEdit::down-button { border: none; background: transparent; width: 18px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QDateEdit::up-arrow { image: url("$icons/up-$mode.svg"); width: 8px; height: 8px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/down-$mode.svg"); width: 8px; height: 8px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; border-radius: 6px;
  padding: 4px; outline: none; selection-background-color: $selected; selection-color: $text; }

QPushButton, QToolButton {
  background: $card; color: $text; border: 1px solid $rule; border-radius: 6px;
  padding: 5px 12px; font-weight: 500;
}
QPushButton:hover, QToolButton:hover { background: $hover; border-color: $line; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $selected; }
QPushButton:focus, QToolButton:focus { border: 1px solid $focus; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: transparent; }
QPushButton[variant="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[variant="primary"]:hover { background: $accent_hover; }
QPushButton[variant="primary"]:focus { border: 1px solid $text; }
QPushButton[variant="primary"]:disabled { background: $panel; color: $muted; border-color: $rule; }
QPushButton[variant="danger"] { color: $danger; }
QPushButton[variant="quiet"], QToolButton[variant="quiet"] { background: transparent; border-color: transparent; }
QPushButton[variant="quiet"]:hover, QToolButton[variant="quiet"]:hover { background: $hover; }
QPushButton[variant="quiet"]:focus, QToolButton[variant="quiet"]:focus { border-color: $focus; }
QToolButton[small="true"] { padding: 2px 6px; font-size: ${px_small}px; }
QToolButton[tight="true"] { padding: 2px 4px; font-size: ${px_small}px; font-weight: 400; }
QToolButton[chip="true"] { padding: 3px 8px; font-size: ${px_small}px; }
QToolButton[chip="true"]:checked { border-color: $line; }
QToolButton::menu-indicator { image: none; }

QCheckBox, QRadioButton { spacing: 7px; padding: 2px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $line; background: $card; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked, QTableView::indicator:checked {
  background: $accent; border-color: $accent; image: url("$icons/check.svg"); }
QRadioButton::indicator:checked { background: $accent; border: 4px solid $card; width: 8px; height: 8px; }
QListView::indicator, QTreeView::indicator, QTableView::indicator { width: 14px; height: 14px; border: 1px solid $line;
  border-radius: 4px; background: $card; }
QCheckBox:focus, QRadioButton:focus { color: $focus; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $focus; }

QListView, QTreeView, QTableView, QListWidget, QTreeWidget {
  background: transparent; border: none; outline: none; alternate-background-color: $panel;
}
QListView::item, QTreeView::item { padding: 5px 8px; border-radius: 6px; color: $text; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $selected; color: $text; }
QTableView { gridline-color: $rule; background: $page; border: 1px solid $rule; border-radius: 6px; }
QTableView::item { padding: 3px 6px; }
QTableView::item:selected { background: $selected; color: $text; }
QDialog QScrollArea { border: 1px solid transparent; }
QDialog QScrollArea:focus { border: 1px solid $focus; border-radius: 6px; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid $focus; border-radius: 6px; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $rule; padding: 5px 6px; font-weight: 500; }

QTableCornerButton::section { background: $panel; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $rule; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 6px 7px 6px; border: none; border-bottom: 2px solid transparent; font-weight: 500; font-size: ${px_small}px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent_line; }
QTabBar::tab:focus { color: $focus; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 0; }
QScrollBar:horizontal { height: 12px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QFileDialog QToolButton { padding: 3px; min-width: 18px; }
QWidget#page { background: $page; }
QFrame#hairline { background: $rule; border: none; }

QMenuBar { background: $panel; color: $text; border-bottom: 1px solid $rule; }
QMenuBar::item { padding: 5px 9px; background: transparent; border-radius: 5px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $card; color: $text; border: 1px solid $line; border-radius: 7px; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 12px; border-radius: 5px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $rule; margin: 5px 8px; }

QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 5px 7px; }
QStatusBar { background: $panel; color: $muted; border-top: 1px solid $rule; }
QStatusBar QLabel { color: $muted; font-size: ${px_small}px; padding: 1px 10px; }
QStatusBar::item { border: none; }
QToolBar { background: $page; border: none; border-bottom: 1px solid $rule; spacing: 4px; padding: 4px 8px; }
QDockWidget { color: $text; font-weight: 600; }
QDockWidget::title { background: $panel; padding: 7px 10px; }
QProgressBar { background: $rule; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QGroupBox { border: 1px solid $rule; border-radius: 7px; margin-top: 18px; padding: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 2px; color: $muted; font-weight: 500; }
""")


def stylesheet(theme: Theme, *, px: int = 13) -> str:
    """Style sheet of the window in *theme*; *px* is the size of ordinary interface text."""
    page = theme.page
    focus = theme.layers[0].strong if theme.dark else theme.accent
    return _SHEET.substitute(
        sans=SANS,
        icons=(RESOURCES / "icons" / "controls").as_posix(),
        mode="dark" if theme.dark else "light",
        px=px,
        px_small=px - 2,
        px_title=px + 5,
        page=page.name(),
        panel=theme.panel.name(),
        card=theme.card.name(),
        text=theme.text.name(),
        muted=theme.muted.name(),
        rule=theme.rule.name(),
        line=_shade(theme, 0.30),
        thumb=_shade(theme, 0.24),
        hover=_shade(theme, 0.06),
        selected=over(theme.select, page).name(),
        accent=theme.accent.name(),
        accent_hover=theme.accent.lighter(112).name()
        if theme.dark
        else theme.accent.darker(112).name(),
        accent_line=focus.name(),
        on_accent=theme.on_accent.name(),
        focus=focus.name(),
        danger=theme.danger.name(),
        claim=theme.claim.strong.name(),
    )


def _shade(theme: Theme, share: float) -> str:
    """The card's colour with some of the text's in it."""
    text = theme.text.toRgb()
    text.setAlphaF(share)
    return over(text, theme.card).name()
