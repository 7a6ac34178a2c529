"""What portals and sites put around copy, recognised by whole line; one rule is one line of data.

A rule is tried only where the line's first word is one of its own, so a thousand rules would cost a line
no more than ten. `Read more books, ...` and `Follow us, she said ...` are sentences and no rule matches.
"""

import re
import unicodedata
from functools import cache
from typing import Literal

import msgspec

from syndication.on_demand import Expression
from syndication.prose.dates import DAY_PATTERN
from syndication.vocabulary.months import WEEKDAYS

Kind = Literal["line", "run", "end", "comments"]


class Rule(msgspec.Struct, frozen=True):
    """One kind of line that is not the story.

    `starts`: first words in lower case; `the+views` asks for the second word, as much news begins with the first.
    `kind`: `line` is only itself; after `run` the short lines that follow belong to it; `end` closes the story;
    `comments` opens the readers' comments.
    """

    name: str
    kind: Kind
    starts: str
    pattern: str


_NETWORKS = "twitter|whatsapp|facebook|reddit|e-?mail|x|telegram|linkedin|pinterest|instagram|copy link|print|sms|koo|threads|share|tweet"
_SITES = r"(?:google news|x|twitter|facebook|instagram|whatsapp|telegram|youtube|linkedin|threads|koo|social media)"

