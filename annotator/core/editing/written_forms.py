"""For which words a stand-alone form was written, as the log of changes has it.

A form that nobody wrote is proposed anew when its claim's words change; one that somebody wrote
stays, and may then say what other words said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from ..changes import GOING_ON, Change, undone_ids
from ..model import Claim, Record, Span

_TYPING = ("amend", GOING_ON)


class WrittenForm(Struct, frozen=True):
    """A form as somebody wrote it, and the words that the claim had then."""

    form: str
    spans: tuple[Span, ...]


def written_forms(
    changes: Iterable[Change], find: Callable[[str], Record | None]
) -> dict[str, WrittenForm]:
    """By claim, the forms that somebody wrote; *changes* of one author, oldest first.

    *find* gives the annotation of any layer with an id.
    """
    found = list(changes)
    undone = undone_ids(found)
    written: dict[str, WrittenForm] = {}
    for change in found:
        if change.undoes is not None or change.id in undone:
            continue
        for edit in change.edits:
            if not isinstance(edit.record, Claim):
                continue
            before, after = edit.before, edit.after
            if not isinstance(after, Claim):
                written.pop(edit.record.id, None)
                continue
            was = before or find(after.derived_from or "")
            if isinstance(was, Claim) and was.normalized_text == after.normalized_text:
                continue
            if change.verb in _TYPING and after.normalized_text:
                written[after.id] = WrittenForm(after.normalized_text, after.spans)
            else:
                written.pop(after.id, None)
    return written
