"""The marks of text that a page cut short: "Journal of clinical …", "..."."""

MARKS = ("…", "...")


def is_cut(text: str) -> bool:
    """Whether the text ends in a mark that more of it was not shown."""
    return text.rstrip().endswith(MARKS)


def without_cut_mark(text: str) -> str:
    """The text without such a mark at its end."""
    return text.rstrip().rstrip("….").rstrip() if is_cut(text) else text