RULES = (
    Rule("share-row", "line", "share", rf"share(?: (?:this|the) (?:article|story|news|post|page))?(?: (?:on|via|with))?(?:[\s,|/]+(?:{_NETWORKS}))*\s*:?"),
    Rule("share-row", "line", "twitter facebook whatsapp tweet email print linkedin telegram copy reddit pinterest koo threads instagram", rf"(?:{_NETWORKS})(?:[\s,|/]+(?:{_NETWORKS}))*"),
    Rule("comments", "comments", "reader readers", r"readers?'?s?'? comments?\s*(?:\(\d+\))?:?"),
    Rule("comments", "comments", "comments", r"comments?\s*(?:\(\d{1,5}\))?:?"),
    Rule("comment-form", "end", "facebook", r"facebook comments?(?: box)?:?"),
    Rule("comment-form", "end", "leave post add write view show", r"(?:leave|post|add|write|view|show)(?: all| your| a)? (?:comments?|reply)[.:]?"),
    Rule("comment-form", "end", "we", r"we welcome thoughtful (?:discussions?|comments?)\b.{0,160}"),
    Rule("comment-form", "end", "minimum", r"minimum \d+ characters.{0,20}"),
    Rule("comment-form", "end", "your", r"your (?:e-?mail address will not be published|comment|name)\b.{0,60}"),
    Rule("read-also", "line", "also must recommended", r"(?:also|must|recommended)\s*(?:also )?(?:read|see|watch)\s*(?:[:|»>–—-].{0,200}|)"),
    Rule("read-also", "line", "read", r"read(?: (?:more|also|here|full story|the full story|in|on))?\s*(?:[:|»>→]+(?!\s*(?-i:[a-z])).{0,200}|[:|»>→]+|\.{3}|…)?"),
    Rule("invitation", "line", "read", r"read (?:all )?(?:the )?latest (?:news|updates)\b[^.!?]{0,160}[.!]?"),
    Rule("read-also", "line", "see", r"see also\s*[:|»>–—-].{0,200}"),
    Rule("topics", "run", "read", r"read more (?:news )?on\s*:?"),
    Rule("read-also", "line", "read", r"read more\s*[-–—].{0,200}"),
    Rule("click-here", "line", "click tap", r"(?:click|tap) (?:here|below|on the link)(?: (?:for|to)\b[^.!?]{0,160}[.!]?)?"),
    Rule("follow-us", "line", "follow like find", rf"(?:follow|like|find) (?:us|[\w. ]{{2,30}}) on (?:our |the )?{_SITES}\b[^.!?]{{0,120}}[.!]?"),
    Rule("follow-us", "line", "follow", r"follow us(?: (?:for|at|here)\b[^.!?]{0,100})?[.!:]?"),
    Rule("invitation", "line", "join", r"join (?:us|our|the)\b.{0,60}\b(?:whatsapp|telegram|channel|group|community)\b.{0,120}"),
    Rule("invitation", "line", "subscribe sign", r"(?:subscribe|sign up)(?: now)?(?: (?:to|for) (?:our|the|us|free|daily|breaking|news\w*|youtube|telegram)\b[^.,!?]{0,120})?[.!:]?"),
    Rule("invitation", "line", "download get install", r"(?:download|get|install) (?:the|our|all|latest)\b[^.!?]{0,80}\b(?:app|news|updates|alerts|newsletter|inbox)\b.{0,120}"),
    Rule("invitation", "line", "for", r"for (?:all |more |the )*(?:latest|breaking|live)\b.{0,120}\b(?:news|updates?)\b.{0,60}\b(?:download|follow|visit|click|log on|subscribe|app)\b.{0,120}"),
    Rule("invitation", "line", "for", r"for more (?:news|updates|stories|information|details)\b.{0,40}\b(?:follow|visit|click|download|subscribe|log on)\b.{0,120}"),
    Rule("invitation", "line", "get track catch check explore", r"(?!.*\b(?:said|says|told|added)\b)(?:get|track|catch|check|explore)(?: out)? (?:the |all |our |more )*(?:current|latest|live|breaking)\b.{0,160}\b(?:news|updates|headlines|coverage)\b.{0,240}"),
    Rule("invitation", "line", "you", r"you can (?:now |also )?(?:subscribe|follow us|download our|read our)\b.{0,200}"),
    Rule("greeting", "line", "good", r"good (?:morning|afternoon|evening)(?:,? [\w ]{2,30})?\s?[!,.]?"),
    Rule("greeting", "line", "dear", r"dear (?:readers?|editors?|subscribers?|sir|madam|all|team|friends?|colleagues?|media)\b(?:[ ,/]{1,3}(?:sir|madam|ma['’]am|all|and|friends|colleagues|editors?|team|readers?|partners?)\b){0,3}\s?[!,:.]?"),
    Rule("greeting", "line", "greetings hello hi namaste", r"(?:greetings|hello|hi|namaste)(?: (?:all|everyone|team|readers?|friends|there|from [\w ]{2,30}))?\s?[!,.]"),
    Rule("greeting", "line", "regards warm best kind thanks yours", r"(?:(?:warm|best|kind) )?regards\s?,?|(?:many )?thanks(?: (?:and|&) regards)?\s?,|yours (?:sincerely|faithfully|truly)\s?,?|best wishes\s?,?"),
    Rule("greeting", "line", "please kindly", r"(?:please|kindly) (?:find|see)\b[^.,!?]{0,60}\b(?:below|attached|enclosed|herewith)\b[^.,!?]{0,60}[.:]?"),
    Rule("feed-trailer", "line", "the+post the+article", r"the (?:post|article)\b.{1,240}\b(?:appeared first|first appeared|was (?:originally|first) published) on\b.{1,100}"),
    Rule("release-line", "line", "press media news for", r"(?:press|media|news) (?:release|note|statement)\s?[.:]?|for immediate release\s?[.:]?"),
    Rule("synopsis", "line", "synopsis", r"synopsis\s?:?"),
    Rule("edited-by", "line", "edited curated translated", r"(?:edited|curated|translated)(?: and \w+)? by(?:\s?:\s?[^!?]{2,80}|\s(?-i:[A-Z][\w.'’-]{1,20}(?:,? (?:and|&|[A-Z][\w.'’-]{0,20})){0,5})(?<!\.))"),
    Rule("invitation", "line", "catch stay", r"(?:catch|stay) (?:all|tuned|updated|informed|connected|up to date)\b[^.!?]{0,240}[.!]?"),
    Rule("invitation", "line", "don", r"don['’]t miss (?:the most important|a story|any|out|our)\b.{0,160}"),
    Rule("invitation", "line", "whatsapp telegram", r"(?:whatsapp|telegram) (?:channel|group)\b.{0,160}"),
    Rule("advertisement", "line", "advertisement advertisements sponsored promoted advertise", r"(?:advertisements?|sponsored(?: content)?|promoted(?: content| listen)?|advertise with us)[.:]?"),
    Rule("page-time", "line", "updated last first published posted", r"(?:(?:last |first )?(?:updated|published|modified)|posted)(?:(?: (?:on|at|date|by))?\s*:| (?:on|at)\b|\s[-–—]\s(?=(?-i:[A-Z])|\d))\s*(?=.{0,40}\d)[^;!?]{4,80}"),
    Rule("more-stories", "run", "more", r"more (?:from (?:this section|[\w .]{2,30})|news|stories|on this)[:.]?"),
    Rule("more-stories", "run", "related similar trending popular recommended most top latest you next previous", r"(?:related (?:news|stories|story|articles?|posts?|topics|links?)|similar stories|trending(?: now| news| topics| stories)?|popular(?: stories| news)?|recommended(?: stories| for you)?|most (?:read|popular|viewed)|top (?:news|stories|headlines)|latest (?:news|stories|updates|headlines)|you (?:may|might) also like|next (?:story|article)|previous (?:story|article))\s*:?"),
    Rule("more-to-come", "line", "more", r"more(?: follows| to follow| to come)?[.]?"),
    Rule("topics", "run", "topics", r"topics mentioned in this article[:.]?"),
    Rule("topics", "line", "topics tags tag keywords filed", r"(?:topics?|tags?|keywords|filed under)\s*:.{0,300}"),
    Rule("topics", "line", "tags topics", r"(?:tags|topics)"),
    Rule("featured-video", "run", "featured", r"featured video(?: of the day)?[:.]?"),
    Rule("about-portal", "line", "about", r"about (?:us|[\w .&'-]{2,40}): .{0,400}\b(?:news|website|portal|daily|magazine)\b.{0,400}"),
    Rule("page-menu", "line", "home skip sign menu search log login back print e-paper", r"(?:home(?:\s*[>»/|›].{0,120})?|skip to (?:main )?content|sign in|menu|search|log ?in|back to top|e-?paper|print)"),
    Rule("cookies", "line", "we this by accept", r"(?:we|this (?:web)?site) uses? cookies\b.{0,300}|by (?:clicking|continuing)\b.{0,80}\b(?:cookies|agree)\b.{0,200}|accept (?:all )?cookies"),
    Rule("captcha", "line", "verify i enter checking please prove", r"verify(?:ing)? (?:that )?you are (?:a )?human\b.{0,80}|i['’]?m not a robot|enter the captcha.{0,60}|checking your browser.{0,80}|please (?:enter the captcha|verify you|enable javascript).{0,100}|prove you are human.{0,60}"),
    Rule("photo-line", "line", "photo photos image images pic pics picture file photograph courtesy credit representational representative", r"(?:file |representational |representative )?(?:photo|image|pic|picture|photograph)s?(?: credits?| courtesy| source)?\s*[:/|-].{1,100}|(?:courtesy|credit)s?\s*:.{1,80}|(?:file|representational|representative) (?:photo|image|picture)s?\.?"),
    Rule("photo-line", "line", "source sources via", r"[(\[](?:sources?|via)\s?[:/] ?[^()\[\]]{2,80}[)\]]\.?"),
    Rule("end-mark", "end", "nnnn", r"nnnn"),
    Rule("end-mark", "end", "end ends eom", r"(?:ends?|eom|ends here|end of (?:the )?(?:story|article|press release|release|message))[.]?"),
    Rule("about-author", "end", "about", r"about the (?:author|writer)s?\s?:?"),
    Rule("media-contact", "end", "media press for contact", r"(?:media|press) (?:contacts?|enquiries|inquiries|relations)\s?:.{0,120}|for (?:media|press|more|further) (?:enquiries|inquiries|information|details)\b,? ?(?:please )?(?:contact|write to|e-?mail|call)?\s?:.{0,160}|contact(?: us| details| person)?\s?:(?=\s{0,3}\Z|.{0,80}[@\d]).{0,120}"),
    Rule("advertisement", "line", "story article", r"(?:story|article) continues (?:below|after)\b.{0,60}"),
    Rule("end-mark", "end", "30", r"[-–—=*# ]{1,6}30[-–—=*# ]{1,6}"),
    Rule("views", "line", "the+views the+opinions views opinions", r"(?:the )?(?:views|opinions)(?: (?:and opinions|or opinions))?(?: are| expressed)\b.{0,120}\b(?:personal|author['’]?s?|his own|her own|their own|writer['’]?s?)\b.{0,120}"),
    Rule("contact", "line", "the+writer the+writers the+author the+authors the+columnist the+columnists the+reporter the+reporters the+correspondent the+correspondents", r"the (?:writer|author|columnist|reporter|correspondent)s? (?:can|may) be (?:contacted|reached)\b.{0,120}"),
    Rule("reporting", "line", "reporting additional editing writing compiled reported", r"(?:(?:additional )?reporting|editing|writing|compiled|compiling|reported(?=[^;]{5,80};)) (?:and \w+ )?by (?-i:[A-Z]).{1,300}"),
)  # fmt: skip

