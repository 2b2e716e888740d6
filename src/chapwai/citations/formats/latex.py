"""LaTeX's accents, letters and markup as plain Unicode."""

import re
import unicodedata

COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "ng": "ŋ", "dj": "đ", "DJ": "Đ", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "epsilon": "ε", "kappa": "κ", "lambda": "λ", "mu": "μ", "pi": "π",
    "sigma": "σ", "omega": "ω", "Delta": "Δ", "Omega": "Ω", "times": "×", "pm": "±",
    "leq": "≤", "geq": "≥", "textendash": "–", "textemdash": "—", "textquoteright": "’",
    "textquoteleft": "‘", "textdegree": "°", "textregistered": "®", "texttrademark": "™",
}  # fmt: skip
# \'e, \'{e}, \'\i and \"{\i}; those named by a letter need a brace or a space: \v{c}, \v c.
ACCENT = re.compile(
    r"\\(?:([`'^\"~=.])\s?|([uvHckrdb])(?=[\s{]))\s?"
    r"(?:\{\s?(?:\\([ij])|([A-Za-z]))\s?\}|\\([ij])(?![A-Za-z])\s?|([A-Za-z]))"
)
LETTER = re.compile(r"\\([A-Za-z]{1,20})(?:\s|\{\}|(?![A-Za-z]))")
ESCAPED = re.compile(r"\\([&%$#_{} -])")


def without_latex(text: str) -> str:
    """The text as it would be printed, in NFC."""
    if "\\" in text:
        text = ACCENT.sub(_accented, text)
        text = LETTER.sub(lambda command: LETTERS.get(command[1], ""), text)
        text = ESCAPED.sub(lambda escaped: f"\0{ord(escaped[1])};", text)
    text = re.sub(r"[{}$\\]", "", text).replace("~", " ")
    text = text.replace("---", "—").replace("--", "–").replace("``", '"').replace("''", '"')
    # Escaped signs are put back last, or the braces among them would be taken for markup.
    text = re.sub(r"\0(\d{1,3});", lambda escaped: chr(int(escaped[1])), text)
    return unicodedata.normalize("NFC", text)


def _accented(accent: re.Match[str]) -> str:
    mark = accent[1] or accent[2]
    letter = accent[3] or accent[4] or accent[5] or accent[6]
    return unicodedata.normalize("NFC", letter + COMBINING[mark])
