"""What a command is: a row of the table, the modes it works in, what it needs, who carries it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, Flag, auto
from types import FunctionType
from typing import Literal, TypeVar

from .. import translation


class Mode(Flag):
    """What stands in the middle of the window."""

    NONE = auto()  # the welcome page: no project is open
    ANNOTATE = auto()  # an article, or an empty project
    REVIEW = auto()  # what colleagues made of an article
    CLAIMS = auto()  # the claims of the whole project


class Needs(Flag):
    """What must be there for a command to be possible."""

    ARTICLE = auto()
    UNSUBMITTED = auto()  # the open article is in work
    SUBMITTED = auto()
    SELECTION = auto()
    WORDS = auto()  # a selection, or an entity that is current
    ANNOTATION = auto()  # one is current
    REMOVABLE = auto()  # an annotation is current, or who says a claim
    DECISIONS = auto()  # something was decided that can be taken back
    SUGGESTION = auto()  # what is current waits for a decision
    SUGGESTIONS = auto()  # some that are shown in this article wait for one
    CLAIM = auto()  # one is current
    NEAR_CLAIM = auto()  # one is current, or was before a name was clicked, or is nearest
    ENTITY = auto()  # one is current
    LAST_LABEL = auto()  # a label was given before
    ARCHIVED_FILE = auto()  # of a source of the current claim
    SIMILAR_CLAIM = auto()  # with evidence, found for the current claim
    OTHER_VERSION = auto()  # of the open article
    NOT_PLACED = auto()  # something of an older version
    DIFFERENCE = auto()  # one is current in the review
    SECOND_LAYER = auto()
    THIRD_LAYER = auto()
    UNANIMOUS = auto()  # something that all colleagues say alike
    UNPROTECTED = auto()  # the project has no passphrase
    PASSPHRASE = auto()  # it has one


#: Why a command does nothing where something that it needs is missing; the first that fits is said.
_MISSING: Mapping[Needs, str] = {
    Needs.ARTICLE: translation.note("Commands", "Open an article first."),
    Needs.UNSUBMITTED: translation.note("Commands", "This article is submitted: reopen it first."),
    Needs.SUBMITTED: translation.note("Commands", "This article is not submitted."),
    Needs.LAST_LABEL: translation.note("Commands", "No label was used yet."),
    Needs.SELECTION: translation.note("Commands", "Select some words first."),
    Needs.WORDS: translation.note("Commands", "Select some words, or go to a name, first."),
    Needs.ANNOTATION: translation.note("Commands", "Go to an annotation first: click it."),
    Needs.REMOVABLE: translation.note("Commands", "Go to an annotation first: click it."),
    Needs.DECISIONS: translation.note("Commands", "Nothing was decided yet."),
    Needs.SUGGESTION: translation.note("Commands", "This is for suggestions: go to one first."),
    Needs.SUGGESTIONS: translation.note("Commands", "Every suggestion that is shown is judged."),
    Needs.CLAIM: translation.note("Commands", "Go to a claim first: click its card or its words."),
    Needs.NEAR_CLAIM: translation.note("Commands", "Make a claim, or go to one, first."),
    Needs.ENTITY: translation.note("Commands", "Go to a name that is labelled first: click it."),
    Needs.ARCHIVED_FILE: translation.note(
        "Commands", "No file is kept of an outside source of this claim."
    ),
    Needs.SIMILAR_CLAIM: translation.note(
        "Commands", "No similar claim with evidence is known of this one."
    ),
    Needs.OTHER_VERSION: translation.note("Commands", "There is one version of this article."),
    Needs.NOT_PLACED: translation.note("Commands", "Nothing of an older version is missing here."),
    Needs.DIFFERENCE: translation.note("Commands", "Go to a difference first: click it."),
    Needs.SECOND_LAYER: translation.note(
        "Commands", "One colleague's work is under review: there is no B."
    ),
    Needs.THIRD_LAYER: translation.note("Commands", "There is no third colleague in this review."),
    Needs.UNANIMOUS: translation.note("Commands", "Nothing is left that all colleagues say alike."),
    Needs.UNPROTECTED: translation.note("Commands", "This project has a passphrase already."),
    Needs.PASSPHRASE: translation.note("Commands", "This project has no passphrase."),
}


def all_of(there: Mapping[Needs, bool]) -> Needs:
    """What is there, as one value."""
    met = Needs(0)
    for need, is_there in there.items():
        if is_there:
            met |= need
    return met


class Menu(Enum):
    """The menus, by their English names; a command of no menu is called by other commands."""

    NONE = ""
    PROJECT = "Project"
    EDIT = "Edit"
    JUDGE = "Judge"
    MARK = "Mark"
    CLAIM = "Claim"
    GO = "Go"
    VIEW = "View"
    TOOLS = "Tools"
    HELP = "Help"


@dataclass(frozen=True)
class Command:
    """One thing that can be done. *cells* gives what it needs in each mode that it works in."""

    id: str
    text: str  # English, translated in context "Actions"
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    #: ``article``: single keys, only while the article or a list of claims has the focus.
    scope: Literal["window", "article"] = "window"
    cells: Mapping[Mode, Needs] = field(default_factory=dict)
    checked: str = ""  # the state (`CommandState.on`) that its tick shows
    calls: tuple[str, str] = ("", "")  # the command whose handler it uses, and with what
    page: Callable[[], str] | None = None  # fills ``{page}`` in the text

    @property
    def name(self) -> str:
        """Its text in the language of the window."""
        said = translation.translated("Actions", self.text)
        return said.format(page=self.page()) if self.page else said

    @property
    def handled_as(self) -> str:
        return self.calls[0] or self.id


_NOTHING = Needs(0)


@dataclass(frozen=True)
class CommandState:
    """Where the analyst is: the mode, what is there, and which toggles are on.

    *takes* says of a command what it would take now, in words that stand behind its name.
    """

    mode: Mode = Mode.NONE
    met: Needs = _NOTHING
    on: frozenset[str] = frozenset()
    takes: Mapping[str, str] = field(default_factory=dict)


Cell = tuple[str, Mode]
Handler = Callable[..., object]
_Function = TypeVar("_Function", bound=Callable[..., object])
_marked: dict[object, list[Cell]] = {}


def command(id_: str, modes: Mode) -> Callable[[_Function], _Function]:
    """Mark a method as what carries out the command *id_* in *modes*."""

    def mark(function: _Function) -> _Function:
        _marked.setdefault(function, []).extend((id_, mode) for mode in modes)
        return function

    return mark


def cells_of(kind: type) -> list[tuple[Cell, FunctionType]]:
    """What the methods of a class carry out."""
    return [
        (cell, function)
        for base in kind.__mro__
        for function in vars(base).values()
        if isinstance(function, FunctionType)
        for cell in _marked.get(function, ())
    ]


def cells_in(commands: Iterable[Command]) -> set[Cell]:
    """What the table wants a handler for."""
    return {(each.handled_as, mode) for each in commands for mode in each.cells}


def check(commands: Sequence[Command], kinds: Iterable[type]) -> None:
    """Raise LookupError unless each cell of the table has one handler, and no other has any."""
    ids = Counter(each.id for each in commands)
    wanted = cells_in(commands)
    there = Counter(cell for kind in kinds for cell, _ in cells_of(kind))
    faults = [f"two rows of {id_}" for id_, count in ids.items() if count > 1]
    faults += [f"no handler of {id_} in {mode.name}" for id_, mode in wanted - there.keys()]
    faults += [f"no row of {id_} in {mode.name}" for id_, mode in there.keys() - wanted]
    faults += [f"{n} handlers of {id_} in {mode.name}" for (id_, mode), n in there.items() if n > 1]
    if faults:
        raise LookupError("; ".join(sorted(faults)))


def why_not(cells: Mapping[Mode, Needs], mode: Mode, met: Needs) -> str:
    """Why a command with *cells* can do nothing now, in English; "" where it can."""
    needs = cells.get(mode)
    if needs is not None:
        missing = needs & ~met
        return next((_MISSING[each] for each in _MISSING if each in missing), "") if missing else ""
    if mode == Mode.NONE:
        said = translation.note("Commands", "No project is open: open one or make a new one first.")
    elif mode == Mode.CLAIMS:
        said = translation.note(
            "Commands", "This belongs to an article: open a claim in its article with Enter first."
        )
    elif mode == Mode.REVIEW:
        said = translation.note(
            "Commands",
            "This belongs to labelling, not to a review: leave the review with Esc first.",
        )
    else:
        said = translation.note("Commands", "This belongs to a review of colleagues' work.")
    return said
