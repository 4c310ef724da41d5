"""What stands in invented content may lead to nobody: numbers, addresses of the web and of post."""

import re

# Kept free for stories by those who give numbers out (Bundesnetzagentur, Ofcom, ARCEP, PTS, 555-01xx in North
# America); elsewhere an area code and then zeros, with which no subscriber's number begins.
NUMBERS = re.compile(
    r"""
      \+49 (3023125 | 4066969 | 2214710 | 8999998 | 6990009) \d{3}
    | \+44 (207946 | 121496 | 161496 | 141496) 0 \d{3}
    | \+33 (19900 | 26191 | 35301 | 46571 | 53649) \d{4}
    | \+46 (8465004 | 3139006 | 4062804) \d{2}
    | \+1 \d{3} 55501 \d{2}
    | \+43 (1 | 316 | 732) 000 \d{3,4}
    | \+41 (22 | 44 | 61) 000 \d{4}
    | \+32 [234] 0000 \d{3}
    | \+31 (10 | 20 | 30) 000 \d{4}
    | \+39 0[26] 0000 \d{4}
    | \+90 (212 | 312) 000 \d{4}
    """,
    re.VERBOSE,
)
# RFC 2606.
DOMAINS = re.compile(r"(https?://|[\w.+-]+@)([\w-]+\.)*example\.(org|com|net)(/\S*)?")


def rings_somewhere(number: str) -> bool:
    return not NUMBERS.fullmatch(number)


def is_somebodys(address: str) -> bool:
    return not DOMAINS.fullmatch(address)
