import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from chapwai.documents.active_content import active_content, remove_active_content


def action(kind, **entries):
    return Dictionary(Type=Name.Action, S=Name("/" + kind), **entries)


def annotation(subtype, **entries):
    return Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=[0, 0, 9, 9], **entries)


SCRIPT = action("JavaScript", JS=String("app.alert(1)"))


def with_open_action(pdf):
    pdf.Root.OpenAction = SCRIPT


def with_catalog_trigger(pdf):
    pdf.Root.AA = Dictionary(WC=SCRIPT)


def with_page_trigger(pdf):
    pdf.pages[0].AA = Dictionary(O=action("URI", URI=String("https://tracker.example")))


def with_named_script(pdf):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String("run"), SCRIPT]))


def with_embedded_file(pdf):
    pdf.attachments["setup.exe"] = b"MZ" * 1_000


def with_associated_file(pdf):
    stream = pdf.make_stream(b"MZ" * 1_000, Type=Name.EmbeddedFile)
    pdf.Root.AF = Array([Dictionary(Type=Name.Filespec, F="x", EF=Dictionary(F=stream))])


def with_collection(pdf):
    pdf.Root.Collection = Dictionary(Type=Name.Collection)


def with_form(pdf):
    field = pdf.make_indirect(annotation("Widget", FT=Name.Tx, T="name", AA=Dictionary(K=SCRIPT)))
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=[field], XFA=pdf.make_stream(b"<xdp/>"))
    # Structure trees point at fields too, so taking them off the page is not enough.
    pdf.Root.StructTreeRoot = Dictionary(K=Dictionary(Type=Name.OBJR, Obj=field))


def with_link(link_action):
    def add(pdf):
        pdf.pages[0].Annots = Array([annotation("Link", A=link_action)])

    return add


def with_annotation(subtype):
    def add(pdf):
        pdf.pages[0].Annots = Array([annotation(subtype), annotation("Highlight")])

    return add


def with_later_action(pdf):
    chain = action("GoTo", Next=[action("GoTo", Next=action("Launch", F="calc.exe")), SCRIPT])
    pdf.pages[0].Annots = Array([annotation("Link", A=chain)])


def with_outline_action(pdf):
    pdf.Root.Outlines = Dictionary(First=Dictionary(Title="x", A=action("Launch", F="calc.exe")))


def blank():
    pdf = Pdf.new()
    pdf.add_blank_page()
    return pdf


class TestRemoveActiveContent:
    @pytest.mark.parametrize(
        ("add", "names"),
        [
            (with_open_action, {"OpenAction"}),
            (with_catalog_trigger, {"AA"}),
            (with_page_trigger, {"AA"}),
            (with_named_script, {"JavaScript"}),
            (with_embedded_file, {"EmbeddedFiles"}),
            (with_associated_file, {"EmbeddedFile"}),
            (with_collection, {"Collection"}),
            (with_form, {"AcroForm", "Widget"}),
            (with_link(SCRIPT), {"JavaScript"}),
            (with_link(action("Launch", F="calc.exe")), {"Launch"}),
            (with_link(action("GoToR", F="other.pdf")), {"GoToR"}),
            (with_link(action("GoToE", F="inner.pdf")), {"GoToE"}),
            (with_link(action("SubmitForm", F="https://x.example")), {"SubmitForm"}),
            (with_link(action("ImportData", F="data.fdf")), {"ImportData"}),
            (with_link(action("Rendition", JS="app.alert(1)")), {"Rendition"}),
            (with_link(action("URI", URI="javascript:alert(1)")), {"JavaScript"}),
            (with_later_action, {"Launch", "JavaScript"}),
            (with_outline_action, {"Launch"}),
            *(
                (with_annotation(kind), {kind})
                for kind in ["FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D"]
            ),
        ],
    )
    def test_takes_it_away_and_names_it(self, add, names):
        pdf = blank()
        add(pdf)

        removed = remove_active_content(pdf)

        assert names <= removed
        left = laid_open(pdf)
        for word in [b"JavaScript", b"Launch", b"/JS", b"/AA", b"calc.exe", b"MZMZ", b"xdp"]:
            assert word not in left
        assert not any(f"/{name}".encode() in left for name in names)

    def test_leaves_other_marks_on_the_page(self):
        pdf = blank()
        kinds = ["Screen", "Movie", "Highlight", "Sound", "Link", "3D"]
        pdf.pages[0].Annots = Array([annotation(kind) for kind in kinds])

        remove_active_content(pdf)

        assert [mark.Subtype for mark in pdf.pages[0].Annots] == [Name.Highlight, Name.Link]

    def test_leaves_ordinary_links(self):
        pdf = blank()
        with_link(action("URI", URI=String("https://doi.example/10.1000/abc")))(pdf)

        assert remove_active_content(pdf) == set()
        assert pdf.pages[0].Annots[0].A.S == Name.URI


class TestActiveContent:
    def test_is_named_without_touching_it(self):
        pdf = blank()
        with_form(pdf)

        assert active_content(pdf) == {"AcroForm", "Widget", "AA", "JavaScript"}
        assert "/AcroForm" in pdf.Root

    def test_is_none_in_a_plain_page(self):
        assert active_content(blank()) == set()


def laid_open(pdf):
    """Everything that is left in a PDF when it is saved, unpacked."""
    content = io.BytesIO()
    pdf.save(content, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return content.getvalue()
