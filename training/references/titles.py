"""Invented titles of articles and books."""

import random

from training.references.words import ENDINGS, METHODS, SYLLABLES, Stock

# So often a word is replaced by one that nobody has ever seen; in a few titles nearly always.
UNHEARD_OF = 0.12
UNHEARD_OF_IN_STRANGE_TITLES = 0.7
LONGEST = 34
THAI_ENDS = (
    "มหาวิทยาลัยแห่งหนึ่ง",
    "พ.ศ. 2560-2562",
    "จังหวัดสมมติ",
    "โรงพยาบาลริมน้ำ จังหวัดสมมติ",
    "ลุ่มน้ำสมมติ",
    "เทศบาลตำบลทุ่งนา",
    "หอผู้ป่วยวิกฤต",
    "ในสถานการณ์การแพร่ระบาดของ COVID-19",
    "(ระยะที่ 2)",
    ": การศึกษานำร่อง",
)
ENDS = ("1990-2015", "part I", "2008 to 2017", "revisited", "again")
SIDES = ("politics", "nurse", "price", "history", "art", "cost")
QUOTED = (
    "'It is never only about money': {}",
    "“We are not alone”: {}",
    "'Nobody asked us' - {}",
    "“I felt like a number”. {}",
    "{}: “a long way to go”",
    "'Hope' and 'fear': {}",
)
ODD_THINGS = (
    "{n}-{letters}{n}A",
    "{letters}-B*{m}:0{n}",
    "{word} (n = {n},{m})",
    "Na+/K+-{letters}ase",
    "the {letters}-{n} trial",
    "{letters}{n} and {letters}{m}",
    "{n}.{m} T {word}",
    "{letters}/{letters}",
    "{m}% {word}",
    "β{n}-{word}",
    "{word} ≥ {m} mg/dL",
    "({n},{m}-{word})-{word}",
    "IL-{n}β",
    "{letters}α",
    "it is never only {word}",
    "'{word} {word}'",
    "{word} & {word}",
    "{n}D {word}",
    "{word} v. {word}",
)
FOREIGN = (
    "de la en el los las y con del para por un una",
    "da de do em no na e dos com para uma o a",
    "der die das und in mit von bei zur im des einer",
    "des les du et dans la le chez une pour sur au",
    "di della e nel dei con la il per un",
)
FOREIGN_ENDINGS = (
    "o",
    "a",
    "os",
    "as",
    "ción",
    "ção",
    "é",
    "ung",
    "keit",
    "e",
    "es",
    "i",
    "ità",
    "ão",
)


def title(chance: random.Random, stock: Stock) -> str:
    """A title in sentence case, without full stop."""
    if chance.random() < 0.05:
        return _foreign(chance)
    if chance.random() < 0.10:
        return _short(chance, stock)
    words = _made(chance, stock).split()[:LONGEST]
    often = UNHEARD_OF_IN_STRANGE_TITLES if chance.random() < 0.15 else UNHEARD_OF
    heard = [_unheard(word, chance, often) for word in words]
    text = " ".join(heard)
    return text[0].upper() + text[1:]


def thai_title(chance: random.Random, stock: Stock) -> str:
    """A title in Thai, which may have spaces, and so full stops of its own."""
    title = _thai_core(chance, stock)
    return f"{title} {chance.choice(THAI_ENDS)}" if chance.random() < 0.2 else title


