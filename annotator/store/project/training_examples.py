"""What people decided about suggestions: which articles are done, which words were rejected."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.core.learning.learned_model import CLAIM, DecisionMemory, Phrase, phrase
from annotator.core.sources.knowledge_base import GAZETTEER, gazetteer_from

from ..database.connection import faults

if TYPE_CHECKING:
    from .store import Store

REJECTED_OFTEN = 3  # alike, and never accepted: it is not shown again

# In the row of the suggestions, `undecided` is how many there are.
_FINISHED = """
SELECT a.id FROM article AS a JOIN tally AS m ON m.n = a.n AND m.author = ''
WHERE EXISTS (
  SELECT 1 FROM tally AS t WHERE t.n = a.n AND t.author <> '' AND t.author NOT LIKE 'machine:%'
  AND (t.status IN ('submitted', 'approved')
    OR (t.undecided = 0 AND (m.undecided > 0 OR t.entities + t.claims > 0))))
ORDER BY a.n
"""
_WORDS = 'substr(x.text, e.start + 1, e."end" - e.start)'
# The words of a claim of several spans are those of its first one.
_DECIDED = """
SELECT {label}, {words}, sum(j.decision = 'reject'), sum(j.decision = 'accept')
FROM judgement AS j
JOIN {kind} AS e ON e.id = j.target_id
JOIN layer AS l ON l.id = e.layer_id
JOIN article AS a ON a.id = l.article_id
JOIN article_text AS x ON x.n = a.n
WHERE j.decision IN ('reject', 'accept')
GROUP BY 1, 2
"""
_LINKS = f"""
SELECT e.label, {_WORDS}, e.kb_id, count(*), max(e.id)
FROM layer AS l
JOIN entity AS e ON e.layer_id = l.id AND e.kb_id IS NOT NULL
JOIN article AS a ON a.id = l.article_id
JOIN article_text AS x ON x.n = a.n
WHERE l.role <> 'machine'
GROUP BY 1, 2, 3 ORDER BY 4, 5
"""


def finished(store: Store) -> list[str]:
    """Ids of the articles with suggestions that somebody has judged to the end or submitted."""
    with faults(store.path):
        return [row[0] for row in store.connection.execute(_FINISHED)]


def memory(store: Store) -> DecisionMemory:
    """What is not to be suggested again, and which links names were given."""
    rejected: Counter[Phrase] = Counter()
    accepted: set[Phrase] = set()
    links: dict[Phrase, str] = {}
    entity = _DECIDED.format(kind="entity", label="e.label", words=_WORDS)
    claim = _DECIDED.format(kind="claim", label=f"'{CLAIM}'", words=_WORDS)
    with faults(store.path):
        for sql in (entity, claim):
            for label, words, no, yes in store.connection.execute(sql):
                key = phrase(label, words)
                rejected[key] += no
                if yes:
                    accepted.add(key)
        # in ascending order of how often and how lately: the last one stays
        for label, words, link, *_ in store.connection.execute(_LINKS):
            links[phrase(label, words)] = link
    often = {key for key, count in rejected.items() if count >= REJECTED_OFTEN}
    listed = gazetteer_from(store.setting(GAZETTEER)).ids
    return DecisionMemory(silenced=frozenset(often - accepted), links=links, listed=listed)
