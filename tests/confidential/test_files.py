"""What people send in confidence keeps what one sees, and loses whatever else it could tell."""

import os
import time
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from pypdfium2 import PdfDocument

from confidential import pdf_pages
from confidential.files import CleanFile, cleaned
from tests.confidential.pdfs import LOCKED, of_many_pages, pdf

GPS, ORIENTATION, COPYRIGHT, UPSIDE_ON_ITS_SIDE = 0x8825, 0x0112, 0x8298, 6
SECRET = b"Berlin, taken by A. Person"
TELLING_NAME = "Maryam Rajabi at home"


def exif() -> Image.Exif:
    tags = Image.Exif()
    tags[COPYRIGHT] = SECRET.decode()
    tags[ORIENTATION] = UPSIDE_ON_ITS_SIDE
    tags[GPS] = {1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)}
    return tags


def png_texts() -> PngImagePlugin.PngInfo:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    texts.add_itxt("Location", SECRET.decode(), zip=True)
    return texts


def picture(image_format: str, size=(80, 60), **options) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", size, "teal").save(drawn, image_format, **options)
    return drawn.getvalue()


def clean(name: str, content: bytes) -> CleanFile:
    return cleaned(SimpleUploadedFile(name, content))


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(ValidationError) as refused:
        clean(name, content)
    return refused.value.code


TELLING = {
    "jpg": picture(
        "JPEG", exif=exif(), comment=SECRET, xmp=b"<x>" + SECRET + b"</x>", icc_profile=b"\0" * 36 + SECRET
    ),
    "png": picture("PNG", exif=exif(), pnginfo=png_texts(), icc_profile=b"\0" * 36 + SECRET),
}


@pytest.mark.parametrize("ending", TELLING)
def test_a_picture_tells_neither_where_nor_by_whom_it_was_taken(ending: str) -> None:
    file = clean(f"{TELLING_NAME}.{ending}", TELLING[ending] + b"appended: " + SECRET)

    with Image.open(BytesIO(file.content)) as stored:
        assert not stored.getexif()
        assert set(stored.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }
        assert stored.size == (60, 80), "it stands upright"
        red, green, blue = stored.convert("RGB").getpixel((30, 40))
        assert (red, green, blue) == pytest.approx((0, 128, 128), abs=3), "and shows the same"
    assert SECRET not in file.content


@pytest.mark.parametrize(
    ("ending", "name", "kind"),
    [
        ("jpg", "picture.jpg", "image/jpeg"),
        ("JPEG", "picture.jpg", "image/jpeg"),
        ("png", "picture.png", "image/png"),
        ("pdf", "document.pdf", "application/pdf"),
        ("txt", "text.txt", "text/plain"),
    ],
)
def test_its_name_tells_nothing_either(ending: str, name: str, kind: str) -> None:
    contents = {
        "jpg": TELLING["jpg"],
        "jpeg": TELLING["jpg"],
        "png": TELLING["png"],
        "pdf": pdf(),
        "txt": b"Hello",
    }
    file = clean(f"{TELLING_NAME}.{ending}", contents[ending.lower()])
    assert (file.name, file.kind) == (name, kind)


@pytest.mark.parametrize("path", ["../../x.png", "..\\..\\x.png", "/etc/x.png", "x\r\nX-A: b.png"])
def test_a_name_with_a_path_leads_nowhere(path: str) -> None:
    upload = SimpleUploadedFile("x.png", picture("PNG"))
    upload._name = path  # noqa: SLF001 - as it would be without Django's own care
    assert cleaned(upload).name == "picture.png"


def test_what_was_hidden_by_making_it_transparent_is_gone() -> None:
    hidden, drawn = Image.new("RGBA", (80, 60), (200, 10, 10, 0)), BytesIO()
    hidden.save(drawn, "PNG")
    with Image.open(BytesIO(clean("a.png", drawn.getvalue()).content)) as stored:
        assert stored.mode == "RGB"
        assert stored.getcolors() == [(80 * 60, (255, 255, 255))]


def test_the_small_picture_inside_a_phone_s_photograph_is_gone() -> None:
    drawn, inner = BytesIO(), Image.new("RGB", (40, 30), "red")
    Image.new("RGB", (80, 60), "teal").save(drawn, "MPO", save_all=True, append_images=[inner])
    with Image.open(BytesIO(clean("a.jpg", drawn.getvalue()).content)) as stored:
        assert (stored.format, stored.size) == ("JPEG", (80, 60))


NOT_TO_BE_SENT = {
    "a truncated JPEG": ("a.jpg", picture("JPEG", (800, 600))[:2000], "unreadable"),
    "a truncated PNG": ("a.png", picture("PNG", (800, 600))[:120], "unreadable"),
    "169 megapixels": ("a.png", picture("PNG", (13_000, 13_000)), "too_many_pixels"),
    "26 megapixels": ("a.png", picture("PNG", (5_200, 5_000)), "too_many_pixels"),
    "a drawing with script": ("a.svg", b"<svg><script>1</script></svg>", "kind_of_file"),
    "a drawing named as a picture": ("a.png", b"<svg><script>1</script></svg>", "another_kind"),
    "a picture named as another": ("a.png", picture("JPEG"), "another_kind"),
    "a PDF named as text": ("a.txt", pdf(), "another_kind"),
    "a page for browsers": ("a.html", b"<script>1</script>", "kind_of_file"),
    "a moving picture": ("a.gif", picture("GIF"), "kind_of_file"),
    "a program": ("a.exe", b"MZ\0", "kind_of_file"),
    "a program named as text": ("a.txt", b"MZ\0\1", "unreadable"),
    "no ending": ("picture", picture("PNG"), "kind_of_file"),
    "nothing": ("a.png", b"", "another_kind"),
    "over five megabytes": ("a.jpg", TELLING["jpg"] + b"\0" * 5 * 1024 * 1024, "too_large"),
    "text in another encoding": ("a.txt", "Füße".encode("latin-1"), "unreadable"),
    "a locked PDF": ("a.pdf", LOCKED, "password"),
    "a PDF of 21 pages": ("a.pdf", of_many_pages(21), "too_many_pages"),
    "a PDF without pages": ("a.pdf", of_many_pages(0), "unreadable"),
    "a broken PDF": ("a.pdf", b"%PDF-1.7\n" + os.urandom(4000), "unreadable"),
}


