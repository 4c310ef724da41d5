from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from directory.bulk import ToldQuerySet
from directory.enums import Meaning
from directory.models.plain import PlainText


class Phrase(PlainText):
    """What people write in a search, and what they mean by it: a choice, or what other words say as well."""

    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    words = models.TextField(
        _("words people use"),
        help_text=_("One word or phrase a line. Other forms of a word and other spellings are found too."),
    )
    means = models.CharField(_("means"), max_length=40, choices=Meaning, blank=True)
    same_as = models.CharField(
        _("same as"),
        max_length=100,
        blank=True,
        help_text=_("Other words, of any language, that say the same: a need, a place, a language or text."),
    )

    objects = ToldQuerySet.as_manager()

    class Meta:
        verbose_name = _("words in a search")
        verbose_name_plural = _("words in searches")
        ordering = ["means", "same_as", "language"]
        constraints = [
            models.CheckConstraint(
                condition=Q(means="", same_as__gt="") | Q(means__gt="", same_as=""),
                name="phrase_means_one_thing",
                violation_error_message=_("Choose what the words mean, or write what they are the same as."),
            ),
            models.CheckConstraint(condition=~Q(words=""), name="phrase_has_words"),
        ]

    def __str__(self) -> str:
        return ", ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.words.splitlines() if line.strip()]
