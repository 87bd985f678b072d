"""Italian and English verbs: which words can be the finite verb of a clause, which report speech."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .mention import word_set
from .word_lists import cue_words, sections

_AUXILIARIES = word_set(
    "è é e' sono sia siano era erano fu furono sarà saranno sarebbe sarebbero fosse fossero siamo eravamo saremo "
    "ha hanno abbia abbiano aveva avevano ebbe ebbero avrà avranno avrebbe avrebbero avesse avessero abbiamo avevamo ho "
    "sta stanno stava stavano può possono poteva potevano potrà potranno potrebbe potrebbero possa possano "
    "deve devono debba debbano doveva dovevano dovrà dovranno dovrebbe dovrebbero vuole vogliono voleva volevano vorrebbe vorrebbero "
    "viene vengono veniva venivano verrà verranno verrebbe venga vengano va vanno fa fanno dà credo penso so ritengo vorrei devo posso voglio spero vorremmo possiamo dobbiamo vogliamo avete siete sei hai sto"
)
# present forms that are nouns, adjectives, names or adverbs far more often
_RATHER_NOUNS = word_set(
    "parte parti causa cause cura  conti prova prove forma forme domanda domande base lotta lotte marcia nota note  "
    "porte guida guide firma firme nomina nomine offerta stima stime posta poste  sale   condanna condanne difesa "
    "spesa resa attesa presa ripresa replica  denuncia minaccia critica protesta citta governo dubita pensione visita "
    "visite violenta arma armi danni numeri gara ricerca ricerche  mina mine militare militari mostra mostre  fonda fondi "
    "sposa voto voti volta spara  usa firma pari vista nato nati morti stati stato seguito crisi fine finito ferito "
    "incontri incontro arrivo arrivi arresti arresto cambi cambio controlli controllo comandi acquisti acquisto ordini ordine pagamenti studi studio "
    "lavori lavoro giochi gioco salvo mandato invito ricordo commento accordo attacchi attacco aiuti aiuto limiti limite segni segno "
    "passi passo tiri tiro tagli taglio lanci lancio tocco canti canto ritorno ritiro sviluppo aumenti aumento  avanti capi "
    "regni cerchi amici tenta libera libere pubblica pubbliche pratica pratiche sospetti sospetto temi tema salti dedica prestiti "
    "indaga pesa pesi proprio propri unica uniche ospiti ospite militi sequestri sequestro vaccini vaccino voli volo contatti contatto "
    "interessi interesse dati data date misura misure corsa corse scelta scelte mosse messa volta offesa chiese prese spese rese intese "
    "posto poste fatto fatti detto letto cambio salute gestione esecuzione  urla causi provi importa varia varie tasse tassa "
    "finanza mira valuta circolare stampa ultima ultime cella domina isola isole ferma fermi formi fermo aprile media medie abbandono "
    "stanzia veste vesti batte sorge legge leggi riserva riserve scorta scorte truffa truffe rapina rapine  sfida sfide "
    "vincoli vincolo testa teste test associati impiego ritardi raggi raggio suoni suono bomba vanti replica comunica accusa accuse appoggio "
    "domani sera grida comprese espresse collega giustizia sistema idea laurea danno precisa piazza scheda opera programma emerse estese"
)
_NO_VERB_AFTER = word_set(
    "il lo la i gli le l' un uno una un' di del dello della dell' dei degli delle a al allo alla all' ai agli alle da dal dallo dalla "
    "dall' dai dagli dalle in nel nello nella nell' nei negli nelle con su sul sullo sulla sull' sui sugli sulle per tra fra suo sua "
    "suoi sue loro questo questa questi queste quel quella quei quelle ogni alcuni alcune senza"
)


class Lexeme(NamedTuple):
    infinitive: str
    participle: str
    present: tuple[str, str]
    remote: str
    future: str


@cache
def _lexemes() -> dict[str, tuple[Lexeme, ...]]:
    """The verbs of ``verbs_it.txt`` by section."""
    lexemes: dict[str, list[Lexeme]] = {}
    for head, item in sections("verbs_it.txt"):
        lexemes.setdefault(head, []).append(_lexeme(item.split()))
    return {head: tuple(verbs) for head, verbs in lexemes.items()}


def _lexeme(parts: list[str]) -> Lexeme:
    infinitive, *given = parts
    given += ["-"] * (4 - len(given))
    stem, kind = infinitive[:-3], infinitive[-3:]
    participle = stem + {"are": "ato", "ere": "uto", "ire": "ito"}.get(kind, "to")
    present = {
        "are": (stem + "a", stem + "ano"),
        "ere": (stem + "e", stem + "ono"),
        "ire": (stem + "e", stem + "ono"),
    }.get(kind, (stem, stem))
    remote = stem + {"are": "ò", "ere": "ette", "ire": "ì"}.get(kind, "")
    soft = stem[:-1] if stem.endswith(("ci", "gi")) and kind == "are" else stem
    hard = stem + "h" if stem.endswith(("c", "g")) and kind == "are" else soft
    future = hard + ("ir" if kind == "ire" else "er")
    if given[0] != "-":
        participle = given[0]
    if given[1] != "-":
        singular, _, plural = given[1].partition("/")
        present = (singular, plural)
    if given[2] != "-":
        remote = given[2]
    if given[3] != "-":
        future = given[3]
    return Lexeme(infinitive, participle, present, remote, future)


def _finite_of(verb: Lexeme) -> Iterator[str]:
    """Third persons of *verb* in every tense, and the first plural of the commonest."""
    stem, kind = verb.infinitive[:-3], verb.infinitive[-3:]
    if verb.infinitive.endswith("rre"):
        stem, kind = verb.present[1][:-3], "ere"
    theme = {"are": "a", "ere": "e", "ire": "i"}.get(kind, "e")
    if verb.infinitive in ("dire", "fare"):
        stem, theme = {"dire": ("dic", "e"), "fare": ("fac", "e")}[verb.infinitive]
    yield from verb.present
    yield from (stem + theme + "va", stem + theme + "vano")
    yield verb.remote
    if verb.remote.endswith("e"):
        yield verb.remote + "ro"
    elif verb.remote.endswith("ò"):
        yield stem + "arono"
    elif verb.remote.endswith("ì"):
        yield stem + "irono"
    future = verb.future
    yield from (future + "à", future + "anno", future + "ebbe", future + "ebbero")
    yield from (stem + theme + "sse", stem + theme + "ssero")
    if kind == "are":
        soft = stem[:-1] if stem.endswith("i") else stem + "h" if stem[-1] in "cg" else stem
        yield soft + "ino"
    elif verb.present[1].endswith("ono"):
        yield from (verb.present[1][:-3] + "a", verb.present[1][:-3] + "ano")


@cache
def finite_forms() -> frozenset[str]:
    """Italian words that can be the finite verb of a clause, the too ambiguous left out."""
    forms = {form for verbs in _lexemes().values() for verb in verbs for form in _finite_of(verb)}
    return frozenset((forms | _AUXILIARIES) - _RATHER_NOUNS - {"di"})


@cache
def reporting_forms(kind: str) -> dict[str, str]:
    """Finite form, participle or gerund → infinitive, of the verbs of speech or thought."""
    forms: dict[str, str] = {}
    for verb in _lexemes()[kind]:
        for form in _finite_of(verb):
            forms.setdefault(form, verb.infinitive)
        gerund = verb.infinitive[:-3] + ("ando" if verb.infinitive.endswith("are") else "endo")
        forms[{"dire": "dicendo"}.get(verb.infinitive, gerund)] = verb.infinitive
        for end in "oaie":
            forms.setdefault(verb.participle[:-1] + end, verb.infinitive)
        forms.setdefault(verb.infinitive, verb.infinitive)
    return forms


@cache
def participles() -> frozenset[str]:
    return frozenset(
        verb.participle[:-1] + end
        for verbs in _lexemes().values()
        for verb in verbs
        for end in "oaie"
    )


def is_finite(lower: str, before: str, code: str) -> bool:
    """Whether *lower*, standing after *before*, is likely the finite verb of its clause."""
    if code == "en":
        return lower in cue_words("en", "finite") and before not in ("the", "a", "an", "to", "of")
    if lower in _AUXILIARIES:
        return not (lower in ("e'", "sia") and before in ("e", ",") and lower == "sia")
    if before in _NO_VERB_AFTER:
        return False
    if before in _NOT_BEFORE_VERB:
        return False
    return lower in finite_forms() or (
        len(lower) > 5 and lower.endswith(_SURE_ENDINGS) and lower not in _RATHER_NOUNS
    )


_SURE_ENDINGS = (
    "arono", "irono", "erono", "erà", "irà", "eranno", "iranno", "erebbe", "irebbe", "erebbero", "irebbero",
    "assero", "essero", "issero", "avano", "evano", "ivano", "iscono", "iamo",
)  # fmt: skip
_NOT_BEFORE_VERB = word_set(
    "nuova nuovo grande prima seconda molti molte alcuni due tre quattro cinque"
)


def is_auxiliary(lower: str, code: str) -> bool:
    return lower in (_AUXILIARIES if code == "it" else cue_words("en", "auxiliaries"))
