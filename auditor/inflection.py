"""Regular English forms of verbs and nouns, and the irregular ones that plain words need."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from auditor.lexicon import plurals

_IRREGULAR = {  # base: past, participle
    "be": ("was", "been"), "become": ("became", "become"), "begin": ("began", "begun"),
    "break": ("broke", "broken"), "bring": ("brought", "brought"), "build": ("built", "built"),
    "buy": ("bought", "bought"), "catch": ("caught", "caught"), "choose": ("chose", "chosen"),
    "come": ("came", "come"), "cut": ("cut", "cut"), "deal": ("dealt", "dealt"),
    "do": ("did", "done"), "draw": ("drew", "drawn"), "drink": ("drank", "drunk"),
    "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "feel": ("felt", "felt"),
    "fight": ("fought", "fought"), "find": ("found", "found"), "forget": ("forgot", "forgotten"),
    "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"),
    "grow": ("grew", "grown"), "have": ("had", "had"), "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"), "hold": ("held", "held"), "hurt": ("hurt", "hurt"),
    "keep": ("kept", "kept"), "know": ("knew", "known"), "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"), "lend": ("lent", "lent"), "let": ("let", "let"),
    "lie": ("lay", "lain"), "lose": ("lost", "lost"), "make": ("made", "made"),
    "mean": ("meant", "meant"), "meet": ("met", "met"), "pay": ("paid", "paid"),
    "put": ("put", "put"), "read": ("read", "read"), "rise": ("rose", "risen"),
    "run": ("ran", "run"), "say": ("said", "said"), "see": ("saw", "seen"),
    "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"),
    "show": ("showed", "shown"), "shrink": ("shrank", "shrunk"), "shut": ("shut", "shut"),
    "sit": ("sat", "sat"), "sleep": ("slept", "slept"), "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"), "split": ("split", "split"), "spread": ("spread", "spread"),
    "stand": ("stood", "stood"), "stick": ("stuck", "stuck"), "swell": ("swelled", "swollen"),
    "take": ("took", "taken"), "teach": ("taught", "taught"), "tell": ("told", "told"),
    "think": ("thought", "thought"), "throw": ("threw", "thrown"),
    "understand": ("understood", "understood"), "upset": ("upset", "upset"),
    "undergo": ("underwent", "undergone"),
    "undertake": ("undertook", "undertaken"), "forgo": ("forwent", "forgone"),
    "overcome": ("overcame", "overcome"), "win": ("won", "won"), "write": ("wrote", "written"),
    "bear": ("bore", "borne"), "bleed": ("bled", "bled"), "feed": ("fed", "fed"),
    "withdraw": ("withdrew", "withdrawn"), "wake": ("woke", "woken"), "bind": ("bound", "bound"),
    "seek": ("sought", "sought"), "forbid": ("forbade", "forbidden"), "wear": ("wore", "worn"),
    "beget": ("begot", "begotten"), "drive": ("drove", "driven"), "hit": ("hit", "hit"),
    "beat": ("beat", "beaten"), "burst": ("burst", "burst"), "misread": ("misread", "misread"),
    "misunderstand": ("misunderstood", "misunderstood"), "shake": ("shook", "shaken"),
    "swing": ("swung", "swung"), "tear": ("tore", "torn"), "wet": ("wet", "wet"),
    "partake": ("partook", "partaken"),
}  # fmt: skip
_DOUBLES = frozenset(
    "stop plan drop fit rub chat pat step trip ship begin refer occur defer infer transfer permit "
    "submit commit admit omit transmit control compel expel regret forget set get put cut let run "
    "sit hit split shut rid dip tap map wrap slip skip grab beg hop cancel label travel model "
    "incur recur reoccur deter concur confer prefer rebut allot remit emit fulfil sum upset ban clot "
    "scan spot spur stir top wet".split()
)
_VOWELS = "aeiou"

Kind = Literal["verb", "noun", "none"]


def forms(phrase: str, plainer: Sequence[str], kind: Kind) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each form of a phrase with the same form of its plainer phrases, base form first."""
    yield phrase, tuple(plainer)
    if kind == "verb":
        for shape in (_third, _past, _participle, _gerund):
            inflected = _on_first(phrase, shape)
            if inflected != phrase:
                yield inflected, tuple(_on_first(option, shape) for option in plainer)
    elif kind == "noun":
        for plural in plurals(phrase):
            yield plural, tuple(next(iter(plurals(option)), option) for option in plainer)


def _on_first(phrase: str, shape: Callable[[str], str]) -> str:
    first, space, rest = phrase.partition(" ")
    return shape(first) + space + rest


def _third(verb: str) -> str:
    if verb == "be":
        return "is"
    if verb == "have":
        return "has"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    return _IRREGULAR[verb][0] if verb in _IRREGULAR else _ed(verb)


def _participle(verb: str) -> str:
    return _IRREGULAR[verb][1] if verb in _IRREGULAR else _ed(verb)


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if verb in _DOUBLES else verb + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if verb in _DOUBLES else verb + "ing"
