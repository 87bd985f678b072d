"""How annotations are called in UIMA's world, which WebAnno TSV and the CAS formats share.

Entities are DKPro's ``NamedEntity``, as INCEpTION has them. Claims and what attributions are made
of are ``Statement``, told apart by its ``label``, with the fields of the records as features; one
type, because a layer of relations leads from one type of spans to the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from annotator.core import text as texts

from ..shared.span_graph import CLAIM, ROLES, Node

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
STATEMENT = "webanno.custom.Statement"
RELATION = "webanno.custom.StatementRelation"
IDENTIFIER, VALUE, LABEL = "identifier", "value", "label"
GRAMMAR = "It is about grammar, for which Vaglio has no place."

_OURS = {CLAIM, *ROLES}
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
_GRAMMAR = ("lexmorph.", "segmentation.", "syntax.", "phonetics.", "transform.", "metadata.")
_WIKIDATA = "http://www.wikidata.org/entity/"
_QID = re.compile(r"Q[1-9]\d*")
#: UIMA has a method of that name for every annotation.
_RENAMED = {"type": "attributionType"}
_NAMED = {theirs: ours for ours, theirs in _RENAMED.items()}


class UimaName(Struct, frozen=True, gc=False):
    """A node in UIMA's words: its type, and its features, the label among them."""

    type: str
    features: dict[str, str]


def spoken(node: Node) -> UimaName:
    """How *node* is written."""
    features = {_RENAMED.get(name, name): value for name, value in node.features.items()}
    if node.label in _OURS:
        return UimaName(STATEMENT, {LABEL: node.label, **features})
    id_ = features.pop("kb_id", None)
    if id_ is not None:
        features[IDENTIFIER] = _WIKIDATA + id_ if _QID.fullmatch(id_) else id_
    return UimaName(ENTITY, {VALUE: node.label, **features})


def renamed(name: str) -> str:
    """What a field of a record is called as a feature."""
    return _RENAMED.get(name, name)


def understood(type_: str, features: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The label and the features that a span of *type_* has here.

    The label of a layer of somebody else's is its ``value`` or ``label``, else the first feature
    that says something, else the name of the type; but a type that is called as ours are is that.
    """
    if type_ == ENTITY and len(features) == 1 and (label := features.get(VALUE)):
        return texts.canonical(label), {}
    left = dict(features)
    short = type_.rpartition(".")[2]
    label = short.upper()
    if label not in _OURS:
        saying = [name for name, value in left.items() if value and name != IDENTIFIER]
        chosen = next((name for name in (VALUE, LABEL) if left.get(name)), None)
        chosen = chosen or next(iter(saying if type_ != ENTITY else ()), None)
        label = texts.canonical(left.pop(chosen)) if chosen else short
    if type_ == ENTITY and (iri := left.pop(IDENTIFIER, "")):
        id_ = iri.removeprefix(_WIKIDATA)
        left["kb_id"] = id_ if _QID.fullmatch(id_) else iri
    return label, {_NAMED.get(name, name): value for name, value in left.items()}


def is_grammar(type_: str) -> bool:
    """Whether a layer is DKPro's for parts of speech, syntax and the like, of which we have none."""
    return type_.startswith(_DKPRO) and type_.removeprefix(_DKPRO).startswith(_GRAMMAR)