_OTHER_SCRIPTS = (
    ("read-also", ("यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "जरूर पढ़ें", "ज़रूर पढ़ें", "और पढ़ें", "یہ بھی پڑھیں", "مزید پڑھیں")),
    ("advertisement", ("विज्ञापन", "اشتہار")),
    ("share-row", ("शेयर करें",)),
    ("photo-line", ("फोटो:", "फोटो :", "(फोटो", "तस्वीर:", "تصویر:")),
)  # fmt: skip

_FIRST = Expression(r"[\W_]{0,12}([^\W_]{1,20}(?:(?<=\bthe) [^\W_]{1,20})?)", re.IGNORECASE)
_EDGES = " |*»>•–—-_=[]()~#:/\t"
_CONTACT = Expression(r"\bcan be (?:contacted|reached)\b.{0,40}\S@\S", re.IGNORECASE)
_ADDRESS = Expression(r"[(<\[]?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[)>\]]?\Z")
_HASHTAGS = Expression(r"(?:#\w{2,40}\s{0,3}){1,20}\Z")
_TIME_ALONE = Expression(
    rf"(?:(?:(?:last\s)?(?:updated|published|posted)\s)?(?:on\s)?)(?:(?:{'|'.join(w for w in WEEKDAYS if w.isascii())}|mon|tue|wed|thu|fri|sat|sun)\b[,.]?\s)?{DAY_PATTERN}[\s,|•·–-]{{0,4}}(?:at\s)?"
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?\s?(?:hrs)?\s?\(?(?:IST|GMT|UTC)?\)?)?\Z",
    re.IGNORECASE,
)
_VIEWS = Expression(r"\b(?:views|opinions)\b[^.]{0,80}\bpersonal\b", re.IGNORECASE)
_LONGEST = 600
_DRAWN = "\u2fff"  # behind it stand letters and pictures, with which nobody draws a line

_BY_FIRST: dict[str, list[Rule]] = {}
for _rule in RULES:
    for _word in _rule.starts.split():
        _BY_FIRST.setdefault(_word.replace("+", " "), []).append(_rule)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return the expression of a rule; most are never met, so none is compiled before its first word is."""
    return re.compile(rf"(?:{pattern})\s*\Z", re.IGNORECASE)


STARTS = frozenset(_BY_FIRST)
"""First words, after `the` the first two, without which no rule of `RULES` is tried."""
_SHORT_SCRIPTS = tuple(
    (name, tuple(unicodedata.normalize("NFC", w) for w in ws)) for name, ws in _OTHER_SCRIPTS
)


def rule(line: str) -> Rule | None:  # noqa: PLR0911  # one return for each shape of line
    """Return the rule that says `line` is furniture, or None."""
    if len(line) > _LONGEST:
        return None
    first = _FIRST.match(line)
    if not first:
        drawn = not any(sign.isalnum() or sign > _DRAWN for sign in line[:80])
        return Rule("rule-line", "line", "", "") if drawn else None
    if line[0] == "#" and _HASHTAGS.match(line):
        return Rule("topics", "line", "", "")
    found = _BY_FIRST.get(first[1].lower())
    if len(line) < 70 and any(map(str.isdigit, line)) and _TIME_ALONE.match(line):
        return Rule("page-time", "line", "", "")
    if found:
        bare = line.strip(_EDGES) or line
        for candidate in found:
            pattern = _compiled(candidate.pattern)
            if pattern.match(line) or pattern.match(bare):
                return candidate
    if "@" in line and len(line) < 200 and (_CONTACT.search(line) or _ADDRESS.match(line)):
        return Rule("contact", "line", "", "")
    if line[0] in "([*" and "personal" in line and len(line) < 300 and _VIEWS.search(line):
        return Rule("views", "line", "", "")
    if not line.isascii() and len(line) < 160:
        return _other_script(line)
    return None


def _other_script(line: str) -> Rule | None:
    text = unicodedata.normalize("NFC", line).strip(" |*»>•–—-")
    for name, words in _SHORT_SCRIPTS:
        for word in words:
            if text.startswith(word) and (
                len(text) == len(word) or text[len(word)] in " :-–—|," or word[-1] in ":("
            ):
                rest = text[len(word) :].strip()
                if name != "advertisement" or not rest:
                    return Rule(name, "line", "", "")
    return None
