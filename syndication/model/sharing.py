"""What a site says about itself to social networks: handles, pictures, author pages, which buttons it shows.

Everything has a default that works without configuration: what is not set is not said.
"""

from typing import Annotated, Literal, TypeAlias

import msgspec

# X: letters, digits, underscore, at most 15; written with or without the @.
XHandle: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"\A@?[A-Za-z0-9_]{1,15}\Z")]
FediverseHandle: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"\A@[A-Za-z0-9_.\-]+@[A-Za-z0-9.\-]+\Z")]
# Pages that show pictures or profiles over plain http are blocked or warned about: https alone.
HttpsAddress: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"\Ahttps://[^\s/?#@\\]+(?:[/?#]\S*)?\Z")]
Instance: TypeAlias = Annotated[
    str, msgspec.Meta(pattern=r"\A[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?(?::[0-9]{1,5})?\Z")
]
Digits: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"\A[0-9]+\Z")]
Pixels: TypeAlias = Annotated[int, msgspec.Meta(gt=0)]
Vocabulary: TypeAlias = Literal["dublin-core", "parsely", "sailthru"]


class SitePicture(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A picture of the site's own; sizes in pixels, both or neither."""

    url: HttpsAddress
    width: Pixels | None = None
    height: Pixels | None = None
    media_type: str | None = None
    alt: str | None = None


class AuthorPage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the world finds a person whom bylines name `name`."""

    name: str
    url: HttpsAddress | None = None
    x: XHandle | None = None
    fediverse: FediverseHandle | None = None


class Sharing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How stories of the site are shared and described."""

    # Which networks, in which order; `without` switches ids off even where they are asked for by name.
    order: tuple[str, ...] = ("whatsapp", "telegram", "x", "facebook", "linkedin", "email", "copy", "native")
    without: tuple[str, ...] = ()
    # Whether feed items carry these links; a profile whose taker wants none goes without.
    in_feeds: bool = False
    # Whether to trust links that the world uses but no page of the network's owner describes.
    unconfirmed: bool = True
    mastodon_instance: Instance | None = None
    misskey_instance: Instance | None = None
    lemmy_instance: Instance | None = None

    hashtags: bool = False
    hashtag_limit: Annotated[int, msgspec.Meta(ge=1, le=30)] = 2
    campaign: bool = False
    campaign_name: Annotated[str, msgspec.Meta(min_length=1)] = "share"

    facebook_app_id: Digits | None = None
    facebook_page: HttpsAddress | None = None
    x_handle: XHandle | None = None
    fediverse_creator: FediverseHandle | None = None
    authors: tuple[AuthorPage, ...] = ()

    # Google advises against logos as pictures: `default_picture` is not `logo`.
    logo: SitePicture | None = None
    default_picture: SitePicture | None = None
    robots: str = "max-image-preview:large"
    # The words before the reading time in Slack and elsewhere; None: ours, in the story's language; empty: it is
    # not said.
    reading_label: str | None = None
    # What a page's head says besides Open Graph, the X card and JSON-LD.
    vocabularies: tuple[Vocabulary, ...] = ("dublin-core",)

    # None: the site says nothing about it. Where False, `paywall_selector` names the paid part (CSS).
    free_to_read: bool | None = None
    paywall_selector: str | None = None
    # Whether oEmbed answers 401 for stories that are not free to read.
    hide_paid: bool = False

    embed_card: bool = False
    embed_width: Pixels = 600
    embed_height: Pixels = 200
    cache_age: Annotated[int, msgspec.Meta(ge=0)] | None = 300

    def author(self, name: str) -> AuthorPage | None:
        """Return what is known of the person, names compared without regard to case."""
        return next((a for a in self.authors if a.name.casefold() == name.casefold()), None)
