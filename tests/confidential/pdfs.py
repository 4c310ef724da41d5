"""Small PDFs written by hand, with whatever a PDF can hold besides its pages."""

import zlib


def pdf(*, secret: bytes = b"Secret", width: int = 300, height: int = 200, busy: int = 0) -> bytes:
    """Two pages with a word and a link, a script that runs when it is opened, an attachment and an author.

    `busy` strokes are drawn on each page.
    """
    drawing = b"BT /F1 40 Tf 20 80 Td (Seen) Tj ET " + b"0 0 m 300 200 l S 0 200 m 300 0 l S " * busy
    box = b"[0 0 %d %d]" % (width, height)
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox"
        + box
        + b"/Resources<</Font<</F1 5 0 R>>>>/Contents 6 0 R/Annots["
        b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://" + secret + b")>>>>]>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\('" + secret + b"'\\))>>"
        b"/Names<</EmbeddedFiles<</Names[(" + secret + b") 7 0 R]>>>>>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
        page,
        page,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        _stream(b"/Filter/FlateDecode", zlib.compress(drawing)),
        b"<</Type/Filespec/F(" + secret + b")/EF<</F 8 0 R>>>>",
        _stream(b"/Type/EmbeddedFile", secret),
        b"<</Author(" + secret + b")/CreationDate(D:20260101)/Producer(" + secret + b")>>",
    ]
    return _file(objects, b"/Info 9 0 R")


def of_many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"
    pages = b"<</Type/Pages/Count %d/Kids[" % count + kids + b"]>>"
    return _file([b"<</Type/Catalog/Pages 2 0 R>>", pages, *[page] * count])


def _locked() -> bytes:
    """Encrypted with a password that nobody has: any check of a guess against it fails."""
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
    return _file(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"], lock + b"/ID[<41><41>]"
    )


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def _file(objects: list[bytes], trailer: bytes = b"") -> bytes:
    written, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj" % number + content + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    root = b"trailer<</Size %d/Root 1 0 R" % (len(objects) + 1) + trailer
    return written + head + table + root + b">>\nstartxref\n%d\n%%%%EOF" % len(written)


LOCKED = _locked()
