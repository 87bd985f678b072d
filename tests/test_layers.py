"""Who may import whom, and how large things may grow: the house rules, held by a test."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "annotator"
MODULES = sorted(PACKAGE.rglob("*.py"))
# From below upwards: a module imports from its own folder and from those before it in the same
# column, never from those behind it. Names on one line do not know each other.
LAYERS: dict[str, tuple[str, ...]] = {
    "": (
        "__init__",
        "core isolation",
        "store formats suggest",
        "services",
        "ui",
        "cli",
        "__main__",
    ),
    "core": (".", "meaning", "sources", "exchange", "editing", "review", "metrics", "learning"),
    "store": (
        "database",
        "changes",
        "file deletion",
        "queries",
        "project",
        "maintenance",
        "sharing",
        ".",
    ),
    "formats": (".", "publishing", "annotations articles"),
    "suggest": (
        "language",
        "model",
        "entities attribution",
        "claims",
        "learning pipelines",
        "runtime",
        ".",
    ),
    "ui": (
        "appearance settings translation",
        "background",
        "widgets view",
        "command_table",
        "presenters article_list claims_list",
        "modes",
        "panels",
        "article",
        "dialogs",
        "commands",
        ".",
    ),
}
"""For each folder its folders; ``.`` stands for the modules in it that are not named."""
OUTSIDE = {
    "PySide6": {"ui"},
    "spacy": {"suggest", "formats"},
    "sqlite_utils": {"store"},
    "sqlite3": {"store"},
    "trafilatura": {"formats"},
    "numpy": {"suggest"},
    "onnxruntime": {"suggest"},
    "ctypes": {"isolation"},
    "publicsuffixlist": {"core"},
}


def imports(path: Path) -> list[str]:
    """Dotted names that a module imports, relative ones made absolute."""
    package = ("annotator", *path.relative_to(PACKAGE).parts[:-1])
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found += [f"{module}.{alias.name}" for alias in node.names]
    return found


def place_of(module: str, folder: str) -> int | None:
    """On which line of the column of *folder* a module stands; None where it is elsewhere."""
    inside = module.removeprefix("annotator.").split(".") if module != "annotator" else ["__init__"]
    if folder:
        if inside[0] != folder:
            return None
        inside = inside[1:]
    lines = [line.split() for line in LAYERS[folder]]
    name = inside[0] if inside else "."
    for wanted in (name, "."):
        for number, names in enumerate(lines):
            if wanted in names:
                return number
    return None


def wrong_imports(graph: dict[str, set[str]]) -> list[str]:
    """Imports that go upwards or sideways, each as ``module → module``."""
    wrong = []
    for folder, lines in LAYERS.items():
        for module, others in graph.items():
            mine = place_of(module, folder)
            for other in others if mine is not None else ():
                theirs = place_of(other, folder)
                if theirs is None or theirs < mine:
                    continue
                is_beside = theirs == mine and "." in lines[mine].split()
                if theirs > mine or not (
                    is_beside or _name_in(module, folder) == _name_in(other, folder)
                ):
                    wrong.append(f"{module} → {other}")
    return sorted(set(wrong))


def _name_in(module: str, folder: str) -> str:
    return module.removeprefix(f"annotator.{folder}." if folder else "annotator.").split(".")[0]


def test_a_module_imports_only_from_the_folders_below_its_own():
    assert wrong_imports(file_imports()) == []


def test_an_import_upwards_or_sideways_would_be_found():
    assert wrong_imports({"annotator.core.text": {"annotator.store.project.store"}}) != []
    assert wrong_imports({"annotator.store.read": {"annotator.formats.spec"}}) != []
    assert wrong_imports({"annotator.ui.view.paint": {"annotator.ui.panels.history"}}) != []
    assert wrong_imports({"annotator.ui.panels.history": {"annotator.ui.view.paint"}}) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_libraries_are_used_in_their_own_part_alone(path):
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for name in imports(path):
        root = name.partition(".")[0]
        assert root not in OUTSIDE or part in OUTSIDE[root], f"{part} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_outgrows_its_reader(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450


def file_imports() -> dict[str, set[str]]:
    """Each module → the modules it imports, also inside functions and under ``TYPE_CHECKING``.

    An import that only the type checker sees counts too: whoever reads the file has to know both.
    """
    names = {
        ".".join(("annotator", *p.relative_to(PACKAGE).with_suffix("").parts)) for p in MODULES
    }
    names = {name.removesuffix(".__init__") for name in names}
    found: dict[str, set[str]] = {}
    for path in MODULES:
        name = ".".join(("annotator", *path.relative_to(PACKAGE).with_suffix("").parts))
        name = name.removesuffix(".__init__")
        modules = {i if i in names else i.rpartition(".")[0] for i in imports(path)}
        found[name] = (modules & names) - {name}
    return found


def circles(graph: dict[str, set[str]]) -> list[set[str]]:
    """Groups of modules each of which is reached from every other (Tarjan)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[set[str]] = []

    def visit(module: str) -> None:
        order[module] = low[module] = len(order)
        stack.append(module)
        for other in graph[module]:
            if other not in order:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in stack:
                low[module] = min(low[module], order[other])
        if low[module] == order[module]:
            at = stack.index(module)
            if len(stack) - at > 1:
                found.append(set(stack[at:]))
            del stack[at:]

    for each in graph:
        if each not in order:
            visit(each)
    return found


