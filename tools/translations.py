"""Collect the words of the window, keep the Italian catalogue, compile it.

    python -m tools.translations            update resources/translations/vaglio_it.ts, compile the .qm
    python -m tools.translations --missing  list what wants a translation; exit 1 if anything does

Words are found by reading the syntax tree, not by running anything:

- ``self.tr("…")`` in a class (its name is the context), ``QCoreApplication.translate("Ctx", "…")``
- ``translation.note("Ctx", "…")``, for words that stand in a table and are shown elsewhere
- the text of a `Command`, and the names of menus (context ``Actions``)
- the message and hint of `UserError` and its subclasses, anywhere (context ``Errors``), also where
  they pass through a function that hands its own parameters on to such a class

Qt's ``lupdate`` then merges them into the catalogue: translations stay, what has gone is marked as
vanished. Give a word in two parts, or an f-string, and it stops: Qt would never find it.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "annotator"
CATALOGUE = ROOT / "resources" / "translations" / "vaglio_it.ts"
#: Only what has a plural: the source says "%n article(s)", the window "1 article", "2 articles".
ENGLISH = CATALOGUE.with_name("vaglio_en.ts")

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%L?\d+")


class Phrase(NamedTuple):
    """A source string as Qt looks it up."""

    context: str
    text: str
    comment: str = ""
    plural: bool = False


class Untranslatable(Exception):
    """A word that is put together at run time, so that no catalogue can have it."""


# Collecting


def collect(folder: Path) -> list[Phrase]:
    """Every phrase in the Python files of *folder*, by context, without repetition.

    Raises:
        Untranslatable: somewhere the text is not a literal; all such places are named.
    """
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(folder.rglob("*.py"))}
    carriers = _carriers(trees.values())
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
        reader = _Reader(carriers, extended)
        reader.visit(tree)
        found.update(dict.fromkeys(reader.found))
        name = path.relative_to(folder.parent)
        wrong += [f"{name}:{line}: {why}" for line, why in reader.wrong]
    if wrong:
        raise Untranslatable("\n".join(wrong))
    return sorted(found, key=lambda phrase: phrase.context)


class _Reader(ast.NodeVisitor):
    """The phrases of one module, and the lines with what Qt would never find, and why."""

    def __init__(self, carriers: dict[str, int], extended: set[str]) -> None:
        self.carriers = carriers
        self.extended = extended
        self.found: list[Phrase] = []
        self.wrong: list[tuple[int, str]] = []
        self._classes: list[str] = []
        self._parameters: list[set[str]] = [set()]
        self._values: list[dict[str, list[ast.expr]]] = [{}]

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        self.generic_visit(node)
        if self._classes[-1:] == ["Menu"]:
            self.found += [Phrase("Actions", text) for text in self._literals(node.value) if text]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._parameters.append(self._parameters[-1] | set(_parameters(node)))
        self._values.append(self._values[-1] | _assigned(node))
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
        elif name in self.carriers:
            self._error(node, self.carriers[name])

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

    def _error(self, node: ast.Call, place: int) -> None:
        hints = [k.value for k in node.keywords if k.arg == "hint"]
        for part in [*node.args[place : place + 1], *hints]:
            if not self._is_parameter(part):
                self.found += [Phrase("Errors", text) for text in self._literals(part) if text]

    def _is_parameter(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id in self._parameters[-1]

    def _literals(self, node: ast.expr, *, follow: bool = True) -> list[str]:
        """The string or strings that *node* can be; notes the line if it can be anything else."""
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.Constant(value=None):
                return [""]
            case ast.IfExp():
                branches = (node.body, node.orelse)
                return [t for branch in branches for t in self._literals(branch, follow=follow)]
            case ast.Name() if node.id in self._values[-1] and follow:
                values = self._values[-1][node.id]
                return [t for value in values for t in self._literals(value, follow=False)]
        self.wrong.append((node.lineno, "not a literal string"))
        return []


def _carriers(trees: Iterable[ast.Module]) -> dict[str, int]:
    """Names that take a message → where among the arguments: error classes, and what calls them."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    found = {"UserError": 0}
    before = 0
    while len(found) > before:
        before = len(found)
        for each in classes:
            if any(_name(base) in found for base in each.bases):
                found.setdefault(each.name, 0)
        for function in functions:
            place = _passed_on(function, found)
            if place is not None:
                found.setdefault(function.name, place)
    return found


