"""Names that begin with a common noun: "Ministero della Difesa", "governo cinese", "via Roma"."""

from __future__ import annotations

from ..language.mention import Mention, word_set
from ..language.word_lists import first_names, nationalities
from .context import WordContext

_ARTICLES = word_set("i gli le la lo l' il")
_OF_STREETS = word_set("dei delle del della degli dell' di d'")
_NEED_OF = word_set("chiesa provincia porto costa citta città valle stato")
_TAKE_OF = word_set("via viale piazza piazzale largo corso ponte villa")
_INSIDE_PLACES = word_set("di del della dei d' delle degli dell' in e al")

_OF = word_set("di del dello della dell' dei degli delle d' per al alla ai")
_OF_EN = word_set("of for the and")
_NAMED_AFTER = word_set(
    "banca fondazione istituto teatro museo scuola liceo ospedale centro associazione clan gruppo comunità comitato collegio"
)
_AND = frozenset(("e", "ed"))
# what follows "of" here is a name of its own: "Procura di Napoli"
_APART = word_set(
    "governo procura polizia regime tribunale parlamento questura prefettura diocesi arcidiocesi esercito carabinieri "
    "magistratura ambasciata nazionale amministrazione intelligence corte"
)
_QUALITIES = word_set(
    "nazionale federale locale municipale provinciale regionale stradale postale penitenziaria ferroviaria scientifica giudiziaria "
    "amministrativa amministrativo costituzionale militare civile penale suprema centrale europea europeo generale generali "
    "comunale statale pubblico pubblica superiore internazionale mondiale popolare democratico democratica nucleare sanitaria sanitario "
    "repubblicana cantonale parlamentare antimafia finanziaria metropolitana metropolitano direttivo unito"
)
_DEFINITE = word_set(
    "il lo la l' i gli le del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo dalla dall' dai dagli dalle "
    "nel nella nell' sul sulla sull' col suo suoi sua nostro proprio attuale nuovo precedente"
)
_PLACE_OF = word_set(
    "provincia isola isole lago golfo stretto valle val chiesa basilica cattedrale castello palazzo parco contea monte quartiere frazione mar"
)


def phrase_at(context: WordContext, index: int, listed: dict[int, Mention]) -> Mention | None:
    """The phrase whose head noun is the word at *index*, if it makes a name."""
    word = context.words[index]
    lower = word.lower
    if word.text[0].isupper():
        if context.code == "en":
            return _english(context, index)
        if context.opens[index] and context.shouted[index]:
            return None
        if lower in context.cues("loc_heads"):
            return _place(context, index)
        if lower in context.cues("org_heads"):
            return _organisation(context, index, listed, low=False)
        return None
    if lower in context.cues("loc_heads_low"):
        return _place(context, index)
    if lower in context.cues("org_heads_low"):
        return _organisation(context, index, listed, low=True)
    return None


def _organisation(
    context: WordContext, index: int, listed: dict[int, Mention], *, low: bool
) -> Mention | None:
    """An Italian organisation: head, qualities and, for most heads, "of" something."""
    words = context.words
    head = words[index].lower
    norp = nationalities("it")
    end = index + 1
    nation = False
    while end < len(words) and context.touches(end):
        lower = words[end].lower
        if lower in norp:
            nation, end = True, end + 1
        elif lower in _QUALITIES or (
            not low and context.is_capital(end) and _plain(context, end, listed)
        ):
            end += 1
        else:
            break
    qualified = end > index + 1
    if head not in _APART:
        end = _complement(context, end, listed)
    extended = end > index + 1
    if low and not _low_is_name(
        context, index, head, nation, qualified, extended and not qualified
    ):
        return None
    if not low and not extended and (context.opens[index] or head not in _ALONE):
        return None
    confidence = 0.85 if extended and not low else 0.7 if nation or extended else 0.6
    return Mention(
        words[index].start,
        words[end - 1].end,
        "ORG",
        confidence,
        "name: begins like an organisation",
        6,
    )


_ALONE = word_set(
    "governo parlamento senato camera polizia esercito procura marina carabinieri questura chiesa ministero regione stato tribunale cassazione consiglio comune congresso commissione assemblea"
)


def _plain(context: WordContext, index: int, listed: dict[int, Mention]) -> bool:
    """Whether the capitalised word at *index* goes with the head before it: not a known place."""
    word = context.words[index]
    known = listed.get(word.start)
    if known is not None and known.label == "LOC":
        return context.lower(index - 1) in ("regione", "comune", "provincia")
    named_after = (
        context.lower(index - 1) in _NAMED_AFTER or context.words[index - 1].text in first_names()
    )
    return (word.text not in first_names() or named_after) and word.lower not in context.cues(
        "never_names"
    )


