"""``vaglio bundle``, ``merge``, ``assign`` and ``reanchor``: work that goes from one to another."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import msgspec

from annotator.services.collaboration import Collaboration, ReceivedFile, ReceivedFiles
from annotator.store import BarredArticle, DeletedArticle, MergeResult

from .commands import article_named, desk_of, finish_deletions
from .telling import DONE, PARTLY, clear, in_parts, print_json, progress, say


def bundle(given: argparse.Namespace) -> int:
    session = desk_of(given)
    with session.store as store:
        authors = None
        if given.layers:
            names = given.layers.split(",")
            authors = [given.author if name == "mine" else name for name in names if name]
        ids = [article_named(store, wanted) for wanted in given.article] or None
        sent = Collaboration(session).send(given.output, authors=authors, article_ids=ids)
    if given.json:
        print_json(msgspec.structs.asdict(sent) | {"path": str(sent.path)})
    else:
        whose = ", ".join(f"{count} by {name}" for name, count in sent.layers.items())
        say(f"Wrote {sent.path}: {sent.articles} articles, layers: {whose or 'none'}")
    return DONE


def merge(given: argparse.Namespace) -> int:
    session = desk_of(given)
    with session.store:
        receipt = Collaboration(session).receive(
            given.files,
            dry_run=given.dry_run,
            on_deleted=given.on_deleted,
            on_progress=progress(given),
        )
        if not given.dry_run:
            finish_deletions(session)
    clear(given)
    for refused in receipt.refused:
        say(f"not merged: {refused}")
    if given.json:
        print_json(_for_scripts(receipt, dry_run=given.dry_run))
    else:
        for file in receipt.files:
            print("\n".join(report(file)))
        if given.dry_run:
            say("Nothing was written: this is what would come")
    undecided = any(file.merged.undecided for file in receipt.files)
    return PARTLY if receipt.refused or undecided else DONE


def _for_scripts(receipt: ReceivedFiles, *, dry_run: bool) -> dict[str, object]:
    files = [
        {
            **msgspec.to_builtins(file.merged),
            "labels": sorted(file.merged.labels),
            "file": file.file,
            "made_by": file.made_by,
            "made_at": file.made_at,
            "unknown_labels": file.unknown_labels,
            "is_unrelated": file.is_unrelated,
            "is_new": file.merged.is_new,
        }
        for file in receipt.files
    ]
    return {
        "dry_run": dry_run,
        "files": files,
        "not_merged": [str(refused) for refused in receipt.refused],
        "faults": [in_parts(each.fault) | {"file": each.file} for each in receipt.refused],
    }


def report(each: ReceivedFile) -> Iterator[str]:
    """What a file brought, in lines for people."""
    merged = each.merged
    made = f" (from {each.made_by}, {each.made_at[:16]})" if each.made_by else ""
    yield f"{each.file}{made}"
    yield f"  articles: {merged.articles_new} new, {merged.articles_known} known"
    for author, came in sorted(merged.layers.items()):
        yield (
            f"  layers of {author}: {came.new} new, {came.newer} newer, {came.known} known,"
            f" {came.rivals} in two versions"
        )
    if merged.assignment:
        yield "  who labels which article"
    for title, author in merged.rivals:
        yield f"  two versions by {author}: “{title}”; both are kept (see vaglio versions)"
    for ours, theirs in merged.other_texts:
        yield f"  another text of article {ours}: it came as {theirs} (see vaglio reanchor)"
    yield from _told_of_deletions(merged)
    if each.unknown_labels:
        yield f"  labels that the scheme does not have: {', '.join(each.unknown_labels)}"
    for title in merged.kept:
        yield f"  the source “{title}” is here with other fields, and was left as it is"
    if merged.machine_layers:
        yield f"  {merged.machine_layers} layers of machines were left aside"
    if each.is_unrelated:
        yield "  none of the articles here is in it: is it of another project?"
    if not merged.is_new:
        yield "  nothing that is not here already"


def _told_of_deletions(merged: MergeResult) -> Iterator[str]:
    for gone in merged.deleted:
        yield f"  “{gone.title}” {_by(gone)}: it is deleted here too"
    for gone in merged.undecided:
        yield (
            f"  “{gone.title}” {_by(gone)}, without knowing of the work of"
            f" {', '.join(gone.unseen)}: it stays until you decide, with --delete-too or --keep-deleted"
        )
    for gone in merged.overruled:
        yield f"  “{gone.title}” {_by(gone)}: it stays here, as you decided"
    for out in merged.left_out:
        yield f"  “{out.title}” {_by(out)}, and is not brought back"


def _by(gone: DeletedArticle | BarredArticle) -> str:
    why = f" ({gone.reason})" if gone.reason else ""
    return f"was deleted for good by {gone.by} on {gone.at[:10]}{why}"


def assign(given: argparse.Namespace) -> int:
    session = desk_of(given)
    with session.store:
        exchange = Collaboration(session)
        if given.to:
            people = [name.strip() for name in given.to.split(",") if name.strip()]
            options = {"overlap": given.overlap, "seed": given.seed, "anew": given.anew}
            exchange.assign(people, **options)
        shares = exchange.shares()
    if given.json:
        for share in shares:
            print_json(share)
    elif not shares:
        say("No article was given to anybody; --to NAMES shares them out")
    else:
        print(f"{'':<20}{'articles':>10}{'shared':>10}{'begun':>10}{'submitted':>11}")
        for share in shares:
            print(
                f"{share.name:<20}{share.articles:>10}{share.shared:>10}"
                f"{share.begun:>10}{share.submitted:>11}"
            )
    return DONE


def reanchor(given: argparse.Namespace) -> int:
    session = desk_of(given)
    with session.store as store:
        old, new = (article_named(store, wanted) for wanted in (given.article, given.other))
        found = Collaboration(session).reanchor(old, new, dry_run=given.dry_run)
    placed = sum(1 for _ in found.contents.records())
    if given.json:
        print_json({"placed": placed, "lost": found.lost, "dry_run": given.dry_run})
    else:
        say(f"{'Would place' if given.dry_run else 'Placed'} {placed} annotations")
        for words in found.lost:
            print(f"not found: {words}")
    return PARTLY if found.lost else DONE
