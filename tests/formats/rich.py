"""What golden files are made of: the article that has everything, and one that is hard to write.

Ids and times are fixed. Of the second, the text has letters of two characters, writing from right
to left, marks that turn it round, flags and letters outside the basic plane, markup, formulas and
tabs; its notes have the line ends of Windows.
"""

from __future__ import annotations

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import (
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Layer,
    Ruling,
    Source,
    Verdict,
)
from annotator.core.sources.verdict_policy import Rating, VerdictPolicy

from .samples import article, at, full

TEXT = (
    "=SUM(1;2) at the Cafe\u0301 <b>Nin\u0303o</b> & \u05e7\u05e4\u05d4 \u202eoloap\u202c \U0001d4b3\n"
    "\n"
    "\tThe minister's spokesman said that the mayor \u201cdenies\u201d it: the bridge \U0001f1ee\U0001f1f9 cost\n"
    "3 % more, and 2 people fell.  Both are false, a report found; nobody knows \u2026"
)
PRACTICE = VerdictPolicy(
    ratings=(Rating("Quasi vero", "supported", 4), Rating("Pants, on \u201cfire\u201d", "refuted")),
    publisher="Verifica & Figli",
    publisher_url="https://verifica.example/",
)
_MINE, _GOLD = "layer-3", "layer-4"
_WHEN = "2025-02-03T04:05:06.007Z"


def rich() -> list[AnnotatedArticle]:
    return [full(), hard()]


def hard() -> AnnotatedArticle:
    return AnnotatedArticle(
        article=article(
            TEXT,
            id="article-2",
            title='Cafe\u0301; "Nin\u0303o", \u202eoloap\u202c <1>',
            language="en",
            published="2025-02",
            url="https://example.org/caf\u00e9?a=1&b=%22",
            imported_at=_WHEN,
        ),
        layers=(_analyst(), _gold()),
        sources=(
            Source(
                id="source-2",
                title="Report 7 | \u05d3\u05d5\u05d7",
                url="https://town.example/r.pdf#page=2",
                archived_url="https://archive.example/2025/r.pdf",
                publisher="Town of Nin\u0303o",
                author="Zoe\u0308 Q.",
                published="2025-01-31",
                accessed="2025-02-02",
                medium="pdf",
                tier="primary",
                language="en",
                note="two\r\nlines",
            ),
            Source(id="source-3", title="-1+1", publisher="The Daily", medium="metadata"),
        ),
    )


def _analyst() -> LayerContents:
    return LayerContents(
        layer=Layer(
            id=_MINE,
            article_id="article-2",
            author="Zoë/Ünal, 2",
            guideline="2.0",
            created_at=_WHEN,
        ),
        entities=_entities(),
        claims=_claims(),
        attributions=_attributions(),
        evidence=_evidence(),
        verdicts=_verdicts(),
        judgements=(
            Judgement(
                id="judgement-2",
                layer_id=_MINE,
                target_id="entity-90",
                decision="reject",
                reason="boundary",
                comment="no,\r\nnot this",
            ),
        ),
    )


def _entities() -> tuple[Entity, ...]:
    return (
        _entity(11, "Cafe\u0301 <b>Nin\u0303o</b>", "ORG", note="a\r\nb\tc|d\\e_", kb_id="Q42"),
        _entity(12, "Nin\u0303o", "PER", normalized="=2+2", subtype="OTHER"),
        _entity(13, "Nin\u0303o", "LOC"),
        _entity(14, "\u05e7\u05e4\u05d4", "MISC", unsure=True),
        _entity(15, "\u202eoloap\u202c \U0001d4b3\n\n\tThe", "MISC"),
        _entity(16, "\U0001f1ee\U0001f1f9", "LOC", kb_id="https://kb.example/it?x=<1>"),
        _entity(17, "3 %", "PERCENT", origin="machine", confidence=0.25, why="a rule"),
    )


def _entity(number: int, words: str, label: str, **more: object) -> Entity:
    span = at(words, TEXT)
    return Entity(id=f"entity-{number}", layer_id=_MINE, span=span, label=label, **more)


