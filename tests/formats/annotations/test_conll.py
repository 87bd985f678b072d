"""Columns: words and labels of whatever scheme."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Claim, Entity, Layer, Span, with_
from annotator.core.text import trim
from annotator.formats import Report, read, write
from annotator.formats.annotations.conll.read import MOST_WORDS
from annotator.formats.annotations.conll.tags import scheme_of, spans_of
from annotator.formats.annotations.shared.span_graph import CLAIM, ROLES
from annotator.formats.annotations.shared.tokens import Tokens
from annotator.formats.annotations.shared.whitespace import aligned, guessed, quoted, unquoted
from tests import FORMATS

from ..samples import annotated_articles, article, damage, full, spans_in, stored_texts, told, words

BY_OTHERS = FORMATS / "fixtures"


def there_and_back(
    given_: list[AnnotatedArticle], folder: Path
) -> tuple[list[AnnotatedArticle], Report, Report]:
    out, back = write(given_, folder / "a.conll", format="conll"), Report()
    faults: list[object] = []
    found = list(read(folder / "a.conll", author="nobody", problems=faults.append, report=back))
    assert faults == []
    return found, out, back


def marked(annotated_article: AnnotatedArticle) -> list[tuple[str, str]]:
    """The words of each span and its label, in text order."""
    text = annotated_article.article.text
    found = [(s, "CLAIM") for c in annotated_article.layers for x in c.claims for s in x.spans]
    found += [(e.span, e.label) for c in annotated_article.layers for e in c.entities]
    return [(span.of(text), label) for span, label in sorted(found)]


def with_labels_of_others(annotated_article: AnnotatedArticle) -> AnnotatedArticle:
    """Without entities whose labels are names of ours: they come back as claims and attributions."""
    layers = [
        msgspec.structs.replace(
            each, entities=tuple(e for e in each.entities if e.label.upper() not in {CLAIM, *ROLES})
        )
        for each in annotated_article.layers
    ]
    return msgspec.structs.replace(annotated_article, layers=tuple(layers))


def conll(folder: Path, content: str | bytes, name: str = "a.conll") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def taken(path: Path) -> list[AnnotatedArticle]:
    found, faults = told(path)
    assert faults == []
    return found


def test_the_text_and_what_a_column_holds_come_back(tmp_path):
    found, out, back = there_and_back([full()], tmp_path)
    assert [d.article.text for d in found] == [full().article.text] * 2
    assert found[0].article.title == full().article.title
    assert found[0].article.published == "2024-01-05"
    assert [d.layers[0].layer.author for d in found] == ["bianca", "machine:rules@1"]
    assert marked(found[0]) == [
        ("Anna Neri", "PER"),
        ("Il ponte", "CLAIM"),
        ("sindaco Mario Rossi", "ROLE"),
        ("costerà due milioni", "CLAIM"),
    ]
    assert not back.lost
    why = "A word has one label in the format: the longer annotation is kept."
    assert out.tally["an annotation", why] == 1
    assert {what for what, _ in out.tally} >= {
        "an attribution",
        "details of a claim",
        "which parts of a claim belong together",
    }


def test_it_is_written_as_conll_2003(tmp_path):
    write([full()], tmp_path / "a.conll", format="conll")
    lines = (tmp_path / "a.conll").read_text("utf-8").splitlines()
    assert lines[0] == "-DOCSTART- -X- O O"
    assert lines[1] == ""
    assert "Anna -X- O B-PER" in lines
    assert "dice SpacesAfter=\\n O O" in lines
    assert "« SpaceAfter=No O O" in lines
    assert {len(line.split()) for line in lines} == {0, 4}


@settings(max_examples=100, deadline=None)
@given(st.lists(annotated_articles(), min_size=1, max_size=3))
def test_any_text_comes_back_exactly_and_spans_do_or_are_told_of(given_):
    given_ = [with_labels_of_others(each) for each in given_]
    with tempfile.TemporaryDirectory() as folder:
        found, out, back = there_and_back(given_, Path(folder))
    wanted = [(d, c) for d in given_ for c in (d.layers or (None,))]
    assert not back.lost
    count = 0
    for one, (annotated_article, contents) in zip(found, wanted, strict=True):
        assert one.article.text == annotated_article.article.text
        assert [c.layer.author for c in one.layers] == ([contents.layer.author] if contents else [])
        if contents is not None:
            only = AnnotatedArticle(article=annotated_article.article, layers=(contents,))
            trimmed = [(w.strip(), label) for w, label in marked(only)]
            for said, label in marked(one):
                count += 1
                assert (said, label) in trimmed
    lost = sum(n for (what, _), n in out.tally.items() if what == "an annotation")
    given_count = sum(
        len(marked(AnnotatedArticle(article=d.article, layers=(c,)))) for d, c in wanted if c
    )
    assert count == given_count - lost


@given(stored_texts.flatmap(lambda text: st.tuples(st.just(text), st.lists(spans_in(text)))))
def test_tokens_are_all_of_a_text_but_white_space_and_spans_begin_and_end_with_one(given_):
    text, groups = given_
    spans = [span for group in groups for span in group]
    tokens = Tokens(text, spans)
    assert "".join(text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)) == "".join(
        text.split()
    )
    for span in spans:
        found = tokens.within(span)
        if (inner := trim(text, span.start, span.end)) is None:
            assert not found
        else:
            assert (tokens.starts[found[0]], tokens.ends[found[-1]]) == (inner.start, inner.end)
            assert tokens.covers(found, span) == (inner == span)


def test_a_span_inside_of_a_word_cuts_it_and_sentences_do_not_break_spans(tmp_path):
    text = "Il capoluogo. Poi Roma_nord"
    spans = [(3, 7, "A"), (9, 17, "B"), (22, 23, "C")]
    layer = LayerContents(
        layer=Layer(id="l", article_id="a", author="b"),
        entities=tuple(
            Entity(id=str(n), layer_id="l", span=Span(a, b), label=label)
            for n, (a, b, label) in enumerate(spans)
        ),
    )
    (found,), out, _ = there_and_back(
        [AnnotatedArticle(article=article(text, id="a"), layers=(layer,))], tmp_path
    )
    assert found.article.text == text
    assert [(e.span.start, e.span.end, e.label) for e in found.layers[0].entities] == spans
    assert not out.lost


def test_labels_and_details_of_the_article_may_have_any_signs(tmp_path):
    layer = full().layers[1]
    layer = msgspec.structs.replace(
        layer, entities=(with_(layer.entities[0], label="ENTE | \u00a0_x0020_\\n"),)
    )
    about = with_(full().article, title="a | b = c \\s_x0020_", url="https://example.org/?a=b|c")
    (found,), _, _ = there_and_back([AnnotatedArticle(article=about, layers=(layer,))], tmp_path)
    assert found.layers[0].entities[0].label == layer.entities[0].label
    assert (found.article.title, found.article.url) == (about.title, about.url)


def test_white_space_around_a_span_is_told_of(tmp_path):
    claim = Claim(id="c", layer_id="l", spans=(Span(3, 8),))
    blank = Entity(id="e", layer_id="l", span=Span(3, 4), label="X")
    layer = LayerContents(
        layer=Layer(id="l", article_id="a", author="b"), entities=(blank,), claims=(claim,)
    )
    (found,), out, _ = there_and_back(
        [AnnotatedArticle(article=article("uno due tre", id="a"), layers=(layer,))], tmp_path
    )
    assert marked(found) == [("due", "CLAIM")]
    assert {what for what, _ in out.tally} == {"an annotation", "white space around an annotation"}
    assert out.carried == 1


def test_spacy_reads_it_as_conll_2003(tmp_path):
    import spacy
    from spacy.training.converters import conll_ner_to_docs

    write([full()], tmp_path / "a.conll", format="conll")
    content = (tmp_path / "a.conll").read_text("utf-8")
    docs = list(conll_ner_to_docs(content, n_sents=0, model=None, no_print=True))
    assert spacy.__version__
    assert [(e.text, e.label_) for doc in docs for e in doc.ents] == [
        ("Anna Neri", "PER"),
        ("sindaco Mario Rossi", "ROLE"),
        ("Comune di Forlì", "ORG"),
    ]


# -- what others write -----------------------------------------------------------------------

SCHEMES = {
    "IOB1": "I-PER I-PER O I-LOC B-LOC I-LOC O",
    "IOB2": "B-PER I-PER O B-LOC B-LOC I-LOC O",
    "BILOU": "B-PER L-PER O U-LOC B-LOC L-LOC O",
    "BIOES": "B-PER E-PER O S-LOC B-LOC E-LOC O",
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_says_the_same(scheme):
    tags = SCHEMES[scheme].split()
    assert list(spans_of(tags)) == [(0, 1, "PER"), (3, 3, "LOC"), (4, 5, "LOC")]
    assert scheme_of(tags, is_plain=False) == scheme


def test_plain_labels_and_those_of_damaged_files_are_spans_too():
    assert list(spans_of(["PER", "PER", "O", "LOC"], is_plain=True)) == [
        (0, 1, "PER"),
        (3, 3, "LOC"),
    ]
    assert list(spans_of(["L-A", "I-B", "I-C", "E-C", "I-C", "I-C"], {5})) == [
        (0, 0, "A"),
        (1, 1, "B"),
        (2, 3, "C"),
        (4, 4, "C"),
        (5, 5, "C"),
    ]


ROWS = [("Anna", "NNP", "B-NP", "B-PER"), ("vive", "VBZ", "B-VP", "O"), ("a", "IN", "B-PP", "O")]
ROWS += [("Roma", "NNP", "B-NP", "B-LOC"), ("#", "#", "O", "O"), (".", ".", "O", "O")]


def table(columns: list[int], separator: str = " ", end: str = "\n") -> str:
    return "".join(separator.join(row[c] for c in columns) + end for row in ROWS) + end


@pytest.mark.parametrize(
    ("columns", "separator", "end"),
    [
        ([0, 1, 2, 3], " ", "\n"),
        ([0, 1, 2, 3], "\t", "\r\n"),
        ([0, 3], "  ", "\n"),
        ([0, 3], "\t", "\n"),
        ([0, 3, 1], "\t", "\n"),
        ([3, 0], "\t", "\n"),
    ],
)
def test_the_columns_of_others_are_told_by_what_is_in_them(tmp_path, columns, separator, end):
    (found,) = taken(conll(tmp_path, table(columns, separator, end)))
    assert found.article.text == "Anna vive a Roma #."
    assert marked(found) == [("Anna", "PER"), ("Roma", "LOC")]
    assert found.article.metadata == {
        "file": "a.conll",
        "part": 1,
        "spaces": "guessed",
        "tags": "IOB2",
    }
    assert found.layers[0].layer.author == "bianca"


def test_articles_are_parted_and_sentences_are_lines(tmp_path):
    content = f"-DOCSTART- -X- -X- O\n\n{table([0, 1, 2, 3])}{table([0, 1, 2, 3])}"
    content += f"-DOCSTART- -X- -X- O\n\n{table([0, 1, 2, 3])}"
    one, two = taken(conll(tmp_path, content))
    assert one.article.text == "Anna vive a Roma #.\nAnna vive a Roma #."
    assert two.article.text == "Anna vive a Roma #."
    assert len(one.layers[0].entities) == 4


def test_numbered_rows_and_texts_in_comments(tmp_path):
    content = (
        "# newdoc id = 1\n# sent_id = a\n# text = L'Anna (vive)  a Roma!\n"
        "1\tL'\tO\tO\n2\tAnna\tB-PER\tO\n3\t(\tO\tO\n4\tvive\tO\tO\n5\t)\tO\tO\n6\ta\tO\tO\n"
        "7\tRoma\tB-LOC\tB-ORG\n8\t!\tO\tO\n"
    )
    (found,) = taken(conll(tmp_path, content, "a.iob"))
    assert found.article.text == "L'Anna (vive)  a Roma!"
    assert marked(found) == [("Anna", "PER"), ("Roma", "LOC"), ("Roma", "ORG")]
    assert "spaces" not in found.article.metadata


def test_a_long_file_that_parts_nothing_is_cut_at_sentences(tmp_path):
    sentence = "parola O\n" * 10 + "\n"
    report = Report()
    parts, faults = told(conll(tmp_path, sentence * (MOST_WORDS // 10 * 2 + 1)), report=report)
    assert faults == []
    assert [loss.what for loss in report.lost] == ["where an article begins"] * 2
    whole = Report()
    told(conll(tmp_path, sentence * (MOST_WORDS // 10)), report=whole)
    assert not whole.lost
    assert [len(d.article.text.split()) for d in parts] == [MOST_WORDS, MOST_WORDS, 10]
    assert [d.article.metadata["part"] for d in parts] == [1, 2, 3]


def test_other_encodings_and_labels_that_are_none(tmp_path):
    content = "città B-LOC\nè O\nbella O\n\n".encode("latin-1")
    (found,) = taken(conll(tmp_path, content))
    assert marked(found) == [("città", "LOC")]
    rows = "a\tO\n" * 6000 + "b\t\nc\tpers\n"
    report, faults = Report(), []
    path = conll(tmp_path, rows)
    assert list(read(path, author="a", problems=faults.append, report=report))
    assert faults == []
    assert sorted(loss.what for loss in report.lost) == ["a label", "a label"]


def test_words_without_labels_are_articles_that_nobody_annotated(tmp_path):
    (found,) = taken(conll(tmp_path, "Anna\nvive\n\nqui\n"))
    assert (found.article.text, found.layers) == ("Anna vive\nqui", ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "has no words in it"),
        (b"\n\n-DOCSTART- -X- O O\n", "has no words in it"),
        (b"a O\nb O\nc\n", "line 3: 1 columns, where the others have 2"),
        ("a O\n".encode("utf-16"), "UTF-16"),
        (b"a O\n" * 300_000 + b"\xff O\n", "the bytes are not UTF-8"),
        (bytes(range(256)), "not text"),
    ],
)
def test_what_is_no_table_is_told_of(tmp_path, content, said):
    _, faults = told(conll(tmp_path, content))
    assert said in str(faults[0])
    assert faults[0].hint


@pytest.mark.parametrize("line", ["#" + " " * 300_000, "#" + " ." * 300_000, "a" * 300_000])
def test_long_lines_take_no_longer_than_they_are(tmp_path, line):
    told(conll(tmp_path, f"a O\n{line}\nb O\n"))


def test_a_line_without_an_end_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.formats.text_lines.MOST_BYTES", 1000)
    assert "line 2: longer than" in str(told(conll(tmp_path, "a O\n" + "b" * 2000))[1][0])


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damage_is_told_of_or_harmless(data):
    with tempfile.TemporaryDirectory() as folder:
        write([full()], Path(folder, "a.conll"), format="conll")
        content = bytearray(Path(folder, "a.conll").read_bytes())
        content = damage(data, content, ["flip", "cut", "insert", "drop", "only"])
        found, faults = told(conll(Path(folder), bytes(content)))
    assert all(str(fault) for fault in faults)
    for annotated_article in found:
        length = len(annotated_article.article.text)
        assert all(e.span.end <= length for c in annotated_article.layers for e in c.entities)


# -- spaces ----------------------------------------------------------------------------------


@given(words | st.text(st.sampled_from("\\snrtp| \n\t\r"), max_size=20))
def test_what_misc_quotes_comes_back(said):
    assert unquoted(quoted(said)) == said
    assert not set(quoted(said)) & set(" \n\t\r|")


@pytest.mark.parametrize(
    "sentence",
    [
        "L'Anna (detta «Nina») ha vinto, ieri: 3 a 1!",
        'Disse: "Vengo", e "Resto".',
        "It's Anna’s, isn't it?",
    ],
)
def test_spaces_are_guessed_as_they_are_usually_set(sentence):
    split = {"It's": "It 's", "Anna’s": "Anna ’s", "isn't": "is n't"}
    parts = " ".join(
        split.get(w.rstrip(","), w) + ("," if w == "Anna’s," else "") for w in sentence.split()
    )
    for sign in '(«»)!,:."?':
        parts = parts.replace(sign, f" {sign} ")
    found = parts.replace("L'", "L' ").split()
    made = "".join(w + s for w, s in zip(found, guessed(found), strict=True)).strip()
    assert made == sentence


def test_words_are_found_in_a_text_one_after_the_other_with_only_space_between():
    assert aligned(["a", "b"], " a  b") == [1, 4]
    assert aligned(["a", "c"], "a b c") is None
    assert aligned(["x"], "a") is None


def test_words_of_potato_are_read():
    for name in ("words.conll", "words.conllu"):
        (back,), faults = told(BY_OTHERS / "potato" / name)
        assert faults == []
        (layer,) = back.layers
        text = back.article.text
        found = [e.span.of(text).replace("\xa0", " ") for e in layer.entities]
        assert found == ["Anna Neri", "Comune di Forlì"]
        assert [claim.spans[0].of(text) for claim in layer.claims] == [
            "«Il ponte»,",
            "«costerà due milioni».",
        ]


def test_words_of_label_studio_are_read():
    (back,), faults = told(BY_OTHERS / "labelstudio" / "words.conll")
    assert faults == []
    (layer,) = back.layers
    assert {e.span.of(back.article.text) for e in layer.entities} == {
        "👩‍🔬",
        "Anna Neri",
        "Mario Rossi",
    }


@pytest.mark.parametrize(
    "comment", ["# id 7 domain=it", "#\thttps://example.org [2024]", "# una frase", "#"]
)
def test_comments_of_others_are_passed_over(tmp_path, comment):
    content = f"{comment}\nAnna _ _ B-PER\nNeri _ _ I-PER\n\n{comment}\n# _ _ O\nRoma _ _ B-LOC\n"
    (found,) = taken(conll(tmp_path, content))
    assert found.article.text == "Anna Neri\n# Roma"
    assert marked(found) == [("Anna Neri", "PER"), ("Roma", "LOC")]


def test_labels_that_are_none_do_not_hide_the_others(tmp_path):
    report = Report()
    path = conll(tmp_path, "Anna B-PER\n" + "va O\n" * 20 + "Roma LOC\n")
    (found,) = read(path, author="me", problems=[].append, report=report)
    assert marked(found) == [("Anna", "PER")]
    assert [loss.what for loss in report.lost] == ["a label"]


def test_columns_without_labels_are_told_of(tmp_path):
    report = Report()
    (found,) = read(
        conll(tmp_path, "Anna SP 0\nva V 1\n"), author="me", problems=[].append, report=report
    )
    assert found.article.text == "Anna va"
    assert [loss.what for loss in report.lost] == ["labels"]


def test_names_in_brackets_are_refused(tmp_path):
    content = "#begin document (a); part 000\na 0 0 In IN (TOP* - - - X * -\n\n#end document\n"
    found, faults = told(conll(tmp_path, content))
    assert not found
    assert "CoNLL-2012" in str(faults[0])


@pytest.mark.parametrize("text", ["#", "#0", "#:", "#newdoc", "# newdoc", "#a = b", "Sì.\n#a=b c"])
def test_words_that_look_like_comments_are_words(tmp_path, text):
    given_ = [article(text), article("Fine."), article(text)]
    write([AnnotatedArticle(article=each) for each in given_], tmp_path / "a.conll", format="conll")
    assert [each.article.text for each in taken(tmp_path / "a.conll")] == [text, "Fine.", text]
