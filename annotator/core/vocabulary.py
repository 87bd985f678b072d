"""The words that a field may hold, and what they are called in the languages of the window."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Holds = Literal["word", "words", "number", "yes_no"]


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """Words for people in the languages of the window."""

    en: str = ""
    it: str = ""

    def to(self, language: str) -> str:
        """The words in *language* (``it``, ``it-CH`` …), else whichever there are."""
        is_italian = language.lower().partition("-")[0].partition("_")[0] == "it"
        return (self.it or self.en) if is_italian else (self.en or self.it)


class Value(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that an attribute can be; *code* is what records and exports hold."""

    code: str
    name: Wording
    definition: Wording
    retired: bool = False


class Attribute(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A field of a record with a fixed vocabulary: *of* is the record, *code* the field."""

    of: str
    code: str
    name: Wording
    definition: Wording
    holds: Holds = "word"
    values: tuple[Value, ...]

    def value(self, code: str) -> Value:
        """The value *code*; one made up from the code if there is none."""
        for value in self.values:
            if value.code == code:
                return value
        return Value(code=code, name=Wording(code, code), definition=Wording())

    def written(self, code: str) -> str | int | bool:
        """What a record holds for the value *code* (for ``words``, one of those it holds)."""
        match self.holds:
            case "number":
                return int(code)
            case "yes_no":
                return code == "yes"
            case _:
                return code

    def read(self, held: object) -> str:
        """The code of the value for what a record holds."""
        if isinstance(held, bool):
            return "yes" if held else "no"
        return str(held)
