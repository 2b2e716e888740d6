"""Invented titles of articles and books."""

import random

from training.references.words import ENDINGS, METHODS, SYLLABLES, Stock

# So often a word is replaced by one that nobody has ever seen.
UNHEARD_OF = 0.12
LONGEST = 34


def title(chance: random.Random, stock: Stock) -> str:
    """A title in sentence case, without full stop."""
    words = _made(chance, stock).split()[:LONGEST]
    heard = [_unheard(word, chance) for word in words]
    text = " ".join(heard)
    return text[0].upper() + text[1:]


def thai_title(chance: random.Random, stock: Stock) -> str:
    """A title in Thai."""
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
        )
    )


def pseudo_word(chance: random.Random) -> str:
    """A word that sounds like science."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) + chance.choice(ENDINGS)


def _unheard(word: str, chance: random.Random) -> str:
    if len(word) < 5 or not word.isalpha() or chance.random() > UNHEARD_OF:
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
        return f"{core}, {chance.choice(('1990-2015', 'part I', '2008 to 2017', 'revisited', 'again'))}"
    return core


def _core(chance: random.Random, stock: Stock) -> str:
    one, other, third = (_phrase(chance, stock) for _ in range(3))
    people, place = chance.choice(stock.people), chance.choice(stock.places)
    field, kind = chance.choice(stock.fields), chance.choice(stock.kinds)
    number = chance.randint(2, 900)
    name = pseudo_word(chance).upper()[: chance.randint(2, 5)]
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
        )
    )


def _phrase(chance: random.Random, stock: Stock) -> str:
    thing = chance.choice(stock.things)
    return f"{chance.choice(stock.kinds)} {thing}" if chance.random() < 0.35 else thing


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
