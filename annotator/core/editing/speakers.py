"""Who speaks in an article: attributions that name the same agent, as one."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from ..model import AgentType, Anonymity, Attribution
from ..text import fold, word_set
from .analyst_view import AnalystView
from .standalone_claim import without_article

_NAMELESS = word_set(
    "fonte fonti funzionario funzionari anonimo anonimi anonima testimone testimoni source "
    "sources official officials insider insiders witness witnesses"
)


class Speaker(Struct, frozen=True):
    """An agent with the attributions that name it, in text order."""

    name: str
    agent_type: AgentType
    anonymity: Anonymity
    kb_id: str | None
    attributions: tuple[Attribution, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of what it says, each once."""
        return tuple(dict.fromkeys(id_ for a in self.attributions for id_ in a.claims))

    @property
    def fields(self) -> dict[str, Any]:
        """What another attribution to the same agent says of it."""
        return {
            "agent": self.name,
            "agent_type": self.agent_type,
            "anonymity": self.anonymity,
            "kb_id": self.kb_id,
        }


def speakers(analyst_view: AnalystView) -> list[Speaker]:
    """Everybody who says something, own and suggested, in the order of their first words."""
    alike: dict[str, list[Attribution]] = {}
    for shown_attribution in analyst_view.shown_attributions:
        if shown_attribution.agent:
            alike.setdefault(_key(shown_attribution.agent), []).append(shown_attribution)
    return [_speaker(each) for each in alike.values()]


def _speaker(said: list[Attribution]) -> Speaker:
    # what a person has said of it counts more than what the machine suggests
    told = next((a for a in said if a.origin != "machine"), said[0])
    return Speaker(told.agent, told.agent_type, told.anonymity, told.kb_id, tuple(said))


def known_as(analyst_view: AnalystView, name: str) -> Speaker | None:
    """The speaker who is called *name*, or for whom these words stood before."""
    wanted = _key(name)
    text = analyst_view.article.text
    for speaker in speakers(analyst_view):
        if _key(speaker.name) == wanted:
            return speaker
        for attribution in speaker.attributions:
            if any(_key(span.of(text)) == wanted for span in attribution.source_spans):
                return speaker
    return None


def fields_for(analyst_view: AnalystView, name: str) -> dict[str, Any]:
    """Who *name* is: as it was said before in the article, else as far as the words tell."""
    speaker = known_as(analyst_view, name)
    if speaker is not None:
        return speaker.fields
    bare = " ".join(name.split())
    if set(fold(bare).split()) & _NAMELESS:
        return {"agent": bare, "anonymity": "anonymous"}
    anonymity: Anonymity = "named" if any(c.isupper() for c in bare) else "collective"
    return {"agent": bare, "anonymity": anonymity}


def _key(name: str) -> str:
    return fold(without_article(name))
