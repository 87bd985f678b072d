"""Encrypted projects on the command line, beside the work, and where the extra is absent."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import textwrap

import msgspec
import pytest

from annotator.cli import main
from annotator.cli import passphrases as command_line
from annotator.core import recovery_words
from annotator.core.paths import RESOURCES
from annotator.isolation.child import child
from annotator.services import exporting, protection
from annotator.services.session import Session
from annotator.store import Store
from annotator.store.database import keys
from annotator.suggest import suggest
from annotator.suggest.pipelines.rules import RulesSuggester
from tests.services.test_session import paste

PASSPHRASE = "quattro parole strane qui"
MARKED = "{Il bilancio di Grottaminarda cala|CLAIM}, dice [Segretissimo Rossi|PER]."
WORDS = (b"Segretissimo", b"segretissimo", b"Grottaminarda")


@pytest.fixture(autouse=True)
def forgetting():
    yield
    keys._known.clear()
    command_line._given.clear()


@pytest.fixture
def encrypted(tmp_path):
    pytest.importorskip("sqlcipher3")
    path = tmp_path / "p.vaglio"
    with Store.create(path, key=protection.new_key(PASSPHRASE)) as store:
        paste(Session(store, "anna"), MARKED)
    return path


def run(monkeypatch, *words, typed="", **variables):
    """As a script runs the command line, in a process that knows no key yet."""
    keys._known.clear()
    for name in command_line._NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    return main([str(word) for word in words])


def test_from_new_to_recovered_with_scripts(tmp_path, monkeypatch, capsys):
    pytest.importorskip("sqlcipher3")
    path = tmp_path / "p.vaglio"
    page = tmp_path / "page.txt"
    page.write_text("A Grottaminarda parla Segretissimo.", encoding="utf-8")
    assert run(monkeypatch, "new", "--encrypt", path, VAGLIO_PASSPHRASE=PASSPHRASE) == 0
    assert len(capsys.readouterr().out.split()) == 48
    assert run(monkeypatch, "import", path, page, VAGLIO_PASSPHRASE=PASSPHRASE) == 0
    assert "VAGLIO_PASSPHRASE" not in os.environ
    assert not [w for w in WORDS if w in path.read_bytes()]
    assert run(monkeypatch, "list", path, VAGLIO_PASSPHRASE="another one") == 3
    assert "does not open p.vaglio" in capsys.readouterr().err
    assert run(monkeypatch, "list", path) == 3
    assert "protected with a passphrase" in capsys.readouterr().err
    secrets = {"VAGLIO_PASSPHRASE": PASSPHRASE, "VAGLIO_NEW_PASSPHRASE": "una frase nuova"}
    assert run(monkeypatch, "passphrase", path, "--words", "it", **secrets) == 0
    printed = capsys.readouterr().out
    assert run(monkeypatch, "recover", path, typed=printed, VAGLIO_PASSPHRASE="la terza frase") == 0
    assert run(monkeypatch, "check", path, VAGLIO_PASSPHRASE="la terza frase") == 0
    assert run(monkeypatch, "encrypt", path) == 3
    assert run(monkeypatch, "decrypt", path, VAGLIO_PASSPHRASE="la terza frase") == 0
    assert run(monkeypatch, "check", path) == 0


def test_a_passphrase_comes_from_an_open_file(encrypted, tmp_path, monkeypatch, capsys):
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE + "\nuna frase nuova\n", encoding="utf-8")
    number = os.open(secret, os.O_RDONLY)
    assert run(monkeypatch, "passphrase", encrypted, VAGLIO_PASSPHRASE_FD=str(number)) == 0
    assert run(monkeypatch, "list", encrypted, VAGLIO_PASSPHRASE_FD="987") == 1
    assert "cannot be read from 987" in capsys.readouterr().err
    assert run(monkeypatch, "list", encrypted, VAGLIO_PASSPHRASE="una frase nuova") == 0


def test_a_short_passphrase_is_refused_and_nothing_is_made(tmp_path, monkeypatch, capsys):
    pytest.importorskip("sqlcipher3")
    path = tmp_path / "p.vaglio"
    for short in ("corta", "aaaaaaaaaaaa"):
        assert run(monkeypatch, "new", "--encrypt", path, VAGLIO_PASSPHRASE=short) == 1
    assert "too short" in capsys.readouterr().err
    assert not path.exists()


def test_no_process_has_a_key_among_its_words(encrypted, monkeypatch):
    key = keys.unlock(encrypted, PASSPHRASE)
    for each in (child("annotator.cli:main", "--key-on-stdin", "list", str(encrypted)),):
        said = " ".join([*each.command, *each.environment.values()])
        assert key.secret.hex() not in said
        done = subprocess.run(
            each.command, env=each.environment, input=keys.lines(), capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_the_second_process_of_a_large_export_reads_it_too(tmp_path, monkeypatch):
    pytest.importorskip("sqlcipher3")
    with Store.create(tmp_path / "p.vaglio", key=protection.new_key(PASSPHRASE)) as store:
        session = Session(store, "anna")
        for number in range(130):
            session.import_text(f"A Grottaminarda {number} parla Segretissimo.")
        one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
        everything = exporting.ExportSelection("jsonl", "all", "anna")
        exporting.export(store, one, everything, None)
        monkeypatch.setattr(exporting, "MUCH", 1)
        monkeypatch.setattr(exporting, "_cores", lambda: 2)
        exporting.export(store, two, everything, None)
    assert one.read_bytes() == two.read_bytes()
    assert len(one.read_text("utf-8").splitlines()) == 130


def test_the_process_that_finds_claims_reads_it_and_keeps_no_vectors(
    encrypted, tmp_path, monkeypatch
):
    from annotator.services import similar_claims
    from annotator.suggest.model import encoder

    if encoder.fault():
        pytest.skip("the model is not here")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    keys.unlock(encrypted, PASSPHRASE)
    it = similar_claims.process(encrypted, "anna")
    request = similar_claims.SearchRequest(1, "other", "Il bilancio di Grottaminarda scende")
    done = subprocess.run(
        it.command,
        env=it.environment,
        input=keys.lines() + msgspec.json.encode(request) + b"\n",
        capture_output=True,
        check=False,
        timeout=120,
    )
    answers = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    assert answers[0]["ready"], done.stderr
    assert answers[-1]["found"]
    assert not [p for p in (tmp_path / "cache").rglob("*") if p.is_file()]


def test_what_was_kept_of_it_outside_goes_when_it_is_protected(tmp_path, monkeypatch):
    pytest.importorskip("sqlcipher3")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "p.vaglio"
    with Store.create(path) as store:
        paste(Session(store, "anna"), MARKED)
        id_ = store.project_id
    vectors = tmp_path / "cache" / "vaglio" / "meaning"
    checkpoint = tmp_path / "cache" / "vaglio" / "halfway"
    for folder, name in (
        (vectors, f"{id_}-x.f16"),
        (vectors, "other-x.f16"),
        (checkpoint, "a.jsonl"),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"words")
    protection.encrypt(path, protection.new_key(PASSPHRASE))
    left = [p.name for p in (tmp_path / "cache").rglob("*") if p.is_file()]
    assert left == ["other-x.f16"]


def test_of_a_very_long_secret_article_nothing_is_kept_halfway(tmp_path, monkeypatch):
    from annotator import formats

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    text = "Il sindaco Segretissimo Rossi parla a Grottaminarda del bilancio. " * 2000
    article = formats.article(text, title="x")

    class Stopped(Exception):
        pass

    def stop(_share):
        raise Stopped

    for is_secret, files in ((True, 0), (False, 1)):
        with pytest.raises(Stopped):
            suggest(article, layer_id="l", by=RulesSuggester(), progress=stop, is_secret=is_secret)
        kept = [p for p in (tmp_path / "cache").rglob("*.jsonl") if p.is_file()]
        assert len(kept) == files


_BLOCKED = """
    import sys
    sys.modules["sqlcipher3"] = None
    from pathlib import Path
    from annotator.cli import main
    from annotator.store import Store
    made = Path(sys.argv[1]) / "plain.vaglio"
    assert main(["import", str(made), sys.argv[2]]) == 0
    assert main(["check", str(made)]) == 0
    assert main(["backup", str(made)]) == 0
    assert main(["encrypt", str(made)]) == 3
    assert main(["new", "--encrypt", str(made.with_name("n.vaglio"))]) == 3
    assert not made.with_name("n.vaglio").exists()
    assert main(["list", sys.argv[3]]) == 3
    assert main(["check", str(made)]) == 0
