"""The hand-marked articles: what is read from them, and that the shipped ones are in order."""

from __future__ import annotations

import pytest

from annotator.core.paths import RESOURCES
from tools.train import corpus

MARKED = """<corpus licence="CC0-1.0"><article id="x1" language="it" genre="agency">
<title><s a="1" who="person">Rossi</s>: «<c n="1" by="1" worth="2" time="future">Apriremo a marzo</c>»</title>
<p><s a="2" who="media">Il Corriere</s> <q a="2">scrive</q> che <c n="2" by="2">la fabbrica ha chiuso</c> \
e <c n="3" by="2" kind="numerical" worth="3" reasons="figure">ha licenziato 200 operai</c>, \
<q a="3" in="2">citando</q> <s a="3" anonymity="anonymous">una fonte</s>, e <x a="3">ne è lieto</x>.</p>
<p>«<c n="4" by="4">Il tetto</c>», <q a="4" mode="direct" implicit="2">dice</q>, «<c n="4">è crollato</c>».</p>
</article></corpus>"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "it-x.xml"
    path.write_text(MARKED, encoding="utf-8")
    (found,) = corpus.read(path)
    return found


def of(article, places):
    return [article.text[start:end] for start, end in places]


def test_paragraphs_are_parted_by_an_empty_line(article):
    assert article.text.startswith("Rossi: «Apriremo a marzo»\n\nIl Corriere scrive")
    assert (article.id, article.language) == ("x1", "it")


def test_a_claim_has_its_values_and_the_usual_ones(article):
    first, third = article.claims["1"], article.claims["3"]
    assert of(article, first.places) == ["Apriremo a marzo"]
    assert (first.worth, first.time, first.kind, first.by) == (
        2,
        "future",
        "event_property",
        ("1",),
    )
    assert (third.kind, third.worth, third.reasons) == ("numerical", 3, ("figure",))


def test_an_interrupted_claim_has_both_its_parts(article):
    assert of(article, article.claims["4"].places) == ["Il tetto", "è crollato"]


def test_an_attribution_has_source_cue_and_the_claims_it_says_as_content(article):
    paper = article.attributions["2"]
    assert of(article, paper.source) == ["Il Corriere"]
    assert of(article, paper.cue) == ["scrive"]
    assert of(article, paper.content) == ["la fabbrica ha chiuso e ha licenziato 200 operai"]


def test_chains_and_dropped_subjects_are_kept(article):
    assert article.attributions["3"].within == "2"
    assert article.attributions["3"].anonymity == "anonymous"
    assert of(article, article.attributions["3"].content) == ["ne è lieto"]
    assert article.attributions["4"].same_as == "2"


def test_an_unknown_mark_is_refused(tmp_path):
    path = tmp_path / "it-x.xml"
    path.write_text(MARKED.replace("<x ", "<z ").replace("</x>", "</z>"), encoding="utf-8")
    with pytest.raises(ValueError, match="<z>"):
        corpus.read(path)


def test_faults_are_told(article):
    assert list(corpus.faults(article)) == []
    article.claims["1"].kind = "rumour"
    article.claims["2"].by = ("9",)
    article.attributions["3"].source = article.attributions["3"].cue = []
    told = list(corpus.faults(article))
    assert told == [
        "claim 1: kind rumour",
        "claim 2: 9 is not known",
        "attribution 3: neither source nor cue",
    ]


def test_the_shipped_articles_are_in_order_and_some_are_held_out():
    articles = corpus.read_all(RESOURCES / "corpus")
    assert {a.language for a in articles} == {"it", "en"}
    assert len({a.id for a in articles}) == len(articles) >= 88
    assert [f"{a.id}: {fault}" for a in articles for fault in corpus.faults(a)] == []
    assert 0.15 < sum(a.is_held_out for a in articles) / len(articles) < 0.3
