"""The word stocks that titles and journals are made of; one of them is kept back for judging."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Stock:
    """Words of a few fields of study."""

    things: tuple[str, ...]
    kinds: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    fields: tuple[str, ...]
    thai_things: tuple[str, ...]
    thai_people: tuple[str, ...]
    thai_fields: tuple[str, ...]


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("\n", " ").split(","))


TRAINING = Stock(
    things=_split("""
sleep, blood pressure, pain, hand hygiene, wound healing, falls, medication errors, burnout,
hypertension, type 2 diabetes, stroke, heart failure, asthma, chronic kidney disease, depression,
anxiety, delirium, dementia, obesity, malnutrition, sepsis, pneumonia, influenza, tuberculosis,
dengue fever, malaria, HIV infection, hepatitis B, breast cancer, lung cancer, colorectal cancer,
chemotherapy, radiotherapy, palliative care, end-of-life decisions, triage, telehealth, vaccination,
breastfeeding, preterm birth, caesarean section, gestational diabetes, postpartum haemorrhage,
hip fracture, osteoarthritis, low back pain, knee replacement, physical activity, exercise training,
dietary fibre, vitamin D, serum lipids, C-reactive protein, gut microbiota, antibiotic resistance,
mechanical ventilation, central venous catheters, pressure ulcers, surgical site infection,
anaesthesia, airway management, cardiac arrest, atrial fibrillation, myocardial infarction,
quality of life, self-efficacy, health literacy, job satisfaction, social support, coping,
resilience, stigma, loneliness, school attendance, reading skills, online learning, homework,
classroom noise, teacher training, academic achievement, curriculum reform, peer feedback,
critical thinking, information seeking, open access publishing, interlibrary loan,
document delivery, cataloguing, citation behaviour, bridge vibration, concrete strength,
steel corrosion, water treatment,
solar cells, lithium batteries, wind turbines, traffic flow, urban heat, air pollution, noise,
machine learning, neural networks, image segmentation, speech recognition, wireless sensors,
data privacy, blockchain, supply chains, household income, rural migration, tourism, food prices,
smoking cessation, alcohol use, screen time, road traffic injuries, suicide attempts, violence,
oral health, dental caries, periodontitis, cataract, glaucoma, myopia, hearing loss, tinnitus,
psoriasis, eczema, melanoma, epilepsy, migraine, multiple sclerosis, autism spectrum disorder,
gene expression, DNA methylation, oxidative stress, insulin resistance, apoptosis, stem cells,
TNF-alpha, interleukin-6, p53, COVID-19, SARS-CoV-2, statins, metformin, aspirin, opioids, warfarin,
paracetamol, herbal medicine, acupuncture, massage, music therapy, mindfulness, yoga, aromatherapy
"""),
    kinds=_split("""
early, late, severe, mild, acute, chronic, recurrent, long-term, short-term, home-based, low-dose,
high-intensity, nurse-led, family-centred, community-based, web-based, mobile, perceived, maternal,
neonatal, paediatric, adolescent, geriatric, rural, urban, occupational, environmental, prenatal,
postoperative, perioperative, preoperative, in-hospital, outpatient, primary, secondary, novel,
simple, rapid, automated, computer-assisted, culturally sensitive, evidence-based, structured,
combined, repeated, continuous, intermittent, nocturnal, seasonal, genetic, familial, idiopathic,
drug-induced, refractory, asymptomatic, unplanned, workplace, psychological, cognitive, nutritional
"""),
    people=_split("""
older adults, children, adolescents, pregnant women, nurses, nursing students, medical students,
physicians, caregivers, critically ill patients, patients with cancer, patients on dialysis,
school-age children, university students, teachers, factory workers, farmers, migrants, veterans,
newborn infants, men who have sex with men, people living with HIV, women over 50 years of age,
outpatients, intensive care units, emergency departments, nursing homes, primary care, hospitals,
low-income countries, rural communities, librarians, engineers, drivers, mice, rats, zebrafish
"""),
    places=_split("""
Thailand, northern Thailand, Vietnam, Japan, Southeast Asia, sub-Saharan Africa, the United States,
Brazil, rural India, Norway, Scotland, New Zealand, eastern Europe, Iran, Turkey, South Korea,
Bangkok, a tertiary hospital, a university hospital, three provinces, the European Union, Ethiopia
"""),
    fields=_split("""
Nursing, Medicine, Surgery, Sleep, Pain, Cardiology, Public Health, Pediatrics, Psychiatry,
Clinical Oncology, Emergency Medicine, Critical Care, Epidemiology, Rehabilitation, Nutrition,
Obstetrics, Gynecology, Infection, Immunology, Neurology, Radiology, Pharmacy, Pharmacology,
Dermatology, Education, Educational Research, Psychology, Library Science, Information Systems,
Structural Engineering, Materials Science, Environmental Health, Sociology, Social Policy,
Economics, Tropical Medicine, Family Practice, Gerontology, Midwifery, Diabetes, Hypertension,
Anesthesia, Urology, Nephrology, Ophthalmology, Otolaryngology, Dental Research, Orthopaedics,
Biochemistry, Physiology, Genetics, Molecular Biology, Applied Physics, Computer Science,
Transportation, Energy, Water Research, Food Chemistry, Management, Human Resources, Safety
"""),
    thai_things=_split("""
