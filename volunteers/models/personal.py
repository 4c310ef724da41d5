from confidential.models import ConfidentialModel


class Personal(ConfidentialModel):
    """A row about a volunteer or a task: in no index, Wagtail's neither, and given to nobody by a group."""

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        default_permissions = ()
