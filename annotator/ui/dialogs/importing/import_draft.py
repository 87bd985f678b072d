"""What a person wants of an import to be otherwise than the files say, while it is being decided."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.core.article_details import edit_article
from annotator.core.errors import UserError
from annotator.core.exchange.label_mapping import LEFT_OUT
from annotator.core.model import Article
from annotator.services.importing import ImportPlan
from annotator.services.results import ArticlePreview, PreviewAnswer

#: What can be set for all articles at once: what articles of one delivery have in common.
SHARED = ("publisher", "author", "published", "language")
_NOBODY = Article(id="", title="-", text="-", sha256="")


class ImportDraft:
    """Starts from a look at files; `plan` is what became of it."""

    def __init__(self, look: PreviewAnswer) -> None:
        self.look = look
        self.everywhere: dict[str, str] = {}
        self.without: list[str] = []
        self.deleted = {article.sha256 for article in look.articles if article.deleted}
        self.leave_out: set[str] = set(self.deleted)
        self._said: dict[str, dict[str, str]] = {}
        self.labels = {label: label if o is None else o for label, o in look.labels.items()}
        self.relations = {name: ours or LEFT_OUT for name, ours in look.relations.items()}
        self.attributes = {name: ours or LEFT_OUT for name, ours in look.attributes.items()}
        self.columns = dict(look.columns)
        self._taken_for = look.columns

    def looked_again(self, look: PreviewAnswer) -> None:
        """The files once more, after another choice of columns."""
        self.look = look
        self.columns = look.columns | self.columns

    # -- articles --------------------------------------------------------------------------

    def value(self, shown: ArticlePreview, name: str) -> str:
        """What *name* of an article will be; "" where it is not known."""
        for said in (self._said.get(shown.sha256, {}), self.everywhere):
            if name in said:
                return said[name]
        value = getattr(shown, name) or ""
        return "" if (name, value) == ("language", "und") else value

    def set(self, shown: ArticlePreview, name: str, value: str) -> None:
        if name in self.everywhere:
            self.everywhere[name] = value
            return
        said = self._said.setdefault(shown.sha256, {})
        said.pop(name, None)
        if value != self.value(shown, name):
            said[name] = value

    def set_for_all(self, name: str, value: str) -> None:
        for said in self._said.values():
            said.pop(name, None)
        self.everywhere[name] = value

    def set_for_each(self, name: str) -> None:
        """As the files say it, again."""
        self.everywhere.pop(name, None)

    def can_change_text(self, shown: ArticlePreview) -> bool:
        """Whether all of it is shown, and nothing is annotated in it."""
        return shown.annotations == 0 and len(shown.text) == shown.characters

    def text(self, shown: ArticlePreview) -> str:
        text = self._said.get(shown.sha256, {}).get("text", shown.text)
        if self.can_change_text(shown):
            for words in self.without:
                text = text.replace(words, "")
        return text

    def set_text(self, shown: ArticlePreview, text: str) -> None:
        if text != self.text(shown):
            self._said.setdefault(shown.sha256, {})["text"] = text

    def take_out(self, words: str) -> int:
        """Take *words* out of all texts; in how many of those that are shown they stand."""
        found = sum(
            words in self.text(article)
            for article in self.look.articles
            if self.can_change_text(article)
        )
        if words not in self.without:
            self.without.append(words)
        return found

    def mistake(self, shown: ArticlePreview) -> UserError | None:
        """What is wrong with the particulars that were set."""
        said = {**self.everywhere, **self._said.get(shown.sha256, {})}
        text = said.pop("text", None)
        try:
            edit_article(_NOBODY, by="", **said)
        except UserError as fault:
            return fault
        if text is not None and not text.strip():
            return UserError(
                "An article needs a text", hint="Leave the article out, if it is not wanted."
            )
        return None

    # -- all of it -------------------------------------------------------------------------

    def wanted(self) -> int:
        """How many of the articles that are shown are wanted."""
        return sum(article.sha256 not in self.leave_out for article in self.look.articles)

    def plan(self) -> ImportPlan:
        return ImportPlan(
            labels=self.labels,
            relations=self.relations,
            attributes=self.attributes,
            columns=_otherwise(self.columns, self._taken_for),
            everywhere=self.everywhere,
            articles={sha256: said for sha256, said in self._said.items() if said},
            without=tuple(self.without),
            leave_out=frozenset(self.leave_out),
            bring_back=frozenset(self.deleted - self.leave_out),
        )


def _otherwise(chosen: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """All of what was chosen where anything is otherwise than was found, else nothing."""
    return {} if chosen == found else dict(chosen)
