"""The words of the window, found in the syntax tree of the program: nothing is run.

- ``self.tr("…")`` in a class (its name is the context), ``QCoreApplication.translate("Ctx", "…")``
- group, text, help and choices of a `Preference` (context ``Preferences``)
- ``translation.note("Ctx", "…")``, for words that stand in a table and are shown elsewhere
- the text of a `Command`, and the names of menus (context ``Actions``)
- the message and hint of `UserError` and its subclasses, anywhere (context ``Errors``), and what
  formats say that they cannot carry, or want, and why: ``report.lose("…", "…", …)`` (``Losses``);
  both also where they pass through a function that hands its own parameters on

Give a word in two parts, or an f-string, and it stops: Qt would never find it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

#: Names of functions and classes → their parameters that are messages, with place and context.
Carriers: TypeAlias = dict[str, dict[str, tuple[int | None, str]]]

#: What takes messages, and which of its arguments these are: by place, or by name.
_CARRIERS: Carriers = {
    "UserError": {"message": (0, "Errors"), "hint": (None, "Errors")},
    "lose": {"what": (0, "Losses"), "why": (1, "Losses")},
    "want": {"what": (0, "Losses"), "why": (1, "Losses")},
    "FormatCapabilities": {"why": (None, "Losses")},
}
_STRUCTS = [_CARRIERS["FormatCapabilities"]]  # keep what they are given, under the same name


class Phrase(NamedTuple):
    """A source string as Qt looks it up."""

    context: str
    text: str
    comment: str = ""
    plural: bool = False


class Untranslatable(Exception):
    """A word that is put together at run time, so that no catalogue can have it."""


def collect(folder: Path) -> list[Phrase]:
    """Every phrase in the Python files of *folder*, by context, without repetition.

    Raises:
        Untranslatable: somewhere the text is not a literal; all such places are named.
    """
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(folder.rglob("*.py"))}
    carriers = _carriers(trees.values())
    shared = _constants(trees.values())
    extended = {
        _name(base)
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    }
    found: dict[Phrase, None] = {}
    wrong: list[str] = []
    for path, tree in trees.items():
        reader = _Reader(carriers, extended, shared | _constants([tree]))
        reader.visit(tree)
        found.update(dict.fromkeys(reader.found))
        name = path.relative_to(folder.parent)
        wrong += [f"{name}:{line}: {why}" for line, why in reader.wrong]
    if wrong:
        raise Untranslatable("\n".join(wrong))
    return sorted(found, key=lambda phrase: phrase.context)


class _Reader(ast.NodeVisitor):
    """The phrases of one module, and the lines with what Qt would never find, and why."""

    def __init__(
        self, carriers: Carriers, extended: set[str], constants: dict[str, list[ast.expr]]
    ) -> None:
        self.carriers = carriers
        self.extended = extended
        self.found: list[Phrase] = []
        self.wrong: list[tuple[int, str]] = []
        self._classes: list[str] = []
        self._parameters: list[set[str]] = [set()]
        self._values = [constants]

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        for each in node.body:
            if isinstance(each, ast.AnnAssign) and each.value is not None:
                self._message(node.name, _name(each.target), each.value)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        self.generic_visit(node)
        if self._classes[-1:] == ["Menu"]:
            self.found += [Phrase("Actions", text) for text in self._literals(node.value) if text]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._parameters.append(self._parameters[-1] | set(_parameters(node)))
        self._values.append(self._values[-1] | _assigned(node))
        for name, value in _defaults(node):
            self._message(node.name, name, value)
        self.generic_visit(node)
        self._values.pop()
        self._parameters.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        owner, name = _called(node)
        if name == "tr" and owner in ("self", "cls") and self._classes:
            self._qt(node, [ast.Constant(self._classes[-1]), *node.args])
            if self.found and self.found[-1].plural and self._classes[-1] in self.extended:
                # PySide looks under the subclass first, takes "%n" filled in for a hit, and stops.
                self.wrong.append((node.lineno, "a plural in a base class: use translate()"))
        elif name == "translate" and owner == "QCoreApplication":
            self._qt(node, node.args)
        elif (owner, name) == ("translation", "note"):
            self._qt(node, node.args[:2])
        elif (owner, name) == ("", "Command"):
            self.found += [Phrase("Actions", text) for text in self._literals(node.args[1])]
        elif (owner, name) == ("", "Format"):
            self._format(node)
        elif (owner, name) == ("", "Preference"):
            self._preference(node)
        elif name in self.carriers:
            self._messages(node, name)

    def _preference(self, node: ast.Call) -> None:
        """A setting that is asked for: its group, its words, and those of its choices."""
        asked = [k.value for k in node.keywords if k.arg in ("group", "text", "help")]
        for each in node.keywords:
            if each.arg == "choices" and isinstance(each.value, ast.Tuple):
                asked += [pair.elts[1] for pair in each.value.elts if isinstance(pair, ast.Tuple)]
        self.found += [
            Phrase("Preferences", text) for part in asked for text in self._literals(part)
        ]

    def _format(self, node: ast.Call) -> None:
        """A format says what it is and what it is for."""
        for each in node.keywords:
            if each.arg in ("title", "use"):
                self.found += [Phrase("Formats", text) for text in self._literals(each.value)]

    def _qt(self, node: ast.Call, args: list[ast.expr]) -> None:
        """``(context, text, comment, n)``; a lookup of noted words has no literals at all."""
        if len(args) > 1 and all(self._is_parameter(arg) for arg in args[:2]):
            return
        context, text = self._literals(args[0]), self._literals(args[1]) if args[1:] else []
        comment = self._literals(args[2]) if args[2:] else [""]
        plural = len(args) > 3 or any(k.arg == "n" for k in node.keywords)
        for each in text:
            self.found.append(Phrase("".join(context), each, "".join(comment), plural))

    def _messages(self, node: ast.Call, called: str) -> None:
        for name, value in _arguments(node, self.carriers[called]):
            self._message(called, name, value)

    def _message(self, called: str, name: str, value: ast.expr) -> None:
        if name in self.carriers.get(called, {}) and not self._is_handed_on(value):
            _, context = self.carriers[called][name]
            self.found += [Phrase(context, text) for text in self._literals(value) if text]

    def _is_handed_on(self, node: ast.expr) -> bool:
        """Whether it is a parameter, or part of a value that was given its words elsewhere."""
        is_part = isinstance(node, ast.Attribute) and any(node.attr in c for c in _STRUCTS)
        return is_part or self._is_parameter(node)

    def _is_parameter(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id in self._parameters[-1]

    def _literals(self, node: ast.expr, *, steps: int = 5) -> list[str]:
        """The string or strings that *node* can be; notes the line if it can be anything else.

        Names are followed to what they are set to, and calls to what is returned, some *steps*.
        """
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.Constant(value=None):
                return [""]
        values = self._branches(node) if steps else []
        if not values:
            self.wrong.append((node.lineno, "not a literal string"))
        return [text for value in values for text in self._literals(value, steps=steps - 1)]

    def _branches(self, node: ast.expr) -> list[ast.expr]:
        """The expressions that *node* can be."""
        known = self._values[-1]
        match node:
            case ast.IfExp():
                return [node.body, node.orelse]
            case ast.Name():
                return known.get(node.id, [])
            case ast.Call():
                return known.get(f"{_name(node.func)}()", [])
            case ast.Subscript(value=ast.Name(id=name)):
                dicts = [each for each in known.get(name, []) if isinstance(each, ast.Dict)]
                return [value for each in dicts for value in each.values]
        return []


def _carriers(trees: Iterable[ast.Module]) -> Carriers:
    """What takes messages in *trees*: also subclasses, and what hands parameters on to others."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    found = {name: dict(parameters) for name, parameters in _CARRIERS.items()}
    before = 0
    while (now := sum(map(len, found.values()))) > before:
        before = now
        for each in classes:
            for base in each.bases:
                found.setdefault(each.name, {}).update(found.get(_name(base), {}))
        for function in functions:
            for name, place in _passed_on(function, found).items():
                found.setdefault(function.name, {}).setdefault(name, place)
    return {name: parameters for name, parameters in found.items() if parameters}


