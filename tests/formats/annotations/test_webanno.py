"""WebAnno TSV: what we write comes back, and what INCEpTION writes comes in."""

from __future__ import annotations

import random
import tempfile
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import text as texts
from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ImportFault
from annotator.core.model import Claim, Entity, Layer, Span, with_
from annotator.formats import Report, format_of, read, write
from annotator.formats.annotations.webanno.format import escaped, escaped_value
from annotator.formats.annotations.webanno.names import unescaped
from tests import FORMATS

from ..samples import NOT_IN_A_GRAPH, annotated_articles, article, at, full, told
from .shared.test_span_graph import bare

FIXTURES = (FORMATS / "fixtures") / "webanno"
OURS = {"CLAIM", "SOURCE", "CUE", "CONTENT"}


def there_and_back(
    given_: list[AnnotatedArticle], folder: Path
) -> tuple[list[AnnotatedArticle], Report, Report]:
    out, back = write(given_, folder / "a.zip", format="webanno"), Report()
    faults: list[ImportFault] = []
    found = list(read(folder / "a.zip", author="nobody", problems=faults.append, report=back))
    assert faults == []
    return found, out, back


def only_file(path: Path) -> str:
    with zipfile.ZipFile(path) as packed:
        (name,) = [name for name in packed.namelist() if name.endswith(".tsv")]
        return packed.read(name).decode()


def holdable(annotated_article: AnnotatedArticle) -> AnnotatedArticle:
    """Without labels that are names of ours, or are no text."""
    layers = [
        msgspec.structs.replace(
            each,
            entities=tuple(
                with_(e, label=texts.canonical(e.label) or "X")
                for e in each.entities
                if e.label.upper() not in OURS
            ),
        )
        for each in annotated_article.layers
    ]
    return msgspec.structs.replace(annotated_article, layers=tuple(layers))


def test_what_webanno_holds_comes_back(tmp_path):
    found, out, back = there_and_back([full()], tmp_path)
    for one, layer in zip(found, full().layers, strict=True):
        assert one.article.text == full().article.text
        assert one.article.title == full().article.title
        assert one.article.published == "2024-01-05"
        assert [c.layer.author for c in one.layers] == [layer.layer.author]
        assert bare(one.layers[0]) == bare(layer)
    assert not back.lost
    assert {what for what, _ in out.tally} == NOT_IN_A_GRAPH


@settings(max_examples=150, deadline=None)
@given(st.lists(annotated_articles(), min_size=1, max_size=3))
def test_any_article_comes_back(given_):
    given_ = [holdable(each) for each in given_]
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


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_escaped_is_meant(said):
    assert unescaped(escaped(said)) == said
    assert unescaped(escaped_value(said)) == said
    assert not set("\t\n\r") & {*escaped(said), *escaped_value(said)}


def _layer(
    *entities: tuple[str, str], text: str, claims: tuple[Claim, ...] = ()
) -> AnnotatedArticle:
    made = LayerContents(
        layer=Layer(id="l", article_id="article-1", author="anna"),
        entities=tuple(
            Entity(id=f"e{n}", layer_id="l", span=at(words, text), label=label)
            for n, (words, label) in enumerate(entities)
        ),
        claims=claims,
    )
    return AnnotatedArticle(article=article(text), layers=(made,))


def test_a_file_is_as_inception_writes_one(tmp_path):
    text = "🚀 Anna Neri parla.\nRoma tace: [ok]_|*."
    annotated_article = _layer(("Anna Neri", "PER"), ("Neri", "PER_2"), ("Ro", "LO|C"), text=text)
    write([annotated_article], tmp_path / "a.zip", format="webanno")
    assert only_file(tmp_path / "a.zip") == (
        "#FORMAT=WebAnno TSV 3.3\n"
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n"
        "\n\n#Text=🚀 Anna Neri parla.\n"
        "1-1\t0-2\t🚀\t_\t_\t\n"
        "1-2\t3-7\tAnna\t*[1]\tPER[1]\t\n"
        "1-3\t8-12\tNeri\t*[1]|*[2]\tPER[1]|PER\\_2[2]\t\n"
        "1-4\t13-18\tparla\t_\t_\t\n"
        "1-5\t18-19\t.\t_\t_\t\n"
        "\n#Text=Roma tace: [ok]_|*.\n"
        "2-1\t20-24\tRoma\t_\t_\t\n"
        "2-1.1\t20-22\tRo\t*\tLO\\|C\t\n"
        "2-2\t25-29\ttace\t_\t_\t\n"
        "2-3\t29-30\t:\t_\t_\t\n"
        "2-4\t31-32\t[\t_\t_\t\n"
        "2-5\t32-34\tok\t_\t_\t\n"
        "2-6\t34-35\t]\t_\t_\t\n"
        "2-7\t35-36\t_\t_\t_\t\n"
        "2-8\t36-37\t|\t_\t_\t\n"
        "2-9\t37-38\t*\t_\t_\t\n"
        "2-10\t38-39\t.\t_\t_\t\n"
    )


