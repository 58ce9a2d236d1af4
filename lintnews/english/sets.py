"""Sets of small words, each by its name."""

from __future__ import annotations

from collections.abc import Mapping

_SETS = {
    "modal": "would could should will must can might won't wouldn't couldn't shouldn't can't cannot mustn't i'll he'll she'll "
    "they'll we'll you'll it'll",
    "do": "do does did don't doesn't didn't",
    "have": "have has had haven't hasn't hadn't i've we've they've you've could've would've should've",
    "be": "am is are was were be been being isn't aren't wasn't weren't i'm he's she's it's we're they're you're",
    "is": "am is are was were isn't aren't wasn't weren't",
    "adverb": "not also never always ever just only still already often usually really even now then simply easily quickly probably "
    "actually finally certainly definitely soon later never again ultimately likely possibly potentially clearly reportedly "
    "immediately eventually",
    "clause": '^ , ; : — – ( “ " ‘ and but because that when if as while although though since so or which who where what whether '
    "until before after",
    "start": '^ , ; : — – ( “ " ‘ and but because while although though whether',
    "stop": '$$ . ! ? ; : , ) ” " — – …',
    "end": "$$ . ! ? ; :",
    "he": "he she it",
    "they": "they we you",
    "subject": "i you he she it we they who",
    "object": "me him her us them",
    "determiner": "the a an this that these those my your his its our their some any each every no another",
    "possessive": "my your his its our their whose",
    "article": "the a an",
    "mass": "news series species ethos means headquarters crossroads barracks works politics economics mathematics physics athletics "
    "gymnastics statistics sports thanks odds remains goods savings earnings arms customs premises proceeds surroundings "
    "outskirts billiards darts measles mumps diabetes lens gas bus glass class loss boss process access congress business "
    "success progress aircraft offspring gallows chassis corps ethics logistics analytics tactics genetics robotics "
    "mechanics acoustics dynamics aerobics linguistics classics ceramics electronics united states nations times years days "
    "weeks months hours minutes miles pounds dollars euros feet percent acres tons data media bacteria criteria people "
    "police kudos pants scissors trousers jeans glasses shambles summons",
    "many": "people police staff crew team family government group couple majority minority number percent percentage data media "
    "half rest lot variety range series pair handful public audience committee council company board union army navy staff "
    "youth cattle faculty crowd elite opposition party jury press more most few less other same such that this what which "
    "who all both some any none one two three four five six seven eight nine ten hundred thousand million billion trillion "
    "dozen us them fish sheep deer aircraft species trout salmon offspring counsel headquarters third quarter bulk total "
    "following above mice geese lice oxen feet teeth women men children bacteria criteria phenomena alumni",
    "verbal": "according due close prior thanks compared linked related committed subject led belonged owed spoken talked attached "
    "dedicated relates relate listened invited used opposed referred responded talk speak going assigned returned back up "
    "down next",
    "preposition": "of in on at by for with from to about into over under between through during against without within upon among toward "
    "towards",
}  # fmt: skip
_SETS["year"] = " ".join(map(str, range(1850, 2035)))
_SETS["month"] = "January February March April May June July August September October November December"
SETS: Mapping[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _SETS.items()}
