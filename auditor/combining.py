"""Greek and Latin pieces of medical words with their syllables, longest first.

A beginning keeps its linking vowel ("osteo"); an ending begins where its own beat begins.
"""


def _longest_first(pieces: str) -> tuple[tuple[str, int], ...]:
    pairs = (piece.rpartition(":") for piece in pieces.split())
    counted = ((piece, int(beats)) for piece, _, beats in pairs)
    return tuple(sorted(counted, key=lambda pair: (-len(pair[0]), pair[0])))


BEGINNINGS = _longest_first(
    """
    abdomino:4 acantho:3 adeno:3 adipo:3 adreno:3 aero:2 allo:2 amylo:3 angio:3 andro:2 ankylo:3
    antero:3 anthropo:3 arterio:5 arthro:2 athero:3 atrio:3 audio:3 auto:2 azo:2 bacterio:5 balano:3
    bili:2 bio:2 blasto:2 blepharo:3 brachy:2 brady:2 broncho:2 bronchiolo:4 bronchi:2 carcino:3
    cardio:3 carpo:2 cervico:3 chemo:2 cholangio:4 chole:2 cholecyst:3 cholecysto:4 chondro:2 chorio:3 chromo:2
    clavi:2 colo:2 colpo:2 conjunctivo:4 costo:2 cranio:3 cryo:2 crypto:2 cutaneo:4 cyano:3 cysto:2 cyto:2
    dacryo:3 dermato:3 dermo:2 dia:2 diplo:2 dorso:2 duodeno:4 dys:1 echo:2 ectro:2 electro:3
    encephalo:4 endo:2 endometrio:5 entero:3 eosino:4 epi:2 epidermo:4 erythro:3 esophago:4 oesophago:4 extra:2 fibro:2 fluoro:3
    gastro:2 genito:3 giard:2 gingivo:3 glosso:2 gluco:2 glyco:2 gonado:3 granulo:3 gynaeco:3 gyneco:3
    haemangio:4 hemangio:4 haemato:3 hemato:3 haemo:2 hemo:2 hemi:2 hepato:3 hernio:3 hetero:4 hidro:2 histio:3 histo:2
    homo:2 hydro:2 hyper:2 hypno:2 hypo:2 hystero:3 ileo:3 ilio:3 immuno:3 infra:2 inguino:3 inter:2 intra:2 ischio:3
    kerato:3 keto:2 kypho:2 labio:3 lacrimo:3 lacto:2 laparo:3 laryngo:3 leiomyo:4 leuco:2 leuko:2 lipo:2 litho:2 lobo:2 lymphadeno:4
    lymphangio:4 lympho:2 macro:2 mammo:2 masto:2 mega:2 megalo:3 melano:3 meningo:3 meso:2 meta:2 micro:2
    mono:2 muco:2 multi:2 musculo:3 myco:2 myelo:3 myo:2 myringo:3 myxo:2 narco:2 naso:2 necro:2 neo:2 nephro:2
    neuro:2 neutro:2 normo:2 oculo:3 odonto:3 oligo:3 omphalo:3 onycho:3 onco:2 oophoro:4 ophthalmo:3 opto:2 orchido:3 oro:2 ortho:2
    osteo:3 oto:2 ovario:4 pachy:2 paedo:2 palato:3 pan:1 pancreato:4 papillo:3 para:2 patho:2 pedo:2 peri:2 perineo:4 peritoneo:5
    phaco:2 pharmaco:3 pharyngo:3 phlebo:2 phono:2 photo:2 phreno:2 plasmo:2 pleuro:2 pneumato:3 pneumo:2 pneumono:3
    podo:2 polio:3 poly:2 post:1 procto:2 prostato:3 proteo:3 proto:2 pseudo:2 psycho:2 pulmono:3 pyelo:3 pyloro:3 pyo:2 pyro:2
    radio:3 reno:2 reticulo:4 retino:3 retro:2 rhabdo:2 rhabdomyo:4 rheumato:3 rhino:2 sacro:2 salpingo:3 sarco:2
    schizo:2 sclero:2 scolio:3 sebo:2 septo:2 sero:2 sialo:3 sigmoido:3 sino:2 somato:3 sono:2 spermato:3 spino:2 spiro:2
    spleno:2 spondylo:3 staphylo:3 steato:3 steno:2 stomato:3 strepto:2 stylo:2 sub:1 super:2 supra:2 syndesmo:3 synovio:4 tachy:2
    teno:2 tendo:2 thalamo:3 thermo:2 thoraco:3 thrombo:2 thromb:1 thymo:2 thyro:2 tibio:3 tonsillo:3 toxo:2 trabeculo:4 tracheo:3 trans:1 tricho:2
    trigono:3 tropho:2 tubulo:3 tympano:3 ultra:2 uni:2 uretero:4 urethro:3 uro:2 utero:3 uveo:3 vagino:3 vago:2 valvulo:3 varico:3
    vaso:2 veno:2 ventriculo:4 vertebro:3 vesico:3 viro:2 viscero:3 vitreo:3 xantho:2 xero:2
    """
)
ENDINGS = _longest_first(
    """
    itis:2 itides:3 osis:2 oses:2 otic:2 oma:2 omas:2 omata:3 ectomy:3 ectomies:3 otomy:3 otomies:3 ostomy:3 ostomies:3
    aemia:3 emia:3 aemias:3 emias:3 aemic:2 emic:2 uria:3 iasis:3 asthenia:4 algia:3 algias:3 odynia:4 ectasis:3 ectasia:4
    orrhoea:3 orrhea:3 orrhagia:4 orrhaphy:3 opathy:3 opathies:3 opathic:3 oplasty:3 oplasties:3 oscopy:3 oscopies:3 oscope:2 oscopic:3
    ography:3 ographies:3 ogram:2 ograms:2 ographer:3 ology:3 ologies:3 ologist:3 ologists:3 ological:4 ologic:3 ometry:3 ometer:3
    openia:4 openic:3 ophilia:4 ophobia:4 oplasia:4 otrophy:3 otrophic:3 olysis:3 olytic:3 olytics:3 ogenesis:4 ogenic:3
    ocyte:2 ocytes:2 ocytosis:4 ocytic:3 oblast:2 oblasts:2 oblastoma:4 osarcoma:4 ocarcinoma:5 oid:1 oids:1 oidosis:3 oidectomy:4 oidism:3
    oedema:3 edema:3 malacia:4 megaly:3 plegia:3 paresis:3 stasis:2 stases:2 static:2 phagia:3 phasia:3 pnoea:2 pnea:2
    tocin:2 toxin:2 toxic:2 toxicity:4 cillin:2 mycin:2 floxacin:3 oxacin:3 cycline:2 azole:2 statin:2 sartan:2 olol:2 dipine:2
    gliptin:2 gliflozin:3 glutide:2 natide:2 prazole:2 tidine:2 setron:2 triptan:2 azepam:3 zolam:2 barbital:3 caine:1 curium:3
    mab:1 umab:2 ximab:2 zumab:2 limumab:3 lizumab:3 tinib:2 ciclib:2 parib:2 rafenib:3 nib:1 vir:1 navir:2 tegravir:3 buvir:2 asvir:2 previr:2
    platin:2 rubicin:3 taxel:2 bine:1 citabine:3 trexate:2 trexed:2 dronate:2 dronic:2 parin:2 grel:1 xaban:2 gatran:2 lukast:2 terol:2 sonide:2 asone:2 isone:2 olone:2
    """
)
