"""Learning from what analysts decided: lessons, versions, and suggestions refined by them.

A version is kept in the project as two settings, so it is saved, logged, undone and backed up like
all else: ``learned_model`` lists the versions, of which the last is in use, and ``learnt:N`` has what version N
knows. Going back is a version too. A machine's own layer is never altered: what was learnt makes
another one of it, ``machine:NAME@VERSION+N``, as soon as somebody opens the article.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

import msgspec
from msgspec import Struct

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.changes import Change, Edit, change
from annotator.core.editing.analyst_view import Markable, signature
from annotator.core.errors import UserError
from annotator.core.ids import new_id, now
from annotator.core.learning.learned_model import (
    DecisionMemory,
    LearnedModel,
    refine,
    says_the_same,
)
from annotator.core.learning.training_examples import (
    LearningOutcome,
    SuggestionQuality,
    TrainingExample,
)
from annotator.core.model import Layer, Setting, with_
from annotator.store import ArticleFilter, Store
from annotator.store.project import training_examples as records

Progress = Callable[[float, str], None]

VERSIONS = "learnt"
LEAST_ARTICLES = 5
_QUICK_S = 0.02  # memory that is read so quickly is read for every article
_KEPT_S = 60.0  # … else it may be that old


class MeasuredRates(Struct, frozen=True):
    """The figures of a version, as they were measured when it was learnt."""

    entities: float | None = None  # F1
    claims: float | None = None
    worth: float | None = None  # share of the claims found whose check-worthiness is right
    mistakes: float | None = None  # an article


class LearnedVersion(Struct, frozen=True, kw_only=True):
    """A version: what it knows is in the setting ``learnt:{parts}``; 0 is the machine as it ships."""

    number: int
    parts: int
    at: str
    by: str
    articles: int = 0
    before: MeasuredRates = MeasuredRates()
    after: MeasuredRates = MeasuredRates()


class _Versions(Struct, frozen=True):
    versions: tuple[LearnedVersion, ...] = ()


def versions(store: Store) -> tuple[LearnedVersion, ...]:
    """All versions, the one in use last; none as long as nothing was learnt."""
    setting = store.setting(VERSIONS)
    return msgspec.convert(setting.body, _Versions).versions if setting else ()


def finished(store: Store) -> list[str]:
    """Ids of the articles with suggestions that somebody has judged to the end, or submitted."""
    return records.finished(store)


def in_use(store: Store) -> tuple[int, LearnedModel]:
    """The number of the version in use, and what it knows; 0 knows nothing."""
    known = versions(store)
    if not known:
        return 0, LearnedModel()
    return known[-1].number, _parts(store, known[-1].parts)


def _parts(store: Store, number: int) -> LearnedModel:
    setting = store.setting(f"{VERSIONS}:{number}") if number else None
    return msgspec.convert(setting.body, LearnedModel) if setting else LearnedModel()


# -- learning ----------------------------------------------------------------------------------


def learn(store: Store, analyst: str, *, on_progress: Progress | None = None) -> LearningOutcome:
    """Learn from all articles that were judged to the end; nothing is in use before `use`.

    Where several people judged an article, the adjudicated layer counts, else that of *analyst*.

    Raises:
        UserError: too few articles were judged.
    """
    lessons = list(_lessons(store, analyst))
    if len(lessons) < LEAST_ARTICLES:
        raise UserError(
            "Too few articles are judged to learn from them ({count})",
            hint="Judge all suggestions of at least {least} articles, or submit them.",
            count=len(lessons),
            least=LEAST_ARTICLES,
        )
    from annotator.suggest.learning import fit as teaching

    return teaching.learn(lessons, on_progress=on_progress)


def _lessons(store: Store, analyst: str) -> Iterator[TrainingExample]:
    for annotated_article in store.annotated_articles(finished(store)):
        right = _believed(annotated_article.layers, analyst)
        suggested = _machine(annotated_article.layers, refined=False)
        if right is not None and suggested is not None:
            yield TrainingExample(
                annotated_article.article, _judged(suggested, right, annotated_article), right
            )


def _believed(layers: Iterable[LayerContents], analyst: str) -> LayerContents | None:
    """Of the layers that people made the one to believe."""
    people = [c for c in layers if c.layer.role != "machine"]
    order = {"approved": 0, "submitted": 1}
    return min(
        people,
        key=lambda c: (
            c.layer.role != "gold",
            c.layer.author != analyst,
            order.get(c.layer.status, 2),
            c.layer.id,
        ),
        default=None,
    )


def _machine(layers: Iterable[LayerContents], *, refined: bool) -> LayerContents | None:
    """The newest machine layer; without *refined* the newest that no learning has altered."""
    made = [c for c in layers if c.layer.role == "machine" and (refined or not _is_refined(c))]
    return max(made, key=lambda c: (c.layer.created_at, c.layer.id), default=None)


def _is_refined(contents: LayerContents) -> bool:
    return "+" in contents.layer.author


def _judged(
    suggested: LayerContents, right: LayerContents, annotated_article: AnnotatedArticle
) -> LayerContents:
    """*suggested* without what nobody has decided; a layer made without judging decides all."""
    decided = {j.target_id for j in right.judgements if j.decision != "comment"}
    if not decided:
        return suggested
    machines = [c for c in annotated_article.layers if c.layer.role == "machine"]
    settled = {signature(mark) for c in machines for mark in _marks(c) if mark.id in decided}
    settled |= {signature(mark) for mark in _marks(right)}
    return msgspec.structs.replace(
        suggested,
        entities=tuple(e for e in suggested.entities if signature(e) in settled),
        claims=tuple(c for c in suggested.claims if signature(c) in settled),
    )


def _marks(contents: LayerContents) -> Iterator[Markable]:
    yield from contents.entities
    yield from contents.claims


# -- versions ----------------------------------------------------------------------------------


def use(store: Store, learning: LearningOutcome, *, by: str) -> Change:
    """The change that puts what was learnt to use, as a new version."""
    number = _next_number(store)
    version = LearnedVersion(
        number=number,
        parts=number,
        at=now(),
        by=by,
        articles=learning.articles,
        before=rates(learning.before),
        after=rates(learning.after),
    )
    body = msgspec.to_builtins(learning.learned_model)
    parts = Edit(None, Setting(id=f"{VERSIONS}:{number}", body=body))
    return change("learn", [parts, _listed(store, version)], by=by)


def go_back(store: Store, number: int, *, by: str) -> Change:
    """The change that puts version *number* (0: as the machine ships) to use again.

    Raises:
        UserError: there is no such version.
    """
    old = next((v for v in versions(store) if v.number == number), None)
    if old is None and number != 0:
        raise UserError(
            "There is no version {number}",
            hint="There are: {numbers}",
            number=number,
            numbers=", ".join(str(n) for n in (0, *(v.number for v in versions(store)))),
        )
    fields = {"number": _next_number(store), "at": now(), "by": by}
    version = (
        msgspec.structs.replace(old, **fields) if old else LearnedVersion(parts=0, **fields)  # type: ignore[arg-type] # the fields are of several types
    )
    return change("learn", [_listed(store, version)], by=by)


def _listed(store: Store, version: LearnedVersion) -> Edit:
    old = store.setting(VERSIONS)
    body = msgspec.to_builtins(_Versions((*versions(store), version)))
    return Edit(old, with_(old, body=body) if old else Setting(id=VERSIONS, body=body))


def _next_number(store: Store) -> int:
    """A number that no version has or had: one that was undone may have left layers."""
    had = [v.number for v in versions(store)]
    for author in store.authors():
        _, plus, number = author.rpartition("+")
        if plus and number.isdigit():
            had.append(int(number))
    return max(had, default=0) + 1


def rates(figures: SuggestionQuality) -> MeasuredRates:
    return MeasuredRates(
        figures.entities.f1, figures.claims.f1, figures.worthiness.recall, figures.mistakes
    )


# -- suggestions refined -----------------------------------------------------------------------


class SuggestionFilter:
    """Makes of a machine's layers what was learnt and decided since."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._memory = DecisionMemory()
        self._read_at = -_KEPT_S
        self._took_s = 0.0
        self._learned_model: tuple[Setting | None, int, LearnedModel] | None = None

    @property
    def knows_anything(self) -> bool:
        """Whether there is a version, or anything that was decided thrice."""
        return self._version()[0] > 0 or bool(self._remembered())

    @property
    def memory(self) -> DecisionMemory:
        """What single decisions say, at most a minute old."""
        return self._remembered()

    def forget(self) -> None:
        """Read what single decisions say anew when it is asked for next."""
        self._took_s = 0.0

    def refine(self, article_id: str) -> bool:
        """Give an article a layer that says what was learnt; False where it would say nothing new.

        An article gets at most one for each version, so that nothing changes under the analyst's
        hands while they work on it.
        """
        if self._store.readonly or not self.knows_anything:
            return False
        number, learned_model = self._version()
        memory = self._remembered()
        annotated_article = self._store.annotated_article(article_id)
        first = _machine(annotated_article.layers, refined=False)
        newest = _machine(annotated_article.layers, refined=True)
        if first is None or newest is None:
            return False
        author = f"{first.layer.author}+{number}"
        if any(c.layer.author == author for c in annotated_article.layers):
            return False
        layer = Layer(id=new_id(), article_id=article_id, author=author, role="machine")
        made = refine(annotated_article.article.text, first, learned_model, memory, layer=layer)
        if says_the_same(made, newest):
            return False
        self._store.save_suggestions(
            article_id, author, made.entities, made.claims, made.attributions, layer_id=layer.id
        )
        return True

    def _version(self) -> tuple[int, LearnedModel]:
        setting = self._store.setting(VERSIONS)
        if self._learned_model is None or self._learned_model[0] != setting:
            self._learned_model = (setting, *in_use(self._store))
        return self._learned_model[1:]

    def _remembered(self) -> DecisionMemory:
        began = time.monotonic()
        if self._took_s < _QUICK_S or began - self._read_at > _KEPT_S:
            self._memory = records.memory(self._store)
            self._read_at = time.monotonic()
            self._took_s = self._read_at - began
        return self._memory


def refine_all(store: Store, article_ids: Iterable[str]) -> int:
    """Refine the suggestions of many articles; how many got other ones."""
    suggestion_filter = SuggestionFilter(store)
    if not suggestion_filter.knows_anything:
        return 0
    return sum(suggestion_filter.refine(id_) for id_ in article_ids)


def unfinished(store: Store) -> list[str]:
    """Ids of the articles whose suggestions somebody may still judge."""
    done = set(finished(store))
    return [id_ for id_ in store.queue(ArticleFilter(analyst="")) if id_ not in done]
