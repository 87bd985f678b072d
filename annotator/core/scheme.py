"""Labels are data: a scheme says which there are, how they look and what they mean.

It is read from a file of ``resources/schemes/``, kept in the project as a `Setting`, and edited by
making a new scheme. A code that a label used to have still finds it; a code that nobody knows gets
a label made up on the spot, so that what was imported is shown and never dropped.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from .colour import contrast, readable
from .errors import UserError
from .model import Span
from .text import sentences
from .vocabulary import Attribute, Value, Wording

LabelKind = Literal["entity", "claim"]

#: The letters that no action of the window has, so that a label may have them.
FREE_LETTERS = "DGJNPTUWYZ"
KEYS = "1234567890" + FREE_LETTERS

_CODE = re.compile(r"[^\W_][\w.:/+-]{0,39}")
_UNFIT = re.compile(r"[^\w.:/+-]+")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
MOST_KEPT = 5  # examples of one label
_NEUTRAL = "#5B5B66"
_LEAST_CONTRAST = 4.5  # WCAG 2.2 AA, for words on a white page


class SchemeFault(UserError):
    """A scheme, or an edit of one, that would leave labels unclear; nothing was changed."""


class Label(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of entity or of claim. *example* marks what would be labelled in ``[brackets]``.

    *kept* are examples like it that were decided in a review, the newest last.
    """

    code: str
    name: Wording = Wording()
    colour: str = _NEUTRAL
    key: str | None = None
    definition: Wording = Wording()
    example: Wording = Wording()
    kind: LabelKind = "entity"
    retired: bool = False  # not offered any more, still shown where it was used
    kept: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()  # codes it used to have, oldest first

    def named(self, language: str) -> str:
        return self.name.to(language) or self.code


