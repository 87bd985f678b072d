"""Native JSON lines: one article × layer a line, nothing lost, byte for byte the same again.

Described field by field in ``docs/formats.md`` and by ``resources/jsonl.schema.json``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ImportFault
from annotator.core.model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Layer,
    Ruling,
    Source,
    Verdict,
)

from ...json_lines import LinePosition, count_keys, explain, first_line, lines, refuse_repeated_keys
from ...spec import Format, ReadRequest, Report
from . import records

encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(records.Line)
_by_id = attrgetter("id")


class _Heading(msgspec.Struct):
    format: str


def recognise(path: Path) -> bool:
    """Whether the first line says that it is ours, of this version or another."""
    line = first_line(path)
    if line.startswith(b'{"format":"vaglio/'):
        return True
    try:
        return msgspec.json.decode(line, type=_Heading).format.startswith("vaglio/")
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False


def write(annotated_articles: Iterable[AnnotatedArticle], out: BinaryIO, report: Report) -> None:
    """Layers in order of their ids, annotations in text order, the rest in order of ids."""
    for annotated_article in annotated_articles:
        for line in lines_of(annotated_article):
            out.write(encoder.encode(line))
            out.write(b"\n")
            report.lines += 1
            report.carried += len(line.entities) + len(line.claims) + len(line.attributions)
            report.carried += len(line.evidence) + len(line.verdicts) + len(line.judgements)
            report.carried += len(line.rulings)


def read(path: Path, reading: ReadRequest) -> Iterator[AnnotatedArticle]:
    """Annotated articles with the layers that stand together in the file."""
    yield from together(lines(path, reading), reading)


def together(
    raws: Iterable[tuple[bytes, LinePosition]], reading: ReadRequest
) -> Iterator[AnnotatedArticle]:
    """Annotated articles of native lines, with the layers that stand together."""
    made: _Together | None = None
    layers: set[str] = set()
    for raw, place in raws:
        try:
            line = _line(raw, place)
            if line.layer is not None:
                _once(line.layer.id, layers, place)
            if made is not None and line.article.id == made.part.id:
                made.same_article(line, place)
            else:
                if made is not None:
                    yield made.annotated_article()
                made = None
                made = _Together(line, place)
            made.add(line, place)
        except ImportFault as fault:
            reading.refuse(fault)
            if reading.is_hopeless:
                return
    if made is not None:
        yield made.annotated_article()


FORMAT = Format(
    name="jsonl",
    title="Vaglio JSON lines (everything)",
    use="Everything, to be read by Vaglio again or by your own scripts.",
    group="vaglio",
    suffixes=(".jsonl",),
    reader=read,
    writer=write,
    joins=True,
    recognise=recognise,
)


def lines_of(annotated_article: AnnotatedArticle) -> Iterator[Any]:
    """A line for each layer; sources that no evidence names are on the first."""
    text = annotated_article.article.text
    article: Any = records.part(annotated_article.article)
    if len(annotated_article.layers) > 1:
        article = msgspec.Raw(encoder.encode(article))
    named = {e.source_id for contents in annotated_article.layers for e in contents.evidence}
    idle = {s.id for s in annotated_article.sources if s.id not in named}
    sources = sorted(annotated_article.sources, key=_by_id)
    if not annotated_article.layers:
        parts = tuple(records.part(s) for s in sources)
        yield records.Line(records.VERSION, article, None, sources=parts)
    for contents in sorted(annotated_article.layers, key=lambda c: c.layer.id):
        wanted = {e.source_id for e in contents.evidence} | idle
        idle = set()
        yield records.Line(
            records.VERSION,
            article,
            records.part(contents.layer),
            tuple([records.entity_part(e, text) for e in sorted(contents.entities, key=_place)]),
            tuple([records.claim_part(c, text) for c in sorted(contents.claims, key=_claim_place)]),
            tuple(
                [
                    records.attribution_part(a, text)
                    for a in sorted(contents.attributions, key=_said_at)
                ]
            ),
            tuple([records.part(s) for s in sources if s.id in wanted]) if wanted else (),
            tuple([records.part(e) for e in sorted(contents.evidence, key=_by_id)]),
            tuple([records.part(v) for v in sorted(contents.verdicts, key=_by_id)]),
            tuple([records.part(j) for j in sorted(contents.judgements, key=_by_id)]),
            tuple([records.part(r) for r in sorted(contents.rulings, key=_by_id)]),
        )


def _place(entity: Entity) -> tuple[int, int, str]:
    return (entity.span.start, -entity.span.end, entity.id)


def _claim_place(claim: Claim) -> tuple[int, int, str]:
    return (claim.spans[0].start, -claim.spans[-1].end, claim.id)


def _said_at(said: Attribution) -> tuple[int, str]:
    spans = said.source_spans + said.cue_spans + said.content_spans
    return (min((s.start for s in spans), default=0), said.id)


def _line(raw: bytes, place: LinePosition) -> Any:
    try:
        line = _decoder.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as err:
        _explain_version(raw, place)
        explain(raw, place, err)
    keys = records.written_keys(line, count_keys(line.article.metadata, place))
    refuse_repeated_keys(raw, place, keys=keys)
    return line


def _explain_version(raw: bytes, place: LinePosition) -> None:
    """Say so where the line is one of ours, but of a version that this Vaglio cannot know."""
    try:
        version = msgspec.json.decode(raw, type=_Heading).format
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return
    if version != records.VERSION:
        raise place.fault(
            "{file}, line {line}: the format is {version}, and this program reads {known}",
            hint="Open it with a newer Vaglio, or keep files of different formats apart.",
            version=version,
            known=records.VERSION,
        )


class _Together:
    """An article and its layers, as they come line by line."""

    def __init__(self, line: Any, place: LinePosition) -> None:
        self.part = line.article
        self.text: str = line.article.text
        self.layers: list[LayerContents] = []
        self.sources: dict[str, Source] = {}
        self.ids: set[str] = set()
        if texts.canonical(self.text) != self.text:
            raise place.fault(
                "{file}, line {line}: the text has line ends or characters that are never stored",
                hint="Import it in the plain form (text and spans), which puts them right.",
            )
        if texts.sha256(self.text) != line.article.sha256:
            raise place.fault(
                "{file}, line {line}: the text is not the one that its sha256 was made of",
                hint="It was altered after the export; export it again.",
            )

    def same_article(self, line: Any, place: LinePosition) -> None:
        if line.article != self.part:
            raise place.fault(
                "{file}, line {line}: another article with the same id as on the line before",
                hint="All lines of an article must tell the same of it.",
            )

    def add(self, line: Any, place: LinePosition) -> None:
        for part in (*line.entities, *line.claims, *line.attributions):
            self._check_quotes(part, place)
        for part in line.sources:
            source = records.record_of(Source, part)
            if self.sources.setdefault(source.id, source) != source:
                raise place.fault(
                    "{file}, line {line}: the outside source {id} differs from an earlier line",
                    hint="All lines must tell the same of an outside source.",
                    id=source.id,
                )
        if line.layer is not None:
            self.layers.append(self._contents(line, place))
        elif any(getattr(line, name) for name in _LISTS):
            raise place.fault(
                "{file}, line {line}: annotations without a layer",
                hint="Say in the layer whose they are.",
            )

    def annotated_article(self) -> AnnotatedArticle:
        return AnnotatedArticle(
            article=records.record_of(Article, self.part),
            layers=tuple(self.layers),
            sources=tuple(self.sources[key] for key in sorted(self.sources)),
        )

    def _contents(self, line: Any, place: LinePosition) -> LayerContents:
        layer = records.record_of(Layer, line.layer, article_id=self.part.id)
        made: dict[str, Any] = {}
        for name, kind in _LISTS.items():
            parts = getattr(line, name)
            for part in parts:
                _once(part.id, self.ids, place)
            made[name] = tuple([_record(kind, part, layer.id, place) for part in parts])
        for item in made["evidence"]:
            if item.source_id not in self.sources:
                raise place.fault(
                    "{file}, line {line}: the outside source {id} is named but not told of",
                    hint="Add it to the outside sources of the line (“sources”).",
                    id=item.source_id,
                )
        return LayerContents(layer=layer, **made)

    def _check_quotes(self, part: Any, place: LinePosition) -> None:
        for quote in records.quotes_of(part):
            if quote.end > len(self.text) or self.text[quote.start : quote.end] != quote.text:
                raise place.fault(
                    "{file}, line {line}: at {start} to {end} the text reads otherwise than {id} says",
                    hint="Offsets count Unicode code points of the text, the end not included.",
                    start=quote.start,
                    end=quote.end,
                    id=part.id,
                )


_LISTS: dict[str, Any] = {
    "entities": Entity,
    "claims": Claim,
    "attributions": Attribution,
    "evidence": Evidence,
    "verdicts": Verdict,
    "judgements": Judgement,
    "rulings": Ruling,
}


def _record(kind: Any, part: Any, layer_id: str, place: LinePosition) -> Any:
    try:
        return records.record_of(kind, part, layer_id=layer_id)
    except ValueError as err:
        raise place.fault(
            "{file}, line {line}: the spans of {id} overlap, are empty or out of order",
            hint="The spans of one annotation stand in text order and do not overlap.",
            id=part.id,
        ) from err


def _once(id: str, seen: set[str], place: LinePosition) -> None:
    if id in seen:
        raise place.fault(
            "{file}, line {line}: the id {id} occurs twice",
            hint="Every record has an id of its own.",
            id=id,
        )
    seen.add(id)
