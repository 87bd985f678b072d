"""What the words of a foreign scheme are here: proposed, decided by a person, remembered.

Each kind of word leads from what a file says to what it is here, or to "", which leaves it out. A
word that is not named stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec
from msgspec import Struct

from ..annotated_article import AnnotatedArticle, LayerContents, place_of
from ..model import Attribution, Claim, Entity, with_
from ..scheme import Scheme

MAPPING = "mapping"  # id of the setting
CLAIM = "CLAIM"
#: What a label can be besides a code of the scheme: a claim, or a part of an attribution.
PARTS = {"SOURCE": "source_spans", "CUE": "cue_spans", "CONTENT": "content_spans"}
RELATIONS = ("SAID_BY", "SAYS", "ABOUT", "NESTED_IN", "PART_OF")
#: What an attribute can be: fields of annotations; what else a file says can go into the note.
ATTRIBUTES = ("kb_id", "normalized", "subtype", "note", "normalized_text", "agent", "why")
NOTE = "note"
COLUMNS = ("text", "title", "published", "publisher", "author", "url", "language")
LEFT_OUT = ""


class LabelMapping(Struct, frozen=True):
    """*labels* of spans, *relations* between them, their *attributes*; *columns* of tables."""

    labels: dict[str, str] = {}
    relations: dict[str, str] = {}
    attributes: dict[str, str] = {}
    columns: dict[str, str] = {}

    def __or__(self, newer: LabelMapping) -> LabelMapping:
        """These terms, and where both know a word, what *newer* says of it."""
        return LabelMapping(
            self.labels | newer.labels,
            self.relations | newer.relations,
            self.attributes | newer.attributes,
            self.columns | newer.columns,
        )


class ForeignLabels(Struct):
    """Words of a foreign scheme that were met in files, with how often.

    *columns* have what each was taken for ("" for a detail).
    """

    relations: dict[str, int] = {}
    attributes: dict[str, int] = {}
    columns: dict[str, str] = {}

    def relation(self, name: str) -> None:
        self.relations[name] = self.relations.get(name, 0) + 1

    def attribute(self, name: str) -> None:
        self.attributes[name] = self.attributes.get(name, 0) + 1

    def add(self, more: ForeignLabels) -> None:
        for mine, theirs in (
            (self.relations, more.relations),
            (self.attributes, more.attributes),
        ):
            for name, count in theirs.items():
                mine[name] = mine.get(name, 0) + count
        self.columns |= more.columns


#: Names of usual schemes (OntoNotes, CoNLL-2003, UNER, INCEpTION ...) for what is meant here.
_USUAL: Mapping[str, str] = {
    "PERSON": "PER",
    "PERSONA": "PER",
    "PERSONE": "PER",
    "PEOPLE": "PER",
    "ORGANIZATION": "ORG",
    "ORGANISATION": "ORG",
    "ORGANIZZAZIONE": "ORG",
    "COMPANY": "ORG",
    "LOCATION": "LOC",
    "PLACE": "LOC",
    "LUOGO": "LOC",
    "GPE": "LOC",
    "CITY": "LOC",
    "COUNTRY": "LOC",
    "FAC": "LOC",
    "FACILITY": "LOC",
    "NATIONALITY": "NORP",
    "LANGUAGE": "NORP",
    "WORK_OF_ART": "PRODUCT",
    "PRODOTTO": "PRODUCT",
    "EVENTO": "EVENT",
    "LEGGE": "LAW",
    "DATA": "DATE",
    "ORA": "TIME",
    "PERCENTAGE": "PERCENT",
    "PERCENTUALE": "PERCENT",
    "AMOUNT": "MONEY",
    "SOLDI": "MONEY",
    "NUMBER": "QUANTITY",
    "CARDINAL": "QUANTITY",
    "CLAIM": CLAIM,
    "AFFERMAZIONE": CLAIM,
    "STATEMENT": CLAIM,
}
_USUAL_RELATIONS: Mapping[str, str] = {
    "SPEAKER": "SAID_BY",
    "SOURCE": "SAID_BY",
    "HAS_SOURCE": "SAID_BY",
    "ATTRIBUTED_TO": "SAID_BY",
    "FONTE": "SAID_BY",
    "DETTO_DA": "SAID_BY",
    "CONTENT": "SAYS",
    "HAS_CONTENT": "SAYS",
    "DICE": "SAYS",
    "CLAIM": "ABOUT",
    "TOPIC": "ABOUT",
    "NESTED": "NESTED_IN",
    "PART": "PART_OF",
    "IS_PART_OF": "PART_OF",
    "PARTE_DI": "PART_OF",
}
_USUAL_ATTRIBUTES: Mapping[str, str] = {
    "WIKIDATA": "kb_id",
    "QID": "kb_id",
    "WIKIDATA_ID": "kb_id",
    "KB": "kb_id",
    "IDENTIFIER": "kb_id",
    "ENTITY_LINK": "kb_id",
    "SUBTYPE": "subtype",
    "SOTTOTIPO": "subtype",
    "NORMALIZED": "normalized",
    "NORMALISED": "normalized",
    "CANONICAL": "normalized",
    "COMMENT": "note",
    "COMMENTO": "note",
    "REMARK": "note",
    "NOTES": "note",
    "ANNOTATOR_NOTES": "note",
    "SPEAKER": "agent",
}


def terms_from(body: dict[str, object] | None) -> LabelMapping:
    """The terms in a setting's body; none where there are none."""
    return msgspec.convert(body or {}, LabelMapping)


