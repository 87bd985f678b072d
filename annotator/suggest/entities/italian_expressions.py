"""Dates, times, money, percentages, quantities, weapons, laws and events in Italian.

Each pattern is (label, code, confidence, regex). A group named ``x`` is the span, else the whole
match is. The text is matched with straight apostrophes and without regard to case.
"""

from __future__ import annotations

_MONTH = (
    r"(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre"
    r"|dicembre)"
)
_DAY_NAME = r"(?:luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica)"
_YEAR = r"(?:1[0-9]\d\d|20\d\d|'\d\d)"
_PART = r"(?:mattina|sera|notte|pomeriggio|mattino)"
_SEASON = r"(?:primavera|estate|autunno|inverno)"
_WHEN = (
    r"(?:scors[oaie]|prossim[oaie]|passat[oaie]|successiv[oaie]|ultim[oaie]|seguente|precedente)"
)
_ORDINAL = r"(?:prim[oai]|second[oa]|terz[oa]|quart[oa]|ultim[oaie])"
_PERIOD = r"(?:giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|decenn[io]|decenni|secol[oi]|trimestr[ei]|semestr[ei])"
_UNITS = (
    r"un[oa]?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici"
    r"|quindici|sedici|diciassette|diciotto|diciannove"
)
_TENS = r"vent[i']?|trent[a']?|quarant[a']?|cinquant[a']?|sessant[a']?|settant[a']?|ottant[a']?|novant[a']?"
_UNIT_END = r"(?:uno|due|tr[eé]|quattro|cinque|sei|sette|otto|nove)?"
_DAY = (
    r"(?:[12]?\d|3[01]|1[°º]|primo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici"
    r"|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|trent(?:a|uno)"
    r"|vent(?:i(?:due|tr[eé]|quattro|cinque|sei|sette|nove)?|uno|otto))"
)
_COUNT = rf"(?:(?:due|tre|quattro|cinque|sei|sette|otto|nove)?cento(?:{_TENS})?{_UNIT_END}|(?:{_TENS}){_UNIT_END}|{_UNITS}|mille|\w{{2,12}}mila)"
_VAGUE = (
    r"(?:(?:alcune |diverse |molte |poche |parecchie )?(?:decine|centinaia|migliaia|dozzine|milioni"
    r"|miliardi)(?: di (?:migliaia|milioni|miliardi))?|una (?:decina|ventina|trentina|quarantina"
    r"|cinquantina|sessantina|settantina|ottantina|dozzina|quindicina)|un (?:centinaio|migliaio|paio))"
)
_DIGITS = r"(?:\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*)"
_SCALE = r"(?:mila|milion[ei]|miliard[oi]|mln|mld|migliaia|bilion[ei])"
_NUMBER = (
    rf"(?:{_DIGITS}(?: ?{_SCALE}\b)?(?: e mezzo)?|{_COUNT}(?: {_SCALE}\b)?(?: e mezzo)?|{_VAGUE})"
)
_CURRENCY = (
    r"(?:euro|eur|dollar[oi](?: (?:statunitensi|americani|canadesi|australiani))?|sterlin[ae]"
    r"|franch[oi](?: svizzeri)?|yen|yuan|lir[ae]|rubl[oi]|rupi[ae]|pesos|bitcoin|usd)"
)
_MEASURE = (
    r"(?:km/h|m(?= s\.l\.m)|km²|km2|kmq|km|chilometr[oi](?: quadrat[oi]| orar[oi])?|metr[oi](?: quadrat[oi]| cub[oi])?"
    r"|m²|mq|m3|mc|cm|centimetri|mm|millimetri|miglia(?: orarie| nautiche)?|chil[oi]|chilogramm[oi]|kg"
    r"|gramm[oi]|tonnellat[ae]|quintal[ie]|litr[oi]|barili(?: al giorno)?|ettar[oi]|megawatt|gigawatt"
    r"|chilowatt(?:ora)?|mw|gw|kwh|mwh|watt|volt|gradi(?: centigradi)?|°c|nodi|hertz|mhz|ghz|byte"
    r"|megabyte|gigabyte|mb|gb|tb|megapixel|pollici|piani|posti(?: letto| di lavoro)?|chilotoni)"
)
_PEOPLE = (
    r"(?:person[ae]|mort[oi]|ferit[oi]|vittim[ae]|dispers[oi]|sfollat[oi]|soldat[oi]|militar[ei]|civil[ie]"
    r"|manifestanti|abitanti|contagi|contagiat[oi]|casi|vot[oi]|dipendenti|lavorator[ie]|student[ie]"
    r"|arrest[oi]|arrestat[oi]|indagat[oi]|profugh[oi]|migranti|rifugiat[oi]|bambin[oi]|bambine"
    r"|donn[ae]|uomini|famigli[ae]|segg[io]|seggi|ostaggi|decess[oi]|ricoverat[oi]|positiv[oi]"
    r"|guarit[oi]|prigionier[oi]|detenut[oi]|poliziott[oi]|agent[ie]|passegger[oi]|spettator[ie]"
    r"|iscritt[oi]|utenti|cittadin[oi]|elettor[ie]|giornalist[ie]|deputat[oi]|senator[ie]|scuole|edifici"
    r"|case|attacchi|dos[ei]|vaccini|tamponi|paesi|stati|comuni|punti(?! percentuali)|gol|reti|medaglie)"
)
_SPAN_OF_TIME = r"(?:anni|mesi|settiman[ae]|giorni|or[ae]|minut[oi]|second[oi]|decenni|secoli)"
_AND_MORE = rf"(?: e (?:mezz[oa]|un quarto|tre quarti|(?:{_DIGITS}|{_COUNT}) {_SPAN_OF_TIME}))?"
_RANGE = r"(?:\d+(?:[.,]\d+)* ?[-–] ?)?"
_ARMS_OF = (
    r"(?: (?:balistic[oi]|ipersonic[oi]|antiaere[oi]|anticarro|antinave|nuclear[ei]|termonuclear[ei]"
    r"|chimic[aoh]e?|chimiche|biologic[ah]e?|batteriologiche|convenzional[ei]|esplosiv[oi]|kamikaze"
    r"|da crociera|cruise|terra-aria|aria-terra|terra-terra|intercontinental[ei]|tattic[oi]|strategic[oi]"
    r"|a (?:corto|medio|lungo|cortissimo) raggio|a grappolo|a mano|da guerra|da fuoco|d'assalto"
    r"|d'attacco|da combattimento|di precisione|automatic[aohe]+|semiautomatic[aohe]+|leggere|pesanti"
    r"|di artiglieria|d'artiglieria|di distruzione di massa|sporc[ah]e?|atomic[ah]e?|incendiari[eao]"
    r"|armat[oi]|blindat[oi]|tascabil[ei]|katyusha|qassam|a frammentazione|al fosforo(?: bianco)?"
    r"|di tipo (?=[A-Z])\w+(?:-\d+)?))*"
)
_ARMS = (
    r"(?:missil[ei]|razz[oi](?! umana)|dron[ei]|bomb[ae]|autobomb[ae]|ordign[oi]|esplosiv[oi]|tritolo"
    r"|dinamite|granat[ae]|mortai[oi]?|fucil[ei]|mitragliatric[ei]|mitragliett[ae]|mitra|kalashnikov"
    r"|carabin[ae]|revolver|pistol[ae]|coltell[oi]|machete|munizion[ei]|proiettil[ei]|armi|arma(?! dei| di)"
    r"|armament[oi]|carr[oi] armat[oi]|cacciabombardier[ei]|mine(?= antiuomo)|lanciarazzi|lanciamissili"
    r"|lanciator[ei]|obic[ei]|artiglieria|testat[ae](?= nuclear[ei])|siluri?|sottomarin[oi] nuclear[ei]"
    r"|gas (?:nervino|sarin|mostarda)|antrace|napalm|kamikaze(?= drone)|taser|balestra|ascia)"
)
_ROMAN = r"(?:[XVI]{1,5})"

