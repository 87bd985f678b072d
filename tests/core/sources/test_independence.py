"""When two sources are two publishers: pairs that are not, and pairs that are."""

import re

import pytest

from annotator.core.model import Evidence, Source, Verdict
from annotator.core.sources import independence
from annotator.core.sources.independence import Together
from annotator.core.sources.verdict_policy import VerdictPolicy, label_of, ruled

WRITTEN = re.compile(r"(?P<publisher>[^<]*?)\s*(?:<(?P<url>[^>]*)>)?\s*(?:by (?P<author>.+))?")


def source(written: str, number: int = 1, **fields) -> Source:
    """``Publisher <address> by author``, each of which may be absent."""
    told = {k: v or None for k, v in WRITTEN.fullmatch(written).groupdict().items()}
    if told["url"]:
        told["url"] = f"https://{told['url']}"
    return Source(id=f"s{number}", title=f"Source {number}", **(told | fields))


def rule(one: Source, other: Source, *quotes: str, note: str = "", policy=None):
    said = quotes or ("41 per cent", "41 per cent")
    evidence = [
        Evidence(id=f"e{n}", layer_id="l", claim_id="c", source_id=s.id, stance="supports", quote=q)
        for n, (s, q) in enumerate(zip((one, other), said, strict=True))
    ]
    verdict = Verdict(
        id="v", layer_id="l", claim_id="c", label="supported", justification="x", note=note
    )
    return ruled(policy or VerdictPolicy(), verdict, evidence, {one.id: one, other.id: other})


