"""Tables: which column is what, in every dialect, and rows that are none."""

from __future__ import annotations

import csv
import io
import random
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import text as texts
from annotator.formats import Report, read, write
from annotator.formats.articles.dates import day_of
from annotator.formats.articles.fields import meaning
from annotator.formats.articles.table.delimited import rows

from ..papers import LONG, a_zip, damaged, put
from ..samples import full, told

HEADS = ["Titolo", "Testo", "Data", "Testata", "Autore", "Link", "Lingua", "Nota interna"]
ROWS = [
    ["Il ponte", f"{LONG}\n«Perché?», disse; “boh”.", "5/1/2024", "Gazzetta", "Anna Neri"],
    ["", "Secondo testo", "", "", "", "", "", ""],
]
ROWS[0] += ["https://example.org/a", "italiano", "letta"]


def a_csv(delimiter: str = ",", heads=HEADS, content=ROWS) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(heads)
    writer.writerows(content)
    return out.getvalue()


def an_xlsx(*content, title: str = "Foglio") -> bytes:
    book = openpyxl.Workbook()
    analyst_view = book.active
    for row in content:
        analyst_view.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_all(path: Path):
    faults = []
    report = Report()
    made = [d.article for d in read(path, author="a", problems=faults.append, report=report)]
    assert faults == []
    assert all(each.text == texts.canonical(each.text) for each in made)
    return made, report


def refused(path: Path) -> str:
    made, faults = told(path)
    assert made == []
    assert faults[0].hint
    return str(faults[0])


def are_as_written(made) -> None:
    one, two = made
    assert one.text == ROWS[0][1]
    assert (one.title, one.author, one.publisher) == ("Il ponte", "Anna Neri", "Gazzetta")
    assert (one.published, one.url, one.language) == ("2024-01-05", "https://example.org/a", "it")
    assert one.metadata["Nota interna"] == "letta"
    assert (two.text, two.title, two.url) == ("Secondo testo", "Secondo testo", None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_each_row_is_an_article_in_every_dialect(tmp_path, delimiter, encoding):
    path = put(tmp_path, "a.csv", a_csv(delimiter).encode(encoding))
    are_as_written(read_all(path)[0])


def test_tabs_and_workbooks_are_read_alike(tmp_path):
    are_as_written(read_all(put(tmp_path, "a.tsv", a_csv("\t")))[0])
    are_as_written(read_all(put(tmp_path, "a.xlsx", an_xlsx(HEADS, *ROWS)))[0])


def test_a_workbook_is_read_as_it_is_seen(tmp_path):
    when = datetime(2024, 1, 5, 18, 30)
    book = an_xlsx(
        [None, "text", "date", "n", "sì"],
        [None, "Uno & due _x0041_", date(2024, 1, 5), 7, True],
        [],
        [None, "Tre", when, 2.5, None],
    )
    (one, two), _ = read_all(put(tmp_path, "a.xlsx", book))
    assert (one.text, one.published) == ("Uno & due _x0041_", "2024-01-05")
    assert one.metadata == {"file": "a.xlsx", "n": "7", "sì": "1"}
    assert (two.text, two.published, two.metadata["n"]) == ("Tre", "2024-01-05", "2.5")


def test_without_a_known_column_the_longest_texts_are_taken(tmp_path):
    (made,), _ = read_all(put(tmp_path, "a.csv", f'id,x,y\n1,breve,"{LONG}"\n'))
    assert made.text == LONG
    assert made.metadata == {"file": "a.csv", "id": "1", "x": "breve"}
    (one, two), _ = read_all(put(tmp_path, "b.csv", f'1,"{LONG}"\n2,"{LONG} B"\n'))
    assert (one.text, two.text) == (LONG, f"{LONG} B")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_none_of_many_rows_is_passed_over(tmp_path, name):
    content = [[f"T {n}", f"{LONG} {n}"] for n in range(1203)]
    heads = ["title", "text"]
    made = a_csv(",", heads, content).encode() if name == "a.csv" else an_xlsx(heads, *content)
    articles, _ = read_all(put(tmp_path, name, made))
    assert [[each.title, each.text] for each in articles] == content


def test_a_row_without_a_text_is_told_of(tmp_path):
    (made,), report = read_all(put(tmp_path, "a.csv", "title,text\nUno,\n,\nDue,testo\n"))
    assert made.title == "Due"
    assert [(loss.what, loss.where) for loss in report.lost] == [("a row", "a.csv, 2: “Uno”")]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n\n",
        "a,b\n1,2\n",
        "text,title\n",
        "solo una riga",
        "\0" * 500,
        "x" * 99 + "\n" + "1\n" * 9,
    ],
    ids=range(7),
)
def test_a_table_without_texts_is_told_of(tmp_path, content):
    assert "a.csv" in refused(put(tmp_path, "a.csv", content))


