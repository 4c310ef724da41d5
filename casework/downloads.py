from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from casework.models import Attachment, Case


def download(case: Case, key: str) -> HttpResponse:
    """A file of this case: to be saved, never shown in the page's own origin."""
    try:
        attachment = Attachment.objects.filter(message__case=case, pk=key).first()
    except ValidationError as error:
        raise Http404 from error
    if attachment is None:
        raise Http404
    name = content_disposition_header(as_attachment=True, filename=attachment.name)
    headers = {"Content-Disposition": name or "attachment", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(attachment.content, content_type=attachment.media_type, headers=headers)
