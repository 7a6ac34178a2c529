"""Stories of words that every standard carries: what is written in one of them and read again is the same."""

import os
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st

from syndication.model.article import Entity, Genre, Geo, Media, Rendition, Rights, Subject
from syndication.model.blocks import ListBlock, Paragraph, Quote, Subhead, Table
from tests.render.stories import NOON, UPDATED

SHARED = Path(os.environ.get("SYNDICATION_SHARED", Path(__file__).parents[2] / ".." / "shared"))

WORDS = st.lists(
    st.sampled_from(["harbour", "boats", "canal", "<dusk>", "R&D", "“old”", "घाट", "گھر", "naïve", "5", "<"]),
    min_size=3,
    max_size=9,
).map(lambda words: " ".join(["Weir", *words, "held"]))
SENTENCE = WORDS.map(lambda words: f"{words}.")
MARKED = st.sampled_from(
    ["The <em>old</em> weir held.", 'See <a href="https://weir.example/a?b=1&amp;c=2">it</a>.']
)
TEXT = (
    SENTENCE.map(lambda words: words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) | MARKED
)
NAME = st.sampled_from(["Ada Ferro", "Mira Okello", "Port Lumen", "Upper Weir"])
CODE = st.none() | st.sampled_from(
    ["medtop:20000593", "subj:04000000", "hws:canal", "https://cv.example/x/1"]
)
BLOCK = st.one_of(
    st.builds(Paragraph, TEXT),
    st.builds(Subhead, st.just("What comes next")),
    st.builds(Quote, st.sampled_from(["We wait.", "It <em>held</em>."]), st.none() | NAME),
    st.builds(ListBlock, st.lists(TEXT, min_size=2, max_size=3).map(tuple), st.booleans()),
    st.builds(
        Table,
        st.just((("one", "1"), ("two", "2"))),
        st.just(("boats", "number")),
        st.none() | st.just("Boats"),
    ),
)
FILE = st.builds(
    Rendition,
    st.integers(1, 99).map(lambda n: f"https://img.example/{n}.jpg"),
    st.none() | st.sampled_from(["thumbnail", "highRes"]),
    st.sampled_from(["image/jpeg", "image/png"]),
    st.none() | st.integers(1, 5000),
    st.none() | st.integers(1, 5000),
    st.none(),
    st.none() | st.integers(1, 10**9),
)
RIGHTS = st.builds(
    Rights, st.just("Weir Press"), st.none() | st.just("© 2026 Lumen"), st.none() | st.just("No resale.")
)
MEDIA = st.builds(
    Media,
    st.integers(1, 99).map(lambda n: f"urn:picture:{n}"),
    st.sampled_from(["picture", "graphic"]),
    st.none() | WORDS,
    st.none() | SENTENCE,
    st.none() | WORDS,
    st.none() | NAME,
    st.none() | st.just("lead"),
    st.lists(FILE, min_size=1, max_size=2, unique_by=lambda f: f.href).map(tuple),
    st.none() | RIGHTS,
)
CARRIED = {
    "version": st.integers(0, 2**40),
    "headline": WORDS,
    "subheadline": st.none() | WORDS.map(lambda words: f"Below: {words}"),
    "summary": st.none() | SENTENCE.map(lambda words: f"In short: {words}"),
    "slugline": st.none() | st.just("WEIR-VOTE"),
    "byline": st.just("Ada Ferro and Mira Okello"),
    "body": st.lists(BLOCK, max_size=4).map(
        lambda blocks: (
            Paragraph("The old weir at the mill held on Tuesday, when the river rose by a yard."),
            *blocks[:3],
        )
    ),
    "language": st.sampled_from(["en", "de-CH", "hi"]),
    "urgency": st.none() | st.integers(1, 9),
    "subjects": st.lists(st.builds(Subject, CODE, WORDS), max_size=2, unique_by=lambda s: s.name).map(tuple),
    "keywords": st.lists(NAME, max_size=2, unique=True).map(tuple),
    "places": st.lists(
        st.builds(
            Entity,
            NAME,
            CODE,
            st.none() | st.just("located"),
            st.none(),
            st.none() | st.just(Geo(1.5, -2.25)),
        ),
        max_size=2,
        unique_by=lambda p: p.name,
    ).map(tuple),
    "people": st.lists(st.builds(Entity, NAME, CODE), max_size=2, unique_by=lambda p: p.name).map(tuple),
    "organisations": st.lists(st.builds(Entity, NAME, CODE), max_size=1).map(tuple),
    "genres": st.sampled_from([(), (Genre("Feature", "genre:Feature"),), (Genre("Letter", "hws:letter"),)]),
    "info_sources": st.sampled_from([(), ("Weir Board",)]),
    "rights": st.none() | RIGHTS,
    "media": st.lists(MEDIA, max_size=2, unique_by=lambda m: m.renditions[0].href).map(tuple),
    "created": st.integers(0, 10**8).map(lambda seconds: NOON + timedelta(seconds=seconds)),
    "expires": st.none() | st.just(UPDATED),
    "word_count": st.integers(1, 9999),
}
