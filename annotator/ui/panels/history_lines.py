"""What was done to an article, in plain words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from annotator.core.changes import GOING_ON, Change, Edit, undone_ids
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.model import Attribution, Claim, Entity, Judgement, Layer, spans_of
from annotator.core.scheme import Scheme

from .record_forms import captions

_SHORT, _NAMED = 40, 3


class HistoryLine(Struct, frozen=True):
    """A change (or where the article came from), to be listed."""

    number: int  # of the change in the log; 0 for what was before all changes
    what: str
    words: str
    who: str
    when: str
    undone: bool = False
    is_origin: bool = False


def history_lines(
    changes: Iterable[tuple[int, Change]],
    layers: Collection[Layer],
    analyst_view: AnalystView,
    scheme: Scheme,
    language: str,
) -> list[HistoryLine]:
    """Newest first. *changes* are all of the article, in any order.

    Undoing and redoing are no lines of their own: what is undone at present is marked.
    """
    numbered = sorted(changes, key=lambda pair: pair[0], reverse=True)
    undone = undone_ids([change for _, change in numbered])
    names = captions(scheme, language)
    teller = _Teller(analyst_view, scheme, language, names, {layer.id for layer in layers})
    made: list[HistoryLine | None] = []
    ends: dict[str, int] = {}  # by author, of what was typed in one visit to a field: one line
    for number, change in numbered:
        if change.undoes is not None:
            continue
        ends.setdefault(change.author, number)
        if change.verb != GOING_ON:
            end = ends.pop(change.author)
            made.append(teller.line(end, change, undone=change.id in undone))
    return [line for line in made if line is not None] + [*_origins(layers, analyst_view)]


def told(
    changes: Sequence[Change], analyst_view: AnalystView, scheme: Scheme, language: str
) -> str:
    """One decision, made in *changes*, in a line: the deed, the words, when."""
    teller = _Teller(analyst_view, scheme, language, captions(scheme, language), set())
    edits = [edit for change in changes for edit in change.edits]
    line = teller.line(0, replace(changes[0], edits=tuple(edits)), undone=False)
    if line is None:
        return ""
    return ", ".join(part for part in (line.what, line.words, line.when) if part)


class _Teller(Struct):
    """Tells one change in words."""

    analyst_view: AnalystView
    scheme: Scheme
    language: str
    captions: dict[str, str]
    layer_ids: set[str]

    def line(self, number: int, change: Change, *, undone: bool) -> HistoryLine | None:
        whole = change.article_id == self.analyst_view.article.id
        edits = [edit for edit in change.edits if whole or self._is_here(edit)]
        if not edits:
            return None
        return HistoryLine(
            number=number,
            what=self.what(change.verb, edits),
            words=self._words(edits),
            who=who(change.author, self.analyst_view.analyst),
            when=moment(change.at),
            undone=undone,
        )

    def _is_here(self, edit: Edit) -> bool:
        """A change that names no article may reach into many."""
        record = edit.record
        if isinstance(record, Layer):
            return record.article_id == self.analyst_view.article.id
        layer_id = getattr(record, "layer_id", None)
        mine = self.analyst_view.layer.id if self.analyst_view.layer else None
        return layer_id in self.layer_ids or (layer_id is not None and layer_id == mine)

    def what(self, verb: str, edits: list[Edit]) -> str:
        """The deed, with how many things it was done to."""
        count = max(1, len(_marks(edits)) or len(_of(edits, Judgement)))
        label = self._label(edits)
        match verb:
            case "accept":
                return QCoreApplication.translate(
                    "History",
                    "Accepted %n suggestion(s)",
                    None,
                    len(_of(edits, Judgement)) or count,
                )
            case "reject":
                return QCoreApplication.translate(
                    "History",
                    "Rejected %n suggestion(s)",
                    None,
                    len(_of(edits, Judgement)) or count,
                )
            case "mark" | "label_all":
                return QCoreApplication.translate(
                    "History", "Labelled %n place(s) {label}", None, count
                ).format(label=label)
            case "relabel" | "rename_label":
                return QCoreApplication.translate(
                    "History", "Relabelled %n place(s) {label}", None, count
                ).format(label=label)
            case "mark_claim":
                return QCoreApplication.translate("History", "Marked a claim")
            case "amend":
                return QCoreApplication.translate("History", "Changed {fields}").format(
                    fields=self._fields(edits)
                )
            case "move_edge":
                return QCoreApplication.translate("History", "Moved an edge")
            case "add_span":
                return QCoreApplication.translate("History", "Added words to a claim")
            case "attribute":
                return QCoreApplication.translate("History", "Said who asserts a claim")
            case "remove" | "unlabel_all":
                return QCoreApplication.translate(
                    "History", "Removed %n annotation(s)", None, count
                )
            case "submit":
                return QCoreApplication.translate("History", "Submitted the article")
            case "reopen":
                return QCoreApplication.translate("History", "Opened the article again")
            case "revert":
                return QCoreApplication.translate("History", "Went back to an earlier point")
            case "merge":
                return QCoreApplication.translate("History", "Received from elsewhere")
            case "settle":
                return QCoreApplication.translate("History", "Decided between two versions")
            case _:
                return _of_evidence(verb)

    def _label(self, edits: list[Edit]) -> str:
        after = [e.after for e in edits if isinstance(e.after, Entity)]
        codes = dict.fromkeys(entity.label for entity in after)
        return ", ".join(codes)

    def _fields(self, edits: list[Edit]) -> str:
        """Names of the fields that an amendment altered."""
        altered: dict[str, None] = {}
        for edit in edits:
            after = edit.after
            if not isinstance(after, Entity | Claim | Attribution):
                continue
            before = edit.before
            if before is None and after.derived_from:
                before = self.analyst_view.get(after.derived_from)
            if before is not None:
                fields = (f for f in after.__struct_fields__ if f in self.captions)
                altered.update((f, None) for f in fields if getattr(before, f) != getattr(after, f))
        return ", ".join(self.captions[field] for field in altered) or QCoreApplication.translate(
            "History", "fields"
        )

    def _words(self, edits: list[Edit]) -> str:
        """The first few of the words concerned, in quotation marks."""
        text = self.analyst_view.article.text
        said: dict[str, None] = {}
        for record in _marks(edits):
            words = " … ".join(span.of(text) for span in spans_of(record))
            said[_short(words)] = None
        if not said:
            for judgement in _of(edits, Judgement):
                target = self.analyst_view.get(judgement.target_id)
                if isinstance(target, Entity | Claim):
                    said[_short(self.analyst_view.words_of(target))] = None
        named = [f"“{words}”" for words in list(said)[:_NAMED]]
        return ", ".join(named) + (" …" if len(said) > _NAMED else "")


def _of_evidence(verb: str) -> str:
    match verb:
        case "link_evidence":
            return QCoreApplication.translate("History", "Linked a source")
        case "amend_evidence":
            return QCoreApplication.translate("History", "Changed evidence")
        case "unlink_evidence":
            return QCoreApplication.translate("History", "Took evidence away")
        case "carry_evidence":
            return QCoreApplication.translate("History", "Carried evidence over")
        case "decide":
            return QCoreApplication.translate("History", "Gave a verdict")
        case "publish_verdict":
            return QCoreApplication.translate("History", "Said where a verdict is published")
        case "withdraw_verdict":
            return QCoreApplication.translate("History", "Took a verdict back")
        case _:
            return verb


def _marks(edits: list[Edit]) -> list[Entity | Claim]:
    return [e.record for e in edits if isinstance(e.record, Entity | Claim)]


def _of(edits: list[Edit], kind: type[Judgement]) -> list[Judgement]:
    return [e.record for e in edits if isinstance(e.record, kind)]


def _origins(layers: Collection[Layer], analyst_view: AnalystView) -> Iterable[HistoryLine]:
    """Machine runs and the import, newest first."""
    runs = [layer for layer in layers if layer.role == "machine"]
    for layer in sorted(runs, key=lambda each: each.created_at, reverse=True):
        name = layer.author.removeprefix("machine:").replace("@", " ")
        yield HistoryLine(
            number=0,
            what=QCoreApplication.translate("History", "Suggestions arrived"),
            words="",
            who=name,
            when=moment(layer.created_at),
            is_origin=True,
        )
    yield HistoryLine(
        number=0,
        what=QCoreApplication.translate("History", "Imported"),
        words="",
        who=analyst_view.article.publisher or "",
        when=moment(analyst_view.article.imported_at),
        is_origin=True,
    )


def who(author: str, analyst: str) -> str:
    return QCoreApplication.translate("History", "you") if author == analyst else author


def moment(at: str) -> str:
    """A UTC time as the clock on the wall: only the hour for today."""
    time = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    if not time.isValid():
        return at
    local = time.toLocalTime()
    is_today = local.date() == QDateTime.currentDateTime().date()
    return QLocale().toString(local, "HH:mm" if is_today else "d MMM yyyy, HH:mm")


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHORT else words[: _SHORT - 2].rsplit(" ", 1)[0] + " …"
