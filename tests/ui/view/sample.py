"""An invented article with everything the page can show."""

from __future__ import annotations

from annotator.core.highlight_layout import Highlight, highlights
from annotator.core.model import Attribution, Claim, Entity, Span, with_
from annotator.ui.view import Arc, ClaimCard

LABELS = {
    "PER": "#0B5FA5",
    "ORG": "#8A4B00",
    "LOC": "#08694D",
    "NORP": "#7A2E8E",
    "DATE": "#4F565E",
    "TIME": "#4F565E",
    "MONEY": "#5A5F00",
    "PERCENT": "#5A5F00",
    "QUANTITY": "#4B4B8F",
    "PRODUCT": "#A1264B",
    "EVENT": "#5A5F00",
    "LAW": "#7A2E8E",
}

TEXT = """\
VALDORA – Il Comune di Valdora spenderà 4,2 milioni di euro per rifare l’acquedotto entro \
giugno 2027, ha annunciato martedì la sindaca Elena Bassi. Secondo l’Agenzia regionale per \
l’acqua, la rete perde il 38% di quello che trasporta.

«Non possiamo più permetterci di buttare un litro su tre», ha detto Bassi durante il consiglio. \
I lavori cominceranno in autunno e dureranno diciotto mesi, stando al cronoprogramma approvato \
dalla giunta, ma due consiglieri dell’opposizione ritengono che i tempi siano irrealistici.

L’opposizione contesta anche i costi. «Il preventivo», sostiene Marco Tedeschi, «è raddoppiato \
in un anno». Fonti vicine alla giunta, che hanno chiesto di restare anonime, affermano che \
l’azienda Idrotec ha già ricevuto un anticipo di 600.000 euro e che il contratto prevede penali \
se il cantiere resterà fermo per più di trenta giorni.

Gli abitanti francesi e tedeschi della frazione di Pian d’Oro hanno raccolto 1.200 firme contro \
il nuovo tracciato. La protesta, nata in aprile, è sostenuta da Legambiente.

Il Tar dovrà decidere il 9 marzo se la gara violava il Codice degli appalti.
"""