DEPENDENT = """
The Harbour Times <harbourtimes.example.com/a> | <archive.ph/AbCdE>
The Harbour Times <harbourtimes.example.com/a> | <archive.ph/2024.01.05-081500/https://harbourtimes.example.com/a>
The Harbour Times <harbourtimes.example.com/a> | archive.ph <archive.is/newest/https://harbourtimes.example.com/b>
Il Quotidiano <ilquotidiano.example.it/a> | <web.archive.org/web/2024*/https://ilquotidiano.example.it/z>
<a.example.org/x> | <perma.cc/ABCD-1234>
<a.example.org/x> | <ghostarchive.org/archive/Qx1Yz>
<a.example.org/x> | <bit.ly/3abcdEF>
la Repubblica <www.repubblica.it/a> | <www.repubblica.it/b>
la Repubblica | <rep.repubblica.it/b>
la Repubblica – Milano | <www.repubblica.it/b>
Repubblica.it | La Repubblica S.p.A.
REPUBBLICA (Roma) | la Repubblica
ANSA <www.ansa.it/a> | ANSA.it <www.ansa.it/b>
ANSA | Agenzia ANSA
A.N.S.A. | Redazione ANSA
Agenzia Nazionale Stampa Associata | <www.ansa.it/x>
ANSA Lombardia | ansa.it
WSJ | The Wall Street Journal
WSJ <on.wsj.com/3x> | The Wall Street Journal <www.wsj.com/b>
NYT | The New York Times
The New York Times | <nyti.ms/3abc>
The Washington Post | <wapo.st/3abc>
AFP | Agence France-Presse
AFP Fact Check | <factuel.afp.com/x>
AP | <apnews.com/article/x>
Associated Press | AP News
Thomson Reuters | <www.reuters.com/x>
BBC News <www.bbc.com/news/1> | BBC <www.bbc.co.uk/news/2>
BBC Mundo | <www.bbc.co.uk/x>
The Guardian <www.theguardian.com/a> | <www.guardian.co.uk/b>
HuffPost <www.huffpost.com/a> | <www.huffingtonpost.it/b>
Il Resto del Carlino | <www.lanazione.it/b>
Corriere del Mezzogiorno | <www.corriere.it/b>
Corriere della Sera | <roma.corriere.it/b>
Corriere della Sera - Torino | corriere.it
Rai News | <www.rai.it/x>
TgR Lazio | Rai
Il Sole 24 ORE | <www.ilsole24ore.com/x>
Il Sole 24 Ore | Radio 24
il Fatto Quotidiano | il Fatto
Adnkronos S.p.A. | <www.adnkronos.com/x>
Agenzia Italia | <www.agi.it/x>
El País | <elpais.com/x>
Der Spiegel GmbH & Co. KG | <www.spiegel.de/x>
Neue Zürcher Zeitung | NZZ
CNN International | <edition.cnn.com/2024/x>
Istat | <www.istat.it/x>
Istituto Nazionale di Statistica | <dati.istat.it/x>
by Istat | Istat <www.istat.it/x>
by Istituto nazionale di statistica | <www.istat.it/x>
Ministero della Salute | <www.salute.gov.it/x>
Dipartimento della Protezione Civile | <www.protezionecivile.gov.it/x>
Comune di Pavia | <www.comune.pavia.it/x>
Regione Lombardia | <www.regione.lombardia.it/x>
Università di Bologna | <www.unibo.it/x>
Banca d'Italia | <www.bancaditalia.it/x>
Organizzazione mondiale della sanità | World Health Organization
European Central Bank | <www.ecb.europa.eu/x>
Example Research Council | ERC
Voce del Porto | <www.vocedelporto.it/x>
Voce del Porto S.r.l. | La Voce del Porto
<amp.vocedelporto.it/a> | <m.vocedelporto.it/b>
<it.vocedelporto.com/a> | <en.vocedelporto.com/b>
<www.vocedelporto.co.uk/a> | <news.vocedelporto.co.uk/b>
<www.google.com/url?q=https://vocedelporto.it/a&sa=D> | <vocedelporto.it/b>
<vocedelporto-it.cdn.ampproject.org/c/s/vocedelporto.it/a> | <vocedelporto.it/b>
<www-vocedelporto-it.translate.goog/a?_x_tr_sl=it> | Voce del Porto <vocedelporto.it/b>
<twitter.com/anna/status/1234567890> | <x.com/anna/status/1234567890?s=20&t=abc>
<mobile.twitter.com/anna/status/12> | <x.com/i/status/12>
<x.com/anna/status/1> | <x.com/Anna/status/2>
<youtu.be/dQw4w9WgXcQ?si=zzz> | <www.youtube.com/watch?v=dQw4w9WgXcQ&t=120s>
<www.youtube.com/watch?v=aaaaaaaaaaa> | <www.youtube.com/watch?v=bbbbbbbbbbb>
YouTube <www.youtube.com/watch?v=aaaaaaaaaaa> by Rai | <www.rai.it/x>
<www.facebook.com/anna.rossi/posts/pfbid02abc?__cft__[0]=AZX&__tn__=%2CO> | <m.facebook.com/anna.rossi/posts/pfbid02abc>
<www.facebook.com/permalink.php?story_fbid=123&id=55> | <fb.com/55/posts/123>
<t.me/channel_a/1234?single> | <t.me/s/channel_a/1234>
<t.me/channel_a/1> | <telegram.me/channel_a/2>
<www.instagram.com/p/Cabc/> | <www.instagram.com/anna/p/Cabc/?img_index=1>
<www.tiktok.com/@anna/video/1> | <www.tiktok.com/@anna/video/2>
<mastodon.social/@anna/112233445566> | <mastodon.social/@anna/998877665544>
<bsky.app/profile/ansa.it/post/3kabc> | <www.ansa.it/x>
<x.com/Agenzia_Ansa/status/1> | ANSA <www.ansa.it/x>
<www.facebook.com/repubblica/posts/1> | <www.repubblica.it/x>
<x.com/vocedelporto/status/1> | <www.vocedelporto.it/x>
<medium.com/@anna/one> | <anna.medium.com/two>
<anna.substack.com/p/one> | <substack.com/@anna/two>
<anna.blogspot.com/1> | <anna.blogspot.it/2>
Medium <medium.com/p/abcdef123456> by Anna Rossi | by Anna Rossi
<annarossi88.substack.com/p/x> | <x.com/annarossi88/status/1>
Voce del Porto by Anna Rossi | Anna Rossi <annarossi.example.com/x>
Voce del Porto by Anna Rossi | Gazzetta del Lago by Anna Rossi
Gazzetta del Lago by ANSA | Voce del Porto by Redazione ANSA
Gazzetta del Lago <gazzettadellago.it/x> by Reuters | <www.reuters.com/y>
 |
Voce del Porto |
<doi.org/10.1371/journal.pone.0168597> | PLOS ONE <journals.plos.org/plosone/article?id=10.1371/journal.pone.0168597>
<doi.org/10.1038/s41586-020-1> | Nature
Secolo d'Italia | <www.secoloditalia.it/a>
Gazzetta di Parma | <www.gazzettadiparma.it/x>
Il Cittadino | <www.ilcittadino.it/x>
Altreconomia | <altreconomia.it/x>
Le Scienze | <www.lescienze.it/x>
Blitz Quotidiano | <www.blitzquotidiano.it/x>
Euractiv | <www.euractiv.com/x>
The Daily Beast | <www.thedailybeast.com/x>
Ouest-France | <www.ouest-france.fr/x>
20 Minutes | <www.20minutes.fr/x>
Gulf News | <gulfnews.com/x>
The Straits Times | <www.straitstimes.com/x>
Kyiv Post | <www.kyivpost.com/x>
Die Welt Hamburg | <www.welt.de/x>
ABC Sevilla | ABC
La Nazione Pisa | Quotidiano Nazionale
Il Resto del Carlino Rimini | <www.quotidiano.net/x>
Corriere della Sera Bergamo | <www.corriere.it/x>
BBC Scotland | <www.bbc.com/x>
The Guardian Australia | <www.theguardian.com/x>
ANSA Puglia | <www.ansa.it/x>
Rai Sicilia | <www.rainews.it/x>
La Stampa Cuneo | <www.lastampa.it/x>
Il Messaggero Rieti | <www.ilmessaggero.it/x>
<www.interno.it/x> | <www.interno.gov.it/y>
<www.istat.it/x> | <www.istat.gov.it/y>
Università degli Studi di Milano | <www.unimi.it/x>
Università di Padova | <www.unipd.it/x>
Politecnico di Milano | <www.polimi.it/x>
Città di Torino | <www.comune.torino.it/x>
Comune di Bologna | <www.comune.bologna.it/x>
Regione Emilia-Romagna | <www.regione.emilia-romagna.it/x>
Guardia di Finanza | <www.gdf.gov.it/x>
Croce Rossa Italiana | <cri.it/x>
Ministero del Turismo | <www.ministeroturismo.gov.it/x>
Ministero della Cultura | <cultura.gov.it/x>
Agenzia italiana del farmaco | <www.aifa.gov.it/x>
Legambiente | <www.legambiente.it/x>
Voce <voce.it/x> by Rossi, Mario | Mario Rossi
x <a.example.org/x> | <archive.ph/o/AbCdE/https://a.example.org/y>
<webcache.googleusercontent.com/search?q=cache:abc:https://lago.it/x> | Il Lago <lago.it/x>
<www.youtube.com/@rainews/videos> | <www.rainews.it/x>
<www.facebook.com/rainews/posts/1> | Rai News
<x.com/comuneroma/status/1> | Comune di Roma
<x.com/nytimes/status/1> | The New York Times
<t.me/ukrpravda_news/1> | <www.pravda.com.ua/x>
<www.instagram.com/ilpost/p/C1/> | Il Post
<www.linkedin.com/company/istat/posts> | Istat
<bsky.app/profile/nytimes.com/post/1> | <www.nytimes.com/x>
<mastodon.social/@anna/112233445566> | <mas.to/@anna@mastodon.social/998877665544>
<x.com/anna/status/1> | <nitter.net/anna/status/1>
<edition.cnn.com/x> | CNN.com
<news.sky.com/x> | Sky News
<www.spiegel.de/international/x> | SPIEGEL International
Agence France Presse | AFP Fact Check
Thomson Reuters Ltd. | REUTERS
Gruppo Acea S.p.A. | <www.acea.it/x>
""".strip("\n").splitlines()

