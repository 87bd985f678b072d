"""Learning from judged articles: it gains where there is something to learn, and never loses."""

from __future__ import annotations

import random

import pytest

from annotator.core.editing import annotation_edits
from annotator.core.learning.learned_model import LearnedModel
from annotator.core.learning.training_examples import TrainingExample
from annotator.services import learning
from annotator.services.session import Session
from annotator.store import Store
from annotator.suggest.learning.fit import learn
from annotator.suggest.learning.logistic_regression import fit
from tests import lessons


@pytest.fixture
def taught():
    """Twelve judged articles and one that was not opened."""
    with Store.memory() as store:
        ids = lessons.fill(store, 13)
        session = Session(store, "anna")
        for article_id in ids[:12]:
            lessons.judge(session, article_id)
        yield store


def test_a_machine_that_errs_alike_is_set_right(taught):
    made = learning.learn(taught, "anna")
    assert made.articles == 12
    assert made.before.mistakes == 5.0  # a day, an opinion, a priority, and the river twice
    assert made.after.mistakes == 0.0
    assert {part.name: part.kept for part in made.parts} == dict.fromkeys(
        ("names", "entities", "claims", "worth"), True
    )
    assert lessons.RIVER in [name.words for name in made.learned_model.names]


def test_the_gain_is_measured_on_articles_that_were_not_learnt_from(taught):
    """What is told only by the words of one article cannot be gained on another one."""
    rng = random.Random(3)
    found = list(learning._lessons(taught, "anna"))
    luck = []
    for each in found:
        kept = [e for e in each.suggested.entities if rng.random() < 0.5]
        right = each.right.__class__(layer=each.right.layer, entities=tuple(kept))
        luck.append(TrainingExample(each.article, each.suggested, right))
    made = learn(luck)
    assert made.after.mistakes <= made.before.mistakes
    assert (made.after.entities.f1 or 0) < 0.95


def test_what_is_right_already_is_left_as_it_is():
    with Store.memory() as store:
        session = Session(store, "anna")
        for article_id in lessons.fill(store, 8):
            analyst_view = session.analyst_view(article_id)
            session.do(
                annotation_edits.accept(
                    analyst_view, [each.id for each in analyst_view.suggestions]
                )
            )
        made = learning.learn(store, "anna")
    assert not made.gains
    assert made.learned_model == LearnedModel()
    assert made.after == made.before
    assert made.before.mistakes == 0.0


def test_no_figure_is_worse_with_what_is_kept(taught):
    """Whatever analysts decide, by dice too: a part that costs anything is not in what is used."""
    found = list(learning._lessons(taught, "anna"))
    for seed in range(6):
        rng = random.Random(seed)
        dice = [
            TrainingExample(
                each.article,
                each.suggested,
                each.right.__class__(
                    layer=each.right.layer,
                    entities=tuple(e for e in each.right.entities if rng.random() < 0.6),
                    claims=tuple(c for c in each.suggested.claims if rng.random() < 0.5),
                ),
            )
            for each in found
        ]
        made = learn(dice)
        assert (made.after.entities.f1 or 0) >= (made.before.entities.f1 or 0)
        assert (made.after.claims.f1 or 0) >= (made.before.claims.f1 or 0)
        assert (made.after.worthiness.recall or 0) >= (made.before.worthiness.recall or 0)


def test_learning_twice_says_the_same(taught):
    assert (
        learning.learn(taught, "anna").learned_model == learning.learn(taught, "anna").learned_model
    )


def test_progress_goes_up(taught):
    told = []
    learning.learn(taught, "anna", on_progress=lambda share, _what: told.append(share))
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1


def test_the_curve_tells_what_decides_from_what_does_not():
    rng = random.Random(1)
    examples = [{"a": float(n % 2), "noise": float(rng.random() < 0.5)} for n in range(300)]
    right = [each["a"] > 0 for each in examples]
    weights = fit(examples, right)
    assert weights.chance({"a": 1.0}) > 0.95
    assert weights.chance({}) < 0.05
    assert abs(weights.by_name.get("noise", 0.0)) < 1.0


@pytest.mark.parametrize("outcome", [True, False])
def test_one_outcome_alone_gives_finite_odds(outcome):
    weights = fit([{"a": 1.0}] * 5, [outcome] * 5)
    assert 0.0 < weights.chance({"a": 1.0}) < 1.0
    assert (weights.chance({"a": 1.0}) > 0.5) == outcome
