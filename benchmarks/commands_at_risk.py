"""Every command that writes, with what must hold whatever stops it: all of it, or nothing.

`benchmarks.kill_window` kills them at random moments, `benchmarks.faults` takes the disk away.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.core.errors import UserError
from annotator.formats import bundle
from annotator.services.collaboration import Collaboration
from annotator.services.exporting import ExportSelection, export
from annotator.services.session import Session
from annotator.store import ArticleFilter, Store, check

from . import team

PROJECT = "p.vaglio"
Summary = dict[str, tuple[object, ...]]
"""What a project says, without the ids and times that differ from run to run: by text."""


class Command(NamedTuple):
    """One use of the command line, in a folder that `prepare` has made."""

    name: str
    words: tuple[str, ...]
    output: str = ""  # the file that it makes
    one_by_one: bool = False  # each article by itself; else all of them or none
    is_slow: bool = False  # loads the models of the machine


COMMANDS = (
    Command("new", ("new", "new.vaglio"), output="new.vaglio"),
    Command("import", ("import", PROJECT, "more.jsonl")),
    Command("import a folder", ("import", PROJECT, "texts"), one_by_one=True),
    Command("merge", ("merge", PROJECT, "bruno.vaglio-bundle")),
    Command("adjudicate", ("adjudicate", PROJECT, "--unanimous", "--author", "dora")),
    Command("assign", ("assign", PROJECT, "--to", "anna,bruno")),
    Command("about", ("about", PROJECT, "1", "--title", "Altro titolo")),
    Command("keep", ("keep", PROJECT, "page.html")),
    Command("watch", ("watch", PROJECT, "texts", "--once"), one_by_one=True),
    Command("repair", ("check", "damaged.vaglio", "--repair")),
    Command("backup", ("backup", PROJECT, "-o", "copy.vaglio"), output="copy.vaglio"),
    Command("backup beside", ("backup", PROJECT)),
    Command("bundle", ("bundle", PROJECT, "-o", "sent.vaglio-bundle"), output="sent.vaglio-bundle"),
    *(
        Command(
            f"export {format_}",
            ("export", PROJECT, "--format", format_, "--layer", "all", "-o", f"out.{format_}"),
            output=f"out.{format_}",
        )
        for format_ in ("jsonl", "brat", "conllu")
    ),
    Command("suggest", ("suggest", PROJECT, "--jobs", "2"), one_by_one=True, is_slow=True),
)


def prepare(folder: Path, *, articles: int = 12, seed: int = 1) -> None:
    """A project, and what the commands need beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(seed)
    team.make(folder / PROJECT, articles=articles, seed=seed)
    (folder / "texts").mkdir()
    for number in range(5):
        (folder / "texts" / f"t{number}.txt").write_text(team.text_of(dice, 500 + number), "utf-8")
    (folder / "page.html").write_text(f"<title>P</title><p>{team.text_of(dice, 9)}</p>", "utf-8")
    other = folder / "other.vaglio"
    team.make(other, articles=articles, seed=seed + 1)
    with Store.open(other) as store:
        session = Session(store, "bruno")
        Collaboration(session).send(folder / "bruno.vaglio-bundle")
        chosen = ExportSelection("jsonl", "all", session.analyst)
        export(store, folder / "more.jsonl", chosen, None)
    other.unlink()
    _damage(folder)


def _damage(folder: Path) -> None:
    """A copy whose full-text index and counts are wrong: what a repair makes again."""
    damaged = folder / "damaged.vaglio"
    shutil.copy(folder / PROJECT, damaged)
    with sqlite3.connect(damaged) as conn:
        conn.execute("UPDATE article SET characters = characters + 1")
    conn.close()


def run(command: Command, folder: Path, *, before: Sequence[str] = (), **how) -> tuple[int, str]:
    """Run it there (*before* it: what starts it); its exit code and all that it said."""
    words = [*before, sys.executable, "-m", "annotator", *command.words]
    done = subprocess.run(
        words, cwd=folder, env=environment(folder), capture_output=True, timeout=300, **how
    )
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")


def environment(folder: Path) -> dict[str, str]:
    """As on a machine that is asked to keep everything in the home of *folder*'s own."""
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    root = str(Path(__file__).resolve().parent.parent)
    keep = {"PYTHONPATH": root, "HOME": str(home), "VAGLIO_ANALYST": "anna", "LANG": "C.UTF-8"}
    return {**os.environ, **keep, "XDG_CACHE_HOME": str(home / ".cache"), "PYTHONUTF8": "1"}


def project_of(command: Command) -> str:
    """The project that it writes to."""
    return command.words[1]


def summary(path: Path) -> Summary:
    """What the project at *path* says; {} where there is none."""
    if not path.exists():
        return {}
    with Store.open(path) as store:
        said: Summary = {}
        for annotated_article in store.annotated_articles(store.queue(ArticleFilter(analyst=""))):
            layers = sorted(
                (c.layer.author, c.layer.status, len(list(c.records())))
                for c in annotated_article.layers
            )
            said[annotated_article.article.sha256] = (annotated_article.article.title, *layers)
        shared = (len(store.sources()), store.setting("assignment") is not None)
        return {**said, "shared": shared}


def wrong_with(
    command: Command, folder: Path, before: Summary, after: Summary, whole: bytes
) -> list[str]:
    """What must not be so once *command* was stopped; empty is good.

    *before* and *after* are what the project said without it and with all of it; *whole* is the
    file that it makes.
    """
    project = folder / project_of(command)
    wrong = _project(command, project, before, after)
    made = folder / command.output
    if command.output and made.exists() and command.output != project_of(command):
        wrong += _file(made, whole)
    kept = folder / f"{PROJECT}-backups"
    for path in sorted(kept.glob("2*.vaglio")) if kept.exists() else ():
        wrong += [f"backup {each}" for each in _flaws(path)]
    return wrong


def _project(command: Command, project: Path, before: Summary, after: Summary) -> list[str]:
    if not project.exists():
        return [] if command.name == "new" else [f"{project.name} is gone"]
    is_damaged = command.name == "repair"
    wrong = [] if is_damaged else _flaws(project)
    try:
        said = summary(project)
    except UserError as err:
        return [*wrong, f"{project.name}: {err}"]
    if said in (before, after):
        return wrong
    if not command.one_by_one:
        return [*wrong, f"{project.name} holds a part of what {command.name} does"]
    for key in said.keys() | before.keys():
        if said.get(key) not in (before.get(key), after.get(key)):
            wrong.append(f"{command.name}: a part of an article, {said.get(key)}")
    return wrong


def _flaws(path: Path) -> list[str]:
    try:
        with Store.open(path) as store:
            return [f"{path.name}: {found.code} {found.what}" for found in check(store)]
    except UserError as err:
        return [f"{path.name}: {err}"]


def _file(made: Path, whole: bytes) -> list[str]:
    """A file under its final name is whole: as it is without a fault, or it reads through."""
    if made.suffix == ".vaglio":
        return _flaws(made)
    try:
        if made.suffix == ".vaglio-bundle":
            bundle.read(made)
        elif made.read_bytes() != whole:
            return [f"{made.name} is not what it is without a fault"]
    except (UserError, zipfile.BadZipFile, OSError) as err:
        return [f"{made.name}: {err}"]
    return []


def left_over(folder: Path) -> list[str]:
    """Files that nobody will ever look at again."""
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.name.endswith((".part", ".part-wal", ".part-shm", ".part-journal", ".tmp"))
    )
