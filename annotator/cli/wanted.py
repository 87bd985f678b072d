"""What options with a name and a value ask for."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.core.errors import UserError
from annotator.suggest import PipelineChoice


def pipelines(languages: Iterable[str], labels: Iterable[str]) -> PipelineChoice:
    """The choice in ``it=NAME`` and ``NAME:GPE=LOC`` (or ``GPE=LOC``, for every pipeline).

    Raises:
        UserError: one of them has not that form.
    """
    by_language = dict(_parted(language) for language in languages)
    maps: dict[str, dict[str, str]] = {name: {} for name in by_language.values()}
    for label in labels:
        whose, _, pair = label.rpartition(":")
        of, to = _parted(pair)
        for name in [whose] if whose else list(maps):
            maps.setdefault(name, {})[of] = to
    return PipelineChoice(languages=by_language, labels=maps)


def _parted(pair: str) -> tuple[str, str]:
    left, equals, right = (part.strip() for part in pair.partition("="))
    if not (left and equals):
        raise UserError(
            "“{words}” is not of the form NAME=VALUE",
            hint="For instance --pipeline it=NAME, or --map GPE=LOC.",
            words=pair,
        )
    return left, right