def _claims() -> tuple[Claim, ...]:
    bridge, people = (
        at("the bridge \U0001f1ee\U0001f1f9 cost\n3 % more", TEXT),
        at("2 people fell", TEXT),
    )
    return (
        Claim(id="claim-11", layer_id=_MINE, spans=(at("=SUM(1;2)", TEXT),), verifiable=False),
        Claim(
            id="claim-12",
            layer_id=_MINE,
            spans=(bridge, people),
            normalized_text="The bridge cost 3 % more;\r\n\u201c2 people\u201d fell.",
            certainty="probable",
        ),
        Claim(
            id="claim-13",
            layer_id=_MINE,
            spans=(bridge,),
            kind="causal",
            check_worthiness=2,
            claim_date="2025-01-15",
            part_of="claim-12",
        ),
        Claim(
            id="claim-14",
            layer_id=_MINE,
            spans=(people,),
            normalized_text="=Two people fell.",
            certainty="denied",
            part_of="claim-12",
        ),
        Claim(id="claim-15", layer_id=_MINE, spans=(at("nobody knows", TEXT),), kind="personal"),
    )


def _attributions() -> tuple[Attribution, ...]:
    content = at("the mayor \u201cdenies\u201d it", TEXT)
    return (
        Attribution(
            id="attribution-11",
            layer_id=_MINE,
            source_spans=(at("The minister's spokesman", TEXT),),
            cue_spans=(at("said that", TEXT),),
            content_spans=(content,),
            agent="the spokesman",
            agent_type="person",
            anonymity="anonymous",
            author_stance="disputes",
        ),
        Attribution(
            id="attribution-12",
            layer_id=_MINE,
            claims=("claim-12", "claim-13"),
            source_spans=(at("the mayor", TEXT),),
            cue_spans=(at("denies", TEXT),),
            agent="Mayor <Nin\u0303o>",
            agent_type="government",
            kb_id="Q7",
            type="belief",
            quote_mode="mixed",
            certainty="denied",
            nested_in="attribution-11",
        ),
        Attribution(
            id="attribution-13",
            layer_id=_MINE,
            claims=("claim-15",),
            content_spans=(at("nobody knows", TEXT),),
            source_implicit=True,
        ),
    )


def _evidence() -> tuple[Evidence, ...]:
    common = {"layer_id": _MINE, "claim_id": "claim-13"}
    asked = "Did it cost more?\r\nHow much?"
    return (
        Evidence(
            id="evidence-11",
            source_id="source-2",
            stance="refutes",
            question=asked,
            answer="No: 1 %.",
            quote="the cost rose by 1 %\r\n<only>",
            locator="p. 2",
            **common,
        ),
        Evidence(
            id="evidence-12",
            source_id="source-3",
            stance="refutes",
            question=asked,
            answer="No",
            answer_type="boolean",
            quote="=a lie",
            note="it says so",
            **common,
        ),
        Evidence(
            id="evidence-13",
            source_id="source-3",
            stance="context",
            group=2,
            question="Who paid?",
            answer_type="unanswerable",
            **common,
        ),
    )


def _verdicts() -> tuple[Verdict, ...]:
    return (
        Verdict(
            id="verdict-11",
            layer_id=_MINE,
            claim_id="claim-13",
            label="conflicting",
            justification="Not sure yet.",
            decided_at="2025-02-01T00:00:00.000Z",
            published_url="https://www.verifica.example/bridge",
        ),
        Verdict(
            id="verdict-12",
            layer_id=_MINE,
            claim_id="claim-13",
            label="refuted",
            justification="=It rose by 1 %,\r\nnot \u201c3\u201d <b>\u05dc\u05d0</b>.",
            rating_name="Pants, on \u201cfire\u201d",
            strategies=("numerical_comparison", "consultation"),
            decided_at=_WHEN,
            supersedes="verdict-11",
            published_url="https://www.verifica.example/bridge",
        ),
        Verdict(
            id="verdict-13",
            layer_id=_MINE,
            claim_id="claim-14",
            label="not_enough_evidence",
            justification="",
            decided_at=_WHEN,
        ),
    )


def _gold() -> LayerContents:
    entity = Entity(
        id="entity-20",
        layer_id=_GOLD,
        span=at("Cafe\u0301", TEXT),
        label="ORG",
        derived_from="entity-11",
    )
    ruling = Ruling(
        id="ruling-2",
        layer_id=_GOLD,
        members=("entity-11",),
        seen=("fedcba9876543210fedcba9876543210",),
        outcome="amend",
        taken="entity-11",
        result="entity-20",
        comment="shorter\r\nis better",
        by="carla",
        at=_WHEN,
        agreed=("Zoë/Ünal, 2",),
    )
    return LayerContents(
        layer=Layer(
            id=_GOLD, article_id="article-2", author="gold", role="gold", status="approved"
        ),
        entities=(entity,),
        rulings=(ruling,),
    )