def _thai_core(chance: random.Random, stock: Stock) -> str:
    one, other = chance.choice(stock.thai_things), chance.choice(stock.thai_things)
    people, field = chance.choice(stock.thai_people), chance.choice(stock.thai_fields)
    return chance.choice(
        (
            f"ผลของโปรแกรมส่งเสริม{one}ต่อ{other}ของ{people}",
            f"ปัจจัยที่มีความสัมพันธ์กับ{one}ของ{people}",
            f"ความสัมพันธ์ระหว่าง{one} {other} และ{chance.choice(stock.thai_things)}ใน{people}",
            f"ปัจจัยทำนาย{one}ของ{people}ในจังหวัดสมมติ",
            f"การพัฒนารูปแบบการส่งเสริม{one}สำหรับ{people}",
            f"การพัฒนาแนวปฏิบัติ{one}: กรณีศึกษา{people}",
            f"ประสิทธิผลของการสอนแบบกลุ่มต่อ{one}และ{other}",
            f"{one}และ{other}ของ{people}",
            f"การรับรู้{one}ของ{people}",
            f"การศึกษาเปรียบเทียบ{one}ระหว่าง{people}กับ{chance.choice(stock.thai_people)}",
            f"บทบาทของ{field}ในยุคดิจิทัล",
            f"การทบทวนวรรณกรรมอย่างเป็นระบบ: {one}ใน{people}",
            f"{one}: บทบาทของ{field}",
            f"รายงานผู้ป่วย {chance.randint(1, 9)} ราย: {one}",
            f"ผลของ{one}",
            f"{one}",
            f"{one}กับ{other}ใน{people}",
            f"รูปแบบ{one}ต่อ{other}",
            f"ความชุกของ{one}",
            f"การเปรียบเทียบ{one}: การทบทวนวรรณกรรมอย่างเป็นระบบ",
            f"การวิเคราะห์{one}",
            f"{one}ใน{people}",
            f"แนวทางการดูแล{people}",
            f"ผลของ{one} ต่อ{other}",
        )
    )


def _short(chance: random.Random, stock: Stock) -> str:
    """One to four words, as editorials and old articles have."""
    one, other = chance.choice(stock.things), chance.choice(stock.things)
    word = pseudo_word(chance)
    forms = (one, f"{one} and {other}", f"the {one}", f"{one} {word}", f"{word} {other}", word)
    text = chance.choice((*forms, f"{one} today", f"{one} in brief", f"{word}s and {word}"))
    return _capital(text.title() if chance.random() < 0.5 else text)


def _foreign(chance: random.Random) -> str:
    """A title in a language nearly made up: only its small words are those of a real one."""
    small = chance.choice(FOREIGN).split()
    words = [
        pseudo_word(chance) + chance.choice(FOREIGN_ENDINGS) if n % 2 == 0 else chance.choice(small)
        for n in range(chance.randint(3, 14))
    ]
    if small[0] == "der":
        words = [word.capitalize() if n % 2 == 0 else word for n, word in enumerate(words)]
    return " ".join(words).capitalize() if small[0] != "der" else " ".join(words)


