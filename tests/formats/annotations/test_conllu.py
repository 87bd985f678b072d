"""CoNLL-U: what we write keeps its rules and comes back, what others write comes in."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Entity, Layer, Span, with_
from annotator.core.text import trim
from annotator.formats import Report, format_of, read, write
from annotator.formats.annotations.conll.read import MOST_WORDS

from ..samples import NOT_IN_A_GRAPH, annotated_articles, article, damage, full, told
from .shared.test_span_graph import bare
from .test_conll import marked, with_labels_of_others


def there_and_back(
    given_: list[AnnotatedArticle], folder: Path
) -> tuple[list[AnnotatedArticle], Report, Report]:
    out, back = write(given_, folder / "a.conllu", format="conllu"), Report()
    refuse_broken_rules((folder / "a.conllu").read_text("utf-8"))
    faults: list[object] = []
    found = list(read(folder / "a.conllu", author="nobody", problems=faults.append, report=back))
    assert faults == []
    return found, out, back


def refuse_broken_rules(content: str) -> None:
    """Those of universaldependencies.org/format.html that can be broken without a parse."""
    assert content.endswith("\n\n")
    assert not re.search(r"\n\n\n|\r|[ \t]\n", content.replace(" = \n", "\n"))
    names = []
    for block in content.removesuffix("\n\n").split("\n\n"):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        comments = lines[: len(lines) - len(rows)]
        assert all(line.startswith("# ") for line in comments)
        assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
        assert all(len(row) == 10 and all(row) for row in rows)
        assert not any(re.search(r"\s", cell) for row in rows for cell in row)
        (text,) = [c.removeprefix("# text = ") for c in comments if c.startswith("# text = ")]
        names += [c for c in comments if c.startswith("# sent_id = ")]
        spaced = [r[1] + ("" if "SpaceAfter=No" in r[9].split("|") else " ") for r in rows]
        assert text == "".join(spaced).rstrip(" ")
    assert len(set(names)) == len(names) == content.count("# sent_id")


def conllu(folder: Path, content: str, name: str = "a.conllu") -> Path:
    (folder / name).write_text(content.replace("~", "\t"), "utf-8", newline="")
    return folder / name


def row(number: str, word: str, misc: str = "_") -> str:
    return "~".join([number, word, *["_"] * 7, misc]) + "\n"


def taken(path: Path) -> list[AnnotatedArticle]:
    found, faults = told(path)
    assert faults == []
    return found


def test_what_the_format_holds_comes_back(tmp_path):
    found, out, back = there_and_back([full()], tmp_path)
    for one, layer in zip(found, full().layers, strict=True):
        assert one.article.text == full().article.text
        assert one.article.title == full().article.title
        assert one.article.url == "https://example.org/ponte"
        assert [c.layer.author for c in one.layers] == [layer.layer.author]
        assert bare(one.layers[0]) == bare(layer)
    assert not back.lost
    assert {what for what, _ in out.tally} == NOT_IN_A_GRAPH


def test_spans_stand_at_their_first_words(tmp_path):
    write([full()], tmp_path / "a.conllu", format="conllu")
    lines = (tmp_path / "a.conllu").read_text("utf-8").splitlines()
    assert "2\tIl" + "\t_" * 7 + "\tSpans=2:2:CLAIM;3:2:CONTENT" in lines
    assert "15\tcosterà" + "\t_" * 7 + "\tSpans=2:3:CLAIM;3:3:CONTENT" in lines
    assert "3\tComune" + "\t_" * 7 + "\tSpacesAfter=_x00a0_|Spans=1:3:ORG" in lines
    assert "# span.2.kind = numerical" in lines
    assert "# relation = 4 SAID_BY 5" in lines


@settings(max_examples=100, deadline=None)
@given(st.lists(annotated_articles(), min_size=1, max_size=3))
def test_any_article_comes_back(given_):
    given_ = [_of_words(with_labels_of_others(each)) for each in given_]
    with tempfile.TemporaryDirectory() as folder:
        found, out, back = there_and_back(_named(given_), Path(folder))
    wanted = [(d, c) for d in given_ for c in (d.layers or (None,))]
    assert not out.lost
    assert not back.lost
    for one, (annotated_article, contents) in zip(found, wanted, strict=True):
        assert one.article.text == annotated_article.article.text
        assert [c.layer.author for c in one.layers] == ([contents.layer.author] if contents else [])
        if contents is not None:
            assert bare(one.layers[0]) == bare(contents)


def _of_words(annotated_article: AnnotatedArticle) -> AnnotatedArticle:
    """Its spans without white space around."""
    text = annotated_article.article.text

    def trimmed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(s for span in spans if (s := trim(text, span.start, span.end)))

    layers = []
    for each in annotated_article.layers:
        entities = [with_(e, span=s) for e in each.entities for s in trimmed((e.span,))]
        claims = [with_(c, spans=s) for c in each.claims if (s := trimmed(c.spans))]
        said = [
            with_(a, source_spans=s, content_spans=s)
            for a in each.attributions
            if (s := trimmed(a.source_spans))
        ]
        layers.append(
            msgspec.structs.replace(
                each, entities=tuple(entities), claims=tuple(claims), attributions=tuple(said)
            )
        )
    return msgspec.structs.replace(annotated_article, layers=tuple(layers))


def _named(given_: list[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """With ids that are there once, as those of a project are."""
    return [
        msgspec.structs.replace(
            d,
            article=with_(d.article, id=f"a{n}"),
            layers=tuple(
                msgspec.structs.replace(c, layer=with_(c.layer, id=f"l{n}.{k}"))
                for k, c in enumerate(d.layers)
            ),
        )
        for n, d in enumerate(given_)
    ]


def test_white_space_around_a_span_and_spans_of_nothing_else_are_told_of(tmp_path):
    entities = (
        Entity(id="1", layer_id="l", span=Span(3, 8), label="A"),
        Entity(id="2", layer_id="l", span=Span(3, 4), label="B"),
    )
    layer = LayerContents(layer=Layer(id="l", article_id="a", author="b"), entities=entities)
    (found,), out, _ = there_and_back(
        [AnnotatedArticle(article=article("uno due tre", id="a"), layers=(layer,))], tmp_path
    )
    assert marked(found) == [("due", "A")]
    assert {what for what, _ in out.tally} == {"an annotation", "white space around an annotation"}
    assert out.carried == 1


def test_labels_and_titles_may_have_any_signs(tmp_path):
    layer = full().layers[1]
    label = "ENTE | ;:=\u00a0_x0020_\\n"
    layer = msgspec.structs.replace(
        layer, entities=(with_(layer.entities[0], label=label, note=" a\nb = c "),)
    )
    about = with_(full().article, title="# a = b | _x0020_")
    (found,), _, _ = there_and_back([AnnotatedArticle(article=about, layers=(layer,))], tmp_path)
    (entity,) = found.layers[0].entities
    assert (entity.label, entity.note) == (label, " a\nb = c ")
    assert found.article.title == about.title


# -- what others write -----------------------------------------------------------------------


def test_a_parsed_text_becomes_an_article_with_its_exact_text(tmp_path):
    content = (
        "# newdoc id = doc-1\n# meta::author = Anna Neri\n# sent_id = 1\n"
        "# text = Parla dell'arte: (sì).\n"
        + row("1", "Parla")
        + row("2-3", "dell'", "SpaceAfter=No")
        + row("2", "di")
        + row("3", "l'")
        + row("4", "arte", "SpaceAfter=No")
        + row("4.1", "nascosto")
        + row("5", ":")
        + row("6", "(", "SpaceAfter=No")
        + row("7", "sì", "SpaceAfter=No")
        + row("8", ")", "SpaceAfter=No")
        + row("9", ".", "SpacesAfter=\\s\\n")
        + "\n# sent_id = 2\n"
        + row("1", "10\u00a0000 euro")
        + "\n# newpar\n"
        + row("1", "Fine")
        + "\n# newdoc\n"
        + row("1", "Altro")
    )
    one, two = taken(conllu(tmp_path, content))
    assert one.article.text == "Parla dell'arte: (sì). \n10\u00a0000 euro\nFine"
    assert one.article.metadata == {
        "file": "a.conllu",
        "part": 1,
        "meta::author": "Anna Neri",
        "id": "doc-1",
    }
    assert one.layers == ()
    assert two.article.text == "Altro"


def test_where_misc_is_silent_the_text_of_the_sentence_says_what_stands_between(tmp_path):
    content = "# text = È  l'ora, (già)!\n" + "".join(
        row(str(n), word) for n, word in enumerate(["È", "l'", "ora", ",", "(", "già", ")", "!"], 1)
    )
    (found,) = taken(conllu(tmp_path, content))
    assert found.article.text == "È  l'ora, (già)!"


def test_the_tags_of_stanza_are_spans(tmp_path):
    content = (
        "# text = Anna Neri vive a Roma.\n# sent_id = 0\n"
        + row("1", "Anna", "start_char=0|end_char=4|ner=B-PER")
        + row("2", "Neri", "start_char=5|end_char=9|ner=E-PER")
        + row("3", "vive", "start_char=10|end_char=14|ner=O")
        + row("4", "a", "start_char=15|end_char=16|ner=O")
        + row("5", "Roma", "start_char=17|end_char=21|ner=S-LOC|SpaceAfter=No")
        + row("6", ".", "start_char=21|end_char=22|ner=O|SpaceAfter=No")
    )
    (found,) = taken(conllu(tmp_path, content))
    assert found.article.text == "Anna Neri vive a Roma."
    assert marked(found) == [("Anna Neri", "PER"), ("Roma", "LOC")]
    assert found.layers[0].layer.author == "bianca"


def test_the_brackets_of_corefud_are_spans(tmp_path):
    content = (
        "# global.Entity = eid-etype-head-minspan\n# newdoc\n"
        + row("1", "Il", "Entity=(e1-person-2")
        + row("2", "sindaco")
        + row("3", "di")
        + row("4", "Roma", "Entity=(e2-place-1)e1)")
        + row("5", "e", "Entity=(e3[1/2]-person-1)")
        + row("6", "poi", "Entity=(e4-event")
        + row("7", "lei", "Entity=(e3[2/2]-person-1)")
        + "\n# newdoc\n"
        + row("1", "Altro", "Entity=(e1-person-1)")
    )
    report, faults = Report(), []
    path = conllu(tmp_path, content)
    one, two = read(path, author="a", problems=faults.append, report=report)
    assert faults == []
    assert marked(one) == [
        ("Il sindaco di Roma", "person"),
        ("Roma", "place"),
        ("e", "person"),
        ("lei", "person"),
    ]
    assert marked(two) == [("Altro", "person")]
    assert {loss.why for loss in report.lost} == {
        "It has no end.",
        "An entity here is one stretch of text: each part is one.",
    }


def test_a_long_file_that_parts_nothing_is_cut_at_sentences(tmp_path):
    sentence = "".join(row(str(n), "parola") for n in range(1, 1201)) + "\n"
    parts = taken(conllu(tmp_path, sentence * 6))
    assert [len(d.article.text.split()) for d in parts] == [6000, 1200]
    assert MOST_WORDS <= 6000


def test_ten_columns_in_a_conll_file_are_conll_u(tmp_path):
    assert format_of(conllu(tmp_path, "# x\n\n" + row("1", "a"), "a.conll")).name == "conllu"
    assert format_of(conllu(tmp_path, "a~O\n", "b.conll")).name == "conll"
    assert format_of(conllu(tmp_path, "", "c.conll")).name == "conll"
    assert format_of(conllu(tmp_path, "", "c.conllu")).name == "conllu"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "has no words in it"),
        ("# only a comment\n\n", "has no words in it"),
        ("1 Anna _ _ _ _ _ _ _ _\n", "line 1: not a row"),
        (row("1", "a") + row("3", "b") + "\n", "ends in line 2, words are not numbered"),
        (row("1", "a") + row("1", "b"), "not numbered"),
        (row("1-2", "a") + row("2-3", "b") + row("1", "a"), "not numbered"),
        (row("2-1", "a"), "not numbered"),
        (row("3.1", "a"), "not numbered"),
        (row("x", "a"), "not numbered"),
        (row("9" * 5000, "a"), "not numbered"),
    ],
)
def test_broken_rules_are_told_of(tmp_path, content, said):
    found, faults = told(conllu(tmp_path, content))
    assert found == []
    assert said in str(faults[0])
    assert faults[0].hint


def test_damage_to_our_own_fields_is_told_of_and_the_rest_comes_in(tmp_path):
    content = (
        "# newdoc id = x\n# title = T\n# language = it\n# annotator = carla\n# status = lost\n"
        "# span.1.note = sì\n# span.9.note = no\n# span = ?\n# relation = 1 2\n# relation = 1 X 9\n"
        + row("1", "Anna", "Spans=1:1:PER;2:9:LOC;?;3:0:X")
    )
    report, faults = Report(), []
    (found,) = read(conllu(tmp_path, content), author="a", problems=faults.append, report=report)
    assert faults == []
    assert [(e.label, e.note) for e in found.layers[0].entities] == [("PER", "sì")]
    assert {loss.what for loss in report.lost} >= {"a span", "an annotation", "an attribute"}


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damage_is_told_of_or_harmless(data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.conllu")
        write([full()], path, format="conllu")
        content = bytearray(path.read_bytes())
        content = damage(data, content, ["flip", "cut", "insert", "drop", "only"])
        path.write_bytes(content)
        found, faults = told(path)
    assert all(str(fault) for fault in faults)
    for annotated_article in found:
        length = len(annotated_article.article.text)
        assert all(e.span.end <= length for c in annotated_article.layers for e in c.entities)


@pytest.mark.parametrize("key", ["NER", "name", "Nome"])
def test_labels_are_found_under_whatever_key(tmp_path, key):
    content = row("1", "Anna", f"{key}=B-PER|Chunk=B-NP") + row("2", "Neri", f"{key}=I-PER")
    (found,) = taken(conllu(tmp_path, content))
    assert marked(found) == [("Anna Neri", "PER")]


def test_where_a_file_is_cut_is_told(tmp_path):
    sentence = "".join(row(str(number), "va") for number in range(1, 11)) + "\n"
    path = conllu(tmp_path, sentence * (MOST_WORDS // 10 + 1))
    report = Report()
    assert len([*read(path, author="bianca", problems=[].append, report=report)]) == 2
    assert [loss.what for loss in report.lost] == ["where an article begins"]
