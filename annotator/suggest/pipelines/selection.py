"""Who reads which language: the machine that ships, or an installed pipeline that was chosen."""

from __future__ import annotations

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.core.model import Article

from . import rules, trained
from .registry import DEFAULT, Suggester, author


class PipelineFault(UserError):
    """A pipeline that was chosen is not installed."""


class PipelineChoice(Struct, frozen=True):
    """What an analyst chose, as settings and command line keep it; nothing is checked yet."""

    languages: dict[str, str] = {}  # language → name of an installed pipeline
    labels: dict[str, dict[str, str]] = {}  # name → its label → ours, "" leaves it out


class SuggesterSelection(Struct, frozen=True):
    """The suggester of each language; *default* reads all that nobody else was chosen for."""

    default: Suggester = DEFAULT
    by_language: dict[str, Suggester] = {}

    def of(self, article: Article) -> Suggester:
        """Who reads *article*."""
        return self.by_language.get(article.language.split("-")[0].lower(), self.default)

    def author_of(self, article: Article) -> str:
        """Whose layer the suggestions for *article* go into.

        Where the trained model turned out to be damaged, rules read in its place; they sign.
        """
        chosen = self.of(article)
        if trained.heard and isinstance(chosen, trained.EncoderSuggester):
            chosen = rules.SUGGESTERS[0]
        return author(chosen)

    @property
    def authors(self) -> dict[str, str]:
        """The author for each language that has a reader of its own; for others see `default`."""
        return {code: author(each) for code, each in self.by_language.items()}

    @property
    def author(self) -> str:
        """The author for every other language."""
        return author(self.default)


def team(choice: PipelineChoice) -> SuggesterSelection:
    """The suggesters of *choice*.

    Raises:
        PipelineFault: one of them is not installed.
    """
    from . import installed_spacy

    if not choice.languages:
        return SuggesterSelection()
    there = installed_spacy.found()
    by_language: dict[str, Suggester] = {}
    for code, name in choice.languages.items():
        if name not in there:
            raise PipelineFault(
                "There is no spaCy pipeline called {name} here",
                hint="Installed are: {names}. Install it yourself, or choose another.",
                name=name,
                names=", ".join(there) or "none",
            )
        labels = choice.labels.get(name, {})
        by_language[code] = installed_spacy.suggester(there[name], labels)
    return SuggesterSelection(by_language=by_language)


def usable(choice: PipelineChoice) -> tuple[PipelineChoice, list[str]]:
    """*choice* without the pipelines that are not installed here, and the names of those."""
    from . import installed_spacy

    if not choice.languages:
        return choice, []
    there = installed_spacy.found()
    kept = {code: name for code, name in choice.languages.items() if name in there}
    missing = sorted(set(choice.languages.values()) - there.keys())
    return PipelineChoice(languages=kept, labels=choice.labels), missing
