"""The records of a project, as immutable typed values.

Offsets are Unicode code points into the immutable ``Article.text``, half-open. Ids are UUIDv7
text, times UTC ISO 8601. The vocabularies and the standard each comes from are in
``docs/file-format.md``. Records are ``msgspec.Struct``: as frozen as a dataclass, ten times
cheaper to make (a long article has 20,000 of them), and strictly typed when read from JSON.
Nothing in them points back, so the garbage collector need not look at millions of them.
"""

from __future__ import annotations

import itertools
from typing import Any, Literal, TypeAlias, TypeVar, get_args

import msgspec
from msgspec import UNSET, Struct, UnsetType

Role = Literal["machine", "analyst", "gold"]
Status = Literal["draft", "submitted", "changes_requested", "approved"]
Origin = Literal["manual", "machine", "machine_edited"]
Kind = Literal[
    "event_property",  # AVeriTeC's five ...
    "numerical",
    "causal",
    "quote",
    "position",
    "prediction",  # ... and Full Fact's three
    "rule",
    "personal",
]
Reason = Literal[  # CheckThat! 1C/1D, condensed
    "figure",
    "accusation",
    "public_interest",
    "potential_harm",
    "anonymous_source",
    "single_source",
    "contested",
    "policy_relevance",
]
Certainty = Literal["asserted", "probable", "possible", "denied"]  # FactBank/ItAC, condensed
TimeReference = Literal["past", "present", "future", "generic"]
AgentType = Literal[
    "person",
    "organization",
    "government",
    "media",
    "document",
    "expert",
    "collective",
    "unknown",
]
Anonymity = Literal["named", "anonymous", "collective"]
AttributionType = Literal["assertion", "belief", "fact", "eventuality"]  # PDTB/ItAC
QuoteMode = Literal["direct", "indirect", "mixed"]  # PARC
AuthorStance = Literal["neutral", "endorses", "disputes"]  # PARC
Medium = Literal[  # AVeriTeC
    "web_text",
    "web_table",
    "pdf",
    "image",
    "video",
    "audio",
    "metadata",
    "other",
]
Tier = Literal["primary", "secondary", "tertiary"]  # IFCN practice
Stance = Literal["supports", "refutes", "context"]
AnswerType = Literal["extractive", "abstractive", "boolean", "unanswerable"]  # AVeriTeC
VerdictLabel = Literal["supported", "refuted", "not_enough_evidence", "conflicting"]  # AVeriTeC
Strategy = Literal[  # AVeriTeC
    "written_evidence",
    "numerical_comparison",
    "consultation",
    "fact_checker_reference",
    "satirical_source",
]
Decision = Literal["accept", "amend", "reject", "comment"]
Outcome = Literal["take", "amend", "neither", "later"]


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """Half-open range [start, end) in code points of ``Article.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or negative span [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of *text* that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Record(
    Struct,
    frozen=True,
    kw_only=True,
    tag_field="record",
    tag=str.lower,
    forbid_unknown_fields=True,
    gc=False,
):
    """Anything with an id that a `Change` can create, alter or remove."""

    id: str


class Article(Record, frozen=True, kw_only=True):
    """An immutable text with what is known of where it came from; *sha256* is of its UTF-8."""

    title: str
    text: str
    sha256: str
    language: str = "und"  # BCP 47
    publisher: str | None = None
    author: str | None = None
    published: str | None = None  # EDTF
    url: str | None = None
    imported_at: str = ""
    metadata: dict[str, Any] = {}


class Layer(Record, frozen=True, kw_only=True):
    """All annotations of one author on one article; nobody else ever writes in it."""

    article_id: str
    author: str  # an analyst's name, ``machine:NAME@VERSION`` or ``gold``
    role: Role = "analyst"
    status: Status = "draft"
    guideline: str = ""
    created_at: str = ""


class Annotation(Record, frozen=True, kw_only=True):
    """What every annotation carries, whoever made it."""

    layer_id: str
    origin: Origin = "manual"
    confidence: float | None = None  # 0 to 1, machines only
    why: str = ""  # the machine's reason: a rule, a word list, a model
    derived_from: str | None = None  # id of the annotation it was copied from
    unsure: bool = False
    note: str = ""


#: A suggestion that is less sure than this is marked as doubtful (see the model card).
DOUBTFUL = 0.75


def is_doubtful(annotation: Annotation) -> bool:
    """Whether a machine made it and is not sure; what says nothing of it is not doubtful."""
    return annotation.confidence is not None and annotation.confidence < DOUBTFUL


class Entity(Annotation, frozen=True, kw_only=True):
    """One mention of a named thing, date, amount ..."""

    span: Span
    label: str
    subtype: str | None = None
    normalized: str | None = None
    kb_id: str | None = None  # Wikidata QID or any URI


class Claim(Annotation, frozen=True, kw_only=True):
    """A stretch of text that a third party could confirm or refute; 1..n spans in text order."""

    spans: tuple[Span, ...]
    normalized_text: str = ""  # the stand-alone form
    verifiable: bool = True
    kind: Kind = "event_property"
    check_worthiness: int = 0  # 0 none .. 3 high
    cw_reasons: tuple[Reason, ...] = ()
    certainty: Certainty = "asserted"
    time_reference: TimeReference | None = None
    claim_date: str | None = None
    part_of: str | None = None  # the compound claim it belongs to

    def __post_init__(self) -> None:
        _in_order(self.spans)
        if not self.spans:
            raise ValueError("a claim needs a span")
        if not 0 <= self.check_worthiness <= 3:
            raise ValueError(f"check-worthiness {self.check_worthiness} is not 0 to 3")


class Attribution(Annotation, frozen=True, kw_only=True):
    """Who says it, and where in the text that is written (PARC: source, cue, content)."""

    claims: tuple[str, ...] = ()
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    content_spans: tuple[Span, ...] = ()
    agent: str = ""
    agent_type: AgentType = "unknown"
    anonymity: Anonymity = "named"
    kb_id: str | None = None
    type: AttributionType = "assertion"
    quote_mode: QuoteMode = "indirect"
    author_stance: AuthorStance = "neutral"
    certainty: Certainty = "asserted"
    source_implicit: bool = False
    nested_in: str | None = None  # the attribution whose content this one stands in

    def __post_init__(self) -> None:
        for spans in (self.source_spans, self.cue_spans, self.content_spans):
            _in_order(spans)


class Source(Record, frozen=True, kw_only=True):
    """A document outside the article; shared by everybody in the project."""

    title: str
    url: str | None = None
    archived_url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    accessed: str | None = None
    medium: Medium = "web_text"
    tier: Tier | None = None
    language: str | None = None
    sha256: str | None = None
    note: str = ""


class Evidence(Annotation, frozen=True, kw_only=True):
    """What a source says of a claim. Items of one *group* count together, groups alternatively."""

    claim_id: str
    source_id: str
    stance: Stance
    group: int = 1
    question: str = ""
    answer: str = ""
    answer_type: AnswerType = "extractive"
    quote: str = ""
    locator: str = ""


class Verdict(Annotation, frozen=True, kw_only=True):
    """What the evidence says of a claim, by somebody, with reasons.

    *published_url* is the address of the page on which the newsroom published it; it is not there
    in verdicts that were not published, nor in those from before it was recorded, whose hashes
    know nothing of it.
    """

    claim_id: str
    label: VerdictLabel
    justification: str
    rating_name: str = ""
    strategies: tuple[Strategy, ...] = ()
    decided_at: str = ""
    supersedes: str | None = None
    published_url: str | UnsetType = UNSET


class Judgement(Record, frozen=True, kw_only=True):
    """What the owner of *layer_id* decided about an annotation of another author's layer."""

    layer_id: str
    target_id: str
    decision: Decision
    reason: str = ""
    comment: str = ""


