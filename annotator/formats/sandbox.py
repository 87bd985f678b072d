"""Foreign files parsed in a process of their own, with bounds on memory, time and what it may reach.

A file made to harm a parser takes only that process with it: the project is not open there, and
nothing can be reached from it but the files to be read (`annotator.isolation.sandbox`).
Where there are two cores, the one parses what comes next while the other stores what came before.
"""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, TypeAlias

import msgspec
from msgspec import Struct, field

from annotator.core.annotated_article import AnnotatedArticle
from annotator.core.errors import ImportFault, ProjectFault
from annotator.core.exchange.label_mapping import ForeignLabels, LabelMapping
from annotator.core.terminal import guard
from annotator.isolation import sandbox
from annotator.isolation.child import child

from .language_detection import UNKNOWN, detect
from .pipe_frames import frame_of, put, widen
from .registry import companions, read
from .safe_archive import MOST_BYTES
from .spec import Loss, Progress, Report, name_of, why_of

MOST_MEMORY = 4 << 30  # bytes of address space
MOST_WRITTEN = 256 << 20  # bytes of one file: libraries unpack what they need into temporary ones
LEAST_SECONDS, SECONDS_PER_MB = 60, 10  # of the processor, for each file
SCRATCH = "vaglio-parser-"  # with the number of the process that has it: names of folders
_SCRATCH = ("TMPDIR", "TEMP", "TMP")  # the variables that say where temporary files go
_MEMORY = Path("/dev/shm")  # where Linux keeps files in memory
_AT_ONCE = 1 << 20  # characters and the like in a frame
_OF_A_RECORD = 200  # what a record counts among them


class _ParseRequest(Struct):
    path: bytes
    author: str
    terms: LabelMapping
    folder: bytes | None = None
    as_source: bool = False
    words: str = ""  # a text instead of a file, of which only the language is wanted


class _Progress(Struct, tag=True):
    """What was read since the last frame, and how many bytes of the file are done."""

    annotated_articles: list[AnnotatedArticle] = []
    done: int | None = None


class _ParserFault(Struct, tag=True):
    message: str
    hint: str
    fields: dict[str, str | int]


class _End(Struct, tag=True):
    """Nothing more comes of the file; what in it has no place here, and what it is called there."""

    language: str = ""  # of words
    lost: list[Loss] = []
    tally: list[tuple[str, str, int]] = []
    met: ForeignLabels = field(default_factory=ForeignLabels)


_Template: TypeAlias = str  # a message that the catalogue has from where it was written
_Said: TypeAlias = _Progress | _ParserFault | _End
_encode = msgspec.json.Encoder().encode
_asked = msgspec.json.Decoder(_ParseRequest).decode
_paths = msgspec.json.Decoder(list[bytes]).decode
_said: Callable[[bytes], _Said] = msgspec.json.Decoder(_Said).decode


