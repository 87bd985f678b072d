"""Folders and files that stay in step: what is new or changed in them comes in by itself.

A changed text is a new article that follows the old one; the analyst's own annotations are placed
in it as far as their words are found, the others stay where they are. Nothing is ever removed.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.changes import Edit, change
from annotator.core.errors import UserError
from annotator.core.exchange.article_versions import (
    FOLLOWED_BY,
    FOLLOWS,
    MOST_TOLD,
    NOT_PLACED,
    WATCHED,
    EarlierVersion,
    earlier_of,
)
from annotator.core.model import Article, Setting, with_
from annotator.store.project import watched_files

from .. import formats
from ..formats.registry import UNREADABLE
from .collaboration import Collaboration
from .importing import Imported, import_files
from .results import ArticleVersion

if TYPE_CHECKING:
    from .session import Session

Stamp = tuple[int, int]  # bytes, and when it was written (ns)
Progress = Callable[[float, str], None]
SETTING = "watched"  # its id
SEEN = "-watched"  # file beside the project: what was brought in; without it, all is read again
AT_REST = 1.5  # seconds since a file was written
_HASHED = "sha256:"
_MOST_BYTES = 256 << 20


class ChangedFiles(Struct):
    """What a look found: files that are *new* or changed, and those still being written.

    *passed_over* are links that lead out of the folders, and what is no file.
    """

    new: dict[Path, Stamp] = {}
    growing: int = 0
    unreachable: list[Path] = []
    files: dict[Path, int] = {}  # how many each watched path has
    passed_over: formats.Report = field(default_factory=formats.Report)


class BroughtIn(Struct):
    """What was brought in."""

    imported: Imported = field(default_factory=Imported)
    versions: list[ArticleVersion] = []


# -- what is watched ---------------------------------------------------------------------------


def watched(session: Session) -> list[Path]:
    """The folders and files that are watched, as they were named."""
    setting = session.setting(SETTING)
    paths = setting.body.get("paths", []) if setting else []
    return [_there(str(path), session) for path in paths]


def watch(session: Session, path: Path) -> bool:
    """Watch *path* as well; whether it was not watched before.

    Raises:
        UserError: there is no such file or folder.
    """
    if not path.exists():
        raise UserError(
            "There is no {path}", hint="Choose a folder, or a file of articles.", path=str(path)
        )
    if _name(path) != str(path):
        raise UserError(
            "{path} cannot be watched: its name is not text",
            hint="Rename it, or a folder that it is in.",
            path=_name(path),
        )
    return _keep(session, [*watched(session), path.resolve()])


def unwatch(session: Session, path: Path) -> bool:
    """Watch *path* no longer; whether it was watched. What came of it stays."""
    return _keep(session, [each for each in watched(session) if each not in (path, path.resolve())])


def _keep(session: Session, paths: Iterable[Path]) -> bool:
    body = {"paths": list(dict.fromkeys(_key(path, session) for path in paths))}
    old = session.setting(SETTING)
    if body == (old.body if old else {"paths": []}):
        return False
    new = with_(old, body=body) if old else Setting(id=SETTING, body=body)
    session.do(change("set_watched", [Edit(old, new)], by=session.analyst))
    return True


def _key(path: Path, session: Session) -> str:
    """How a path is written down: from the project where it is beneath, so that both can move."""
    home = session.store.path.resolve().parent if session.store.path else None
    if home is not None and path.is_relative_to(home):
        path = path.relative_to(home)
    return _name(path).replace(os.sep, "/") if not path.is_absolute() else _name(path)


def _name(path: Path) -> str:
    """A path as it can be written down: bytes in it that are no characters by their numbers."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _there(key: str, session: Session) -> Path:
    home = session.store.path.resolve().parent if session.store.path else Path()
    return home / key


# -- looking -----------------------------------------------------------------------------------


def look(paths: Sequence[Path], seen: Mapping[str, Stamp]) -> ChangedFiles:
    """What is new in *paths* and not *seen*; reads no file, only what the folders say of them."""
    changed_files = ChangedFiles(new={}, unreachable=[], files={})
    now = time.time()
    for path in paths:
        if not path.exists():
            changed_files.unreachable.append(path)
            continue
        arrived = formats.arrivals([path], report=changed_files.passed_over)
        files = [each for each in arrived if not each.name.startswith("~$")]
        changed_files.files[path] = len(files)
        for file in files:
            with suppress(OSError):  # it is gone again, or not ours to see
                stat = file.stat()
                stamp = (stat.st_size, stat.st_mtime_ns)
                if seen.get(_hashed(_name(file))) == stamp or not file.is_file():
                    continue
                if abs(now - stat.st_mtime) < AT_REST:
                    changed_files.growing += 1
                else:
                    changed_files.new[file] = stamp
    return changed_files