def _passed_on(function: ast.FunctionDef, carriers: Carriers) -> dict[str, tuple[int | None, str]]:
    """The parameters of *function* that it hands on as messages; places do not count ``self``."""
    places = [name for name in _parameters(function) if name not in ("self", "cls")]
    words = {
        arg.arg
        for arg in (*function.args.args, *function.args.kwonlyargs)
        if isinstance(arg.annotation, ast.Name) and arg.annotation.id == "str"
    }
    found = {}
    for node in ast.walk(function):
        called = _called(node)[1] if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and called in carriers:
            for name, value in _arguments(node, carriers[called]):
                if isinstance(value, ast.Name) and value.id in words:
                    found[value.id] = (places.index(value.id), carriers[called][name][1])
    return found


def _arguments(
    call: ast.Call, parameters: dict[str, tuple[int | None, str]]
) -> Iterator[tuple[str, ast.expr]]:
    """The arguments that are messages, by the names of their parameters; no *what* without *why*."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    found = {}
    for name, (place, _) in parameters.items():
        if place is not None and place < len(call.args):
            found[name] = call.args[place]
        elif name in named:
            found[name] = named[name]
    is_whole = found.keys() >= parameters.keys() & {"what", "why"}
    return iter(found.items() if is_whole else ())


def _constants(trees: Iterable[ast.Module]) -> dict[str, list[ast.expr]]:
    """What the names of modules are set to, and, under ``name()``, what functions return."""
    found: dict[str, list[ast.expr]] = {}
    for tree in trees:
        for node in tree.body:
            if isinstance(node, ast.Assign):
                _assign(node, found)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                values = [n.value for n in ast.walk(function) if isinstance(n, ast.Return)]
                found.setdefault(f"{function.name}()", []).extend(filter(None, values))
    return found


def _defaults(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    args = function.args
    names = [arg.arg for arg in (*args.posonlyargs, *args.args)]
    yield from zip(names[len(names) - len(args.defaults) :], args.defaults, strict=True)
    for arg, value in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        if value is not None:
            yield arg.arg, value


def _assigned(function: ast.FunctionDef) -> dict[str, list[ast.expr]]:
    """What each local name of *function* is set to."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            _assign(node, found)
        elif isinstance(node, ast.NamedExpr):
            found.setdefault(node.target.id, []).append(node.value)
    return found


def _assign(node: ast.Assign, found: dict[str, list[ast.expr]]) -> None:
    for target in node.targets:
        is_pair = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
        pairs = (
            zip(target.elts, node.value.elts, strict=False) if is_pair else [(target, node.value)]
        )
        for name, value in pairs:
            if isinstance(name, ast.Name):
                found.setdefault(name.id, []).append(value)


def _parameters(function: ast.FunctionDef) -> list[str]:
    args = function.args
    return [arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)]


def _called(node: ast.Call) -> tuple[str, str]:
    """Owner and name of what is called: ``translation.note(…)`` → ``("translation", "note")``."""
    owner = _name(node.func.value) if isinstance(node.func, ast.Attribute) else ""
    return owner, _name(node.func)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
