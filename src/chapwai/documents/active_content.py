"""What in a PDF acts by itself, reaches outside, or carries other files, and how it goes.

Links to the web, outlines, and what the publisher says about the work (XMP and DocInfo) stay.
"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

ACTIONS = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/Rendition",  # may carry JavaScript
    }
)
ANNOTATIONS = frozenset(
    {"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/Widget"}
)
CATALOG_KEYS = frozenset({"/OpenAction", "/AA", "/AcroForm", "/Collection"})
NAME_TREES = frozenset({"/JavaScript", "/EmbeddedFiles"})
TRIGGERS = frozenset({"/AA"})

_CONTAINERS = (Array, Dictionary, Stream)

# A dictionary, stream or array, and the place in it of a thing that has to go, and what that is.
Finding = tuple[Object, str | int, str]


def remove_active_content(pdf: Pdf) -> set[str]:
    """Remove all active content and return the names of what was found."""
    removed = set()
    for container, place, name in _findings(pdf):
        del container[place]
        removed.add(name)
    return removed


def active_content(pdf: Pdf) -> set[str]:
    """Return the names of all active content."""
    return {name for _, _, name in _findings(pdf)}


def _findings(pdf: Pdf) -> Iterator[Finding]:
    yield from _keys_of(pdf.Root, CATALOG_KEYS)
    yield from _keys_of(pdf.Root.get("/Names"), NAME_TREES)
    for page in pdf.pages:
        yield from _keys_of(page.obj, TRIGGERS)
    # Not by following links from the pages: an action can hang on anything, so look at everything.
    for indirect in pdf.objects:
        yield from _findings_within(indirect)


def _keys_of(container: Object | None, keys: frozenset[str]) -> Iterator[Finding]:
    if isinstance(container, Dictionary):
        for key in keys & set(container.keys()):
            yield container, key, key[1:]


def _findings_within(indirect: Object) -> Iterator[Finding]:
    waiting = [indirect]
    while waiting:
        container = waiting.pop()
        parts = _parts(container)
        for place, part in parts:
            if name := _active_name(part):
                yield container, place, name
        if isinstance(container, Dictionary) and "/Rect" in container:
            yield from _keys_of(container, TRIGGERS)
        waiting.extend(part for _, part in parts if not part.is_indirect)


def _parts(container: Object) -> list[tuple[str | int, Object]]:
    """Return what in it can hold something itself, with its place; of an array from the end.

    So removing one thing from an array does not move those that are still to come.
    """
    if isinstance(container, Array):
        places = reversed(list(enumerate(container)))
        return [(place, part) for place, part in places if isinstance(part, _CONTAINERS)]
    if isinstance(container, _CONTAINERS):
        return [(key, part) for key, part in container.items() if isinstance(part, _CONTAINERS)]
    return []


def _active_name(part: Object) -> str | None:
    if isinstance(part, Array):
        return None
    for key, names in (("/S", ACTIONS), ("/Subtype", ANNOTATIONS)):
        name = part.get(key)
        if isinstance(name, Name) and name in names:
            return str(name)[1:]
    if "/EF" in part or part.get("/Type") == Name.EmbeddedFile:
        return "EmbeddedFile"
    return "JavaScript" if _is_script_link(part) else None


def _is_script_link(part: Object) -> bool:
    address = part.get("/URI")
    return address is not None and str(address).strip()[:11].lower() == "javascript:"
