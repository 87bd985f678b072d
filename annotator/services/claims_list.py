"""The list of claims: what is done to many claims of many articles at once, with no window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import Change, Edit, change
from annotator.core.editing import evidence_edits
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.editing.layer_draft import LayerDraft
from annotator.core.errors import UserError
from annotator.core.model import Claim, Evidence, Verdict
from annotator.core.sources.similar_claim import SimilarClaim
from annotator.core.sources.verdict_policy import VerdictPolicy, label_of, publisher_of, ruled
from annotator.store import ClaimFilter, ClaimRow

from .results import ClaimEvidence, ClaimLine, RuleAnswer
from .session import Session

MOST = 2000  # claims in one step; their articles are read one by one
_CLOSED = ("submitted", "approved")
_AT_ONCE = 500


class BatchResult(Struct, frozen=True):
    """What became of a step over many claims; *change* is None where it changed nothing."""

    change: Change | None
    done: int
    of_others: int  # left alone: they are in a colleague's layer
    submitted: int  # left alone: their article is submitted


def amend(session: Session, rows: Iterable[ClaimRow], **fields: Any) -> BatchResult:
    """Set fields of many claims, as one step; suggested ones become the analyst's own by it."""
    return _each(session, rows, "amend_claims", lambda draft, id_: draft.take(id_, **fields))


def accept(session: Session, rows: Iterable[ClaimRow]) -> BatchResult:
    """Take suggested claims over as they are."""
    return _each(session, rows, "accept", lambda draft, id_: draft.take(id_))


def remove(session: Session, rows: Iterable[ClaimRow]) -> BatchResult:
    """Remove own claims with what hangs on them, reject suggested ones."""
    return _each(session, rows, "remove", lambda draft, id_: draft.remove(id_))


def carry_over(
    session: Session, analyst_view: AnalystView, claim_id: str, from_claim: str
) -> Change:
    """The change that gives a claim of *analyst_view* the evidence which *from_claim* has elsewhere.

    Raises:
        UserError: that claim has no evidence (any more).
    """
    found = session.store.claims.evidence_of(from_claim)
    made = evidence_edits.carry_over(analyst_view, claim_id, found)
    if not found or not made.edits:
        raise UserError(
            "There is no evidence to carry over",
            hint="That claim has none, or all of it is here already.",
        )
    return made


def _each(
    session: Session, rows: Iterable[ClaimRow], verb: str, task: Callable[[LayerDraft, str], object]
) -> BatchResult:
    ordered = sorted(rows, key=attrgetter("article_id"))
    if len(ordered) > MOST:
        raise UserError(
            "{count} claims are too many for one step",
            hint="Choose at most {most}.",
            count=len(ordered),
            most=MOST,
        )
    edits: list[Edit] = []
    done = of_others = submitted = 0
    articles = []
    for article_id, group in groupby(ordered, key=attrgetter("article_id")):
        analyst_view = session.analyst_view(article_id)
        ids = [row.id for row in group]
        if analyst_view.status in _CLOSED:
            submitted += len(ids)
            continue
        within = [id_ for id_ in ids if _is_ours(analyst_view, id_)]
        of_others += len(ids) - len(within)
        draft = LayerDraft(analyst_view)
        for id_ in within:
            task(draft, id_)
        edits += draft.change(verb).edits
        done += len(within)
        articles.append(article_id)
    one = articles[0] if len(articles) == 1 else None
    made = session.do(change(verb, edits, by=session.analyst, article_id=one))
    return BatchResult(made, done, of_others, submitted)


def _is_ours(analyst_view: AnalystView, id_: str) -> bool:
    """Whether a claim is the analyst's own, or a suggestion that waits for a decision."""
    is_own = isinstance(analyst_view.mine_by_id.get(id_), Claim)
    return is_own or (analyst_view.is_suggestion(id_) and isinstance(analyst_view.get(id_), Claim))


def lines(session: Session, wanted: ClaimFilter) -> Iterator[ClaimLine]:
    """The claims that *wanted* lets through, each with what its evidence comes to under the rule."""
    verdict_policy = session.source_library.verdict_policy
    claims = session.store.claims
    ids = claims.listed(wanted).ids
    here: AnnotatedArticle | None = None
    for start in range(0, len(ids), _AT_ONCE):
        for row in claims.rows(ids[start : start + _AT_ONCE]):
            if here is None or here.article.id != row.article_id:
                here = session.store.annotated_article(row.article_id)
            if here is not None:
                yield _line(row, here, verdict_policy)


def _line(row: ClaimRow, here: AnnotatedArticle, verdict_policy: VerdictPolicy) -> ClaimLine:
    evidence: list[Evidence] = []
    standing: Verdict | None = None
    for contents in here.layers:
        if contents.layer.author == row.owner:
            evidence = [each for each in contents.evidence if each.claim_id == row.id]
            verdicts = [each for each in contents.verdicts if each.claim_id == row.id]
            standing = max(verdicts, key=attrgetter("decided_at", "id"), default=None)
    sources = {source.id: source for source in here.sources}
    said = standing or Verdict(
        id="", layer_id="", claim_id=row.id, label=label_of(evidence), justification=""
    )
    found = ruled(verdict_policy, said, evidence, sources)
    cited = [sources[each.source_id] for each in evidence if each.source_id in sources]
    publishers = dict.fromkeys(name for name in map(publisher_of, cited) if name)
    return ClaimLine(
        id=row.id,
        article=row.article_id,
        title=row.title,
        text=row.text,
        who=row.who,
        priority=row.worthiness,
        kind=row.kind,
        owner=row.owner,
        state="judged" if row.verdict else "evidence" if row.evidence else "unchecked",
        evidence=ClaimEvidence(row.evidence, list(publishers)),
        verdict=row.verdict,
        rule=RuleAnswer.of(found.met, found.why),
    )


class EarlierClaim(Struct, frozen=True):
    """A claim elsewhere that says what this one says, with how it is checked there."""

    echo: SimilarClaim
    row: ClaimRow


def said_before(
    session: Session, similar_claims: Iterable[SimilarClaim], *, most: int
) -> tuple[EarlierClaim, ...]:
    """What there is of *similar_claims*, each once: of those alike in an article the one checked furthest.

    What says the same comes first, and of that what has been judged; then what says otherwise, then the nearest.
    """
    found = list(similar_claims)
    rows = {row.id: row for row in session.store.claims.rows(each.claim_id for each in found)}
    earlier_claims = [
        EarlierClaim(each, rows[each.claim_id]) for each in found if each.claim_id in rows
    ]
    earlier_claims.sort(key=_further)
    alone: dict[tuple[str, str], EarlierClaim] = {}
    for each in earlier_claims:
        alone.setdefault((each.row.article_id, each.row.text.casefold()), each)
    return tuple(list(alone.values())[:most])


def _further(each: EarlierClaim) -> tuple[int, bool, bool, float]:
    row = each.row
    if each.echo.relation == "same":
        return (0, not row.verdict, not row.evidence, -each.echo.score)
    return (1 if each.echo.relation == "otherwise" else 2, False, False, -each.echo.score)
