"""An article with two checked claims, and what becomes of it."""

from __future__ import annotations

from msgspec.structs import replace

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    Layer,
    Source,
    Span,
    Verdict,
)
from annotator.core.sources.verdict_policy import VerdictPolicy
from annotator.core.text import sha256
from annotator.formats import write

TEXT = "🚀 Il ponte è chiuso, dice il sindaco Bò. =1+1 <b>Roma</b> costa 3 milioni."
SAID = "Il ponte è chiuso"
COSTS = "<b>Roma</b> costa 3 milioni"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def record(**changes: object) -> AnnotatedArticle:
    """Two claims, the first refuted by two sources that count together, the second not judged."""
    article = Article(
        id="a1",
        title="Ponte <script>alert(1)</script>",
        text=TEXT,
        sha256=sha256(TEXT),
        language="it",
        publisher="Il Mattino",
        published="2026-03-04",
        url="https://giornale.example/ponte",
    )
    sources = (
        Source(id="s1", title="Ordinanza", url="https://comune.example/o", publisher="Comune"),
        Source(id="s2", title="Foto", url="javascript:alert(1)", publisher="Anna"),
    )
    layer = Layer(id="l1", article_id="a1", author="anna")
    claim = Claim(id="c1", layer_id="l1", spans=(span(SAID),), check_worthiness=3)
    other = Claim(id="c2", layer_id="l1", spans=(span(COSTS),), normalized_text="=cmd()")
    said = Attribution(
        id="t1",
        layer_id="l1",
        claims=("c1",),
        source_spans=(span("il sindaco Bò"),),
        cue_spans=(span("dice"),),
        agent="Bò",
        agent_type="person",
        kb_id="Q7",
    )
    evidence = [
        Evidence(
            id=f"e{n}",
            layer_id="l1",
            claim_id="c1",
            source_id=f"s{n}",
            stance="refutes",
            question="È aperto?",
            answer="Sì",
            quote="Il ponte è aperto",
            locator=f"p. {n}",
        )
        for n in (1, 2)
    ]
    verdicts = [
        Verdict(
            id=f"v{n}",
            layer_id="l1",
            claim_id="c1",
            label=label,
            justification="Le due fonti lo dicono aperto.",
            rating_name="Falso",
            decided_at=f"2026-03-0{n}T10:00:00Z",
        )
        for n, label in ((5, "supported"), (6, "refuted"))
    ]
    contents = LayerContents(
        layer=layer,
        entities=(Entity(id="n1", layer_id="l1", span=span("Roma"), label="LOC", kb_id="Q220"),),
        claims=(claim, other),
        attributions=(said,),
        evidence=tuple(evidence),
        verdicts=tuple(verdicts),
    )
    return AnnotatedArticle(article=article, layers=(contents,), sources=sources)


VERA = VerdictPolicy(publisher="Vera", publisher_url="https://vera.example")


def written(tmp_path, format: str, verdict_policy: VerdictPolicy | None = None, **options):
    path = tmp_path / "out"
    sample = options.pop("sample", None) or record()
    report = write([sample], path, format=format, verdict_policy=verdict_policy, **options)
    return path.read_bytes(), report


def with_layer(**fields: object) -> AnnotatedArticle:
    """The sample, with other contents of its layer."""
    sample = record()
    return replace(sample, layers=(replace(sample.layers[0], **fields),))


def published(url: str = "https://www.vera.example/ponte", label: str = "refuted"):
    """The sample with its verdict published at *url*."""
    old, standing = record().layers[0].verdicts
    standing = replace(standing, published_url=url, label=label)
    return with_layer(verdicts=(old, standing))


def reasons(report) -> str:
    return " ".join(why for _, why in report.tally)


def reported(**nearest: object) -> tuple[Attribution, ...]:
    """Somebody says it, the Journal reports them, and somebody else says it, too."""
    return (
        Attribution(id="t1", layer_id="l1", claims=("c1",), nested_in="t2", **nearest),
        Attribution(id="t2", layer_id="l1", agent="Wall Street Journal", agent_type="media"),
        Attribution(id="t3", layer_id="l1", claims=("c1",), agent="la Regione"),
    )