def test_claims_and_who_says_them_are_a_layer_with_relations(tmp_path):
    text = "Anna dice che Roma, ieri, brucia."
    claim = Claim(
        id="c",
        layer_id="l",
        spans=(at("Roma", text), at("brucia", text)),
        check_worthiness=2,
        note="vedi",
    )
    write([_layer(text=text, claims=(claim,))], tmp_path / "a.zip", format="webanno")
    lines = only_file(tmp_path / "a.zip").splitlines()
    assert lines[1:3] == [
        "#T_SP=webanno.custom.Statement|label|check_worthiness|note",
        "#T_RL=webanno.custom.StatementRelation|label|BT_webanno.custom.Statement",
    ]
    assert "1-4\t14-18\tRoma\tCLAIM\t2\tvedi\t_\t_\t" in lines
    assert "1-8\t26-32\tbrucia\tCLAIM\t*\t*\tCONTINUES\t1-4\t" in lines


def test_a_wikidata_number_is_the_address_that_inception_knows(tmp_path):
    made = _layer(("Roma", "LOC"), text="Roma")
    (contents,) = made.layers
    linked = tuple(with_(e, kb_id="Q220") for e in contents.entities)
    given_ = msgspec.structs.replace(
        made, layers=(msgspec.structs.replace(contents, entities=linked),)
    )
    (found,), _, _ = there_and_back([given_], tmp_path)
    assert "http://www.wikidata.org/entity/Q220\tLOC" in only_file(tmp_path / "a.zip")
    assert found.layers[0].entities[0].kb_id == "Q220"


# -- what others write -------------------------------------------------------------------------


def foreign(tmp_path: Path, content: str) -> tuple[AnnotatedArticle, Report]:
    (tmp_path / "a.tsv").write_text(content, "utf-8", newline="")
    report, faults = Report(), []
    (found,) = read(tmp_path / "a.tsv", author="bianca", problems=faults.append, report=report)
    assert faults == []
    return found, report


def test_a_file_of_inception_comes_in():
    report: Report = Report()
    faults: list[ImportFault] = []
    path = FIXTURES / "inception.tsv"
    (found,) = read(path, author="bianca", problems=faults.append, report=report)
    text = found.article.text
    assert text == (
        "Il sindaco 👩‍🔬 Anna Neri ha parlato a Forlì.\n"
        "«Il ponte costerà due milioni», ha detto.\nCosì\nriferisce l'ANSA [oggi]."
    )
    (contents,) = found.layers
    assert contents.layer.author == "bianca"
    assert [(e.span.of(text), e.label, e.kb_id) for e in contents.entities] == [
        ("sindaco 👩‍🔬 Anna Neri", "role|office", None),
        ("Anna Neri", "PER", "Q42"),
        ("Forlì", "LOC", "http://example.org/forli"),
        ("Il ponte", "facility", None),
        ("ANSA", "ORG", None),
    ]
    assert sorted((what, count) for (what, _), count in report.tally.items()) == [
        ("a relation", 1),
        ("a relation", 1),
        ("an annotation", 2),
        ("an attribute", 1),
    ]


def test_offsets_in_code_points_are_noticed(tmp_path):
    content = (
        "#FORMAT=WebAnno TSV 3.2\n#T_SP=webanno.custom.Name|value\n\n\n#Text=🚀🚀 Anna a Roma\n"
        "1-1\t0-2\t🚀🚀\t_\t\n1-2\t3-7\tAnna\tPER\t\n1-3\t8-9\ta\t_\t\n1-4\t10-14\tRoma\tLOC\t\n"
    )
    found, report = foreign(tmp_path, content)
    spans = [(e.span.of(found.article.text), e.label) for e in found.layers[0].entities]
    assert spans == [("Anna", "PER"), ("Roma", "LOC")]
    assert not report.lost


