"""Response headers that Django has no setting for."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

# No page asks for any of these, and no frame or script may.
REFUSED_FEATURES = [
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "fullscreen",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
]
# The results page may ask where the reader is, once the reader taps "near me".
PERMISSIONS_POLICY = ", ".join(["geolocation=(self)", *(f"{feature}=()" for feature in REFUSED_FEATURES)])


class IsolationMiddleware(MiddlewareMixin):
    """No other site may embed our files, and no page may use the device's camera, microphone and the like."""

    def process_response(self, _request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy everywhere but in the editors' admin, whose pages carry inline scripts and styles.

    A preview is a public page that the admin shows in a frame; Wagtail calls its request a dummy.
    """

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002 - django-csp chose the signature
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if report_only:
            return parts
        if getattr(request, "is_dummy", False):
            parts.config = settings.PREVIEW_CONTENT_SECURITY_POLICY
        elif request.path_info.startswith(f"/{settings.ADMIN_PATH}"):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts
