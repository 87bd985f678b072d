"""A child process of ours (`annotator.isolation.child`), as Qt starts one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from annotator.core.visible_text import visible_line
from annotator.isolation.child import Child


def child_process(child: Child, parent: QObject | None = None) -> QProcess:
    """*child*, not started yet."""
    process = QProcess(parent)
    program, *words = child.command
    process.setProgram(program)
    process.setArguments(words)
    environment = QProcessEnvironment()
    for name, value in child.environment.items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    return process


def last_words(process: QProcess) -> str:
    """The last line that a process said of its end on standard error, on one line; or ""."""
    said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
    return visible_line(said.rsplit("\n", 1)[-1])
