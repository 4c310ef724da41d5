from django.http import HttpResponse
from django.utils.http import content_disposition_header

from casework.models import Attachment, Case
from confidential.pages import found_or_404


def download(case: Case, key: str) -> HttpResponse:
    """A file of this case: to be saved, never shown in the page's own origin."""
    attachment = found_or_404(Attachment.objects.filter(message__case=case), key)
    name = content_disposition_header(as_attachment=True, filename=attachment.name)
    headers = {"Content-Disposition": name or "attachment", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(attachment.content, content_type=attachment.media_type, headers=headers)