class Parser:
    """Reads one file after the other, as `registry.read` does; a context manager.

    The process is started for the first file, and anew where one has ended it.
    """

    def __init__(self, files: Iterable[Path] = ()) -> None:
        """*files* are what is to be read; a file that is not among them costs a process of its own."""
        self._readable = frozenset(_with_companions(files))
        self._process: subprocess.Popen[bytes] | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Parser:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, wherever it is, and take away what it unpacked."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    assert pipe is not None
                    pipe.close()
            process.wait()
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def read(
        self,
        path: Path,
        *,
        author: str,
        problems: Callable[[ImportFault], None],
        on_progress: Progress | None = None,
        report: Report | None = None,
        terms: LabelMapping | None = None,
        met: ForeignLabels | None = None,
        folder: Path | None = None,
        as_source: bool = False,
    ) -> Iterator[AnnotatedArticle]:
        """See `registry.read`. The iterator must be drained before the next file is asked for."""
        wanted = frozenset(_with_companions([path]))
        if not wanted <= self._readable:
            self.close()
            self._readable = wanted
        for answer in self._answers(_asking(path, author, terms, folder, as_source=as_source)):
            if isinstance(answer, _Progress):
                yield from answer.annotated_articles
                if on_progress is not None and answer.done is not None:
                    on_progress(answer.done)
            elif isinstance(answer, _ParserFault):
                problems(_retold(answer.message, answer.hint, answer.fields))
            else:
                if report is not None:
                    report.add(_report_of(answer))
                if met is not None:
                    met.add(answer.met)
                return
        problems(self._buried(path))

    def language_of(self, text: str) -> str:
        """As `language_detection.detect`, by the model in the other process; ``und`` where that is gone."""
        for answer in self._answers(_ParseRequest(b"", "", LabelMapping(), words=text)):
            if isinstance(answer, _End):
                return answer.language
        self.close()
        return UNKNOWN

    def _answers(self, asked: _ParseRequest) -> Iterator[_Said]:
        """What the process says, until it has no more to say."""
        if self._process is None:
            room = _room()
            sweep(Path(room or tempfile.gettempdir()))
            self._scratch = tempfile.TemporaryDirectory(
                prefix=f"{SCRATCH}{os.getpid()}-", dir=room, ignore_cleanup_errors=True
            )
            self._process = _started(self._scratch.name)
            assert self._process.stdin is not None
            put(self._process.stdin, _encode([os.fsencode(path) for path in self._readable]))
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        with contextlib.suppress(BrokenPipeError):
            put(stdin, _encode(asked))
        while (frame := frame_of(stdout)) is not None:
            yield _said(frame)

    def _buried(self, path: Path) -> ImportFault:
        """Why the process ended in the middle of *path*, and an end to what is left of it."""
        assert self._process is not None
        code = self._process.wait()
        self.close()
        if code > 0:
            raise RuntimeError(f"the parser ended with {code} in {path.name}; see its message")
        if -code == getattr(signal, "SIGXCPU", 0):
            return ImportFault(
                "{file} takes too long to read",
                hint="Copy the article out of it into a text file, or cut it into parts.",
                file=name_of(path),
            )
        return _too_big(path)


def _with_companions(files: Iterable[Path]) -> Iterator[Path]:
    """*files* and those that are read together with them, by their whole names."""
    for path in files:
        yield path.absolute()
        yield from (other.absolute() for other in companions(path))


def _asking(
    path: Path, author: str, terms: LabelMapping | None, folder: Path | None, *, as_source: bool
) -> _ParseRequest:
    within = os.fsencode(folder.absolute()) if folder is not None else None
    where = os.fsencode(path.absolute())
    return _ParseRequest(where, author, terms or LabelMapping(), within, as_source)


def _retold(message: _Template, hint: _Template, fields: dict[str, str | int]) -> ImportFault:
    return ImportFault(message, hint=hint, **fields)


def _report_of(said: _End) -> Report:
    tally = {(what, why): count for what, why, count in said.tally}
    return Report(lost=said.lost, tally=tally)


def _too_big(path: Path) -> ImportFault:
    return ImportFault(
        "{file} needs more memory to read than one file may take",
        hint="Copy the article out of it into a text file, or cut it into parts.",
        file=name_of(path),
    )


def _room() -> Path | None:
    """Where archives are unpacked: in memory, where there is plenty, for that leaves no trace of
    what may be confidential, and making files there is quick; None for where the system has it.
    """
    with contextlib.suppress(OSError):
        if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > 2 * MOST_BYTES:
            return _MEMORY
    return None


def sweep(room: Path) -> None:
    """Take away what a process that was killed had unpacked in *room*."""
    with contextlib.suppress(OSError):  # the next one does it, when it can
        for folder in room.glob(f"{SCRATCH}*-*"):
            number = folder.name.removeprefix(SCRATCH).partition("-")[0]
            if number.isdecimal() and not is_running(int(number)) and not folder.is_symlink():
                shutil.rmtree(folder, ignore_errors=True)