def unknown(labels: Iterable[str], scheme: Scheme) -> list[str]:
    """Those of *labels* that the scheme has no name for, sorted."""
    return sorted({label for label in labels if scheme.find(scheme.resolve(label)) is None})


def proposed(label: str, scheme: Scheme) -> str | None:
    """What a foreign label probably is here; None where nothing comes to mind."""
    wanted = _fold(label)
    by_name = {_fold(code): code for code in (each.code for each in scheme.offered())}
    for each in scheme.offered():
        for language in ("en", "it"):
            by_name.setdefault(_fold(each.named(language)), each.code)
    bare = wanted.removeprefix("B_").removeprefix("I_")
    for name in (wanted, bare):
        usual = _USUAL.get(name)
        if usual == CLAIM or (usual is not None and scheme.find(usual) is not None):
            return usual
        if name in by_name:
            return by_name[name]
    return None


def proposed_relation(name: str) -> str | None:
    """What a foreign relation probably is here."""
    return _USUAL_RELATIONS.get(_fold(name))


def proposed_attribute(name: str) -> str | None:
    """What a foreign attribute probably is here."""
    return _USUAL_ATTRIBUTES.get(_fold(name))


def mapped(
    annotated_article: AnnotatedArticle,
    mapping: Mapping[str, str],
    leave_out: Callable[[str, Entity], None],
) -> AnnotatedArticle:
    """*annotated_article* with its entities under the labels of here; *leave_out* is told of those left out."""
    if not any(e.label in mapping for c in annotated_article.layers for e in c.entities):
        return annotated_article
    layers = tuple(_layer(contents, mapping, leave_out) for contents in annotated_article.layers)
    return msgspec.structs.replace(annotated_article, layers=layers)


def _layer(
    contents: LayerContents, mapping: Mapping[str, str], leave_out: Callable[[str, Entity], None]
) -> LayerContents:
    entities: list[Entity] = []
    claims, said = list(contents.claims), list(contents.attributions)
    for entity in contents.entities:
        label = mapping.get(entity.label, entity.label)
        if label == LEFT_OUT:
            leave_out(entity.label, entity)
        elif label == CLAIM:
            claims.append(_claim_of(entity))
        elif label in PARTS and entity.label in mapping:
            said.append(_attribution_of(entity, PARTS[label]))
        else:
            entities.append(entity if label == entity.label else with_(entity, label=label))
    return msgspec.structs.replace(
        contents,
        entities=tuple(entities),
        claims=tuple(sorted(claims, key=place_of)),
        attributions=tuple(sorted(said, key=place_of)),
    )


def _claim_of(entity: Entity) -> Claim:
    return Claim(
        id=entity.id,
        layer_id=entity.layer_id,
        spans=(entity.span,),
        origin=entity.origin,
        confidence=entity.confidence,
        why=entity.why,
        unsure=entity.unsure,
        note=entity.note,
        normalized_text=entity.normalized or "",
    )


def _attribution_of(entity: Entity, part: str) -> Attribution:
    base = Attribution(
        id=entity.id,
        layer_id=entity.layer_id,
        origin=entity.origin,
        confidence=entity.confidence,
        why=entity.why,
        unsure=entity.unsure,
        note=entity.note,
    )
    return msgspec.structs.replace(base, **{part: (entity.span,)})


def _fold(name: str) -> str:
    return "_".join(name.upper().replace("-", " ").replace("_", " ").split())
