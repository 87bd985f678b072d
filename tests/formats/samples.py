"""Articles for the tests of formats: one that has everything, and any that there can be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ImportFault
from annotator.core.model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Layer,
    Ruling,
    Source,
    Span,
    Verdict,
)
from annotator.formats import Report, read, write

TEXT = (
    "👩‍🔬 Anna Neri lo dice\n"
    "«Il ponte», ha detto ieri il sindaco Mario Rossi, «costerà due milioni».\n"
    "Secondo il Comune\u00a0di Forlì i lavori dure\u00adranno tre mesi."
)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def article(text: str = TEXT, *, id: str = "article-1", **known: Any) -> Article:
    known = {"title": texts.guess_title(text), "language": "it"} | known
    return Article(id=id, text=text, sha256=texts.sha256(text), **known)


def full() -> AnnotatedArticle:
    """Two layers with every kind of record, spans that nest, overlap and are interrupted."""
    mine = "layer-1"
    claim = Claim(
        id="claim-1",
        layer_id=mine,
        spans=(at("Il ponte"), at("costerà due milioni")),
        normalized_text="Il ponte costerà due milioni.",
        kind="numerical",
        check_worthiness=3,
        cw_reasons=("figure", "public_interest"),
        time_reference="future",
        note="verificare",
    )
    return AnnotatedArticle(
        article=article(
            publisher="Gazzetta di prova",
            author="Anna Neri",
            published="2024-01-05",
            url="https://example.org/ponte",
            imported_at="2024-01-06T08:00:00.000Z",
            metadata={"tema": "città", "pagine": [1, 2.5, None, True]},
        ),
        layers=(
            LayerContents(
                layer=Layer(
                    id=mine,
                    article_id="article-1",
                    author="bianca",
                    status="submitted",
                    guideline="1.2",
                    created_at="2024-01-06T09:00:00.000Z",
                ),
                entities=(
                    Entity(id="entity-1", layer_id=mine, span=at("Anna Neri"), label="PER"),
                    Entity(
                        id="entity-2",
                        layer_id=mine,
                        span=at("sindaco Mario Rossi"),
                        label="ROLE",
                        unsure=True,
                        origin="machine_edited",
                        derived_from="entity-9",
                    ),
                    Entity(
                        id="entity-3",
                        layer_id=mine,
                        span=at("Mario Rossi"),
                        label="PER",
                        kb_id="Q1",
                        normalized="Rossi, Mario",
                        subtype="POLITICIAN",
                    ),
                ),
                claims=(claim,),
                attributions=(
                    Attribution(
                        id="attribution-1",
                        layer_id=mine,
                        claims=("claim-1",),
                        source_spans=(at("il sindaco Mario Rossi"),),
                        cue_spans=(at("ha detto"),),
                        content_spans=claim.spans,
                        agent="Mario Rossi",
                        agent_type="government",
                        quote_mode="direct",
                    ),
                ),
                evidence=(
                    Evidence(
                        id="evidence-1",
                        layer_id=mine,
                        claim_id="claim-1",
                        source_id="source-1",
                        stance="supports",
                        quote="2,0 milioni",
                    ),
                ),
                verdicts=(
                    Verdict(
                        id="verdict-1",
                        layer_id=mine,
                        claim_id="claim-1",
                        label="supported",
                        justification="La delibera lo dice.",
                        strategies=("written_evidence",),
                    ),
                ),
                judgements=(
                    Judgement(
                        id="judgement-1", layer_id=mine, target_id="entity-9", decision="amend"
                    ),
                ),
                rulings=(
                    Ruling(
                        id="ruling-1",
                        layer_id=mine,
                        members=("entity-9",),
                        seen=("0123456789abcdef0123456789abcdef",),
                        outcome="take",
                        taken="entity-9",
                        result="entity-2",
                        reason="boundary",
                        by="carla",
                        at="2024-01-07T10:00:00.000Z",
                    ),
                ),
            ),
            LayerContents(
                layer=Layer(
                    id="layer-2", article_id="article-1", author="machine:rules@1", role="machine"
                ),
                entities=(
                    Entity(
                        id="entity-9",
                        layer_id="layer-2",
                        span=at("Comune\u00a0di Forlì"),
                        label="ORG",
                        origin="machine",
                        confidence=0.1,
                        why="word list",
                    ),
                ),
            ),
        ),
        sources=(
            Source(id="source-1", title="Delibera 12", url="https://example.org/d", tier="primary"),
        ),
    )


def told(
    path: Path, *, author: str = "bianca", report: Report | None = None
) -> tuple[list[AnnotatedArticle], list[ImportFault]]:
    """What is read of *path*, and what is wrong with it."""
    faults: list[ImportFault] = []
    return list(read(path, author=author, problems=faults.append, report=report)), faults


def exported(
    annotated_articles: Iterable[AnnotatedArticle], path: Path, format: str
) -> tuple[bytes, Report]:
    report = write(annotated_articles, path, format=format)
    return path.read_bytes(), report


TROUBLE = 'a b\n\r\u2028\u00a0\u00ad\u0301🚀👩‍🔬🇮🇹אב\u202e\ufeff\ufffe\0"\\:,{}[]«’é\t'
raw_texts = st.text(
    st.one_of(st.sampled_from(TROUBLE), st.characters(exclude_categories=["Cs"])), min_size=1
)
stored_texts = raw_texts.map(texts.canonical).filter(lambda t: bool(t.strip()))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@st.composite
def spans_in(draw: st.DrawFn, text: str, *, most: int = 3) -> tuple[Span, ...]:
    """One or more spans of *text* that do not overlap, in order."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=2 * most)))
    return tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def annotated_articles(draw: st.DrawFn) -> AnnotatedArticle:
    text = draw(stored_texts)
    made = article(
        text,
        id=str(draw(st.uuids())),
        title=draw(words),
        publisher=draw(st.none() | words),
        metadata=draw(
            st.dictionaries(
                words, st.none() | st.booleans() | st.integers() | words | st.lists(words)
            )
        ),
    )
    layers = draw(st.lists(_contents(made), max_size=2, unique_by=lambda c: c.layer.id))
    return AnnotatedArticle(article=made, layers=tuple(sorted(layers, key=lambda c: c.layer.id)))


