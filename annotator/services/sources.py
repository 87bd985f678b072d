"""The project's sources, and how its newsroom judges: use cases beside the `Session`, with no window."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from annotator.core.changes import Change, Edit, change
from annotator.core.editing import evidence_edits
from annotator.core.errors import UserError
from annotator.core.model import Evidence, Setting, Source, with_
from annotator.core.sources.verdict_policy import PRACTICE, VerdictPolicy, practice_from, to_body
from annotator.core.urls import mark_of
from annotator.store import SourceRow

from .saving import Saver

_MOST_FOUND = 500


class AddedSource(Struct, frozen=True):
    """A source that was asked for; *change* is None where it was here already."""

    source: Source
    change: Change | None


class SourceLibrary:
    """Finds, adds, edits and removes sources. Every change is in the log and can be undone."""

    def __init__(self, saving: Saver) -> None:
        self._saving = saving
        self._store = saving.store
        self._analyst = saving.analyst

    # -- sources ---------------------------------------------------------------------------

    def find(self, words: str = "", *, limit: int = _MOST_FOUND) -> list[SourceRow]:
        """Sources with all of *words* in title, publisher, author or address; newest first."""
        unsaved = self._saving.unsaved(Source)
        rows = self._store.find_sources(words, limit=limit)
        uses = {row.source.id: row.uses for row in rows}
        known = [s for s in reversed(unsaved.values()) if s is not None and _says(s, words)]
        new = [SourceRow(source, uses.get(source.id, 0)) for source in known]
        return new + [row for row in rows if row.source.id not in unsaved]

    def get(self, id_: str) -> Source | None:
        found = self._saving.unsaved(Source).get(id_, self._store.record(id_, Source))
        return found if isinstance(found, Source) else None

    def known(self, made: Source) -> Source | None:
        """The source of the project that is the same document as *made*."""
        address = made.url or made.archived_url
        mark = mark_of(address) if address else ""
        unsaved = self._saving.unsaved(Source)
        near = [s for s in self._store.sources_like(made, mark) if s.id not in unsaved]
        near += [s for s in unsaved.values() if s is not None]
        return next((s for s in near if evidence_edits.is_same_source(s, made)), None)

    def add(self, **fields: Any) -> AddedSource:
        """A new source, or the one that is the same document. Raises BadAddress."""
        made = evidence_edits.source(**fields)
        if (source := self.known(made)) is not None:
            return AddedSource(source, None)
        return AddedSource(made, self._saving.do(evidence_edits.add_source(made, by=self._analyst)))

    def edit(self, id_: str, *, visit: Change | None = None, **fields: Any) -> Change | None:
        """Other fields of a source; None where nothing changes. Raises BadAddress.

        *visit* is what was saved before in the same visit to the field.
        """
        known = self.get(id_)
        if known is None:
            raise _gone()
        wanted = evidence_edits.edit_source(known, by=self._analyst, **fields)
        if not wanted.edits:
            return None
        after = wanted.edits[0].after
        assert isinstance(after, Source)
        twin = self.known(after)
        if twin is not None and twin.id != id_ and after.url != known.url:
            raise UserError(
                "“{title}” has this address already",
                hint="Link that outside source instead; there is no need for a second one.",
                title=twin.title,
            )
        return self._saving.do(self._saving.going_on(wanted, visit))

    def remove(self, id_: str) -> Change | None:
        """Remove a source that is evidence of nothing."""
        known = self.get(id_)
        if known is None:
            raise _gone()
        used = {claim_id for _, claim_id in self._store.claims_with(id_)}
        linked = self._saving.unsaved(Evidence).values()
        used |= {each.claim_id for each in linked if each is not None and each.source_id == id_}
        if used:
            raise UserError(
                "“{title}” is evidence for claims ({count}) and stays",
                hint="Take the evidence away from its claims first; other people’s too.",
                title=known.title,
                count=len(used),
            )
        return self._saving.do(evidence_edits.remove_source(known, by=self._analyst))

    # -- how it is judged --------------------------------------------------------------------

    @property
    def verdict_policy(self) -> VerdictPolicy:
        """The evidence rule, the newsroom's ratings, in whose name it publishes."""
        setting = self._saving.setting(PRACTICE)
        return practice_from(setting.body if setting else None)

    def practice_edits(self, verdict_policy: VerdictPolicy) -> list[Edit]:
        """What makes *verdict_policy* that of the project; nothing where it is."""
        if verdict_policy == self.verdict_policy:
            return []
        old = self._saving.setting(PRACTICE)
        body = to_body(verdict_policy)
        return [Edit(old, with_(old, body=body) if old else Setting(id=PRACTICE, body=body))]

    def set_practice(self, verdict_policy: VerdictPolicy) -> Change | None:
        wanted = change("set_practice", self.practice_edits(verdict_policy), by=self._analyst)
        return self._saving.do(wanted)


def _says(source: Source, words: str) -> bool:
    """As the store finds it."""
    fields = (source.title, source.publisher, source.author, source.url)
    said = " ".join(field or "" for field in fields).casefold()
    return all(word in said for word in words.casefold().split())


def _gone() -> UserError:
    return UserError(
        "This outside source is no longer in the project",
        hint="Somebody removed it; the list is shown again as it is now.",
    )
