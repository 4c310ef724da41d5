from confidential.models import ConfidentialModel


class Personal(ConfidentialModel):
    """A row about a volunteer or a task, given to nobody by a group."""

    class Meta:
        abstract = True
        default_permissions = ()
