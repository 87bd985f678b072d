"""Why the machine suggests something, in the language of the window.

A suggester gives its reason as ``kind: detail, detail``, in English, as it is stored and exported.
What is not in the table (a cue word, a model's name) is shown as it is.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.model import Annotation

from .. import translation

_KINDS = {
    "rule": translation.note("Reasons", "rule"),
    "word list": translation.note("Reasons", "word list"),
    "name": translation.note("Reasons", "name"),
    "cue word": translation.note("Reasons", "cue word"),
    "model": translation.note("Reasons", "model"),
    "learnt": translation.note("Reasons", "learnt"),
}
_REWORDED = {  # stored so, but a source is a document here: these are about who speaks
    "anonymous source": translation.note("Reasons", "speaker without a name"),
    "single source": translation.note("Reasons", "a single speaker"),
}
_DETAILS = (
    translation.note("Reasons", "accusation"),
    translation.note("Reasons", "acronym"),
    translation.note("Reasons", "after a preposition of place"),
    translation.note("Reasons", "after a title"),
    translation.note("Reasons", "after an article"),
    translation.note("Reasons", "after the kind of organisation"),
    translation.note("Reasons", "after the kind of place"),
    translation.note("Reasons", "armed"),
    translation.note("Reasons", "before a verb of saying"),
    translation.note("Reasons", "before an age"),
    translation.note("Reasons", "begins like a place"),
    translation.note("Reasons", "begins like an organisation"),
    translation.note("Reasons", "century"),
    translation.note("Reasons", "cities"),
    translation.note("Reasons", "clause with a verb"),
    translation.note("Reasons", "clock"),
    translation.note("Reasons", "companies"),
    translation.note("Reasons", "contested"),
    translation.note("Reasons", "count"),
    translation.note("Reasons", "countries"),
    translation.note("Reasons", "date"),
    translation.note("Reasons", "date range"),
    translation.note("Reasons", "day"),
    translation.note("Reasons", "decade"),
    translation.note("Reasons", "duration"),
    translation.note("Reasons", "ends like an organisation"),
    translation.note("Reasons", "figure"),
    translation.note("Reasons", "first name"),
    translation.note("Reasons", "first name or surname"),
    translation.note("Reasons", "headline"),
    translation.note("Reasons", "institutions"),
    translation.note("Reasons", "international bodies"),
    translation.note("Reasons", "labelled so in judged articles"),
    translation.note("Reasons", "law"),
    translation.note("Reasons", "linked as before"),
    translation.note("Reasons", "measure"),
    translation.note("Reasons", "media"),
    translation.note("Reasons", "met elsewhere in the article"),
    translation.note("Reasons", "money"),
    translation.note("Reasons", "month"),
    translation.note("Reasons", "name"),
    translation.note("Reasons", "named event"),
    translation.note("Reasons", "nationalities"),
    translation.note("Reasons", "nature"),
    translation.note("Reasons", "near day"),
    translation.note("Reasons", "number"),
    translation.note("Reasons", "part of a year"),
    translation.note("Reasons", "parties and unions"),
    translation.note("Reasons", "percent"),
    translation.note("Reasons", "period"),
    translation.note("Reasons", "place"),
    translation.note("Reasons", "policy relevance"),
    translation.note("Reasons", "potential harm"),
    translation.note("Reasons", "province code"),
    translation.note("Reasons", "public interest"),
    translation.note("Reasons", "regions"),
    translation.note("Reasons", "relabelled so in judged articles"),
    translation.note("Reasons", "reported clause"),
    translation.note("Reasons", "software"),
    translation.note("Reasons", "sport"),
    translation.note("Reasons", "surname of a person named before"),
    translation.note("Reasons", "towns"),
    translation.note("Reasons", "treaty"),
    translation.note("Reasons", "two or three capitals"),
    translation.note("Reasons", "university"),
    translation.note("Reasons", "vehicle"),
    translation.note("Reasons", "war"),
    translation.note("Reasons", "weapon"),
    translation.note("Reasons", "weighed by your corrections"),
    translation.note("Reasons", "year"),
)


def suggested_by(found: Annotation) -> str:
    """Why a machine suggests something, and how sure it is; "" where no machine did."""
    if not found.why:
        return ""
    said = QCoreApplication.translate("ArticlePresenter", "Suggested by {reason}")
    said = said.format(reason=reason(found.why))
    return said if found.confidence is None else f"{said} · {found.confidence * 100:.0f} %"


def reason(why: str) -> str:
    """*why* as a person reads it."""
    kind, colon, details = why.partition(": ")
    if not colon or kind not in _KINDS:
        return why
    said = [
        translation.translated("Reasons", _REWORDED.get(each, each))
        if each in _DETAILS or each in _REWORDED
        else each
        for each in details.split(", ")
    ]
    return f"{translation.translated('Reasons', _KINDS[kind])}: {', '.join(said)}"
