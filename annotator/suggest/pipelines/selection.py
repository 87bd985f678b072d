"""Who reads which language: the machine that ships, or another suggester that was chosen."""

from __future__ import annotations

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.core.model import Article

from . import rules, trained
from .registry import DEFAULT, LabelledSuggester, Suggester, author, by_name


class PipelineFault(UserError):
    """A suggester that was chosen is not installed."""


class PipelineChoice(Struct, frozen=True):
    """What an analyst chose, as settings and command line keep it; nothing is checked yet."""

    languages: dict[str, str] = {}  # language → name of a suggester
    labels: dict[str, dict[str, str]] = {}  # name → its label → ours, "" leaves it out
    default: str = ""  # who reads every other language; "" for ours

    @property
    def named(self) -> set[str]:
        """Every suggester that was chosen."""
        return {*self.languages.values(), self.default} - {""}


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
    if not choice.named:
        return SuggesterSelection()
    there = by_name()

    def chosen(name: str) -> Suggester:
        suggester = there.get(name)
        if suggester is None:
            raise PipelineFault(
                "There is no suggester or spaCy pipeline called {name} here",
                hint="Installed are: {names}. Install it yourself, or choose another.",
                name=name,
                names=", ".join(there),
            )
        if name in choice.labels and isinstance(suggester, LabelledSuggester):
            return suggester.with_labels(choice.labels[name])
        return suggester

    return SuggesterSelection(
        default=chosen(choice.default) if choice.default else DEFAULT,
        by_language={code: chosen(name) for code, name in choice.languages.items()},
    )


def usable(choice: PipelineChoice) -> tuple[PipelineChoice, list[str]]:
    """*choice* without the suggesters that are not installed here, and the names of those."""
    if not choice.named:
        return choice, []
    there = by_name()
    kept = {code: name for code, name in choice.languages.items() if name in there}
    default = choice.default if choice.default in there else ""
    missing = sorted(choice.named - there.keys())
    return PipelineChoice(languages=kept, labels=choice.labels, default=default), missing
