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
    for container in _all_containers(pdf):
        yield from _things_in(container)


def _keys_of(container: Object | None, keys: frozenset[str]) -> Iterator[Finding]:
    if isinstance(container, Dictionary):
        for key in keys & set(container.keys()):
            yield container, key, key[1:]


def _all_containers(pdf: Pdf) -> Iterator[Object]:
    for indirect in pdf.objects:
        waiting = [indirect]
        while waiting:
            container = waiting.pop()
            if isinstance(container, Array | Dictionary | Stream):
                yield container
                waiting.extend(child for _, child in _children(container) if _is_direct(child))


def _things_in(container: Object) -> Iterator[Finding]:
    # From the end, so that removing one thing from an array does not move the others.
    for place, child in reversed(_children(container)):
        if name := _active_name(child):
            yield container, place, name
    if not isinstance(container, Array) and "/Rect" in container:
        yield from _keys_of(container, TRIGGERS)


def _children(container: Object) -> list[tuple[str | int, Object]]:
    if isinstance(container, Array):
        return list(enumerate(container))
    return list(container.items())


def _is_direct(child: object) -> bool:
    return isinstance(child, Array | Dictionary | Stream) and not child.is_indirect


def _active_name(child: object) -> str | None:
    if not isinstance(child, Dictionary | Stream):
        return None
    for key, names in (("/S", ACTIONS), ("/Subtype", ANNOTATIONS)):
        name = child.get(key)
        if isinstance(name, Name) and str(name) in names:
            return str(name)[1:]
    if "/EF" in child or child.get("/Type") == Name.EmbeddedFile:
        return "EmbeddedFile"
    return "JavaScript" if _is_script_link(child) else None


def _is_script_link(child: Object) -> bool:
    return child.get("/S") == Name.URI and str(child.get("/URI")).strip()[:11] == "javascript:"
