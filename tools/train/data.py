"""Turn KIND and WikiNEuRal into texts with labelled words, as the program will meet them.

Both come as one word a line. We put the text together again, cut it with the program's own
tokenizer and carry the labels over by character, so that training sees what an analyst pastes.

    python -m tools.train.data NER_FOLDER OUT_FOLDER
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple

from annotator.suggest.language.tokenizer import blank
from annotator.suggest.model.heads import KINDS, TAGS

SKIP = -100  # a word that teaches nothing: the scheme of the data set differs here
NEWS, WIKI, BOOKS = range(3)  # whose annotation guideline the model should follow
_CLOSERS = frozenset([*",.;:!?)]}»…%”’", "..."])
_OPENERS = frozenset("([{«“‘$€£")
_WHOLE_APOSTROPHES = frozenset(("po", "mo", "de", "ne", "ca"))
_ARTICLE_SENTENCES = 12  # of a book, taken as one text


class Sentence(NamedTuple):
    words: list[str]
    tags: list[str]


@dataclass(frozen=True)
class Text:
    """A text, its words as [start, end) and for each an index into ``TAGS`` or `SKIP`.

    *marks* are the same for the other taggers, *judged* runs of words [start, end) with the number
    of the label that each judge named should give them (see `annotator.suggest.model.heads`).
    """

    text: str
    words: list[tuple[int, int]]
    tags: list[int]
    entities: list[tuple[int, int, str]]
    language: str
    style: int
    marks: dict[str, list[int]] = field(default_factory=dict)
    judged: list[tuple[int, int, dict[str, int]]] = field(default_factory=list)


SOURCES = {  # name: (files, language, style, sentences a text)
    "wn_train": (["kind/WN_train.tsv.gz"], "it", NEWS),
    "wn_dev": (["kind/WN_dev.tsv.gz"], "it", NEWS),
    "books_train": (["kind/ADG_train.tsv.gz", "kind/FIC_train.tsv.gz"], "it", BOOKS),
    "books_dev": (["kind/ADG_dev.tsv.gz", "kind/FIC_dev.tsv.gz"], "it", BOOKS),
    "wiki_it": (["wikineural/it_val.conllu.gz", "wikineural/it_test.conllu.gz"], "it", WIKI),
    "wiki_en": (["wikineural/en_val.conllu.gz"], "en", WIKI),
    "wiki_fr": (["wikineural/fr_val.conllu.gz"], "fr", WIKI),
    "wiki_es": (["wikineural/es_val.conllu.gz"], "es", WIKI),
}
HELD_OUT = 1500  # sentences of each Wikipedia language kept for the model card, never trained on


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences of a KIND (word, tag) or WikiNEuRal (number, word, tag) file."""
    sentence = Sentence([], [])
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 2:
                if sentence.words:
                    yield sentence
                sentence = Sentence([], [])
                continue
            word = cells[-2].replace("\xa0", " ").strip().replace(" ", "_") or "_"
            sentence.words.append(word)
            sentence.tags.append(cells[-1].strip())
    if sentence.words:
        yield sentence


def blanks_after(words: Sequence[str]) -> list[bool]:
    """For each word whether a blank follows it in ordinary typography."""
    after, quoted = [], False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        blank_follows = True
        if word == '"':
            blank_follows = quoted and following not in _CLOSERS
            quoted = not quoted
        elif following == '"':
            blank_follows = not quoted
        elif following in _CLOSERS or word in _OPENERS or word == "/" or following == "/":
            blank_follows = False
        elif len(word) > 1 and word[-1] in "'’" and word[-2].isalpha():
            blank_follows = word[:-1].lower() in _WHOLE_APOSTROPHES
        after.append(blank_follows)
    return after


