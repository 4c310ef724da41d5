"""Contact points as records hold them."""

from typing import Any

from directory.enums import ContactVisibility


def contact_point(kind: str, value: str, **more: Any) -> dict[str, Any]:
    blank = {"extension": "", "label": "", "language": "", "visibility": ContactVisibility.PUBLIC.value}
    return {"kind": str(kind), "value": value, **blank, "safe_to_leave_message": "", **more}
