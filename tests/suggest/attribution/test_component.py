"""Who says it, and who does not: disputes, denials and refusals to comment."""

from __future__ import annotations

from functools import cache

import pytest

from annotator.suggest.pipelines import rules, trained

SAID = [
    # code, text, who is found to say something there, with how sure
    (
        "it",
        "Secondo il gestore, i cantieri aperti sono 12 su 45. L’opposizione contesta le cifre.",
        {"gestore": "asserted"},
    ),
    (
        "it",
        "Il governo ha tagliato i fondi, sostiene il sindacato. Il ministero smentisce la notizia.",
        {"sindacato": "asserted"},
    ),
    (
        "it",
        "L’azienda ha licenziato 120 operai, dice la Fiom. L’azienda respinge le accuse.",
        {"Fiom": "asserted"},
    ),
    ("it", "La Corte non ha commentato la decisione, che costerà 60 milioni di euro.", {}),
    ("it", "Il comune non ha risposto alle domande: i lavori sono fermi da due anni.", {}),
    (
        "it",
        "Il Cremlino ha smentito che i soldati abbiano lasciato la città.",
        {"Cremlino": "denied"},
    ),
    ("it", "Il sindaco nega di aver ricevuto 20mila euro.", {"sindaco": "denied"}),
    (
        "en",
        "The tower failed two inspections, residents say. The owner disputes the claim.",
        {"residents": "asserted"},
    ),
    (
        "en",
        "The council declined to comment on the doors but confirmed that two inspections had failed.",
        {"council": "asserted"},
    ),
    ("en", "The minister denied that residents had been ignored.", {"minister": "denied"}),
    ("en", "The company rejected the allegations. Five people died in the fire.", {}),
]


@cache
def pipeline(kind: str, code: str):
    [suggester] = (rules if kind == "rules" else trained).SUGGESTERS
    return suggester.build(code)


@pytest.mark.parametrize("kind", ["rules", "trained"])
@pytest.mark.parametrize(("code", "text", "said"), SAID)
def test_who_disputes_or_does_not_comment_says_nothing(kind, code, text, said):
    doc = pipeline(kind, code)(text)
    found = {each.agent.name: each.certainty for each in doc.user_data["attributions"]}
    assert found.keys() <= said.keys(), "nobody else says anything"
    if kind == "trained":
        assert found == said