def seen(project: Path) -> dict[str, Stamp]:
    """What was brought in before; nothing where that is not known."""
    path = project.with_name(project.name + SEEN)
    try:
        if path.stat().st_size > _MOST_BYTES:
            return {}
        known = msgspec.json.decode(path.read_bytes(), type=dict[str, Stamp])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}
    return {_hashed(name) if _is_path(name) else name: at for name, at in known.items()}


def _hashed(name: str) -> str:
    """How a file is called in the list of what was brought in: its name may tell what is in it."""
    return _HASHED + hashlib.sha256(name.encode()).hexdigest()


def _is_path(name: str) -> bool:
    """Whether an earlier version wrote the name of a file itself."""
    return not name.startswith(_HASHED)


def forget_names(project: Path) -> None:
    """Write the list without the names of files, where an earlier version wrote them."""
    path = project.with_name(project.name + SEEN)
    if path.exists():
        _write(path, seen(project))


def _remember(project: Path, stamps: Mapping[Path, Stamp]) -> None:
    path = project.with_name(project.name + SEEN)
    _write(path, seen(project) | {_hashed(_name(file)): stamp for file, stamp in stamps.items()})


def _write(path: Path, known: Mapping[str, Stamp]) -> None:
    part = path.with_name(f".vaglio-{os.urandom(6).hex()}.part")
    with suppress(OSError):  # on a full disk all is looked at again the next time
        part.touch(mode=0o600)
        part.write_bytes(msgspec.json.encode(known))
        part.replace(path)


# -- bringing in -------------------------------------------------------------------------------


def bring_in(
    session: Session, new: Mapping[Path, Stamp], *, on_progress: Progress | None = None
) -> BroughtIn:
    """Import what a look found, and lead annotations over to new versions of their articles."""
    arriving = _Arriving(session)
    brought_in = BroughtIn(versions=[])
    if new:
        brought_in.imported = import_files(
            session,
            list(new),
            arrange=arriving.arrange,
            on_progress=on_progress,
            found_in=watched(session),
        )
    arriving.adopt()
    brought_in.versions += [
        _lead_over(session, *each) for each in watched_files.unfinished(session.store)
    ]
    if session.store.path is not None:
        # What the system did not let us read (another program had it, the disk was full) is tried again.
        faults = brought_in.imported.faults
        unread = {fault.fields["file"] for fault in faults if fault.message == UNREADABLE}
        tried = {file: stamp for file, stamp in new.items() if formats.name_of(file) not in unread}
        _remember(session.store.path, tried)
    return brought_in


class _Arriving:
    """Articles on their way in from watched files."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._earlier = watched_files.earlier(session.store)
        self._known: dict[str, str] = {}

    def arrange(self, annotated_article: AnnotatedArticle, path: Path) -> AnnotatedArticle:
        """*annotated_article* with the file that it is of, and the article that it follows."""
        article = annotated_article.article
        key = _key(path.resolve(), self._session)
        here = self._session.store.article_by_sha256(article.sha256)
        if here is not None:
            if WATCHED not in here.metadata:
                self._known[here.id] = key
            self._take(key, here.id)
            return annotated_article
        before = earlier_of(
            article, self._earlier.get(key, []), lambda id_: self._session.article(id_).text
        )
        metadata = {**article.metadata, WATCHED: key}
        if before is not None:
            metadata[FOLLOWS] = before.id
            self._take(key, before.id)
        return msgspec.structs.replace(annotated_article, article=with_(article, metadata=metadata))

    def _take(self, key: str, id_: str) -> None:
        left: list[EarlierVersion] = [each for each in self._earlier.get(key, []) if each.id != id_]
        self._earlier[key] = left

    def adopt(self) -> None:
        """Note of articles that were here before of which files they are."""
        edits = []
        for id_, key in self._known.items():
            article = self._session.article(id_)
            edits.append(Edit(article, with_(article, metadata={**article.metadata, WATCHED: key})))
        if edits:
            self._session.store.apply(change("set_watched", edits, by=self._session.analyst))


def _lead_over(session: Session, old_id: str, new_id: str) -> ArticleVersion:
    """Place the own annotations of the old version in the new one, and join the two."""
    old = session.store.annotated_article(old_id)
    placed, lost = 0, []
    with suppress(UserError):  # nothing of one's own there, or something already here
        found = Collaboration(session).reanchor(old_id, new_id)
        placed = sum(1 for _ in found.contents.records())
        lost = list(found.lost)
    new = session.article(new_id)
    before: Article = old.article
    told = {**new.metadata, NOT_PLACED: lost[:MOST_TOLD]} if lost else new.metadata
    edits = [
        Edit(before, with_(before, metadata={**before.metadata, FOLLOWED_BY: new_id})),
        *([Edit(new, with_(new, metadata=told))] if lost else []),
    ]
    session.store.apply(change("new_version", edits, by=session.analyst, article_id=new_id))
    layers = (contents.layer for contents in old.layers)
    people = [layer.author for layer in layers if layer.role == "analyst"]
    others = [name for name in people if name != session.analyst]
    return ArticleVersion(old_id, new_id, new.title, placed, lost, others)