INDEPENDENT = """
la Repubblica <www.repubblica.it/a> | Corriere della Sera <www.corriere.it/b>
la Repubblica | La Stampa
<www.repubblica.it/a> | <www.lastampa.it/b>
ANSA | AGI
ANSA <www.ansa.it/a> | Adnkronos <www.adnkronos.com/b>
Il Giornale | Il Giornale di Vicenza
Il Giornale <www.ilgiornale.it/a> | Giornale di Brescia <www.giornaledibrescia.it/b>
Il Messaggero | Messaggero Veneto
Il Mattino | il Mattino di Padova
Corriere della Sera | Corriere dello Sport
Corriere della Sera | Corriere Adriatico
Corriere dello Sport | La Gazzetta dello Sport
La Gazzetta del Mezzogiorno | Corriere del Mezzogiorno
La Gazzetta di Parma | Gazzetta di Modena
La Nazione | Il Tirreno
Il Tempo | Il Foglio
Libero | La Verità
Il Post | Polizia di Stato
Domani | Avvenire
Rai News | Sky TG24
TGcom24 | TG La7
The New York Times | New York Post
The New York Times | Los Angeles Times
The Times | The Times of India
The Times | Financial Times
The Guardian | The Independent
The Sun | The Baltimore Sun
Daily Mail | Daily Mirror
ABC News <abcnews.go.com/a> | ABC <www.abc.es/b>
CBS News | NBC News
BBC News | CNN
AP | AFP
Reuters | Bloomberg
TASS | Interfax
Radio Free Europe | Radio Free Asia
Le Monde | Le Figaro
Die Zeit | Die Welt
El País | El Mundo
Istat | Eurostat
Istat | Banca d'Italia
<www.salute.gov.it/a> | <www.interno.gov.it/b>
Ministero della Salute | Istituto superiore di sanità
Ministero dell'Ambiente | Agenzia europea dell'ambiente
Comune di Roma | Comune di Milano
<www.comune.milano.it/a> | <www.comune.pavia.it/b>
Regione Lazio | Regione Lombardia
Ordine dei medici di Roma | Ordine dei medici di Milano
Università di Bologna | Università di Padova
Arpa Lombardia | Arpa Lazio
<www.camera.it/a> | <www.senato.it/b>
<www.ecb.europa.eu/a> | <www.europarl.europa.eu/b>
<www.ons.gov.uk/a> | <www.parliament.uk/b>
<a.example.com/x> | <b.example.net/x>
<web.archive.org/web/2024/https://a.example.com/x> | <web.archive.org/web/2024/https://b.example.net/x>
<archive.ph/2024.01.05-081500/https://a.example.com/x> | <archive.ph/20240105081500/https://b.example.net/x>
La Voce <archive.ph/AbCdE> | <perma.cc/ABCD-1234> by Mario Bianchi
<x.com/anna/status/1> | <x.com/bruno/status/2>
X <x.com/anna/status/1> | X (formerly Twitter) <twitter.com/bruno/status/2>
<www.facebook.com/anna.rossi/posts/1> | <www.facebook.com/bruno.neri/posts/2>
<www.facebook.com/permalink.php?story_fbid=1&id=55> | <www.facebook.com/permalink.php?story_fbid=2&id=66>
<www.instagram.com/anna/p/Ca/> | <www.instagram.com/bruno/p/Cb/>
<www.tiktok.com/@anna/video/1> | <www.tiktok.com/@bruno/video/2>
<t.me/channel_a/1> | <t.me/channel_b/2>
<mastodon.social/@anna/112233445566> | <mastodon.social/@bruno/112233445577>
<bsky.app/profile/anna.bsky.social/post/1> | <bsky.app/profile/bruno.bsky.social/post/2>
<www.reddit.com/user/anna/comments/1/x> | <www.reddit.com/user/bruno/comments/2/y>
YouTube <www.youtube.com/watch?v=aaaaaaaaaaa> by Canale di Anna | YouTube <www.youtube.com/watch?v=bbbbbbbbbbb> by Canale di Bruno
<www.youtube.com/@anna/videos> | <www.youtube.com/@bruno/videos>
<medium.com/@anna/one> | <medium.com/@bruno/two>
Medium <medium.com/p/abcdef123456> by Anna Rossi | Medium <medium.com/p/abcdef654321> by Bruno Neri
<anna.substack.com/p/one> | <bruno.substack.com/p/two>
<anna.wordpress.com/one> | <bruno.wordpress.com/two>
<anna.blogspot.com/1> | <bruno.blogspot.com/2>
<anna.github.io/1> | <bruno.github.io/2>
<a.altervista.org/x> | <b.altervista.org/y>
<sites.google.com/view/anna> | <sites.google.com/view/bruno>
<arxiv.org/abs/2401.1> by Anna Rossi | <arxiv.org/abs/2402.2> by Bruno Neri
MSN <www.msn.com/x> by Anna Rossi | Corriere della Sera
<www.linkedin.com/in/anna> | <www.linkedin.com/in/bruno>
<x.com/anna/status/1> | <www.vocedelporto.it/x>
by Anna Rossi | by Bruno Neri
Voce del Porto by Anna Rossi | Gazzetta del Lago by Bruno Neri
Voce del Porto by Redazione | Gazzetta del Lago by Redazione
Voce del Porto by Staff | Gazzetta del Lago by staff
<doi.org/10.1371/journal.pone.0168597> | <doi.org/10.1038/s41586-020-1>
<doi.org/10.48550/arXiv.2401.1> by Anna Rossi | <doi.org/10.48550/arXiv.2401.2> by Bruno Neri
by Istat | Banca d'Italia <www.bancaditalia.it/x>
<ilpiccolo.gelocal.it/x> | <messaggeroveneto.gelocal.it/y>
Home Office <www.gov.uk/x> | Department for Education <www.gov.uk/y>
Il Mattino | Il Mattino di Padova
<www.independent.ie/x> | <www.independent.co.uk/y>
Sky News | Sky TG24
<news.sky.com/a> | <tg24.sky.it/b>
Corriere Romagna | Corriere della Sera
La Provincia di Como | La Provincia di Cremona
Il Giornale | Giornale di Sicilia
Università di Bologna | Università di Padova
<www.unibo.it/x> | <www.unipd.it/y>
Città di Torino | Comune di Milano
<www.reddit.com/r/italy/comments/1/x> | <www.reddit.com/r/europe/comments/2/x>
GitHub <github.com/anna/x> | GitHub <github.com/bruno/y>
<notizie.example.it/a> | <www.corriere.it/b>
The Irish Times | The Times
Le Monde | Le Monde diplomatique
The Times of Israel | The Jerusalem Post
Economic Times <economictimes.indiatimes.com/x> | Times of India <timesofindia.indiatimes.com/y>
Internet Archive <web.archive.org/web/20240105081500/https://a.it/x> | Internet Archive <web.archive.org/web/20240105081500/https://b.it/x>
Facebook <www.facebook.com/watch?v=1> by Anna Rossi | Facebook <www.facebook.com/watch?v=2> by Bruno Neri
Substack <open.substack.com/pub/anna/p/x> | Substack <open.substack.com/pub/bruno/p/y>
Reuters by Anna Rossi | AFP by Bruno Neri
BBC by Reporter Uno | ITV
Radio Popolare | Radio Radicale
Confindustria | Confcommercio
Inps | Inail
NASA | NOAA
Human Rights Watch | Amnesty International
La Verità | Libero
Il Fatto Quotidiano | Quotidiano Nazionale
Nature | Science
<doi.org/10.1056/x> | <doi.org/10.1001/y>
Ansa | Askanews
TG1 | TG5
<www.comune.torino.it/x> | <www.regione.piemonte.it/y>
Polizia di Stato | Carabinieri
UNICEF | UNHCR
El País | ABC
""".strip("\n").splitlines()


