"""The fields of a source, each saved as soon as it is edited."""

from __future__ import annotations

from annotator.core.scheme import Scheme

from ..widgets.editors import ChoiceEditor, LineEditor, Option, TextEditor, choices
from ..widgets.form import Amend, Form


class SourceForm(Form):
    """What is known of a document."""

    def __init__(self, amend: Amend, scheme: Scheme, language: str) -> None:
        super().__init__(amend)
        self.add("title", self.tr("Title"), TextEditor(least=1, most=4), wide=True)
        self.add("url", self.tr("Address"), LineEditor())
        self.add(
            "publisher",
            self.tr("Publisher"),
            LineEditor(),
            tip=self.tr("Who answers for it: two publishers are independent of each other"),
        )
        tier, medium = scheme.attribute("source", "tier"), scheme.attribute("source", "medium")
        ranks = [Option(None, self.tr("not said")), *choices(tier, language)]
        for code, attribute, offered in (
            ("tier", tier, ranks),
            ("medium", medium, choices(medium, language)),
        ):
            self.add(
                code,
                attribute.name.to(language),
                ChoiceEditor(offered),
                tip=attribute.definition.to(language),
            )
        self.add("author", self.tr("Author"), LineEditor())
        dates = self.tr("2024-01-04, 2024-01 or 2024")
        self.add("published", self.tr("Published"), LineEditor(), tip=dates)
        self.add("accessed", self.tr("Seen on"), LineEditor(), tip=dates)
        self.add(
            "archived_url",
            self.tr("Archived at"),
            LineEditor(),
            tip=self.tr("The copy in a web archive, in case the page changes"),
        )
        self.add("language", self.tr("Language"), LineEditor())
        self.add("note", self.tr("Note"), TextEditor(), wide=True)
