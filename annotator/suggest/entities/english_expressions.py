"""Dates, times, money, percentages, quantities, weapons, laws and events in English.

Each pattern is (label, code, confidence, regex), as in `patterns_it`.
"""

from __future__ import annotations

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept\.|Sep\.|Oct\.|Nov\.|Dec\.)"
)
_DAY_NAME = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one|two|three|several) (?:hundred|dozen))"
)
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|m|bn|k)"
_VAGUE = (
    r"(?:(?:several |tens of |hundreds of |many )?(?:dozens|scores|hundreds|thousands|millions|billions)"
    r"(?: of (?:thousands|millions))?)"
)
_NUMBER = rf"(?:{_DIGITS}(?: ?{_SCALE}\b)?|{_WORDS}(?: {_SCALE}\b)?|(?:a|an) {_SCALE}\b|{_VAGUE})"
_CURRENCY = r"(?:dollars?|euros?|pounds?(?! of)|yen|yuan|rubles|roubles|rupees|francs|pesos|cents|USD|EUR|bitcoins?)"
_MEASURE = (
    r"(?:light[- ]years?|km/h|mph|kph|km|kilometers?|kilometres?|miles?|meters?|metres?|feet|foot|inch(?:es)?|yards?|cm|mm"
    r"|kilograms?|kilos?|kg|grams?|pounds|ounces|tons?|tonnes?|liters?|litres?|gallons?|barrels?(?: a day| per day)?"
    r"|acres?|hectares?|square (?:miles|feet|meters|metres|kilometers|kilometres)|megawatts?|gigawatts?|MW|GW"
    r"|kWh|degrees(?: Celsius| Fahrenheit)?|°[CF]|knots|gigabytes?|megabytes?|GB|TB|MB|GHz|MHz|stories|seats|jobs)"
)
_PEOPLE = (
    r"(?:people|persons?|deaths?|dead|injured|wounded|victims?|soldiers?|troops|civilians?|protesters?"
    r"|residents|cases|votes|employees|workers|students|arrests|refugees|migrants|children|women|men"
    r"|families|hostages|prisoners|officers|passengers|users|voters|members|countries|points|goals"
    r"|doses|states|homes|buildings|schools|delegates|times)"
)
_TIME_UNIT = r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries)"
_ARMS_BEFORE = (
    r"(?:(?:short|medium|long|intermediate)[- ]range |ballistic |cruise |hypersonic |anti-(?:aircraft|tank|ship) "
    r"|nuclear |chemical |biological |atomic |automatic |semi-?automatic |assault |kamikaze |attack |guided "
    r"|cluster |car |pipe |dirty |intercontinental |surface-to-air |combat |hand |sniper |military |armed )"
)
_ARMS = (
    r"(?:missiles?|rockets?|drones?|bombs?|explosives?|grenades?|mortars?|rifles?|machine guns?|submachine guns?"
    r"|handguns?|shotguns?|pistols?|revolvers?|guns?|knife|knives|machetes?|munitions?|ammunition|weapons?|warheads?"
    r"|howitzers?|artillery|torpedo(?:es)?|landmines?|tanks?(?= battalion| brigade)|battle tanks?|launchers?|nerve agents?|nerve gas|sarin|IEDs?|firearms?)"
)

