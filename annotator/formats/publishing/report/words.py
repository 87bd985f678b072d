"""The words of a report, in the language of the article that it is about."""

from __future__ import annotations

from msgspec import Struct


class ReportWords(Struct, frozen=True):
    read_by: str
    claims: str
    one_claim: str
    many_claims: str
    said_by: str
    the_article: str
    in_the_text: str
    no_verdict: str
    superseded: str
    verdicts: dict[str, str]
    stances: dict[str, str]

    def count_of(self, claims: int) -> str:
        return self.one_claim if claims == 1 else self.many_claims.format(count=claims)


_ENGLISH = ReportWords(
    read_by="Read by",
    claims="Claims",
    one_claim="1 claim",
    many_claims="{count} claims",
    said_by="Said by:",
    the_article="the article itself",
    in_the_text="In the text:",
    no_verdict="No verdict yet",
    superseded="Superseded:",
    verdicts={
        "supported": "Supported",
        "refuted": "Refuted",
        "conflicting": "Conflicting evidence",
        "not_enough_evidence": "Not enough evidence",
    },
    stances={"supports": "Supports:", "refutes": "Refutes:", "context": "Context:"},
)
_ITALIAN = ReportWords(
    read_by="Letto da",
    claims="Affermazioni",
    one_claim="1 affermazione",
    many_claims="{count} affermazioni",
    said_by="Lo dice:",
    the_article="l’articolo stesso",
    in_the_text="Nel testo:",
    no_verdict="Ancora nessun verdetto",
    superseded="Superato:",
    verdicts={
        "supported": "Confermata",
        "refuted": "Smentita",
        "conflicting": "Prove contrastanti",
        "not_enough_evidence": "Prove insufficienti",
    },
    stances={"supports": "Conferma:", "refutes": "Smentisce:", "context": "Contesto:"},
)


def words_for(language: str) -> ReportWords:
    return _ITALIAN if language.split("-")[0] == "it" else _ENGLISH
