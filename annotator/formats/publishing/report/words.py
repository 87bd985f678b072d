"""The words of a report, and of a review, in the language that it is published in."""

from __future__ import annotations

from msgspec import Struct

from ..checked import CheckedClaim


class ReportWords(Struct, frozen=True, kw_only=True):
    language: str  # BCP 47
    report: str
    title: str  # {article}
    title_of_many: str
    text: str
    claim: str
    read_by: str
    claims: str
    one_claim: str
    many_claims: str
    said_by: str
    the_article: str
    in_the_text: str
    no_verdict: str
    superseded: str
    via: str
    anonymous: str
    collective: str
    archived: str
    published_at: str
    corrections: str
    correction: str  # {date} {claim} {before} {after}
    verdicts: dict[str, str]
    stances: dict[str, str]

    def credit(self, name: str, anonymity: str) -> str:
        """Somebody's name, and that they are not named where that is so."""
        about = {"anonymous": self.anonymous, "collective": self.collective}.get(anonymity)
        return f"{name} ({about})" if about else name

    def count_of(self, claims: int) -> str:
        return self.one_claim if claims == 1 else self.many_claims.format(count=claims)


_ENGLISH = ReportWords(
    language="en",
    report="Fact-checking report",
    title="{article} – fact-checking report",
    title_of_many="{article} and others – fact-checking report",
    text="The article",
    claim="Claim",
    read_by="Read by",
    claims="Claims",
    one_claim="1 claim",
    many_claims="{count} claims",
    said_by="Said by:",
    the_article="the article itself",
    in_the_text="In the text:",
    no_verdict="No verdict yet",
    superseded="Superseded:",
    via="via",
    anonymous="anonymous source",
    collective="several, not named",
    archived="archived copy",
    published_at="Published at:",
    corrections="Corrections",
    correction="{date}: the verdict on claim {claim} was “{before}” and is now “{after}”.",
    verdicts={
        "supported": "Supported",
        "refuted": "Refuted",
        "conflicting": "Conflicting evidence",
        "not_enough_evidence": "Not enough evidence",
    },
    stances={"supports": "Supports:", "refutes": "Refutes:", "context": "Context:"},
)
_ITALIAN = ReportWords(
    language="it",
    report="Rapporto di verifica",
    title="{article} – rapporto di verifica",
    title_of_many="{article} e altri – rapporto di verifica",
    text="L’articolo",
    claim="Affermazione",
    read_by="Letto da",
    claims="Affermazioni",
    one_claim="1 affermazione",
    many_claims="{count} affermazioni",
    said_by="Lo dice:",
    the_article="l’articolo stesso",
    in_the_text="Nel testo:",
    no_verdict="Ancora nessun verdetto",
    superseded="Superato:",
    via="tramite",
    anonymous="fonte anonima",
    collective="più persone, senza nome",
    archived="copia archiviata",
    published_at="Pubblicato in:",
    corrections="Correzioni",
    correction="{date}: il verdetto sull’affermazione {claim} era «{before}», ora è «{after}».",
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


def credit(each: CheckedClaim, words: ReportWords) -> str:
    """Who says it, and through whom: “officials (anonymous source), via The Daily; the mayor”."""
    chains = (
        f", {words.via} ".join(
            words.credit(name, said.anonymity) for said in chain if (name := each.name_of(said))
        )
        for chain in each.chains
    )
    return "; ".join(dict.fromkeys(filter(None, chains)))
