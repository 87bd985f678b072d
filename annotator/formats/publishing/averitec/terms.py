"""AVeriTeC's words for what the project calls otherwise, both ways."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from annotator.core.model import AnswerType, Kind, Medium, Strategy, VerdictLabel
from annotator.core.urls import BadAddress, brief, canonical

EVENT = "Event/Property Claim"
KINDS: dict[str, str] = {
    "event_property": EVENT,
    "numerical": "Numerical Claim",
    "causal": "Causal Claim",
    "quote": "Quote Verification",
    "position": "Position Statement",
}
LABELS: dict[VerdictLabel, str] = {
    "supported": "Supported",
    "refuted": "Refuted",
    "not_enough_evidence": "Not Enough Evidence",
    "conflicting": "Conflicting Evidence/Cherrypicking",
}
STRATEGIES: dict[Strategy, str] = {
    "written_evidence": "Written Evidence",
    "numerical_comparison": "Numerical Comparison",
    "consultation": "Consultation",
    "fact_checker_reference": "Fact-checker Reference",
    "satirical_source": "Satirical Source Identification",
}
ANSWERS: dict[AnswerType, str] = {
    "extractive": "Extractive",
    "abstractive": "Abstractive",
    "boolean": "Boolean",
    "unanswerable": "Unanswerable",
}
MEDIA: dict[Medium, str] = {
    "web_text": "Web text",
    "web_table": "Web table",
    "pdf": "PDF",
    "image": "Image/graphic",
    "video": "Video",
    "audio": "Audio",
    "metadata": "Metadata",
    "other": "Other",
}
_DAY_FIRST = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
T = TypeVar("T", bound=str)


def _from(table: Mapping[T, str], said: str) -> T:
    """The code for a word, however it is spelled in capitals. Raises ValueError."""
    for code, word in table.items():
        if word.casefold() == said.strip().casefold():
            return code
    raise ValueError(f"nothing is known of “{said[:60]}”")


def label_of(said: str) -> VerdictLabel:
    return _from(LABELS, said)


def strategy_of(said: str) -> Strategy:
    return _from(STRATEGIES, said)


def answer_type_of(said: str) -> AnswerType:
    return _from(ANSWERS, said)


def medium_of(said: str | None) -> Medium:
    return _from(MEDIA, said) if said else "other"


def kind_of(said: Sequence[str]) -> Kind:
    """The first of the kinds; a claim has one here."""
    kinds: dict[Kind, str] = {
        "event_property": EVENT,
        "numerical": KINDS["numerical"],
        "causal": KINDS["causal"],
        "quote": KINDS["quote"],
        "position": KINDS["position"],
    }
    return _from(kinds, said[0]) if said else "event_property"


def day_first(date: str | None) -> str | None:
    """``2020-10-31`` as ``31-10-2020``; other dates are not known to the day."""
    match = _YEAR_FIRST.match(date or "")
    return f"{match[3]}-{match[2]}-{match[1]}" if match else None


def year_first(date: str | None) -> str | None:
    """``31-10-2020`` as ``2020-10-31``; what is no such date stays as it is."""
    match = _DAY_FIRST.fullmatch((date or "").strip())
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else date or None


def address(said: str | None) -> str | None:
    """An address as it is written there, so that it is written so again; None for a bad one."""
    if not said or said != said.strip() or not said.lower().startswith(("http://", "https://")):
        return None
    try:
        canonical(said)
    except BadAddress:
        return None
    return said


def title_of(url: str | None) -> str:
    return brief(canonical(url)) if url else ""
