"""A pen on an article that a machine has read, with claims and who says them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from annotator.core.annotated_article import LayerContents
from annotator.core.ids import new_id, now
from annotator.core.model import Attribution, Claim, Entity, Layer
from annotator.services.session import Session
from annotator.store import Store
from annotator.ui.appearance.stylesheet import stylesheet
from annotator.ui.appearance.theme import application_palette, make_theme
from annotator.ui.modes.annotate import AnnotateMode
from tests import notation

MARKED = (
    "[Elena Bassi|PER] said that {the works cost [4 million euros|MONEY]|CLAIM}.\n"
    "{The network of [Valdora|LOC] loses [38%|PERCENT] of the water|CLAIM}, "
    "according to the [Water Agency|ORG].\n"
    "[Valdora|LOC] grows, and {the mayor of [Valdora|LOC] resigned|CLAIM}."
)


@pytest.fixture
def annotate_mode(qtbot, qapp):
    """An article with suggestions only; the first claim is said by somebody."""
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    qapp.setPalette(application_palette(make_theme()))
    with Store.memory() as store:
        hand = AnnotateMode(Session(store, "anna"))
        hand.open(suggested(hand.session))
        yield hand
    QLocale.setDefault(before)


@pytest.fixture
def shown(qtbot, annotate_mode):
    """Show a panel as the inspector does, at its least width."""

    made = []

    def show(kind):
        panel = kind(annotate_mode)
        made.append(panel)
        panel.setStyleSheet(stylesheet(make_theme()))
        panel.resize(300, 800)
        qtbot.addWidget(panel)
        panel.show()
        annotate_mode.article_opened.connect(panel.show_sheet)
        annotate_mode.sheet_changed.connect(panel.show_sheet)
        annotate_mode.current_changed.connect(panel.show_current)
        panel.show_sheet(annotate_mode.analyst_view)
        panel.show_current(annotate_mode.current_id)
        return panel

    yield show
    for panel in made:
        panel.leave()


def suggested(session, marked=MARKED, title="Water in Valdora"):
    """An article of *marked*, all of it suggested; returns its id."""
    text, found = notation.parse(marked)
    article_id = session.import_text(text, title=title)
    layer = Layer(
        id=new_id(),
        article_id=article_id,
        author="machine:rules@1",
        role="machine",
        created_at=now(),
    )
    entities, claims = _annotations(found, layer.id)
    contents = LayerContents(layer=layer, entities=tuple(entities), claims=tuple(claims))
    said = _said(text, claims, layer.id)
    session.store.save_suggestions(
        article_id, layer.author, contents.entities, contents.claims, said, layer_id=layer.id
    )
    return article_id


def _annotations(found, layer_id):
    entities, claims = [], []
    for span, label in sorted(found):
        if label == "CLAIM":
            claims.append(
                Claim(
                    id=new_id(),
                    layer_id=layer_id,
                    spans=(span,),
                    origin="machine",
                    why="a reporting verb",
                    confidence=0.8,
                    check_worthiness=2,
                )
            )
        else:
            entities.append(
                Entity(
                    id=new_id(),
                    layer_id=layer_id,
                    span=span,
                    label=label,
                    origin="machine",
                    why="a list of names",
                    confidence=0.87,
                )
            )
    return entities, claims


def _said(text, claims, layer_id):
    words = "Elena Bassi"
    if not claims or words not in text:
        return []
    (source,), (cue,) = ([notation.parse(f"[{w}|X]")[1][0][0]] for w in (words, "said"))
    start = text.index("said")
    return [
        Attribution(
            id=new_id(),
            layer_id=layer_id,
            claims=(claims[0].id,),
            source_spans=(type(source)(0, len(words)),),
            cue_spans=(type(cue)(start, start + 4),),
            content_spans=claims[0].spans,
            agent=words,
            agent_type="person",
            origin="machine",
        )
    ]
