"""``vaglio``: with no words or a project it opens the window, otherwise it is the command line."""

from __future__ import annotations

import sys


def main() -> int:
    words = sys.argv[1:]
    if len(words) == 1 and words[0].endswith(".vaglio"):  # as a double click on it says
        words.insert(0, "open")
    if not words or words[0] == "open":
        # The window comes up at once: nothing of the command line is imported for it.
        from .ui.app import run

        return run(words[1:])
    from .cli import main as command_line

    return command_line(words)


if __name__ == "__main__":
    sys.exit(main())
