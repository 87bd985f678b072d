"""Reviews as fact-check databases take them, and what is missing in them."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from annotator.core.model import (
    Attribution,
    Entity,
)
from annotator.core.sources.verdict_policy import Rating, VerdictPolicy
from annotator.formats import Unfinished, write

from .sample import SAID, VERA, published, reasons, record, reported, span, with_layer, written


def test_a_review_names_claim_speaker_rating_and_where_it_appeared(tmp_path):
    verdict_policy = VerdictPolicy(
        publisher="Vera",
        publisher_url="https://vera.example",
        ratings=(Rating("Falso", "refuted", 2),),
    )
    content, report = written(tmp_path, "claimreview", verdict_policy, sample=published())
    whole = json.loads(content)
    assert whole["@context"] == "https://schema.org"
    (review,) = whole["@graph"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == SAID
    assert review["url"] == "https://www.vera.example/ponte"
    assert review["inLanguage"] == "it"
    assert review["datePublished"] == "2026-03-06"
    assert review["author"]["name"] == "Vera"
    rating = {"@type": "Rating", "ratingValue": 2, "bestRating": 5, "worstRating": 1}
    assert review["reviewRating"] == rating | {"alternateName": "Falso"}
    claim = review["itemReviewed"]
    assert claim["author"] == {
        "@type": "Person",
        "name": "Bò",
        "sameAs": "http://www.wikidata.org/entity/Q7",
    }
    assert claim["appearance"]["url"] == "https://giornale.example/ponte"
    assert claim["firstAppearance"] == claim["appearance"]
    assert not report.missing
    assert "no verdict" in reasons(report)
    assert "superseded" in reasons(report)


def test_what_a_review_must_have_is_missed_claim_by_claim_before_it_is_written(tmp_path):
    path = tmp_path / "reviews.jsonld"
    path.write_text("the one before")
    with pytest.raises(Unfinished) as refused:
        write([record()], path, format="claimreview")
    named = [(loss.what, loss.where) for loss in refused.value.report.missing]
    where = f"{record().article.title}: “{SAID}”"
    assert named == [
        ("the address of the published fact-check", where),
        ("the publisher of the fact-check", where),
    ]
    assert path.read_text() == "the one before"
    report = write([record()], path, format="claimreview", unfinished=True)
    assert len(report.missing) == 2
    assert "url" not in json.loads(path.read_bytes())["@graph"][0]


def test_a_review_on_somebody_elses_site_is_not_the_newsrooms(tmp_path):
    elsewhere = published("https://altrove.example/ponte")
    with pytest.raises(Unfinished) as refused:
        written(tmp_path, "claimreview", VERA, sample=elsewhere)
    [missing] = refused.value.report.missing
    assert "not on the site of the publisher" in missing.why


@pytest.mark.parametrize(
    ("language", "name"), [("", "Prove insufficienti"), ("en", "Not enough evidence")]
)
def test_a_rating_without_a_name_of_its_own_is_in_the_newsrooms_language(tmp_path, language, name):
    [_, standing] = published(label="not_enough_evidence").layers[0].verdicts
    sample = with_layer(verdicts=(replace(standing, rating_name=""),))
    policy = replace(VERA, language=language)
    content, _ = written(tmp_path, "claimreview", policy, sample=sample)
    rating = json.loads(content)["@graph"][0]["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": name}


def test_a_chain_and_that_nobody_is_named_are_said_in_a_review(tmp_path):
    said = reported(agent="anonimi funzionari", agent_type="government", anonymity="anonymous")
    sample = published()
    sample = replace(sample, layers=(replace(sample.layers[0], attributions=said),))
    content, report = written(tmp_path, "claimreview", VERA, sample=sample)
    claim = json.loads(content)["@graph"][0]["itemReviewed"]
    assert claim["author"] == {
        "@type": "Person",
        "name": "anonimi funzionari",
        "description": "fonte anonima",
    }
    assert claim["contributor"] == [{"@type": "Organization", "name": "Wall Street Journal"}]
    words = "anonimi funzionari (fonte anonima), tramite Wall Street Journal; la Regione"
    assert claim["creditText"] == words
    assert "one author" in reasons(report)


def test_whoever_bears_the_name_of_a_person_is_one(tmp_path):
    named = Entity(id="n2", layer_id="l1", span=span("Bò"), label="PER")
    said = Attribution(
        id="t1",
        layer_id="l1",
        claims=("c1",),
        source_spans=(span("il sindaco Bò"),),
        agent_type="government",
    )
    sample = published()
    layer = replace(sample.layers[0], attributions=(said,), entities=(named,))
    content, _ = written(tmp_path, "claimreview", VERA, sample=replace(sample, layers=(layer,)))
    author = json.loads(content)["@graph"][0]["itemReviewed"]["author"]
    assert author == {"@type": "Person", "name": "il sindaco Bò"}


def test_a_review_names_all_articles_that_have_the_claim_and_the_first(tmp_path):
    later, sooner = published(), record()
    about = replace(sooner.article, id="a0", url="https://altro.example/1", published="2026-03-01")
    layer = replace(sooner.layers[0], verdicts=())
    layer = replace(layer, layer=replace(layer.layer, id="l0", article_id="a0"))
    path = tmp_path / "out"
    both = [later, replace(sooner, article=about, layers=(layer,))]
    write(both, path, format="claimreview", verdict_policy=VERA)
    [review] = json.loads(path.read_bytes())["@graph"]
    addresses = [each["url"] for each in review["itemReviewed"]["appearance"]]
    assert addresses == ["https://altro.example/1", "https://giornale.example/ponte"]
    assert review["itemReviewed"]["firstAppearance"]["url"] == "https://altro.example/1"


def test_a_published_verdict_that_changed_has_both_dates(tmp_path):
    old, standing = record().layers[0].verdicts
    url = "https://vera.example/ponte"
    verdicts = (replace(old, published_url=url), replace(standing, published_url=url))
    content, _ = written(tmp_path, "claimreview", VERA, sample=with_layer(verdicts=verdicts))
    [review] = json.loads(content)["@graph"]
    assert (review["datePublished"], review["dateModified"]) == ("2026-03-05", "2026-03-06")
