"""Names and what they stand for: ids given by hand, remembered, or from the project's own list."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from annotator.core.changes import Change, Edit, change
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.editing.layer_draft import LayerDraft
from annotator.core.learning.learned_model import phrase
from annotator.core.model import Entity
from annotator.core.sources import knowledge_base
from annotator.core.sources.knowledge_base import GAZETTEER

from .. import formats
from .session import Session


class LinkCandidate(Struct, frozen=True):
    """An id that a name may stand for; *is_listed* where the project's list says so."""

    kb_id: str
    is_listed: bool


class ListReadResult(Struct, frozen=True):
    """What came of reading a list: how many names it has, and the numbers of its bad lines."""

    change: Change | None
    names: int
    faults: tuple[int, ...]


def offers(
    session: Session, analyst_view: AnalystView, entity: Entity
) -> tuple[LinkCandidate, ...]:
    """What the words of *entity* stood for before in the project, then what its list says."""
    words = analyst_view.words_of(entity)
    links = session.memory.links
    before = [links.get(phrase(entity.label, words))]
    alike = phrase("", words).words
    before += [id_ for each, id_ in links.items() if each.words == alike]
    before += [
        e.kb_id
        for e in analyst_view.shown_entities
        if e.id != entity.id and phrase("", analyst_view.words_of(e)).words == alike
    ]
    listed = session.memory.listed.get(alike, ())
    link_candidates = [
        LinkCandidate(id_, is_listed=id_ in listed) for id_ in dict.fromkeys(before) if id_
    ]
    known = {each.kb_id for each in link_candidates}
    return tuple(
        link_candidates + [LinkCandidate(id_, is_listed=True) for id_ in listed if id_ not in known]
    )


def link(analyst_view: AnalystView, entity_id: str, kb_id: str | None) -> Change:
    """Give an entity an id, and with it the analyst's others that have the same words and none.

    None takes it away, from this one alone.
    """
    draft = LayerDraft(analyst_view)
    entity = analyst_view.get(entity_id)
    if isinstance(entity, Entity):
        words = analyst_view.words_of(entity)
        draft.take(entity_id, kb_id=kb_id)
        for each in analyst_view.entities if kb_id is not None else ():
            alike = each.label == entity.label and analyst_view.words_of(each) == words
            if alike and each.kb_id is None and each.id != entity_id:
                draft.take(each.id, kb_id=kb_id)
    return draft.change("link_entity")


def read_list(session: Session, path: Path) -> ListReadResult:
    """Add the names of a CSV file to the project's list.

    Raises:
        ImportFault: it is no such file.
    """
    name_list = formats.read_names(path)
    known = session.setting(GAZETTEER)
    after = knowledge_base.with_names(known, name_list.entries)
    done = session.do(change("read_names", [Edit(known, after)], by=session.analyst))
    session.remember_anew()
    return ListReadResult(
        done, len({knowledge_base.key(n) for n, _ in name_list.entries}), tuple(name_list.faults)
    )