class Ruling(Record, frozen=True, kw_only=True):
    """What a reviewer decided about one difference between layers; it is in the gold layer.

    *members* are the annotations that it is about and *seen* what each of them was then
    (`changes.seen`), in the same order; *taken* is the one that was taken, or amended, and
    *result* what came of it in the gold layer. A ruling without members is about an annotation
    that only the reviewer saw. *agreed* names those whose layer said what was decided; it is not
    there in rulings from before it was recorded, whose hashes know nothing of it.
    """

    layer_id: str
    members: tuple[str, ...]
    seen: tuple[str, ...]
    outcome: Outcome
    taken: str | None = None
    result: str | None = None
    reason: str = ""
    comment: str = ""
    by: str = ""
    at: str = ""
    agreed: tuple[str, ...] | UnsetType = UNSET


class Setting(Record, frozen=True, kw_only=True):
    """Something that belongs to the whole project, such as its label scheme: *id* names it."""

    body: dict[str, Any]


class Deletion(Record, frozen=True, kw_only=True):
    """That an article was deleted for good: all that is left of it, here and with colleagues.

    *sha256* is of its text, so that the text is recognised where it comes again. *seen* are the
    parts of the lineages (see `core.exchange.work_package`) of what people had made of it, as far as it was known
    to who deleted it. *overruled_by* lets the text be in this project all the same; that is decided
    in each project for itself, and handed on to nobody.
    """

    article_id: str
    sha256: str
    by: str
    at: str
    reason: str = ""
    seen: tuple[str, ...] = ()
    overruled_by: str = ""
    overruled_at: str = ""


AnyRecord: TypeAlias = (
    Article
    | Layer
    | Entity
    | Claim
    | Attribution
    | Source
    | Evidence
    | Verdict
    | Judgement
    | Ruling
    | Setting
    | Deletion
)
InLayer: TypeAlias = Entity | Claim | Attribution | Evidence | Verdict | Judgement | Ruling
RECORD_TYPES: tuple[type[Record], ...] = get_args(AnyRecord)
LAYER_TYPES: tuple[type[Record], ...] = get_args(InLayer)

R = TypeVar("R", bound=Record)


def with_(record: R, **fields: Any) -> R:
    """A copy of *record* with some fields replaced (``dataclasses.replace`` for records)."""
    return msgspec.structs.replace(record, **fields)


def spans_of(annotation: Entity | Claim | Attribution) -> tuple[Span, ...]:
    """Every span of an annotation, in text order."""
    match annotation:
        case Entity():
            return (annotation.span,)
        case Claim():
            return annotation.spans
        case Attribution():
            return tuple(
                sorted(annotation.source_spans + annotation.cue_spans + annotation.content_spans)
            )


def is_machine(author: str) -> bool:
    return author.startswith("machine:")


def role_of(author: str) -> Role:
    """What the layers of *author* are, by the name."""
    return "machine" if is_machine(author) else "gold" if author == "gold" else "analyst"


def _in_order(spans: tuple[Span, ...]) -> None:
    for one, two in itertools.pairwise(spans):
        if two.start < one.end:
            raise ValueError(f"spans overlap or are out of order at {two.start}")
