"""Archives that somebody made to confuse: every file in them is read or told of, and none leaves its place."""

from __future__ import annotations

import io
import random
import stat
import tarfile
import tempfile
import unicodedata
import warnings
import zipfile
from pathlib import Path

import pytest

from annotator.formats import read
from annotator.formats.safe_archive import fitting
from annotator.formats.spec import Report

ONE, TWO = "Il sindaco ha detto uno.", "La ministra ha detto due."
warnings.filterwarnings("ignore", "Duplicate name")


def told(path: Path) -> tuple[list[str], list[str], dict[str, str]]:
    """The texts, what was wrong, and why which of what was not taken in."""
    faults: list = []
    report = Report()
    found = list(read(path, author="a", problems=faults.append, report=report))
    texts = [d.article.text for d in found]
    return texts, [str(f) for f in faults], {loss.where: loss.why for loss in report.lost}


def zipped(path: Path, *files: tuple[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as packed, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, text in files:
            packed.writestr(name, text)
    return path


def taped(path: Path, *members: tuple[str, bytes, str]) -> Path:
    """Name, type and text or target of each."""
    with tarfile.open(path, "w") as tape:
        for name, kind, words in members:
            member = tarfile.TarInfo(name)
            member.type = kind
            if kind == tarfile.REGTYPE:
                member.size = len(words.encode())
                tape.addfile(member, io.BytesIO(words.encode()))
            else:
                member.linkname = words
                tape.addfile(member)
    return path


COMPOSED = unicodedata.normalize("NFC", "città.txt")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.txt", "a.txt"),
        ("a.txt", "A.TXT"),
        (COMPOSED, unicodedata.normalize("NFD", COMPOSED)),
        ("a.txt", "a.txt."),
        ("a.txt", "a.txt "),
        ("s/a.txt", "s\\a.txt"),
        ("a.txt", "./a.txt"),
        ("straße.txt", "STRASSE.TXT"),
    ],
)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_two_files_of_one_name_are_both_read_and_told_of(tmp_path, first, second, kind):
    path = tmp_path / f"two.{kind}"
    if kind == "zip":
        zipped(path, (first, ONE), (second, TWO))
    else:
        taped(path, (first, tarfile.REGTYPE, ONE), (second, tarfile.REGTYPE, TWO))
    texts, faults, lost = told(path)
    assert (sorted(texts), faults) == ([ONE, TWO], [])
    assert any("both were read" in why for why in lost.values())


def test_a_file_and_a_folder_of_one_name_are_both_read(tmp_path):
    path = zipped(tmp_path / "a.zip", ("a.txt", ONE), ("a.txt/a.txt", TWO))
    assert sorted(told(path)[0]) == [ONE, TWO]


@pytest.mark.parametrize(
    "name",
    [
        "x" * 251 + ".txt",
        "è" * 400 + ".txt",
        "d/" * 3000 + "a.txt",
        "a\x1b[31m\n\u202etxt.txt",
        "nul.txt",
        "COM1.txt",
        "a?*<>|.txt",
        "12:30 cronaca.txt",
    ],
)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_that_no_system_or_not_every_one_can_hold_are_read_under_others(tmp_path, name, kind):
    path = tmp_path / f"a.{kind}"
    if kind == "zip":
        zipped(path, (name, ONE))
    else:
        taped(path, (name, tarfile.REGTYPE, ONE))
    texts, faults, lost = told(path)
    assert (texts, faults) == ([ONE], [])
    if not name.startswith("d/"):
        assert [why for why in lost.values() if "under another name" in why]


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "/etc/a.txt",
        "..\\a.txt",
        "\\\\host\\a.txt",
        "C:\\a.txt",
        "c:a.txt",
        "s/../../a.txt",
    ],
)
def test_names_that_lead_outside_are_told_of_and_nothing_is_read(tmp_path, name):
    for path in (
        zipped(tmp_path / "a.zip", ("b.txt", TWO), (name, ONE)),
        taped(tmp_path / "a.tar", ("b.txt", tarfile.REGTYPE, TWO), (name, tarfile.REGTYPE, ONE)),
    ):
        texts, faults, _ = told(path)
        assert texts == []
        assert "leads outside" in faults[0]


def test_links_devices_and_pipes_in_a_tar_are_told_of(tmp_path):
    path = taped(
        tmp_path / "a.tar",
        ("a.txt", tarfile.REGTYPE, ONE),
        ("link.txt", tarfile.SYMTYPE, "/etc/passwd"),
        ("hard.txt", tarfile.LNKTYPE, "/etc/passwd"),
        ("zero.txt", tarfile.CHRTYPE, ""),
        ("pipe.txt", tarfile.FIFOTYPE, ""),
        ("folder", tarfile.DIRTYPE, ""),
    )
    texts, faults, lost = told(path)
    assert (texts, faults) == ([ONE], [])
    assert lost == {
        "a.tar: “link.txt”": "It is a link.",
        "a.tar: “hard.txt”": "It is a link.",
        "a.tar: “zero.txt”": "It is no file: a device, a pipe or a socket.",
        "a.tar: “pipe.txt”": "It is no file: a device, a pipe or a socket.",
    }


