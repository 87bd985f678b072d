"""What fact-checkers hand on: a claim with who says it, the evidence and the verdict that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Article, Attribution, Claim, Entity, Evidence, Source, Verdict

from ..spec import Report

NO_VERDICT = "It has no verdict, and the format holds verdicts."


class CheckedClaim(Struct, frozen=True, kw_only=True):
    """A claim and all that was found out about it; *verdicts* has the one that stands first."""

    article: Article
    claim: Claim
    number: int  # from 1, in the order of the text
    said: tuple[Attribution, ...]
    evidence: tuple[Evidence, ...]
    verdicts: tuple[Verdict, ...]
    sources: dict[str, Source]
    entities: tuple[Entity, ...] = ()  # of the whole article

    @property
    def words(self) -> str:
        """The claim as the article has it, on one line."""
        parts = (span.of(self.article.text) for span in self.claim.spans)
        return " ".join(" … ".join(parts).split())

    @property
    def text(self) -> str:
        """The claim on its own where somebody wrote it, else its words."""
        return self.claim.normalized_text or self.words

    @property
    def verdict(self) -> Verdict | None:
        return self.verdicts[0] if self.verdicts else None

    @property
    def speaker(self) -> str:
        """Who says it, the nearest first where one reports another; "" for the article itself."""
        return "; ".join(dict.fromkeys(name for name in map(self.name_of, self.said) if name))

    @property
    def chains(self) -> list[list[Attribution]]:
        """Who says it, each with who reports them, who reports those …"""
        by_id = {said.id: said for said in self.said}
        found = []
        for nearest in self.said:
            if self.claim.id in nearest.claims:
                chain = [nearest]
                while (outer := by_id.get(chain[-1].nested_in or "")) and outer not in chain:
                    chain.append(outer)
                found.append(chain)
        return found

    @property
    def correction_of(self) -> Verdict | None:
        """The published verdict that the one which stands corrects."""
        return next((old for old in self.verdicts[1:] if old.published_url), None)

    def name_of(self, said: Attribution) -> str:
        words = " … ".join(span.of(self.article.text) for span in said.source_spans)
        return " ".join((said.agent or words).split())

    @property
    def date(self) -> str | None:
        """When it was claimed, as far as is known: EDTF."""
        return self.claim.claim_date or self.article.published

    @property
    def questions(self) -> list[tuple[str, list[Evidence]]]:
        """The evidence by the question that it answers, in the order in which it was linked."""
        found: dict[str, list[Evidence]] = {}
        for each in self.evidence:
            found.setdefault(each.question, []).append(each)
        return list(found.items())


def checked(annotated_article: AnnotatedArticle, contents: LayerContents) -> Iterator[CheckedClaim]:
    """The claims of a layer, in the order of the text."""
    sources = {source.id: source for source in annotated_article.sources}
    for number, claim in enumerate(contents.claims, 1):
        verdicts = [v for v in contents.verdicts if v.claim_id == claim.id]
        yield CheckedClaim(
            article=annotated_article.article,
            claim=claim,
            number=number,
            said=_chain(claim, contents.attributions),
            evidence=tuple(e for e in contents.evidence if e.claim_id == claim.id),
            verdicts=tuple(sorted(verdicts, key=lambda v: (v.decided_at, v.id), reverse=True)),
            sources=sources,
            entities=contents.entities,
        )


def judged(
    annotated_articles: Iterable[AnnotatedArticle], report: Report
) -> Iterator[tuple[CheckedClaim, Verdict]]:
    """The claims that have a verdict; of the others the report is told."""
    for annotated_article in annotated_articles:
        for contents in annotated_article.layers:
            for each in checked(annotated_article, contents):
                if each.verdict is None:
                    lose_of_claim(report, each, "a claim", NO_VERDICT)
                else:
                    yield each, each.verdict
                    count_old(report, each)


def count_old(report: Report, each: CheckedClaim) -> None:
    """Tell of verdicts that were superseded, where a format holds only the one that stands."""
    for _ in each.verdicts[1:]:
        lose_of_claim(
            report, each, "a verdict", "It was superseded, and the format holds one a claim."
        )


def lose_of_claim(report: Report, each: CheckedClaim, what: str, why: str) -> None:
    report.lose(what, why, title=each.article.title, words=each.words)


def _chain(claim: Claim, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Who says the claim, then who reports them, as far as the article goes."""
    by_id = {said.id: said for said in attributions}
    found: dict[str, Attribution] = {}
    waiting = [said for said in by_id.values() if claim.id in said.claims]
    while waiting:
        said = waiting.pop(0)
        if said.id not in found:
            found[said.id] = said
            if (outer := by_id.get(said.nested_in or "")) is not None:
                waiting.append(outer)
    return tuple(found.values())
