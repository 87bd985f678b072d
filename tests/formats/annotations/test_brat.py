"""brat's folders: what we write comes back, and what brat writes comes in."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.model import Claim, Entity, Layer, Span, with_
from annotator.formats import Report, arrivals, read, write
from annotator.formats.annotations.brat.read import cut, joined
from annotator.formats.annotations.shared.escape import escaper, unescaped
from tests import FORMATS

from ..samples import NOT_IN_A_GRAPH, annotated_articles, article, full, told, words
from .shared.test_span_graph import bare

FIXTURES = (FORMATS / "fixtures") / "brat"
OURS = {"CLAIM", "SOURCE", "CUE", "CONTENT"}


def unpacked(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def there_and_back(
    given_: list[AnnotatedArticle], folder: Path
) -> tuple[list[AnnotatedArticle], Report, Report]:
    out, back = write(given_, folder / "a.zip", format="brat"), Report()
    faults: list[object] = []
    found = list(read(folder / "a.zip", author="nobody", problems=faults.append, report=back))
    assert faults == []
    return found, out, back


def test_what_brat_holds_comes_back(tmp_path):
    found, out, back = there_and_back([full()], tmp_path)
    for one, layer in zip(found, full().layers, strict=True):
        assert one.article.text == full().article.text
        assert one.article.title == full().article.title
        assert one.article.published == "2024-01-05"
        assert [c.layer.author for c in one.layers] == [layer.layer.author]
        assert bare(one.layers[0]) == bare(layer)
    assert not back.lost
    assert {what for what, _ in out.tally} == NOT_IN_A_GRAPH


def test_what_is_written_is_what_brat_documents(tmp_path):
    write([full()], tmp_path / "a.zip", format="brat")
    files = unpacked(tmp_path / "a.zip")
    mine = files["00001-anna-neri-lo-dice.1-bianca.ann"].splitlines()
    assert "T2\tClaim 23 31;73 92\tIl ponte costerà due milioni" in mine
    assert "#1\tAnnotatorNotes T2\tverificare" in mine
    assert "A4\tcw_reasons T2 public_interest" in mine
    assert "A9\tunsure T6" in mine
    assert "N1\tReference T7 Wikidata:Q1\tRossi, Mario" in mine
    assert "R1\tSAID_BY Arg1:T4 Arg2:T5" in mine
    configuration = files["annotation.conf"]
    assert "[entities]\nClaim\nContent\nCue\nORG\nPER\nROLE\nSource\n" in configuration
    assert "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n" in configuration
    assert "check_worthiness\tArg:<ENTITY>, Value:0|1|2|3\n" in configuration
    assert "unsure\tArg:<ENTITY>\n" in configuration


@settings(max_examples=80, deadline=None)
@given(st.lists(annotated_articles(), min_size=1, max_size=3))
def test_any_article_comes_back(given_):
    given_ = [_holdable(each) for each in given_]
    with tempfile.TemporaryDirectory() as folder:
        found, out, back = there_and_back(given_, Path(folder))
    wanted = [(d, c) for d in given_ for c in (d.layers or (None,))]
    assert not out.lost
    assert not back.lost
    for one, (annotated_article, contents) in zip(found, wanted, strict=True):
        assert one.article.text == annotated_article.article.text
        assert [c.layer.author for c in one.layers] == ([contents.layer.author] if contents else [])
        if contents is not None:
            assert bare(one.layers[0]) == bare(contents)


def _holdable(annotated_article: AnnotatedArticle) -> AnnotatedArticle:
    """Without spans that are line ends only, and labels that are names of ours."""
    text = annotated_article.article.text
    layers = [
        msgspec.structs.replace(
            each,
            entities=tuple(
                e
                for e in each.entities
                if e.label.upper() not in OURS and e.span.of(text).strip("\n")
            ),
            claims=tuple(c for c in each.claims if _says(c.spans, text)),
            attributions=tuple(a for a in each.attributions if _says(a.source_spans, text)),
        )
        for each in annotated_article.layers
    ]
    return msgspec.structs.replace(annotated_article, layers=tuple(layers))


def _says(spans: tuple[Span, ...], text: str) -> bool:
    return any(span.of(text).strip("\n") for span in spans)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("uno\ndue", [(0, 7)]),
        ("uno\ndue", [(0, 3), (4, 7)]),
        ("uno\n\n\ndue\ntre", [(0, 13)]),
        ("\nuno\n", [(0, 5)]),
        ("\nuno\n", [(0, 1), (2, 5)]),
        ("\ufeffuno\ndue", [(0, 6)]),
        ("uno due", [(0, 3), (3, 7)]),
    ],
)
def test_spans_over_line_ends_come_back_as_they_were(tmp_path, text, spans):
    claim = Claim(id="c", layer_id="l", spans=tuple(Span(a, b) for a, b in spans))
    layer = LayerContents(layer=Layer(id="l", article_id="a", author="b"), claims=(claim,))
    given_ = AnnotatedArticle(article=article(text, id="a"), layers=(layer,))
    (found,), _, _ = there_and_back([given_], tmp_path)
    assert found.article.text == text
    assert [c.spans for c in found.layers[0].claims] == [claim.spans]


def test_line_ends_alone_are_told_of(tmp_path):
    entity = Entity(id="e", layer_id="l", span=Span(3, 4), label="PER")
    layer = LayerContents(layer=Layer(id="l", article_id="a", author="b"), entities=(entity,))
    given_ = AnnotatedArticle(article=article("uno\ndue", id="a"), layers=(layer,))
    (found,), out, _ = there_and_back([given_], tmp_path)
    assert found.layers[0].entities == ()
    assert out.carried == 0
    assert out.tally == {("an annotation", "In brat an annotation ends where its line does."): 1}


@given(st.text(st.sampled_from("ab\n\r"), min_size=2), st.data())
def test_pieces_are_cut_at_line_ends_and_joined_over_them(text, data):
    start, end = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=2)))
    pieces = cut([(start, end)], text)
    assert all("\n" not in text[a:b] for a, b in pieces)
    assert "".join(text[a:b] for a, b in pieces) == text[start:end].replace("\n", "")
    whole = joined(pieces, text)
    assert [text[a:b] for a, b in whole] == ([text[start:end].strip("\n")] if pieces else [])


@given(words | st.text(st.sampled_from("_x0af "), max_size=20))
def test_any_words_are_escaped_and_come_back(said):
    escaped = escaper("[^A-Za-z0-9_-]|^-")(said)
    assert unescaped(escaped) == said
    assert all(char.isascii() and (char.isalnum() or char in "_-") for char in escaped)


def test_labels_that_brat_cannot_have_are_shown_as_they_are(tmp_path):
    layer = full().layers[1]
    entity = with_(layer.entities[0], label="ENTE PUBBLICO")
    layer = msgspec.structs.replace(layer, entities=(entity,))
    given_ = msgspec.structs.replace(full(), layers=(layer,))
    (found,), _, _ = there_and_back([given_], tmp_path)
    assert found.layers[0].entities[0].label == "ENTE PUBBLICO"
    assert "ENTE_x0020_PUBBLICO | ENTE PUBBLICO" in unpacked(tmp_path / "a.zip")["visual.conf"]


@pytest.mark.parametrize(
    "kb_id",
    ["Q42", "Q٤", "https://example.org/x?a=b#c", "Wikidata:Q1", "a b:c", ":x", "é:1", "x:_x0020_"],
)
def test_identifiers_come_back(tmp_path, kb_id):
    layer = full().layers[1]
    layer = msgspec.structs.replace(layer, entities=(with_(layer.entities[0], kb_id=kb_id),))
    (found,), _, _ = there_and_back([msgspec.structs.replace(full(), layers=(layer,))], tmp_path)
    entity = found.layers[0].entities[0]
    assert (entity.kb_id, entity.normalized) == (kb_id, None)


# -- what others write -----------------------------------------------------------------------


def foreign(folder: Path, ann: str, text: str = "Anna Neri lavora a Roma.") -> Path:
    (folder / "a.txt").write_text(text, "utf-8", newline="")
    (folder / "a.ann").write_text(ann, "utf-8", newline="")
    return folder / "a.ann"


def taken(path: Path) -> tuple[AnnotatedArticle, Report]:
    report, faults = Report(), []
    (found,) = read(path, author="bianca", problems=faults.append, report=report)
    assert faults == []
    return found, report


def test_a_folder_that_brat_wrote_comes_in(tmp_path):
    shutil.copytree(FIXTURES, tmp_path / "f")
    (path,) = arrivals([tmp_path / "f"])
    assert path.name == "ponte.ann"
    annotated_article, report = taken(path)
    text, (layer,) = annotated_article.article.text, annotated_article.layers
    assert layer.layer.author == "bianca"
    assert annotated_article.article.metadata == {"file": "ponte.ann"}
    assert [(e.span.of(text), e.label) for e in layer.entities] == [
        ("Mario Rossi", "Person"),
        ("Comune di Forlì", "Organisation"),
        ("smentito", "Denial"),
    ]
    assert (layer.entities[0].kb_id, layer.entities[0].normalized) == ("Q42", "Rossi, Mario")
    marked, joined_ = layer.claims
    assert [s.of(text) for s in marked.spans] == ["Il ponte", "costerà due milioni"]
    assert (marked.note, marked.check_worthiness) == ("da verificare", 3)
    assert [s.of(text) for s in joined_.spans] == ["i lavori\ndureranno tre mesi"]
    (said,) = layer.attributions
    assert [s.of(text) for s in said.source_spans] == ["Il sindaco Mario Rossi"]
    assert [s.of(text) for s in said.cue_spans] == ["ha detto"]
    assert [s.of(text) for s in said.content_spans] == ["Il ponte 🚀 costerà due milioni"]
    assert sorted(what for what, _ in report.tally) == [
        "a relation",
        "an attribute",
        "an equivalence",
    ]


def test_an_event_without_a_cue_has_its_trigger_for_one(tmp_path):
    path = foreign(
        tmp_path,
        "T1\tPerson 0 9\tAnna Neri\nT2\tSay 10 16\tlavora\nT3\tCity 19 23\tRoma\n"
        "E1\tSay:T2 Source1:T1 Content:T3\nA1\tcertainty E1 denied\n",
    )
    (layer,) = taken(path)[0].layers
    (said,) = layer.attributions
    assert (said.source_spans, said.cue_spans) == ((Span(0, 9),), (Span(10, 16),))
    assert said.certainty == "denied"
    assert [e.label for e in layer.entities] == ["Person", "City"]


def test_what_does_not_fit_the_text_is_refused_and_the_rest_comes_in(tmp_path):
    ann = (
        "T1\tPerson 0 9\tAnna Neri\n"
        "T2\tCity 18 22\tRoma\n"
        "T3\tCity 19 99\tRoma\n"
        "R1\tlives_in Arg1:T1 Arg2:T2\n"
        "A1\tunsure T2\n"
        "#1\tAnnotatorNotes T3\tdove?\n"
        "T4\tCity 19 23\tRoma\n"
    )
    annotated_article, report = taken(foreign(tmp_path, ann))
    assert [e.span for e in annotated_article.layers[0].entities] == [Span(0, 9), Span(19, 23)]
    assert report.uncarried == 5


@pytest.mark.parametrize("text", ["🚀🚀 Anna\r\nlavora a Roma", "\ufeff🚀 Anna\r\n\r\na Roma"])
@pytest.mark.parametrize("way", ["as it is", "line ends as one", "no mark", "as Java"])
def test_what_offsets_count_is_told_by_the_quoted_words(tmp_path, text, way):
    counted = text
    if way == "line ends as one":
        counted = text.replace("\r\n", "\n")
    elif way != "as it is":
        counted = text.removeprefix("\ufeff")
    at = {word: counted.index(word) for word in ("Anna", "Roma")}
    if way == "as Java":
        at = {word: len(counted[:place].encode("utf-16-le")) // 2 for word, place in at.items()}
    lines = [f"T{n}\tX {at[w]} {at[w] + 4}\t{w}\n" for n, w in enumerate(at, 1)]
    annotated_article, report = taken(foreign(tmp_path, "".join(lines), text))
    assert [
        e.span.of(annotated_article.article.text) for e in annotated_article.layers[0].entities
    ] == ["Anna", "Roma"]
    assert not report.lost


def test_an_ann_with_nothing_in_it_is_an_article_that_nobody_annotated(tmp_path):
    assert taken(foreign(tmp_path, ""))[0].layers == ()
    found, _, _ = there_and_back([AnnotatedArticle(article=article())], tmp_path)
    assert found[0].layers == ()


def test_an_empty_layer_of_ours_stays_one(tmp_path):
    layer = LayerContents(layer=Layer(id="l", article_id="article-1", author="carla"))
    (found,), _, _ = there_and_back(
        [AnnotatedArticle(article=article(), layers=(layer,))], tmp_path
    )
    assert [c.layer.author for c in found.layers] == ["carla"]


def test_a_folder_with_a_list_and_configuration_is_read_by_its_annotations(tmp_path):
    write([full()], tmp_path / "a.zip", format="brat")
    shutil.unpack_archive(tmp_path / "a.zip", tmp_path / "f")
    skipped: list[Path] = []
    assert {p.suffix for p in arrivals([tmp_path / "f"], skipped=skipped.append)} == {".ann"}
    assert not skipped


@pytest.mark.parametrize(
    ("ann", "said"),
    [
        ("T1 Person 0 9\n", "line 1: “T1 Person 0 9” is no annotation"),
        ("T1\tPerson 0 9\tAnna Neri\nT1\tPerson 0 4\tAnna\n", "line 2"),
        ("T1\tPerson 0 " + "9" * 5000 + "\tAnna\n", "line 1"),
        ("T1\tPerson 0 4;2 9\tAnna a Neri\n", "line 1"),
        ("E1\tA:T1\nE1\tA:T1\n", "has the name of an annotation above it"),
        ("Person\tAnna\n", "is no annotation of brat's"),
        ("R1\tx T1 T2\n", "is no annotation"),
    ],
)
def test_what_brat_would_not_read_is_a_fault_with_its_line(tmp_path, ann, said):
    read_, faults = told(foreign(tmp_path, ann))
    assert read_ == []
    assert said in str(faults[0])


def test_a_missing_or_empty_text_and_other_encodings_are_told_of(tmp_path):
    path = foreign(tmp_path, "", " \n")
    assert "a.txt holds no text" in str(told(path)[1][0])
    (tmp_path / "a.txt").unlink()
    assert "a.txt is not there" in str(told(path)[1][0])
    foreign(tmp_path, "")
    path.write_bytes("T1\tCittà 0 4\tAnna".encode("latin-1"))
    assert "not UTF-8" in str(told(path)[1][0])


def test_a_file_of_many_faults_is_given_up_soon(tmp_path):
    assert len(told(foreign(tmp_path, "x\n" * 1000))[1]) == 20


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damage_is_told_of_or_harmless(data):
    content = bytearray((FIXTURES / "ponte.ann").read_bytes())
    how = data.draw(st.sampled_from(["flip", "cut", "insert", "swap"]))
    at = data.draw(st.integers(0, len(content) - 1))
    if how == "flip":
        content[at] ^= 1 << data.draw(st.integers(0, 7))
    elif how == "cut":
        del content[at:]
    elif how == "insert":
        content[at:at] = data.draw(st.binary(min_size=1, max_size=8))
    else:
        lines = content.splitlines(keepends=True)
        content = bytearray(b"".join(data.draw(st.permutations(lines))))
    assume(content)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(FIXTURES / "ponte.txt", folder)
        Path(folder, "ponte.ann").write_bytes(content)
        found, faults = told(Path(folder, "ponte.ann"))
    assert all(str(fault) for fault in faults)
    for annotated_article in found:
        length = len(annotated_article.article.text)
        assert all(e.span.end <= length for c in annotated_article.layers for e in c.entities)
