"""A story in, the language it is written in out, told by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lintnews import lazily

if TYPE_CHECKING:
    from lintnews.ledger import Story

ENGLISH = "en"

_COMMON = {
    ENGLISH: "the of and to in that was for with said is on by it his from he at as have",
    "fr": "le la les des et est dans que une pour qui sur avec pas au du plus elle il ont été par cette sont",
    "de": "der die das und ist nicht ein eine mit den von zu auf für im dem sich auch dass am sie hat wurde bei nach",
    "es": "el la los de que y en un una por con para del las no se su es como más fue al ha",
    "it": "il la di che e un una per non con del della sono le gli si nel è ha dei alla al più",
    "pt": "o a os de que e em um uma com não do da se por no na para dos foi mais ao é",
    "nl": "de het een en van is op dat te niet voor met zijn in er werd aan bij ook naar dit",
    "sv": "och att det som en på är av för med den till inte har ett om var han de i",
    "da": "og at det som en på er af for med den til ikke har et om var han de i",
    "no": "og at det som en på er av for med den til ikke har et om var han de i",
    "fi": "ja on ei se että oli hän ovat mutta myös kuin joka sekä jos vain",
    "pl": "w i na z do że nie się to jest o po jak od za przez",
    "cs": "v a na se je že s z do o to ve pro který za po jsou by",
    "ro": "de și în a la cu pe că din pentru o nu este care mai un au fost",
    "hu": "a az és hogy nem is egy volt meg már csak ez van",
    "tr": "ve bir bu için ile de da olarak çok daha olan gibi sonra",
    "id": "yang di dan dengan untuk dari ini pada tidak dalam akan itu oleh juga",
}
#: What the reader of a message calls a language; one that is none of these is named by its tag.
NAMES = {
    "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish", "da": "Danish",
    "no": "Norwegian", "fi": "Finnish", "pl": "Polish", "cs": "Czech", "ro": "Romanian", "hu": "Hungarian", "tr": "Turkish",
    "id": "Indonesian", "cyrillic": "Cyrillic letters", "arabic": "Arabic letters", "hebrew": "Hebrew letters", "greek": "Greek letters",
    "cjk": "Chinese or Japanese characters", "hiragana": "Japanese characters", "katakana": "Japanese characters",
    "hangul": "Korean letters", "devanagari": "Devanagari letters", "thai": "Thai letters", "bengali": "Bengali letters",
    "tamil": "Tamil letters",
}  # fmt: skip
#: Words that hardly any other language has, as they stand in running text, and the share of the words they are at least in English.
_TELLING_ENGLISH = (" the ", " and ", " of ", " that ", " was ", " said ")
_ENGLISH_SHARE = 0.04
#: A language is told by so many of its words, of which so many are different, and by their share; it has so many times the next one's.
_LEAST, _DIFFERENT, _SHARE, _SURE = 6, 4, 0.2, 1.3
_HEAD = ("lang", "language", "inLanguage", "inlanguage")
#: Languages that their commonest words do not part.
_ALIKE = {"da", "no", "nb", "nn", "sv"}
_LONGEST = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = lazily.pattern(r"[“\"«„][^”“\"»«„]{12,}[”“\"»«]")


def of(story: Story) -> str:
    """The tag of a story's language, such as `de`, or the name of its script: as the copy reads, else as its head says; nothing where
    neither tells."""
    text = story.text.plain
    if _is_english(text):
        return ENGLISH
    if said := declared(story):
        return said
    unquoted = _QUOTED.sub(" ", text[:_LONGEST])
    return "" if _is_english(unquoted) else told(unquoted)


def declared(story: Story) -> str:
    """The tag of another language than English that the head of a story gives."""
    said = next((str(value)[:2].lower() for key in _HEAD if (value := story.document.meta.get(key))), "")
    return "" if said == ENGLISH else said


def differs(tag: str, copy: str) -> bool:
    """Whether copy is in another language than a tag says, as far as the two can be told apart."""
    seen, said = told(copy), tag[:2].lower()
    if not seen or seen == said or {seen, said} <= _ALIKE:
        return False
    return seen in _COMMON or said in _COMMON


def _is_english(text: str) -> bool:
    return sum(map(text.count, _TELLING_ENGLISH)) >= _ENGLISH_SHARE * (text.count(" ") + 1)


def told(text: str) -> str:
    """The language of a text by its commonest words or its letters, where one stands out."""
    words = _WORD.findall(text)
    if strange := _script(words):
        return strange
    seen = Counter(word for word in words if word.islower())
    scores = sorted(((sum(seen[word] for word in common.split()), name) for name, common in _COMMON.items()), reverse=True)
    (best, name), (second, _) = scores[:2]
    different = sum(word in seen for word in _COMMON[name].split())
    if best < max(_LEAST, _SHARE * len(words)) or different < _DIFFERENT:
        return ""
    return name if best >= _SURE * second or ENGLISH not in (name, scores[1][1]) else ""


def _script(words: list[str]) -> str:
    """The script of most words, where it is not the Latin one."""
    strange = [word for word in words if word[0] > "\u036f"]
    if len(strange) < _LEAST or len(strange) < len(words) / 2:
        return ""
    import unicodedata

    return Counter(unicodedata.name(word[0], "").partition(" ")[0].lower() for word in strange).most_common(1)[0][0]
