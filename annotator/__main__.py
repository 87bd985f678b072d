"""``vaglio``: with no words or a project it opens the window, otherwise it is the command line."""

from __future__ import annotations

import sys

from annotator.isolation import privacy
from annotator.isolation.child import WORD, leave_current_folder
from annotator.isolation.network import give_up
from annotator.isolation.start import start
from annotator.isolation.telemetry import switch_off


def main() -> int:
    leave_current_folder()
    privacy.begin()
    switch_off()
    words = sys.argv[1:]
    if words and words[0] == WORD:  # a bundle without an interpreter starts itself
        return start(*words[1:]) or 0
    if len(words) == 1 and words[0].endswith(".vaglio"):  # as a double click on it says
        words.insert(0, "open")
    if not words or words[0] == "open":
        # The window comes up at once: nothing of the command line is imported for it.
        from annotator.core.terminal import guard
        from annotator.ui.app import run

        guard()  # the traceback of a bug can quote foreign words
        return run(words[1:])
    give_up()  # the command line calls nobody, and neither does what it starts
    from annotator.cli import main as command_line

    return command_line(words)


if __name__ == "__main__":
    sys.exit(main())
