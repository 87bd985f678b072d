"""The tables of a project, as exact SQL: what is not literally here is not a project of ours.

Described for people in ``docs/file-format.md``. Columns have the names of the records' fields;
tuples and dicts are JSON. ``tally``, ``article_fts`` and ``article.characters`` are derived, and
can be rebuilt at any time; everything else is the record.
"""

from __future__ import annotations

from .connection import Connection, through_sqlite_utils, transaction

APPLICATION_ID = 0x56474C4F  # "VGLO"
FORMAT = 5

_ANNOTATION = """
  id TEXT PRIMARY KEY NOT NULL,
  layer_id TEXT NOT NULL REFERENCES layer(id),
  origin TEXT NOT NULL,
  confidence REAL,
  why TEXT NOT NULL,
  derived_from TEXT,
  unsure INTEGER NOT NULL,
  note TEXT NOT NULL,"""

TABLES: dict[str, str] = {
    "project": """CREATE TABLE project (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  made_with TEXT NOT NULL
) STRICT""",
    "run": """CREATE TABLE run (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'suggest')),
  author TEXT NOT NULL,
  tool TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT NOT NULL,
  seconds REAL NOT NULL,
  articles INTEGER NOT NULL,
  layers INTEGER NOT NULL,
  annotations INTEGER NOT NULL
) STRICT""",
    "article": """CREATE TABLE article (
  n INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  publisher TEXT,
  author TEXT,
  published TEXT,
  url TEXT,
  imported_at TEXT NOT NULL,
  metadata TEXT NOT NULL CHECK (json_valid(metadata)),
  characters INTEGER NOT NULL,
  run_id TEXT NOT NULL REFERENCES run(id),
  base TEXT NOT NULL
) STRICT""",
    "article_text": """CREATE TABLE article_text (
  n INTEGER PRIMARY KEY NOT NULL REFERENCES article(n),
  text TEXT NOT NULL
) STRICT""",
    "layer": """CREATE TABLE layer (
  id TEXT PRIMARY KEY NOT NULL,
  article_id TEXT NOT NULL REFERENCES article(id),
  author TEXT NOT NULL CHECK (author <> ''),
  role TEXT NOT NULL CHECK (role IN ('machine', 'analyst', 'gold')),
  status TEXT NOT NULL
    CHECK (status IN ('draft', 'submitted', 'changes_requested', 'approved')),
  guideline TEXT NOT NULL,
  created_at TEXT NOT NULL,
  run_id TEXT REFERENCES run(id),
  base TEXT,
  UNIQUE (article_id, author),
  CHECK ((run_id IS NULL) = (base IS NULL))
) STRICT""",
    "entity": f"""CREATE TABLE entity ({_ANNOTATION}
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  label TEXT NOT NULL,
  subtype TEXT,
  normalized TEXT,
  kb_id TEXT,
  CHECK (start >= 0 AND "end" > start)
) STRICT, WITHOUT ROWID""",
    "claim": f"""CREATE TABLE claim ({_ANNOTATION}
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  normalized_text TEXT NOT NULL,
  verifiable INTEGER NOT NULL,
  kind TEXT NOT NULL,
  check_worthiness INTEGER NOT NULL CHECK (check_worthiness BETWEEN 0 AND 3),
  cw_reasons TEXT NOT NULL CHECK (json_valid(cw_reasons)),
  certainty TEXT NOT NULL,
  time_reference TEXT,
  claim_date TEXT,
  part_of TEXT,
  start INTEGER NOT NULL AS (json_extract(spans, '$[0][0]')) VIRTUAL,
  "end" INTEGER NOT NULL AS (json_extract(spans, '$[#-1][1]')) VIRTUAL
) STRICT, WITHOUT ROWID""",
    "attribution": f"""CREATE TABLE attribution ({_ANNOTATION}
  claims TEXT NOT NULL CHECK (json_valid(claims)),
  source_spans TEXT NOT NULL CHECK (json_valid(source_spans)),
  cue_spans TEXT NOT NULL CHECK (json_valid(cue_spans)),
  content_spans TEXT NOT NULL CHECK (json_valid(content_spans)),
  agent TEXT NOT NULL,
  agent_type TEXT NOT NULL,
  anonymity TEXT NOT NULL,
  kb_id TEXT,
  type TEXT NOT NULL,
  quote_mode TEXT NOT NULL,
  author_stance TEXT NOT NULL,
  certainty TEXT NOT NULL,
  source_implicit INTEGER NOT NULL,
  nested_in TEXT
) STRICT""",
    "source": """CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  url TEXT,
  archived_url TEXT,
  publisher TEXT,
  author TEXT,
  published TEXT,
  accessed TEXT,
  medium TEXT NOT NULL,
  tier TEXT,
  language TEXT,
  sha256 TEXT,
  note TEXT NOT NULL,
  run_id TEXT REFERENCES run(id),
  base TEXT,
  CHECK ((run_id IS NULL) = (base IS NULL))
) STRICT""",
    "evidence": f"""CREATE TABLE evidence ({_ANNOTATION}
  claim_id TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES source(id),
  stance TEXT NOT NULL,
  "group" INTEGER NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  answer_type TEXT NOT NULL,
  quote TEXT NOT NULL,
  locator TEXT NOT NULL
) STRICT""",
    "verdict": f"""CREATE TABLE verdict ({_ANNOTATION}
  claim_id TEXT NOT NULL,
  label TEXT NOT NULL,
  justification TEXT NOT NULL,
  rating_name TEXT NOT NULL,
  strategies TEXT NOT NULL CHECK (json_valid(strategies)),
  decided_at TEXT NOT NULL,
  supersedes TEXT,
  published_url TEXT
) STRICT""",
    "judgement": """CREATE TABLE judgement (
  id TEXT PRIMARY KEY NOT NULL,
  layer_id TEXT NOT NULL REFERENCES layer(id),
  target_id TEXT NOT NULL,
  decision TEXT NOT NULL,
  reason TEXT NOT NULL,
  comment TEXT NOT NULL
) STRICT""",
    "ruling": """CREATE TABLE ruling (
  id TEXT PRIMARY KEY NOT NULL,
  layer_id TEXT NOT NULL REFERENCES layer(id),
  members TEXT NOT NULL CHECK (json_valid(members)),
  seen TEXT NOT NULL CHECK (json_valid(seen)),
  outcome TEXT NOT NULL,
  taken TEXT,
  result TEXT,
  reason TEXT NOT NULL,
  comment TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  agreed TEXT CHECK (json_valid(agreed))
) STRICT""",
    "setting": """CREATE TABLE setting (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT""",
    "change": """CREATE TABLE change (
  seq INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  verb TEXT NOT NULL,
  article_id TEXT REFERENCES article(id),
  undoes TEXT REFERENCES change(id),
  is_undo INTEGER NOT NULL,
  parents TEXT NOT NULL CHECK (json_valid(parents)),
  edits TEXT NOT NULL CHECK (json_valid(edits)),
  hash TEXT NOT NULL
) STRICT""",
    "received": """CREATE TABLE received (
  id TEXT PRIMARY KEY NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  hash TEXT NOT NULL,
  change TEXT NOT NULL CHECK (json_valid(change))
) STRICT""",
    "version": """CREATE TABLE version (
  n INTEGER PRIMARY KEY NOT NULL,
  article_id TEXT NOT NULL REFERENCES article(id),
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  since INTEGER NOT NULL,
  lineage TEXT NOT NULL CHECK (json_valid(lineage)),
  contents TEXT CHECK (json_valid(contents))
) STRICT""",
    "tally": """CREATE TABLE tally (
  author TEXT NOT NULL,
  n INTEGER NOT NULL REFERENCES article(n),
  layer_id TEXT NOT NULL REFERENCES layer(id),
  status TEXT NOT NULL,
  entities INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  unsure INTEGER NOT NULL,
  undecided INTEGER NOT NULL,
  labels TEXT NOT NULL CHECK (json_valid(labels)),
  kinds TEXT NOT NULL CHECK (json_valid(kinds)),
  PRIMARY KEY (n, author)
) STRICT, WITHOUT ROWID""",
    "deletion": """CREATE TABLE deletion (
  id TEXT PRIMARY KEY NOT NULL,
  article_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  seen TEXT NOT NULL CHECK (json_valid(seen)),
  overruled_by TEXT NOT NULL,
  overruled_at TEXT NOT NULL
) STRICT""",
    "erased": """CREATE TABLE erased (
  change_id TEXT PRIMARY KEY NOT NULL REFERENCES change(id),
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    "sweep": """CREATE TABLE sweep (
  n INTEGER PRIMARY KEY NOT NULL,
  work TEXT NOT NULL CHECK (json_valid(work))
) STRICT""",
    "quarantine": """CREATE TABLE quarantine (
  n INTEGER PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  record TEXT NOT NULL CHECK (json_valid(record))
) STRICT""",
}

INDEXES: dict[str, str] = {
    "entity_layer": 'CREATE INDEX entity_layer ON entity (layer_id, start, "end" DESC)',
    "claim_layer": 'CREATE INDEX claim_layer ON claim (layer_id, start, "end" DESC)',
    "attribution_layer": "CREATE INDEX attribution_layer ON attribution (layer_id)",
    "evidence_layer": "CREATE INDEX evidence_layer ON evidence (layer_id)",
    "evidence_source": "CREATE INDEX evidence_source ON evidence (source_id)",
    "verdict_layer": "CREATE INDEX verdict_layer ON verdict (layer_id)",
    "judgement_layer": "CREATE INDEX judgement_layer ON judgement (layer_id, target_id)",
    "ruling_layer": "CREATE INDEX ruling_layer ON ruling (layer_id)",
    "version_layer": "CREATE INDEX version_layer ON version (article_id, author)",
    "deletion_text": "CREATE INDEX deletion_text ON deletion (sha256)",
    "change_author": "CREATE INDEX change_author ON change (author, is_undo, seq, undoes, id)",
    "change_article": "CREATE INDEX change_article ON change (article_id, seq)",
    "change_undoes": "CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL",
    "article_title": "CREATE INDEX article_title ON article (title COLLATE NOCASE, n, id)",
    "tally_author": "CREATE INDEX tally_author ON tally (author, n, status, undecided, unsure)",
    "tally_layer": "CREATE INDEX tally_layer ON tally (layer_id)",
}

TRIGGERS: dict[str, str] = {
    "change_stays": """CREATE TRIGGER change_stays BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the change log is only ever added to'); END""",
    "change_is_kept": """CREATE TRIGGER change_is_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the change log is only ever added to'); END""",
    "text_stays": """CREATE TRIGGER text_stays BEFORE UPDATE ON article_text
BEGIN SELECT RAISE(ABORT, 'the text of an article never changes'); END""",
    "received_stays": """CREATE TRIGGER received_stays BEFORE UPDATE ON received
BEGIN SELECT RAISE(ABORT, 'what was received is only ever added to'); END""",
    "deletion_stays": """CREATE TRIGGER deletion_stays
BEFORE UPDATE OF id, article_id, sha256, "by", at, reason, seen ON deletion
WHEN (OLD.id, OLD.article_id, OLD.sha256, OLD."by", OLD.at, OLD.reason, OLD.seen)
  IS NOT (NEW.id, NEW.article_id, NEW.sha256, NEW."by", NEW.at, NEW.reason, NEW.seen)
BEGIN SELECT RAISE(ABORT, 'that an article was deleted is never altered'); END""",
    "deletion_is_kept": """CREATE TRIGGER deletion_is_kept BEFORE DELETE ON deletion
BEGIN SELECT RAISE(ABORT, 'that an article was deleted is never forgotten'); END""",
}

