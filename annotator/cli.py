"""The command line: a face of the desk.

Output that scripts read goes to standard output, everything said to people to standard error.
Exit codes: 0 done, 1 some of it could not be done, 2 wrong words, 3 the project could not be
opened or used, 130 cancelled.
"""

from __future__ import annotations

import argparse
import getpass
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import msgspec

from . import __version__
from .core.errors import ProjectFault, UserError
from .desk import Desk, Progress, open_desk

DONE, PARTLY, WRONG_WORDS, NO_PROJECT, CANCELLED = 0, 1, 2, 3, 130

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


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = _parser().parse_args(words)
    signal.signal(signal.SIGTERM, _cancel)
    try:
        return int(given.run(given))
    except ProjectFault as fault:
        say(f"vaglio: {fault}")
        return NO_PROJECT
    except UserError as fault:
        say(f"vaglio: {fault}")
        return PARTLY
    except KeyboardInterrupt:
        say("vaglio: cancelled; what was finished before is kept")
        return CANCELLED
    except BrokenPipeError:
        # the reader of our output went away, as `head` does; not ours to complain about
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def say(line: str) -> None:
    """Tell the person, never the script."""
    print(line, file=sys.stderr)


def _cancel(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _desk(given: argparse.Namespace, *, create: bool = False, readonly: bool = False) -> Desk:
    """The desk on the project named; what is special about how it is open is said."""
    desk = open_desk(given.project, analyst=given.author, create=create, readonly=readonly)
    for notice in desk.store.notices:
        say(f"vaglio: {notice}")
    return desk


# -- commands ------------------------------------------------------------------------------


def _new(given: argparse.Namespace) -> int:
    from .store import Store

    Store.create(given.project).close()
    say(f"Made {given.project}")
    return DONE


def _import(given: argparse.Namespace) -> int:
    desk = _desk(given, create=True)
    with desk.store:
        done = desk.import_files(given.files, on_progress=_progress(given))
        _clear(given)
        for fault in done.faults:
            say(f"not imported: {fault}")
        for conflict in done.conflicts:
            say(f"left as it was: {conflict}")
        counts = {
            "files": done.files,
            "articles": done.articles_new,
            "articles_known": done.articles_known,
            "layers": done.layers_new,
            "layers_known": done.layers_known,
            "annotations": done.annotations,
            "not_imported": [str(fault) for fault in done.faults],
            "faults": [_in_parts(fault) for fault in done.faults],
            "conflicts": done.conflicts,
            "passed_over": done.skipped,
        }
        for name in done.skipped:
            say(f"passed over: {name} is of no kind that can be imported")
        if given.json:
            _print_json(counts)
        else:
            say(
                "Imported {articles} articles ({articles_known} were there already) and "
                "{annotations} annotations from {files} files".format(**counts)
            )
    return PARTLY if done.faults else DONE


def _suggest(given: argparse.Namespace) -> int:
    with _desk(given).store as store:
        count = Desk(store, given.author).suggest(on_progress=_progress(given))
        _clear(given)
        if given.json:
            _print_json({"articles": count})
        else:
            say(f"Suggested annotations for {count} articles")
    return DONE


def _list(given: argparse.Namespace) -> int:
    from .store import QueueFilter

    with _desk(given).store as store:
        wanted = QueueFilter(
            analyst=given.author,
            status=given.status,
            language=given.language,
            label=given.label,
            undecided=given.undecided,
        )
        ids = store.queue(wanted)
        for start in range(0, len(ids), 500):
            for row in store.rows(ids[start : start + 500], given.author):
                if given.json:
                    _print_json(row)
                else:
                    counts = f"{row.entities:4d} {row.claims:4d} {row.undecided:4d}"
                    print(f"{row.id}  {row.status:9s} {row.language:3s} {counts}  {row.title}")
    return DONE


def _show(given: argparse.Namespace) -> int:
    from .formats import write

    with _desk(given).store as store:
        dossier = store.dossier(_find(store, given.article))
        if given.json:
            write([dossier], None, format="jsonl")
            return DONE
        article = dossier.article
        print(f"{article.title}\n{'-' * min(80, len(article.title))}")
        print(article.text)
        for contents in dossier.layers:
            print(f"\n{contents.layer.author} ({contents.layer.status})")
            for entity in contents.entities:
                span = entity.span
                print(f"  {span.start}-{span.end}  {entity.label:9s} {span.of(article.text)}")
            for claim in contents.claims:
                words = " ... ".join(s.of(article.text) for s in claim.spans)
                place = f"{claim.spans[0].start}-{claim.spans[-1].end}"
                print(f"  {place}  {claim.kind} {claim.check_worthiness}  {words}")
    return DONE


def _find(store: Any, wanted: str) -> str:
    """The id of an article by its id, the beginning of it, its number in the list or its title."""
    from .store import QueueFilter

    ids = store.queue(QueueFilter(analyst=""))
    if wanted.isdigit() and 0 < int(wanted) <= len(ids):
        return str(ids[int(wanted) - 1])
    hits = [id_ for id_ in ids if id_.startswith(wanted)]
    if len(hits) != 1:
        hits = [row.id for row in store.rows(ids, "") if wanted.casefold() in row.title.casefold()]
    if len(hits) != 1:
        raise UserError(
            "{count} articles match “{wanted}”",
            hint="Give the id that `vaglio list` prints",
            count=len(hits),
            wanted=wanted,
        )
    return str(hits[0])


def _export(given: argparse.Namespace) -> int:
    from .store import QueueFilter

    path = None if str(given.output) == "-" else given.output
    with _desk(given).store as store:
        ids = [_find(store, wanted) for wanted in given.article] or None
        if given.articles_in:
            ids = given.articles_in.read_text(encoding="utf-8").split()
        if ids is None and given.status:
            ids = store.queue(QueueFilter(analyst=given.author, status=given.status))
        report = Desk(store, given.author).export(
            path,
            format=given.format,
            layers=given.layer,
            article_ids=ids,
            on_progress=_progress(given),
        )
    _clear(given)
    for loss in report.lost[:20]:
        say(f"not carried: {loss.what} ({loss.where}): {loss.why}")
    if len(report.lost) > 20:
        say(f"... and {len(report.lost) - 20} more; --json lists them all")
    if given.json:
        told = {"path": str(path) if path else "-", "uncarried": report.uncarried}
        told |= {name: getattr(report, name) for name in ("articles", "lines", "carried", "lost")}
        (say if path is None else print)(msgspec.json.encode(told).decode())
    elif path is not None:
        say(f"Wrote {report.carried} annotations to {path}")
    return DONE


def _check(given: argparse.Namespace) -> int:
    from .store import check, repair

    with _desk(given, readonly=not given.repair).store as store:
        if given.repair:
            for done in repair(store)[0]:
                say(f"repaired: {done}")
        tell = _progress(given)
        findings = check(
            store, on_progress=tell and (lambda done, total: tell(done / max(1, total), ""))
        )
        _clear(given)
        for finding in findings:
            if given.json:
                _print_json(finding)
            else:
                print(f"{finding.code}: {finding.what} ({finding.where}). {finding.hint}")
    if not findings and not given.json:
        say(f"{given.project}: everything is in order")
    return PARTLY if findings else DONE


def _backup(given: argparse.Namespace) -> int:
    from .store import backup, rotate

    if given.output:
        backup(given.project, given.output)
        say(f"Copied {given.project} to {given.output}")
    else:
        say(f"Copied {given.project} to {rotate(given.project)}")
    return DONE


def _render(given: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from .ui.render import render

    with _desk(given).store as store:
        desk = Desk(store, given.author)
        render(desk, _find(store, given.article), given.output, dark=given.dark, width=given.width)
    say(f"Wrote {given.output}")
    return DONE


def _doctor(given: argparse.Namespace) -> int:
    from .doctor import findings

    all_well = True
    for finding in findings():
        all_well &= finding.is_well
        if given.json:
            _print_json(finding)
        else:
            print(f"{'ok  ' if finding.is_well else 'LOOK'}  {finding.what}: {finding.said}")
    return DONE if all_well else PARTLY


# -- the words of the command line ---------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vaglio",
        description="Label entities and claims in news. With no command it opens the window.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"vaglio {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Any, said: str, *, project: bool = True) -> Any:
        each = commands.add_parser(name, help=said, description=said)
        each.set_defaults(run=run, progress="auto")
        if project:
            each.add_argument("project", type=Path, metavar="PROJECT", help="a .vaglio file")
            each.add_argument(
                "--author",
                default=os.environ.get("VAGLIO_ANALYST") or getpass.getuser(),
                metavar="NAME",
                help="who you are: the owner of the layer (default: %(default)s)",
            )
        return each

    def with_json(each: Any) -> None:
        each.add_argument("--json", action="store_true", help="print JSON for scripts")

    def with_progress(each: Any) -> None:
        each.add_argument("--progress", choices=["auto", "json", "none"], help=argparse.SUPPRESS)

    command("new", _new, "Make an empty project.")

    each = command("import", _import, "Import articles; PROJECT is made if it is not there.")
    each.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files or folders")
    with_json(each)
    with_progress(each)

    each = command("suggest", _suggest, "Let the machine highlight all articles it has not seen.")
    with_json(each)
    with_progress(each)

    each = command(
        "list", _list, "List articles: id, status, language, entities, claims, undecided."
    )
    each.add_argument(
        "--status", choices=["new", "draft", "submitted", "changes_requested", "approved"]
    )
    each.add_argument("--language", metavar="CODE")
    each.add_argument("--label", metavar="LABEL", help="only articles with this label")
    each.add_argument("--undecided", action="store_true", help="only with unjudged suggestions")
    with_json(each)

    each = command("show", _show, "Print one article with its layers.")
    each.add_argument(
        "article", metavar="ARTICLE", help="id, number in the list, or part of the title"
    )
    with_json(each)

    each = command("export", _export, "Write labelled data.")
    each.add_argument("--format", default="jsonl", metavar="FORMAT", help="jsonl, flat or docbin")
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
    with_json(each)
    with_progress(each)

    each = command("check", _check, "Verify all that is stored: texts, offsets, owners, the log.")
    each.add_argument(
        "--repair", action="store_true", help="mend what can be mended; deletes nothing"
    )
    with_json(each)
    with_progress(each)

    each = command("backup", _backup, "Copy the project safely, also while it is open.")
    each.add_argument("-o", "--output", type=Path, metavar="FILE")
    with_progress(each)

    each = command("render", _render, "Draw an article as the window shows it, to a PNG file.")
    each.add_argument("article", nargs="?", default="1", metavar="ARTICLE")
    each.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    each.add_argument("--width", type=int, default=1100, metavar="PIXELS")
    each.add_argument("--dark", action="store_true")

    commands.add_parser("open", help="Open the window on a project (or on the last one).")
    with_json(
        command("doctor", _doctor, "Say what is installed and whether it fits.", project=False)
    )
    return parser


# -- progress ------------------------------------------------------------------------------


def _progress(given: argparse.Namespace) -> Progress | None:
    """How to tell of progress: a line on a terminal, JSON for the window, nothing in a pipe."""
    wanted = given.progress or "auto"
    if wanted == "json":
        return _tell_json
    return _tell_terminal if wanted == "auto" and sys.stderr.isatty() else None


def _tell_json(share: float, what: str) -> None:
    line = msgspec.json.encode({"progress": round(share, 4), "what": what}).decode()
    print(line, file=sys.stderr, flush=True)


def _tell_terminal(share: float, what: str) -> None:
    print(f"\r\033[K{share:4.0%}  {what[:60]}", end="", file=sys.stderr, flush=True)


def _clear(given: argparse.Namespace) -> None:
    if _progress(given) is _tell_terminal:
        print("\r\033[K", end="", file=sys.stderr)


def _in_parts(fault: UserError) -> dict[str, object]:
    """*fault* as the window needs it to say it in another language."""
    fields = {name: str(value) for name, value in fault.fields.items()}
    return {"message": fault.message, "hint": fault.hint, "fields": fields}


def _print_json(value: object) -> None:
    print(msgspec.json.encode(value).decode())
