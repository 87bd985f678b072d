"""PDFs: columns in reading order, words and sentences whole, pages that can be told, and faults."""

from __future__ import annotations

import random
import zlib
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from annotator.core import text as texts
from annotator.formats import Report, read
from annotator.formats.articles.pdf import format as pdf
from annotator.formats.articles.pdf.layout import TextLine
from annotator.formats.articles.pdf.prose import prose

from ..papers import LONG, a_pdf, columns, damaged, put
from ..samples import told

LEFT = [
    "Il ponte sul fiume è stato chiu-",
    "so ieri per lavori, ha detto il",
    "sindaco Mario Rossi alla stam-",
    "pa. I lavori dureranno tre mesi.",
]
RIGHT = [
    "Gli abitanti non ci credono af-",
    "fatto: il comitato teme che l’ex-",
    "ministro Neri abbia promesso",
    "troppo alla Emilia-",
    "Romagna.",
]
READ = (
    "Il ponte sul fiume è stato chiuso ieri per lavori, ha detto il sindaco Mario Rossi alla stampa. "
    "I lavori dureranno tre mesi.\n"
    "Gli abitanti non ci credono affatto: il comitato teme che l’ex-ministro Neri abbia promesso "
    "troppo alla Emilia-Romagna."
)


def read_pdf(tmp_path, content: bytes):
    (annotated_article,), faults = told(put(tmp_path, "a.pdf", content))
    assert faults == []
    made = annotated_article.article
    assert made.text == texts.canonical(made.text)
    starts = made.metadata["pages"]
    assert starts == sorted(starts)
    assert pdf.pages(tmp_path / "a.pdf") == [
        made.text[one:two] for one, two in zip(starts, [*starts[1:], len(made.text)], strict=True)
    ]
    return made


def refused(tmp_path, content: bytes) -> str:
    read, faults = told(put(tmp_path, "a.pdf", content))
    assert read == []
    assert faults[0].hint
    return str(faults[0])


def test_columns_are_read_one_after_the_other_and_cut_words_are_put_together(tmp_path):
    page = columns([LEFT, RIGHT])
    assert read_pdf(tmp_path, a_pdf([page])).text == READ


def test_the_order_in_which_a_page_is_drawn_does_not_matter(tmp_path):
    page = [*columns([LEFT, RIGHT]), (40, 740, 24, "Un titolo sopra tutte e due le colonne")]
    for seed in range(5):
        random.Random(seed).shuffle(page)
        made = read_pdf(tmp_path, a_pdf([page]))
        assert made.text == "Un titolo sopra tutte e due le colonne\n" + READ
        assert made.title == "Un titolo sopra tutte e due le colonne"


def test_what_stretches_over_the_columns_divides_them_into_bands(tmp_path):
    page = [
        *columns([LEFT, RIGHT]),
        (40, 620, 10, "Nella foto, il ponte sul fiume chiuso da ieri mattina alle 8: “Un danno”."),
        *columns([LEFT, RIGHT], top=600),
    ]
    expected = (
        READ
        + "\nNella foto, il ponte sul fiume chiuso da ieri mattina alle 8: “Un danno”.\n"
        + READ
    )
    assert read_pdf(tmp_path, a_pdf([page])).text == expected


def test_a_large_initial_belongs_to_its_word(tmp_path):
    page = [
        (40, 676, 34, "I"),
        *((60, *rest) for _, *rest in columns([["l ponte è chiuso", *LEFT[1:3]]])),
    ]
    page += [(x, y - 36, size, text) for x, y, size, text in columns([LEFT])]
    assert read_pdf(tmp_path, a_pdf([page])).text.startswith("Il ponte è chiuso so ieri")


def test_indents_gaps_and_short_last_lines_begin_paragraphs(tmp_path):
    full = "Una riga che riempie la colonna intera fino"
    lines = [
        (40, 700, 10, full),
        (40, 688, 10, "a qui. E ancora una frase che continua qui"),
        (52, 676, 10, "Rientro: un altro capoverso che va avanti"),
        (40, 664, 10, "e finisce presto."),
        (40, 652, 10, "Senza rientro ma dopo una riga breve, ecco"),
        (40, 640, 10, "un capoverso che prosegue, e poi uno spazio"),
        (40, 616, 10, "Dopo lo spazio si comincia di nuovo."),
    ]
    made = read_pdf(tmp_path, a_pdf([lines])).text.split("\n")
    assert [line[:6] for line in made] == ["Una ri", "Rientr", "Senza ", "Dopo l"]


def test_the_number_of_an_only_page_goes_and_a_number_in_its_last_line_stays(tmp_path):
    rows = columns([["Una riga dell’articolo che sta da sola", "sulla pagina, e un’altra."]])
    assert read_pdf(tmp_path, a_pdf([[*rows, (300, 30, 9, "1")]])).text.endswith("altra.")
    assert read_pdf(tmp_path, a_pdf([[*rows, (300, 30, 9, "2026")]])).text.endswith("2026")
    assert read_pdf(
        tmp_path, a_pdf([[*rows, (60, 30, 9, "Voti"), (300, 30, 9, "1")]])
    ).text.endswith("1")


