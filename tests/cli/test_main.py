"""The command line as scripts rely on it: names, output, exit codes."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.store import Store, rotate
from tests import ROOT

SAMPLE = "Mario Rossi ha detto il 4 gennaio a Roma che i prezzi sono calati del 3%."


@pytest.fixture
def project(tmp_path):
    """A project with one article, imported by anna."""
    article = tmp_path / "uno.txt"
    article.write_text(SAMPLE, encoding="utf-8")
    path = tmp_path / "p.vaglio"
    assert main(["import", str(path), str(article), "--author", "anna"]) == 0
    return path


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_main_job_from_text_to_jsonl(project, tmp_path, capsys):
    assert main(["suggest", str(project)]) == 0
    out = tmp_path / "out.jsonl"
    words = ["export", str(project), "--format", "jsonl", "--layer", "machine", "-o", str(out)]
    assert main(words) == 0
    [line] = lines(out.read_text(encoding="utf-8"))
    text = line["article"]["text"]
    assert line["format"] == "vaglio/1"
    assert line["layer"]["role"] == "machine"
    assert line["entities"]
    assert all(text[e["start"] : e["end"]] == e["text"] for e in line["entities"])
    assert all(text[s["start"] : s["end"]] == s["text"] for c in line["claims"] for s in c["spans"])
    assert "Wrote" in capsys.readouterr().err


def test_suggesting_again_does_nothing(project, capsys):
    assert main(["suggest", str(project), "--json"]) == 0
    assert main(["suggest", str(project), "--json"]) == 0
    assert [line["articles"] for line in lines(capsys.readouterr().out)] == [1, 0]


def test_all_layers_are_one_line_each(project, capsys):
    main(["suggest", str(project)])
    capsys.readouterr()
    assert main(["export", str(project), "--layer", "all", "-o", "-"]) == 0
    out = capsys.readouterr().out
    assert [line["layer"]["author"].split("@")[0] for line in lines(out)] != []


def test_listing_and_showing(project, capsys):
    assert main(["list", str(project), "--json"]) == 0
    [row] = lines(capsys.readouterr().out)
    assert (row["language"], row["status"]) == ("it", "new")
    for wanted in (row["id"], row["id"][:20], "1", "mario rossi"):
        assert main(["show", str(project), wanted, "--json"]) == 0
        assert lines(capsys.readouterr().out)[0]["article"]["id"] == row["id"]


def test_an_unknown_article_says_so(project, capsys):
    assert main(["show", str(project), "nothing like it"]) == 1
    assert "0 articles match" in capsys.readouterr().err


def test_bad_files_are_named_and_make_the_exit_code_one(project, tmp_path, capsys):
    good, bad = tmp_path / "due.txt", tmp_path / "bad.jsonl"
    good.write_text("Un altro articolo.", encoding="utf-8")
    bad.write_text('{"text": "x", "spans": [{"start": 5, "end": 9, "label": "A"}]}\n')
    assert main(["import", str(project), str(good), str(bad), "--json"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["articles"] == 1
    assert "bad.jsonl" in said.err


def test_a_missing_project_is_exit_code_three_and_is_not_made(tmp_path, capsys):
    path = tmp_path / "none.vaglio"
    assert main(["list", str(path)]) == 3
    assert not path.exists()
    assert "none.vaglio" in capsys.readouterr().err


def test_something_else_than_a_project_is_refused(tmp_path, capsys):
    path = tmp_path / "not.vaglio"
    path.write_text("hello", encoding="utf-8")
    assert main(["list", str(path)]) == 3
    assert path.read_text(encoding="utf-8") == "hello"


def test_checking_a_sound_project_finds_nothing(project, capsys):
    main(["suggest", str(project)])
    capsys.readouterr()
    assert main(["check", str(project)]) == 0
    assert "in order" in capsys.readouterr().err


def test_a_backup_can_be_opened(project, tmp_path):
    copy = tmp_path / "copy.vaglio"
    assert main(["backup", str(project), "-o", str(copy)]) == 0
    assert main(["check", str(copy)]) == 0


def test_a_new_project_does_not_replace_one(project):
    assert main(["new", str(project)]) == 3


def test_an_unknown_format_names_the_known_ones(project, tmp_path, capsys):
    words = ["export", str(project), "--format", "nonsense", "-o", str(tmp_path / "x")]
    assert main(words) == 1
    assert "jsonl" in capsys.readouterr().err


def test_a_failed_export_leaves_the_old_file(project, tmp_path):
    out = tmp_path / "folder"
    out.mkdir()
    assert main(["export", str(project), "-o", str(out)]) == 1
    assert out.is_dir()


def test_wrong_words_are_exit_code_two():
    with pytest.raises(SystemExit) as stopped:
        main(["import"])
    assert stopped.value.code == 2


def test_help_shows_examples(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    assert "vaglio export news.vaglio --format jsonl" in capsys.readouterr().out


def test_the_module_runs_and_a_picture_is_drawn_without_a_display(project, tmp_path):
    picture = tmp_path / "page.png"
    command = [sys.executable, "-m", "annotator", "render", str(project), "1", "-o", str(picture)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_reader_that_goes_away_is_no_error(project):
    command = f'"{sys.executable}" -m annotator export "{project}" --layer all -o - | true'
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True)
    assert "Traceback" not in done.stderr


def test_progress_for_the_window_is_json(project, tmp_path, capsys):
    more = tmp_path / "more.txt"
    more.write_text("Altro testo.", encoding="utf-8")
    assert main(["import", str(project), str(more), "--json", "--progress", "json"]) == 0
    told = lines(capsys.readouterr().err)
    assert told[0] == {"progress": 0.0, "what": "more.txt"}


def test_a_damaged_project_says_which_command_brings_back_its_backup(project, tmp_path, capsys):
    path = tmp_path / "it is damaged.vaglio"
    shutil.copyfile(project, path)
    assert main(["check", str(path)]) == 0
    assert "backup" not in capsys.readouterr().err
    with Store.open(path) as store:
        store.connection.execute("UPDATE article SET sha256 = 'x'")
    assert main(["check", str(path)]) == 1
    assert "There is no backup of it is damaged.vaglio beside it." in capsys.readouterr().err
    shutil.copyfile(project, path)
    rotate(path)
    hurt = path.read_bytes()
    for damage in (hurt[: len(hurt) // 2], hurt[:4096] + b"x" * (len(hurt) - 4096)):
        path.write_bytes(damage)
        assert main(["check", str(path)]) == 3
        [said] = [line for line in capsys.readouterr().err.splitlines() if "newest backup" in line]
        words = shlex.split(said.partition(": ")[2])
        assert words.pop(0) == "vaglio"
        assert main(words) == 0
        capsys.readouterr()
        assert main(["check", words[-1]]) == 0
        assert Path(words[-1]).stat().st_mode & 0o777 == 0o600
