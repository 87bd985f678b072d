"""Whole layers come in at once, all or nothing, and are recognised when they come again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import UserError
from annotator.core.ids import new_id
from annotator.core.model import (
    Attribution,
    Claim,
    Entity,
    Evidence,
    Judgement,
    Layer,
    Source,
    Span,
    Verdict,
    with_,
)
from annotator.store import Store, check

from ..making import SAMPLE, annotated_article_of, annotations_of, article_of, load, suggest


def full_dossier() -> AnnotatedArticle:
    """An article with one record of every kind, each field away from its default."""
    layer_id = new_id()
    text, [_, _, _], [_] = annotations_of(SAMPLE, layer_id)
    article = article_of(
        text, language="it", publisher="La Sveglia", metadata={"pagina": 3, "è": ["🤔", None, 1.5]}
    )
    layer = Layer(
        id=layer_id, article_id=article.id, author="anna", status="submitted", guideline="2.1"
    )
    common = {"layer_id": layer_id, "unsure": True, "note": "da “rivedere”", "why": "a mano"}
    entity = Entity(
        id=new_id(), span=Span(0, 11), label="PER", subtype="politician", kb_id="Q1", **common
    )
    claim = Claim(
        id=new_id(),
        spans=(Span(0, 5), Span(6, 11)),
        normalized_text="Mario Rossi vive a Roma.",
        verifiable=False,
        kind="quote",
        check_worthiness=3,
        cw_reasons=("figure", "accusation"),
        time_reference="present",
        confidence=0.25,
        **common,
    )
    attribution = Attribution(
        id=new_id(),
        claims=(claim.id,),
        source_spans=(Span(0, 5),),
        cue_spans=(Span(12, 16),),
        agent="ANSA",
        agent_type="media",
        source_implicit=True,
        **common,
    )
    source = Source(id=new_id(), title="Anagrafe", url="https://example.org/", tier="primary")
    evidence = Evidence(
        id=new_id(), claim_id=claim.id, source_id=source.id, stance="refutes", group=2, **common
    )
    verdict = Verdict(
        id=new_id(),
        claim_id=claim.id,
        label="refuted",
        justification="Vive a Milano.",
        strategies=("written_evidence",),
        **common,
    )
    judgement = Judgement(
        id=new_id(), layer_id=layer_id, target_id=new_id(), decision="reject", reason="edge"
    )
    contents = LayerContents(
        layer=layer,
        entities=(entity,),
        claims=(claim,),
        attributions=(attribution,),
        evidence=(evidence,),
        verdicts=(verdict,),
        judgements=(judgement,),
    )
    return AnnotatedArticle(article=article, layers=(contents,), sources=(source,))


def test_every_field_of_every_record_comes_back(store):
    annotated_article = full_dossier()
    load(store, annotated_article)
    assert store.annotated_article(annotated_article.article.id) == annotated_article
    assert list(store.annotated_articles()) == [annotated_article]
    assert check(store) == []


def test_a_record_is_found_by_its_id_alone(store):
    annotated_article = full_dossier()
    load(store, annotated_article)
    for record in (
        *annotated_article.layers[0].records(),
        annotated_article.layers[0].layer,
        *annotated_article.sources,
    ):
        assert store.record(record.id) == record
        assert store.record(record.id, type(record)) == record
    assert store.record("nothing") is None


def test_loading_the_same_again_changes_nothing(store):
    annotated_article = full_dossier()
    load(store, annotated_article)
    again = store.load([annotated_article], author="anna", tool="test")
    assert (again.articles_known, again.layers_known) == (1, 1)
    assert (again.articles_new, again.layers_new, again.annotations) == (0, 0, 0)
    assert again.conflicts == []
    assert list(store.annotated_articles()) == [annotated_article]


def test_the_same_annotations_under_new_ids_are_recognised(store):
    load(store, annotated_article_of(SAMPLE))
    again = store.load([annotated_article_of(SAMPLE)], author="anna", tool="test")
    assert (again.articles_known, again.layers_known, again.conflicts) == (1, 1, [])


def test_another_layer_of_a_known_text_joins_the_article_there_is(store):
    first, second = annotated_article_of(SAMPLE, "anna"), annotated_article_of(SAMPLE, "bruno")
    load(store, first, second)
    assert store.article_count() == 1
    assert {layer.author for layer in store.layers(first.article.id)} == {"anna", "bruno"}
    joined = store.contents(second.layers[0].layer.id)
    assert joined.layer.article_id == first.article.id
    assert joined.entities == second.layers[0].entities


def test_other_annotations_by_the_same_author_are_reported_not_written(store):
    first = annotated_article_of("[Rossi|PER] parla.")
    second = annotated_article_of("[Rossi|ORG] parla.")
    done = store.load([first, second], author="anna", tool="test")
    assert [str(problem) for problem in done.conflicts] == [
        "“Rossi parla.”: anna already has other annotations there; they were kept"
    ]
    assert list(store.annotated_articles()) == [first]


def test_a_layer_that_changed_elsewhere_is_reported_not_written(store):
    annotated_article = full_dossier()
    load(store, annotated_article)
    [contents] = annotated_article.layers
    changed = replace(contents, entities=(with_(contents.entities[0], label="ORG"),))
    done = store.load([replace(annotated_article, layers=(changed,))], author="anna", tool="test")
    assert len(done.conflicts) == 1
    assert list(store.annotated_articles()) == [annotated_article]


def test_annotations_that_are_in_another_layer_already_leave_no_half_layer(store):
    load(store, first := annotated_article_of(SAMPLE, "anna"))
    fresh, entity = new_id(), first.layers[0].entities[1]
    layer = Layer(id=fresh, article_id=first.article.id, author="bruno")
    own = with_(entity, id=new_id(), layer_id=fresh)
    copied = with_(entity, layer_id=fresh)
    second = LayerContents(layer=layer, entities=(own, copied))
    done = store.load([replace(first, layers=(second,))], author="b", tool="test")
    assert len(done.conflicts) == 1
    assert list(store.annotated_articles()) == [first]
    assert check(store) == []


def test_a_span_outside_its_text_keeps_the_layer_out(store):
    annotated_article = annotated_article_of("[Rossi|PER] parla.")
    [contents] = annotated_article.layers
    wrong = replace(contents, entities=(with_(contents.entities[0], span=Span(3, 99)),))
    done = store.load([replace(annotated_article, layers=(wrong,))], author="anna", tool="test")
    assert "99" in str(done.conflicts[0])
    assert store.layers(annotated_article.article.id) == []


def test_an_article_whose_hash_is_of_another_text_is_left_out(store):
    article = with_(article_of("Piove."), sha256=texts.sha256("Nevica."))
    done = store.load([AnnotatedArticle(article=article)], author="anna", tool="test")
    assert len(done.conflicts) == 1
    assert store.article_count() == 0


@pytest.mark.parametrize("where", ["reading", "progress"])
def test_a_load_that_breaks_off_leaves_nothing(store, where):
    def annotated_articles():
        yield annotated_article_of("Uno.")
        yield annotated_article_of("Due.")
        if where == "reading":
            raise UserError("cut off")

    def progress(count):
        if count == 2 and where == "progress":
            raise UserError("cancelled")

    with pytest.raises(UserError):
        store.load(annotated_articles(), author="anna", tool="test", on_progress=progress)
    assert list(store.annotated_articles()) == []
    load(store, annotated_article_of("Tre."))
    assert store.article_count() == 1


def test_nothing_found_differs_from_not_having_looked(store):
    article, layer = suggest(store, "Niente di che.")
    assert store.contents(layer.id).entities == ()
    assert store.without_suggestions("machine:rules@1") == []
    assert store.without_suggestions("machine:rules@2") == [article.id]


def test_a_machine_is_asked_once(store):
    article, layer = suggest(store, SAMPLE)
    again = store.save_suggestions(article.id, layer.author, layer_id=new_id())
    assert again == layer
    assert len(store.contents(layer.id).entities) == 3


def test_dossiers_come_with_the_layers_that_are_wanted(store):
    load(store, annotated_article_of(SAMPLE, "anna"), annotated_article_of(SAMPLE, "bruno"))
    article, _ = suggest(store, SAMPLE)

    def authors(**wanted):
        [annotated_article] = store.annotated_articles(**wanted)
        return [contents.layer.author for contents in annotated_article.layers]

    assert sorted(authors()) == ["anna", "bruno", "machine:rules@1"]
    assert authors(authors=["bruno"]) == ["bruno"]
    assert authors(authors=lambda name: name.startswith("a")) == ["anna"]
    assert authors(roles=["machine"]) == ["machine:rules@1"]
    assert authors(statuses=["approved"]) == []
    assert list(store.annotated_articles(["nothing"])) == []
    assert [d.article for d in store.annotated_articles([article.id])] == [article]


def test_dossiers_come_in_the_order_asked_for_or_that_of_import(store):
    made = [annotated_article_of(f"Numero {n}.") for n in range(5)]
    load(store, *made)
    backwards = [annotated_article.article.id for annotated_article in reversed(made)]
    assert list(store.annotated_articles()) == made
    assert [d.article.id for d in store.annotated_articles(backwards)] == backwards


def test_annotations_are_in_text_order_the_longer_first(store):
    loaded = annotated_article_of("{[Rossi|PER] e [l’[ANSA|ORG] di [Roma|LOC]|ORG]|CLAIM}")
    [contents] = loaded.layers
    shuffled = replace(contents, entities=tuple(reversed(contents.entities)))
    load(store, replace(loaded, layers=(shuffled,)))
    spans = [entity.span for entity in store.contents(contents.layer.id).entities]
    assert spans == sorted(spans, key=lambda s: (s.start, -s.end))


def test_a_read_only_store_refuses_to_load(project):
    with Store.open(project, readonly=True) as store, pytest.raises(UserError, match="reading"):
        load(store, annotated_article_of("Uno."))
