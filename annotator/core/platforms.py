"""Where many people publish on one site: whose account an address is of, and which post it is.

On these the account is the publisher, and a post has the same number on every domain.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from msgspec import Struct


class Platform(Struct, frozen=True):
    """*accounts* and *posts* are patterns of path and query; *words* is what pages call it.

    With *by_host* an account is a host of its own (``anna.substack.com``). A platform without
    accounts only passes on what others publish.
    """

    name: str
    hosts: tuple[str, ...]
    words: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    by_host: bool = False


class Place(Struct, frozen=True):
    """What an address on a platform says; "" where it does not."""

    platform: str
    account: str = ""
    post: str = ""


_P = Platform
PLATFORMS = (
    _P("x.com", ("x.com", "twitter.com", "fxtwitter.com", "vxtwitter.com", "fixupx.com", "nitter.net", "nitter.poast.org", "xcancel.com"), ("x", "twitter", "x formerly twitter"),
       (r"^/(?!i/|home|search|hashtag|intent|share|explore)@?(\w{1,20})(?=[/?]|$)",), (r"/status(?:es)?/(\d+)",)),
    _P("youtube.com", ("youtube.com", "youtu.be", "youtube-nocookie.com"), ("youtube",),
       (r"^/@([\w.·-]+)", r"^/(?:c|user|channel)/([\w.-]+)",
        r"^/(?!watch|shorts|live|embed|playlist|results|v/|feed|redirect|hashtag|post/|clip/|attribution)([\w.-]+)(?=[/?]|$)"),
       (r"[?&]v=([\w-]+)", r"^/(?:shorts|live|embed|v)/([\w-]+)")),
    _P("facebook.com", ("facebook.com", "fb.com", "fb.me", "fb.watch", "facebookcorewwwi.onion"), ("facebook", "meta"),
       (r"^/(?:permalink|story)\.php\?(?:.*&)?id=(\d+)", r"^/profile\.php\?(?:.*&)?id=(\d+)", r"^/groups/([\w.-]+)",
        r"^/(?:pages|people|p|pg)/(?:[^/]+/)?([\w.-]+)",
        r"^/(?!watch|share|photo|reel|story|permalink|profile|groups|pages|people|events|l\.php|sharer|hashtag|media|video|login|p/|pg/)([\w.-]{3,})(?=[/?]|$)"),
       (r"/posts/(?:[^/?]*/)?(pfbid\w+|\d+)", r"[?&](?:story_)?fbid=(pfbid\w+|\d+)", r"/videos/(?:[^/?]+/)?(\d+)", r"^/reel/(\d+)", r"^/watch/?\?(?:.*&)?v=(\d+)")),
    _P("instagram.com", ("instagram.com", "instagr.am", "ddinstagram.com"), ("instagram",),
       (r"^/stories/([\w.]+)", r"^/(?!p/|reels?/|tv/|explore|stories|accounts)([\w.]+)(?=[/?]|$)"), (r"/(?:p|reels?|tv)/([\w-]+)",)),
    _P("threads.net", ("threads.net", "threads.com"), ("threads",), (r"^/@([\w.]+)",), (r"/post/([\w-]+)",)),
    _P("tiktok.com", ("tiktok.com",), ("tiktok", "tik tok"), (r"^/@([\w.]+)",), (r"/(?:video|photo)/(\d+)",)),
    _P("telegram", ("t.me", "telegram.me", "telegram.dog"), ("telegram",), (r"^/(?:s/|c/)?([A-Za-z0-9_]{3,})(?=[/?]|$)",), (r"^/(?:s/|c/)?(\w+/\d+)",)),
    _P("bsky.app", ("bsky.app", "bsky.social"), ("bluesky", "bluesky social"), (r"^/profile/([\w.:-]+)",), (r"/post/(\w+)",)),
    _P("reddit.com", ("reddit.com", "redd.it"), ("reddit",), (r"^/(?:user|u)/([\w-]+)", r"^/(r/\w+)"), (r"/comments/(\w+)",)),
    _P("linkedin.com", ("linkedin.com",), ("linkedin",), (r"^/(?:in|company|school|newsletters)/([\w%-]+)", r"^/posts/([a-z0-9%-]+)_"), (r"activity[-:](\d+)", r"^/pulse/([\w-]+)")),
    _P("vk.com", ("vk.com", "vkontakte.ru", "vkvideo.ru"), ("vk", "vkontakte"), (r"(?:wall|video|photo)(-?\d+)_", r"^/(?!wall|video|photo)([\w.]+)"), (r"((?:wall|video|photo)-?\d+_\d+)",)),
    _P("ok.ru", ("ok.ru",), ("odnoklassniki",), (r"^/(?:group|profile)/(\d+)", r"^/(?!group|profile|video)([\w.]+)"), ()),
    _P("weibo.com", ("weibo.com", "weibo.cn"), ("weibo", "sina weibo"), (r"^/(?:u/)?(\d{5,}|\w+)",), (r"^/\d+/(\w+)",)),
    _P("truthsocial.com", ("truthsocial.com",), ("truth social",), (r"^/@(\w+)",), (r"/(?:posts/)?(\d{6,})",)),
    _P("gettr.com", ("gettr.com",), ("gettr",), (r"^/user/(\w+)",), (r"^/post/(\w+)",)),
    _P("gab.com", ("gab.com",), ("gab",), (r"^/(\w+)",), (r"/posts/(\d+)",)),
    _P("pinterest.com", ("pinterest.com", "pinterest.it", "pin.it"), ("pinterest",), (r"^/(?!pin/)(\w+)",), (r"^/pin/(\d+)",)),
    _P("snapchat.com", ("snapchat.com",), ("snapchat",), (r"^/(?:add|@)/?([\w.-]+)",), ()),
    _P("whatsapp.com", ("whatsapp.com",), ("whatsapp",), (r"^/channel/(\w+)",), ()),
    _P("vimeo.com", ("vimeo.com",), ("vimeo",), (r"^/(?!\d|video/|channels)(\w+)",), (r"^/(?:video/)?(\d+)",)),
    _P("dailymotion.com", ("dailymotion.com", "dai.ly"), ("dailymotion",), (r"^/(?!video|embed)([\w-]+)",), (r"/video/(\w+)",)),
    _P("twitch.tv", ("twitch.tv",), ("twitch",), (r"^/(?!videos/)(\w+)",), (r"/videos/(\d+)",)),
    _P("rumble.com", ("rumble.com",), ("rumble",), (r"^/(?:c|user)/([\w-]+)",), (r"^/(v\w+)-",)),
    _P("odysee.com", ("odysee.com",), ("odysee",), (r"^/@([\w.-]+)",), ()),
    _P("bitchute.com", ("bitchute.com",), ("bitchute",), (r"^/channel/([\w-]+)",), (r"^/video/(\w+)",)),
    _P("soundcloud.com", ("soundcloud.com",), ("soundcloud",), (r"^/([\w-]+)",), ()),
    _P("spotify.com", ("spotify.com",), ("spotify",), (r"/show/(\w+)",), (r"/episode/(\w+)",)),
    _P("medium.com", ("medium.com",), ("medium",), (r"^/@([\w.-]+)", r"^/(?!p/)([\w-]+)/[\w-]+"), (r"-([0-9a-f]{10,12})(?=[?/]|$)",), True),
    _P("substack.com", ("substack.com",), ("substack",), (r"^/@([\w.-]+)", r"^/pub/([\w-]+)"), (), True),
    _P("wordpress.com", ("wordpress.com",), ("wordpress", "wordpress com"), (), (), True),
    _P("blogspot.com", ("blogspot.com", "blogger.com"), ("blogger", "blogspot"), (), (), True),
    _P("tumblr.com", ("tumblr.com",), ("tumblr",), (r"^/(?:blog/)?(?:view/)?([\w-]+)",), (), True),
    _P("github.com", ("github.com", "github.io", "githubusercontent.com"), ("github", "github pages"), (r"^/([\w-]+)",), (), True),
    _P("gitlab.com", ("gitlab.com", "gitlab.io"), ("gitlab",), (r"^/([\w-]+)",), (), True),
    *(_P(host, (host,), (host.replace(".", " "),), (), (), True) for host in (
        "altervista.org", "wixsite.com", "weebly.com", "ghost.io", "livejournal.com", "typepad.com", "over-blog.com",
        "jimdofree.com", "jimdosite.com", "webnode.it", "webnode.page", "squarespace.com", "myblog.it", "splinder.com",
        "blogs.com", "notion.site", "carrd.co", "netlify.app", "vercel.app", "pages.dev", "webflow.io", "beehiiv.com",
        "buttondown.email", "hatenablog.com", "canalblog.com", "skyrock.com", "tistory.com", "forumfree.it", "forumcommunity.net",
        "neocities.org", "bandcamp.com", "web.app", "herokuapp.com", "mystrikingly.com", "blog.jp", "free.fr")),
    _P("sites.google.com", ("sites.google.com",), ("google sites",), (r"^/(?:view|site)/([\w-]+)",), ()),
    _P("telegra.ph", ("telegra.ph",), ("telegraph",), (), ()),
    _P("patreon.com", ("patreon.com",), ("patreon",), (r"^/(?!posts/)(?:c/)?(\w+)",), (r"^/posts/[\w-]*?(\d+)",)),
    _P("ko-fi.com", ("ko-fi.com",), ("ko-fi",), (r"^/(\w+)",), ()),
    _P("flickr.com", ("flickr.com",), ("flickr",), (r"^/(?:photos|people)/([\w@-]+)",), ()),
    _P("quora.com", ("quora.com",), ("quora",), (r"^/profile/([\w-]+)",), ()),
    _P("change.org", ("change.org",), ("change.org",), (r"^/u/(\w+)",), (r"^/p/([\w%-]+)",)),
    _P("hackmd.io", ("hackmd.io",), ("hackmd",), (r"^/@([\w-]+)",), ()),
    _P("kaggle.com", ("kaggle.com",), ("kaggle",), (r"^/(?!datasets|code)([\w-]+)", r"^/(?:datasets|code)/([\w-]+)"), ()),
    _P("academia.edu", ("academia.edu",), ("academia",), (), (), True),
    *(_P(host, (host,), words) for host, words in (
        ("www.gov.uk", ("gov uk",)), ("docs.google.com", ("google docs",)), ("drive.google.com", ("google drive",)), ("dropbox.com", ("dropbox",)),
        ("scribd.com", ("scribd",)), ("issuu.com", ("issuu",)), ("slideshare.net", ("slideshare",)),
        ("documentcloud.org", ("documentcloud",)), ("imgur.com", ("imgur",)), ("pastebin.com", ("pastebin",)),
        ("arxiv.org", ("arxiv", "arxiv org")), ("medrxiv.org", ("medrxiv",)), ("biorxiv.org", ("biorxiv",)),
        ("researchsquare.com", ("research square",)), ("preprints.org", ("preprints",)), ("ssrn.com", ("ssrn",)), ("zenodo.org", ("zenodo",)), ("osf.io", ("osf",)),
        ("figshare.com", ("figshare",)), ("researchgate.net", ("researchgate",)), ("jstor.org", ("jstor",)), ("hal.science", ("hal",)),
        ("msn.com", ("msn", "microsoft start")), ("news.google.com", ("google news", "google notizie")), ("flipboard.com", ("flipboard",)),
        ("pressreader.com", ("pressreader",)), ("apple.news", ("apple news",)), ("smartnews.com", ("smartnews",)),
        ("newsbreak.com", ("newsbreak",)), ("upday.com", ("upday",)), ("archive.org", ("internet archive", "wayback machine", "archive org")),
        ("wikimedia.org", ("wikimedia commons",)), ("google.com", ("google",)), ("disq.us", ("disqus",)), ("discord.com", ("discord",)))),
)  # fmt: skip
_WORDS = frozenset(word for platform in PLATFORMS for word in platform.words)
_BY_HOST = {host: platform for platform in PLATFORMS for host in platform.hosts}
_MASTODON = re.compile(
    r"^/(?:web/)?@([\w.-]+)(?:@([\w.-]+))?(?:/(\d{6,})|/?$)|^/users/([\w.-]+)/statuses/(\d{6,})"
)
_NOT_ACCOUNTS = frozenset(
    [
        "www",
        "m",
        "mobile",
        "web",
        "mbasic",
        "old",
        "new",
        "np",
        "amp",
        "en",
        "it",
        "fr",
        "de",
        "es",
        "blog",
        "about",
        "help",
        "support",
        "open",
        "gist",
        "raw",
        "api",
        "docs",
    ]
)
_SHORTENERS = frozenset(
    ["t.co", "bit.ly", "bitly.com", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "v.gd", "dlvr.it", "trib.al", "lnkd.in", "cutt.ly", "rb.gy", "shorturl.at", "tiny.cc", "rebrand.ly", "ift.tt", "s.id", "t.ly", "shor.by", "amzn.to", "adf.ly", "mtr.cool", "msft.it", "g.co", "vm.tiktok.com"]
)  # fmt: skip


@lru_cache(maxsize=4096)
def place_of(address: str) -> Place | None:
    """Where on a platform an address leads; None where the site is its owner's own."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    rest = unquote(parts.path) + (f"?{parts.query}" if parts.query else "")
    found = _platform(host)
    if found is None:
        return _federated(host, unquote(parts.path))
    platform, account = found
    if host in ("youtu.be", "redd.it", "dai.ly", "fb.watch", "instagr.am"):
        return Place(platform.name, "", parts.path.strip("/").split("/")[0])
    if platform.by_host and account not in ("", *_NOT_ACCOUNTS):
        return Place(platform.name, account.removeprefix("www."), _first(platform.posts, rest))
    account = _first(platform.accounts, rest)
    return Place(platform.name, account.casefold(), _first(platform.posts, rest))


