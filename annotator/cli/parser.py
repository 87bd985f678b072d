"""The words of the command line."""

from __future__ import annotations

import argparse
import getpass
import os
from pathlib import Path
from typing import Any

from annotator import __version__

from . import (
    agreeing,
    commands,
    comparing,
    deciding,
    deleting,
    exchanging,
    importing,
    keeping,
    labels,
    measuring,
    progressing,
    protecting,
    teaching,
    watching,
)

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


def make_parser() -> argparse.ArgumentParser:
    """The parser of ``vaglio``; a parsed line has the command's function in ``run``."""
    parser = argparse.ArgumentParser(
        prog="vaglio",
        description="Label entities and claims in news. With no command it opens the window.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"vaglio {__version__}")
    parser.add_argument("--key-on-stdin", action="store_true", help=argparse.SUPPRESS)
    under = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_in_and_out(under)
    _add_sources(under)
    _add_looking(under)
    _add_measuring(under)
    _add_people(under)
    _add_exchange(under)
    _add_care(under)
    _add_protecting(under)
    return parser


def _add_in_and_out(under: Any) -> None:
    each = _command(under, "new", protecting.new, "Make an empty project.")
    protecting.add_words(each)
    each.add_argument("--encrypt", action="store_true", help="protect it with a passphrase")
    each = _command(
        under, "import", importing.import_, "Import articles; PROJECT is made if it is not there."
    )
    each.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files or folders")
    each.add_argument("--preview", action="store_true", help="only say what would come")
    each.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        help='JSON: {"PERSON": "PER", "MISC": ""}; or so of labels, relations, attributes, columns',
    )
    each.add_argument(
        "--bring-back", action="store_true", help="also articles that were deleted here for good"
    )
    each.add_argument("--plan", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    _tells(each)
    each = _command(
        under,
        "watch",
        watching.watch_,
        "Bring in what is new or changed in folders and files, now and from now on.",
    )
    each.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="watch this as well")
    each.add_argument(
        "--remove", action="append", default=[], type=Path, metavar="PATH", help="no longer"
    )
    each.add_argument("--list", action="store_true", help="only say what is watched")
    each.add_argument("--once", action="store_true", help="look once, and end")
    _tells(each)
    each = _command(
        under,
        "suggest",
        commands.suggest,
        "Let the machine highlight all articles it has not seen.",
    )
    each.add_argument(
        "--pipeline",
        action="append",
        default=[],
        metavar="LANGUAGE=NAME",
        help="an installed spaCy pipeline reads this language",
    )
    each.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="[NAME:]LABEL=OURS",
        help="what a pipeline's label is here; nothing after = leaves it out",
    )
    each.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="how many processes read (default: as many as pay)",
    )
    _tells(each)
    each = _command(under, "export", commands.export, "Write labelled data.")
    each.add_argument(
        "--format",
        default="jsonl",
        metavar="FORMAT",
        help="jsonl (default), flat, docbin, claimreview, report-html …: see docs/formats.md",
    )
    each.add_argument(
        "--layer", default="mine", metavar="LAYER", help="mine, machine, gold, all or a name"
    )
    each.add_argument("--status", help="only articles whose layer of yours has this status")
    each.add_argument("--article", action="append", default=[], metavar="ARTICLE")
    each.add_argument(
        "--articles-in", type=Path, metavar="FILE", help="only those whose ids a file lists"
    )
    each.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="- is standard output"
    )
    _tells(each)


def _add_sources(under: Any) -> None:
    each = _command(
        under, "keep", keeping.keep, "Keep saved pages and PDFs with the project, as sources."
    )
    each.add_argument("files", nargs="+", type=Path, metavar="FILE")
    each.add_argument("--source", metavar="ID", help="the source whose file it is")
    _tells(each)