@pytest.mark.parametrize("what", NOT_TO_BE_SENT)
def test_everything_else_is_refused_in_words(what: str) -> None:
    name, content, code = NOT_TO_BE_SENT[what]
    assert refusal(name, content) == code


def test_a_pdf_becomes_pictures_of_its_pages() -> None:
    file = clean("a.pdf", pdf())
    document = PdfDocument(file.content)
    assert len(document) == 2
    assert document[0].get_textpage().get_text_range() == "", "no text is left, only how it looked"
    assert document[0].get_size() == pytest.approx((300, 200), abs=1)
    dark = document[0].render(scale=1).to_pil().convert("L").point(lambda light: light < 100 and 255)
    assert dark.getbbox() is not None


def test_neither_script_nor_attachment_nor_author_is_left_in_it() -> None:
    content = clean("a.pdf", pdf(secret=SECRET)).content
    document = PdfDocument(content)
    assert document.count_attachments() == 0
    assert set(document.get_metadata_dict(skip_empty=True)) == set()
    for telling in (
        SECRET,
        b"JavaScript",
        b"OpenAction",
        b"EmbeddedFile",
        b"Author",
        b"CreationDate",
        b"URI",
    ):
        assert telling not in content


def test_a_page_as_large_as_a_house_is_drawn_small() -> None:
    document = PdfDocument(clean("a.pdf", pdf(width=14_400, height=14_400)).content)
    assert max(document[0].get_size()) <= 1754 * 72 / 150 + 1


def test_a_pdf_that_keeps_its_reader_busy_is_given_up(monkeypatch) -> None:
    monkeypatch.setattr("confidential.pdf_files._SECONDS", 2)
    began = time.monotonic()
    assert refusal("a.pdf", pdf(busy=3_000_000)) == "unreadable"
    assert time.monotonic() - began < 10


def test_the_program_that_reads_it_knows_no_key(monkeypatch, tmp_path) -> None:
    prying = tmp_path / "prying.py"
    prying.write_text("import os; print(sorted(set(os.environ) - {'LC_CTYPE'}), end='')")
    monkeypatch.setattr("confidential.pdf_files._PROGRAM", prying)
    monkeypatch.setenv("CONFIDENTIAL_KEYS", "1:secret")
    assert clean("a.pdf", b"%PDF-").content == b"[]"


def test_and_may_take_no_more_room_and_time_than_it_needs_nor_write_a_file(monkeypatch, tmp_path) -> None:
    trying = tmp_path / "trying.py"
    limits = "_limit_what_this_program_may_take()"
    for deed in ("bytearray(2 ** 31)", f"open({str(tmp_path / 'left')!r}, 'w').write('x')"):
        trying.write_text(
            f"exec(open({pdf_pages.__file__!r}).read().partition('if __name__')[0])\n{limits}\n{deed}"
        )
        monkeypatch.setattr("confidential.pdf_files._PROGRAM", trying)
        assert refusal("a.pdf", b"%PDF-") == "unreadable"
    assert not (tmp_path / "left").exists() or (tmp_path / "left").read_bytes() == b""


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("ending", TELLING)
@given(changes=st.lists(st.tuples(st.integers(12, 400), st.integers(0, 255)), min_size=1, max_size=20))
@settings(max_examples=150, deadline=None)
def test_damage_anywhere_is_a_refusal_or_a_clean_picture_never_an_error(
    ending: str, changes: list[tuple[int, int]]
) -> None:
    damaged = bytearray(TELLING[ending])
    for place, byte in changes:
        damaged[place] = byte
    assert SECRET not in content_or_nothing(f"a.{ending}", bytes(damaged))


def content_or_nothing(name: str, content: bytes) -> bytes:
    try:
        return clean(name, content).content
    except ValidationError:
        return b""


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"\xef\xbb\xbfbegun", "begun"),
        ("من می‌روم".encode(), "من می‌روم"),
        ("سلام".encode("utf-16"), "سلام"),
        ("pass\u200b\u200d\u2060on \u202egnp.exe\u202c\u2066x\u2069".encode(), "passon gnp.exex"),
        ("wa\u200c\u200cter\u200c mark".encode(), "water mark"),
        ("👩‍👧 and ❤️".encode(), "👩‍👧 and ❤️"),
        ("a\U000e0041\U000e0042\ufe01b".encode(), "ab"),
        (b"\x1b[2Jcleared\x07", "[2Jcleared"),
        ("a\u2028b\x85c".encode(), "a\nb\nc"),
        (b"<script>1</script>", "<script>1</script>"),
    ],
)
def test_a_text_keeps_its_words_and_loses_what_hides_between_them(sent: bytes, kept: str) -> None:
    assert clean("a.txt", sent).content.decode() == kept


@pytest.mark.parametrize("language", ["fa", "ar", "fr", "de"])
def test_refusals_are_in_the_language_of_the_page(language: str) -> None:
    with pytest.raises(ValidationError) as refused:
        clean("a.gif", b"GIF")
    in_english = refused.value.messages
    with translation.override(language):
        assert refused.value.messages != in_english
