"""What the labels of a foreign scheme are here: proposed, decided by a person, remembered.

A mapping leads a foreign label to a code of the project's scheme, to ``CLAIM``, or to "", which
leaves it out. A label that it does not name stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from .dossier import Dossier, LayerContents, place_of
from .model import Claim, Entity, with_
from .scheme import Scheme

MAPPING = "mapping"  # id of the setting
CLAIM = "CLAIM"
LEFT_OUT = ""
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


def mapping_from(body: dict[str, object] | None) -> dict[str, str]:
    """The mapping in a setting's body; empty where there is none."""
    return msgspec.convert((body or {}).get("labels", {}), dict[str, str])


def unknown(labels: Iterable[str], scheme: Scheme) -> list[str]:
    """Those of *labels* that the scheme has no name for, sorted."""
    return sorted({each for each in labels if scheme.find(scheme.resolve(each)) is None})


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


def mapped(
    dossier: Dossier, mapping: Mapping[str, str], lose: Callable[[str, Entity], None]
) -> Dossier:
    """*dossier* with its entities under the labels of here; *lose* is told of those left out."""
    if not any(e.label in mapping for c in dossier.layers for e in c.entities):
        return dossier
    layers = tuple(_layer(contents, mapping, lose) for contents in dossier.layers)
    return msgspec.structs.replace(dossier, layers=layers)


def _layer(
    contents: LayerContents, mapping: Mapping[str, str], lose: Callable[[str, Entity], None]
) -> LayerContents:
    entities: list[Entity] = []
    claims = list(contents.claims)
    for entity in contents.entities:
        label = mapping.get(entity.label, entity.label)
        if label == LEFT_OUT:
            lose(entity.label, entity)
        elif label == CLAIM:
            claims.append(_claim_of(entity))
        else:
            entities.append(entity if label == entity.label else with_(entity, label=label))
    return msgspec.structs.replace(
        contents, entities=tuple(entities), claims=tuple(sorted(claims, key=place_of))
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


def _fold(name: str) -> str:
    return "_".join(name.upper().replace("-", " ").replace("_", " ").split())