def is_running(process: int) -> bool:
    """Whether there is such a process; True where the system does not say."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _started(scratch: str) -> subprocess.Popen[bytes]:
    parser = child(
        f"{__name__}:serve", variables=dict.fromkeys(_SCRATCH, scratch), reads_foreign_files=True
    )
    try:
        process = subprocess.Popen(
            parser.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=scratch,
            env=parser.environment,
        )
    except OSError as err:
        raise ProjectFault(
            "The process that reads files could not be started ({why})",
            hint="Close other programs, and try again.",
            why=why_of(err),
        ) from err
    widen(process.stdout)
    return process


# -- the other side ----------------------------------------------------------------------------


def serve() -> None:
    """Parse what is asked for on standard input, until there is no more of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks decides when to stop
    gc.set_threshold(100_000, 50, 100)  # records come and go, none of them in circles
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not break a frame
    guard()  # nor, with words of the file, act on the terminal
    readable = frame_of(sys.stdin.buffer)
    if readable is None:
        return
    sandbox.enter([Path(os.fsdecode(path)) for path in _paths(readable)], Path.cwd())
    while (frame := frame_of(sys.stdin.buffer)) is not None:
        asked = _asked(frame)
        path = Path(os.fsdecode(asked.path))
        _bound(path)
        report, met = Report(), ForeignLabels()
        if asked.words:
            put(out, _encode(_End(language=detect(asked.words))))
            continue
        try:
            _parse(path, asked, out, report, met)
        except MemoryError:
            put(out, _encode(_told(_too_big(path))))
        tally = [(what, why, count) for (what, why), count in report.tally.items()]
        put(out, _encode(_End(lost=report.lost, tally=tally, met=met)))


def _parse(
    path: Path, asked: _ParseRequest, out: IO[bytes], report: Report, met: ForeignLabels
) -> None:
    waiting = _Progress()
    size = 0

    def send() -> None:
        nonlocal size
        put(out, _encode(waiting))
        waiting.annotated_articles, waiting.done, size = [], None, 0

    def refuse(fault: ImportFault) -> None:
        send()
        put(out, _encode(_told(fault)))

    def progress(done: int) -> None:
        waiting.done = done

    annotated_articles = read(
        path,
        author=asked.author,
        problems=refuse,
        on_progress=progress,
        report=report,
        terms=asked.terms,
        met=met,
        folder=Path(os.fsdecode(asked.folder)) if asked.folder is not None else None,
        as_source=asked.as_source,
    )
    for annotated_article in annotated_articles:
        waiting.annotated_articles.append(annotated_article)
        records = sum(len(c.entities) + len(c.claims) for c in annotated_article.layers)
        size += len(annotated_article.article.text) + _OF_A_RECORD * (1 + records)
        if size > _AT_ONCE:
            send()
    send()


def _told(fault: ImportFault) -> _ParserFault:
    fields = {
        name: value if isinstance(value, int | str) else str(value)
        for name, value in fault.fields.items()
    }
    return _ParserFault(fault.message, fault.hint, fields)


def _bound(path: Path) -> None:
    """Bound what this process may take for *path*; Windows has no such bounds."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError):
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        megabytes = path.stat().st_size / 1e6
        seconds = int(used + LEAST_SECONDS + SECONDS_PER_MB * megabytes)
        _lower(resource.RLIMIT_CPU, seconds)
    _lower(resource.RLIMIT_AS, MOST_MEMORY)
    _lower(resource.RLIMIT_FSIZE, MOST_WRITTEN)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(which: int, limit: int) -> None:
    """Bound one thing by *limit*, or by what it was bounded by from outside."""
    import resource

    _, most = resource.getrlimit(which)
    wanted = limit if most == resource.RLIM_INFINITY else min(limit, most)
    with contextlib.suppress(OSError, ValueError):  # macOS has no bound of memory
        resource.setrlimit(which, (wanted, most))
