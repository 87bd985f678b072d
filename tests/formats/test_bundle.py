"""Bundles: what is written is read again, and what was altered, cut or made to harm is refused."""

from __future__ import annotations

import hashlib
import json
import zipfile

import pytest

from annotator.core.annotated_article import AnnotatedArticle, LayerContents
from annotator.core.errors import ImportFault
from annotator.core.exchange.work_package import Assignment, WorkPackage, packed
from annotator.core.model import Entity, Layer, Span
from annotator.core.text import sha256
from annotator.formats import article, bundle


def package() -> WorkPackage:
    made = article("Mario Rossi lives in Rome.", title="Rossi")
    layer = Layer(id="l", article_id=made.id, author="anna", created_at="2026-01-01T00:00:00Z")
    entity = Entity(id="e", layer_id="l", span=Span(0, 11), label="PER")
    contents = LayerContents(layer=layer, entities=(entity,))
    annotated_article = AnnotatedArticle(article=made, layers=(contents,))
    return packed([annotated_article], project="p", made_by="anna", made_at="2026-01-01T00:00:00Z")


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "work.vaglio-bundle"
    bundle.write(package(), made)
    return made


def parts(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def rewrite(path, files: dict[str, bytes], how=zipfile.ZIP_DEFLATED, **manifest) -> None:
    """Zip *files* again; the manifest has the right hashes, and *manifest* over what it says."""
    said = json.loads(files["manifest.json"])
    for name, part in said["parts"].items():
        data = files.get(f"{name}.jsonl", b"")
        lines = len(data.splitlines())
        part.update(sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), lines=lines)
    files = files | {"manifest.json": json.dumps(said | manifest).encode()}
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def test_what_is_written_is_read_again(tmp_path):
    people = {sha256("a"): ("anna", "bruno")}
    sent = package()
    sent = WorkPackage(
        **{f: getattr(sent, f) for f in sent.__struct_fields__} | {"assignment": Assignment(people)}
    )
    bundle.write(sent, tmp_path / "x")
    assert bundle.read(tmp_path / "x") == sent


def test_the_same_package_always_makes_the_same_file(tmp_path):
    sent = package()
    bundle.write(sent, tmp_path / "a")
    bundle.write(sent, tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_bundle_cut_anywhere_is_refused(path):
    whole = path.read_bytes()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        with pytest.raises(ImportFault):
            bundle.read(path)


@pytest.mark.parametrize("part", ["articles.jsonl", "versions.jsonl"])
def test_a_part_that_was_altered_does_not_have_its_hash(path, part):
    files = parts(path)
    files[part] = files[part].replace(b"Rossi", b"Verdi").replace(b"PER", b"ORG")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    with pytest.raises(ImportFault, match="not what was written"):
        bundle.read(path)


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "extra.jsonl", "articles.jsonl/x"])
def test_a_bundle_with_other_names_in_it_is_refused_and_writes_nothing(path, name, tmp_path):
    rewrite(path, parts(path) | {name: b"evil"})
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ImportFault, match="other files in it"):
        bundle.read(path)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_name_that_occurs_twice_is_refused(path):
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("articles.jsonl", b"")
    with pytest.raises(ImportFault):
        bundle.read(path)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(path):
    rewrite(path, parts(path) | {"changes.jsonl": b" " * 30_000_000})
    assert path.stat().st_size < 100_000
    with pytest.raises(ImportFault, match="fill your memory"):
        bundle.read(path)


def test_a_bundle_of_a_newer_version_says_so(path):
    rewrite(path, parts(path), format="vaglio-bundle/3", what="new")
    with pytest.raises(ImportFault, match="newer Vaglio"):
        bundle.read(path)


NESTED = b'{"a":' * 100_000 + b"1" + b"}" * 100_000


@pytest.mark.parametrize(
    ("part", "line", "said"),
    [
        ("articles", NESTED, "line 2"),
        ("articles", b"[" * 100_000, "line 2"),
        ("articles", b"\xff\xfe", "line 2"),
        ("articles", b"{}", "line 2"),
        ("changes", b'{"id":1}', "line 1"),
        ("versions", b'{"contents":{},"lineage":[],"at":"","more":1}', "line 2"),
    ],
)
def test_a_line_that_cannot_be_is_told_with_its_number(path, part, line, said):
    files = parts(path)
    files[f"{part}.jsonl"] += line + b"\n"
    rewrite(path, files, zipfile.ZIP_STORED)
    with pytest.raises(ImportFault, match=said):
        bundle.read(path)


def test_any_other_file_is_no_bundle(tmp_path):
    other = tmp_path / "other"
    other.write_text("not a zip")
    with pytest.raises(ImportFault, match="damaged"):
        bundle.read(other)
    with pytest.raises(ImportFault, match="cannot be read"):
        bundle.read(tmp_path / "nowhere")
