"""Which files are read, by what, and that a file is written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ExportFault
from annotator.formats import arrivals, format_of, formats, read, write
from annotator.formats.registry import INDEX
from tools.formats_index import index_text

from .samples import article, full, told


def test_every_format_says_what_it_is():
    found = formats()
    assert {"docbin", "flat", "html", "jsonl", "text"} <= found.keys()
    for name, each in found.items():
        assert each.name == name
        assert each.title
        assert each.suffixes
        assert each.reads or each.writes
        assert all(suffix.startswith(".") and suffix.islower() for suffix in each.suffixes)


def test_the_index_of_formats_is_what_their_modules_say():
    assert INDEX.read_text("utf-8") == index_text(), "python -m tools.formats_index makes it anew"


LOADED = """
import sys
from pathlib import Path
from annotator.formats import read
list(read(Path(sys.argv[1]), author="a", problems=[].append))
folders = ("annotations.", "articles.", "publishing.")
names = (name.removeprefix("annotator.formats.") for name in sys.modules)
print(*sorted(name for name in names if name.startswith(folders)))
"""


@pytest.mark.parametrize(
    ("name", "loaded"),
    [
        ("a.txt", "articles.text"),
        ("a.md", "articles.dates articles.fields articles.markdown articles.text"),
        ("a.nothing", ""),
    ],
)
def test_reading_a_file_loads_its_format_alone(tmp_path, name, loaded):
    (tmp_path / name).write_text("# Roma\n\nIeri.")
    command = [sys.executable, "-c", LOADED, str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded


def test_every_suffix_has_at_most_one_format_that_takes_what_no_other_recognises():
    readers = [f for f in formats().values() if f.reads and not f.recognises]
    suffixes = [suffix for f in readers for suffix in f.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_loading_all_formats_loads_no_heavy_library():
    code = (
        "import sys; from annotator.formats.registry import formats, load; [*map(load, formats())];"
        "print({'spacy', 'numpy', 'trafilatura', 'charset_normalizer', 'py3langid', 'pypdf', 'lxml'} & {*sys.modules})"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b'{"format":"vaglio/1"', "jsonl"),
        (b'\n\n{"layer": null, "format": "vaglio/9"}\n', "jsonl"),
        (b'\xef\xbb\xbf{"format":"vaglio/1","x":1}', "jsonl"),
        (b'{"text":"a","format":"plain"}', "flat"),
        (b'{"text":"a"}\n{"format":"vaglio/1"}', "flat"),
        (b"", "flat"),
        (b"[" * 100_000, "flat"),
        (b"\xff\xfe", "flat"),
    ],
)
def test_a_jsonl_file_is_recognised_by_its_first_object(tmp_path, content, name):
    (tmp_path / "a.JSONL").write_bytes(content)
    assert format_of(tmp_path / "a.JSONL").name == name


def test_folders_are_searched_in_order_and_hidden_files_are_passed_over(tmp_path):
    for name in ("b.txt", "a.jsonl", ".c.txt", ".d/x.txt", "e/f.HTM", "e/g.png", "e/.h.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    skipped: list[Path] = []
    found = arrivals([tmp_path / "e", tmp_path, tmp_path / "b.txt"], skipped=skipped.append)
    assert [str(p.relative_to(tmp_path)) for p in found] == ["e/f.HTM", "a.jsonl", "b.txt"]
    assert {p.name for p in skipped} == {"g.png"}


def test_a_named_file_of_no_known_kind_or_none_at_all_is_told_of_by_reading(tmp_path):
    picture, absent = tmp_path / "a.png", tmp_path / "b.txt"
    picture.write_bytes(b"\x89PNG")
    assert arrivals([picture, absent]) == [picture, absent]
    assert "a.png is of no kind that can be imported" in str(told(picture)[1][0])
    assert "b.txt cannot be read" in str(told(absent)[1][0])
    assert "not a file" in str(told(tmp_path)[1][0])


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_name_that_is_no_text_can_be_told_of_and_kept(tmp_path):
    (tmp_path / os.fsdecode(b"caff\xe8.txt")).write_text("Roma")
    (tmp_path / os.fsdecode(b"vuot\xe0.txt")).write_text("")
    (good, empty) = arrivals([tmp_path])
    assert told(good)[0][0].article.metadata == {"file": "caff?.txt"}
    assert str(told(empty)[1][0]).encode().startswith(b"vuot?.txt holds no text")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told_of(tmp_path):
    (tmp_path / "a.txt").write_text("Roma")
    (tmp_path / "a.txt").chmod(0)
    assert "cannot be read" in str(told(tmp_path / "a.txt")[1][0])


def test_reading_says_how_far_it_is_and_can_be_cancelled(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text":"Roma"}\n' * 5)
    seen: list[int] = []
    list(read(path, author="a", problems=[].append, on_progress=seen.append))
    assert seen == [16, 32, 48, 64, 80]

    def cancel(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read(path, author="a", problems=[].append, on_progress=cancel))


def failing() -> Iterator[AnnotatedArticle]:
    yield full()
    raise RuntimeError("the project went away")


@pytest.mark.parametrize("format", ["jsonl", "flat", "docbin"])
def test_a_failed_export_leaves_the_old_file_and_nothing_else(tmp_path, format):
    target = tmp_path / "out.x"
    target.write_text("old")
    with pytest.raises(RuntimeError):
        write(failing(), target, format=format)
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.x"]


def test_a_cancelled_export_leaves_nothing(tmp_path):
    def cancel(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write([full()], tmp_path / "a.jsonl", format="jsonl", on_progress=cancel)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_told_of():
    with pytest.raises(ExportFault, match="the disk is full"):
        write([full()], Path("/dev/full"), format="jsonl")


def test_an_export_onto_a_folder_is_told_of(tmp_path):
    (tmp_path / "a.jsonl").mkdir()
    with pytest.raises(ExportFault, match=r"a\.jsonl was not written"):
        write([full()], tmp_path / "a.jsonl", format="jsonl")


def test_an_export_below_a_file_is_told_of(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportFault):
        write([full()], tmp_path / "file" / "a.jsonl", format="jsonl")


def test_an_unknown_format_is_told_of_with_those_that_there_are(tmp_path):
    with pytest.raises(ExportFault, match=r"doccano, entities-csv, fever, flat, jsonl, labelbuddy"):
        write([full()], tmp_path / "a", format="word")
    with pytest.raises(ExportFault):
        write([full()], tmp_path / "a", format="text")
    assert list(tmp_path.iterdir()) == []


def test_folders_are_made_a_link_stays_a_link_and_rights_stay(tmp_path):
    real = tmp_path / "deep" / "er" / "real.jsonl"
    write([full()], real, format="jsonl")
    real.chmod(0o640)
    link = tmp_path / "link.jsonl"
    link.symlink_to(real)
    before = real.read_bytes()
    write([full(), full()], link, format="jsonl")
    assert link.is_symlink()
    assert real.read_bytes() > before
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_standard_output_gets_the_same_bytes(tmp_path, capfdbinary):
    seen: list[int] = []
    write([full()], None, format="jsonl", on_progress=seen.append)
    write([full()], tmp_path / "a.jsonl", format="jsonl")
    assert capfdbinary.readouterr().out == (tmp_path / "a.jsonl").read_bytes()
    assert seen == [1]


def test_an_article_of_a_million_characters_in_one_line_goes_in_and_out(tmp_path):
    text = "parola 🚀 " * 111_112
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (annotated_article,), faults = told(tmp_path / "a.txt")
    assert faults == []
    assert annotated_article.article.text == text
    write([annotated_article], tmp_path / "a.jsonl", format="jsonl")
    assert told(tmp_path / "a.jsonl") == ([annotated_article], [])


def test_articles_are_read_one_by_one(tmp_path):
    write([AnnotatedArticle(article=article())], tmp_path / "a.jsonl", format="jsonl")
    line = (tmp_path / "a.jsonl").read_bytes()
    (tmp_path / "b.jsonl").write_bytes(line.replace(b"article-1", b"article-2") + line + b"{}\n")
    reading = read(tmp_path / "b.jsonl", author="a", problems=[].append)
    assert next(reading).article.id == "article-2"