คุณภาพการนอนหลับ, ความดันโลหิต, ความปวด, ภาวะซึมเศร้า, คุณภาพชีวิต, พฤติกรรมการดูแลตนเอง,
การล้างมือ, การบริโภคอาหาร, ความเครียด, ความวิตกกังวล, ระดับน้ำตาลในเลือด, การพลัดตกหกล้ม,
ความรอบรู้ด้านสุขภาพ, ภาวะโภชนาการ, แรงสนับสนุนทางสังคม, การออกกำลังกาย, ความพึงพอใจในงาน,
สมรรถนะของพยาบาล, การเลี้ยงลูกด้วยนมแม่, การติดเชื้อในโรงพยาบาล, ผลสัมฤทธิ์ทางการเรียน,
การใช้ห้องสมุด, ทักษะการรู้สารสนเทศ, การจัดการขยะ, กำลังอัดของคอนกรีต, การท่องเที่ยวชุมชน,
ภาวะแทรกซ้อนหลังผ่าตัด, การมารับบริการล่าช้า, การเลิกสูบบุหรี่, การฟื้นฟูสมรรถภาพปอด
"""),
    thai_people=_split("""
ผู้สูงอายุ, ผู้ป่วยเบาหวานชนิดที่ 2, ผู้ป่วยโรคความดันโลหิตสูง, นักศึกษาพยาบาล, วัยรุ่น, หญิงตั้งครรภ์,
พยาบาลวิชาชีพ, ผู้ดูแลผู้ป่วยติดเตียง, นักเรียนชั้นมัธยมศึกษา, ผู้ป่วยโรคหลอดเลือดสมอง, เด็กก่อนวัยเรียน,
บุคลากรสายสนับสนุน, เกษตรกร, แรงงานข้ามชาติ, ผู้ป่วยที่ได้รับการผ่าตัด, ประชาชนในเขตเมือง
"""),
    thai_fields=_split("""
พยาบาลศาสตร์, สาธารณสุขศาสตร์, การพยาบาล, แพทยศาสตร์, วิชาการสาธารณสุข, สุขภาพจิต, วิศวกรรมศาสตร์,
ศึกษาศาสตร์, สังคมศาสตร์, วิทยาศาสตร์สุขภาพ, ห้องสมุด, เภสัชกรรม, กุมารเวชศาสตร์, การแพทย์
"""),
)

HELD_OUT = Stock(
    things=_split("""
pollination, soil erosion, mangrove forests, coral bleaching, seed dispersal, bird song, river flow,
glaciers, earthquakes, volcanic ash, contract law, juvenile courts, voter turnout, land reform,
medieval trade, oral history, folk music, poetry translation, second language writing, dialects,
tax evasion, minimum wages, auction design, rice yield, milk quality, fish farming, honey bees,
canine parvovirus, equine colic, spinal cord injury, kidney stones, gallstones, appendicitis,
hernia repair, cleft palate, snake bites, thyroid nodules, iron deficiency, sickle cell disease,
robotic grippers, tunnel lining, gear wear, fuel injection, optical fibres, quantum dots, aerosols
"""),
    kinds=_split("""
annual, tropical, alpine, marine, comparative, historical, judicial, rural, digital, laparoscopic,
congenital, invasive, sustainable, regional, bilingual, informal, experimental, adaptive, thermal
"""),
    people=_split("""
farmers, first-time voters, immigrants, small firms, juvenile offenders, amateur choirs, cattle,
dairy cows, coastal villages, island populations, refugees, athletes, infants, retired miners
"""),
    places=_split("""
Laos, Chile, Iceland, the Mekong delta, western Kenya, Poland, Andalusia, the Baltic Sea, Nepal
"""),
    fields=_split("""
Ecology, Forestry, Geology, Law, History, Linguistics, Agricultural Economics, Veterinary Science,
Hydrology, Political Studies, Musicology, Hepatology, Thoracic Surgery, Robotics, Optics, Botany
"""),
    thai_things=_split("""
การกัดเซาะชายฝั่ง, ผลผลิตข้าว, ภูมิปัญญาท้องถิ่น, การอนุรักษ์ป่าชายเลน, การอ่านออกเสียง, กฎหมายแรงงาน,
ภาวะโลหิตจาง, นิ่วในถุงน้ำดี, การเลี้ยงโคนม, ดนตรีพื้นบ้าน
"""),
    thai_people=_split("ชาวประมง, ผู้ประกอบการรายย่อย, นักกีฬา, ทารกแรกเกิด, ผู้ต้องขังหญิง"),
    thai_fields=_split("นิติศาสตร์, เกษตรศาสตร์, สัตวแพทยศาสตร์, มนุษยศาสตร์, วนศาสตร์"),
)

METHODS = _split("""
a randomized controlled trial, a cross-sectional study, a systematic review and meta-analysis,
a cohort study, a qualitative study, a case report, a pilot study, a scoping review, a survey,
a retrospective analysis, a case-control study, an observational study, study protocol,
results from a national registry, a review of the literature, a mixed-methods study, an update,
lessons learned, a randomised crossover trial, a multicentre study, a Delphi study, a case series,
a 10-year follow-up, evidence from panel data, a bibliometric analysis, experience of one centre,
a stepped-wedge cluster trial, the SUNRISE study, a position paper, clinical practice guidelines
""")
SYLLABLES = _split("""
al, an, ar, be, bor, ca, cer, co, da, del, di, do, el, en, er, fa, fen, ga, gen, gly, ha, he, in,
ka, la, lin, lo, ma, men, mi, mor, na, ne, no, ol, or, pa, per, phe, po, ra, ren, ri, ro, sa, sin,
so, sta, ta, ten, the, ti, tor, tra, u, va, ver, vi, vo, xa, ya, zo
""")
ENDINGS = _split(
    "itis, osis, ase, ine, ology, ation, ment, ance, ic, al, ous, ia, emia, in, ide, oma"
)