def _passed_on(function: ast.FunctionDef, carriers: dict[str, int]) -> int | None:
    """Which parameter of *function*, not counting ``self``, it hands on as a message."""
    parameters = [name for name in _parameters(function) if name not in ("self", "cls")]
    words = {
        arg.arg
        for arg in (*function.args.args, *function.args.kwonlyargs)
        if isinstance(arg.annotation, ast.Name) and arg.annotation.id == "str"
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and (place := carriers.get(_called(node)[1])) is not None:
            for arg in node.args[place : place + 1]:
                if isinstance(arg, ast.Name) and arg.id in parameters and arg.id in words:
                    return parameters.index(arg.id)
    return None


def _assigned(function: ast.FunctionDef) -> dict[str, list[ast.expr]]:
    """What each local name of *function* is set to."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
    return found


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


# The catalogue


def update(folder: Path, catalogue: Path, *, language: str = "it") -> None:
    """Merge the phrases of *folder* into *catalogue*, which is made if it is not there.

    Of English, which the phrases are in already, only those with a plural are kept.
    """
    source = _as_cpp(collect(folder))
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "phrases.cpp"
        path.write_text(source, "utf-8")
        options = ["-locations", "none", "-silent", "-source-language", "en"]
        options += ["-target-language", language, *(["-pluralonly"] if language == "en" else [])]
        _qt_tool("lupdate", *options, path, "-ts", catalogue)


def compile_catalogue(catalogue: Path, compiled: Path) -> None:
    """Write what the window loads: finished translations only."""
    _qt_tool("lrelease", "-silent", catalogue, "-qm", compiled)


def entries(catalogue: Path) -> Iterator[tuple[Phrase, list[str], bool]]:
    """Phrase, its translations (one, or one for each plural form), and whether it is finished.

    What has vanished from the code is left out.
    """
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            made = message.find("translation")
            state = made.get("type") if made is not None else "unfinished"
            if state in ("vanished", "obsolete"):
                continue
            plural = message.get("numerus") == "yes"
            parts = [] if made is None else list(made.iter("numerusform")) if plural else [made]
            phrase = Phrase(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                plural,
            )
            yield phrase, [part.text or "" for part in parts], state != "unfinished"


def missing(catalogue: Path) -> list[str]:
    """``Context: source`` of everything that has no finished translation."""
    return [
        f"{phrase.context}: {phrase.text}"
        for phrase, made, is_finished in entries(catalogue)
        if not (is_finished and made and all(made))
    ]


def mismatched(catalogue: Path) -> list[str]:
    """Translations whose placeholders differ from the source's; a plural form may do without %n."""
    return [
        f"{phrase.context}: {phrase.text} → {text}"
        for phrase, made, _ in entries(catalogue)
        for text in made
        if text and _placeholders(phrase, text) != _placeholders(phrase, phrase.text)
    ]


def _placeholders(phrase: Phrase, text: str) -> list[str]:
    return sorted(p for p in _PLACEHOLDER.findall(text) if not (phrase.plural and p == "%n"))


def _as_cpp(phrases: Iterable[Phrase]) -> str:
    """A file that lupdate reads without guessing: it knows C++ best."""
    lines = []
    for phrase in phrases:
        words = [_quoted(phrase.context), _quoted(phrase.text)]
        if phrase.comment or phrase.plural:
            words.append(_quoted(phrase.comment) if phrase.comment else "nullptr")
        if phrase.plural:
            words.append("n")
        lines.append(f"    QCoreApplication::translate({', '.join(words)});")
    return "void phrases(int n) {\n" + "\n".join(lines) + "\n}\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + escaped.replace("\t", "\\t").replace("??", "?\\?") + '"'


def _qt_tool(name: str, *arguments: str | Path) -> None:
    """Run a program that comes with PySide6-Essentials."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise SystemExit("PySide6 is not installed here: run `make test` once.")
    program = Path(spec.origin).parent / (f"{name}.exe" if sys.platform == "win32" else name)
    subprocess.run([program, *arguments], check=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.translations", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--missing", action="store_true", help="only list what is not translated")
    is_list = parser.parse_args(arguments).missing
    wanting: list[str] = []
    for catalogue, language in ((CATALOGUE, "it"), (ENGLISH, "en")):
        if not is_list:
            try:
                update(PACKAGE, catalogue, language=language)
            except Untranslatable as err:
                print(err, file=sys.stderr)
                return 1
            compile_catalogue(catalogue, catalogue.with_suffix(".qm"))
        wanting += [f"{language}: {x}" for x in missing(catalogue) + mismatched(catalogue)]
    print("\n".join(wanting) or "Everything is translated.")
    return 1 if wanting else 0


if __name__ == "__main__":
    sys.exit(main())
