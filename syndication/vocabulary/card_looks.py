"""How networks show the card of a shared page: where they cut its words, from which size its picture is large.

X's 70 characters and WhatsApp's 80 of the description are the networks' own figures, and so are the sizes from
which pictures are shown large. The other cuts fall where a line of the card ends, which differs by a few
characters with the letters and the screen.
"""

from typing import NamedTuple


class Look(NamedTuple):
    """One network's card. Lengths in graphemes, 0 where it is not shown.

    `large` is the least width and height of a picture that is shown large, None where all are small; `smaller`
    says what becomes of the others.
    """

    id: str
    name: str
    title: int
    description: int
    large: tuple[int, int] | None
    smaller: str
    shape: str


LOOKS = (
    Look("x", "X", 70, 0, (300, 157), "X shows it as a small square", "1.91:1"),
    Look("facebook", "Facebook", 88, 110, (600, 315), "Facebook shows it small beside the text", "1.91:1"),
    Look("whatsapp", "WhatsApp", 65, 80, (300, 1), "WhatsApp leaves it out", "1.91:1"),
    Look("linkedin", "LinkedIn", 119, 0, (401, 1), "LinkedIn shows it as a thumbnail", "1.91:1"),
    Look("google", "Google", 60, 155, None, "", "1:1"),
)
