from confidential.models import ConfidentialModel


class CaseworkModel(ConfidentialModel):
    """Wagtail keeps an index of which row points to which, and shows it to whoever edits users."""

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