RULES: list[tuple[str, str, float, str]] = [
    (
        "DATE",
        "date",
        0.97,
        rf"\b(?:{_DAY_NAME},? )?(?-i:{_MONTH}) {_DAY}(?:,? {_YEAR}\b)?(?![\d,]*\d)",
    ),
    ("DATE", "date", 0.97, rf"\b{_DAY} (?:of )?(?-i:{_MONTH})(?:,? {_YEAR}\b)?"),
    ("DATE", "date", 0.97, r"\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b|\b(?:19|20)\d\d-\d\d-\d\d\b"),
    (
        "DATE",
        "month",
        0.93,
        rf"\b(?:(?:early|late|mid-?|the end of|last|next|this|end of) ?)?(?-i:(?!May\b|March\b){_MONTH})(?: (?:of )?{_YEAR})?(?!\w)",
    ),
    (
        "DATE",
        "month",
        0.88,
        rf"\b(?:in|last|next|since|by|until|early|late|of|this|from) (?P<x>(?-i:May|March)(?: {_YEAR})?)\b|(?-i:\b(?:May|March) {_YEAR}\b)",
    ),
    (
        "DATE",
        "day",
        0.93,
        rf"\b(?:(?:last|next|this) )?(?-i:{_DAY_NAME})s?(?: (?:morning|night|evening|afternoon))?\b",
    ),
    (
        "DATE",
        "season",
        0.85,
        rf"\b(?:(?:early|late|last|next|this) )?(?:spring|summer|autumn|fall|winter)(?: of)? {_YEAR}\b|\b(?:last|next|this|the) (?P<x>spring|summer|autumn|winter)\b",
    ),
    (
        "DATE",
        "year",
        0.9,
        rf"\b(?:in|since|of|from|by|until|before|after|to|during|and|through|around|for|the|early|late) (?P<x>(?:1[4-9]\d\d|20\d\d)(?:[-–](?:\d{{4}}|\d\d))?)\b(?! (?:{_PEOPLE}|dollars|miles|feet|{_TIME_UNIT}))(?![.,]\d)",
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
        r"\b(?:(?:early|late|mid)[- ])?(?:(?:1[4-9]|20)\d0s|(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b",
    ),
    (
        "DATE",
        "century",
        0.9,
        r"\b(?:(?:early|late|mid)[- ])?(?:\d{1,2}(?:st|nd|rd|th)|(?:seven|eight|nine)teenth|twentieth|twenty-first)[- ]century\b",
    ),
    (
        "DATE",
        "near day",
        0.9,
        r"\b(?:yesterday|today|tomorrow|tonight)(?: (?:morning|evening|night|afternoon))?\b(?!'s)",
    ),
    (
        "DATE",
        "period",
        0.85,
        rf"\b(?:last|next|this|past|previous|coming) (?:(?:\d+|{_WORDS}|few|several) )?(?:weeks?|months?|years?|quarter|decades?|days?|weekend|century)\b",
    ),
    (
        "DATE",
        "period",
        0.8,
        rf"\b(?:{_DIGITS}|{_WORDS}|an?|a few|several|many) (?:years?|months?|weeks?|days?|decades?) (?:ago|earlier|later|before)\b",
    ),
    (
        "TIME",
        "period",
        0.8,
        rf"\b(?:{_DIGITS}|{_WORDS}|an?|a few|several|many) (?:hours?|minutes?|seconds?) (?:ago|earlier|later|before)\b",
    ),
    ("DATE", "period", 0.65, r"\bfor (?P<x>decades|centuries|years|months|weeks|days)\b"),
    (
        "TIME",
        "clock",
        0.95,
        r"\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?(?:a\.m\.|p\.m\.|am|pm)(?: (?:ET|EST|EDT|PT|GMT|UTC|CET))?(?!\w)",
    ),
    (
        "TIME",
        "clock",
        0.88,
        r"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?: (?:GMT|UTC|ET|EST|CET))?(?![:\d])",
    ),
    ("TIME", "clock", 0.8, r"\b(?:noon|midnight)\b|\b(?:\d{1,2}|ten|eleven|twelve) o'clock\b"),
    (
        "MONEY",
        "money",
        0.97,
        rf"(?:(?:US|C|A|NZ)?\$|€|£|¥)\s?(?!0\d){_DIGITS}(?:[ -]?{_SCALE}\b)?(?: USD)?",
    ),
    (
        "MONEY",
        "money",
        0.96,
        rf"\b{_NUMBER}(?: of)?(?: (?:US|U\.S\.|American|Canadian|Australian))? {_CURRENCY}\b",
    ),
    ("MONEY", "money", 0.95, rf"\b{_DIGITS}(?: ?{_SCALE})? ?[€£$]"),
    ("PERCENT", "percent", 0.98, rf"(?<![\w.,]){_DIGITS} ?%"),
    (
        "PERCENT",
        "percent",
        0.97,
        rf"\b(?:{_DIGITS}|{_WORDS})[- ](?:per cent|percent(?:age points?)?|basis points)\b",
    ),
    ("QUANTITY", "measure", 0.93, rf"\b{_NUMBER}(?: of)?[ -]?{_MEASURE}(?![\w'])"),
    (
        "QUANTITY",
        "count",
        0.88,
        rf"\b(?:{_DIGITS}(?: {_SCALE})?|{_WORDS}(?: {_SCALE})?|{_VAGUE})(?: of)? {_PEOPLE}\b",
    ),
    (
        "QUANTITY",
        "duration",
        0.85,
        rf"\b(?:{_DIGITS}|{_WORDS}|{_VAGUE})[ -]{_TIME_UNIT}(?: and a half)?(?:[- ]old)?\b(?! (?:ago|earlier|later|before))",
    ),
    (
        "QUANTITY",
        "number",
        0.75,
        rf"\b(?:{_VAGUE}|(?:{_DIGITS}|{_WORDS}|a) (?:thousand|million|billion|trillion))\b",
    ),
    ("QUANTITY", "number", 0.55, r"(?<![\w.,/:$€£-])\d{1,3}(?:,\d{3})+(?![\w/:-])(?![.,]\d)"),
    (
        "LAW",
        "law",
        0.85,
        r"\b(?-i:(?:[A-Z][\w-]+ (?:(?:and|of|for|the) )?){1,6}Act(?: of \d{4})?)\b",
    ),
    (
        "LAW",
        "law",
        0.85,
        r"\b(?:Article|Section|Title|Chapter|Resolution|Directive|Regulation|Amendment) (?:[IVX]+|\d+)(?:\(\w\))*\b|\b(?:First|Second|Fourth|Fifth|Fourteenth|1st|2nd|14th) Amendment\b",
    ),
    (
        "LAW",
        "treaty",
        0.75,
        r"\b(?-i:(?:Treaty|Convention|Protocol|Pact|Accords?|Agreement) of [A-Z]\w+)|\b(?-i:[A-Z]\w+ (?:Treaty|Convention|Protocol|Accords?|Agreement))\b",
    ),
    (
        "WEAPON",
        "weapon",
        0.88,
        rf"\b(?:{_ARMS_BEFORE}){{0,3}}{_ARMS}(?! (?:control|violence|laws?|rights|owners?|lobby))\b",
    ),
    (
        "EVENT",
        "named event",
        0.75,
        r"\b(?-i:(?:Battle|Siege|Fall|War|Festival|Summit|Massacre) of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)",
    ),
    (
        "EVENT",
        "named event",
        0.7,
        r"\b(?-i:(?:\d{4} )?(?:[A-Z]\w+ ){1,3}(?:War|Olympics|Games|Festival|Revolution|Crisis|Uprising|Summit|Earthquake|Massacre|Conference|Championships?|Cup|Prix))\b",
    ),
    (
        "EVENT",
        "election",
        0.7,
        r"\b(?:19|20)\d\d (?:presidential |general |midterm |parliamentary )?(?:elections?|referendum|campaign|primary|primaries)\b",
    ),
    (
        "EVENT",
        "invasion",
        0.55,
        r"\b(?:full-scale |Russian |Turkish |Israeli |U\.S\.-led )+invasion\b",
    ),
    (
        "EVENT",
        "hurricane",
        0.85,
        r"\b(?-i:(?:Hurricane|Typhoon|Cyclone|Storm|Operation) [A-Z]\w+(?: [A-Z]\w+)?)",
    ),
    ("EVENT", "numbered event", 0.75, r"\b(?-i:G7|G8|G20|COP ?\d\d|Expo \d{4}|Euro \d{4})\b"),
    ("EVENT", "pandemic", 0.55, r"\b(?:Covid(?:-19)?|coronavirus) pandemic\b"),
    (
        "PRODUCT",
        "model",
        0.6,
        r"\b(?-i:(?:Boeing|Airbus) [A-Z]?\d{3}(?:-\d+)?|(?:iPhone|iPad|Galaxy|PlayStation|Xbox|Windows|Android|Pixel) (?:\d+\w*|[A-Z]\w*)(?: (?:Pro|Max|Plus|Ultra))*)",
    ),
]
