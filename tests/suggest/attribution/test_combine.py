"""Cues, sources and contents that were heard one by one, put together."""

from __future__ import annotations

import pytest

from annotator.suggest.attribution import combine, italian

from ..notation import heard


def links(marked: str) -> list[tuple[str, str, list[str]]]:
    """Cue, source and contents of each attribution, as text."""
    doc, sentences, scores = heard(marked)
    ruled = [italian.find(sentence) for sentence in sentences]
    made = []
    for sentence, speeches in zip(sentences, combine.find(sentences, ruled, scores), strict=True):
        for speech in speeches:
            contents = [doc.text[a:b] for a, b in speech.places]
            made.append((_text(sentence, speech.cue), _text(sentence, speech.source), contents))
    return made


def _text(sentence, words) -> str:
    if words is None:
        return ""
    return sentence.text[sentence.words[words[0]].start : sentence.words[words[1] - 1].end]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[s Il ministro] [q ha detto] che [c la legge cambia].",
            [("ha detto", "Il ministro", ["la legge cambia"])],
        ),
        (
            "«[c La legge cambia]», [q ha detto] [s il ministro].",
            [("ha detto", "il ministro", ["La legge cambia"])],
        ),
        (
            "[s Rossi]: «[c la legge cambia]»",
            [("", "Rossi", ["la legge cambia"])],
        ),
        (
            "[c Il ponte è chiuso]. Lo [q scrive] [s il Corriere], che [q cita] [s una fonte].",
            [
                ("scrive", "il Corriere", ["Il ponte è chiuso"]),
                ("cita", "una fonte", ["Il ponte è chiuso"]),
            ],
        ),
        (
            "[s Rossi] [q dice] che [c piove] e [q aggiunge] che [c tira vento].",
            [("dice", "Rossi", ["piove"]), ("aggiunge", "", ["tira vento"])],
        ),
        (
            "«[c Il tetto]», [q dice] [s Bianchi], «[c è crollato]».",
            [("dice", "Bianchi", ["Il tetto", "è crollato"])],
        ),
    ],
)
def test_what_belongs_together_is_put_together(marked, expected):
    assert links(marked) == expected


def test_a_cue_of_the_rules_that_was_not_heard_is_dropped():
    assert links("Il ministro ha detto che la legge cambia.") == []


def test_a_quotation_that_goes_on_in_the_next_sentence_belongs_to_the_cue_before():
    (found,) = links("«[c Il tetto è crollato]», [q dice] [s Bianchi]. «[c Nessuno è ferito]».")
    assert found[2] == ["Il tetto è crollato", "Nessuno è ferito"]


def test_nothing_is_taken_from_another_paragraph():
    (found,) = links("[s Bianchi] [q parla].\n\n«[c Nessuno è ferito]».")
    assert found[2] == []


def test_no_sentences_no_attributions():
    assert links(" \n ") == []
