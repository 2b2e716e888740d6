"""Invented titles: long and short, with subtitles, questions, Greek letters and hyphens."""

import random

from benchmarks.reading.words import Split, Stock

# What is in braces names a section of the stock of words.
ENGLISH = (
    "Effect of {intervention} on {outcome} in {population}: {design}",
    "Effects of {intervention} and {intervention} on {outcome} among {population} in {place}: "
    "{design}",
    "Does {intervention} improve {outcome} in {population}?",
    "Is {condition} associated with {outcome}? {design} in {place}",
    "{intervention} for {condition}: {design}",
    "{adjective} outcomes of {intervention} in {population} with {condition}: {design} from "
    "{place}",
    "{condition} in {place}",
    "{condition} among {population} in {place}, 2005-2018: {design}",
    "Prevalence and risk factors of {condition} in {population}: {design}",
    "{gene} {verb} {process} in {organism}",
    "{gene}-mediated {process} in {organism} under {process}: the role of {gene}",
    "{gene} and {gene} as {adjective} markers of {condition}",
    "{process} in {organism}",
    "Synthesis and {property} of {material} for {application}",
    "{property} and {property} of {material}-reinforced {material} composites",
    "{material} for {application}: a review",
    "A {adjective} approach to {task} using {method}",
    "{method} for {task}",
    "{method} meets {method}: {adjective} {task} with limited labels",
    "How far can {method} go in {task}? A benchmark of 12 systems",
    "{abstract} {topic}",
    "{abstract} {topic}: evidence from {place}",
    "{topic} and {topic} in {place}",
    "{topic}, {topic} and {topic} in {place} after 1997: {design}",
    "'It is never only about money': {topic} and {topic} among {population} in {place}",
    "{population} and {topic}: {design}",
    "Validity and reliability of the 10-item {outcome} scale in {population}",
    "Cost-effectiveness of {intervention} versus {intervention} in {population} with {condition}",
    "{adjective} {outcome} after {intervention} (the NAP-2 trial): {design}",
    "Association between {outcome} and {outcome} in {population} with {condition} and "
    "{condition}: {design}",
    "A 12-month follow-up of {population} treated with {intervention} for {condition} in {place}",
    "{topic}",
    "{topic} revisited",
    "Editorial: {topic}",
    "{condition}: a case for {intervention}?",
    "Temperature dependence of the {property} of {material} between 25 °C and 400 °C",
    "Comparison of {intervention} with {intervention} (n = 1,204) in the prevention of {condition}",
)
THAI = (
    "{lead}{thing}{effect}{who}",
    "{lead}{thing}{effect}{who} {where}",
    "{lead}{thing}{who} {where}",
    "{lead}{thing}: {design}",
    "{lead}{thing}และ{thing}{effect}{who} {where}: {design}",
    "{lead}{thing} {where}",
    "{thing}{who}",
    "{thing}กับ{thing}ใน{where} พ.ศ. 2560-2562",
)
SMALL_WORDS = {"a", "an", "the", "of", "in", "on", "and", "for", "to", "with", "by", "or", "among"}


def english_title(rng: random.Random, split: Split, *, is_title_case: bool) -> str:
    """A title of one to about forty words, in sentence case or in title case."""
    title = _filled(rng, rng.choice(ENGLISH), Stock("english", split))
    title = _begun(title)
    title = title.replace("? a ", "? A ").replace("? an ", "? An ").replace("? the ", "? The ")
    return _in_title_case(title) if is_title_case else title


def thai_title(rng: random.Random, split: Split) -> str:
    """A Thai title of one to three phrases, some parted by spaces."""
    return _filled(rng, rng.choice(THAI), Stock("thai", split))


def _begun(title: str) -> str:
    """With a capital letter, unless the first word is a name such as mTOR or α-synuclein."""
    first = title.split(" ")[0].split("-")[0]
    return title[:1].upper() + title[1:] if len(first) > 1 and first.islower() else title


def _filled(rng: random.Random, pattern: str, stock: Stock) -> str:
    """The pattern with words; no word comes twice in one title."""
    used: set[str] = set()
    while "{" in pattern:
        section = pattern[pattern.index("{") + 1 : pattern.index("}")]
        word = rng.choice([word for word in stock.words(section) if word not in used])
        used.add(word)
        pattern = pattern.replace("{" + section + "}", word, 1)
    return pattern


def _in_title_case(title: str) -> str:
    words = title.split(" ")
    return " ".join(
        word if number and word in SMALL_WORDS else _begun(word)
        for number, word in enumerate(words)
    )
