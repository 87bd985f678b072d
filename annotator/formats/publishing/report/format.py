"""A readable report of an article as one page: highlights, claims, evidence, verdicts.

Everything is inside the page and nothing in it runs or is fetched; every foreign word is escaped,
and only addresses of public web pages become links. Written only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain, islice, pairwise
from typing import BinaryIO

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Evidence, Source, Span, Verdict
from annotator.core.urls import BadAddress, canonical, spoken_host
from annotator.core.visible_text import LINES, visible

from ...spec import Format, Report, lose_others
from ..checked import CheckedClaim, checked
from .words import ReportWords, credit, words_for

_SOFT_HYPHEN = "\u00ad"
_WHY = "A report shows what was found, and not how people came to agree on it."


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """One page with a section for each layer of each article."""
    waiting = iter(annotated_articles)
    begun = list(islice(waiting, 2))  # the title names the first, and says that there are more
    out.write(head(begun).encode())
    for annotated_article in chain(begun, waiting):
        for contents in annotated_article.layers:
            for piece in section(annotated_article, contents):
                out.write(piece.encode())
            report.lines += 1
            report.carried += sum(
                len(found)
                for found in (
                    contents.entities,
                    contents.claims,
                    contents.attributions,
                    contents.evidence,
                    contents.verdicts,
                )
            )
            lose_others(report, annotated_article, contents, "judgements rulings", _WHY)
    out.write(b"</main></body></html>\n")


def head(begun: Sequence[AnnotatedArticle]) -> str:
    """How a page begins that has these articles, or these and more."""
    said = words_for(begun[0].article.language if begun else "")
    title = said.title.format(article=begun[0].article.title) if begun else said.report
    if len(begun) > 1:
        title = said.title_of_many.format(article=begun[0].article.title)
    by = [layer.layer.author for each in begun[:1] for layer in each.layers]
    author = f'<meta name="author" content="{_shown(", ".join(by))}">\n' if by else ""
    return f'''<!DOCTYPE html>
<html lang="{said.language}"><head><meta charset="utf-8">
{_SAFE}{author}<title>{_shown(" ".join(title.split()))}</title>
<style>{_STYLE}</style></head><body><main>
'''


# In a browser, light and dark, and on paper: what Qt knows of CSS, too.
_STYLE = """
body { font-family: "Vaglio Serif", Georgia, "Noto Serif", serif; font-size: 12pt;
  line-height: 150%; color: #1c1c1e; background-color: #ffffff; }
.article { max-width: 42em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 20pt; line-height: 120%; }
h2 { font-size: 15pt; margin-top: 24pt; }
h3 { font-size: 13pt; margin-top: 18pt; margin-bottom: 4pt; }
a { color: #1f5f99; }
.muted { color: #66666b; font-size: 10pt; }
.entity { background-color: #e3ecf5; }
.claim { text-decoration: underline; text-decoration-color: #b0631a; }
.number { color: #9a5412; font-weight: bold; }
.verdict { font-weight: bold; }
.supported { color: #1b6e3c; }
.refuted { color: #a3262b; }
.conflicting { color: #8a5a00; }
.not_enough_evidence { color: #4a4a52; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e6e8; background-color: #1a1b1e; }
  a { color: #8cbdf0; }
  .muted { color: #a0a0a8; }
  .entity { background-color: #2a3b4d; }
  .claim { text-decoration-color: #e0964a; }
  .number { color: #e0964a; }
  .supported { color: #6cc490; }
  .refuted { color: #f08a8a; }
  .conflicting { color: #e2b35a; }
  .not_enough_evidence { color: #b8b8c0; }
}
@media print { .article { max-width: none; margin: 0; } h3 { break-after: avoid; } }
"""
_SAFE = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'\">\n"
    '<meta name="referrer" content="no-referrer">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
)


def section(annotated_article: AnnotatedArticle, contents: LayerContents) -> Iterator[str]:
    """An article and what one layer says of it, as HTML."""
    article, said = annotated_article.article, words_for(annotated_article.article.language)
    found = list(checked(annotated_article, contents))
    prefix = f"{contents.layer.id}-"
    foreign = _lang(article.language, said)
    yield f'<div lang="{said.language}" class="article">\n'
    yield f"<h1{foreign}>{_shown(article.title)}</h1>\n"
    about = [article.publisher, article.author, article.published]
    yield f'<p class="muted">{" · ".join(_shown(part) for part in about if part)}'
    yield f"{'<br>' if any(about) else ''}{_link(article.url, article.url or '')}</p>\n"
    yield f'<p class="muted">{_shown(said.read_by)} {_shown(contents.layer.author)} · '
    yield f"{said.count_of(len(found))}</p>\n"
    yield from _corrections(found, said, prefix)
    yield f"<h2>{_shown(said.text)}</h2>\n<div{foreign}>\n"
    for paragraph in _paragraphs(article.text, contents, prefix, said):
        yield f"<p>{paragraph}</p>\n"
    yield "</div>\n"
    if found:
        yield f"<h2>{_shown(said.claims)}</h2>\n"
    for each in found:
        yield from _claim(each, said, prefix)
    yield "</div>\n"


def _corrections(found: Iterable[CheckedClaim], said: ReportWords, prefix: str) -> Iterator[str]:
    """What was published and is another verdict now: on top, with the day."""
    notices = []
    for each in found:
        old, now = each.correction_of, each.verdict
        if old is not None and now is not None and old.label != now.label:
            notice = _shown(said.correction).format(
                date=f'<time datetime="{_shown(now.decided_at[:10])}">'
                f"{_shown(now.decided_at[:10])}</time>",
                claim=f'<a href="#{prefix}{each.number}">{each.number}</a>',
                before=_named(old, said),
                after=_named(now, said),
            )
            notices.append(f"<li>{notice}</li>\n")
    if notices:
        yield f"<h2>{_shown(said.corrections)}</h2>\n<ul>\n{''.join(notices)}</ul>\n"


def _lang(language: str | None, said: ReportWords) -> str:
    """The attribute for words in *language*, where it is another than the report's and known."""
    known = language and language != "und" and language != said.language
    return f' lang="{escape(language or "")}"' if known else ""


# -- the text --------------------------------------------------------------------------------


def _paragraphs(
    text: str, contents: LayerContents, prefix: str, said: ReportWords
) -> Iterator[str]:
    """The paragraphs of the text, with entities and claims marked."""
    entities = [(entity.span, entity.label) for entity in contents.entities]
    claims = [(s, n) for n, claim in enumerate(contents.claims, 1) for s in claim.spans]
    starts: dict[int, list[int]] = {claim.spans[0].start: [] for claim in contents.claims}
    for number, claim in enumerate(contents.claims, 1):
        starts[claim.spans[0].start].append(number)
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            here = Span(at, end)
            inside = [(s, label) for s, label in entities if s.overlaps(here)]
            claimed = [s for s, _ in claims if s.overlaps(here)]
            yield "".join(_marked(text, here, inside, claimed, starts, prefix, said))
        at = end + 1


def _marked(
    text: str,
    here: Span,
    entities: Sequence[tuple[Span, str]],
    claims: Sequence[Span],
    starts: dict[int, list[int]],
    prefix: str,
    words: ReportWords,
) -> Iterator[str]:
    """The words of a paragraph, cut wherever an annotation begins or ends."""
    cuts = {here.start, here.end}
    for span in (*(s for s, _ in entities), *claims):
        cuts |= {at for at in (span.start, span.end) if here.start < at < here.end}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        for number in starts.get(start, ()):
            spoken = f'aria-label="{_shown(words.claim)} {number}"'
            yield f'<sup><a class="number" href="#{prefix}{number}" {spoken}>{number}</a></sup>'
        piece = Span(start, end)
        said = _shown(piece.of(text))
        covering = [(len(s), label) for s, label in entities if s.covers(piece)]
        if covering:
            said = f'<span class="entity" title="{_shown(min(covering)[1])}">{said}</span>'
        if any(s.covers(piece) for s in claims):
            said = f'<span class="claim">{said}</span>'
        yield said


# -- the claims ------------------------------------------------------------------------------


def _claim(each: CheckedClaim, said: ReportWords, prefix: str) -> Iterator[str]:
    foreign = _lang(each.article.language, said)
    yield f'<h3 id="{prefix}{each.number}">{each.number}. '
    yield f"<span{foreign}>{_shown(each.text)}</span></h3>\n"
    if each.verdict is not None:
        yield _verdict(each.verdict, said)
    else:
        yield f'<p class="muted">{_shown(said.no_verdict)}</p>\n'
    speaker = _shown(credit(each, said) or said.the_article)
    yield f'<p><span class="muted">{_shown(said.said_by)}</span> {speaker}</p>\n'
    if each.text != each.words:
        yield f'<p class="muted">{_shown(said.in_the_text)} '
        yield f"<span{foreign}>“{_shown(each.words)}”</span></p>\n"
    if each.evidence:
        items = "".join(f"<li>{_evidence(e, each, said)}</li>\n" for e in each.evidence)
        yield f"<ul>\n{items}</ul>\n"
    for old in each.verdicts[1:]:
        yield f'<p class="muted">{_shown(said.superseded)} {_named(old, said)} '
        yield f"({_shown(old.decided_at[:10])}): {_shown(old.justification)}</p>\n"


def _named(verdict: Verdict, said: ReportWords) -> str:
    label = said.verdicts[verdict.label]
    own = verdict.rating_name
    return _shown(f"{own} ({label})" if own and own != label else label)


def _verdict(verdict: Verdict, said: ReportWords) -> str:
    date = f' <span class="muted">{_shown(verdict.decided_at[:10])}</span>'
    note = f"<br>{_shown(verdict.note)}" if verdict.note else ""
    where = ""
    if verdict.published_url:
        link = _link(verdict.published_url, verdict.published_url)
        where = f'<br><span class="muted">{_shown(said.published_at)}</span> {link}'
    return (
        f'<p><span class="verdict {verdict.label}">{_named(verdict, said)}</span>{date}<br>'
        f"{_shown(verdict.justification)}{note}{where}</p>\n"
    )


def _evidence(evidence: Evidence, each: CheckedClaim, said: ReportWords) -> str:
    source = each.sources.get(evidence.source_id)
    parts = [f"<b>{_shown(said.stances[evidence.stance])}</b> {_source(source, said)}"]
    if evidence.question:
        parts.append(f"{_shown(evidence.question)} <i>{_shown(evidence.answer)}</i>")
    if evidence.quote:
        where = f" ({_shown(evidence.locator)})" if evidence.locator else ""
        parts.append(f"“{_shown(evidence.quote)}”{where}")
    if evidence.note:
        parts.append(f'<span class="muted">{_shown(evidence.note)}</span>')
    return "<br>".join(parts)


def _source(source: Source | None, said: ReportWords) -> str:
    if source is None:
        return ""
    about = [source.publisher, source.author, source.published]
    rest = "".join(f", {_shown(part)}" for part in about if part)
    archived = _link(source.archived_url, said.archived) if source.archived_url else ""
    return _link(source.url, source.title) + rest + (f" · {archived}" if archived else "")


def _link(url: str | None, words: str) -> str:
    """A link where *url* is an address of a public page, with its true host; else the words."""
    try:
        address = canonical(url) if url else ""
    except BadAddress:
        address = ""
    if not address:
        return _shown(words)
    host = "" if words == url else f' <span class="muted">[{_shown(spoken_host(address))}]</span>'
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{_shown(words)}</a>{host}'


FORMAT = Format(
    name="report-html",
    title="Report to read (web page)",
    use="An article to read: highlights, who says what, evidence and verdicts.",
    group="publishing",
    suffixes=(".html",),
    writer=write,
)


def _shown(words: str) -> str:
    """Foreign words in the page: nothing in them acts, and nothing is hidden."""
    return escape(visible(words.replace("\r\n", "\n"), keep=LINES + _SOFT_HYPHEN))
