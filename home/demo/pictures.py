"""Calm pictures, drawn: nobody's face, nobody's suffering."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 675
# Drawn larger and made smaller, so that edges are smooth.
FINE = 2
W, H = WIDTH * FINE, HEIGHT * FINE

SKY, DAWN = (247, 226, 200), (240, 178, 132)
SUN = (255, 244, 214)
NIGHT, DUSK = (18, 62, 66), (62, 112, 108)
HILLS = ((226, 158, 116), (188, 126, 104), (110, 118, 108), (52, 92, 86), (20, 62, 58))
WALL, WINDOW = (214, 190, 160), (255, 224, 150)

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Picture:
    title: str
    file_name: str
    draw: Callable[[], Image.Image]

    def file(self) -> ContentFile:
        content = BytesIO()
        self.draw().resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(content, "JPEG", quality=88)
        return ContentFile(content.getvalue(), name=self.file_name)


def _hills() -> Image.Image:
    picture = _gradient(SKY, DAWN)
    draw = ImageDraw.Draw(picture)
    _disc(draw, W * 0.68, H * 0.42, H * 0.13, SUN)
    for layer, colour in enumerate(HILLS):
        level, swing = H * (0.52 + 0.1 * layer), H * (0.07 - 0.008 * layer)
        draw.polygon([*_wave(level, swing, 0.9 + 0.35 * layer, layer * 1.9), (W, H), (0, H)], fill=colour)
    return picture


def _doors() -> Image.Image:
    """A street at dusk in which one door stands open."""
    picture = _gradient(NIGHT, DUSK)
    draw = ImageDraw.Draw(picture)
    number, gap = 7, W * 0.02
    width = (W - gap * (number + 1)) / number
    for place in range(number):
        left, is_open = gap + place * (width + gap), place == number - 3
        top = H * (0.4 - 0.05 * math.sin(place * 2.1))
        colour = WINDOW if is_open else _between(DUSK, WALL, 0.18 + 0.1 * (place % 3))
        draw.rounded_rectangle((left, top, left + width, H * 0.86), radius=width / 2, fill=colour)
        draw.rectangle((left, H * 0.7, left + width, H * 0.86), fill=colour)
    draw.rectangle((0, H * 0.86, W, H), fill=NIGHT)
    left = gap + (number - 3) * (width + gap)
    light = [(left, H * 0.86), (left + width, H * 0.86), (left + width * 1.5, H), (left - width * 0.5, H)]
    draw.polygon(light, fill=_between(NIGHT, WINDOW, 0.45))
    return picture


def _water() -> Image.Image:
    picture = _gradient(DAWN, SKY)
    draw = ImageDraw.Draw(picture)
    _disc(draw, W * 0.32, H * 0.36, H * 0.1, SUN)
    bands = 9
    for band in range(bands):
        level = H * (0.48 + 0.058 * band)
        colour = _between((120, 160, 152), NIGHT, band / bands)
        draw.polygon([*_wave(level, H * 0.012, 3 + band % 4, band * 1.3), (W, H), (0, H)], fill=colour)
    return picture


def _threads() -> Image.Image:
    """Threads that come from far apart and meet."""
    picture = _gradient((250, 245, 234), (240, 226, 204))
    draw = ImageDraw.Draw(picture)
    colours = (HILLS[0], HILLS[1], HILLS[3], DUSK, DAWN)
    for thread in range(15):
        start, colour = H * (0.04 + thread * 0.066), colours[thread % len(colours)]
        points = [(x, _meeting(x / W, start, thread)) for x in range(0, W + 8, 8)]
        draw.line(points, fill=colour, width=5 * FINE, joint="curve")
    return picture


def _meeting(share: float, start: float, thread: int) -> float:
    """From its own height at the left edge, in an S to the knot, and on as a bundle."""
    way = min(1, share * 1.3)
    return start + (H * 0.5 + (thread - 7) * 9 * FINE - start) * way * way * (3 - 2 * way)


def _wave(level: float, swing: float, waves: float, phase: float) -> Iterator[tuple[float, float]]:
    for x in range(0, W + 8, 8):
        yield x, level + swing * math.sin(phase + waves * math.tau * x / W)


def _gradient(above: Colour, below: Colour) -> Image.Image:
    column = Image.new("RGB", (1, H))
    for y in range(H):
        column.putpixel((0, y), _between(above, below, y / H))
    return column.resize((W, H))


def _between(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _disc(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: Colour) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


PICTURES = {
    "hills": Picture("Hills at dawn", "hills.jpg", _hills),
    "doors": Picture("A street with an open door", "doors.jpg", _doors),
    "water": Picture("Water in the morning", "water.jpg", _water),
    "threads": Picture("Threads that meet", "threads.jpg", _threads),
}
