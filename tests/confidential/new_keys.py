"""Keys as an administrator adds and mistakes them."""


def key(letter: str) -> bytes:
    return (letter * 3 + "0123456789-abcdefghijklmnopqrstuvwxyz")[:32].encode()
