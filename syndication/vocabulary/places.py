"""Places whose country is certain: countries, Indian states, big cities that no other land shares."""

import re
from functools import cache

from syndication.on_demand import Expression

# Names in several spellings are separated by "|"; the first is the canonical one.
_COUNTRIES = {
    "AE": "United Arab Emirates|UAE", "AF": "Afghanistan", "AR": "Argentina", "AT": "Austria",
    "AU": "Australia", "BD": "Bangladesh", "BE": "Belgium", "BH": "Bahrain", "BR": "Brazil", "BT": "Bhutan",
    "BY": "Belarus", "CA": "Canada", "CH": "Switzerland", "CL": "Chile", "CN": "China", "CO": "Colombia",
    "CU": "Cuba", "CY": "Cyprus", "CZ": "Czech Republic|Czechia", "DE": "Germany", "DK": "Denmark",
    "EG": "Egypt", "ES": "Spain", "ET": "Ethiopia", "FI": "Finland", "FR": "France",
    "GB": "United Kingdom|UK|Britain|England|Scotland|Wales", "GH": "Ghana", "GR": "Greece",
    "HT": "Haiti", "HU": "Hungary", "ID": "Indonesia", "IE": "Ireland", "IL": "Israel", "IN": "India|भारत",
    "IQ": "Iraq", "IR": "Iran", "IT": "Italy", "JP": "Japan", "KE": "Kenya", "KP": "North Korea",
    "KR": "South Korea|Republic of Korea", "KW": "Kuwait", "KZ": "Kazakhstan", "LB": "Lebanon",
    "LK": "Sri Lanka", "MA": "Morocco", "MM": "Myanmar", "MU": "Mauritius", "MV": "Maldives", "MX": "Mexico",
    "MY": "Malaysia", "NG": "Nigeria", "NL": "Netherlands|The Netherlands", "NO": "Norway", "NP": "Nepal",
    "NZ": "New Zealand", "OM": "Oman", "PE": "Peru", "PH": "Philippines|The Philippines", "PK": "Pakistan",
    "PL": "Poland", "PT": "Portugal", "QA": "Qatar", "RO": "Romania", "RU": "Russia", "RW": "Rwanda",
    "SA": "Saudi Arabia", "SD": "Sudan", "SE": "Sweden", "SG": "Singapore", "SY": "Syria", "TH": "Thailand",
    "TR": "Turkey|Turkiye|Türkiye", "TW": "Taiwan", "TZ": "Tanzania", "UA": "Ukraine", "UG": "Uganda",
    "US": "United States|USA|US|U.S.|United States of America", "UZ": "Uzbekistan", "VE": "Venezuela",
    "VN": "Vietnam", "YE": "Yemen", "ZA": "South Africa", "ZM": "Zambia", "ZW": "Zimbabwe",
    "AL": "Albania", "AM": "Armenia", "AO": "Angola", "AZ": "Azerbaijan", "BA": "Bosnia|Bosnia-Herzegovina",
    "BB": "Barbados", "BF": "Burkina Faso", "BG": "Bulgaria", "BI": "Burundi", "BJ": "Benin", "BN": "Brunei",
    "BO": "Bolivia", "BS": "Bahamas", "BW": "Botswana", "CD": "Congo|DR Congo", "CI": "Ivory Coast",
    "CM": "Cameroon", "CR": "Costa Rica", "DO": "Dominican Republic", "DZ": "Algeria", "EC": "Ecuador",
    "EE": "Estonia", "ER": "Eritrea", "FJ": "Fiji", "GA": "Gabon", "GL": "Greenland", "GM": "Gambia",
    "GN": "Guinea", "GT": "Guatemala", "GY": "Guyana", "HN": "Honduras", "HR": "Croatia", "IS": "Iceland",
    "JM": "Jamaica", "KG": "Kyrgyzstan", "KH": "Cambodia", "LA": "Laos", "LR": "Liberia", "LS": "Lesotho",
    "LT": "Lithuania", "LU": "Luxembourg", "LV": "Latvia", "LY": "Libya", "MC": "Monaco", "MD": "Moldova",
    "ME": "Montenegro", "MG": "Madagascar", "MK": "North Macedonia", "ML": "Mali", "MN": "Mongolia",
    "MR": "Mauritania", "MT": "Malta", "MW": "Malawi", "MZ": "Mozambique", "NA": "Namibia", "NE": "Niger",
    "NI": "Nicaragua", "PA": "Panama", "PG": "Papua New Guinea", "PS": "Gaza|Gaza Strip|West Bank",
    "PY": "Paraguay", "RS": "Serbia", "SC": "Seychelles", "SI": "Slovenia", "SK": "Slovakia",
    "SL": "Sierra Leone", "SN": "Senegal", "SO": "Somalia", "SR": "Suriname", "SS": "South Sudan",
    "SV": "El Salvador", "TJ": "Tajikistan", "TL": "Timor-Leste|East Timor", "TM": "Turkmenistan",
    "TN": "Tunisia", "TO": "Tonga", "TT": "Trinidad and Tobago|Trinidad", "UY": "Uruguay", "VU": "Vanuatu",
    "WS": "Samoa", "XK": "Kosovo",
}  # fmt: skip
# Also names of people: a region behind a city, but no place that a line may begin with.
_ONLY_BEHIND = {"jordan": "JO", "chad": "TD", "togo": "TG"}