def _low_is_name(
    context: WordContext, index: int, head: str, nation: bool, qualified: bool, complement: bool
) -> bool:
    before = context.lower(index - 1)
    definite = before in _DEFINITE
    if complement:
        return True
    if nation:
        return definite or context.opens[index] or before in ("di", "e", ",")
    if head in context.cues("org_alone_low"):
        if qualified:
            return definite
        return definite and context.lower(index + 1) not in ("di", "d'", "ombra", "tecnico")
    return False


def _complement(context: WordContext, end: int, listed: dict[int, Mention]) -> int:
    """Index after "della Difesa", "per i Rifugiati", "d'Italia e …"; *end* where none follows."""
    words = context.words
    at = first = end
    while at < len(words) and context.touches(at):
        lower = words[at].lower
        if lower not in _OF and lower not in _AND:
            break
        if lower in _AND and (at == end or (lower == "e" and not _joins(context, at, listed))):
            break
        following = at + 1
        if context.lower(following) in _ARTICLES and context.touches(following):
            following += 1
        if not (context.is_capital(following) and context.touches(following)):
            break
        known = listed.get(words[following].start)
        if end > first and known is not None and known.label == "LOC":
            break  # "Università di Pisa, di Torino": the second place is not of the name
        at = following + 1
        while (
            at < len(words)
            and context.touches(at)
            and (context.is_capital(at) or words[at].lower in _QUALITIES)
        ):
            at += 1
        end = at
    return end


def _joins(context: WordContext, index: int, listed: dict[int, Mention]) -> bool:
    """Whether "e" joins parts of one name ("Istruzione e della Ricerca"), not two names."""
    following = context.lower(index + 1)
    if following in _OF:
        return True
    return context.is_capital(index + 1) and context.words[index + 1].start not in listed and False


def _place(context: WordContext, index: int) -> Mention | None:
    """An Italian street, island, province …: head, then capitals with small words between."""
    words = context.words
    head = words[index].lower
    end = index + 1
    while end < len(words) and context.touches(end) and words[end].lower in _OF and head != "via":
        end += 1
        if end - index > 2:
            return None
    if head == "via" and context.lower(end) in _OF_STREETS:
        end += 1
    if (
        not (context.is_capital(end) and context.touches(end))
        or words[end].text.isupper()
        or words[end].lower in ("internet", "stato", "twitter")
    ):
        return None
    if words[end].lower in context.cues("titles") or (
        head == "mar" and words[index].text[0].islower()
    ):
        return None
    of = end > index + 1
    if not of and head in _NEED_OF and words[index].text[0].islower():
        return None
    if of and head not in _PLACE_OF and words[index].text[0].islower() and head not in _TAKE_OF:
        return None
    end += 1
    while end < len(words) and context.touches(end):
        if context.is_capital(end) and (
            words[end].start > words[end - 1].end or words[end - 1].text[-1] in "'-"
        ):
            end += 1
        elif (
            words[end].lower in _INSIDE_PLACES
            and words[end].lower not in ("in", "e", "di")
            and context.is_capital(end + 1)
        ):
            end += 2
        else:
            break
    return Mention(
        words[index].start, words[end - 1].end, "LOC", 0.75, "name: begins like a place", 6
    )


def _english(context: WordContext, index: int) -> Mention | None:
    """ "University of X", "Department of Y and Z": a capitalised head with "of" or "for"."""
    words = context.words
    begin, end = index, index + 1
    while end < len(words) and context.touches(end) and context.is_capital(end):
        end += 1
    if words[end - 1].lower not in context.cues("org_heads") | context.cues("org_suffixes"):
        return None
    if (
        context.lower(end) not in ("of", "for")
        or not context.touches(end)
        or context.shouted[index]
    ):
        return None
    if words[begin].lower in context.cues("never_names"):
        return None
    while end < len(words) and context.touches(end) and words[end].lower in _OF_EN:
        following = end + 1
        if context.lower(following) in ("the", "of") and context.touches(following):
            following += 1
        if words[end].lower in ("and", "the") and context.lower(end - 1) == "of":
            break
        if not (context.is_capital(following) and context.touches(following)):
            break
        end = following + 1
        while end < len(words) and context.touches(end) and context.is_capital(end):
            end += 1
    if end <= index + 2:
        return None
    return Mention(
        words[begin].start, words[end - 1].end, "ORG", 0.8, "name: begins like an organisation", 6
    )
