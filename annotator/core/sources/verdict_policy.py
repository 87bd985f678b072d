"""How a newsroom judges: the evidence rule, the names of its ratings, in whose name it publishes.

A setting of the project, so that everybody who works on it follows the same.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from ..errors import UserError
from ..model import Evidence, Source, Verdict, VerdictLabel
from ..text import fold
from ..urls import true_host

PRACTICE = "practice"  # id of the setting

# Under these, names of two labels are given to anybody (the commonest of the public suffix list).
_REGISTRIES = frozenset(["ac", "co", "com", "edu", "gob", "gouv", "gov", "govt", "net", "org"])
_HOSTERS = frozenset(["blogspot.com", "github.io", "medium.com", "substack.com", "wordpress.com"])


class Rating(Struct, frozen=True, forbid_unknown_fields=True):
    """A name of the newsroom's own scale (``Mostly true``) and the verdict that it stands for."""

    name: str
    label: VerdictLabel
    value: int | None = None  # 1 (worst) to 5 (best) in ClaimReview, where the label's is not meant


class VerdictPolicy(Struct, frozen=True, kw_only=True):
    """*needs_two* is the rule of professional fact-checkers (see `shortfall`)."""

    needs_two: bool = True
    ratings: tuple[Rating, ...] = ()
    publisher: str = ""  # in whose name reviews are published
    publisher_url: str = ""

    def rating(self, name: str) -> Rating | None:
        return next((r for r in self.ratings if r.name == name), None)


class NotEnoughEvidence(UserError):
    """A verdict that the evidence linked so far does not carry."""


class NeedsReason(NotEnoughEvidence):
    """One primary source would be enough, were it written why."""


def practice_from(body: dict[str, object] | None) -> VerdictPolicy:
    """The practice in a setting's body; the default one where there is none."""
    return msgspec.convert(body or {}, VerdictPolicy)


def to_body(verdict_policy: VerdictPolicy) -> dict[str, object]:
    """What the setting holds, as it is read back from JSON."""
    return msgspec.json.decode(msgspec.json.encode(verdict_policy), type=dict[str, object])


def shortfall(
    verdict_policy: VerdictPolicy,
    verdict: Verdict,
    evidence: Iterable[Evidence],
    sources: dict[str, Source],
) -> NotEnoughEvidence | None:
    """What *verdict* lacks under the rule; None where it stands.

    The rule (IFCN, Pagella Politica): any verdict but “not enough evidence” needs evidence of two
    independent publishers, or of one primary source with a written reason (the verdict's note).
    Only what was quoted counts, or was answered by “nothing was found”; for “supported” what
    speaks for the claim or explains it, for “refuted” what speaks against it or explains it.
    """
    if not verdict_policy.needs_two or verdict.label == "not_enough_evidence":
        return None
    against = {"supported": "refutes", "refuted": "supports"}.get(verdict.label)
    linked = list(evidence)
    if not linked:
        return NotEnoughEvidence(
            "No evidence is linked to this claim yet",
            hint="Link two sources of different publishers (E), or one primary source and say why "
            "it is enough. Without them the verdict is “not enough evidence”.",
        )
    counted = [e for e in linked if e.stance != against and _is_quoted(e)]
    decisive = [e for e in counted if e.stance != "context"]
    if verdict.label != "conflicting" and not decisive:
        return _nothing_decides(linked, against)
    cited = {e.source_id: sources[e.source_id] for e in counted if e.source_id in sources}
    publishers = {publisher_of(source) for source in cited.values()}
    if len(publishers) >= 2:
        return None
    if any(source.tier == "primary" for source in cited.values()):
        if verdict.note.strip():
            return None
        return NeedsReason(
            "The evidence comes from one primary source alone",
            hint="Write why this one source is enough, or link a source of another publisher.",
        )
    if not publishers:
        return _nothing_decides(linked, against)
    names = sorted(s.publisher or _site(true_host(s.url or "")) or s.title for s in cited.values())
    return NotEnoughEvidence(
        "All the evidence comes from one publisher, {publisher}",
        hint="Link a source of another publisher; or mark the source as primary and write why it "
        "is enough.",
        publisher=names[0],
    )


def publisher_of(source: Source) -> str:
    """Whom a source speaks for, to compare: its publisher, else its site, else itself."""
    if source.publisher:
        return fold(source.publisher)
    return _site(true_host(source.url)) if source.url else source.id


def _site(host: str) -> str:
    """The part of a host that one owner has registered: ``dati.istat.it`` is ``istat.it``."""
    labels = host.split(".")
    count = 2
    if len(labels[-1]) == 2 and len(labels) > 2 and labels[-2] in _REGISTRIES:
        count = 3
    if ".".join(labels[-2:]) in _HOSTERS:
        count = 3
    return ".".join(labels[-count:])


def _is_quoted(evidence: Evidence) -> bool:
    return bool(evidence.quote.strip()) or evidence.answer_type == "unanswerable"


def _nothing_decides(linked: list[Evidence], against: str | None) -> NotEnoughEvidence:
    if not any(_is_quoted(e) for e in linked):
        return NotEnoughEvidence(
            "No evidence of this claim is quoted",
            hint="Copy the words of the source that decide it into the evidence: a link alone "
            "proves nothing to a reader.",
        )
    if any(e.stance == against for e in linked):
        return NotEnoughEvidence(
            "The evidence linked says the contrary",
            hint="Choose the verdict that it bears out, “conflicting evidence”, or say of the "
            "evidence what it makes of the claim.",
        )
    return NotEnoughEvidence(
        "No evidence linked supports or refutes the claim",
        hint="Say of at least one piece what it makes of the claim: so far all of it is context.",
    )
