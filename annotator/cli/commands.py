"""What each command does; returns its exit code."""

from __future__ import annotations

import argparse
import os
from typing import Any

from annotator.core.errors import ProjectFault, UserError
from annotator.core.visible_text import visible_line
from annotator.services.exporting import ExportSelection
from annotator.services.exporting import export as export_articles
from annotator.services.session import Session, open_session

from .telling import (
    DONE,
    PARTLY,
    clear,
    pace,
    print_json,
    progress,
    say,
    say_how_to_restore,
    say_lost,
    say_remark,
)
from .wanted import pipelines


def desk_of(given: argparse.Namespace, *, create: bool = False, readonly: bool = False) -> Session:
    """The desk on the project named; what is special about how it is open is said."""
    session = open_session(given.project, analyst=given.author, create=create, readonly=readonly)
    for notice in session.store.notices:
        say_remark(given, notice)
    if not readonly:
        finish_deletions(session)
    return session


def finish_deletions(session: Session) -> None:
    """End what an earlier deletion could not end; where it cannot now either, that is said."""
    from annotator.services.deletion import finish, is_pending

    if is_pending(session):
        try:
            finish(session)
            say("vaglio: the traces of what was deleted earlier are gone now")
        except ProjectFault as fault:
            say(f"vaglio: {fault}")


def suggest(given: argparse.Namespace) -> int:
    from annotator.services.suggesting import suggest_for

    choice = pipelines(given.pipeline, given.map)
    with desk_of(given).store as store:
        suggesting_result = suggest_for(store, choice, jobs=given.jobs, on_pace=pace(given))
    clear(given)
    for title, why in suggesting_result.failed:
        say(f"not read: {title}: {why}")
    if given.json:
        print_json(
            {
                "articles": suggesting_result.articles,
                "failed": [title for title, _ in suggesting_result.failed],
            }
        )
    else:
        say(f"Suggested annotations for {suggesting_result.articles} articles")
    return PARTLY if suggesting_result.failed else DONE


def list_(given: argparse.Namespace) -> int:
    from annotator.store import ArticleFilter

    with desk_of(given).store as store:
        wanted = ArticleFilter(
            analyst=given.author,
            status=given.status,
            language=given.language,
            label=given.label,
            undecided=given.undecided,
            assigned=given.assigned,
            to_review=given.to_review,
            sort=given.order,
        )
        ids = store.queue(wanted)
        for start in range(0, len(ids), 500):
            for row in store.rows(ids[start : start + 500], given.author):
                if given.json:
                    print_json(row)
                else:
                    counts = f"{row.entities:4d} {row.claims:4d} {row.undecided:4d}"
                    title = visible_line(row.title)
                    print(f"{row.id}  {row.status:9s} {row.language:3s} {counts}  {title}")
    return DONE


def show(given: argparse.Namespace) -> int:
    from annotator.formats import write

    with desk_of(given).store as store:
        annotated_article = store.annotated_article(article_named(store, given.article))
        if given.json:
            write([annotated_article], None, format="jsonl")
            return DONE
        article = annotated_article.article
        title = visible_line(article.title)
        print(f"{title}\n{'-' * min(80, len(title))}")
        print(article.text)
        for contents in annotated_article.layers:
            print(f"\n{contents.layer.author} ({contents.layer.status})")
            for entity in contents.entities:
                span = entity.span
                print(f"  {span.start}-{span.end}  {entity.label:9s} {span.of(article.text)}")
            for claim in contents.claims:
                words = " ... ".join(s.of(article.text) for s in claim.spans)
                place = f"{claim.spans[0].start}-{claim.spans[-1].end}"
                print(f"  {place}  {claim.kind} {claim.check_worthiness}  {words}")
    return DONE