VIEWS: dict[str, str] = {
    "searchable": """CREATE VIEW searchable AS
SELECT article.n AS n, title, text FROM article JOIN article_text ON article_text.n = article.n""",
}

FTS: dict[str, str] = {
    "article_fts": """CREATE VIRTUAL TABLE article_fts USING fts5(title, text, \
content='searchable', content_rowid='n', tokenize="unicode61 remove_diacritics 2")""",
}

# What FTS5 makes for itself, word for word (a test compares it with the library's).
_SHADOWS: dict[str, str] = {
    "article_fts_data": "CREATE TABLE 'article_fts_data'(id INTEGER PRIMARY KEY, block BLOB)",
    "article_fts_idx": "CREATE TABLE 'article_fts_idx'"
    "(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "article_fts_docsize": "CREATE TABLE 'article_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB)",
    "article_fts_config": "CREATE TABLE 'article_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID",
}

_KINDS = (
    ("table", TABLES),
    ("index", INDEXES),
    ("trigger", TRIGGERS),
    ("view", VIEWS),
    ("table", FTS),
    ("table", _SHADOWS),
)
EXPECTED = frozenset((kind, name, sql) for kind, made in _KINDS for name, sql in made.items())

# What each format that a migration starts from looked like, by its number.
RULING_BEFORE_3 = """CREATE TABLE ruling (
  id TEXT PRIMARY KEY NOT NULL,
  layer_id TEXT NOT NULL REFERENCES layer(id),
  members TEXT NOT NULL CHECK (json_valid(members)),
  seen TEXT NOT NULL CHECK (json_valid(seen)),
  outcome TEXT NOT NULL,
  taken TEXT,
  result TEXT,
  reason TEXT NOT NULL,
  comment TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT"""