def test_no_two_modules_import_each_other_not_even_by_way_of_others():
    assert circles(file_imports()) == []


def test_a_circle_by_way_of_a_third_module_would_be_found():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [{"a", "b", "c"}]
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_the_window_never_loads_spacy_or_numpy():
    code = "import sys, annotator.ui.app; print({'spacy', 'numpy'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=PACKAGE.parent,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""},
    )
    assert done.stdout.strip() == "set()"


_PASTING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from annotator.services.session import open_session
from annotator.ui.application import make_application
from annotator.ui.settings import Settings
from annotator.ui.main_window import MainWindow

folder, text = Path(sys.argv[1]), sys.argv[2]
app = make_application()
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
open_session(folder / "p.vaglio", analyst="anna", create=True).store.close()
settings = Settings()
settings.suggest_on_open = False
window = MainWindow(settings)
window.show()
window.start(folder / "p.vaglio", analyst="anna")
window.workspace.suggestion_queue.stop()
app.clipboard().setText(text)
began = time.monotonic()
window.by_id["paste_article"].trigger()
waited = time.monotonic() - began
while window.workspace.annotate_mode.analyst_view is None and time.monotonic() < began + 60:
    app.processEvents()
    time.sleep(0.01)
article = window.workspace.annotate_mode.analyst_view.article
print(article.language, waited < 0.5, {"spacy", "numpy", "py3langid"} & set(sys.modules))
window.close()
"""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Bundeskanzler sagte am Montag in Berlin, die Preise seien um drei Prozent.", "de"),
        ("Il ministro ha detto che i prezzi della benzina non sono più quelli di ieri.", "it"),
    ],
)
def test_pasting_an_article_loads_no_model_into_the_window(tmp_path, text, language):
    """The window once stood still for 1.3 s at the first of them, and kept 100 MB."""
    done = subprocess.run(
        [sys.executable, "-c", _PASTING, str(tmp_path), text],
        capture_output=True,
        text=True,
        check=False,
        cwd=PACKAGE.parent,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(tmp_path)},
    )
    assert done.stdout.strip() == f"{language} True set()", done.stderr


# What takes words for HTML, or shows what is hidden in them as it is; `ui.appearance.plain_text` says what instead.
_UNSAFE = (
    "QTextDocument QTextBrowser QTextEdit QStaticText QGraphicsTextItem QGraphicsSimpleTextItem "
    "QWhatsThis QMessageBox QErrorMessage QSystemTrayIcon QInputDialog QProgressDialog "
    "QStyledItemDelegate QItemDelegate QSvgWidget setHtml setMarkdown insertHtml appendHtml "
    "setWhatsThis WhatsThisRole setStatusTip StatusTipRole showMessage drawText drawStaticText "
    "elidedText AutoText RichText MarkdownText QProxyStyle"
)
UNSAFE = set(_UNSAFE.split())


def unsafe(code: str) -> set[str]:
    """What *code* uses of it; flags of a class may be named."""
    tree = ast.parse(code)
    flags = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("FindFlag",)
    }
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    used |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node not in flags}
    return used & UNSAFE


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "ui").rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_foreign_words_go_to_the_screen_through_one_module(path):
    if path != PACKAGE / "ui" / "appearance" / "plain_text.py":
        assert unsafe(path.read_text(encoding="utf-8")) == set()


def test_what_takes_words_for_html_is_found():
    assert unsafe("label.setTextFormat(Qt.TextFormat.RichText)") == {"RichText"}
    assert unsafe("class Page(QTextBrowser): pass") == {"QTextBrowser"}
    assert unsafe("painter.drawText(1, 1, title)") == {"drawText"}


def test_the_command_line_prints_through_one_stream():
    for path in (PACKAGE / "cli").rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        assert "__stdout__" not in code, path
        assert "stdout.buffer" not in code, path
