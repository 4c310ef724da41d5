"""To find again what is encrypted: the same value has the same hash, worth nothing without the key."""

import hashlib
import hmac

from confidential import keys


def keyed_hash(purpose: str, value: str) -> str:
    """Hashes of two purposes cannot be compared."""
    content = value.encode("utf-8", "surrogatepass")
    return hmac.new(keys.hash_key(purpose), content, hashlib.sha256).hexdigest()
