"""How a newsroom judges: the evidence rule, the names of its ratings, in whose name it publishes.

A setting of the project, so that everybody who works on it follows the same.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

import msgspec
from msgspec import Struct

from ..errors import Notification, UserError
from ..model import Evidence, Source, Verdict, VerdictLabel
from ..text import fold
from . import independence
from .independence import Together

_Template: TypeAlias = str  # a message that the catalogue has from where it was written
PRACTICE = "practice"  # id of the setting
_SAME_WORDS = 8  # words that two quotations have, from which on equality is no accident
_ALIKE = 0.9


class Rating(Struct, frozen=True, forbid_unknown_fields=True):
    """A name of the newsroom's own scale (``Mostly true``) and the verdict that it stands for."""

    name: str
    label: VerdictLabel
    value: int | None = None  # 1 (worst) to 5 (best) in ClaimReview, where the label's is not meant


class VerdictPolicy(Struct, frozen=True, kw_only=True):
    """*needs_two* is the rule of professional fact-checkers (see `ruled`)."""

    needs_two: bool = True
    ratings: tuple[Rating, ...] = ()
    publisher: str = ""  # in whose name reviews are published
    publisher_url: str = ""
    language: str = ""  # in which reviews are published; "" is that of each article
    together: tuple[str, ...] = ()  # lines of media that are one publisher, here

    def rating(self, name: str) -> Rating | None:
        return next((r for r in self.ratings if r.name == name), None)


class NotEnoughEvidence(UserError):
    """A verdict that the evidence linked so far does not carry."""


class NeedsReason(NotEnoughEvidence):
    """It would be enough, were it written why: one primary source, or two that say it in the same words."""


class Ruled(Struct, frozen=True):
    """Whether the rule is met, and why, in a sentence that names the sources which decide it."""

    met: bool
    why: UserError


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
    """What *verdict* lacks under the rule; None where it stands."""
    found = ruled(verdict_policy, verdict, evidence, sources)
    if found.met:
        return None
    assert isinstance(found.why, NotEnoughEvidence)
    return found.why


def ruled(
    verdict_policy: VerdictPolicy,
    verdict: Verdict,
    evidence: Iterable[Evidence],
    sources: dict[str, Source],
) -> Ruled:
    """Whether *verdict* stands under the rule, and why.

    The rule (IFCN, Pagella Politica): any verdict but “not enough evidence” needs evidence of two
    independent publishers (see `independence`), or of one primary source with a written reason
    (the verdict's note). Where two say it in the same words, the note says why it is no agency's.
    Only what was quoted counts, or was answered by “nothing was found”; for “supported” what
    speaks for the claim or explains it, for “refuted” what speaks against it or explains it.
    """
    if not verdict_policy.needs_two:
        return Ruled(True, Notification("The rule is not asked for in this project"))
    if verdict.label == "not_enough_evidence":
        return Ruled(True, Notification("“Not enough evidence” asks for no evidence"))
    against = {"supported": "refutes", "refuted": "supports"}.get(verdict.label)
    linked = list(evidence)
    if not linked:
        return _refused(
            NotEnoughEvidence(
                "No evidence is linked to this claim yet",
                hint="Link two sources of different publishers (E), or one primary source and say why it "
                "is enough. Without them the verdict is “not enough evidence”.",
            )
        )
    counted = [e for e in linked if e.stance != against and _is_quoted(e)]
    decisive = [e for e in counted if e.stance != "context"]
    if verdict.label != "conflicting" and not decisive:
        return _refused(_nothing_decides(linked, against))
    cited = {e.source_id: sources[e.source_id] for e in counted if e.source_id in sources}
    together = Together(verdict_policy.together)
    groups = independence.components(cited.values(), together)
    note = verdict.note.strip()
    if len(groups) >= 2:
        return _of_two(groups, counted, note)
    if not cited:
        return _refused(_nothing_decides(linked, against))
    primary = next((source for source in cited.values() if source.tier == "primary"), None)
    if primary is not None and note:
        return Ruled(
            True,
            Notification(
                "“{one}” is a primary source, and it is written why it is enough", one=primary.title
            ),
        )
    tied = _tied(list(cited.values()), together)
    if tied is not None:
        return _refused(_because(tied.message, tied.fields, is_primary=primary is not None))
    if primary is not None:
        return _refused(
            NeedsReason(
                "The evidence comes from one primary source alone, “{one}”",
                hint="Write why this one source is enough, or link a source of another publisher.",
                one=primary.title,
            )
        )
    alone = next(iter(cited.values()))
    name = independence.publisher(alone).shown
    if not name:
        return _refused(
            NotEnoughEvidence(
                "All the evidence comes from “{one}”, and it is not known who publishes that",
                hint="Link a source of another publisher; or mark the source as primary and write why it is enough.",
                one=alone.title,
            )
        )
    return _refused(
        NotEnoughEvidence(
            "All the evidence comes from one publisher, {publisher} (“{one}”)",
            hint="Link a source of another publisher; or mark the source as primary and write why it is enough.",
            publisher=name,
            one=alone.title,
        )
    )


