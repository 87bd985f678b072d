"""What people paste as a source: links, BibTeX, CSL-JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.editing.evidence_edits import source
from annotator.formats.citation import BadCitation, citations, is_citation

BIBTEX = r"""
@string{ag = "ignored"}
@online{istat2024,
  title     = {Le perdite di rete nell'acqua: {ISTAT} 2024},
  author    = {Rossi, Mario and Anna Verdi},
  organization = "Istat",
  year = 2024, month = mar,
  url = {https://www.istat.it/acqua?utm_source=zotero},
  urldate = {2024-04-01},
}
@article{x, title={Caff{\`e} e universit\'{a} \& altro}, journal={Journal of Water}, year={2020}, doi={10.1000/182}}
"""
CSL = [
    {
        "type": "webpage",
        "title": "Water losses",
        "container-title": "Istat",
        "author": [{"family": "Rossi", "given": "Mario"}, {"literal": "Water Agency"}],
        "issued": {"date-parts": [["2024", 3, 5]]},
        "accessed": {"date-parts": [[2024, 4]]},
        "URL": "https://www.istat.it/acqua",
        "language": "it",
    }
]


def test_bibtex_becomes_sources_with_accents_names_and_dates():
    one, other = citations(BIBTEX)
    assert one == {
        "title": "Le perdite di rete nell'acqua: ISTAT 2024",
        "url": "https://www.istat.it/acqua?utm_source=zotero",
        "publisher": "Istat",
        "author": "Mario Rossi, Anna Verdi",
        "published": "2024-03",
        "accessed": "2024-04-01",
    }
    assert other["title"] == "Caffè e università & altro".replace("à", "á")
    assert (other["publisher"], other["published"]) == ("Journal of Water", "2020")
    assert other["url"] == "https://doi.org/10.1000/182"
    assert source(**one).url == "https://www.istat.it/acqua"


def test_csl_json_as_zotero_copies_it_becomes_a_source():
    (made,) = citations(json.dumps(CSL))
    assert made == {
        "title": "Water losses",
        "url": "https://www.istat.it/acqua",
        "publisher": "Istat",
        "author": "Mario Rossi, Water Agency",
        "published": "2024-03-05",
        "accessed": "2024-04",
        "language": "it",
    }
    assert citations(json.dumps(CSL[0])) == [made]
    assert source(**made).title == "Water losses"


def test_a_link_is_a_source_by_itself():
    assert citations(" https://www.istat.it/x ") == [{"url": "https://www.istat.it/x"}]


@pytest.mark.parametrize(
    "broken",
    [
        "@online{x, title={never closed",
        '[{"title": "cut',
        "[{}]",
        "@article{x, year=2020}",
        "[" * 9999,
    ],
)
def test_what_is_not_complete_is_told_of(broken):
    with pytest.raises(BadCitation) as refused:
        citations(broken)
    assert refused.value.hint


def test_words_to_search_for_are_no_citation():
    assert not is_citation("acqua 2024 istat")
    assert is_citation(BIBTEX)
    assert is_citation(json.dumps(CSL))


@given(st.text(alphabet='@{}"=,[]:\\abc 1', max_size=60))
def test_whatever_is_pasted_there_is_an_answer_or_an_explanation(text):
    try:
        found = citations(text)
    except BadCitation:
        return
    assert all(fields.get("title") or fields.get("url") for fields in found)


RIS = """TY  - NEWS
TI  - Pyongyang ships shells to Moscow
AU  - Kim, Ha-neul
AU  - Lee, Min
PB  - Harbour Media Ltd
T2  - The Harbour Times
DA  - 2024/01/02/
Y2  - 2024/1/5/08:15:00
UR  - https://harbourtimes.example.com/world/shells-2024
LA  - en
ER  -

TY  - RPRT
T1  - Rapporto sulle perdite
T2  - Statistiche report
A1  - Istat
PY  - 2024
DO  - 10.1000/182
ER  -
"""


@pytest.mark.parametrize("written", [RIS, RIS.replace("\n", "\r\n"), " ".join(RIS.split("\n"))])
def test_ris_becomes_sources_with_whole_dates(written):
    assert is_citation(written)
    one, other = citations(written)
    assert one == {
        "title": "Pyongyang ships shells to Moscow",
        "url": "https://harbourtimes.example.com/world/shells-2024",
        "publisher": "The Harbour Times",
        "author": "Ha-neul Kim, Min Lee",
        "published": "2024-01-02",
        "accessed": "2024-01-05",
        "language": "en",
    }
    assert (other["publisher"], other["author"], other["published"]) == (
        "Statistiche report",
        "Istat",
        "2024",
    )
    assert other["url"] == "https://doi.org/10.1000/182"


@pytest.mark.parametrize("doi", ["10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182"])
def test_a_bare_doi_is_an_address(doi):
    assert is_citation(doi)
    assert source(**citations(doi)[0]).url == "https://doi.org/10.1000/182"


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ("year=2024, month=jan, day=5", "2024-01-05"),
        ("year={2024}, month={January}, day={05}", "2024-01-05"),
        ("year=2024, month={5 jan}", "2024-01-05"),
        ("year=2024, month=1, day=5", "2024-01-05"),
        ("date={2024-01-05}", "2024-01-05"),
        ("year=2024, month=jan", "2024-01"),
        ("year=2024, day=5", "2024"),
    ],
)
def test_bibtex_keeps_the_day(fields, day):
    assert citations(f"@article{{x, title={{T}}, {fields}}}")[0]["published"] == day
