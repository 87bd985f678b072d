"""Names that are known: a lookup in the word lists at every capital."""

from __future__ import annotations

from ..language.mention import Mention, WordToken, same_length, word_set
from ..language.word_lists import name_lengths, names

# names that are everyday words too: believed only where something else speaks for them
_COMMON = word_set(
    "Nato Tratta Chiusi Cardinale Calcio Segno Libero Domani Oggi Espresso Panorama Time Open Dire Sole Sun Nature Fortune Forbes Marca Dawn Meta "
    "Apple Shell Total Ford Leonardo Edison Delta Universal Oracle Wind Lotus Williams Azione Unione Verdi "
    "Margherita Ulivo Radicali Vox Lega Camera Corriere Messaggero Fatto Liga Cattolica Scala Poste "
    "Emergency Libera Anonymous Occidente Oriente Terra Luna Pacifico Marche Independent Guardian Mirror "
    "Telegraph Economist Times Globo Bild Fed Congresso Consulta Margherita Repubblica Inter Milan Lancia "
    "Ferrari Armani Versace Zara Generali Hera Benetton Prada Gucci Resistenza Liberazione Oscar Nobel "
    "Panda Patriot Caesar Reaper Predator Grad Lancet Scalp Taurus Leopard Abrams Zoom Siri Alexa Mig "
    "Azzurri Eliseo Reno Po Indo Adige Liberation Posta Navy Army Congress Senate Treasury Labour Georgia "
    "Colonia Canton Lima Pola Fiume Orlando Austin Houston Washington Odessa Manica Marte Giove Venere "
    "Saturno Queens Elba Cervino Virginia Eur Brennero Moon Mars Earth Maidan Natale Pasqua Beretta"
)

_AFTER_DATELINE = (" (", " –", " -", " —")


def find_names(text: str, words: list[WordToken]) -> list[Mention]:
    """The longest known name at each capitalised word; none overlapping."""
    plain = same_length(text)
    known, lengths = names(), name_lengths()
    mentions: list[Mention] = []
    until = -1
    for word in words:
        first = word.text[:1]
        if word.start < until or not (first.isupper() or first in "'+5" or word.lower in _LOWER):
            continue
        for length in lengths.get(_head(word.text), ()):
            end = word.start + length
            name = plain[word.start : end]
            if len(name) == length and name in known and not _goes_on(plain, end):
                label, subtype = known[name]
                common = name in _COMMON
                sure = 0.55 if common else 0.7 if subtype == "town" else 0.88
                why = f"word list: {_LISTS.get(subtype, subtype)}"
                mentions.append(
                    Mention(word.start, end, label, sure, why, 4 + name.count(" "), subtype)
                )
                until = end
                break
        else:
            if (place := _in_capitals(word, plain[word.end : word.end + 2])) is not None:
                mentions.append(place)
                until = word.end
    return mentions


def _in_capitals(word: WordToken, after: str) -> Mention | None:
    """A city or country written in capitals; a town only as in "SONDRIO (ANSA) –"."""
    if not (word.text.isupper() and word.text.isalpha() and len(word.text) > 3):
        return None
    name = names().get(word.text.capitalize())
    if (
        name is None
        or name.label != "LOC"
        or (name.subtype == "town" and after not in _AFTER_DATELINE)
    ):
        return None
    why = f"word list: {_LISTS.get(name.subtype, name.subtype)}"
    return Mention(word.start, word.end, "LOC", 0.7, why, 4, name.subtype)


_LOWER = word_set(
    "al il la forze vigili prima seconda guerra codice decreto legge patto accordi accordo protocollo"
)
_LISTS = {
    "country": "countries",
    "city": "cities",
    "town": "towns",
    "exonym": "cities",
    "region": "regions",
    "state": "institutions",
    "party": "parties and unions",
    "company": "companies",
    "international": "international bodies",
}


def _head(text: str) -> str:
    end = 1
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[:end]


def _goes_on(text: str, end: int) -> bool:
    """Whether a word runs over *end*: "Roma" in "Romania", or in "Roma-Lazio" not."""
    return end < len(text) and (text[end].isalnum() or text[end] == "_")