RULES: list[tuple[str, str, float, str]] = [
    # whole dates, from the fullest to the barest
    (
        "DATE",
        "date",
        0.97,
        rf"\b(?:{_DAY_NAME} )?{_DAY} (?:di )?{_MONTH}(?: (?:del )?{_YEAR}\b| {_WHEN}\b)?(?![a-z])",
    ),
    (
        "DATE",
        "date range",
        0.93,
        rf"\b{_DAY}(?: ?[-–e] ?| al | e il ){_DAY} {_MONTH}(?: {_YEAR}\b)?",
    ),
    ("DATE", "date", 0.97, r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b(?![./-]\d| ?%)"),
    ("DATE", "date", 0.97, r"\b(?:19|20)\d\d-\d\d-\d\d\b"),
    ("DATE", "day", 0.93, rf"\b{_ORDINAL} {_DAY_NAME} d(?:i |el mese di |'){_MONTH}\b"),
    (
        "DATE",
        "season",
        0.9,
        rf"\b(?:(?:fine|inizio|metà) )?{_SEASON} (?:(?:del|dell'anno) ?)?{_YEAR}\b",
    ),
    ("DATE", "season", 0.85, rf"\b(?:{_SEASON} {_WHEN}|{_WHEN} {_SEASON})\b"),
    (
        "DATE",
        "month",
        0.93,
        rf"\b(?:(?:fine|inizio|metà|inizi)(?: di)? )?{_MONTH}(?: {_WHEN}| (?:del |dell')?{_YEAR})?\b",
    ),
    (
        "DATE",
        "part of a year",
        0.9,
        rf"\b(?:fine|inizio|metà|inizi|corso) (?:del(?:l'anno)? ){_YEAR}\b",
    ),
    ("DATE", "month", 0.85, rf"\b{_WHEN} (?:{_MONTH}|{_DAY_NAME})\b"),
    ("DATE", "day", 0.93, rf"\b{_DAY_NAME}(?: {_WHEN}| {_PART})?(?: {_DAY})?\b(?! {_MONTH})"),
    (
        "DATE",
        "year",
        0.9,
        r"\b(?:nel|del|dal|al|il|fino al|entro il|sin dal|fin dal|per il|anno|nell'anno|dell'anno|l'anno|estate|tra il|fra il|e il|ed il) (?P<x>(?:1[4-9]\d\d|20\d\d)(?:[-/](?:\d{4}|\d\d))?)\b(?! (?:euro|dollari|persone|metri|km|chilometri|voti|morti|abitanti))(?![.,]\d)",
    ),
    (
        "DATE",
        "year",
        0.75,
        r"(?<=\()(?P<x>(?:1[4-9]\d\d|20\d\d)(?: ?[-–] ?(?:1[4-9]\d\d|20\d\d))?)(?=\))",
    ),
    (
        "DATE",
        "decade",
        0.9,
        r"\b(?P<x>anni (?:'\d0|(?:19)?\d0|venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|duemila))\b",
    ),
    ("DATE", "century", 0.9, rf"\b(?:{_ROMAN}|[1-2]\d°|\w+esimo) secolo(?: [ad]\.C\.)?"),
    (
        "DATE",
        "near day",
        0.9,
        r"\b(?:l'altro ieri|altroieri|ieri|oggi|domani|dopodomani|stamattina|stamane|stamani|stasera|stanotte)(?: (?:mattina|sera|notte|pomeriggio))?\b(?!')",
    ),
    (
        "DATE",
        "period",
        0.85,
        rf"\b(?P<x>(?:{_ORDINAL} )?(?:(?:{_COUNT}|\d+) )?{_PERIOD} {_WHEN})\b",
    ),
    (
        "DATE",
        "period",
        0.85,
        rf"\b(?P<x>(?:scors[oaie]|prossim[oaie]|ultim[oaie]|prim[oaie]) (?:(?:{_COUNT}|\d+) )?{_PERIOD})(?: (?:del )?{_YEAR})?\b",
    ),
    (
        "DATE",
        "period",
        0.8,
        rf"\b(?P<x>(?:{_COUNT}|\d+|pochi|alcuni|alcune|qualche) (?:giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) (?:fa|prima|dopo|più tardi))\b",
    ),
    (
        "TIME",
        "period",
        0.8,
        rf"\b(?P<x>(?:{_COUNT}|\d+|pochi|poche|alcuni|alcune|qualche) (?:or[ae]|minut[oi]|second[oi]) (?:fa|prima|dopo|più tardi))\b",
    ),
    ("DATE", "period", 0.7, r"\b(?:per|da) (?P<x>decenni|secoli|anni|mesi|settimane|giorni)\b"),
    (
        "DATE",
        "this period",
        0.75,
        r"\b(?:quest'anno|questa settimana|questo mese|quest'estate|l'anno in corso)\b",
    ),
    (
        "TIME",
        "clock",
        0.92,
        r"\b(?:alle|ore|dalle|le|delle|verso le|intorno alle|fino alle|entro le) (?:ore )?(?P<x>(?:[01]?\d|2[0-4])[:.,][0-5]\d)(?![.:,]?\d)",
    ),
    (
        "TIME",
        "clock",
        0.8,
        r"\b(?:alle|dalle|verso le|intorno alle|fino alle|ore|entro le) (?:ore )?(?P<x>(?:[01]?\d|2[0-4])(?! ?[\w%°€]| (?:\d|milion|mila|person|ann|giorn|feder|region|elezion)))(?![.,:/-]\d)",
    ),
    ("TIME", "clock", 0.9, r"(?<![\d:.])(?:[01]?\d|2[0-3])[:.][0-5]\d (?:UTC|GMT|CET|CEST)\b"),
    ("TIME", "clock", 0.85, r"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![:.,]?\d)"),
    (
        "TIME",
        "part of day",
        0.75,
        r"\b(?P<x>(?<!del )(?<!nel )mezzogiorno|mezzanotte|all'alba(?! de))\b(?! d'italia)(?-i:(?<!M.{10}))",
    ),
    ("MONEY", "money", 0.97, rf"(?<!\d[.,])\b{_NUMBER}(?: (?:di|d'))? ?{_CURRENCY}\b"),
    ("MONEY", "money", 0.97, rf"\b{_NUMBER} centesimi di (?:euro|dollaro|lira)\b"),
    (  # not the hundredths of a second by which somebody wins
        "MONEY",
        "money",
        0.8,
        rf"\b(?<!di )(?<!second[oi] e ){_NUMBER} centesimi\b(?! (?:il|lo|la|i|gli|l'|meglio|di|da|dal|davanti)\b)",
    ),
    ("MONEY", "money", 0.97, rf"(?:(?:US|us)?\$|€|£)\s?(?!0\d){_DIGITS}(?: ?{_SCALE}\b)?"),
    ("MONEY", "money", 0.97, rf"\b{_DIGITS}(?: ?{_SCALE})?(?: di)? ?[€$£](?!\d)"),
    ("PERCENT", "percent", 0.98, rf"(?<![\w.,]){_DIGITS} ?%"),
    (
        "PERCENT",
        "percent",
        0.97,
        rf"\b(?:{_DIGITS}|{_COUNT}) (?:per cento|percento|punti percentuali|punti base)\b",
    ),
    ("QUANTITY", "measure", 0.93, rf"(?<![\w:.,-]){_RANGE}{_NUMBER}(?: di)? ?{_MEASURE}(?![\w'])"),
    (
        "QUANTITY",
        "count",
        0.88,
        rf"(?<![\w:.,-])(?!un[oa]? (?!mort|ferit|dispers|milion|miliard)){_RANGE}(?:{_DIGITS}(?: ?{_SCALE})?|{_COUNT}(?: {_SCALE})?|{_VAGUE})(?: di)? {_PEOPLE}\b",
    ),
    (
        "QUANTITY",
        "duration",
        0.85,
        rf"(?<![\w:.,-])(?!\d\d?[.:]\d\d ora\b){_RANGE}(?:{_DIGITS}|(?!un[oa]?\b){_COUNT}|{_VAGUE})(?: di)? {_SPAN_OF_TIME}{_AND_MORE}\b(?! (?:fa|prima|dopo|più tardi))",
    ),
    (
        "QUANTITY",
        "number",
        0.75,
        rf"\b(?:{_VAGUE}|(?:{_DIGITS}|{_COUNT}) (?:mila|milion[ei]|miliard[oi])(?: e mezzo)?|{_DIGITS}mila)\b",
    ),
    ("QUANTITY", "number", 0.55, r"(?<![\w.,/:-])\d{1,3}(?:\.\d{3})+(?![\w/:-])(?![.,]\d)"),
    (
        "LAW",
        "law",
        0.9,
        r"\b(?:legge|decreto(?:[- ]legge| legislativo| ministeriale)?|d\.?l\.?(?:gs\.?)?|dpcm|direttiva|regolamento|risoluzione|ordinanza|sentenza)(?: (?:onu|ue|europea|europeo))? (?:n(?:\.|umero)? ?)?\d+(?:[/-]\d{2,4})?(?: del (?:\d{1,2} \w+ )?\d{4})?(?:/CE|/UE)?(?!\w)",
    ),
    (
        "LAW",
        "law",
        0.9,
        r"\b(?:articol[oi]|art\.|artt\.) ?\d+(?:-?(?:bis|ter|quater))?(?:,? (?:comma|c\.) \d+)?(?: (?:della costituzione|del codice (?:penale|civile)|c\.p\.|c\.c\.|dello statuto dei lavoratori|del trattato(?: nato)?))?",
    ),
    (
        "LAW",
        "law",
        0.8,
        r"\b(?:legge|decreto|ddl|disegno di legge|riforma|lodo|emendamento|codice) (?-i:[A-Z][\w']+(?:[- ][A-Z]\w+)*)",
    ),
    (
        "LAW",
        "treaty",
        0.75,
        r"\b(?:trattato|protocollo|convenzione|accord[oi]|patto|memorandum|costituzione) (?:di |del |della |dell'|d')?(?-i:[A-Z][\wà-ù]+(?: [A-Z]\w+)*)",
    ),
    ("WEAPON", "weapon", 0.9, rf"\b{_ARMS}{_ARMS_OF}\b"),
    (
        "EVENT",
        "invasion",
        0.6,
        r"\binvasione(?: (?:russa|turca|israeliana|americana|nazista|tedesca|irachena|sovietica|su larga scala|su vasta scala))+\b",
    ),
    (
        "EVENT",
        "named event",
        0.75,
        r"\b(?:attentat[oi]|terremoto|alluvione|strage|battaglia|vertice|disastro|massacro|naufragio|assedio|golpe|colpo di stato|summit|rivoluzione|marcia|protesta|guerra|conferenza|festival|fiera|giochi|elezioni|mondiali|europei|gran premio|rally|maratona|palio|processo|crisi|strage) (?:di |del |della |dello |dell'|in |d'|a |su )(?-i:[A-Z][\wà-ù'-]+(?: [A-Z][\wà-ù'-]+)*)(?: (?:del )?(?:19|20)\d\d)?",
    ),
    (
        "EVENT",
        "election",
        0.7,
        r"\b(?:elezioni (?:politiche|europee|regionali|amministrative|comunali|presidenziali|legislative|anticipate)|primarie|referendum|presidenziali|mondiali|europei|olimpiadi(?: invernali| estive)?) (?:del )?(?:19|20)\d\d\b",
    ),
    ("EVENT", "numbered event", 0.75, r"\b(?:G7|G8|G20|COP ?\d\d|Expo \d{4}|Euro \d{4})\b"),
    ("EVENT", "pandemic", 0.6, r"\bpandemia(?: (?:di|da|del) (?:covid(?:-19)?|coronavirus))?\b"),
    ("PRODUCT", "vaccine", 0.6, r"\b(?:boeing|airbus) [a-z]?\d{3}(?:-\d+)?\b"),
    (
        "PRODUCT",
        "model",
        0.55,
        r"\b(?-i:(?:iPhone|iPad|Galaxy|PlayStation|Xbox|Windows|Android|Pixel) (?:\d+\w*|[A-Z]\w*)(?: (?:Pro|Max|Plus|Ultra))*)",
    ),
]