def test_what_does_not_stand_there_is_refused_and_told_of(tmp_path):
    content = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Name|value\n\n\n#Text=Anna a Roma\n"
        "1-1\t0-4\tAnna\tPER\t\n1-2\t5-6\ta\t_\t\n1-3\t6-10\tRoma\tLOC\t\n"
    )
    found, report = foreign(tmp_path, content)
    assert [e.label for e in found.layers[0].entities] == ["PER"]
    assert [(loss.what, loss.where) for loss in report.lost] == [
        ("an annotation", "Anna a Roma: “Roma”")
    ]


def test_gaps_between_sentences_are_line_ends_and_spaces(tmp_path):
    content = (
        "#FORMAT=WebAnno TSV 3.3\r\n\r\n\r\n#Text=Uno.\r\n1-1\t2-6\tUno.\t\r\n\r\n"
        "#Sentence.id=s2\r\n#Text=Due.\r\n2-1\t6-10\tDue.\t\r\n\r\n#Text=Tre.\r\n3-1\t13-17\tTre.\t"
    )
    found, _ = foreign(tmp_path, content)
    assert found.article.text == "  Uno.Due.\n  Tre."
    assert found.layers == ()


def test_chains_become_entities_and_what_they_say_together_is_told_of(tmp_path):
    content = (
        "#FORMAT=WebAnno TSV 3.3\n"
        "#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink"
        "|referenceRelation|referenceType\n\n\n#Text=Anna Neri dice\n"
        "1-1\t0-4\tAnna\tcoref->1-1\tname[1]\t\n1-2\t5-9\tNeri\tcoref->1-1\tname[1]\t\n"
        "1-3\t10-14\tdice\t*->1-2|*->2-1\t*[1]|verb[2]\t\n"
    )
    found, report = foreign(tmp_path, content)
    spans = [(e.span.of(found.article.text), e.label) for e in found.layers[0].entities]
    assert sorted(spans) == [("Anna Neri", "name"), ("dice", "CoreferenceLink"), ("dice", "verb")]
    assert {what: count for (what, _), count in report.tally.items()} == {
        "which names are of the same": 3
    }


# -- damage ------------------------------------------------------------------------------------

GOOD = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Name|value\n\n\n#Text=Anna\n1-1\t0-4\tAnna\tX\t\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("#FORMAT=WebAnno TSV 2.0\n", "old version"),
        (GOOD.replace("0-4", "0-x"), "line 6: not a line that WebAnno TSV has there"),
        (GOOD.replace("\tX\t", ""), "line 6"),
        (GOOD.replace("#Text=Anna\n", ""), "line 5"),
        (GOOD.replace("0-4", "9999999999-9999999999"), "line 5: the sentence does not follow"),
        (GOOD + "\n#Text=Bea\n2-1\t2-5\tBea\t_\t\n", "line 8: the sentence does not follow"),
        (GOOD.replace("Anna\n", "\n").replace("0-4\tAnna", "0-0\t"), "the text is empty"),
        ("#FORMAT=WebAnno TSV 3.3\n", "the text is empty"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, content, said):
    (tmp_path / "a.tsv").write_text(content, "utf-8")
    found, (fault,) = told(tmp_path / "a.tsv")
    assert found == []
    assert said in str(fault)
    assert fault.hint


def test_bad_utf8_is_told_of_with_its_line(tmp_path):
    (tmp_path / "a.tsv").write_bytes(GOOD.encode().replace(b"#Text=A", b"#Text=\xff"))
    assert "line 5: not UTF-8" in str(told(tmp_path / "a.tsv")[1][0])


def test_other_tables_are_not_taken(tmp_path):
    (tmp_path / "a.tsv").write_text("title\ttext\nuno\tdue\n")
    assert format_of(tmp_path / "a.tsv").name != "webanno"


@pytest.mark.parametrize("seed", range(150))
def test_damage_is_noticed_or_harmless(tmp_path, seed):
    chance = random.Random(seed)
    write([full()], tmp_path / "a.zip", format="webanno")
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        content = bytearray(packed.read(packed.namelist()[0]))
    if seed % 3 == 0:
        del content[chance.randrange(30, len(content)) :]
    for _ in range(0 if seed % 3 == 0 else 3):
        content[chance.randrange(24, len(content))] = chance.randrange(256)
    (tmp_path / "b.tsv").write_bytes(content)
    found, faults = told(tmp_path / "b.tsv")
    assert bool(found) != bool(faults)
    for annotated_article in found:
        length = len(annotated_article.article.text)
        spans = [e.span for c in annotated_article.layers for e in c.entities]
        assert all(0 <= span.start < span.end <= length for span in spans), Span
