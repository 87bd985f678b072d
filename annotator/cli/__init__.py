"""The command line: a face of the desk.

Output that scripts read goes to standard output, everything said to people to standard error.
Exit codes: 0 done, 1 some of it could not be done, 2 wrong words, 3 the project could not be
opened or used, 130 cancelled.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from types import FrameType

from annotator.core.errors import ProjectFault, UserError
from annotator.core.terminal import guard, unguard
from annotator.store.database.errors import DamagedProject

from . import protecting
from .parser import make_parser
from .telling import CANCELLED, DONE, NO_PROJECT, PARTLY, say, say_how_to_restore, say_remark


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. Nothing that it prints acts on the terminal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a name may be no text, and is said all the same
            stream.reconfigure(errors="backslashreplace")
    guard()
    try:
        return _run(words)
    finally:
        unguard()


def _run(words: Sequence[str] | None) -> int:
    given = make_parser().parse_args(words)
    # Millions of records come and go here, none of them in circles: look for those less often.
    gc.set_threshold(100_000, 50, 100)
    signal.signal(signal.SIGTERM, _cancel)
    try:
        protecting.unlock(given)
        return int(given.run(given))
    except ProjectFault as fault:
        say_remark(given, fault)
        if (
            isinstance(fault, DamagedProject)
            and getattr(given, "project", None)
            and not given.key_on_stdin
        ):
            say_how_to_restore(given.project)
        return NO_PROJECT
    except UserError as fault:
        say_remark(given, fault)
        return PARTLY
    except KeyboardInterrupt:
        say("vaglio: cancelled; what was finished before is kept")
        return CANCELLED
    except BrokenPipeError:
        # the reader of our output went away, as `head` does; not ours to complain about
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _cancel(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