# Georgia and Punjab are left out: each is a place in two lands.
_STATES = {
    "IN": "Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Goa|Gujarat|Haryana|Himachal Pradesh|"
    "Jharkhand|Karnataka|Kerala|Madhya Pradesh|Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Orissa|"
    "Rajasthan|Sikkim|Tamil Nadu|Telangana|Tripura|Uttar Pradesh|Uttarakhand|West Bengal|J&K|"
    "Jammu and Kashmir|Jammu & Kashmir|Ladakh|UP|MP|बिहार|उत्तर प्रदेश|मध्य प्रदेश|राजस्थान|महाराष्ट्र",
    "PK": "Sindh|Khyber Pakhtunkhwa|Balochistan",
    "US": "Alabama|Alaska|Arizona|Arkansas|California|Calif.|Colorado|Colo.|Connecticut|Conn.|Florida|Fla.|"
    "Hawaii|Illinois|Ill.|Indiana|Ind.|Iowa|Kansas|Kentucky|Ky.|Louisiana|La.|Maryland|Md.|Massachusetts|"
    "Mass.|Michigan|Mich.|Minnesota|Minn.|Mississippi|Miss.|Missouri|Mo.|Montana|Nebraska|Neb.|Nevada|Nev.|"
    "New Hampshire|N.H.|New Jersey|N.J.|New Mexico|N.M.|North Carolina|N.C.|Ohio|Oklahoma|Okla.|Oregon|Ore.|"
    "Pennsylvania|Pa.|Rhode Island|R.I.|South Carolina|S.C.|Tennessee|Tenn.|Texas|Utah|Vermont|Vt.|"
    "Virginia|Va.|D.C.|DC|Wisconsin|Wis.|Wyoming|Wyo.",
    "CA": "Ontario|Quebec|Alberta|British Columbia|Manitoba",
    "AU": "New South Wales|Queensland|Tasmania",
}  # fmt: skip