def test_a_cell_that_is_too_long_is_told_of_with_its_row(tmp_path):
    path = put(tmp_path, "a.csv", "text\nbreve\n" + "x" * 20_000_001 + "\n")
    assert "row 3: too long" in str(told(path)[1][0])


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("Data di pubblicazione", "published"),
        ("publication_date", "published"),
        ("TESTATA", "publisher"),
        ("full-text", "text"),
        ("Título", "title"),
        ("qualcosa", None),
        ("", None),
    ],
)
def test_columns_are_known_by_their_names(name, means):
    assert meaning(name) == means


SHEET = '<worksheet><sheetData><row><c t="inlineStr"><is><t>{}</t></is></c></row></sheetData></worksheet>'
BOOK = {
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet r:id="1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<r><x Id="1" Target="worksheets/a.xml"/></r>',
}
LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "content",
    [
        a_zip(BOOK | {"xl/worksheets/a.xml": LAUGHS + SHEET.format("&a;&c;" + LONG)}),
        a_zip(BOOK | {"xl/worksheets/a.xml": "<a>" * 9000}),
        a_zip(BOOK | {"xl/worksheets/a.xml": SHEET.format("")[:-30]}),
        a_zip(BOOK | {"xl/worksheets/a.xml": b"<worksheet>" + bytes(60 << 20)}),
        a_zip(BOOK),
        a_zip({"x": "y"}),
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"text\nprova\n",
    ],
    ids=range(10),
)
def test_a_workbook_that_is_none_or_made_to_harm_is_refused(tmp_path, content):
    said = refused(put(tmp_path, "a.xlsx", content))
    assert "a.xlsx" in said
    assert "haha" not in said


def test_a_cell_far_to_the_right_is_refused_and_fills_no_memory(tmp_path):
    far = '<worksheet><row><c r="XFD1" t="str"><v>x</v></c></row></worksheet>'
    content = a_zip(BOOK | {"xl/worksheets/a.xml": far})
    assert "too many columns" in refused(put(tmp_path, "a.xlsx", content))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.sampled_from('a;,|"\n é🚀\t'), max_size=12), min_size=3, max_size=3),
        min_size=1,
        max_size=6,
    )
)
def test_tabs_written_by_the_standard_library_are_read_back(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("t") / "a.tsv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(content)
    assert list(rows(path, lambda _: None)) == content


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_any_damage_is_told_of_or_harmless(tmp_path, name):
    whole = a_csv().encode() if name == "a.csv" else an_xlsx(HEADS, *ROWS)
    chance = random.Random(17)
    for number in range(120):
        content = damaged(whole, number, chance)
        made, faults = told(put(tmp_path, name, content))
        assert made or faults


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5 gennaio 2024", "2024-01-05"),
        ("venerdì 5 gennaio 2024, ore 18", "2024-01-05"),
        ("1º luglio 2023", "2023-07-01"),
        ("5 Jan 2024", "2024-01-05"),
        ("January 5, 2024", "2024-01-05"),
        ("Jun 3rd 2024", "2024-06-03"),
        ("le 14 juillet 2022", "2022-07-14"),
        ("3 juin 2022", "2022-06-03"),
        ("1er août 2022", "2022-08-01"),
        ("5 de enero de 2024", "2024-01-05"),
        ("31 febbraio 2024", None),
        ("5 pere 2024", None),
        ("pagina 12", None),
    ],
)
def test_dates_written_out_are_days(written, day):
    assert day_of(written) == day


@pytest.mark.parametrize("name", ["claims-csv", "entities-csv"])
def test_tables_of_what_was_found_are_no_articles(tmp_path, name):
    path = tmp_path / "a.csv"
    write([full()], path, format=name)
    faults = []
    assert not [*read(path, author="anna", problems=faults.append)]
    assert "was written by Vaglio" in str(faults[0])
