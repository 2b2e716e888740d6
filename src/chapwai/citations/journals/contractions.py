"""Abbreviations of words in journals' names that are more than a beginning of the word.

Written by hand from the habits of medical and scientific journals: ISO 4 cuts most words at the
end ("surg" for surgery), which needs no table, and contracts a few. A word stands here when its
short form does not begin with the two letters that the word begins with, or stands for words of
several languages; everything else is found by rule in `names.py`.
"""

CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "dtsch": ("deutsch", "deutsche", "deutsches", "deutscher"),
    "jpn": ("japan", "japanese"),
    "jap": ("japan", "japanese"),
    "ztg": ("zeitung",),
    "ztschr": ("zeitschrift",),
    "zschr": ("zeitschrift",),
    "tidskr": ("tidskrift",),
    "tidsskr": ("tidsskrift",),
    "tijdschr": ("tijdschrift",),
    "phys": ("physics", "physical", "physik"),
    "psychol": ("psychology", "psychological", "psychologie"),
    "qual": ("quality", "qualitative"),
    "q": ("quarterly",),
    "ned": ("nederlands", "nederlandse"),
    "z": ("zeitschrift", "zealand"),
    "j": ("journal", "journals"),
    "lett": ("letters", "lettere"),
    "mag": ("magazine", "magazin"),
    "wkly": ("weekly",),
    "mon": ("monthly", "monograph"),
    "rep": ("report", "reports", "republic"),
    "u": ("united", "university"),
    "s": ("states", "south", "southern", "supplement"),
    "n": ("new", "north", "northern"),
    "y": ("york",),
    "a": ("america", "australian", "academy"),
    "c": ("canada", "college"),
    "w": ("west", "western"),
    "e": ("east", "eastern"),
    "thai": ("thailand",),
    "thail": ("thailand",),
}
# Journals that everybody knows by letters which are not the first letters of their names.
KNOWN_BY_LETTERS: dict[str, str] = {
    "nejm": "newenglandjournalmedicine",
    "pnas": "proceedingsnationalacademysciences",
    "jamia": "journalamericanmedicalinformaticsassociation",
    "jmir": "journalmedicalinternetresearch",
}
STOP_WORDS = {
    "a", "an", "and", "of", "the", "in", "for", "on", "to", "from", "with", "at", "by",
    "de", "des", "du", "der", "die", "das", "und", "et", "la", "le", "les", "l", "d",
    "del", "della", "e", "y", "i", "da", "do", "dos", "el", "los", "las", "en",
    "für", "fur", "voor", "van", "het", "och", "og",
}  # fmt: skip
