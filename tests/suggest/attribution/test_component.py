"""Attributions that are suggested: only what a reader of the claim sees that it is said."""

from __future__ import annotations

import pytest

from annotator.formats import article
from annotator.suggest.pipelines.registry import DEFAULT
from annotator.suggest.runtime.suggestions import suggest


def cues(text: str) -> list[str]:
    made = suggest(article(text, language="it"), layer_id="x", by=DEFAULT)
    return [span.of(text) for each in made.attributions for span in each.cue_spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La banca chiude domani. Lo ha detto ieri.", ["ha detto"]),
        ("La banca chiude domani.\n\nLo ha detto ieri Mario Rossi.", ["ha detto"]),
        ("La banca chiude domani.\n\nLo ha detto ieri.", []),
    ],
)
def test_a_cue_in_another_paragraph_than_claim_and_source_is_not_suggested(text, expected):
    assert cues(text) == expected
