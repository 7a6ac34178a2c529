"""The site's own facts: what a configuration may say."""

import msgspec
import pytest

from syndication.share import AuthorPage, Sharing


@pytest.mark.parametrize(
    "text",
    [
        'facebok_app_id = "1"',
        'facebook_app_id = "app"',
        'facebook_page = "http://facebook.example/hillpost"',
        'x_handle = "sixteenletters_xx"',
        'x_handle = "@hill-post"',
        'fediverse_creator = "desk@social.example"',
        'mastodon_instance = "https://social.example"',
        'mastodon_instance = "social.example/x"',
        "hashtag_limit = 0",
        'campaign_name = ""',
        'vocabularies = ["dublincore"]',
        "embed_width = 0",
        'default_picture = { url = "/d.jpg" }',
        'logo = { url = "https://hillpost.example/l.png", width = -1 }',
        'authors = [{ name = "Asha Rao", twitter = "x" }]',
    ],
)
def test_unknown_keys_and_wrong_values_are_refused(text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode(text, type=Sharing)


def test_all_of_it_is_read() -> None:
    text = """
    order = ["mastodon", "x"]
    mastodon_instance = "social.example:8443"
    x_handle = "@hillpost"
    hashtags = true
    campaign = true
    facebook_app_id = "123"
    free_to_read = false
    vocabularies = ["dublin-core"]
    [logo]
    url = "https://hillpost.example/logo.png"
    width = 600
    height = 60
    [[authors]]
    name = "Asha Rao"
    url = "https://hillpost.example/people/asha"
    """
    sharing = msgspec.toml.decode(text, type=Sharing)
    assert sharing.order == ("mastodon", "x")
    assert sharing.author("ASHA RAO") == AuthorPage(
        name="Asha Rao", url="https://hillpost.example/people/asha"
    )
    assert sharing.author("Ravi Menon") is None
