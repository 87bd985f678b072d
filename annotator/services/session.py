"""One analyst at work on a project: every use case, with no window.

A `Session` joins a store, a name and a scheme. What it does goes through `do`, which saves the
change at once. The command line and the window are two faces of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.core import scheme as schemes
from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import GOING_ON, Change, Edit, change, squash, undone_ids
from annotator.core.editing import annotation_edits
from annotator.core.editing.analyst_view import AnalystView
from annotator.core.errors import ArticleGone, NothingToUndo, WasDeleted
from annotator.core.learning.learned_model import DecisionMemory
from annotator.core.model import Article, Deletion, Layer, Setting, Span, with_
from annotator.core.paths import RESOURCES
from annotator.core.scheme import Scheme
from annotator.core.text import occurrences
from annotator.store import Store, refuse_long_name
from annotator.store.maintenance import delete as deletions
from annotator.suggest import PipelineChoice

from .. import formats
from .learning import SuggestionFilter
from .saving import TO_BE_WAITED_FOR, Saver
from .sources import SourceLibrary

SCHEME = "scheme"
_LONGEST = 500  # characters that a name has, at most
_CONTEXT = 60  # characters on each side of an occurrence in its list


class Occurrence(Struct, frozen=True):
    """One place where some words stand: in which article, and what stands around them."""

    article_id: str
    title: str
    span: Span
    left: str
    words: str
    right: str
    label: str  # of the analyst's own or the suggested entity there, or ""
    inside: frozenset[str]  # labels of the longer entities, own or suggested, that it lies in
    is_submitted: bool


class Session(Saver):
    """An analyst, a store, a scheme."""

    def __init__(self, store: Store, analyst: str, choice: PipelineChoice | None = None) -> None:
        super().__init__(store, analyst)
        self.source_library = SourceLibrary(self)
        self.choice = choice or PipelineChoice()  # of the pipelines that suggest
        self._refinery = SuggestionFilter(store)
        self._scheme: tuple[Setting, Scheme] | None = None

    # -- reading ---------------------------------------------------------------------------

    def analyst_view(self, article_id: str) -> AnalystView:
        """The article as this analyst sees it now, with what waits to be saved.

        Raises:
            ArticleGone: there is no such article any more.
        """
        try:
            annotated_article = self.annotated_article(article_id)
        except KeyError as err:
            raise ArticleGone(
                "This article is no longer in the project", hint="Somebody deleted it for good."
            ) from err
        return AnalystView(self._renamed(annotated_article), self.analyst)

    def _renamed(self, annotated_article: AnnotatedArticle) -> AnnotatedArticle:
        """Machine layers are never rewritten: what was renamed since is led to its new code."""
        scheme = self.scheme
        if not any(label.formerly for label in scheme.labels):
            return annotated_article
        layers = tuple(
            msgspec.structs.replace(
                contents,
                entities=tuple(with_(e, label=scheme.resolve(e.label)) for e in contents.entities),
            )
            if contents.layer.role == "machine"
            else contents
            for contents in annotated_article.layers
        )
        return msgspec.structs.replace(annotated_article, layers=layers)

    def article(self, article_id: str) -> Article:
        """The article alone; raises KeyError where there is none."""
        found = self.store.article(article_id)
        if found is None:
            raise KeyError(article_id)
        return found

    @property
    def scheme(self) -> Scheme:
        """The project's labels; the shipped news scheme until somebody alters it."""
        setting = self.setting(SCHEME)
        if setting is None:
            return default_scheme()
        if self._scheme is None or self._scheme[0] != setting:
            self._scheme = (setting, schemes.scheme_from(setting.body))
        return self._scheme[1]

    # -- doing -----------------------------------------------------------------------------

    def undo(self) -> Change:
        """Take back the analyst's newest change, from whichever session it is."""
        while self.waiting:
            last = self.waiting.pop()
            if last.verb != GOING_ON:
                return last.inverse()
        newest = self.store.undoable(self.analyst)
        while newest is not None:
            done = self._take_back(self._with_emptied_layer(newest))
            if newest.verb != GOING_ON or self.waiting:
                return done
            newest = self.store.undoable(self.analyst)
        raise NothingToUndo("There is nothing left to undo")

    def redo(self) -> Change:
        """Do again what was undone last."""
        self.refuse_while_waiting()
        last = self.store.redoable(self.analyst)
        if last is None:
            raise NothingToUndo("There is nothing left to redo")
        while True:
            done = self._take_back(last)
            following = self.store.redoable(self.analyst)
            if self.waiting or following is None or following.verb != GOING_ON:
                return done
            last = following

    def take_back(self, decision: Sequence[Change]) -> Change:
        """Take back one decision, whatever was done since; *decision* is its changes, oldest first.

        Raises:
            StaleEdit: something that was done since builds on it; nothing was changed.
        """
        self.refuse_while_waiting()
        done = None
        for each in reversed(decision):
            done = self._take_back(self._with_emptied_layer(self._without_layer(each)))
        assert done is not None
        return done

    def _without_layer(self, decision: Change) -> Change:
        """A decision that began a layer, without that, where more stands in the layer now."""
        began = [e.after for e in decision.edits if isinstance(e.after, Layer) and not e.before]
        made = {edit.record.id for edit in decision.edits}
        for layer in began:
            mine = self.analyst_view(layer.article_id).mine
            if mine is not None and any(record.id not in made for record in mine.records()):
                edits = tuple(edit for edit in decision.edits if edit.record.id != layer.id)
                decision = msgspec.structs.replace(decision, edits=edits)
        return decision

    def _with_emptied_layer(self, last: Change) -> Change:
        """A change with the beginning of its layer, where it is the last that stands in the article.

        What nobody has decided on any more is not begun; doing it again begins the layer again.
        """
        mine = self.analyst_view(last.article_id).mine if last.article_id else None
        made = {edit.record.id for edit in last.edits}
        if mine is None or mine.layer.id in made or mine.layer.status != "draft":
            return last
        if any(record.id not in made for record in mine.records()):
            return last
        log = self.store.changes(article_id=last.article_id, author=self.analyst)
        done = [each for _, each in log]
        undone = undone_ids([*done, last.inverse()])
        if any(each.undoes is None and each.id not in undone for each in done):
            return last
        return msgspec.structs.replace(last, edits=(Edit(None, mine.layer), *last.edits))

    def _take_back(self, last: Change) -> Change:
        done = self.do(last.inverse())
        assert done is not None
        return done

    def revert(self, article_id: str, *, to: int) -> Change | None:
        """Bring the analyst's layer of an article back to how it was after change number *to*.

        It is a change of its own: it can be undone, and the history keeps what came between.
        """
        self.refuse_while_waiting()
        later = self.store.changes(article_id=article_id, author=self.analyst, since=to)
        inverses = [each.inverse() for _, each in reversed(later)]
        analyst_view = self.analyst_view(article_id)
        mine = {record.id for record in analyst_view.mine.records()} if analyst_view.mine else set()
        whole = squash(inverses, verb="revert", by=self.analyst)
        layers = {layer.id} if (layer := analyst_view.layer) else set[str]()
        for each in whole.edits:  # one that was taken back as a whole, and comes back
            record = each.record
            if isinstance(record, Layer) and record.author == self.analyst:
                layers |= {record.id} if record.article_id == article_id else set()

        def here(edit: Edit) -> bool:
            record = edit.record
            return record.id in layers or getattr(record, "layer_id", None) in layers

        edits = [edit for edit in whole.edits if edit.record.id in mine or here(edit)]
        return self.do(change("revert", edits, by=self.analyst, article_id=article_id))

    # -- all occurrences -------------------------------------------------------------------

    def occurrences(self, words: str, article_ids: Iterable[str] | None = None) -> list[Occurrence]:
        """Where *words* stand as whole words: in some articles, or in the whole project."""
        if article_ids is None:
            article_ids = self.store.occurrences(words)
        return [each for id_ in article_ids for each in self._occurrences_in(id_, words)]

    def _occurrences_in(self, article_id: str, words: str) -> Iterator[Occurrence]:
        analyst_view = self.analyst_view(article_id)
        text = analyst_view.article.text
        entities = sorted(analyst_view.shown_entities, key=lambda each: each.span)
        longer = [each for each in entities if len(each.span) > len(words)]
        starts = [each.span.start for each in longer]
        for span in occurrences(text, words):
            there = analyst_view.same_span(span)
            yield Occurrence(
                article_id=article_id,
                title=analyst_view.article.title,
                span=span,
                left=text[max(0, span.start - _CONTEXT) : span.start],
                words=span.of(text),
                right=text[span.end : span.end + _CONTEXT],
                label=there.label if there else "",
                inside=frozenset(
                    each.label
                    for each in longer[
                        bisect_left(starts, span.start - _LONGEST) : bisect_right(
                            starts, span.start
                        )
                    ]
                    if each.span != span and each.span.covers(span)
                ),
                is_submitted=analyst_view.status in ("submitted", "approved"),
            )

    def label_occurrences(self, wanted: Sequence[Occurrence], label: str | None) -> Change | None:
        """Label (or, with None, unlabel) many places in many articles as one step."""
        edits: list[Edit] = []
        ids = set()
        ordered = sorted(wanted, key=lambda each: each.article_id)
        for article_id, group in groupby(ordered, key=lambda each: each.article_id):
            analyst_view = self.analyst_view(article_id)
            spans = [each.span for each in group]
            if label is None:
                there = [entity for span in spans if (entity := analyst_view.same_span(span))]
                part = annotation_edits.remove(analyst_view, [entity.id for entity in there])
            else:
                part = annotation_edits.mark(analyst_view, spans, label)
            edits += part.edits
            ids.add(article_id)
        verb = "unlabel_all" if label is None else "label_all"
        article_id = next(iter(ids)) if len(ids) == 1 else None
        return self.do(change(verb, edits, by=self.analyst, article_id=article_id))

    # -- the scheme ------------------------------------------------------------------------

    def set_scheme(
        self, scheme: Scheme, *, renamed: tuple[str, str] | None = None
    ) -> Change | None:
        """Save another scheme; with *renamed* (old code, new code) its annotations follow.

        Machine layers are never rewritten: the scheme leads their old code to the new one.
        """
        old = self.setting(SCHEME)
        body = schemes.to_body(scheme)
        edits = [Edit(old, with_(old, body=body) if old else Setting(id=SCHEME, body=body))]
        if renamed is not None:
            self.refuse_while_waiting()
            before, after = renamed
            edits += [
                Edit(entity, with_(entity, label=after)) for entity in self.store.labelled(before)
            ]
        verb = "rename_label" if renamed else "set_scheme"
        return self.do(change(verb, edits, by=self.analyst))

    # -- in ------------------------------------------------------------------------

    def import_text(
        self, text: str, *, title: str = "", language: str = "", bring_back: bool = False
    ) -> str:
        """Import a pasted text; returns the article's id, also when it was there already.

        *language* is detected where it is not given, which can load a model of 100 MB.

        Raises:
            WasDeleted: it was deleted here for good, and is not to be brought back.
        """
        article = formats.article(text, title=title, language=language, detects=not language)
        if bring_back:
            deletions.overrule(self.store, [article.sha256], by=self.analyst)
        loaded = self.store.load(
            [AnnotatedArticle(article=article)], author=self.analyst, tool="paste"
        )
        for gone in loaded.deleted:
            raise WasDeleted(
                "{who} deleted this article for good on {when}",
                hint="It was not brought back. If it has to be here, that is for you to decide.",
                who=gone.by,
                when=gone.at[:10],
            )
        known = self.store.article_by_sha256(article.sha256)
        assert known is not None
        return known.id

    def deletion_of(self, text: str) -> Deletion | None:
        """The deletion that keeps a pasted text out of the project; None where nothing does."""
        return deletions.deletion_of(self.store, formats.article(text, detects=False).sha256)

    # -- the machine -----------------------------------------------------------------------

    @property
    def memory(self) -> DecisionMemory:
        """What single decisions say: links of names, what is not to be suggested again."""
        return self._refinery.memory

    def remember_anew(self) -> None:
        """Something that many single decisions say at once has come in."""
        self._refinery.forget()

    def refine(self, article_id: str) -> bool:
        """Bring what was learnt into an article's suggestions; whether they are others now."""
        try:
            return self._refinery.refine(article_id)
        except TO_BE_WAITED_FOR:
            if not self.waits:
                raise
            return False  # it can be read as it is


@cache
def default_scheme() -> Scheme:
    """The news scheme as shipped."""
    return schemes.read_scheme(RESOURCES / "schemes" / "news.toml")


def open_session(
    path: Path, *, analyst: str, create: bool = False, readonly: bool = False
) -> Session:
    """A desk on the project at *path*; with *create* it is made where there is none."""
    refuse_long_name(path)
    if create and not path.exists():
        return Session(Store.create(path), analyst)
    return Session(Store.open(path, readonly=readonly), analyst)
