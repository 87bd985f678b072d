"""The command line: a face of the session, without a window.

`COMMANDS` names the commands; the module of the same name adds the words of a command and runs it,
and is loaded when the command is used. Output that scripts read goes to standard output,
everything said to people to standard error.
"""

from __future__ import annotations

import argparse
import gc
import keyword
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from types import FrameType
from typing import Any

from annotator import __version__
from annotator.core.errors import ProjectFault, UserError
from annotator.core.terminal import guard, unguard

from .output import CANCELLED, DONE, NO_PROJECT, PARTLY, say, say_how_to_restore, say_remark

COMMANDS = {
    "new": "Make an empty project.",
    "import": "Import articles; PROJECT is made if it is not there.",
    "watch": "Bring in what is new or changed in folders and files, now and from now on.",
    "suggest": "Let the machine highlight all articles it has not seen.",
    "export": "Write labelled data.",
    "keep": "Keep saved pages and PDFs with the project, as sources.",
    "list": "List articles: id, status, language, entities, claims, undecided.",
    "claims": "List claims: who says it, priority, evidence, verdict, and whether the rule is met.",
    "show": "Print one article with its layers.",
    "about": "Say, or set right, what is known of an article.",
    "render": "Draw an article as the window shows it, to a PNG file.",
    "open": "Open the window on a project (or on the last one).",
    "evaluate": "Measure one layer by another: two exports, or two layers of a project.",
    "learn": "Learn from judged articles, and say what it gains; nothing changes without --apply.",
    "agreement": "How far the people of a project agree: F1, kappa, alpha, by label, pair and article.",
    "progress": "Who has done what, how long it takes, and where the suggestions are weak.",
    "said-before": "Find claims of other articles that say the same, or otherwise, and in what.",
    "compare": "What two or more layers say otherwise, one by one.",
    "adjudicate": "Accept what all who submitted say alike into the gold layer, as one logged act.",
    "review-rules": "Say, or set, how the project is reviewed.",
    "bundle": "Write what colleagues need to go on with your work.",
    "merge": "Bring in colleagues' work: bundles, our JSONL, whole projects.",
    "versions": "Say of which layers one person made two versions, and decide which of them it is.",
    "assign": "Share out articles to analysts, some to two; without --to, say who has what.",
    "labels": "List the labels; take in or write a codebook (REFI-QDA).",
    "reanchor": "Place your annotations of an article in another text of it, by their words.",
    "delete": "Delete articles for good, with all that was made of them; it cannot be undone.",
    "check": "Verify all that is stored: texts, offsets, owners, the log.",
    "backup": "Copy the project safely, also while it is open.",
    "doctor": "Say what is installed and whether it fits.",
    "encrypt": "Protect the project with a passphrase.",
    "decrypt": "Take the protection away again.",
    "passphrase": "Change the passphrase of an encrypted project.",
    "recover": "Set a new passphrase with the recovery words.",
}
"""In the order of the help. ``open`` has no module: the window opens before the command line is read."""

EXAMPLES = """\
examples:
  vaglio                                            open the window
  vaglio import news.vaglio articles/ more.jsonl    import folders and files
  vaglio suggest news.vaglio                        highlight entities and claims
  vaglio open news.vaglio                           correct them
  vaglio export news.vaglio --format jsonl --layer mine -o labelled.jsonl
  vaglio check news.vaglio                          verify everything that is stored

exit codes: 0 done, 1 some of it could not be done, 2 wrong words,
            3 the project could not be opened or used, 130 cancelled
"""


class CommandParser(argparse.ArgumentParser):
    """The parser of one command; its words come from the module of the command, when it is used."""

    def load(self) -> None:
        name = self.prog.split()[-1]
        if name in COMMANDS and name != "open" and self.get_default("run") is None:
            file = name.replace("-", "_") + ("_" if keyword.iskeyword(name) else "")
            module = import_module(f".{file}", __name__)
            module.add_arguments(self)
            ways = ["auto", "json", "none"]  # JSON is for the window
            self.add_argument("--progress", choices=ways, help=argparse.SUPPRESS)
            self.set_defaults(run=module.run, command=name, progress="auto")

    def parse_known_args(self, *given: Any, **named: Any) -> Any:
        self.load()
        return super().parse_known_args(*given, **named)


def make_parser() -> argparse.ArgumentParser:
    """The parser of ``vaglio``; a parsed line has the function to run in ``run``."""
    parser = argparse.ArgumentParser(
        prog="vaglio",
        description="Label entities and claims in news. With no command it opens the window.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"vaglio {__version__}")
    parser.add_argument("--key-on-stdin", action="store_true", help=argparse.SUPPRESS)
    under = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=CommandParser)
    for name, text in COMMANDS.items():
        under.add_parser(name, help=text, description=text)
    return parser


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
        from .passphrases import unlock  # loads the store, which help does without

        unlock(given)
        return int(given.run(given))
    except ProjectFault as fault:
        say_remark(given, fault)
        _say_way_out(given, fault)
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


def _say_way_out(given: argparse.Namespace, fault: ProjectFault) -> None:
    """How a damaged project is restored; the window has a dialog for that."""
    from annotator.store.database.errors import DamagedProject

    if isinstance(fault, DamagedProject) and "project" in given and not given.key_on_stdin:
        say_how_to_restore(given.project)


def _cancel(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
