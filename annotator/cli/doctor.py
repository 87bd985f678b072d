"""``vaglio doctor``: what is installed, and whether it fits."""

from __future__ import annotations

import argparse

from annotator.services.diagnostics import findings

from .options import add_json
from .output import DONE, PARTLY, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    all_well = True
    for finding in findings():
        all_well &= finding.is_well
        if given.json:
            print_json(finding)
        else:
            print(f"{'ok  ' if finding.is_well else 'LOOK'}  {finding.what}: {finding.said}")
    return DONE if all_well else PARTLY
