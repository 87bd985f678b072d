"""What is told of an annotation besides its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.model import Entity, with_
from annotator.services.session import default_scheme
from annotator.ui.presenters.telling import Telling, paragraph_of
from tests.core import paper


@given(st.text("a \n", max_size=40), st.integers(0, 40))
def test_a_paragraph_has_the_number_that_the_margin_shows(text, position):
    position = min(position, len(text))
    lines_above = text[:position].split("\n")[:-1]
    assert paragraph_of(text, position) == 1 + sum(1 for line in lines_above if line.strip())


def test_what_cannot_be_seen_on_a_name_is_told_of_it():
    base = paper.suggested("[Roma|LOC] cresce.")
    [rome] = base.machine.entities
    linked = with_(rome, kb_id="Q220", normalized="Roma Capitale", subtype="GPE")
    layer = LayerContents(layer=base.machine.layer, entities=(linked,))
    view = AnalystView(AnnotatedArticle(article=base.article, layers=(layer,)), paper.ANALYST)
    telling = Telling(view, default_scheme(), "en")
    [found] = view.suggestions
    assert isinstance(found, Entity)
    assert telling.short(found).replace("\u00a0", " ") == "GPE · Roma Capitale · Q220"
    assert telling.whole(found)[1:] == ["GPE", "Roma Capitale", "Q220"]
