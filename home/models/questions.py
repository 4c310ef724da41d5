from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.blocks import QuestionsBlock
from home.models.editorial import EditorialPage


class QuestionsPage(EditorialPage):
    groups = StreamField(QuestionsBlock(), verbose_name=_("questions and answers"), blank=True)

    parent_page_types = ["home.HomePage", "home.InformationPage"]
    subpage_types: list[str] = []
    content_panels = [*EditorialPage.content_panels, FieldPanel("groups")]

    class Meta:
        verbose_name = _("questions and answers")
        verbose_name_plural = _("pages of questions and answers")
