"""What is known of an article besides its text: title, publisher, author, date, address, language."""

from __future__ import annotations

import re

from .changes import Change, Edit, change
from .errors import UserError
from .model import Article, with_
from .urls import canonical

FIELDS = ("title", "publisher", "author", "published", "url", "language")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?%]?")  # EDTF, level 1
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47, well-formed


def edit_article(article: Article, *, by: str, **fields: str | None) -> Change:
    """Other particulars of an article; "" and None mean that one is not known.

    Raises:
        BadAddress: the address is that of no public web page.
        UserError: there is no title, or a date or language code is none.
    """
    made = {name: " ".join((value or "").split()) or None for name, value in fields.items()}
    if unknown := made.keys() - set(FIELDS):
        raise ValueError(f"articles have no {sorted(unknown)}")
    if "title" in made and not made["title"]:
        raise UserError("An article needs a title", hint="Write what the list is to show.")
    if url := made.get("url"):
        made["url"] = canonical(url)
    if (date := made.get("published")) and not _DATE.fullmatch(date):
        raise UserError(
            "“{date}” is no date as it is kept",
            hint="Write the year first: 2024-01-04, 2024-01 or 2024; ~ after it means about.",
            date=date,
        )
    if "language" in made:
        made["language"] = made["language"] or "und"
        if not _LANGUAGE.fullmatch(str(made["language"])):
            raise UserError(
                "“{code}” is no code of a language",
                hint="Write it, en, fr …, as the standard BCP 47 has them.",
                code=made["language"],
            )
    after = with_(article, **made)
    edits = [Edit(article, after)] if after != article else []
    return change("edit_article", edits, by=by, article_id=article.id)