_CITIES = {
    "IN": "New Delhi|Delhi|Mumbai|Bombay|Kolkata|Calcutta|Chennai|Madras|Bengaluru|Bangalore|Pune|Patna|"
    "Ahmedabad|Lucknow|Jaipur|Bhopal|Indore|Nagpur|Surat|Kanpur|Kochi|Cochin|Thiruvananthapuram|Trivandrum|"
    "Bhubaneswar|Guwahati|Ranchi|Raipur|Chandigarh|Dehradun|Shimla|Srinagar|Jammu|Panaji|Panjim|Agartala|"
    "Imphal|Shillong|Aizawl|Kohima|Itanagar|Gangtok|Visakhapatnam|Vijayawada|Amaravati|Tirupati|Mysuru|"
    "Mysore|Mangaluru|Mangalore|Udupi|Coimbatore|Madurai|Puducherry|Varanasi|Prayagraj|Agra|Noida|Gurugram|"
    "Gurgaon|Ghaziabad|Faridabad|Amritsar|Ludhiana|Jodhpur|Udaipur|Kota|Gwalior|Jabalpur|Vadodara|Rajkot|"
    "Gandhinagar|Nashik|Thane|Navi Mumbai|Alappuzha|Kozhikode|Thrissur|Kannur|Kollam|Cuttack|Puri|Gaya|"
    "Jamshedpur|Dhanbad|Siliguri|Darjeeling|Ayodhya|Meerut|Leh|Port Blair|Haridwar|Rishikesh|"
    "Sawai Madhopur|Thoothukudi|Secunderabad|Warangal|Nellore|Guntur|Kurnool|Rajahmundry|Kakinada|Nizamabad|"
    "Karimnagar|Tiruchirappalli|Tiruchi|Erode|Tirunelveli|Vellore|Thanjavur|Kanyakumari|Nagercoil|"
    "Hubballi|Hubli|Dharwad|Belagavi|Kalaburagi|Ballari|Shivamogga|Tumakuru|Davanagere|Palakkad|"
    "Malappuram|Kottayam|Wayanad|Kasaragod|Idukki|Solapur|Kolhapur|Satara|Sangli|Akola|Amravati|Jalgaon|"
    "Latur|Nanded|Chandrapur|Gadchiroli|Palghar|Raigad|Ratnagiri|Bhavnagar|Jamnagar|Junagadh|Porbandar|Bhuj|"
    "Kutch|Mehsana|Ajmer|Bikaner|Alwar|Bharatpur|Barmer|Jaisalmer|Sikar|Bhilwara|Churu|Ujjain|Rewa|"
    "Satna|Khandwa|Chhindwara|Bilaspur|Bastar|Jagdalpur|Dantewada|Bijapur|Sukma|Durg|Korba|Muzaffarpur|"
    "Bhagalpur|Darbhanga|Purnea|Begusarai|Motihari|Bettiah|Siwan|Nalanda|Sasaram|Bokaro|Hazaribagh|Deoghar|"
    "Giridih|Rourkela|Sambalpur|Berhampur|Balasore|Malkangiri|Koraput|Asansol|Durgapur|Howrah|Kharagpur|"
    "Malda|Murshidabad|Jalpaiguri|Cooch Behar|Alipurduar|Bardhaman|Dibrugarh|Jorhat|Tezpur|Silchar|Tinsukia|"
    "Kokrajhar|Dimapur|Churachandpur|Tura|Lunglei|Tawang|Pasighat|Namchi|Bareilly|Aligarh|Moradabad|"
    "Saharanpur|Gorakhpur|Jhansi|Mathura|Vrindavan|Muzaffarnagar|Azamgarh|Ballia|Bahraich|Lakhimpur Kheri|"
    "Rae Bareli|Amethi|Sultanpur|Mirzapur|Sonbhadra|Hathras|Shahjahanpur|Unnao|Etawah|Mainpuri|Nainital|"
    "Haldwani|Mussoorie|Pithoragarh|Uttarkashi|Chamoli|Joshimath|Rudraprayag|Almora|Roorkee|Manali|Kullu|"
    "Dharamshala|Solan|Kangra|Jalandhar|Patiala|Bathinda|Mohali|Pathankot|Gurdaspur|Ferozepur|"
    "Panchkula|Karnal|Panipat|Ambala|Hisar|Rohtak|Sonipat|Kurukshetra|Sirsa|Anantnag|Baramulla|Kupwara|"
    "Pulwama|Shopian|Poonch|Rajouri|Udhampur|Kathua|Doda|Kargil|Margao|Vasco|Silvassa|Daman|Kavaratti|"
    "नई दिल्ली|दिल्ली|मुंबई|लखनऊ|पटना|भोपाल|जयपुर|कोलकाता|चेन्नई|बेंगलुरु|रांची|रायपुर|"
    "देहरादून|अहमदाबाद|वाराणसी|अयोध्या|नोएडा|गुरुग्राम|चंडीगढ़|श्रीनगर|इंदौर|पुणे|नागपुर|कानपुर|"
    "نئی دہلی|دہلی|ممبئی|لکھنؤ|پٹنہ|کولکاتا|سری نگر|بھوپال",
    "AE": "Dubai|Abu Dhabi|Sharjah|دبئی", "AF": "Kabul|Kandahar|کابل|काबुल", "AR": "Buenos Aires",
    "AU": "Canberra|Brisbane|Melbourne|Sydney|Adelaide", "BD": "Dhaka|Chittagong|Cox's Bazar|ढाका|ڈھاکہ",
    "BE": "Brussels", "BR": "Brasilia|Rio de Janeiro|Sao Paulo", "BT": "Thimphu", "CA": "Ottawa|Toronto",
    "CH": "Geneva|Zurich|Davos", "CN": "Beijing|Shanghai|बीजिंग|بیجنگ", "CO": "Bogota", "CU": "Havana",
    "DE": "Berlin|Munich|Frankfurt", "DK": "Copenhagen", "EG": "Cairo", "ES": "Madrid", "ET": "Addis Ababa",
    "FI": "Helsinki", "FR": "Paris", "GR": "Athens", "HN": "Tegucigalpa", "HT": "Port-au-Prince",
    "HU": "Budapest", "ID": "Jakarta", "IE": "Dublin", "IL": "Jerusalem|Tel Aviv|तेल अवीव", "IQ": "Baghdad",
    "IR": "Tehran|तेहरान|تہران", "IT": "Rome|Milan", "JP": "Tokyo|Osaka|टोक्यो", "KE": "Nairobi",
    "KP": "Pyongyang", "KR": "Seoul|Busan|सियोल", "LB": "Beirut", "LK": "Colombo|कोलंबो", "MM": "Yangon|Naypyitaw",
    "MU": "Port Louis", "MX": "Mexico City", "MY": "Kuala Lumpur", "NG": "Abuja|Lagos", "NL": "Amsterdam",
    "NO": "Oslo", "NP": "Kathmandu|Pokhara|काठमांडू|کھٹمنڈو", "NZ": "Auckland|Wellington", "OM": "Muscat",
    "PH": "Manila", "PK": "Islamabad|Karachi|Lahore|Peshawar|Quetta|Rawalpindi|इस्लामाबाद|कराची|लाहौर|"
    "اسلام آباد|کراچی|لاہور|پشاور", "PL": "Warsaw", "PT": "Lisbon", "QA": "Doha|दोहा|دوحہ", "RU": "Moscow|मॉस्को|ماسکو",
    "SA": "Riyadh|Jeddah|Mecca|Medina|ریاض", "SE": "Stockholm", "SY": "Damascus", "TH": "Bangkok",
    "TR": "Ankara|Istanbul", "TW": "Taipei", "UA": "Kyiv|Kiev|कीव", "US": "Washington|Washington D.C.|Washington DC|New York|"
    "Los Angeles|Chicago|Houston|San Francisco|Fort Worth|Atlanta|Seattle|Boston|United Nations|वाशिंगटन|"
    "न्यूयॉर्क|واشنگٹن|نیویارک", "GB": "London|लंदन|لندن", "VN": "Hanoi", "ZA": "Johannesburg|Cape Town|Pretoria",
    "AL": "Tirana", "AM": "Yerevan", "AO": "Luanda", "AT": "Vienna", "AZ": "Baku", "BA": "Sarajevo",
    "BB": "Bridgetown", "BH": "Manama", "BO": "La Paz", "BW": "Gaborone", "BY": "Minsk",
    "CD": "Kinshasa", "CL": "Santiago", "CM": "Yaounde", "CY": "Nicosia", "CZ": "Prague", "DZ": "Algiers",
    "EC": "Quito", "EE": "Tallinn", "FJ": "Suva", "GE": "Tbilisi", "GH": "Accra", "GT": "Guatemala City",
    "HR": "Zagreb", "IS": "Reykjavik", "JO": "Amman", "KG": "Bishkek", "KH": "Phnom Penh",
    "KW": "Kuwait City", "KZ": "Astana|Almaty", "LA": "Vientiane", "LT": "Vilnius", "LV": "Riga",
    "LY": "Tripoli", "MA": "Rabat|Casablanca", "MG": "Antananarivo", "MN": "Ulaanbaatar", "MT": "Valletta",
    "MW": "Lilongwe", "MZ": "Maputo", "NA": "Windhoek", "NE": "Niamey", "PA": "Panama City", "PE": "Lima",
    "PG": "Port Moresby", "PS": "Ramallah|Gaza City", "PY": "Asuncion", "RO": "Bucharest", "RS": "Belgrade",
    "RW": "Kigali", "SD": "Khartoum", "SI": "Ljubljana", "SK": "Bratislava", "SN": "Dakar",
    "SO": "Mogadishu", "SS": "Juba", "TJ": "Dushanbe", "TL": "Dili", "TM": "Ashgabat", "TN": "Tunis",
    "TT": "Port of Spain", "TZ": "Dar es Salaam|Dodoma", "UG": "Kampala", "UY": "Montevideo",
    "UZ": "Tashkent|Samarkand", "VE": "Caracas", "ZM": "Lusaka", "BF": "Ouagadougou", "ML": "Bamako",
    "MD": "Chisinau", "ME": "Podgorica", "MK": "Skopje", "XK": "Pristina",
    "ZW": "Harare", "SG": "Singapore", "MV": "Male", "YE": "Sanaa",
}  # fmt: skip
_INTERNATIONAL = frozenset({"united nations"})  # a dateline of its own, on no country's ground


