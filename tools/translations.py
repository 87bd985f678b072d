"""Collect the words of the window, keep the Italian catalogue, compile it.

    python -m tools.translations            update resources/translations/vaglio_it.ts, compile the .qm
    python -m tools.translations --missing  list what wants a translation; exit 1 if anything does

How words are found is in `tools.phrases`. Qt's ``lupdate`` then merges them into the catalogue:
translations stay, what has gone is marked as vanished.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

from .phrases import Phrase, Untranslatable, collect

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "annotator"
CATALOGUE = ROOT / "resources" / "translations" / "vaglio_it.ts"
#: Only what has a plural: the source says "%n article(s)", the window "1 article", "2 articles".
ENGLISH = CATALOGUE.with_name("vaglio_en.ts")

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%L?\d+")


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
