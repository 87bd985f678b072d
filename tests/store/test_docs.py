"""What the documentation says of the project file is so."""

from __future__ import annotations

import re

from annotator.store.database import schema
from tests import ROOT

from .making import annotated_article_of, load
from .project.test_bulk_load import full_dossier

DOCS = ROOT / "docs" / "file-format.md"


def test_every_table_is_described():
    described = set(re.findall(r"`(\w+)`", DOCS.read_text("utf-8")))
    assert set(schema.TABLES) <= described


def test_the_queries_shown_work_and_the_words_are_right(store):
    load(store, annotated_article_of("🤔 [Mario Rossi|PER] parla."), full_dossier())
    [shown] = re.findall(r"```sql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    answers = [store.connection.execute(sql).fetchall() for sql in shown.split(";") if sql.strip()]
    assert len(answers) == 3
    assert answers[0][0][2:] == ("PER", "Mario Rossi")
    assert [row[1:] for row in answers[1]] == [(0, 5), (6, 11)]
