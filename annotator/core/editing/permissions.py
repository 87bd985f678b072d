"""Who may edit what: a layer belongs to its author, with few exceptions that the log names."""

from __future__ import annotations

from ..changes import Change, Edit
from ..exchange.work_package import BRINGS_IN
from ..model import Layer, Role, with_

RENAMES_LABELS = "rename_label"  # reaches into everybody's layers
SETS_STATUS = frozenset({"approve", "request_changes"})  # a reviewer's word about a layer


def may_edit(change: Change, edit: Edit, *, author: str, role: Role) -> bool:
    """Whether *change* may do *edit* to a layer of *author*, or to what is in it.

    Nobody is called “gold”: that layer is everybody's, and the change says whose hand it was. A
    reviewer sets the status of another's layer, and nothing else of it. A merge writes what the
    author did elsewhere, and settling chooses between two such versions.
    """
    if author == change.author or role == "gold" or change.verb in (RENAMES_LABELS, *BRINGS_IN):
        return True
    before, after = edit.before, edit.after
    if change.verb in SETS_STATUS and isinstance(before, Layer) and isinstance(after, Layer):
        return with_(before, status=after.status) == after
    return False
