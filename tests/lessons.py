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
RIVER = "Zubena"  # which the machine has not heard of
# It takes weekdays for places, opinions for claims, and every claim for one of low priority.
MARKED = (
    "{{[{who}|PER] ha speso {sum} euro|CLAIM}} a Zubena. [{day}|LOC] pioveva. "
    "{{Il caffè era buono|CLAIM}} lungo la Zubena. (articolo {number})"
)
PEOPLE = ("Ada Ferri", "Ugo Neri", "Ivo Bassi", "Lea Conti", "Pia Marra", "Eva Sarti")
DAYS = ("Sabato", "Giovedì", "Martedì", "Lunedì")


def fill(store: Store, count: int) -> list[str]:
    """*count* articles, each with a layer of `MACHINE`; their ids."""
    desk = Session(store, "anna")
    for number in range(count):
        who, day = PEOPLE[number % len(PEOPLE)], DAYS[number % len(DAYS)]
        marked = MARKED.format(who=who, sum=100 + number, day=day, number=number)
        suggest(store, desk.import_text(parse(marked)[0]), marked)
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


def judge(desk: Session, article_id: str, *, submit: bool = True) -> None:
    """As an analyst would: weekdays and opinions go, the river comes, a figure is worth 3."""
    sheet = desk.sheet(article_id)
    text = sheet.article.text
    days = [e.id for e in sheet.suggested_entities if e.label == "LOC"]
    opinions = [
        c.id for c in sheet.suggestions if isinstance(c, Claim) and "caffè" in c.spans[0].of(text)
    ]
    desk.do(annotation_edits.reject(sheet, [*days, *opinions]))
    sheet = desk.sheet(article_id)
    desk.do(annotation_edits.accept(sheet, [each.id for each in sheet.suggestions]))
    for claim in desk.sheet(article_id).claims:
        desk.do(annotation_edits.amend(desk.sheet(article_id), claim.id, check_worthiness=3))
    desk.do(annotation_edits.mark(desk.sheet(article_id), occurrences(text, RIVER), "LOC"))
    if submit:
        desk.do(annotation_edits.set_status(desk.sheet(article_id), "submitted"))