class Scheme(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The labels in the order they are offered in, and the vocabularies of the other fields."""

    name: str
    version: str
    title: Wording = Wording()
    labels: tuple[Label, ...] = ()
    attributes: tuple[Attribute, ...] = ()

    def offered(self, kind: LabelKind = "entity") -> tuple[Label, ...]:
        """The labels of *kind* that one can choose: not the retired ones."""
        return tuple(x for x in self.labels if x.kind == kind and not x.retired)

    def find(self, code: str) -> Label | None:
        """The label that has, or once had, this code."""
        present = (label for label in self.labels if label.code == code)
        former = (label for label in self.labels if code in label.formerly)
        return next(present, None) or next(former, None)

    def resolve(self, code: str) -> str:
        """The present code for *code*, which may be an old or an unknown one."""
        found = self.find(code)
        return found.code if found else code

    def label(self, code: str) -> Label:
        """The label for *code*; for an unknown one a neutral label that is in no scheme."""
        return self.find(code) or _made_up(code)

    def by_key(self, key: str) -> Label | None:
        """The offered label that *key* (a digit or letter) sets."""
        return next((x for x in self.labels if x.key == key.upper() and not x.retired), None)

    def attribute(self, of: str, code: str) -> Attribute:
        """The vocabulary of one field, as in ``scheme.attribute("claim", "certainty")``."""
        for attribute in self.attributes:
            if (attribute.of, attribute.code) == (of, code):
                return self._with_kinds(attribute)
        raise KeyError(f"{of}.{code}")

    def _with_kinds(self, attribute: Attribute) -> Attribute:
        """The kinds of claim are written down once, as labels."""
        if (attribute.of, attribute.code) != ("claim", "kind"):
            return attribute
        kinds = tuple(
            Value(code=x.code, name=x.name, definition=x.definition, retired=x.retired)
            for x in self.labels
            if x.kind == "claim"
        )
        return replace(attribute, values=kinds)


# Reading and writing


def read_scheme(path: Path) -> Scheme:
    """The scheme in a TOML file.

    Raises:
        SchemeFault: it cannot be read, or says something that no scheme may say.
    """
    try:
        body = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as err:
        raise SchemeFault(
            "The label scheme {file} cannot be opened: {reason}",
            hint="Choose another file, or ask for permission to read this one.",
            file=path.name,
            reason=err.strerror or str(err),
        ) from err
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise SchemeFault(
            "The label scheme {file} is not valid TOML: {reason}",
            hint="Correct it at the place named, then open it again.",
            file=path.name,
            reason=str(err),
        ) from err
    return scheme_from(body)


def scheme_from(body: dict[str, Any]) -> Scheme:
    """The scheme in a `Setting`'s body or a parsed file.

    Raises:
        SchemeFault: a field is missing, misspelt, of the wrong type, or clashes with another.
    """
    try:
        scheme = msgspec.convert(body, Scheme)
    except msgspec.ValidationError as err:
        raise SchemeFault(
            "This label scheme cannot be used: {reason}",
            hint="Correct that field; docs/file-format.md lists all of them.",
            reason=str(err),
        ) from err
    seen: list[Label] = []
    for label in scheme.labels:
        _check(label, seen)
        seen.append(label)
    return scheme


def to_body(scheme: Scheme) -> dict[str, Any]:
    """*scheme* as JSON can hold it: ``scheme_from(to_body(s)) == s``."""
    return dict(msgspec.to_builtins(scheme))


def example_of(marked: str) -> tuple[str, tuple[Span, ...]]:
    """An example's bare text and the spans that its ``[brackets]`` mark."""
    text = ""
    spans: list[Span] = []
    for outside, inside in re.findall(r"([^\[\]]*)(?:\[([^\[\]]+)\])?", marked):
        text += outside
        if inside:
            spans.append(Span(len(text), len(text) + len(inside)))
            text += inside
    return text, tuple(spans)


def as_example(text: str, spans: Sequence[Span], why: str = "") -> str:
    """The sentences of *text* around *spans*, which are marked; *why* it was decided behind them.

    Square brackets of the text itself become round ones.
    """
    around = [s for s in sentences(text) if s.start < spans[-1].end and spans[0].start < s.end]
    at, end = around[0].start, around[-1].end
    marked = ""
    for span in spans:
        marked += _plain(text[at : span.start]) + f"[{_plain(span.of(text))}]"
        at = span.end
    marked += _plain(text[at:end])
    return f"{marked} ({_plain(why)})" if why else marked


def _plain(words: str) -> str:
    return words.replace("[", "(").replace("]", ")").replace("\n", " ")


def fresh(scheme: Scheme, called: str, colours: Sequence[str], *, colour: str = "") -> Label:
    """A label for what is *called* so elsewhere, which finds it, with a code that fits.

    It has *colour*, made dark enough, or else that of *colours* which *scheme* uses least.
    """
    code = _UNFIT.sub("_", called).lstrip("_.:/+-")[:40] or "X"
    used = Counter(label.colour.upper() for label in scheme.labels)
    wanted = colour.upper() or min(colours, key=lambda each: used[each.upper()])
    formerly = () if code == called else (called,)
    chosen = readable(wanted, _LEAST_CONTRAST)
    return Label(code=code, name=Wording(called, called), colour=chosen, formerly=formerly)


# Editing: each returns a new scheme, or raises SchemeFault and leaves all as it was


def keep(scheme: Scheme, code: str, example: str) -> Scheme:
    """*scheme* with *example* kept under a label, where the last ``MOST_KEPT`` are."""
    label = scheme.find(code)
    if label is None:
        raise SchemeFault(
            "The scheme has no label {label}",
            hint="Add it (Tools › Edit labels…), then keep the example.",
            label=code,
        )
    kept = (*(each for each in label.kept if each != example), example)[-MOST_KEPT:]
    return _put(scheme, label, replace(label, kept=kept))


def add(scheme: Scheme, label: Label) -> Scheme:
    """*scheme* with *label* behind the others. Give an unknown code ``formerly`` to adopt it."""
    if label.kind == "claim":
        raise SchemeFault(
            "The kinds of claim cannot be added to",
            hint="The export formats rely on them. Use an entity label or the claim's note.",
        )
    _check(label, scheme.labels)
    return replace(scheme, labels=(*scheme.labels, label))


def rename(scheme: Scheme, code: str, *, to: str = "", name: Wording | None = None) -> Scheme:
    """The label *code* with another code, another name, or both; the old code still finds it.

    The annotations keep the code they have until somebody migrates them: `renamed` says how.
    """
    label = _known(scheme, code)
    if to and to != label.code and label.kind == "claim":
        raise SchemeFault(
            "The code of the claim kind {code} cannot be changed",
            hint="The export formats rely on it. Change its name instead.",
            code=label.code,
        )
    changed = label
    if to and to != label.code:
        earlier = tuple(c for c in (*label.formerly, label.code) if c != to)
        changed = replace(label, code=to, formerly=earlier)
    return _put(scheme, label, replace(changed, name=name or label.name))


def describe(scheme: Scheme, code: str, *, definition: Wording, example: Wording) -> Scheme:
    """The label *code* with another definition and example."""
    label = _known(scheme, code)
    return _put(scheme, label, replace(label, definition=definition, example=example))


def recolour(scheme: Scheme, code: str, colour: str) -> Scheme:
    """The label *code* in another colour (``#RRGGBB``), dark enough to be read on the page."""
    label = _known(scheme, code)
    return _put(scheme, label, replace(label, colour=colour.upper()))


def rekey(scheme: Scheme, code: str, key: str | None) -> Scheme:
    """The label *code* with another key, or with none: it is then found by typing its name."""
    label = _known(scheme, code)
    return _put(scheme, label, replace(label, key=key.upper() if key else None))


def reorder(scheme: Scheme, code: str, place: int) -> Scheme:
    """The label *code* at *place* (from 0) among those of its kind; beyond the end is the end."""
    label = _known(scheme, code)
    alike = [x for x in scheme.labels if x.kind == label.kind and x != label]
    alike.insert(max(0, place), label)
    following = iter(alike)
    labels = tuple(next(following) if x.kind == label.kind else x for x in scheme.labels)
    return replace(scheme, labels=labels)


def retire(scheme: Scheme, code: str) -> Scheme:
    """The label *code* no longer offered; its key is free, its annotations stay as they are."""
    label = _known(scheme, code)
    if scheme.offered(label.kind) == (label,):
        raise SchemeFault(
            "{code} is the last label",
            hint="Add or restore another one first.",
            code=label.code,
        )
    return _put(scheme, label, replace(label, retired=True))


def restore(scheme: Scheme, code: str) -> Scheme:
    """A retired label offered again, with its key unless another label has it by now."""
    label = _known(scheme, code)
    key = label.key if label.key and not scheme.by_key(label.key) else None
    return _put(scheme, label, replace(label, retired=False, key=key)) if label.retired else scheme


def renamed(before: Scheme, after: Scheme) -> dict[str, str]:
    """Old code → new code, for the annotations to migrate when *before* becomes *after*."""
    pairs = ((old, label.code) for label in after.labels for old in label.formerly)
    return {old: new for old, new in pairs if before.resolve(old) != new}


# What no label may be


def _check(label: Label, others: Iterable[Label]) -> None:
    others = tuple(others)
    _check_code(label, others)
    _check_colour(label)
    if label.key is not None and not label.retired:
        _check_key(label, others)


def _check_code(label: Label, others: tuple[Label, ...]) -> None:
    if not _CODE.fullmatch(label.code):
        raise SchemeFault(
            "“{code}” cannot be the code of a label",
            hint="Use up to 40 letters, digits and . : / + - _ without spaces, such as PER.",
            code=label.code,
        )
    for code in (label.code, *label.formerly):
        for other in others:
            if code == other.code or code in other.formerly:
                raise SchemeFault(
                    "The code {code} is or was that of the label {other}",
                    hint="Choose another code, so that old annotations stay clear.",
                    code=code,
                    other=other.code,
                )


def _check_colour(label: Label) -> None:
    if not _COLOUR.fullmatch(label.colour):
        raise SchemeFault(
            "“{colour}” is not a colour",
            hint="Write it as # and six digits from 0 to F, such as #0B5FA5.",
            colour=label.colour,
        )
    if contrast(label.colour) < _LEAST_CONTRAST:
        raise SchemeFault(
            "The colour {colour} is too pale to be read on the page",
            hint="Choose a darker one.",
            colour=label.colour,
        )


def _check_key(label: Label, others: tuple[Label, ...]) -> None:
    if not label.key or len(label.key) != 1 or label.key not in KEYS:
        raise SchemeFault(
            "The key {key} cannot be given to a label",
            hint="Free are the digits and the letters D G J N P T U W Y Z.",
            key=label.key,
        )
    for other in others:
        if other.key == label.key and not other.retired:
            raise SchemeFault(
                "The key {key} belongs to the label {other}",
                hint="Take it away there first, or choose another key.",
                key=label.key,
                other=other.code,
            )


def _known(scheme: Scheme, code: str) -> Label:
    for label in scheme.labels:
        if label.code == code:
            return label
    raise SchemeFault(
        "There is no label {code} in this scheme",
        hint="It may have been renamed. Add it first to change it.",
        code=code,
    )


def _put(scheme: Scheme, old: Label, new: Label) -> Scheme:
    _check(new, (x for x in scheme.labels if x is not old))
    return replace(scheme, labels=tuple(new if x is old else x for x in scheme.labels))


def _made_up(code: str) -> Label:
    return Label(
        code=code,
        name=Wording(code, code),
        definition=Wording(
            "Not in this project's scheme; it came with an import.",
            "Non è nello schema di questo progetto: viene da un'importazione.",
        ),
    )
