"""Why the machine suggests something, in the language of the window.

A suggester gives its reason as ``kind: detail, detail``, in English, as it is stored and exported.
What is not in the table (a cue word, a model's name) is shown as it is.
"""

from __future__ import annotations

from . import words

_KINDS = {
    "rule": words.note("Reasons", "rule"),
    "word list": words.note("Reasons", "word list"),
    "name": words.note("Reasons", "name"),
    "cue word": words.note("Reasons", "cue word"),
    "model": words.note("Reasons", "model"),
    "learnt": words.note("Reasons", "learnt"),
}
_DETAILS = (
    words.note("Reasons", "accusation"),
    words.note("Reasons", "acronym"),
    words.note("Reasons", "after a preposition of place"),
    words.note("Reasons", "after a title"),
    words.note("Reasons", "after an article"),
    words.note("Reasons", "after the kind of organisation"),
    words.note("Reasons", "after the kind of place"),
    words.note("Reasons", "anonymous source"),
    words.note("Reasons", "armed"),
    words.note("Reasons", "before a verb of saying"),
    words.note("Reasons", "before an age"),
    words.note("Reasons", "begins like a place"),
    words.note("Reasons", "begins like an organisation"),
    words.note("Reasons", "century"),
    words.note("Reasons", "cities"),
    words.note("Reasons", "clause with a verb"),
    words.note("Reasons", "clock"),
    words.note("Reasons", "companies"),
    words.note("Reasons", "contested"),
    words.note("Reasons", "count"),
    words.note("Reasons", "countries"),
    words.note("Reasons", "date"),
    words.note("Reasons", "date range"),
    words.note("Reasons", "day"),
    words.note("Reasons", "decade"),
    words.note("Reasons", "duration"),
    words.note("Reasons", "ends like an organisation"),
    words.note("Reasons", "figure"),
    words.note("Reasons", "first name"),
    words.note("Reasons", "first name or surname"),
    words.note("Reasons", "headline"),
    words.note("Reasons", "institutions"),
    words.note("Reasons", "international bodies"),
    words.note("Reasons", "labelled so in judged articles"),
    words.note("Reasons", "law"),
    words.note("Reasons", "linked as before"),
    words.note("Reasons", "measure"),
    words.note("Reasons", "media"),
    words.note("Reasons", "met elsewhere in the article"),
    words.note("Reasons", "money"),
    words.note("Reasons", "month"),
    words.note("Reasons", "name"),
    words.note("Reasons", "named event"),
    words.note("Reasons", "nationalities"),
    words.note("Reasons", "nature"),
    words.note("Reasons", "near day"),
    words.note("Reasons", "number"),
    words.note("Reasons", "part of a year"),
    words.note("Reasons", "parties and unions"),
    words.note("Reasons", "percent"),
    words.note("Reasons", "period"),
    words.note("Reasons", "place"),
    words.note("Reasons", "policy relevance"),
    words.note("Reasons", "potential harm"),
    words.note("Reasons", "province code"),
    words.note("Reasons", "public interest"),
    words.note("Reasons", "regions"),
    words.note("Reasons", "relabelled so in judged articles"),
    words.note("Reasons", "reported clause"),
    words.note("Reasons", "single source"),
    words.note("Reasons", "software"),
    words.note("Reasons", "sport"),
    words.note("Reasons", "surname of a person named before"),
    words.note("Reasons", "towns"),
    words.note("Reasons", "treaty"),
    words.note("Reasons", "two or three capitals"),
    words.note("Reasons", "university"),
    words.note("Reasons", "vehicle"),
    words.note("Reasons", "war"),
    words.note("Reasons", "weapon"),
    words.note("Reasons", "weighed by your corrections"),
    words.note("Reasons", "year"),
)


def reason(why: str) -> str:
    """*why* as a person reads it."""
    kind, colon, details = why.partition(": ")
    if not colon or kind not in _KINDS:
        return why
    said = [
        words.translated("Reasons", each) if each in _DETAILS else each
        for each in details.split(", ")
    ]
    return f"{words.translated('Reasons', _KINDS[kind])}: {', '.join(said)}"