def _table(names: dict[str, str]) -> dict[str, str]:
    return {n.casefold(): code for code, listed in names.items() for n in listed.split("|")}


@cache
def _regions() -> dict[str, str]:
    return _table(_COUNTRIES) | _table(_STATES)


@cache
def _known() -> dict[str, str]:
    return _regions() | _table(_CITIES)


@cache
def _shapes() -> dict[str, str]:
    tables = (_COUNTRIES, _STATES, _CITIES)
    return {n.casefold(): n for t in tables for listed in t.values() for n in listed.split("|")}


_WORDS = Expression(r"[^\W\d_]+")


def _key(name: str) -> str:
    return name.replace("’", "'").casefold()


def known(name: str) -> bool:
    """Say whether `name` is a place of this table, in any case of its letters."""
    return _key(name) in _known()


def region(name: str) -> bool:
    """Say whether `name` is a country or a state, which follows a city rather than standing for one."""
    key = _key(name)
    return key in _regions() or key in _ONLY_BEHIND


def country(name: str) -> str | None:
    """Return the ISO 3166 alpha-2 code of a place, None where it is not certain."""
    key = _key(name)
    return None if key in _INTERNATIONAL else _known().get(key) or _ONLY_BEHIND.get(key)


def cased(name: str) -> str:
    """Return a place printed in capitals as it is written otherwise; any other name as it stands."""
    if not name.isupper() or len(name) < 3:
        return name
    shape = _shapes().get(_key(name))
    return shape or _WORDS.sub(_title, name)


def _title(word: re.Match[str]) -> str:
    before = word.string[word.start() - 1 : word.start()]
    return word[0].lower() if before in "'’" and len(word[0]) == 1 else word[0].capitalize()
