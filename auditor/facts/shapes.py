"""What the letters of a word give away: medicines, and words built of Greek and Latin parts.

Endings of medicines follow the stems of the World Health Organization's international names; the
rest are the usual building blocks of medical English.
"""

import re
from functools import lru_cache

_REMEMBERED = 4096  # words whose shape is known: a text says the same ones again and again

_MEDICINE = re.compile(
    r".{2,}(?:mab|nib|ciclib|parib|statin|pril|prilat|sartan|olol|dipine|gliptin|gliflozin|glutide|glitazone|glinide|formin|"
    r"azole|conazole|prazole|cillin|cycline|mycin|micin|floxacin|oxacin|vir|vudine|navir|tegravir|buvir|asvir|"
    r"setron|triptan|gepant|lukast|terol|tropium|sone|solone|onide|asone|metasone|caine|curium|azepam|azolam|zolam|"
    r"barbital|oxetine|pramine|triptyline|azine|apine|idone|peridol|aripiprazole|tadine|tidine|"
    r"parin|gatran|xaban|grel|teplase|fibrate|thiazide|semide|tanide|lactone|dronate|dronic|calcet|"
    r"platin|rubicin|taxel|bine|trexate|mustine|poside|tecan|relin|relix|lutamide|steride|stim|grastim|poetin|"
    r"leucel|gene|cept|kinra|limus|mycophenolate|purine|prost|zolamide|caserin|bamate|racetam|gabalin|gabatin|"
    r"trigine|bazine|ximide|oxamine|faxine|azodone|orexant|melteon|profen|coxib|fenac|oxicam|codone|morphone|fentanil|fentanyl|"
    r"orphine|naltrexone|oxone|sulfone|quine|quone|antel|ectin|bendazole|ixafil|afil|"
    r"zosin|dutasteride|fenacin|begron|vaptan|entan|ciguat|ivabradine|lukin|feron|vec|thymol|terbine|"
    r"relax|phylline|ethasone|betasol|betasone|izine|amine|idine|oxine|thyroxine|thyronine|uracil|lidomide|zomib|stat|degib|steine|tifen|milast|gepant|ditan|parin|semide|imod|citinib|brutinib|setron|pitant|mycin|micin|cycline|floxacin|conazole|fungin|ciclovir|tegravir|bactam|penem|dipine|sartan|olol|prazole|tidine|statin|gliptin|gliflozin|glutide|mab|ximab|zumab|"
    r"tinib|rafenib|metinib|lisib|clax|ostat|sidenib|tretin|tretinoin|cilex|anide|amide|imide|"
    r"carbazepine|valproate|valproic|lithium|azolidine|lamide|glycol|sodium|propionate|butyrate|valerate|furoate)",
    re.IGNORECASE,
)
_GREEK = re.compile(
    r"(?:.{3,}(?:itis|osis|oses|aemia|emia|uria|algia|ectomy|otomy|ostomy|oscopy|oscope|ography|ogram|plasty|pathy|penia|philia|"
    r"cyte|cytes|blast|blasts|plasia|trophy|trophic|rrhoea|rrhea|rrhage|megaly|sclerosis|stenosis|phagia|phasia|plegia|paresis|"
    r"pnoea|pnea|phobia|desis|pexy|centesis|lysis|lytic|lytics|kinesia|tropic|genic|toxic|oma|omas|omata|opathy|ologist|ology|"
    r"metry|meter|derma|dermal|cele|ectasia|ectasis|opia|opsia|acusis|aesthesia|esthesia|iatric|iatrics|iatrist|itic|otic|"
    r"emic|aemic|uric|cardia|cardial|ictal|icular|cystic|hepatic|enteric|phrenia|thymia|somnia|aemias|globulin|ase|"
    r"tonia|tonic|taxia|praxia|lalia|graphia|lexia|osmia|geusia|rhythmia|genesis|poiesis|poietic|clonal|clonic|clonus|"
    r"venous|vascular|muscular|neural|cutaneous|peritoneal|arterial|septic|static|statin|morphic|chromia)"
    r"|(?:haemo|hemato|haemato|hepato|nephro|cardio|neuro|gastro|entero|osteo|arthro|myelo|lympho|leuko|erythro|thrombo|"
    r"angio|broncho|pneumo|cysto|uretero|utero|hystero|ooph|orchi|derma|kerato|chole|cholecyst|colpo|encephal|mening|"
    r"immuno|cyto|hyper|hypo|dys|endo|peri|intra|retro|poly|brady|tachy|pseudo|onco|radio|chemo|patho|spondyl|trabecul|"
    r"phlebo|veno|laryngo|pharyngo|rhino|oto|blephar|ophthalm|gonio|pachy|tonom|electro|echo)[a-z]{5,})",
    re.IGNORECASE,
)
# Endings of chemicals and Latin, which tell only of words that hardly anybody uses.
_RARE_ENDING = re.compile(
    r".{4,}(?:ine|ide|ate|one|ol|il|in|ene|ane|um|us|ium|an|ic|al|ia|is|ax|ix|yx|ose|ase|oid|ent|ant|ants|ics|ons|acid|ides|ines|ates)",
    re.IGNORECASE,
)


@lru_cache(maxsize=_REMEMBERED)
def is_medicine(word: str) -> bool:
    """Whether a word ends as medicines do."""
    return _MEDICINE.fullmatch(word) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_medical(word: str) -> bool:
    """Whether a word is built of Greek or Latin parts, as medical words are."""
    return _GREEK.fullmatch(word) is not None


@lru_cache(maxsize=_REMEMBERED)
def has_rare_ending(word: str) -> bool:
    """Whether a word that nobody knows ends like a chemical or a Latin word."""
    return _RARE_ENDING.fullmatch(word) is not None