def pair(line: str) -> tuple[Source, Source]:
    one, other = line.split("|")
    return source(one.strip(), 1), source(other.strip(), 2)


@pytest.mark.parametrize("line", DEPENDENT)
def test_what_is_tied_counts_as_one_and_both_are_named(line):
    found = rule(*pair(line))
    assert not found.met, found.why
    assert "Source 1" in str(found.why)
    assert "Source 2" in str(found.why)


@pytest.mark.parametrize("line", INDEPENDENT)
def test_what_nothing_ties_counts_as_two_and_both_are_named(line):
    one, other = pair(line)
    for found in (rule(one, other), rule(other, one)):
        assert found.met, found.why
        assert "Source 1" in str(found.why)
        assert "Source 2" in str(found.why)


def test_one_file_kept_twice_is_one_source():
    one, other = source("Anna", 1, sha256="a" * 64), source("Bruno", 2, sha256="a" * 64)
    assert "one and the same file" in str(rule(one, other).why)


def test_a_project_says_what_else_belongs_together():
    one, other = source("Voce del Porto", 1), source("<www.lago.example.it/x>", 2)
    assert rule(one, other).met
    policy = VerdictPolicy(together=("Voce del Porto, lago.example.it, Radio Lago",))
    assert "belong together" in str(rule(one, other, policy=policy).why)
    assert independence.tie(one, source("Radio Lago", 2), Together(policy.together)) is not None


