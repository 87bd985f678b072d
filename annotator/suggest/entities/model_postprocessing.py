"""Word lists and the rest of the article, where the encoder has found the names."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..language.mention import Mention
from ..language.word_lists import surnames
from ..model.heads import KINDS
from .context import WordContext
from .gazetteer import find_names

_SURE = 0.6  # of a person, for the surname alone to mean the same one
_CERTAIN = 0.85  # of a listed name
_RANK = 7  # below the encoder, above the lists
_LISTED = 1  # yields to all else
_PARTICLES = frozenset(
    ["De", "Di", "Del", "Della", "D'", "Al", "La", "Lo", "von", "van", "de", "di"]
)


# spaCy is seen as Any
@Language.factory("vaglio_encoder_names", default_config={"code": "it"})  # type: ignore[untyped-decorator]
def make_encoder_names(nlp: Language, name: str, code: str) -> EncoderNames:  # noqa: ARG001
    return EncoderNames(code)


class EncoderNames:
    """Adds to ``doc.user_data["mentions"]`` what lists know and what the article says elsewhere.

    Names of people, places and organisations stay the encoder's; lists give them a subtype, bring
    the labels that it does not know, and the surest of their own where it found nothing. ``doc.user_data["people"]`` may bring earlier surnames.
    """

    def __init__(self, code: str) -> None:
        self.code = code

    def __call__(self, doc: Doc) -> Doc:
        context = WordContext(doc, self.code)
        mentions = doc.user_data.setdefault("mentions", [])
        listed = find_names(context.text, context.words)
        subtypes = {(m.start, m.end, m.label): m.subtype for m in listed}
        places = {(m.start, m.end): m for m in listed if _stays_place(m, context.text)}
        names = [_as_place(m, places) for m in mentions if m.label in KINDS]
        names = [_with_subtype(m, subtypes) for m in names]
        people = doc.user_data.setdefault("people", {})
        learn(context.text, names, people)
        names = [surname_first(context.text, m, people) for m in names]
        mentions[:] = [m for m in mentions if m.label not in KINDS]
        mentions += [m for m in listed if m.label not in KINDS]
        mentions += [m._replace(rank=_LISTED) for m in listed if _is_sure(m)]
        mentions += names + alone(context, names, people)
        return doc


def _is_sure(mention: Mention) -> bool:
    """Whether a list alone can speak where the encoder is silent: countries, cities, bodies."""
    return mention.label in KINDS and mention.confidence >= _CERTAIN


def _stays_place(mention: Mention, text: str) -> bool:
    """Countries, and cities as a dateline has them ("TALLINN,"); a city alone may be its team."""
    is_dateline = text[mention.start : mention.end].isupper() and mention.end - mention.start > 3
    return mention.label == "LOC" and (mention.subtype == "country" or is_dateline)


def _as_place(mention: Mention, places: dict[tuple[int, int], Mention]) -> Mention:
    """A country that acts stays a place, as the scheme has it.

    KIND's news, which the encoder has learnt, make it an organisation ("l'Italia vota contro").
    """
    place = places.get((mention.start, mention.end))
    if mention.label != "ORG" or place is None:
        return mention
    return mention._replace(label="LOC", confidence=place.confidence, why=place.why)


def _with_subtype(mention: Mention, subtypes: dict[tuple[int, int, str], str | None]) -> Mention:
    subtype = subtypes.get((mention.start, mention.end, mention.label))
    return mention._replace(subtype=subtype) if subtype else mention


def learn(text: str, names: list[Mention], people: dict[str, float]) -> None:
    """Add the last names in *names* to *people*, each with the confidence of its bearer."""
    for mention in names:
        if mention.label != "PER" or mention.confidence < _SURE:
            continue
        parts = text[mention.start : mention.end].split()
        if len(parts) > 1 and len(parts[-1]) > 2 and parts[-1][0].isupper():
            last = " ".join(parts[-2:]) if len(parts) > 2 and parts[-2] in _PARTICLES else parts[-1]
            people[last] = max(people.get(last, 0.0), mention.confidence)


def surname_first(text: str, mention: Mention, people: dict[str, float]) -> Mention:
    """A lone word that the encoder doubts is the person who bears it as a surname here."""
    name = text[mention.start : mention.end]
    if mention.label == "PER" or name not in people or mention.confidence >= people[name]:
        return mention
    if mention.confidence >= 0.8 and name not in surnames():
        return mention
    why = "name: surname of a person named before"
    return mention._replace(label="PER", confidence=0.75, why=why, subtype=None)


def alone(context: WordContext, names: list[Mention], people: dict[str, float]) -> list[Mention]:
    """Surnames of *people* that stand where the encoder saw nothing."""
    covered = sorted((m.start, m.end) for m in names)
    why = "name: surname of a person named before"
    added, at = [], 0
    for word in context.words:
        while at < len(covered) and covered[at][1] <= word.start:
            at += 1
        inside = at < len(covered) and covered[at][0] < word.end
        if not inside and word.text in people:
            added.append(Mention(word.start, word.end, "PER", 0.75, why, _RANK))
    return added
