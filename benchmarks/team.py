"""A project that several people and a machine work on, made anew from a seed, for the tools here.

Anna has begun, Bruno and Carla have handed in what they say of the same words with some differences,
and a machine's suggestions wait. Also a second hand that writes to it, as another window would: a
process of its own, for which ``python -m benchmarks.team PROJECT SEED`` reads ids of articles.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.editing import annotation_edits, attribution_edits, evidence_edits
from annotator.core.errors import UserError
from annotator.core.ids import new_id
from annotator.core.model import Attribution, Claim, Entity, Span
from annotator.core.review import adjudication
from annotator.core.text import words
from annotator.formats import article
from annotator.services.review import Reviews
from annotator.services.session import Session, open_session
from annotator.store import Store

LABELS = ("PER", "ORG", "LOC", "DATE", "EVENT")
MACHINE = "machine:bench@1"
SENTENCES = (
    "La Regione ha stanziato {n} milioni di euro per le scuole di Montalbino.",
    "Secondo il ministero il dato è salito del {n},2 per cento in un anno.",
    "«È una scelta che pagherà tutta la città», ha detto Anna Rossi a Forlì.",
    "Il sindaco non ha risposto alle domande dei giornalisti 🤔.",
    "I lavori della linea {n} cominceranno a marzo, ha scritto l’ANSA.",
    "The mayor said that {n} buses would be bought by Ellery Council.",
    "Per Luca Bianchi, consigliere, «i conti non tornano da {n} anni».",
)


def make(path: Path, *, articles: int = 10, seed: int = 1) -> list[str]:
    """The project at *path*; the ids of its articles, in order of import."""
    dice = random.Random(seed)
    ids = []
    with open_session(path, analyst="anna", create=True).store as store:
        for number in range(articles):
            id_ = Session(store, "anna").import_text(text_of(dice, number))
            _suggest(store, id_, dice)
            for name in ("bruno", "carla") if number % 3 else ("bruno",):
                _annotate(Session(store, name), id_, random.Random(f"{seed}/{number}"), dice)
            if number % 4 == 0:
                _begin(Session(store, "anna"), id_, dice)
            ids.append(id_)
    return ids


def text_of(dice: random.Random, number: int) -> str:
    """A title and a few paragraphs; no two are alike."""
    lines = [f"Notizia {number} di Montalbino"]
    for _ in range(dice.randrange(2, 6)):
        chosen = dice.sample(SENTENCES, dice.randrange(1, 5))
        lines.append(" ".join(each.format(n=dice.randrange(2, 900)) for each in chosen))
    return "\n\n".join(lines)


def _suggest(store: Store, id_: str, dice: random.Random) -> None:
    text = Session(store, "anna").article(id_).text
    layer = new_id()
    base = {"layer_id": layer, "origin": "machine", "confidence": 0.8}
    entities = [
        Entity(id=new_id(), span=span, label=dice.choice(LABELS), **base)
        for span in _capitals(text)
    ]
    claims = [
        Claim(id=new_id(), spans=(span,), normalized_text=span.of(text), **base)
        for span in _sentences(text)
    ]
    said = [
        Attribution(
            id=new_id(), claims=(claim.id,), source_spans=(entities[0].span,), agent="Rossi", **base
        )
        for claim in claims[:2]
    ]
    store.save_suggestions(id_, MACHINE, entities, claims, said, layer_id=layer)


def _annotate(session: Session, id_: str, same: random.Random, own: random.Random) -> None:
    """What one person says: the *same* dice give what all agree on, the *own* ones the rest."""
    text = session.article(id_).text
    for span in same.sample(_capitals(text), 3):
        session.do(annotation_edits.mark(session.analyst_view(id_), [span], same.choice(LABELS)))
    for span in own.sample(_capitals(text), 2):
        session.do(annotation_edits.mark(session.analyst_view(id_), [span], own.choice(LABELS)))
    for span in same.sample(_sentences(text), 1):
        kept = Span(span.start, span.end - own.choice((0, 0, 1)))
        session.do(annotation_edits.mark_claim(session.analyst_view(id_), [kept]))
    claim = session.analyst_view(id_).shown_claims[0]
    session.do(
        attribution_edits.attribute(
            session.analyst_view(id_), claim.id, source=own.choice(_capitals(text))
        )
    )
    found = evidence_edits.source(
        title=f"Comunicato {own.randrange(100)}", url="https://example.org/c"
    )
    made, _ = evidence_edits.link(
        session.analyst_view(id_), claim.id, found, is_new=True, stance="supports"
    )
    session.do(made)
    session.do(annotation_edits.set_status(session.analyst_view(id_), "submitted"))


def _begin(session: Session, id_: str, dice: random.Random) -> None:
    analyst_view = session.analyst_view(id_)
    waiting = [each.id for each in analyst_view.suggestions]
    session.do(annotation_edits.accept(analyst_view, dice.sample(waiting, min(2, len(waiting)))))


def _capitals(text: str) -> list[Span]:
    return [span for span in words(text) if span.of(text)[0].isupper()]


def _sentences(text: str) -> list[Span]:
    found, start = [], 0
    for paragraph in text.split("\n\n"):
        if len(paragraph) > 40:
            found.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return found


class SecondHand:
    """Somebody at another window of the project: one act at a time, each on what is there then."""

    def __init__(self, path: Path, dice: random.Random) -> None:
        self._path = path
        self._dice = dice

    def act(self, article_id: str) -> str:
        """Do something to an article; what it was, for the record. "" where it was refused."""
        name = self._dice.choice(("anna", "bruno", "carla", "dora"))
        what = self._dice.choice(("mark", "claim", "status", "review", "undo", "import"))
        with Store.open(self._path) as store:
            session = Session(store, name)
            try:
                self._do(session, what, article_id)
            except UserError:
                return ""
        return f"{name} {what}"

    def _do(self, session: Session, what: str, id_: str) -> None:
        analyst_view, dice = session.analyst_view(id_), self._dice
        match what:
            case "mark":
                span = dice.choice(_capitals(analyst_view.article.text))
                session.do(annotation_edits.mark(analyst_view, [span], dice.choice(LABELS)))
            case "claim":
                session.do(
                    annotation_edits.mark_claim(
                        analyst_view, [dice.choice(_sentences(analyst_view.article.text))]
                    )
                )
            case "status":
                session.do(
                    annotation_edits.set_status(analyst_view, dice.choice(("draft", "submitted")))
                )
            case "review":
                review = Reviews(session).review(id_)
                if review.differences:
                    chosen = dice.choice(review.differences)
                    made = adjudication.take(review, chosen, chosen.present[0], by=session.analyst)
                    session.do(made)
            case "undo":
                session.undo()
            case _:
                made = AnnotatedArticle(article=article(text_of(dice, dice.randrange(2000, 10**6))))
                session.store.load([made], author=session.analyst, tool="team")


def main() -> None:
    """Do one act for every id that comes in, until nothing comes any more."""
    hand = SecondHand(Path(sys.argv[1]), random.Random(int(sys.argv[2])))
    for line in sys.stdin:
        try:
            done = hand.act(line.strip())
        except KeyError:  # the article is gone: a project of another kind was opened
            done = ""
        print(done or "-", flush=True)


if __name__ == "__main__":
    main()