def publisher_of(source: Source) -> str:
    """Whom a source speaks for, as it is shown; "" where nobody knows."""
    return independence.publisher(source).shown


def label_of(evidence: Iterable[Evidence]) -> VerdictLabel:
    """What the stances of *evidence* would come to, where no verdict was given."""
    stances = {each.stance for each in evidence}
    if {"supports", "refutes"} <= stances:
        return "conflicting"
    return "refuted" if "refutes" in stances else "supported"


def _because(
    message: _Template, fields: dict[str, object], *, is_primary: bool
) -> NotEnoughEvidence:
    """That what *message* says makes one publisher of two."""
    if is_primary:
        return NeedsReason(
            message,
            hint="Write why this one source is enough, or link a source of another publisher.",
            **fields,
        )
    return NotEnoughEvidence(
        message,
        hint="Link a source of another publisher; or mark the source as primary and write why it is enough.",
        **fields,
    )


def _refused(why: NotEnoughEvidence) -> Ruled:
    return Ruled(False, why)


def _of_two(groups: list[list[Source]], counted: list[Evidence], note: str) -> Ruled:
    """Of publishers that nothing ties: whether two of them say it in words of their own."""
    pairs = [
        (one, other)
        for number, group in enumerate(groups)
        for rest in groups[number + 1 :]
        for one in group
        for other in rest
    ]
    quotes = {s.id: [e for e in counted if e.source_id == s.id] for g in groups for s in g}
    alike: tuple[Source, Source] | None = None
    for one, other in pairs:
        if any(is_one_text(a, b) for a in quotes[one.id] for b in quotes[other.id]):
            alike = alike or (one, other)
        else:
            return Ruled(True, independence.independent(one, other))
    assert alike is not None
    names = {"one": alike[0].title, "other": alike[1].title}
    if note:
        return Ruled(
            True,
            Notification(
                "“{one}” and “{other}” say it in the same words, and it is written why: {note}",
                note=note,
                **names,
            ),
        )
    return _refused(
        NeedsReason(
            "“{one}” and “{other}” say it in the same words: perhaps one agency text",
            hint="Write why it is not (both were there, both quote one document), or link a source "
            "that says it in words of its own.",
            **names,
        )
    )


def is_one_text(one: Evidence, other: Evidence) -> bool:
    """Whether two quotations are so long and so alike that perhaps one agency wrote both."""
    here, there = _said(one.quote), _said(other.quote)
    if min(len(here), len(there)) < _SAME_WORDS:
        return False
    if here == there or _contains(here, there) or _contains(there, here):
        return True
    found = difflib.SequenceMatcher(None, here, there, autojunk=False)
    return found.quick_ratio() >= _ALIKE and found.ratio() >= _ALIKE


def _said(quote: str) -> list[str]:
    return re.findall(r"\w+", fold(unicodedata.normalize("NFKC", quote)))


def _contains(long: list[str], short: list[str]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _tied(cited: list[Source], together: Together) -> Notification | None:
    """Why several sources count as one: whose publisher nobody knows, or what ties two of them."""
    for number, one in enumerate(cited):
        for other in cited[number + 1 :]:
            said = independence.tie(one, other, together)
            said = said or independence.unknown(one, other) or independence.unknown(other, one)
            if said is not None:
                return said
    return None


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