def about(given: argparse.Namespace) -> int:
    from annotator.core.article_details import FIELDS, edit_article

    session = desk_of(given)
    with session.store as store:
        article = session.article(article_named(store, given.article))
        given.author, by = given.written_by, given.author  # --author is who you are
        said = {n: v for n in FIELDS if (v := getattr(given, n)) is not None}
        if said:
            session.do(edit_article(article, by=by, **said))
            article = session.article(article.id)
        known = {name: getattr(article, name) for name in FIELDS}
    if given.json:
        print_json(known)
    else:
        for name, value in known.items():
            print(f"{name:10s} {visible_line(value or '')}")
    return DONE


def article_named(store: Any, wanted: str) -> str:
    """The id of an article by its id, the beginning of it, its number in the list or its title."""
    from annotator.store import ArticleFilter

    ids = store.queue(ArticleFilter(analyst=""))
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


def export(given: argparse.Namespace) -> int:
    from annotator.store import ArticleFilter

    path = None if str(given.output) == "-" else given.output
    with desk_of(given).store as store:
        ids = [article_named(store, wanted) for wanted in given.article] or None
        if given.articles_in:
            ids = given.articles_in.read_text(encoding="utf-8").split()
        if ids is None and given.status:
            ids = store.queue(ArticleFilter(analyst=given.author, status=given.status))
        if given.layer not in ("mine", "machine", "gold", "all", *store.authors()):
            raise UserError(
                "Nobody called {name} has a layer here",
                hint="There are layers of {names}",
                name=given.layer,
                names=", ".join(store.authors()) or "nobody",
            )
        selection = ExportSelection(given.format, given.layer, given.author)
        report = export_articles(store, path, selection, ids, on_progress=progress(given))
    clear(given)
    say_lost("not carried", report)
    if given.json:
        told = {"path": str(path) if path else "-", "uncarried": report.uncarried}
        told |= {
            name: getattr(report, name)
            for name in ("articles", "left_aside", "lines", "carried", "lost")
        }
        print_json(told, aside=path is None)
    elif path is not None:
        say(f"Wrote {report.carried} annotations to {path}")
        if report.left_aside:
            say(f"{report.left_aside} articles have no such layer and are not in it")
    return DONE


def check(given: argparse.Namespace) -> int:
    from annotator.store import Store, repair
    from annotator.store import check as check_store
    from annotator.store.maintenance import sweep

    with Store.open(given.project, readonly=True) as store:
        is_pending = sweep.is_pending(store)
    if is_pending:
        desk_of(given).store.close()
    with desk_of(given, readonly=not given.repair).store as store:
        if given.repair:
            for done in repair(store)[0]:
                say(f"repaired: {done}")
        tell = progress(given)
        findings = check_store(
            store, on_progress=tell and (lambda done, total: tell(done / max(1, total), ""))
        )
        clear(given)
        for finding in findings:
            if given.json:
                print_json(finding)
            else:
                print(f"{finding.code}: {finding.what} ({finding.where}). {finding.hint}")
    if any(finding.code != "incomplete" for finding in findings) and not given.key_on_stdin:
        say_how_to_restore(given.project)
    if not findings and not given.json:
        say(f"{given.project}: everything is in order")
    return PARTLY if findings else DONE


def backup(given: argparse.Namespace) -> int:
    from annotator.store import backup as copy
    from annotator.store import rotate

    if given.output:
        copy(given.project, given.output)
        say(f"Copied {given.project} to {given.output}")
    else:
        say(f"Copied {given.project} to {rotate(given.project)}")
    return DONE


def render(given: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from annotator.ui.render import render as draw

    with desk_of(given).store as store:
        session = Session(store, given.author)
        draw(
            session,
            article_named(store, given.article),
            given.output,
            dark=given.dark,
            width=given.width,
        )
    say(f"Wrote {given.output}")
    return DONE


def doctor(given: argparse.Namespace) -> int:
    from annotator.services.diagnostics import findings

    all_well = True
    for finding in findings():
        all_well &= finding.is_well
        if given.json:
            print_json(finding)
        else:
            print(f"{'ok  ' if finding.is_well else 'LOOK'}  {finding.what}: {finding.said}")
    return DONE if all_well else PARTLY
