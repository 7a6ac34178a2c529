"""The address of an embed as a frame shows it, where that is known and its host is permitted."""

from urllib.parse import urlsplit

from syndication.on_demand import Expression

# The page of a film as people share it, and the address under which its player stands in a frame.
_PLAYERS = (
    (Expression(r"https?://(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/)([\w-]{6,20})(?:[&?#/]|\Z)"),
     "https://www.youtube.com/embed/{}"),
    (Expression(r"https?://youtu\.be/([\w-]{6,20})(?:[?#/]|\Z)"), "https://www.youtube.com/embed/{}"),
    (Expression(r"https?://(?:www\.)?vimeo\.com/(\d+)(?:[?#/]|\Z)"), "https://player.vimeo.com/video/{}"),
    (Expression(r"https?://(?:www\.)?dailymotion\.com/video/(\w+)(?:[?#/]|\Z)"),
     "https://www.dailymotion.com/embed/video/{}"),
    (Expression(r"https?://open\.spotify\.com/((?:episode|track|show)/\w+)(?:[?#/]|\Z)"),
     "https://open.spotify.com/embed/{}"),
    (Expression(r"https?://(?:www\.)?instagram\.com/((?:p|reel)/[\w-]+)/?(?:[?#]|\Z)"),
     "https://www.instagram.com/{}/embed"),
)  # fmt: skip
_FRAME = Expression(r"/(?:embed|player|plugins|video)(?:[/.?]|\Z)")
_SOUND = frozenset({"w.soundcloud.com", "open.spotify.com"})


def frame(href: str, hosts: tuple[str, ...]) -> str | None:
    """Return the https address to put into a frame, None where the embed is none of these `hosts`."""
    for page, player in _PLAYERS:
        if found := page.match(href):
            href = player.format(found[1])
            break
    parts = urlsplit(href)
    shown = bool(_FRAME.search(f"{parts.path}?{parts.query}"))
    return href if parts.scheme == "https" and parts.hostname in hosts and shown else None


def kind(href: str) -> str:
    """Return `audio` or `video`: what the frame plays."""
    return "audio" if urlsplit(href).hostname in _SOUND else "video"
