"""Sources, evidence and verdicts: what can be done about them, as functions that build a `Change`.

Sources belong to the project; evidence and verdicts to the analyst's own layer, where doing
something about a suggested claim accepts it, as in `verbs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import UNSET

from ..changes import Change, Edit, change
from ..errors import UserError
from ..ids import new_id, now
from ..model import Article, Claim, Evidence, Source, Stance, Verdict, VerdictLabel, with_
from ..sources.verdict_policy import NotEnoughEvidence, Ruled, VerdictPolicy, ruled
from ..urls import BadAddress, archived_at, brief, canonical, is_archive, same_page, unarchived
from .analyst_view import AnalystView
from .layer_draft import LayerDraft

CARRIED = "carried over from another claim"  # why a piece of evidence is there


class OwnEvidence(UserError):
    """The article under examination was to be evidence of itself."""


# -- sources ---------------------------------------------------------------------------------


def source(**fields: Any) -> Source:
    """A new source; its addresses are made canonical, an archive's leads to what it is a copy of.

    *accessed* is when the archive made its copy, or today, where it is not said. A short address
    in an archive tells of no page: it is where the copy is, and no more. Raises BadAddress.
    """
    fields = _tidied(fields)
    for name in ("url", "archived_url"):
        address = fields.get(name)
        if not address or not is_archive(address):
            continue
        fields["archived_url"] = fields.get("archived_url") or address
        original = unarchived(address)
        if name == "url" or (original and not fields.get("url")):
            fields["url"] = canonical(original) if original else None
        if not fields.get("accessed") and len(when := archived_at(address) or "") >= 10:
            fields["accessed"] = when
    title = fields.pop("title", None) or brief(
        fields.get("url") or fields.get("archived_url") or ""
    )
    if not title:
        raise UserError(
            "A source needs a title or an address",
            hint="Paste the link of the page, or write what the source is called.",
        )
    fields["accessed"] = fields.get("accessed") or now()[:10]
    return Source(id=new_id(), title=title, **fields)


def add_source(made: Source, *, by: str) -> Change:
    return change("add_source", [Edit(None, made)], by=by)


def edit_source(known: Source, *, by: str, **fields: Any) -> Change:
    """Other fields of a source. Raises BadAddress."""
    fields = _tidied(fields)
    if "title" in fields and not fields["title"]:
        fields["title"] = known.title
    return change("edit_source", [Edit(known, with_(known, **fields))], by=by)


def remove_source(known: Source, *, by: str) -> Change:
    return change("remove_source", [Edit(known, None)], by=by)


def is_same_source(one: Source, other: Source) -> bool:
    """Whether two sources are one document: the same file, or the same page."""
    if one.sha256 and one.sha256 == other.sha256:
        return True
    here, there = _pages(one), _pages(other)
    if here and there:
        return bool(here & there)
    if here or there:
        return False
    said = [(s.title.casefold(), s.publisher, s.author, s.published) for s in (one, other)]
    return said[0] == said[1]


def _pages(of: Source) -> set[str]:
    """The page of a source, however its address is written; its copy where only that is known."""
    pages = {
        same_page(original) for a in (of.url, of.archived_url) if a and (original := unarchived(a))
    }
    if of.url and not is_archive(of.url):
        pages.add(same_page(of.url))
    return pages or {same_page(a) for a in (of.url, of.archived_url) if a}


def is_article(made: Source, article: Article) -> bool:
    """Whether a source is the article itself: its page, its copy in an archive, its text."""
    if made.sha256 is not None and made.sha256 == article.sha256:
        return True
    try:
        here = canonical(article.url) if article.url else None
    except BadAddress:
        return False
    return here is not None and same_page(unarchived(here) or here) in _pages(made)


# -- evidence --------------------------------------------------------------------------------


def link(
    analyst_view: AnalystView, claim_id: str, made: Source, *, is_new: bool = False, **fields: Any
) -> tuple[Change, str]:
    """Say that a source bears on a claim; *is_new* adds the source in the same step.

    Returns the change and the id of the evidence. Without a stance it is context.

    Raises:
        OwnEvidence: the source is the article itself.
    """
    _refuse_article(made, analyst_view.article)
    draft = LayerDraft(analyst_view)
    own_claim = draft.take(claim_id)
    if own_claim is None or draft.own(own_claim, Claim) is None:
        raise _no_claim()
    stance: Stance = fields.pop("stance", "context")
    evidence = Evidence(
        id=new_id(),
        layer_id=draft.layer.id,
        claim_id=own_claim,
        source_id=made.id,
        stance=stance,
        **fields,
    )
    if is_new:
        draft.put(made)
    draft.put(evidence)
    return draft.change("link_evidence"), evidence.id


def amend_evidence(analyst_view: AnalystView, id_: str, **fields: Any) -> Change:
    """Other fields of a piece of own evidence."""
    draft = LayerDraft(analyst_view)
    if (known := draft.own(id_, Evidence)) is not None:
        source_id = fields.get("source_id", known.source_id)
        if (meant := analyst_view.source(source_id)) is not None:
            _refuse_article(meant, analyst_view.article)
        draft.put(with_(known, **fields))
    return draft.change("amend_evidence")


def unlink(analyst_view: AnalystView, ids: Iterable[str]) -> Change:
    """Take evidence away from its claim; the source stays in the project."""
    draft = LayerDraft(analyst_view)
    for id_ in ids:
        if draft.own(id_, Evidence) is not None:
            draft.drop(id_)
    return draft.change("unlink_evidence")


def carry_over(analyst_view: AnalystView, claim_id: str, found: Sequence[Evidence]) -> Change:
    """The same evidence for another claim, of this article or of another one: copies of it.

    What it says of that claim is for somebody to judge anew: the copies are context.
    """
    draft = LayerDraft(analyst_view)
    own_claim = draft.take(claim_id)
    if own_claim is None:
        raise _no_claim()
    there = {_said(e) for e in draft.all(Evidence) if e.claim_id == own_claim}
    for each in found:
        if _said(each) in there:
            continue
        meant = analyst_view.source(each.source_id)
        if meant is not None and is_article(meant, analyst_view.article):
            continue
        draft.put(
            with_(
                each,
                id=new_id(),
                layer_id=draft.layer.id,
                claim_id=own_claim,
                stance="context",
                why=CARRIED,
                derived_from=each.id,
            )
        )
    return draft.change("carry_evidence")


# -- verdicts --------------------------------------------------------------------------------


def decide(
    analyst_view: AnalystView,
    verdict_policy: VerdictPolicy,
    claim_id: str,
    *,
    label: VerdictLabel,
    justification: str,
    **fields: Any,
) -> Change:
    """Give a verdict; the one before it is superseded and stays.

    It corrects the page on which that one was published, if it was.

    Raises:
        NotEnoughEvidence: the practice asks for more evidence than is linked.
    """
    if not justification.strip():
        raise UserError(
            "A verdict needs its reasons",
            hint="Write in a sentence or two why the evidence leads to this verdict.",
        )
    draft = LayerDraft(analyst_view)
    own_claim = draft.take(claim_id)
    if own_claim is None or draft.own(own_claim, Claim) is None:
        raise _no_claim()
    before = analyst_view.verdict_of(own_claim)
    verdict = Verdict(
        id=new_id(),
        layer_id=draft.layer.id,
        claim_id=own_claim,
        label=label,
        justification=justification.strip(),
        decided_at=now(),
        supersedes=before.id if before else None,
        published_url=before.published_url if before else UNSET,
        **fields,
    )
    if before is not None and _reads(verdict) == _reads(before):
        return draft.change("decide")
    if (missing := lacking(analyst_view, verdict_policy, verdict)) is not None:
        raise missing
    draft.put(verdict)
    return draft.change("decide")


def lacking(
    analyst_view: AnalystView, verdict_policy: VerdictPolicy, wanted: Verdict
) -> NotEnoughEvidence | None:
    """What a verdict that is not given yet lacks under the rule; None where it may be given."""
    why = ruling(analyst_view, verdict_policy, wanted).why
    return why if isinstance(why, NotEnoughEvidence) else None


def ruling(analyst_view: AnalystView, verdict_policy: VerdictPolicy, wanted: Verdict) -> Ruled:
    """Whether a verdict that is not given yet would stand under the rule, and why."""
    linked = analyst_view.evidence_of(wanted.claim_id)
    return ruled(verdict_policy, wanted, linked, {s.id: s for s in analyst_view.sources})


def publish(analyst_view: AnalystView, claim_id: str, address: str) -> Change:
    """Say where the verdict that stands is published; "" takes that back. Raises BadAddress."""
    draft = LayerDraft(analyst_view)
    if (standing := analyst_view.verdict_of(claim_id)) is not None:
        address = canonical(address) if address.strip() else ""
        draft.put(with_(standing, published_url=address or UNSET))
    return draft.change("publish_verdict")


def withdraw(analyst_view: AnalystView, claim_id: str) -> Change:
    """Take the verdict of a claim back; the one that it superseded stands again."""
    draft = LayerDraft(analyst_view)
    if (standing := analyst_view.verdict_of(claim_id)) is not None:
        draft.drop(standing.id)
    return draft.change("withdraw_verdict")


def _reads(verdict: Verdict) -> tuple[object, ...]:
    return (
        verdict.label,
        verdict.justification,
        verdict.rating_name,
        verdict.strategies,
        verdict.note,
    )


def _said(evidence: Evidence) -> tuple[object, ...]:
    return (evidence.source_id, evidence.quote, evidence.question, evidence.answer)


def _tidied(fields: dict[str, Any]) -> dict[str, Any]:
    """Single-line words without white space around them, addresses canonical, "" as None."""
    made = dict(fields)
    for name, value in fields.items():
        if isinstance(value, str) and name != "note":
            made[name] = " ".join(value.split()) or None
    for name in ("url", "archived_url"):
        if made.get(name):
            made[name] = canonical(made[name])
    return made


def _refuse_article(made: Source, article: Article) -> None:
    if is_article(made, article):
        raise OwnEvidence(
            "The article is never its own evidence",
            hint="Link what the article relies on, or what others found.",
        )


def _no_claim() -> UserError:
    return UserError(
        "Evidence and verdicts belong to a claim, and none is chosen",
        hint="Click a claim or go to one with Space; C makes one of the selected words.",
    )
