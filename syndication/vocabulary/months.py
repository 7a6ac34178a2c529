"""The words for months and weekdays in the languages of the wires."""

_ENGLISH = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
    "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip
_HINDI = (
    "जनवरी जन.", "फरवरी फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त",
    "सितंबर सितम्बर", "अक्टूबर अक्तूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर",
)  # fmt: skip
_URDU = (
    "جنوری", "فروری", "مارچ", "اپریل", "مئی مئ", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
)  # fmt: skip
_FRENCH = (
    "janv janvier", "fév févr février", "mars", "avr avril", "mai", "juin", "juil juillet", "août",
    "septembre", "octobre", "novembre", "déc décembre",
)  # fmt: skip
_SPANISH = (
    "ene enero", "febrero", "marzo", "abr abril", "mayo", "junio", "julio", "ago agosto",
    "septiembre", "octubre", "noviembre", "dic diciembre",
)  # fmt: skip

MONTHS: dict[str, int] = {
    word: number
    for language in (_SPANISH, _FRENCH, _URDU, _HINDI, _ENGLISH)
    for number, words in enumerate(language, 1)
    for word in words.split()
}
"""Month word in lower case, without a full stop, to its number 1 to 12."""

# Urdu words for Monday and Saturday that also mean "saint" and "week" are left to their other names.
_WEEKS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "سوموار منگل بدھ جمعرات جمعہ سنیچر اتوار",
)

WEEKDAYS: dict[str, int] = {word: number for week in _WEEKS for number, word in enumerate(week.split())}
"""Weekday word in lower case to its number, Monday 0 (as `date.weekday`)."""