"""


def test_without_the_extra_plain_projects_are_as_ever_and_others_say_what_to_install(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("A Grottaminarda parla Segretissimo.", encoding="utf-8")
    secret = tmp_path / "secret.vaglio"
    secret.write_bytes(keys.new_key(PASSPHRASE).salt + os.urandom(20 * 4096 - 16))
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_BLOCKED), str(tmp_path), str(page), str(secret)],
        env=os.environ | {"VAGLIO_PASSPHRASE": PASSPHRASE},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(b'pip install "vaglio[encryption]"') == 3


def test_a_plain_project_never_loads_the_extra(tmp_path):
    code = (
        "import sys; from pathlib import Path; from annotator.store import Store;"
        " Store.create(Path(sys.argv[1])).close();"
        " print([m for m in sys.modules if 'sqlcipher' in m or m == 'cryptography'])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "p.vaglio")],
        capture_output=True,
        check=True,
        text=True,
    )
    assert said.stdout.strip() == "[]"


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_lists_are_whole_and_the_words_those_of_the_standard(language):
    listed = (RESOURCES / "recovery" / f"{language}.txt").read_text("utf-8").split()
    assert len(listed) == len(set(listed)) == 2048
    if language == "en":  # vectors of BIP-39
        assert recovery_words.words_of(bytes(32), listed) == ["abandon"] * 23 + ["art"]
        assert recovery_words.words_of(b"\xff" * 32, listed) == ["zoo"] * 23 + ["vote"]
    for secret in (bytes(32), b"\xff" * 32, bytes(range(32))):
        words = recovery_words.words_of(secret, listed)
        assert recovery_words.secret_of(" ".join(words), {language: listed}) == secret