def test_links_and_pipes_in_a_zip_are_told_of(tmp_path):
    path = zipped(tmp_path / "a.zip", ("a.txt", ONE))
    with zipfile.ZipFile(path, "a") as packed:
        for name, kind in (("link.txt", stat.S_IFLNK), ("pipe.txt", stat.S_IFIFO)):
            info = zipfile.ZipInfo(name)
            info.external_attr = (kind | 0o777) << 16
            packed.writestr(info, "/etc/passwd")
    texts, faults, lost = told(path)
    assert (texts, faults) == ([ONE], [])
    assert set(lost) == {"a.zip: “link.txt”", "a.zip: “pipe.txt”"}


def test_archives_in_archives_and_locked_files_are_told_of(tmp_path):
    inner = zipped(tmp_path / "inner.zip", ("a.txt", TWO)).read_bytes()
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as packed:
        packed.writestr("a.txt", ONE)
        packed.writestr("inner.zip", inner)
    texts, _, lost = told(tmp_path / "outer.zip")
    assert texts == [ONE]
    assert lost == {"outer.zip: “inner.zip”": "Archives in archives are not opened."}
    locked = bytearray(zipped(tmp_path / "locked.zip", ("a.txt", ONE)).read_bytes())
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    texts, faults, _ = told(tmp_path / "locked.zip")
    assert texts == []
    assert "needs no password" in faults[0]


def test_members_that_share_their_bytes_do_not_swell(tmp_path):
    """Entries that overlap are small to keep and large to unpack."""
    path = zipped(tmp_path / "a.zip", ("a.txt", ONE))
    content = path.read_bytes()
    at = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    entry, tail = content[at:end], bytearray(content[end:])
    count = 3000
    tail[8:12] = count.to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * count).to_bytes(4, "little")
    path.write_bytes(content[:at] + entry * count + tail)
    texts, faults, lost = told(path)
    assert faults or len(texts) <= count
    assert faults or lost


def test_a_document_with_two_parts_of_one_name_is_refused(tmp_path):
    body = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
    )
    files = [("word/document.xml", body.format(ONE)), ("Word/document.xml", body.format(TWO))]
    texts, faults, _ = told(zipped(tmp_path / "a.docx", *files))
    assert texts == []
    assert "several parts are called word/document.xml" in faults[0]
    assert told(zipped(tmp_path / "b.docx", files[0]))[0] == [ONE]


def test_a_project_of_qualitative_research_with_two_project_files_is_refused(tmp_path):
    path = zipped(tmp_path / "a.qdpx", ("project.qde", "<Project/>"), ("Project.qde", "<Project/>"))
    assert "several files in it are called project.qde" in told(path)[1][0]


def test_names_made_here_fit_everywhere():
    for name in (
        "a" * 300,
        "è" * 300 + ".jsonl",
        "con",
        "AUX.txt",
        "a. . .",
        "\ud800.txt",
        "...",
        "",
    ):
        made = fitting(name)
        assert 0 < len(made.encode()) <= 121
        assert made == fitting(made)
        assert not made.endswith((".", " "))
    assert fitting("Città di Roma.txt") == "Città di Roma.txt"


_PIECES = (
    "a", "A", "è", "e\u0300", ".", "..", " ", "/", "//", "\\", ":", "C:", "\n", "\x1b[2J", "\0", "\x07",
    "\u202e", "\u2066", "\u200b", "\ud83d", "\udcff", "💧", "x" * 130, "y" * 260, "con", "NUL", ".txt",
    ".TXT", ".jsonl", ".zip", ".ann", "vaglio.json", "__MACOSX/", "._", "~$", "%s", "{file}", "<b>",
)  # fmt: skip


def _random_archive(chance: random.Random, folder: Path) -> Path:
    names = [
        "".join(chance.choices(_PIECES, k=chance.randint(1, 5)))
        + chance.choice(["", ".txt", ".txt"])
        for _ in range(chance.randint(1, 6))
    ]
    names += chance.choices(names, k=chance.randint(0, 2))
    if chance.random() < 0.5:
        path = folder / "a.zip"
        with zipfile.ZipFile(path, "w") as packed:
            for number, name in enumerate(names):
                try:
                    info = zipfile.ZipInfo(name)
                    info.external_attr = chance.choice([0, 0, stat.S_IFLNK, stat.S_IFIFO]) << 16
                    packed.writestr(info, f"Testo numero {number}.")
                except (UnicodeEncodeError, ValueError):
                    continue
    else:
        path = folder / "a.tar"
        kinds = [tarfile.REGTYPE] * 4 + [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE]
        with tarfile.open(path, "w", errors="surrogatepass") as tape:
            for number, name in enumerate(names):
                member = tarfile.TarInfo(name.translate({0: None, 0xD83D: None}) or "a")
                member.type = chance.choice(kinds)
                words = f"Testo numero {number}.".encode()
                member.linkname = "/etc/passwd"
                member.size = len(words) if member.isreg() else 0
                tape.addfile(member, io.BytesIO(words))
    content = bytearray(path.read_bytes())
    if chance.random() < 0.3:  # somebody broke it as well
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
    return path


def test_archives_of_chance_are_read_or_told_of(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for seed in range(400):
            chance = random.Random(seed)
            with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
                path = _random_archive(chance, Path(folder))
                texts, faults, lost = told(path)
                assert [p.name for p in Path(folder).iterdir()] == [path.name], seed
                assert texts or faults or lost, seed
                "".join([*faults, *lost, *lost.values()]).encode()