def at(words: str, nth: int = 0) -> Span:
    """Where *words* stand in the article for the *nth* time, from 0."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _entity(words: str, label: str, nth: int = 0, **more: object) -> Entity:
    span = at(words, nth)
    return Entity(id=f"e{span.start}-{label}", layer_id="l", span=span, label=label, **more)  # type: ignore[arg-type]


ENTITIES = [
    _entity("VALDORA", "LOC"),
    _entity("Comune di Valdora", "ORG"),
    _entity("Valdora", "LOC"),
    _entity("4,2 milioni di euro", "MONEY"),
    _entity("giugno 2027", "DATE"),
    _entity("martedì", "DATE", unsure=True),
    _entity("Elena Bassi", "PER"),
    _entity("Agenzia regionale per l’acqua", "ORG"),
    _entity("38%", "PERCENT"),
    _entity("Bassi", "PER", 1),
    _entity("autunno", "DATE"),
    _entity("diciotto mesi", "TIME"),
    _entity("due", "QUANTITY"),
    _entity("Marco Tedeschi", "PER"),
    _entity("un anno", "DATE"),
    _entity("Idrotec", "ORG"),
    _entity("600.000 euro", "MONEY"),
    _entity("trenta giorni", "TIME"),
    _entity("francesi", "NORP"),
    _entity("tedeschi", "NORP"),
    _entity("Pian d’Oro", "LOC"),
    _entity("1.200 firme", "QUANTITY"),
    _entity("aprile", "DATE"),
    _entity("Legambiente", "ORG"),
    _entity("Tar", "ORG"),
    _entity("9 marzo", "DATE"),
    _entity("Codice degli appalti", "LAW"),
]


def _claim(id: str, *spans: Span, **more: object) -> Claim:
    return Claim(id=id, layer_id="l", spans=spans, **more)  # type: ignore[arg-type]


CLAIMS = [
    _claim(
        "c1",
        at(
            "Il Comune di Valdora spenderà 4,2 milioni di euro per rifare l’acquedotto entro giugno 2027"
        ),
        check_worthiness=3,
    ),
    _claim("c2", at("la rete perde il 38% di quello che trasporta"), check_worthiness=3),
    _claim("c3", at("I lavori cominceranno in autunno e dureranno diciotto mesi"), unsure=True),
    _claim("c4", at("dureranno diciotto mesi"), check_worthiness=1),
    _claim("c5", at("i tempi siano irrealistici"), check_worthiness=1),
    _claim("c6", at("Il preventivo"), at("è raddoppiato in un anno"), check_worthiness=2),
    _claim(
        "c7",
        at("l’azienda Idrotec ha già ricevuto un anticipo di 600.000 euro"),
        check_worthiness=3,
    ),
    _claim(
        "c8",
        at("il contratto prevede penali se il cantiere resterà fermo per più di trenta giorni"),
        check_worthiness=2,
    ),
    _claim("c9", at("il cantiere resterà fermo per più di trenta giorni")),
    _claim("c10", at("hanno raccolto 1.200 firme contro il nuovo tracciato"), check_worthiness=2),
]


def _said(id: str, claim: str, source: str, cue: str) -> Attribution:
    return Attribution(
        id=id,
        layer_id="l",
        claims=(claim,),
        source_spans=(at(source),),
        cue_spans=(at(cue),),
        agent=source,
    )


ATTRIBUTIONS = [
    _said("a1", "c1", "la sindaca Elena Bassi", "ha annunciato"),
    _said("a2", "c2", "l’Agenzia regionale per l’acqua", "Secondo"),
    _said("a5", "c5", "due consiglieri dell’opposizione", "ritengono"),
    _said("a6", "c6", "Marco Tedeschi", "sostiene"),
    _said("a7", "c7", "Fonti vicine alla giunta", "affermano"),
]

SUGGESTED = {"c2", "c8", "c9", "a2"} | {
    e.id for e in ENTITIES if e.span.of(TEXT) in ("38%", "aprile", "Idrotec", "Tar", "1.200 firme")
}
MARKS = highlights(ENTITIES, CLAIMS, ATTRIBUTIONS, suggested=SUGGESTED)

_WHO = {
    "c1": ("Elena Bassi", "indiretto · sindaca"),
    "c2": ("Agenzia regionale per l’acqua", "indiretto · “Secondo”"),
    "c3": ("l’articolo", "senza attribuzione"),
    "c4": ("l’articolo", "dentro C3"),
    "c5": ("due consiglieri dell’opposizione", "opinione · collettivo"),
    "c6": ("Marco Tedeschi", "diretto · “sostiene”"),
    "c7": ("Fonti vicine alla giunta", "anonime · “affermano”"),
    "c8": ("Fonti vicine alla giunta", "anonime"),
    "c9": ("Fonti vicine alla giunta", "anonime"),
    "c10": ("l’articolo", "senza attribuzione"),
}


def cards(*, review: bool = False) -> list[ClaimCard]:
    made = []
    for claim, highlight in (
        (c, next(s for s in MARKS if s.owner == c.id and s.is_first)) for c in CLAIMS
    ):
        who, how = _WHO[claim.id]
        layer = {"c5": 1, "c7": 2}.get(claim.id, 0) if review else 0
        made.append(
            ClaimCard(
                claim.id,
                highlight.ref,
                highlight.start,
                who,
                how,
                "2 fonti · nessun verdetto",
                claim.check_worthiness,
                claim.id in SUGGESTED and not review,
                layer,
                said={1: "solo A", 2: "solo B"}.get(layer, ""),
                muted=review and not layer,
                unsure=claim.unsure,
            )
        )
    return made


def review_marks() -> list[Highlight]:
    """As two reviewers see it: grey where they agree, coloured and named where not."""
    made = []
    for highlight in MARKS:
        words = TEXT[highlight.start : highlight.end]
        layer = {"Elena Bassi": 1, "600.000 euro": 2, "Legambiente": 2}.get(words, 0)
        layer = {"c5": 1, "c7": 2}.get(highlight.owner, layer)
        said = {1: "solo A", 2: "solo B"}.get(layer, "")
        made.append(
            with_(highlight, layer=layer, said=said, muted=not layer, suggested=False)  # type: ignore[type-var]
        )
    return made


ARCS = [
    Arc(at("l’azienda Idrotec ha già ricevuto un anticipo di 600.000 euro"), at(source), dotted)
    for source, dotted in (("Fonti vicine alla giunta", False), ("affermano", True))
]