def test_running_heads_and_page_numbers_go_and_sentences_run_over_pages(tmp_path):
    bodies = (
        ["La prima frase comincia su una pagina,", "e poi passa all’altra pagi-"],
        ["na e finisce qui dopo molte parole scritte", "ieri."],
        ["Una frase che sta tutta nella terza pagina"],
    )
    pages = [
        [
            (40, 800, 9, f"Gazzetta di prova, {number + 1} maggio"),
            (300, 30, 9, str(number + 1)),
            *columns([rows]),
        ]
        for number, rows in enumerate(bodies)
    ]
    made = read_pdf(tmp_path, a_pdf(pages))
    assert "Gazzetta" not in made.text
    assert made.text.count("\n") == 1
    assert "all’altra pagina e finisce qui dopo molte parole scritte ieri.\n" in made.text
    starts = made.metadata["pages"]
    assert made.text[starts[1] :].startswith("na e finisce")
    assert made.text[starts[2] :].startswith("Una frase che sta")


def test_a_hyphen_that_the_document_has_elsewhere_stays(tmp_path):
    lines = [
        "Il decreto-legge è stato firma-",
        "to ieri. Ma il decreto-",
        "legge non basta, dicono.",
    ]
    made = read_pdf(tmp_path, a_pdf([columns([lines])]))
    assert (
        made.text == "Il decreto-legge è stato firmato ieri. Ma il decreto-legge non basta, dicono."
    )


def test_text_inside_forms_and_turned_text_is_read(tmp_path):
    writer = PdfWriter(clone_from=BytesIO(a_pdf([columns([LEFT])])))
    page = writer.pages[0]
    form = DecodedStreamObject()
    form.set_data(b"BT /F1 10 Tf 40 600 Td 12 TL (Una nota) Tj 3 Tw T* (sotto la notizia) Tj ET")
    form.update({NameObject("/Subtype"): NameObject("/Form")})
    drawn = DictionaryObject({NameObject("/Fm0"): writer._add_object(form)})
    page["/Resources"][NameObject("/XObject")] = drawn
    out = BytesIO()
    page[NameObject("/Contents")] = writer._add_object(content := DecodedStreamObject())
    content.set_data(b"q /Fm0 Do Q")
    writer.write(out)
    assert read_pdf(tmp_path, out.getvalue()).text == "Una nota sotto la notizia"
    content = b"BT /F1 10 Tf 0 1 -1 0 300 100 Tm (Di lato si legge una nota) Tj ET"
    page = a_pdf([[(40, 700, 10, LONG)]]).replace(b"BT /F1 10", content + b" BT /F1 10", 1)
    assert read_pdf(tmp_path, page).text == LONG + "\nDi lato si legge una nota"


def test_the_document_information_is_told(tmp_path):
    info = {
        "Title": "Microsoft Word - Ponte chiuso",
        "Author": "Anna Neri",
        "CreationDate": "D:20240105090000+01'00'",
    }
    content = a_pdf([[(40, 700, 10, LONG)], [(40, 600, 10, LONG)]], info=info)
    about = pdf.metadata(put(tmp_path, "b.pdf", content))
    assert (about.title, about.author, about.published) == ("Ponte chiuso", "Anna Neri", None)
    assert about.pages == 2
    made = read_pdf(tmp_path, content)
    assert (made.title, made.author, made.published) == ("Ponte chiuso", "Anna Neri", None)
    assert made.metadata["made"] == "2024-01-05"  # which is not when it was published
    assert made.language == "it"


@pytest.mark.parametrize("title", ["untitled", "pagina_03.indd", "https://example.org/a", " "])
def test_a_title_that_a_program_made_is_not_taken(tmp_path, title):
    made = read_pdf(tmp_path, a_pdf([[(40, 700, 10, LONG)]], info={"Title": title}))
    assert made.title == texts.guess_title(LONG)


def test_a_scan_is_told_of(tmp_path):
    assert "only pictures" in refused(tmp_path, a_pdf([[], []]))
    assert "no pages" in refused(tmp_path, a_pdf([]))


def test_letters_that_cannot_be_told_are_told_of(tmp_path):
    page = a_pdf([[(40, 700, 10, LONG)]])
    assert "cannot be told" in refused(tmp_path, page.replace(b"/F1 10 Tf", b"/F9 10 Tf"))
    mixed = a_pdf([[(40, 700, 10, LONG), (40, 600, 9, "altro")]]).replace(b"/F1 9 Tf", b"/F9 9 Tf")
    report = Report()
    path = put(tmp_path, "b.pdf", mixed)
    (made,) = read(path, author="a", problems=[].append, report=report)
    assert made.article.text == LONG
    assert [(loss.what, loss.where) for loss in report.lost] == [("text of a page", "b.pdf: “1”")]


