"""The letters that wires print for a time zone, with the offset they mean there."""

from datetime import timedelta, timezone

_MINUTES = {
    "ist": 330, "gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "gst": 240, "pkt": 300, "pst": -480, "pdt": -420, "mst": -420, "mdt": -360, "cst": -360,
    "cdt": -300, "est": -300, "edt": -240, "npt": 345, "bdt": 360, "sgt": 480, "hkt": 480, "jst": 540,
    "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip

ZONES: dict[str, timezone] = {
    name: timezone(timedelta(minutes=minutes), name.upper()) for name, minutes in _MINUTES.items()
}
"""Zone letters in lower case to a fixed offset. IST is India's, as an Indian wire means it."""