VERDICT_BEFORE_5 = f"""CREATE TABLE verdict ({_ANNOTATION}
  claim_id TEXT NOT NULL,
  label TEXT NOT NULL,
  justification TEXT NOT NULL,
  rating_name TEXT NOT NULL,
  strategies TEXT NOT NULL CHECK (json_valid(strategies)),
  decided_at TEXT NOT NULL,
  supersedes TEXT
) STRICT"""
_SINCE_4 = (
    *("deletion", "erased", "sweep", "deletion_text"),
    *("deletion_stays", "deletion_is_kept"),
)
_SINCE_3 = ("received", "version", "version_layer", "received_stays")
_SINCE_2 = ("ruling", "ruling_layer")
_FORMAT_4 = frozenset(
    (kind, name, VERDICT_BEFORE_5 if name == "verdict" else sql) for kind, name, sql in EXPECTED
)
_FORMAT_3 = frozenset(each for each in _FORMAT_4 if each[1] not in _SINCE_4)
_FORMAT_2 = frozenset(
    (kind, name, RULING_BEFORE_3 if name == "ruling" else sql)
    for kind, name, sql in _FORMAT_3
    if name not in _SINCE_3
)
EXPECTED_BY_FORMAT: dict[int, frozenset[tuple[str, str, str]]] = {
    1: frozenset(each for each in _FORMAT_2 if each[1] not in _SINCE_2),
    2: _FORMAT_2,
    3: _FORMAT_3,
    4: _FORMAT_4,
    5: EXPECTED,
}


def build(conn: Connection, *, project_id: str, created_at: str, made_with: str) -> None:
    """Make all tables in an empty database and say whose they are."""
    db = through_sqlite_utils(conn)
    with transaction(conn):
        for made in (TABLES, INDEXES, TRIGGERS, VIEWS, FTS):
            for sql in made.values():
                db.execute(sql)
        row = {"id": project_id, "created_at": created_at, "made_with": made_with}
        db.table("project").insert(row)
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {FORMAT}")


def strangers(conn: Connection, expected: frozenset[tuple[str, str, str]] = EXPECTED) -> list[str]:
    """Names of what does not belong in a project: built in, altered, or missing."""
    found: set[tuple[str, str, str]] = set()
    for kind, name, table, sql in conn.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    ):
        is_key = kind == "index" and sql is None and name.startswith("sqlite_autoindex_")
        is_statistic = kind == "table" and name in ("sqlite_stat1", "sqlite_stat4")
        if not (is_key and table in _TABLE_NAMES) and not is_statistic:
            found.add((kind, name, sql or ""))
    return sorted({name for _, name, _ in found ^ expected})


_TABLE_NAMES = frozenset(name for kind, name, _ in EXPECTED if kind == "table")
