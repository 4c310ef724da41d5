"""What editors build pages from. Neither raw HTML nor embeds: they would call other origins."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from directory import phones
from directory.plain import plain

PLAIN_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class NoticeKind(TextChoices):
    INFORMATION = "info", _("Good to know")
    WARNING = "warning", _("Take care")


class NoticeBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(choices=NoticeKind.choices, default=NoticeKind.INFORMATION, label=_("Kind"))
    text = blocks.RichTextBlock(features=["bold", "link"], label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Notice")
        template = "home/blocks/notice.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(required=False, label=_("Who said it"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "home/blocks/quote.html"


class LinkBlock(blocks.StructBlock):
    """A button to a page of this site or to another site: one of the two."""

    text = blocks.CharBlock(max_length=80, label=_("Words on the button"))
    page = blocks.PageChooserBlock(required=False, label=_("Page of this site"))
    url = blocks.URLBlock(required=False, label=_("Address of another site"))

    class Meta:
        icon = "link"
        label = _("Button")
        template = "home/blocks/link.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            error = ValidationError(_("Choose a page or write an address, one of the two."))
            raise blocks.StructBlockValidationError({"page": error, "url": error})
        return cleaned


class ContactBlock(blocks.StructBlock):
    heading = blocks.CharBlock(required=False, label=_("Who or what for"))
    phone = blocks.CharBlock(required=False, max_length=30, label=_("Phone"))
    email = blocks.EmailBlock(required=False, label=_("E-mail"))
    hours = blocks.CharBlock(required=False, label=_("Hours"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        template = "home/blocks/contact.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        try:
            if cleaned["phone"]:
                cleaned["phone"], _extension = phones.dialable(cleaned["phone"], None)
        except ValidationError as error:
            raise blocks.StructBlockValidationError({"phone": error}) from error
        return cleaned


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(max_length=200, label=_("Question"))
    answer = blocks.RichTextBlock(features=PLAIN_FEATURES, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")
        template = "home/blocks/question.html"


class QuestionGroupBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=120, label=_("What these are about"))
    questions = blocks.ListBlock(QuestionBlock(), min_num=1, label=_("Questions"))

    class Meta:
        icon = "folder-open-inverse"
        label = _("Group of questions")
        template = "home/blocks/question_group.html"


class PlainStreamBlock(blocks.StreamBlock):
    """Its texts read as they are stored, whoever wrote or pasted them."""

    def clean(self, value: blocks.StreamValue, **options: Any) -> blocks.StreamValue:
        cleaned = super().clean(value, **options)
        return self.to_python(_plain(self.get_prep_value(cleaned)))


def _plain(stored: Any) -> Any:
    if isinstance(stored, str):
        return plain(stored)
    if isinstance(stored, dict):
        return {name: _plain(part) for name, part in stored.items()}
    return [_plain(part) for part in stored] if isinstance(stored, list) else stored


class QuestionsBlock(PlainStreamBlock):
    group = QuestionGroupBlock()


class BodyBlock(PlainStreamBlock):
    heading = blocks.CharBlock(
        max_length=120, icon="title", label=_("Heading"), template="home/blocks/heading.html"
    )
    paragraph = blocks.RichTextBlock(
        features=PLAIN_FEATURES, icon="pilcrow", label=_("Text"), template="home/blocks/paragraph.html"
    )
    notice = NoticeBlock()
    image = ImageBlock(icon="image", label=_("Image"), template="home/blocks/image.html")
    quote = QuoteBlock()
    link = LinkBlock()
    contact = ContactBlock()