@st.composite
def _contents(draw: st.DrawFn, about: Article) -> LayerContents:
    layer = Layer(id=str(draw(st.uuids())), article_id=about.id, author=draw(words))
    ids = (f"{layer.id}/{n}" for n in range(100))
    entities = [
        Entity(
            id=next(ids),
            layer_id=layer.id,
            span=span,
            label=draw(words.filter(bool)),
            note=draw(words),
            confidence=draw(st.none() | st.floats(0, 1)),
        )
        for span in draw(st.lists(spans_in(about.text, most=1).map(lambda s: s[0]), max_size=4))
    ]
    claims = [
        Claim(id=next(ids), layer_id=layer.id, spans=spans, normalized_text=draw(words))
        for spans in draw(st.lists(spans_in(about.text), max_size=3))
    ]
    said = [
        Attribution(id=next(ids), layer_id=layer.id, source_spans=spans, content_spans=spans)
        for spans in draw(st.lists(spans_in(about.text), max_size=2))
    ]
    return LayerContents(
        layer=layer,
        entities=tuple(sorted(entities, key=lambda e: (e.span.start, -e.span.end, e.id))),
        claims=tuple(sorted(claims, key=lambda c: (c.spans[0].start, -c.spans[-1].end, c.id))),
        attributions=tuple(sorted(said, key=lambda a: (a.content_spans[0].start, a.id))),
    )


#: What a graph of spans and relations has no place for, of what is in `full`.
NOT_IN_A_GRAPH = {
    "an outside source",
    "a piece of evidence",
    "a verdict",
    "a judgement",
    "a ruling",
    "where an annotation comes from",
    "the status of a layer",
}


def damage(data: st.DataObject, content: bytearray, kinds: Iterable[str]) -> bytearray:
    """*content* with one thing wrong in it, of *kinds*: flip, cut, insert, drop, only."""
    at = data.draw(st.integers(0, len(content) - 1))
    how = data.draw(st.sampled_from([*kinds]))
    if how == "flip":
        content[at] ^= 1 << data.draw(st.integers(0, 7))
    elif how == "cut":
        del content[at:]
    elif how == "insert":
        content[at:at] = data.draw(st.binary(min_size=1, max_size=4))
    elif how == "drop":
        del content[at : at + data.draw(st.integers(1, 50))]
    else:
        content = bytearray(data.draw(st.binary(max_size=100)))
    return content