def is_platform(word: str) -> bool:
    """Whether a folded name is that of a platform, so that it names no publisher."""
    return word in _WORDS


def is_shortener(host: str) -> bool:
    """Whether links on *host* do not say where they lead."""
    return host.removeprefix("www.") in _SHORTENERS


def _platform(host: str) -> tuple[Platform, str] | None:
    """The platform of a host, and what stands before its name there."""
    labels = host.split(".")
    if "blogspot" in labels:  # of any country: anna.blogspot.it is anna.blogspot.com
        return _BY_HOST["blogspot.com"], ".".join(labels[: labels.index("blogspot")])
    for start in range(len(labels) - 1):
        name = ".".join(labels[start:])
        if (platform := _BY_HOST.get(name)) is not None:
            return platform, ".".join(labels[:start])
    return None


def _federated(host: str, path: str) -> Place | None:
    """An account of the Fediverse, on whatever host: ``/@anna/1234``."""
    if (found := _MASTODON.match(path)) is None:
        return None
    account, home, post, user, status = found.groups()
    at = home or host
    return Place("mastodon", f"{account or user}@{at}".casefold(), post or status or "")


def _first(patterns: tuple[str, ...], words: str) -> str:
    found = (re.search(pattern, words) for pattern in patterns)
    return next((match[1] for match in found if match), "")
