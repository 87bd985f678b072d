"""The configuration of a brat collection: the types, relations and attributes that are in use."""

from __future__ import annotations

from typing import get_args

from annotator.core.model import (
    AgentType,
    Anonymity,
    AttributionType,
    AuthorStance,
    Certainty,
    Kind,
    Origin,
    QuoteMode,
    Reason,
    TimeReference,
)

#: The features that are attributes, with their values; none where being there says it all.
VALUES: dict[str, tuple[str, ...]] = {
    "origin": get_args(Origin),
    "unsure": (),
    "verifiable": ("true", "false"),
    "kind": get_args(Kind),
    "check_worthiness": ("0", "1", "2", "3"),
    "cw_reasons": get_args(Reason),
    "certainty": get_args(Certainty),
    "time_reference": get_args(TimeReference),
    "agent_type": get_args(AgentType),
    "anonymity": get_args(Anonymity),
    "type": get_args(AttributionType),
    "quote_mode": get_args(QuoteMode),
    "author_stance": get_args(AuthorStance),
    "source_implicit": (),
}
_OVERLAP = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"


class UsedTypes:
    """What articles have used so far."""

    def __init__(self) -> None:
        self._entities: dict[str, str] = {}  # types, and the labels that they stand for
        self._relations: set[str] = set()
        self._attributes: set[str] = set()

    def entity(self, label: str, kind: str) -> str:
        """*kind*, which stands for *label*."""
        self._entities[kind] = label
        return kind

    def relation(self, label: str) -> str:
        self._relations.add(label)
        return label

    def attribute(self, name: str) -> None:
        self._attributes.add(name)

    def annotation_conf(self) -> str:
        relations = [f"{label}\tArg1:<ENTITY>, Arg2:<ENTITY>" for label in sorted(self._relations)]
        return _sections(
            entities=sorted(self._entities),
            relations=[*relations, _OVERLAP],
            events=[],
            attributes=[_attribute(name) for name in sorted(self._attributes)],
        )

    def visual_conf(self) -> str:
        """How labels that brat cannot have as types are shown."""
        shown = [
            f"{kind} | {label}"
            for kind, label in sorted(self._entities.items())
            if "_x" in kind and label.isprintable() and "|" not in label and label.strip()
        ]
        return _sections(labels=shown, drawing=[])


def _attribute(name: str) -> str:
    values = f", Value:{'|'.join(VALUES[name])}" if VALUES[name] else ""
    return f"{name}\tArg:<ENTITY>{values}"


def _sections(**lines: list[str]) -> str:
    return "\n".join("\n".join([f"[{name}]", *each, ""]) for name, each in lines.items())
