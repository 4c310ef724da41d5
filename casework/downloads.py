from django.http import HttpResponse
from django.utils.http import content_disposition_header

from casework.models import Attachment


def download(attachment: Attachment) -> HttpResponse:
    """To be saved, never shown in the page's own origin."""
    name = content_disposition_header(as_attachment=True, filename=attachment.name)
    headers = {"Content-Disposition": name or "attachment", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(attachment.content, content_type=attachment.media_type, headers=headers)
