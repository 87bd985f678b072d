"""Made-up articles in which a machine makes the same mistakes again and again."""

from __future__ import annotations

from annotator.core.editing import annotation_edits
from annotator.core.ids import new_id
from annotator.core.model import Claim, Entity
from annotator.core.text import occurrences
from annotator.services.session import Session
from annotator.store import ArticleFilter, Store
from tests.notation import parse

MACHINE = "machine:toy@1"
RIVER = "Zubena"  # which the machine has not predicted for
# It takes weekdays for places, opinions for claims, and every claim for one of low priority.
MARKED = (
    "{{[{who}|PER] ha speso {sum} euro|CLAIM}} a Zubena. [{day}|LOC] pioveva. "
    "{{Il caffè era buono|CLAIM}} lungo la Zubena. (articolo {number})"
)
PEOPLE = ("Ada Ferri", "Ugo Neri", "Ivo Bassi", "Lea Conti", "Pia Marra", "Eva Sarti")
DAYS = ("Sabato", "Giovedì", "Martedì", "Lunedì")


def fill(store: Store, count: int) -> list[str]:
    """*count* articles, each with a layer of `MACHINE`; their ids."""
    session = Session(store, "anna")
    for number in range(count):
        who, day = PEOPLE[number % len(PEOPLE)], DAYS[number % len(DAYS)]
        marked = MARKED.format(who=who, sum=100 + number, day=day, number=number)
        suggest(store, session.import_text(parse(marked)[0]), marked)
    return store.queue(ArticleFilter(analyst="anna"))


def suggest(store: Store, article_id: str, marked: str, author: str = MACHINE) -> None:
    layer_id = new_id()
    both = {"layer_id": layer_id, "origin": "machine", "confidence": 0.7, "why": "name: headline"}
    marks = parse(marked)[1]
    entities = [
        Entity(id=new_id(), span=span, label=label, **both)
        for span, label in marks
        if label != "CLAIM"
    ]
    claims = [
        Claim(id=new_id(), spans=(span,), check_worthiness=1, **both)
        for span, label in marks
        if label == "CLAIM"
    ]
    store.save_suggestions(article_id, author, entities, claims, layer_id=layer_id)


def judge(session: Session, article_id: str, *, submit: bool = True) -> None:
    """As an analyst would: weekdays and opinions go, the river comes, a figure is worth 3."""
    analyst_view = session.analyst_view(article_id)
    text = analyst_view.article.text
    days = [e.id for e in analyst_view.suggested_entities if e.label == "LOC"]
    opinions = [
        c.id
        for c in analyst_view.suggestions
        if isinstance(c, Claim) and "caffè" in c.spans[0].of(text)
    ]
    session.do(annotation_edits.reject(analyst_view, [*days, *opinions]))
    analyst_view = session.analyst_view(article_id)
    session.do(
        annotation_edits.accept(analyst_view, [each.id for each in analyst_view.suggestions])
    )
    for claim in session.analyst_view(article_id).claims:
        session.do(
            annotation_edits.amend(session.analyst_view(article_id), claim.id, check_worthiness=3)
        )
    session.do(
        annotation_edits.mark(session.analyst_view(article_id), occurrences(text, RIVER), "LOC")
    )
    if submit:
        session.do(annotation_edits.set_status(session.analyst_view(article_id), "submitted"))
