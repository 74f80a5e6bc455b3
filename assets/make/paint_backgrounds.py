"""Paint the backgrounds that need no room: a town at dusk, out of focus, and a soft gradient.

From the project's root, with numpy and opencv-python:

    python assets/make/paint_backgrounds.py
"""

import cv2
import numpy as np
from tone import SIZE_PX, Picture, encode, expose, linear, quantize, save_background

WIDTH, HEIGHT = SIZE_PX


def slope(value: Picture, stops: list[tuple[float, str]]) -> Picture:
    """Blend linear colours over `value` (H, W); each stop is a position and a colour."""
    places = [place for place, _ in stops]
    colors = np.array([linear(color) for _, color in stops])
    return np.stack([np.interp(value, places, colors[:, c]) for c in range(3)], axis=-1).astype(np.float32)


def aperture(radius_px: float, blades: int = 9) -> Picture:
    """What a lens makes of a point out of focus: a rounded polygon, its rim a little brighter; it sums to 1."""
    size = int(radius_px) + 2
    y, x = np.mgrid[-size : size + 1, -size : size + 1].astype(np.float32)
    angle = np.arctan2(y, x)
    sector = np.mod(angle, 2 * np.pi / blades) - np.pi / blades
    polygon = np.hypot(x, y) * np.cos(sector) / np.cos(np.pi / blades)
    distance = 0.5 * np.hypot(x, y) + 0.5 * polygon
    disc = np.clip(radius_px - distance + 0.5, 0, 1) * (0.85 + 0.3 * np.clip(distance / radius_px, 0, 1) ** 6)
    return (disc / disc.sum()).astype(np.float32)


def spot(town: Picture, row: float, column: float, light: Picture, size_px: int = 4) -> None:
    """Put a small square light into the picture, in place."""
    top, left = max(0, int(row)), max(0, int(column))
    town[top : top + size_px, left : left + size_px] = light


def tower(town: Picture, rng: np.random.Generator, left: int, right: int, top: int, depth: float) -> None:
    """Paint one tower with its lit windows, in place; `depth` runs from 1, far off in the haze, to 0, close by."""
    wall = depth * linear("#6d6488") * 0.75 + (1 - depth) * linear("#141a2c")
    town[top:, left:right] = wall * (0.9 + 0.2 * rng.random())
    pitch_x, pitch_y = 10 + int(10 * (1 - depth)), 15 + int(13 * (1 - depth))
    for row in range(top + 12, town.shape[0] - 30, pitch_y):
        in_use = rng.random() ** 2.5
        for column in range(left + 5, right - 6, pitch_x):
            if rng.random() < 0.55 * in_use:
                light = linear(rng.choice(["#ffd9a0", "#ffc070", "#fff0d8", "#ffb45e", "#dfe8ff"]))
                spot(town, row, column, light * rng.lognormal(0.2, 0.7) * (0.7 + 1.6 * (1 - depth)), 5)


def city_dusk() -> Picture:
    """A town seen from a high window after sunset: sky, hazy towers, lit windows, a street with lamps and cars."""
    rng = np.random.default_rng(12)
    margin = 80
    width, height = WIDTH + 2 * margin, HEIGHT + 2 * margin
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    horizon = 0.62 * height
    glow = np.exp(-(((x - 0.26 * width) / (0.5 * width)) ** 2))
    sky = [(0.0, "#1b2848"), (0.3, "#33457a"), (0.55, "#6b6797"), (0.75, "#b58593"), (0.9, "#eaa57e"), (1.0, "#ffcf94")]
    town = cv2.GaussianBlur(slope(y / horizon * (0.80 + 0.2 * glow), sky), (0, 0), 40)
    for depth, tallest in ((1.0, 0.26), (0.72, 0.34), (0.4, 0.42), (0.1, 0.36)):
        left = int(rng.uniform(-80, 0))
        while left < width:
            right = left + int(rng.uniform(70, 150) * (1.5 - 0.6 * depth))
            top = int(horizon + 150 * (1 - depth) ** 2 - height * tallest * rng.uniform(0.1, 1.0) ** 1.5)
            tower(town, rng, max(0, left), min(width, right), top, depth)
            left = right + int(rng.uniform(-10, 60) * depth)
    for t in np.linspace(0.03, 1, 15) ** 1.4:
        row, street = horizon + 60 + 0.33 * height * t, (0.6975 + 0.085 * t) * width
        breadth = (0.012 + 0.09 * t) * width
        for side, lights in ((-1, "#fff0d0"), (1, "#ff5a40")):
            lamp = linear("#ffb562") * rng.uniform(8, 24)
            spot(town, row - 40 * t, street + side * breadth + rng.normal(0, 10), lamp)
            for _ in range(rng.poisson(0.9)):
                lane = street + side * breadth * rng.uniform(0.15, 0.65)
                spot(town, row + rng.uniform(0, 30), lane, linear(lights) * rng.uniform(6, 24))
    for _ in range(26):
        lamp = linear(rng.choice(["#ffb057", "#ffc887", "#ffe2b8", "#bcd8ff", "#8fd9c4"])) * rng.lognormal(2.4, 0.5)
        spot(town, horizon + rng.uniform(60, 400), rng.uniform(0, width), lamp)
    blurred = cv2.filter2D(town, -1, aperture(21), borderType=cv2.BORDER_REFLECT)
    return blurred[margin:-margin, margin:-margin]


def soft_gradient() -> Picture:
    """Folds of light in the app icon's colours."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    u, v = x / WIDTH, y / HEIGHT
    picture = slope(0.65 * v + 0.35 * u, [(0.0, "#37367c"), (0.5, "#2c2b66"), (1.0, "#1b1a47")])
    for at_u, at_v, spread, color, share in (
        (0.02, 0.05, 0.42, "#3cc8c8", 0.55),
        (1.0, 0.95, 0.50, "#ff8a5b", 0.75),
        (0.95, 0.30, 0.30, "#ffd27d", 0.30),
        (0.25, 1.05, 0.40, "#6a4bc0", 0.50),
    ):
        bump = np.exp(-((u - at_u) ** 2 + ((v - at_v) * 0.6) ** 2) / (2 * spread**2 * 0.35)) * share
        picture += bump[..., None] * (linear(color) - picture)
    for base, swing, phase, shade in ((0.30, 0.14, 0.4, 0.16), (0.52, 0.18, 1.9, 0.20), (0.76, 0.13, 3.3, 0.24)):
        crest = base + swing * np.sin(2.6 * u + phase) + 0.04 * np.sin(6.1 * u + 2 * phase)
        below = v - crest
        inside = 0.5 + 0.5 * np.tanh(below / 0.0032)
        lit = np.exp(-np.maximum(below, 0) / 0.16) * inside
        shadow = np.exp(-np.maximum(-below, 0) / 0.07) * (1 - inside)
        picture *= (1 + 1.3 * shade * lit - 1.1 * shade * shadow)[..., None]
    return picture


def main() -> None:
    """Paint both."""
    save_background("city-dusk", quantize(encode(expose(city_dusk(), 0.10))))
    save_background("soft-gradient", quantize(encode(np.clip(soft_gradient(), 0, 1), contrast=0.1)))


if __name__ == "__main__":
    main()