def _add_looking(under: Any) -> None:
    each = _command(
        under,
        "list",
        commands.list_,
        "List articles: id, status, language, entities, claims, undecided.",
    )
    each.add_argument(
        "--status", choices=["new", "draft", "submitted", "changes_requested", "approved"]
    )
    each.add_argument("--language", metavar="CODE")
    each.add_argument("--label", metavar="LABEL", help="only articles with this label")
    each.add_argument("--undecided", action="store_true", help="only with unjudged suggestions")
    each.add_argument(
        "--to-review", action="store_true", help="only those that colleagues have submitted"
    )
    each.add_argument("--assigned", action="store_true", help="only those that were given to you")
    each.add_argument(
        "--order",
        default="imported",
        choices=["imported", "newest", "title", "published", "undecided", "teaching"],
        help="teaching: first what pays most to annotate next (default: %(default)s)",
    )
    _tells(each, progress=False)
    each = _command(under, "show", commands.show, "Print one article with its layers.")
    each.add_argument(
        "article", metavar="ARTICLE", help="id, number in the list, or part of the title"
    )
    _tells(each, progress=False)
    each = _command(
        under, "about", commands.about, "Say, or set right, what is known of an article."
    )
    each.add_argument("article", metavar="ARTICLE")
    for name in ("title", "publisher", "written-by", "published", "url", "language"):
        each.add_argument(f"--{name}", metavar="TEXT")
    _tells(each, progress=False)
    each = _command(
        under, "render", commands.render, "Draw an article as the window shows it, to a PNG file."
    )
    each.add_argument("article", nargs="?", default="1", metavar="ARTICLE")
    each.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    each.add_argument("--width", type=int, default=1100, metavar="PIXELS")
    each.add_argument("--dark", action="store_true")
    under.add_parser("open", help="Open the window on a project (or on the last one).")


def _add_measuring(under: Any) -> None:
    each = _command(
        under,
        "evaluate",
        measuring.evaluate,
        "Measure one layer by another: two exports, or two layers of a project.",
        project=False,
    )
    each.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="GOLD FOUND, or one PROJECT"
    )
    each.add_argument(
        "--layers", metavar="GOLD,FOUND", help="in a project: mine, machine, gold or names"
    )
    each.add_argument("--html", type=Path, metavar="FILE", help="write a page with a picture")
    _author(each)
    _tells(each, progress=False)
    each = _command(
        under,
        "learn",
        teaching.learn,
        "Learn from judged articles, and say what it gains; nothing changes without --apply.",
    )
    each.add_argument("--apply", action="store_true", help="use it, if it gains, as a new version")
    each.add_argument("--versions", action="store_true", help="list the versions; * is in use")
    each.add_argument("--use", type=int, metavar="N", help="go back to version N; 0 is as shipped")
    _tells(each)


def _add_people(under: Any) -> None:
    each = _command(
        under,
        "agreement",
        agreeing.agreement,
        "How far the people of a project agree: F1, kappa, alpha, by label, pair and article.",
    )
    each.add_argument(
        "--layers", metavar="NAMES", help="whose: names, machine, gold, with commas between"
    )
    each.add_argument("--drafts", action="store_true", help="count what is not submitted, too")
    each.add_argument("--gamma", action="store_true", help="by pygamma-agreement, if it is there")
    each.add_argument("--html", type=Path, metavar="FILE", help="write a page with pictures")
    _tells(each)

    each = _command(
        under,
        "progress",
        progressing.progress,
        "Who has done what, how long it takes, and where the suggestions are weak.",
    )
    _tells(each, progress=False)

    each = _command(
        under, "compare", comparing.compare, "What two or more layers say otherwise, one by one."
    )
    each.add_argument(
        "--layers", required=True, metavar="NAMES", help="whose: names, machine, gold"
    )
    each.add_argument("--article", action="append", default=[], metavar="ARTICLE")
    _tells(each, progress=False)
    each = _command(
        under,
        "adjudicate",
        comparing.adjudicate,
        "Accept what all who submitted say alike into the gold layer, as one logged act.",
    )
    each.add_argument("--unanimous", action="store_true", help="what all say alike")
    each.add_argument("--all", action="store_true", help="leave no sample of it for a look")
    each.add_argument("--layers", metavar="NAMES", help="whose; else of all who submitted")
    each.add_argument("--article", action="append", default=[], metavar="ARTICLE")
    _tells(each, progress=False)


