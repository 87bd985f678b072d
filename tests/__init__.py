from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
FORMATS = TESTS / "formats"  # golden files, and files that other tools have made
