"""The article list's filters and counts, and that the counts stay those of the records."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotator.core.changes import Edit, change
from annotator.core.ids import new_id
from annotator.core.model import Entity, Span, with_
from annotator.store import ArticleFilter, Store, check

from ..making import SAMPLE, accepting, annotated_article_of, load, own_layer, relabelling, suggest


def row(store, article, analyst="anna"):
    [found] = store.rows([article.id], analyst)
    return found


def queue(store, **wanted):
    return store.queue(ArticleFilter(analyst="anna", **wanted))


def test_a_new_article_shows_what_is_suggested_and_nothing_of_ones_own(store):
    article, _ = suggest(store, SAMPLE)
    new = row(store, article)
    assert (new.status, new.entities, new.claims, new.undecided) == ("new", 0, 0, 4)
    assert new.has_suggestions
    assert not new.flagged


def test_what_colleagues_have_submitted_is_there_to_review_until_it_is_approved(store):
    article, _ = suggest(store, SAMPLE)
    load(store, annotated_article_of("[Roma|LOC] piove."))
    theirs = own_layer(store, article, "bruno")
    assert queue(store, to_review=True) == []
    submitted = with_(theirs, status="submitted")
    store.apply(change("submit", [Edit(theirs, submitted)], by="bruno", article_id=article.id))
    assert queue(store, to_review=True) == [article.id]
    assert store.queue(ArticleFilter(analyst="bruno", to_review=True)) == []


def test_each_judgement_leaves_one_less_undecided_and_undo_gives_it_back(store):
    article, machine = suggest(store, SAMPLE)
    layer = own_layer(store, article)
    inside = store.contents(machine.id)
    left = [row(store, article).undecided]
    for target in (*inside.entities, *inside.claims):
        done = store.apply(accepting(layer, target, decision="reject"))
        left.append(row(store, article).undecided)
    store.apply(done.inverse())
    left.append(row(store, article).undecided)
    assert left == [4, 3, 2, 1, 0, 1]


def test_a_comment_decides_nothing(store):
    article, machine = suggest(store, SAMPLE)
    target = store.contents(machine.id).entities[0]
    store.apply(accepting(own_layer(store, article), target, decision="comment"))
    assert row(store, article).undecided == 4


def test_what_was_judged_of_an_older_machine_need_not_be_judged_again(store):
    article, old = suggest(store, "[Rossi|PER] e [Roma|LOC]")
    layer = own_layer(store, article)
    store.apply(accepting(layer, *store.contents(old.id).entities, decision="reject"))
    suggest(store, "[Rossi|PER] e [Roma|ORG]", author="machine:rules@2")
    assert row(store, article).undecided == 1


def test_another_analysts_judgements_decide_nothing_for_me(store):
    article, machine = suggest(store, SAMPLE)
    bruno = own_layer(store, article, "bruno")
    store.apply(accepting(bruno, *store.contents(machine.id).entities))
    assert row(store, article, "anna").undecided == 4
    assert row(store, article, "bruno").undecided == 1


def test_the_queue_can_be_filtered_by_everything_it_shows(store):
    first, _ = suggest(store, "[Rossi|PER] parla.")
    second, machine = suggest(store, "{[Roma|LOC] tace|CLAIM}.")
    third, _ = suggest(store, "Niente.")
    inside = store.contents(machine.id)
    layer = own_layer(store, second)
    store.apply(accepting(layer, *inside.entities, *inside.claims))
    assert queue(store) == [first.id, second.id, third.id]
    assert queue(store, status="new") == [first.id, third.id]
    assert queue(store, status="draft") == [second.id]
    assert queue(store, undecided=True) == [first.id]
    assert queue(store, label="LOC") == [second.id]
    assert queue(store, label="event_property") == [second.id]
    assert queue(store, label='"') == []
    assert queue(store, language="und") == queue(store)
    assert queue(store, ids=[third.id, "nothing", first.id], sort="given") == [third.id, first.id]
    assert queue(store, sort="newest") == [third.id, second.id, first.id]
    assert queue(store, sort="title") == [third.id, second.id, first.id]


def test_a_submitted_article_says_so(store):
    article, _ = suggest(store, SAMPLE)
    layer = own_layer(store, article)
    sent = with_(layer, status="submitted")
    store.apply(change("submit", [Edit(layer, sent)], by="anna", article_id=article.id))
    assert row(store, article).status == "submitted"
    assert queue(store, status="submitted") == [article.id]


def test_what_the_queue_counts_beside_its_lines(store):
    first, _ = suggest(store, SAMPLE)
    load(store, annotated_article_of("Un altro [Comune|ORG].", "bruno"))
    own_layer(store, first)
    assert store.statuses("anna") == {"new": 1, "draft": 1}
    assert store.languages() == {"und": 2}


def test_only_what_is_marked_as_unsure(store):
    first, machine = suggest(store, SAMPLE)
    suggest(store, "[Rossi|PER] parla.")
    layer = own_layer(store, first)
    unsure = with_(store.contents(machine.id).entities[0], unsure=True)
    assert queue(store, flagged=True) == []
    store.apply(accepting(layer, unsure))
    assert queue(store, flagged=True) == [first.id]


def test_rows_come_in_the_order_asked_for(store):
    made = [annotated_article_of(f"Numero {n}.").article for n in range(3)]
    articles = [suggest(store, article.text)[0] for article in made]
    wanted = [articles[2].id, "nothing", articles[0].id]
    assert [r.id for r in store.rows(wanted, "anna")] == [articles[2].id, articles[0].id]


def test_labels_in_use_counts_entities_of_all_layers(store):
    load(store, annotated_article_of(SAMPLE, "anna"), annotated_article_of(SAMPLE, "bruno"))
    assert store.labels_in_use() == {"LOC": 2, "ORG": 2, "PER": 2}


def test_statuses_and_languages_are_counted_for_the_filters(store):
    article, _ = suggest(store, SAMPLE)
    suggest(store, "Altro.")
    own_layer(store, article)
    assert store.statuses("anna") == {"new": 1, "draft": 1}
    assert store.statuses("bruno") == {"new": 2}
    assert store.languages() == {"und": 2}


def test_what_is_unsure_is_flagged_until_it_is_sure(store):
    article, machine = suggest(store, SAMPLE)
    layer = own_layer(store, article)
    entity = with_(store.contents(machine.id).entities[0], id=new_id(), layer_id=layer.id)
    doubted = with_(entity, unsure=True)
    store.apply(change("mark", [Edit(None, doubted)], by="anna"))
    assert row(store, article).flagged
    assert queue(store, flagged=True) == [article.id]
    store.apply(change("sure", [Edit(doubted, entity)], by="anna"))
    assert queue(store, flagged=True) == []


def test_what_people_labelled_is_found_by_its_label_and_not_what_machines_did(store):
    load(store, annotated_article := annotated_article_of(SAMPLE))
    suggest(store, SAMPLE)
    assert [e.layer_id for e in store.labelled("PER")] == [annotated_article.layers[0].layer.id]


def test_articles_are_found_by_a_part_of_their_title(store):
    article, _ = suggest(store, SAMPLE)
    assert store.titles_like("ROSSI viv") == [(article.id, article.title)]
    assert store.titles_like("bianchi") == []


WORDS = ("uno", "due", "tre", "quattro")
MARKED = [" ".join(f"[{w}|{label}]" for w in WORDS) for label in ("PER", "ORG")]


class Tallies(RuleBasedStateMachine):
    """Whatever is done in whatever order, `check` counts the same as the tallies."""

    @initialize()
    def begin(self):
        self.store = Store.memory()
        self.article, _ = suggest(self.store, MARKED[0], "machine:m@0")
        self.machines = 1

    @rule(which=st.integers(0, 1))
    def run_a_machine(self, which):
        suggest(self.store, MARKED[which], f"machine:m@{self.machines}")
        self.machines += 1

    @rule(
        author=st.sampled_from(["anna", "bruno"]),
        decision=st.sampled_from(["accept", "reject", "comment"]),
        some=st.sets(st.integers(0, 3), min_size=1),
        pick=st.integers(0, 9),
    )
    def judge(self, author, decision, some, pick):
        machines = [x for x in self.store.layers(self.article.id) if x.role == "machine"]
        inside = self.store.contents(machines[pick % len(machines)].id).entities
        layer = own_layer(self.store, self.article, author)
        self.store.apply(accepting(layer, *(inside[n] for n in some), decision=decision))

    @rule(start=st.integers(0, 5), unsure=st.booleans())
    def mark(self, start, unsure):
        layer = own_layer(self.store, self.article)
        fresh = Entity(
            id=new_id(), layer_id=layer.id, span=Span(start, start + 2), label="X", unsure=unsure
        )
        self.store.apply(change("mark", [Edit(None, fresh)], by="anna"))

    @precondition(lambda self: self.store.layer(self.article.id, "anna"))
    @rule(label=st.sampled_from(["PER", "ORG", "X"]))
    def relabel(self, label):
        layer = self.store.layer(self.article.id, "anna")
        for entity in self.store.contents(layer.id).entities[:1]:
            self.store.apply(relabelling(layer, entity, label))

    @rule(author=st.sampled_from(["anna", "bruno"]), back=st.booleans())
    def walk(self, author, back):
        last = self.store.undoable(author) if back else self.store.redoable(author)
        if last is not None:
            self.store.apply(last.inverse())

    @invariant()
    def nothing_is_wrong(self):
        assert check(self.store) == []

    def teardown(self):
        self.store.close()


Tallies.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestTallies = Tallies.TestCase
