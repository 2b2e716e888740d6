"""The words that tell the parts of a reference apart, in lower case."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(text.split(","))


# Words and abbreviations that journals' names are made of.
JOURNAL = _words(
    "journal j jnl annals ann archives arch acta advances adv american am british br brit "
    "european eur international int intern canadian can asian australian aust new scandinavian "
    "scand indian chinese japanese korean thai thailand nordic african bulletin bull review "
    "reviews rev letters lett reports rep research res science sciences sci medicine med medical "
    "clinical clin clinics nursing nurs surgery surg surgical proceedings proc transactions trans "
    "society soc association assoc academy acad college coll institute inst royal national natl "
    "quarterly q monthly magazine mag gazette digest current curr opinion opin trends frontiers "
    "front perspectives progress prog studies stud series communications commun topics today open "
    "access bmc plos one elife cell nature lancet jama bmj nejm cochrane database syst systematic "
    "evidence practice pract education educ engineering eng technology technol applied appl "
    "experimental exp molecular mol biology biol biological chemistry chem physics phys pharmacy "
    "pharm pharmacology pharmacol therapeutics ther therapy health public care community "
    "psychology psychol psychiatry social management manag economics econ policy law library libr "
    "information inf computer comput systems syst environmental environ cancer oncology oncol "
    "pediatrics pediatr paediatrics dental dent oral epidemiology epidemiol immunology immunol "
    "neurology neurol cardiology cardiol radiology radiol pathology pathol physiology physiol "
    "ophthalmology ophthalmol gastroenterology gastroenterol rehabilitation rehabil nutrition "
    "nutr diabetes circulation stroke pain sleep thorax gut heart blood chest brain bone obstet "
    "gynecol gynaecol orthop dermatol urol nephrol endocrinol rheumatol hematol hepatol infect "
    "dis microbiol virol toxicol genet genomics bioinformatics ieee acm revista rev zeitschrift z "
    "archiv annales giornale quality qual safety innovation discover humanities administration"
)
# Countries, and states that titles name alone: no journal begins with one and a full stop.
PLACES = _phrases(
    "afghanistan,albania,algeria,angola,argentina,armenia,australia,austria,azerbaijan,bahrain,"
    "bangladesh,belarus,belgium,benin,bhutan,bolivia,bosnia and herzegovina,botswana,brazil,brunei,"
    "bulgaria,burkina faso,burundi,cambodia,cameroon,canada,chad,chile,china,colombia,costa rica,"
    "croatia,cuba,cyprus,czech republic,denmark,dominican republic,ecuador,egypt,el salvador,"
    "england,eritrea,estonia,eswatini,ethiopia,fiji,finland,france,gabon,gambia,georgia,germany,"
    "ghana,great britain,greece,guatemala,guinea,guyana,haiti,honduras,hong kong,hungary,iceland,"
    "india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,jamaica,japan,jordan,kazakhstan,"
    "kenya,korea,kosovo,kuwait,kyrgyzstan,lao pdr,laos,latvia,lebanon,lesotho,liberia,libya,"
    "lithuania,luxembourg,macau,madagascar,malawi,malaysia,maldives,mali,malta,mauritania,"
    "mauritius,mexico,moldova,mongolia,montenegro,morocco,mozambique,myanmar,namibia,nepal,"
    "netherlands,new zealand,nicaragua,niger,nigeria,north macedonia,northern ireland,norway,oman,"
    "pakistan,palestine,panama,papua new guinea,paraguay,people's republic of china,peru,"
    "philippines,poland,portugal,puerto rico,qatar,republic of korea,romania,russia,rwanda,"
    "saudi arabia,scotland,senegal,serbia,sierra leone,singapore,slovakia,slovenia,somalia,"
    "south africa,south korea,south sudan,spain,sri lanka,sudan,suriname,sweden,switzerland,syria,"
    "taiwan,tajikistan,tanzania,thailand,timor-leste,togo,trinidad and tobago,tunisia,turkey,"
    "türkiye,turkmenistan,uganda,uk,ukraine,united arab emirates,united kingdom,united states,"
    "united states of america,uruguay,usa,uzbekistan,venezuela,vietnam,viet nam,wales,yemen,zambia,"
    "zimbabwe,california,florida,massachusetts,michigan,minnesota,new jersey,new york,"
    "north carolina,ohio,ontario,pennsylvania,quebec,québec,texas,washington"
)
# How Thai journals' names begin or end.
THAI_JOURNAL = ("วารสาร", "เวชสาร", "จดหมายเหตุ", "พยาบาลสาร", "สารศิริ", "นิตยสาร")
MONTHS = _words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept "
    "september oct october nov november dec december spring summer autumn fall winter"
)
FUNCTION = _words(
    "a an the of in on at for from with without to by and or as is are be was were does do can how "
    "what when where which who why not no after before during among between within into against "
    "versus vs using under over through than its their is new"
)
PARTICLES = _words(
    "van von der den de del della di da das dos du la le el bin ibn ten ter al st mac mc jr sr ii "
    "iii iv na zu zur"
)
ORGANISATIONS = _words(
    "organization organisation group committee ministry department collaborators collaboration "
    "consortium network investigators foundation commission council centre center centers agency "
    "team initiative task force working bureau office"
)
PUBLISHERS = _words(
    "press publisher publishers publishing publications university springer elsevier wiley "
    "routledge sage academic books verlag london york oxford cambridge geneva bangkok boston "
    "berlin philadelphia chicago paris sydney amsterdam singapore ed eds edition editor editors "
    "edited vol dissertation thesis doctoral master unpublished report conference isbn"
)
NOTES = _words(
    "available accessed cited retrieved epub ahead print internet online http https doi pmid pmcid "
    "updated published url viewed last via medline pubmed abstract google scholar crossref"
)
NUMBERING = _words("vol volume no number issue iss nr pp p pages page article art suppl pt v n")
THAI_NUMBERING = ("ปีที่", "ฉบับที่", "หน้า", "เล่มที่", "ฉบับ")
ET_AL = _words("et al and others colleagues")
# What people say to each other, and no article says in its title.
CHAT = _words(
    "i i'm you your yours we our ours us me my mine please pls thanks thank hello hi hey dear "
    "sorry ok okay yes today tomorrow yesterday tonight morning afternoon monday tuesday wednesday "
    "thursday friday saturday sunday need want looking could would anyone anybody somebody find "
    "send sent attached kindly request let lunch meeting regards"
)
