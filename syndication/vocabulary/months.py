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
_BENGALI = (
    "জানুয়ারি জানুয়ারী জানুয়ারি", "ফেব্রুয়ারি ফেব্রুয়ারী ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট আগষ্ট",
    "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর",
)  # fmt: skip
_MARATHI = (
    "जानेवारी", "फेब्रुवारी", "मार्च", "एप्रिल", "मे", "जून", "जुलै", "ऑगस्ट", "सप्टेंबर", "ऑक्टोबर", "नोव्हेंबर", "डिसेंबर",
)  # fmt: skip
_NEPALI = (
    "जनवरी",
    "फेब्रुअरी",
    "मार्च",
    "अप्रिल",
    "मे",
    "जुन",
    "जुलाई",
    "अगस्ट",
    "सेप्टेम्बर",
    "अक्टोबर",
    "नोभेम्बर",
    "डिसेम्बर",
)
_GUJARATI = (
    "જાન્યુઆરી", "ફેબ્રુઆરી", "માર્ચ", "એપ્રિલ", "મે", "જૂન", "જુલાઈ જુલાઇ", "ઓગસ્ટ ઑગસ્ટ", "સપ્ટેમ્બર", "ઓક્ટોબર ઑક્ટોબર",
    "નવેમ્બર", "ડિસેમ્બર",
)  # fmt: skip
_PUNJABI = (
    "ਜਨਵਰੀ", "ਫਰਵਰੀ ਫ਼ਰਵਰੀ", "ਮਾਰਚ", "ਅਪ੍ਰੈਲ", "ਮਈ", "ਜੂਨ", "ਜੁਲਾਈ", "ਅਗਸਤ", "ਸਤੰਬਰ", "ਅਕਤੂਬਰ", "ਨਵੰਬਰ", "ਦਸੰਬਰ",
)  # fmt: skip
_TAMIL = (
    "ஜனவரி ஜன", "பிப்ரவரி பிப்", "மார்ச்", "ஏப்ரல் ஏப்", "மே", "ஜூன்", "ஜூலை", "ஆகஸ்ட் ஆக", "செப்டம்பர் செப்", "அக்டோபர் அக்",
    "நவம்பர் நவ", "டிசம்பர் டிச",
)  # fmt: skip
_TELUGU = (
    "జనవరి", "ఫిబ్రవరి", "మార్చి", "ఏప్రిల్", "మే", "జూన్", "జూలై జులై", "ఆగస్టు ఆగస్ట్", "సెప్టెంబర్ సెప్టెంబరు", "అక్టోబర్ అక్టోబరు",
    "నవంబర్ నవంబరు", "డిసెంబర్ డిసెంబరు",
)  # fmt: skip
_KANNADA = (
    "ಜನವರಿ", "ಫೆಬ್ರವರಿ", "ಮಾರ್ಚ್", "ಏಪ್ರಿಲ್", "ಮೇ", "ಜೂನ್", "ಜುಲೈ", "ಆಗಸ್ಟ್", "ಸೆಪ್ಟೆಂಬರ್", "ಅಕ್ಟೋಬರ್", "ನವೆಂಬರ್", "ಡಿಸೆಂಬರ್",
)  # fmt: skip
_MALAYALAM = (
    "ജനുവരി", "ഫെബ്രുവരി", "മാർച്ച്", "ഏപ്രിൽ", "മേയ് മെയ്", "ജൂൺ", "ജൂലൈ", "ഓഗസ്റ്റ് ആഗസ്റ്റ്", "സെപ്റ്റംബർ", "ഒക്ടോബർ", "നവംബർ",
    "ഡിസംബർ",
)  # fmt: skip
_ODIA = (
    "ଜାନୁଆରୀ", "ଫେବୃଆରୀ ଫେବ୍ରୁଆରୀ", "ମାର୍ଚ୍ଚ", "ଏପ୍ରିଲ", "ମଇ", "ଜୁନ", "ଜୁଲାଇ", "ଅଗଷ୍ଟ", "ସେପ୍ଟେମ୍ବର", "ଅକ୍ଟୋବର", "ନଭେମ୍ବର", "ଡିସେମ୍ବର",
)  # fmt: skip
# English last: where a word is in several, its number is the same.
_LANGUAGES = (
    _SPANISH, _FRENCH, _ODIA, _MALAYALAM, _KANNADA, _TELUGU, _TAMIL, _PUNJABI, _GUJARATI, _NEPALI, _MARATHI,
    _BENGALI, _URDU, _HINDI, _ENGLISH,
)  # fmt: skip

MONTHS: dict[str, int] = {
    word: number
    for language in _LANGUAGES
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
