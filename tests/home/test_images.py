"""Whatever is uploaded is drawn anew: a picture says what it shows, not where and when it was taken."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from PIL import Image, ImageCms, PngImagePlugin
from wagtail.users.models import UserProfile

from home.models import SiteImage
from tests.factories.pages import SiteImageFactory, picture

pytestmark = pytest.mark.django_db
GPS, ORIENTATION, COPYRIGHT, UPSIDE_ON_ITS_SIDE = 0x8825, 0x0112, 0x8298, 6
# What Pillow tells of every file of these formats.
HARMLESS = {
    "jfif",
    "jfif_version",
    "jfif_unit",
    "jfif_density",
    "progressive",
    "progression",
    "loop",
    "background",
}
HARMLESS |= {"timestamp", "duration"}
SECRET = b"Berlin, taken by A. Person"


def exif() -> Image.Exif:
    tags = Image.Exif()
    tags[COPYRIGHT] = SECRET.decode()
    tags[ORIENTATION] = UPSIDE_ON_ITS_SIDE
    tags[GPS] = {1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)}
    return tags


def png_texts() -> PngImagePlugin.PngInfo:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    return texts


TELLING = {
    "window.jpg": picture("JPEG", (800, 600), exif=exif(), comment=SECRET, xmp=b"<x>" + SECRET + b"</x>"),
    "window.png": picture("PNG", (800, 600), exif=exif(), pnginfo=png_texts()),
    "window.webp": picture("WEBP", (800, 600), exif=exif()),
}
WRONG = {
    "a truncated JPEG": ("window.jpg", picture("JPEG", (800, 600))[:2000]),
    "169 megapixels": ("window.png", picture("PNG", (13_000, 13_000))),
    "a drawing with script": (
        "window.svg",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    ),
    "a drawing named as a photograph": ("window.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "another format than its name says": ("window.png", picture("JPEG")),
    "a moving picture": ("window.gif", picture("GIF")),
    "nothing": ("window.png", b""),
    "text": ("window.png", b"not an image"),
}


def send_as_one_of_many(administrator, name: str, content: bytes) -> dict:
    response = administrator.post(
        reverse("wagtailimages:add_multiple"), {"files[]": SimpleUploadedFile(name, content)}
    )
    return json.loads(response.content)


def send_from_a_chooser(administrator, name: str, content: bytes) -> dict:
    response = administrator.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "A window",
            "image-chooser-upload-file": SimpleUploadedFile(name, content),
        },
    )
    return json.loads(response.content)


def send_by_the_form(administrator, name: str, content: bytes) -> str:
    response = administrator.post(
        reverse("wagtailimages:add"), {"title": "A window", "file": SimpleUploadedFile(name, content)}
    )
    return response.content.decode()


WAYS = [send_as_one_of_many, send_from_a_chooser, send_by_the_form]


def stored_files() -> list[Path]:
    return [path for path in Path(django_settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.mark.parametrize("send", WAYS)
@pytest.mark.parametrize("name", TELLING)
def test_neither_the_original_nor_any_size_of_it_tells_where_it_was_taken(administrator, send, name):
    send(administrator, name, TELLING[name])

    files = stored_files()
    assert len(files) >= 4, "the original and the sizes that pages show"
    for path in files:
        with Image.open(path) as stored:
            assert not stored.getexif()
            assert set(stored.info) <= HARMLESS
        assert SECRET not in path.read_bytes()


@pytest.mark.parametrize("send", WAYS)
def test_a_picture_taken_sideways_stands_upright(administrator, send):
    send(administrator, "window.jpg", TELLING["window.jpg"])

    image = SiteImage.objects.get()
    assert (image.width, image.height) == (600, 800)
    with Image.open(image.file.path) as stored:
        assert stored.size == (600, 800)


def test_its_colour_profile_stays(administrator):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    send_as_one_of_many(administrator, "window.jpg", picture("JPEG", icc_profile=profile))

    with Image.open(SiteImage.objects.get().file.path) as stored:
        assert stored.info["icc_profile"] == profile


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_no_sound_picture_is_refused_beside_its_field(administrator, kind):
    name, content = WRONG[kind]

    of_many = send_as_one_of_many(administrator, name, content)
    chosen = send_from_a_chooser(administrator, name, content)
    sent = send_by_the_form(administrator, name, content)

    assert of_many["success"] is False
    assert of_many["error_message"]
    assert chosen["step"] == "reshow_creation_form"
    assert "error" in sent
    assert not SiteImage.objects.exists()
    assert stored_files() == []


def test_a_file_over_ten_megabytes_is_refused(administrator):
    answer = send_as_one_of_many(administrator, "window.jpg", picture("JPEG") + b"\0" * (10 * 1024 * 1024))

    assert answer["success"] is False


@pytest.mark.parametrize("name", ["../../x.png", "..\\..\\x.png", "/etc/x.png"])
def test_a_name_with_a_path_leads_nowhere(administrator, name):
    body = encode_multipart(BOUNDARY, {"files[]": SimpleUploadedFile("here", picture("PNG"))})
    body = body.replace(b'filename="here"', b'filename="' + name.encode() + b'"')

    response = administrator.generic(
        "POST", reverse("wagtailimages:add_multiple"), body, content_type=MULTIPART_CONTENT
    )

    assert json.loads(response.content)["success"] is True
    assert SiteImage.objects.get().file.name == "original_images/x.png"
    root = Path(django_settings.MEDIA_ROOT)
    assert {path.parent.name for path in stored_files()} == {"original_images", "images"}
    assert not (root.parent / "x.png").exists()


def test_an_upload_whose_other_fields_are_wrong_leaves_no_file_behind(administrator):
    response = administrator.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "x" * 300, "files[]": SimpleUploadedFile("window.jpg", TELLING["window.jpg"])},
    )

    assert json.loads(response.content)["success"] is False
    assert stored_files() == []


def test_a_new_file_for_an_image_replaces_all_its_sizes(administrator, django_capture_on_commit_callbacks):
    image = SiteImageFactory()
    before = {path.read_bytes() for path in stored_files()}

    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(
            reverse("wagtailimages:edit", args=[image.pk]),
            {"title": "A door", "file": SimpleUploadedFile("door.jpg", TELLING["window.jpg"])},
        )

    image = SiteImage.objects.get()
    assert image.title == "A door"
    assert (image.fallback.width, image.fallback.height) == (600, 800)
    assert image.srcset.endswith("600w")
    assert before.isdisjoint(path.read_bytes() for path in stored_files())


def test_the_shell_and_imports_go_the_same_way():
    SiteImageFactory(file=SimpleUploadedFile("window.jpg", TELLING["window.jpg"]))

    image = SiteImage.objects.get()
    assert (image.width, image.height) == (600, 800)
    assert all(SECRET not in path.read_bytes() for path in stored_files())


def test_a_transparent_palette_survives():
    sign, drawn = Image.new("P", (50, 50), 0), BytesIO()
    sign.putpalette([200, 0, 0, 0, 200, 0])
    sign.save(drawn, "PNG", transparency=0)

    image = SiteImageFactory(file=SimpleUploadedFile("sign.png", drawn.getvalue()))

    with Image.open(image.file.path) as stored:
        assert stored.convert("RGBA").getpixel((0, 0))[3] == 0


def test_the_refusal_is_in_the_editors_language(administrator, django_user_model):
    UserProfile.objects.create(user=django_user_model.objects.get(), preferred_language="de")

    answer = send_as_one_of_many(administrator, "window.gif", picture("GIF"))

    assert "Nicht unterstütztes Bildformat" in answer["error_message"]


def test_no_portrait_of_an_editor_is_taken(administrator, django_user_model):
    address = reverse("wagtailadmin_account")
    upload = SimpleUploadedFile("me.jpg", picture(size=(90, 90), exif=exif()), "image/jpeg")
    names = {"name_email-first_name": "A", "name_email-last_name": "B", "name_email-email": "a@example.org"}

    assert 'type="file"' not in administrator.get(address).content.decode()
    administrator.post(address, {**names, "avatar-avatar": upload, "locale-preferred_language": "fa"})

    user = django_user_model.objects.get()
    assert not UserProfile.get_for_user(user).avatar


def test_hidden_signs_enter_no_text_of_an_image():
    image = SiteImageFactory.build(title="A \u202eroom", description="Chairs\u2067")
    image.clean_fields(exclude=["file", "collection"])
    assert (image.title, image.description) == ("A room", "Chairs")