def test_a_third_source_does_not_make_two_of_what_it_ties():
    one, two, three = (
        source("Voce", 1, sha256="b" * 64),
        source("Lago", 2),
        source("Lago", 3, sha256="b" * 64),
    )
    assert len(independence.components([one, two, three])) == 1


WIRE = (
    "Il governo ha approvato giovedì il decreto che stanzia 60 milioni di euro per la rete idrica",
    "The transfers began after the September summit, an official told lawmakers on Tuesday",
)


@pytest.mark.parametrize("quote", WIRE)
@pytest.mark.parametrize(
    "altered",
    [
        str,
        str.upper,
        lambda said: f"«{said}».",
        lambda said: said.replace(" ", "  ").replace("a", "a\u0301"),
        lambda said: said.replace("official", "officer").replace("giovedì", "ieri"),
        lambda said: said + ", secondo fonti vicine al dossier",
    ],
)
def test_the_same_words_on_two_sites_ask_for_a_word_why(quote, altered):
    one, other = source("Voce del Porto", 1), source("Gazzetta del Lago", 2)
    found = rule(one, other, quote, altered(quote))
    assert not found.met
    assert "perhaps one agency text" in str(found.why)
    assert "Source 1" in str(found.why)
    told = rule(one, other, quote, altered(quote), note="both reporters were there")
    assert told.met
    assert "both reporters were there" in str(told.why)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("41 per cent of the water", "41 per cent of the water"),
        ("the aqueduct loses 41 per cent of the water it carries", "of 100 litres 41 never reach a tap in Roma"),
        ("a million shells were sent to Russia since last August by sea", "a million shells were sent by rail, an officer in Kyiv said"),
    ],
)  # fmt: skip
def test_short_figures_and_other_words_ask_for_none(one, other):
    assert rule(source("Voce del Porto", 1), source("Gazzetta del Lago", 2), one, other).met


def test_a_third_that_says_it_in_its_own_words_is_enough():
    sources = [source(name, n) for n, name in enumerate(("Voce", "Lago", "Faro di Levante"))]
    quotes = (WIRE[0], WIRE[0], "Sessanta milioni per gli acquedotti: il sì del governo")
    evidence = [
        Evidence(id=s.id, layer_id="l", claim_id="c", source_id=s.id, stance="supports", quote=q)
        for s, q in zip(sources, quotes, strict=True)
    ]
    verdict = Verdict(id="v", layer_id="l", claim_id="c", label="supported", justification="x")
    assert ruled(VerdictPolicy(), verdict, evidence, {s.id: s for s in sources}).met
    assert label_of(evidence) == "supported"