def test_halves_of_characters_do_not_move_the_pages():
    line = TextLine(0, 100, 700, 10, "a\ud800b")
    made = prose([[[line]], [[line]]])
    assert made.text == "a\ufffdb a\ufffdb"
    assert made.pages() == ["a\ufffdb ", "a\ufffdb"]


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
@pytest.mark.parametrize("owner_only", [True, False])
def test_a_password_is_told_of_unless_it_is_empty(tmp_path, owner_only, algorithm):
    writer = PdfWriter(clone_from=BytesIO(a_pdf([columns([LEFT, RIGHT])])))
    writer.encrypt("" if owner_only else "segreto", "padrone", algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    if owner_only:
        assert read_pdf(tmp_path, out.getvalue()).text == READ
    else:
        assert "password" in refused(tmp_path, out.getvalue())


def test_an_encryption_that_is_not_known_is_told_of(tmp_path):
    writer = PdfWriter(clone_from=BytesIO(a_pdf([columns([LEFT, RIGHT])])))
    writer.encrypt("", "padrone", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    altered = out.getvalue().replace(b"/Filter /Standard", b"/Filter /Pub.Sec_")
    assert altered != out.getvalue()
    assert "encrypted" in refused(tmp_path, altered)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<html>", bytes(5000), b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_told_of(tmp_path, content):
    assert "a.pdf" in refused(tmp_path, content)


def test_a_file_that_is_too_big_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "big.pdf").open("wb") as file:
        file.truncate(500 << 20)
    assert "too big" in str(told(tmp_path / "big.pdf")[1][0])


def test_a_page_that_unpacks_to_hundreds_of_megabytes_is_refused(tmp_path):
    bomb = zlib.compress(bytes(400 << 20), 9)
    page = a_pdf([[(40, 700, 10, LONG)]])
    head, _, rest = page.partition(b"<< /Length")
    body = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(bomb)
    content = head + body + bomb + b"\nendstream\nendobj\n" + rest[rest.index(b"xref") :]
    assert "page 1 is damaged" in refused(tmp_path, content)


def test_pages_that_contain_themselves_are_refused(tmp_path):
    page = a_pdf([[(40, 700, 10, LONG)]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
    assert "a.pdf" in refused(tmp_path, page)


def test_any_damage_is_told_of_or_harmless(tmp_path):
    info = {"Title": "Ponte", "CreationDate": "D:20240105"}
    whole = a_pdf([columns([LEFT, RIGHT]), columns([RIGHT])], info=info)
    chance = random.Random(7)
    for number in range(150):
        content = damaged(whole, number, chance, most=8)
        read, faults = told(put(tmp_path, "a.pdf", content))
        assert len(read) + len(faults) == 1


URL = "https://harbourtimes.example.com/world/shells-2024"


def lines(text: str):
    """*text* in lines of a column in the middle of a sheet."""
    words = text.split()
    rows = [" ".join(words[at : at + 6]) for at in range(0, len(words), 6)]
    return [(40, 600 - 14 * number, 10, row) for number, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("top", "bottom", "info", "saved"),
    [
        ("1/5/24, 8:15 AM    Shells to Moscow", f"{URL}    1/2", {}, "2024-01-05T08:15:00"),
        ("05/01/24, 08:15    Shells to Moscow", f"{URL}    1/2", {}, "2024-01-05T08:15:00"),
        ("05.01.2024, 08:15", f"{URL}", {}, "2024-01-05T08:15:00"),
        (f"Shells to Moscow    {URL}", "1 of 2    1/5/2024, 8:15 PM", {}, "2024-01-05T20:15:00"),
        (f"{URL}", "Page 1 of 2    2024-01-05 08:15", {}, "2024-01-05T08:15:00"),
        (
            "05/01/24, 09:15",
            f"{URL}    1/2",
            {"CreationDate": "D:20240105091502+01'00'", "Producer": "Skia/PDF m120"},
            "2024-01-05T08:15:02Z",
        ),
        (
            "Shells",
            f"{URL}",
            {"CreationDate": "D:20240105081500Z", "Producer": "Skia/PDF m120"},
            "2024-01-05T08:15:00Z",
        ),
    ],
)
def test_a_page_that_was_printed_tells_its_address_and_when(tmp_path, top, bottom, info, saved):
    sheet = [(40, 780, 8, top), *lines(LONG), (40, 20, 8, bottom)]
    made = read_pdf(tmp_path, a_pdf([sheet, sheet], info=info))
    assert (made.url, made.metadata["saved"], made.published) == (URL, saved, None)
    assert "harbourtimes" not in made.text


def test_an_address_in_the_text_is_not_whence_it_is(tmp_path):
    made = read_pdf(tmp_path, a_pdf([lines(f"{LONG} See {URL} for more of it.")]))
    assert made.url is None
