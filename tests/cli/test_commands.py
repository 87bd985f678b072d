"""Each command is a file, which is loaded when the command is used."""

from __future__ import annotations

import keyword
import subprocess
import sys
from pathlib import Path

from annotator.cli import COMMANDS

CLI = Path(__file__).parents[2] / "annotator" / "cli"


def loaded_by(*words: str) -> set[str]:
    """The modules of ours that the command line has loaded after *words*."""
    code = (
        "import sys\nfrom annotator.cli import make_parser\n"
        f"try: make_parser().parse_args({words!r})\nexcept SystemExit: pass\n"
        "print(*[name for name in sys.modules if name.startswith('annotator.')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_each_command_is_a_file_and_each_such_file_a_command():
    files = {path.stem for path in CLI.glob("*.py") if "def add_arguments(" in path.read_text()}
    names = {f"{name}_" if keyword.iskeyword(name) else name.replace("-", "_") for name in COMMANDS}
    assert files == names - {"open"}


def test_the_help_of_all_loads_none_of_them():
    loaded = loaded_by("--help")
    assert "annotator.cli.output" in loaded
    assert loaded & {f"annotator.cli.{name}" for name in COMMANDS} == set()
    assert not any(name.startswith("annotator.store") for name in loaded)


def test_a_command_loads_no_other():
    assert loaded_by("check", "--help") & {f"annotator.cli.{name}" for name in COMMANDS} == {
        "annotator.cli.check"
    }
