"""All that an annotation says, in words: what accepting it saves is what can be read before.

The card of a claim has what is not as usual, the tool tip and the screen reader have every field.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.core.editing.analyst_view import AnalystView
from annotator.core.model import Attribution, Claim, Entity, Span
from annotator.core.scheme import Scheme

from ..view.margin import FORM
from .suggestion_reasons import suggested_by

_USUAL = {
    "agent_type": "unknown",
    "anonymity": "named",
    "type": "assertion",
    "author_stance": "neutral",
    "certainty": "asserted",
}


_AND = "\u00a0· "  # the dot ends a row, and begins none


def counted_in_words(names: int, claims: int) -> str:
    """``4 names, 1 claim``."""
    parts = []
    if names:
        parts.append(QCoreApplication.translate("JudgingCommands", "%n name(s)", None, names))
    if claims:
        parts.append(QCoreApplication.translate("JudgingCommands", "%n claim(s)", None, claims))
    return ", ".join(parts)


class Telling(NamedTuple):
    """Tells of annotations of *analyst_view*."""

    analyst_view: AnalystView
    scheme: Scheme
    language: str

    def card(self, claim: Claim, said_by: Sequence[Attribution]) -> list[str]:
        """Lines of a claim's card below who says it and how."""
        lines = []
        for each in said_by[:1]:  # its first cue stands beside how it is said, if nothing else does
            is_told = not (each.nested_in or each.source_implicit)
            cues = each.cue_spans[1:] if is_told else each.cue_spans
            said = [_cue(self._place(claim, span)) for span in cues]
            said.append(self._unusual(each))
            lines += [line for line in (_AND.join(part for part in said if part),) if line]
        for number, each in enumerate(said_by[1:], 1):
            parts = (
                self._mode(each),
                self._unusual(each),
                self._chain(each),
                self._words(claim, each),
            )
            named = f"+{number}: {agent_name(self._text, each)}"
            lines.append(_AND.join(part for part in (named, *parts) if part))
        if claim.normalized_text:
            lines.append(f"{FORM}{claim.normalized_text}")
        fields = [self._value("claim", "kind", claim.kind)]
        if claim.time_reference:
            fields.append(self._value("claim", "time_reference", claim.time_reference))
        fields += [self._value("claim", "cw_reasons", each) for each in claim.cw_reasons]
        fields += self._rest(claim)
        lines.append(_AND.join(fields))
        return lines

    def whole(self, found: Entity | Claim) -> list[str]:
        """Every field of an annotation and of who says it, each with its name."""
        if isinstance(found, Entity):
            label = self.scheme.label(found.label)
            words = (
                f"{self.analyst_view.words_of(found)} — {label.named(self.language)} ({label.code})"
            )
            fields = (found.subtype, found.normalized, found.kb_id)
            return [words, *(each for each in fields if each)]
        claim = found
        lines = [f"{FORM}{claim.normalized_text}"] if claim.normalized_text else []
        lines += [
            self._named("claim", "kind", claim.kind),
            self._named("claim", "check_worthiness", claim.check_worthiness),
            self._named("claim", "certainty", claim.certainty),
        ]
        if claim.cw_reasons:
            reasons = [self._value("claim", "cw_reasons", each) for each in claim.cw_reasons]
            caption = self.scheme.attribute("claim", "cw_reasons").name.to(self.language)
            lines.append(f"{caption}: {', '.join(reasons)}")
        if claim.time_reference:
            lines.append(self._named("claim", "time_reference", claim.time_reference))
        lines += self._rest(claim)
        for each in self.analyst_view.attributions_of(claim.id):
            lines += self._attribution(claim, each)
        return lines

    def short(self, found: Entity | Claim) -> str:
        """What of an entity cannot be seen on its words: subtype, normal form, link."""
        if not isinstance(found, Entity):
            return ""
        return _AND.join(each for each in (found.subtype, found.normalized, found.kb_id) if each)

    # -- parts -----------------------------------------------------------------------------

    @property
    def _text(self) -> str:
        return self.analyst_view.article.text

    def _rest(self, claim: Claim) -> list[str]:
        lines = []
        if not claim.verifiable:
            name = self.scheme.attribute("claim", "verifiable").name.to(self.language)
            lines.append(QCoreApplication.translate("Telling", "not: {field}").format(field=name))
        if claim.claim_date:
            lines.append(claim.claim_date)
        if claim.note:
            lines.append(claim.note)
        return lines

    def _attribution(self, claim: Claim, each: Attribution) -> list[str]:
        lines = [agent_name(self._text, each)]
        lines += [self._place(claim, span) for span in each.source_spans]
        lines += [_cue(self._place(claim, span)) for span in each.cue_spans]
        if each.content_spans and each.content_spans != claim.spans:
            words = " … ".join(self._place(claim, span) for span in each.content_spans)
            said = QCoreApplication.translate("Telling", "said: “{words}”")
            lines.append(said.format(words=words))
        for code in ("quote_mode", *_USUAL):
            lines.append(self._named("attribution", code, getattr(each, code)))
        lines.append(each.kb_id or "")
        lines += [self._implicit(each), self._chain(each), each.note]
        lines.append(suggested_by(each))
        outer = self.analyst_view.get(each.nested_in or "")
        if isinstance(outer, Attribution):
            lines += self._attribution(claim, outer)
        return [line for line in lines if line]

    def _unusual(self, each: Attribution) -> str:
        parts = [
            self._value("attribution", code, getattr(each, code))
            for code, usual in _USUAL.items()
            if getattr(each, code) != usual and code != "author_stance"
        ]
        return _AND.join(parts)

    def _mode(self, each: Attribution) -> str:
        parts = [self._value("attribution", "quote_mode", each.quote_mode), self._implicit(each)]
        if each.author_stance != "neutral":
            parts.append(self._value("attribution", "author_stance", each.author_stance))
        return _AND.join(part for part in parts if part)

    def _implicit(self, each: Attribution) -> str:
        said = QCoreApplication.translate("ArticlePresenter", "speaker left out")
        return said if each.source_implicit else ""

    def _chain(self, each: Attribution) -> str:
        outer = self.analyst_view.get(each.nested_in or "")
        if not isinstance(outer, Attribution):
            return ""
        via = QCoreApplication.translate("ArticlePresenter", "via {agent}")
        return via.format(agent=agent_name(self._text, outer))

    def _words(self, claim: Claim, each: Attribution) -> str:
        return _AND.join(_cue(self._place(claim, span)) for span in each.cue_spans)

    def _place(self, claim: Claim, span: Span) -> str:
        """The words of *span*, and the number of their paragraph where it is not the claim's."""
        words = " ".join(span.of(self._text).split())
        number = paragraph_of(self._text, span.start)
        here = {paragraph_of(self._text, each.start) for each in claim.spans}
        return words if number in here else f"{words}, ¶ {number}"

    def _value(self, of: str, code: str, held: object) -> str:
        return self.scheme.attribute(of, code).value(str(held)).name.to(self.language)

    def _named(self, of: str, code: str, held: object) -> str:
        attribute = self.scheme.attribute(of, code)
        return f"{attribute.name.to(self.language)}: {attribute.value(str(held)).name.to(self.language)}"


def agent_name(text: str, attribution: Attribution) -> str:
    """Who says it: the name, else the words, else that nobody is named."""
    if attribution.agent:
        return attribution.agent
    words = " ".join(span.of(text) for span in attribution.source_spans)
    return words or QCoreApplication.translate("ArticlePresenter", "somebody not named")


def paragraph_of(text: str, position: int) -> int:
    """The number of the paragraph that *position* is in, as in the margin."""
    starts, above = _lines(text)
    return 1 + above[bisect_right(starts, position) - 1]


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[list[int], list[int]]:
    """Where each line of *text* begins, and how many lines above it have words."""
    starts, above, at, count = [], [], 0, 0
    for line in text.split("\n"):
        starts.append(at)
        above.append(count)
        at += len(line) + 1
        count += bool(line.strip())
    return starts, above


def _cue(words: str) -> str:
    return QCoreApplication.translate("ArticlePresenter", "cue “{words}”").format(words=words)
