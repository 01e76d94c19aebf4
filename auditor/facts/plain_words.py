"""Plain words for what a reader can picture: parts of the body, what comes out of it, and tools.

A sentence that says what is done with them tells what a test or an operation is like.
"""

BODY = frozenset(
    "egg sperm ovary hormone baby ankle arm armpit back backside belly bladder blood bloodstream body bone bottom bowel brain breast breath "
    "cell cheek chest chin ear elbow eye eyelid face finger fingertip flesh foot forehead gum gut hair hand "
    "head heart heel hip jaw joint kidney knee leg lid limb lip liver lung marrow mouth muscle nail neck nerve "
    "nipple nose nostril organ pee penis poo rib saliva scalp shin shoulder skin skull spine spit stomach sweat "
    "tear testicle thigh throat thumb toe tongue tooth tummy urine vagina vein vessel voice waist wee windpipe "
    "womb wrist artery airway tissue scar lump growth baby germ slime mucus phlegm pus fluid tunnel socket gland pouch cord hole side back front waste bump dot spot blister rash lining wall stomach stone hormone".split()
)
_TOOLS = frozenset(
    "bag balloon band bandage basket battery beam blade bottle box brush bulb button cable camera clip cloth "
    "coil collar cotton cream cuff cup cut dot drill drip drop dye electricity flap frame freezer gas gel glass "
    "glove glue hole hook hose instrument jab jelly knife laser lens light liquid loop magnet mask mesh metal "
    "microscope mirror needle opening pad pen picture pin plaster plastic plate probe pump ring rod roll sample "
    "saw screen screw sheet shield slice sound spike sponge spray spring stick sticker stitch strap straw "
    "strip syringe tape telescope tip tool tube valve vacuum wave wedge wire x-ray ray radiation heat machine "
    "lamp cabinet booth bath cushion pillow treadmill bike weight mouthpiece headphones card photo room pipe shield "
    "cold ice pulse signal stopper disc current substance computer patch wool tray table bed chair stone dent crystal muscle".split()
)
_IRREGULAR = {
    "ovaries": "ovary",
    "babies": "baby",
    "arteries": "artery",
    "feet": "foot",
    "teeth": "tooth",
    "cuts": "cut",
    "x-rays": "x-ray",
    "knives": "knife",
}


def pictured(words: list[str]) -> int:
    """How many different plain things the lower-case words name."""
    found = set()
    for word in words:
        for form in (
            word,
            _IRREGULAR.get(word, ""),
            word.removesuffix("s"),
            word.removesuffix("es"),
        ):
            if form in BODY or form in _TOOLS:
                found.add(form)
                break
    return len(found)
