"""What kind of speaker a source is: a name and its type, or nobody in particular."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..language.mention import same_length, word_set
from ..language.word_lists import cue_words

_PRONOUNS = word_set("he she they lui lei egli ella essi io we noi")
_ARTICLES = (
    "il ",
    "lo ",
    "la ",
    "l'",
    "i ",
    "gli ",
    "le ",
    "un ",
    "uno ",
    "una ",
    "un'",
    "the ",
    "a ",
    "an ",
    "lo stesso ",
    "la stessa ",
)


class Agent(NamedTuple):
    name: str
    type: str
    anonymity: str


def agent_of(text: str, span: tuple[int, int], code: str, entities: list[Any]) -> Agent:
    """The speaker that the words *span* of *text* name."""
    said = same_length(text[span[0] : span[1]])
    words = {word.strip(',.«»"').lower() for word in said.replace("'", "' ").split()}
    within = [m for m in entities if span[0] <= m.start and m.end <= span[1]]
    person = next((m for m in within if m.label == "PER"), None)
    if person is not None:
        return Agent(text[person.start : person.end], "person", "named")
    anonymous = words & cue_words(code, "anonymous")
    kind = _type(words, within, code)
    name = _bare(said)
    if anonymous and kind != "document":
        if words & cue_words(code, "experts"):
            kind = "expert"
        elif kind not in ("government", "media"):
            kind = "unknown"
        return Agent(name, kind, "anonymous")
    organisation = next((m for m in within if m.label in ("ORG", "LOC")), None)
    if organisation is not None and kind != "document":
        whole = text[organisation.start : organisation.end]
        leads = organisation.start - span[0] <= 4
        return Agent(whole if leads else name, kind, "named")
    named = any(char.isupper() for char in name)
    if words & _PRONOUNS:
        return Agent(name, "person", "named")
    return Agent(
        name, kind, "named" if named or kind in ("document", "government") else "collective"
    )


def _type(words: set[str], within: list[Any], code: str) -> str:
    for kind in ("document", "media", "expert", "government"):
        key = {"document": "documents", "expert": "experts"}.get(kind, kind)
        if words & cue_words(code, key):
            return kind
    if any(m.subtype == "media" for m in within):
        return "media"
    if any(m.subtype in ("state", "country") for m in within):
        return "government"
    if any(m.label == "ORG" for m in within):
        return "organization"
    if any(m.label == "LOC" for m in within):
        return "government"
    return "unknown"


def _bare(said: str) -> str:
    """*said* on one line, without its article."""
    name = " ".join(said.split())
    lower = name.lower()
    for article in sorted(_ARTICLES, key=len, reverse=True):
        if lower.startswith(article):
            return name[len(article) :]
    return name