def pseudo_word(chance: random.Random) -> str:
    """A word that sounds like science."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) + chance.choice(ENDINGS)


def _unheard(word: str, chance: random.Random, often: float) -> str:
    if len(word) < 5 or not word.isalpha() or chance.random() > often:
        return word
    made = pseudo_word(chance)
    return made.capitalize() if word[0].isupper() else made


def _made(chance: random.Random, stock: Stock) -> str:
    core = _core(chance, stock)
    kind = chance.random()
    if kind < 0.36:
        return f"{core}: {chance.choice(METHODS)}"
    if kind < 0.42:
        return f"{core}: {_phrase(chance, stock)}"
    if kind < 0.47:
        return (
            f"{core}? {_capital(chance.choice((chance.choice(METHODS), _phrase(chance, stock))))}"
        )
    if kind < 0.52:
        return f"{core}. {_capital(chance.choice(METHODS))}"
    if kind < 0.56:
        return f"{core} - {chance.choice(METHODS)}"
    if kind < 0.59:
        return (
            f"{core} ({chance.choice(('Review', 'Part 2', 'Protocol', 'REST study', '2010-2019'))})"
        )
    if kind < 0.62:
        return f"{core}, {chance.choice(ENDS)}"
    return core


def _core(chance: random.Random, stock: Stock) -> str:
    one, other, third = (_phrase(chance, stock) for _ in range(3))
    people, place = chance.choice(stock.people), chance.choice(stock.places)
    field, kind = chance.choice(stock.fields), chance.choice(stock.kinds)
    number = chance.randint(2, 900)
    name = pseudo_word(chance).upper()[: chance.randint(2, 5)]
    if chance.random() < 0.04:
        return chance.choice(QUOTED).format(other)
    return chance.choice(
        (
            f"effect of {one} on {other} in {people}",
            f"effects of {one} and {other} on {third} among {people} in {place}",
            f"the association between {one} and {other}",
            f"association of {one} with {other} in {people}",
            f"{one} and {other} in {people}",
            f"{one} in {people}",
            f"{one}",
            f"prevalence and risk factors of {one} among {people} in {place}",
            f"risk of {one} after {other}",
            f"does {one} reduce {other}?",
            f"how {people} cope with {one}",
            f"the role of {one} in {other}",
            f"the impact of {one} on {people}' {other}",
            f"{people}' experiences of {one} in {place}",
            f"{kind} {one} versus {kind} {other} for {third}",
            f"{one} after {other}",
            f"towards a theory of {one}",
            f"measuring {one} with the {name} scale in {people}",
            f"validation of the {field} {kind} questionnaire ({name}) in {people}",
            f"{number} cases of {one} in {place}",
            f"{field} research in {place}",
            f"journal clubs in {field.lower()}",
            f"the future of {field.lower()} education",
            f"international trends in {one} research",
            f"an introduction to {one}",
            f"what do {people} know about {one}",
            f"a comparison of {number} methods for {one} using {other}",
            f"predictors of {one}, {other}, and {third} in {people}",
            f"{name} regulates {one} via {other}",
            f"{name}-{number} expression in {one}",
            f"{number}-month outcomes of {one} in {people} with {other}",
            f"use of '{one}' in {place}",
            f"guideline for the management of {one}",
            f"reply to: {one} and {other}",
            f"{one}, {other} and {third}",
            f"clinical features of {one} in {people}, {place}",
            f"on {one}",
            f"why {one} matters for {other}",
            f"optimal {one} threshold (p < 0.05) for {other}",
            f"estimates of {one} in {number} countries and territories, 1990-2019",
            f"Thai {people} and {one}",
            f"New England {people}: {one} and the American College of {field} criteria",
            f"management of {one} (vol. {number % 9 + 1})",
            f"{one} at {number} °C under {other}",
            f"in vivo and in vitro {one} of {other}",
            f"deep {one} for {kind} {other}",
            f"a {kind} approach to {one} based on {other}",
            f"{kind} and {chance.choice(stock.kinds)} {one}",
            f"{one} and {other}",
            f"{one} with {other} improves {third}",
            f"does {one} improve {other} in {people}?",
            f"{one}: a case for {other}?",
            f"{one} revisited",
            f"a short history of {one}",
            f"trust, risk and {one}",
            f"comparison of {one} with {other} in the prevention of {third}",
            f"{chance.choice(stock.things)}",
            f"{chance.choice(stock.things)}",
            f"teaching {one}",
            f"{chance.choice(stock.things)} and {chance.choice(stock.things)}",
            f"{pseudo_word(chance)}",
            f"the {chance.choice(SIDES)} of {one}",
            f"managing {one} in {field.lower()}",
        )
    )


def _phrase(chance: random.Random, stock: Stock) -> str:
    if chance.random() < 0.05:
        return _odd_thing(chance)
    thing = chance.choice(stock.things)
    return f"{chance.choice(stock.kinds)} {thing}" if chance.random() < 0.35 else thing


def _odd_thing(chance: random.Random) -> str:
    """5-HT2A, Na+/K+-ATPase, n = 1,204: what is neither word nor number."""
    letters = pseudo_word(chance).upper()[: chance.randint(1, 4)]
    n, m = chance.randint(1, 9), chance.randint(10, 999)
    return chance.choice(ODD_THINGS).format(letters=letters, n=n, m=m, word=pseudo_word(chance))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
