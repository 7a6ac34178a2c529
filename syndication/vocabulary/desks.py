"""The desks of a newsroom, as sign-offs and feeds name them."""

DESKS: dict[str, str] = {
    "int": "International",
    "nat": "National",
    "biz": "Business",
    "spo": "Sport",
    "spt": "Sport",
    "ent": "Entertainment",
    "lif": "Lifestyle",
    "tec": "Technology",
    "sci": "Science",
    "hea": "Health",
    "edu": "Education",
    "env": "Environment",
    "eco": "Economy",
    "pol": "Politics",
    "cri": "Crime",
    "dip": "Diplomacy",
    "def": "Defence",
    "fea": "Features",
}
"""Code to name. A first group of initials is a desk only when it is one of these and another follows."""