def _add_exchange(under: Any) -> None:
    each = _command(
        under, "bundle", exchanging.bundle, "Write what colleagues need to go on with your work."
    )
    each.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="NAME.vaglio-bundle"
    )
    each.add_argument(
        "--layers", metavar="NAMES", help="whose layers: mine, gold, names (default: all people's)"
    )
    each.add_argument("--article", action="append", default=[], metavar="ARTICLE")
    _tells(each)
    each = _command(
        under,
        "merge",
        exchanging.merge,
        "Bring in colleagues' work: bundles, our JSONL, whole projects.",
    )
    each.add_argument("files", nargs="+", type=Path, metavar="FILE")
    each.add_argument("--dry-run", action="store_true", help="only say what would come")
    decided = each.add_mutually_exclusive_group()
    decided.add_argument(
        "--delete-too",
        dest="on_deleted",
        action="store_const",
        const="delete",
        help="delete all that colleagues deleted, also what they did not know the work on",
    )
    decided.add_argument(
        "--keep-deleted",
        dest="on_deleted",
        action="store_const",
        const="keep",
        help="keep here what colleagues deleted",
    )
    each.set_defaults(on_deleted="ask")
    _tells(each)
    each = _command(
        under,
        "versions",
        deciding.versions,
        "Say of which layers one person made two versions, and decide which of them it is.",
    )
    each.add_argument("--take", metavar="ID", help="decide for this version; the others are kept")
    each.add_argument("--all", action="store_true", help="also what was decided already")
    _tells(each, progress=False)
    each = _command(
        under,
        "assign",
        exchanging.assign,
        "Share out articles to analysts, some to two; without --to, say who has what.",
    )
    each.add_argument("--to", metavar="NAMES", help="to whom, with commas between")
    each.add_argument(
        "--overlap",
        type=float,
        default=0.2,
        metavar="SHARE",
        help="of the articles go to two people (default: %(default)s)",
    )
    each.add_argument("--seed", type=int, default=1, help="the same seed shares out the same way")
    each.add_argument("--anew", action="store_true", help="also what somebody has already")
    _tells(each, progress=False)
    each = _command(
        under, "labels", labels.labels, "List the labels; take in or write a codebook (REFI-QDA)."
    )
    each.add_argument(
        "--from",
        dest="take",
        type=Path,
        metavar="FILE",
        help="add the codes of a .qdc or .qdpx that are not there",
    )
    each.add_argument("-o", "--output", type=Path, metavar="FILE", help="write a codebook: .qdc")
    each.add_argument(
        "--language", default="en", choices=["en", "it"], help="of names (default: %(default)s)"
    )
    _tells(each, progress=False)
    each = _command(
        under,
        "reanchor",
        exchanging.reanchor,
        "Place your annotations of an article in another text of it, by their words.",
    )
    each.add_argument("article", metavar="ARTICLE")
    each.add_argument("other", metavar="OTHER")
    each.add_argument("--dry-run", action="store_true", help="only say what would be placed")
    _tells(each, progress=False)


def _add_care(under: Any) -> None:
    each = _command(
        under,
        "delete",
        deleting.delete,
        "Delete articles for good, with all that was made of them; it cannot be undone.",
    )
    each.add_argument(
        "article",
        nargs="*",
        metavar="ARTICLE",
        help="id, number in the list, or part of the title; without one, list what was deleted",
    )
    each.add_argument(
        "--reason", default="", metavar="TEXT", help="why; it stays, and goes to colleagues"
    )
    each.add_argument("--yes", action="store_true", help="do not ask first")
    each.add_argument("--backups", action="store_true", help="in the backups beside it as well")
    each.add_argument("--keep-sources", action="store_true", help="keep sources that only they use")
    each.add_argument("--preview", action="store_true", help="only say what would go")
    _tells(each)
    each = _command(
        under,
        "check",
        commands.check,
        "Verify all that is stored: texts, offsets, owners, the log.",
    )
    each.add_argument(
        "--repair", action="store_true", help="mend what can be mended; deletes nothing"
    )
    _tells(each)
    each = _command(
        under, "backup", commands.backup, "Copy the project safely, also while it is open."
    )
    each.add_argument("-o", "--output", type=Path, metavar="FILE")
    each.add_argument("--progress", choices=["auto", "json", "none"], help=argparse.SUPPRESS)
    each = _command(
        under,
        "doctor",
        commands.doctor,
        "Say what is installed and whether it fits.",
        project=False,
    )
    _tells(each, progress=False)


def _add_protecting(under: Any) -> None:
    for name, run, said in protecting.COMMANDS:
        each = _command(under, name, run, said)
        each.add_argument("--progress", choices=["auto", "json", "none"], help=argparse.SUPPRESS)
        if run is not protecting.decrypt:
            protecting.add_words(each)


def _command(under: Any, name: str, run: Any, said: str, *, project: bool = True) -> Any:
    each = under.add_parser(name, help=said, description=said)
    each.set_defaults(run=run, progress="auto")
    if project:
        each.add_argument("project", type=Path, metavar="PROJECT", help="a .vaglio file")
        _author(each)
    return each


def _author(each: Any) -> None:
    each.add_argument(
        "--author",
        default=os.environ.get("VAGLIO_ANALYST") or getpass.getuser(),
        metavar="NAME",
        help="who you are: the owner of the layer (default: %(default)s)",
    )


def _tells(each: Any, *, progress: bool = True) -> None:
    """The options of a command that prints data, and of one that takes its time."""
    each.add_argument("--json", action="store_true", help="print JSON for scripts")
    if progress:
        each.add_argument("--progress", choices=["auto", "json", "none"], help=argparse.SUPPRESS)