def articles(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Wikinews sentences as articles: a short line without a full stop is the next headline."""
    article: list[Sentence] = []
    for sentence in sentences:
        is_headline = sentence.words[-1] not in (*'.!?…:;»"”', "...") and len(sentence.words) < 25
        ended = bool(article) and article[-1].words[-1] in (*'.!?…»"”', "...")
        if is_headline and ended and len(article) > 2:
            yield article
            article = []
        article.append(sentence)
    if article:
        yield article


def put_together(
    sentences: Sequence[Sentence], gaps: Sequence[str]
) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of *sentences*, *gaps* between them, and its labelled spans."""
    text, spans = "", []
    for sentence, gap in zip(sentences, gaps, strict=True):
        label = ""
        for word, tag, follows in zip(*sentence, blanks_after(sentence.words), strict=True):
            start = len(text)
            text += word
            if tag.startswith("I-") and tag[2:] == label:
                spans[-1] = (spans[-1][0], len(text), label)
            elif tag != "O":
                spans.append((start, len(text), tag[2:]))
            label = tag[2:]
            text += " " if follows else ""
        text = text.rstrip(" ") + gap
    return text.rstrip(), spans


class Labeller:
    """Cuts texts with the program's tokenizers and labels the words."""

    def __init__(self) -> None:
        self.tokenizers = {code: blank(code) for code in ("it", "en", "fr", "es")}

    def label(
        self, text: str, spans: list[tuple[int, int, str]], language: str, style: int
    ) -> Text:
        tokens = [t for t in self.tokenizers[language].make_doc(text) if not t.is_space]
        words = [(t.idx, t.idx + len(t)) for t in tokens]
        tags = [0] * len(words)
        at = 0
        for start, end, label in spans:
            while at < len(words) and words[at][1] <= start:
                at += 1
            first = at
            while at < len(words) and words[at][0] < end:
                head = "B-" if at == first else "I-"
                tags[at] = TAGS.index(head + label) if label in KINDS else SKIP
                at += 1
        return Text(text, words, tags, [s for s in spans if s[2] in KINDS], language, style)


def texts(name: str, folder: Path, labeller: Labeller) -> Iterator[Text]:
    """Every text of the source *name*; the same call gives the same texts."""
    files, language, style = SOURCES[name]
    rng = random.Random(name)
    sentences = [s for file in files for s in read_sentences(folder / file)]
    if style == NEWS:
        groups = list(articles(sentences))
    elif style == BOOKS:
        step = _ARTICLE_SENTENCES
        groups = [sentences[i : i + step] for i in range(0, len(sentences), step)]
    else:
        groups = [[s] for s in sentences]
    training = not name.endswith("_dev")
    for group in groups:
        gaps = [" "] * len(group)
        if training and style == NEWS:
            gaps = [rng.choices((" ", "\n"), (8, 2))[0] for _ in group]
            gaps[0] = rng.choice((" ", "\n", "\n\n"))
        text, spans = put_together(group, gaps)
        if training:
            text = retyped(text, rng)
        yield labeller.label(text, spans, language, style)


def retyped(text: str, rng: random.Random) -> str:
    """*text* with other apostrophes and quotation marks, no offset moved, in a third of cases."""
    if rng.random() < 0.35:
        text = text.replace("'", "’")
    style = rng.random()
    if style < 0.4:
        opening, closing = ("«", "»") if style < 0.2 else ("“", "”")
        parts = text.split('"')
        marks = [opening if i % 2 == 0 else closing for i in range(len(parts) - 1)] + [""]
        text = "".join(part + mark for part, mark in zip(parts, marks, strict=True))
    return text


def save(name: str, made: Iterable[Text], folder: Path) -> int:
    with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as out:
        count = 0
        for each in made:
            out.write(json.dumps(asdict(each), ensure_ascii=False) + "\n")
            count += len(each.words)
    return count


def load(name: str, folder: Path) -> list[Text]:
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [Text(**json.loads(line)) for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ner_folder", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    labeller = Labeller()
    for name in SOURCES:
        made = list(texts(name, args.ner_folder, labeller))
        if name.startswith("wiki_"):
            random.Random(0).shuffle(made)
            save(f"{name}_dev", made[:HELD_OUT], args.out)
            made = made[HELD_OUT:]
        print(name, len(made), "texts", save(name, made, args.out), "words")


if __name__ == "__main__":
    main()
