"""What the command line says, and to whom: scripts, people, or the window that watches it."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from annotator.core.terminal import erase_line, exact
from annotator.core.visible_text import visible_line

if TYPE_CHECKING:
    from annotator.core.errors import UserError
    from annotator.formats import Report
    from annotator.services.exporting import Progress
    from annotator.services.suggesting import RunProgress
    from annotator.store import BarredArticle

DONE, PARTLY, WRONG_WORDS, NO_PROJECT, CANCELLED = 0, 1, 2, 3, 130


def say(line: str) -> None:
    """Tell the person, never the script."""
    print(line, file=sys.stderr)


def say_remark(given: argparse.Namespace, said: UserError) -> None:
    """As `say`; to the window in parts, which it says in its own language."""
    if given.key_on_stdin:
        from annotator.services.results import Fault

        exact(as_json({"fault": Fault.of(said)}), sys.stderr)
    else:
        say(f"vaglio: {said}")


def say_lost(how: str, report: Report) -> None:
    """Tell of each kind of loss once: how often, and where first."""
    for (what, why), count in report.tally.items():
        first = next(loss for loss in report.lost if (loss.what, loss.why) == (what, why))
        say(f"{how}: {what} ({count} times, first in {first.where}): {why}")


def deletion_of(gone: BarredArticle) -> str:
    """That an article was deleted for good, by whom, when and why."""
    why = f" ({gone.reason})" if gone.reason else ""
    return f"“{gone.title}” was deleted for good by {gone.by} on {gone.at[:10]}{why}"


def progress(given: argparse.Namespace) -> Progress | None:
    """How to tell of progress: a line on a terminal, JSON for the window, nothing in a pipe."""
    wanted = given.progress or "auto"
    if wanted == "json":
        return _tell_json
    return _tell_terminal if wanted == "auto" and sys.stderr.isatty() else None


def _tell_json(share: float, what: str) -> None:
    exact(as_json({"progress": round(share, 4), "what": what}), sys.stderr)
    sys.stderr.flush()


def _tell_terminal(share: float, what: str) -> None:
    erase_line(sys.stderr)
    print(f"{share:4.0%}  {visible_line(what[:90])}", end="", file=sys.stderr, flush=True)


def pace(given: argparse.Namespace) -> Callable[[RunProgress], None] | None:
    """As `progress`, for work whose rate and time left are worth telling."""
    tell = progress(given)
    if tell is None:
        return None
    return lambda at: tell(at.share, paced(at))


def paced(at: RunProgress) -> str:
    """``3,420 of 10,000 · 4.2 a second · 26 min left · Title``."""
    said = [f"{at.done:,} of {at.total:,}"]
    if at.done:
        said.append(f"{at.rate:.1f} a second")
    if at.left_s is not None:
        said.append(f"{lasting(at.left_s)} left")
    return " · ".join([*said, at.title])


def lasting(seconds: float) -> str:
    """``40 s``, ``26 min``, ``3 h 05 min``."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"


def clear(given: argparse.Namespace) -> None:
    if progress(given) is _tell_terminal:
        erase_line(sys.stderr)


def share(value: float | None) -> str:
    """0.873 as ``.873``; what cannot be told as a dash."""
    if value is None:
        return "–"
    return "1.00" if value >= 0.9995 else f"{value:.3f}"[1:]


def print_json(value: object, *, aside: bool = False) -> None:
    """A line for scripts, byte by byte as promised; *aside* where the output is something else."""
    exact(as_json(value), sys.stderr if aside else sys.stdout)


def as_json(value: object) -> str:
    """*value* in one line; of names of files, bytes that are no characters become question marks."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        words = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
        return words.encode(errors="replace").decode()


def say_how_to_restore(path: Path) -> None:
    """Say which backup of a damaged project there is, and the command that brings it back."""
    from annotator.store import listing, while_open

    kept = [backup_file.path for backup_file in listing(path)] or [while_open(path)]
    if not kept[0].is_file():
        say(f"There is no backup of {path.name} beside it.")
        return
    anew = path.with_name(f"{path.stem} restored{path.suffix}")
    command = shlex.join(["vaglio", "backup", str(kept[0]), "-o", str(anew)])
    say(f"The newest backup, as a project of its own: {command}")
    if len(kept) > 1:
        say(f"{len(kept) - 1} older ones are in {kept[0].parent}")
