"""Draw the icons: assets/icons/*.svg and the app icon as PNG.

Run from the project's root, then compile the resources:

    QT_QPA_PLATFORM=offscreen python assets/make/make_icons.py
    pyside6-rcc --format-version 1 --no-compress resources.qrc -o ui/style/resources_rc.py

Resource format 1 keeps no file times, so that the same icons always compile to the same text.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path("assets/icons")
APP_SIZES_PX = (16, 24, 32, 48, 64, 128, 256, 512)

# One neutral grey serves light and dark windows: its contrast is 4.0:1 on white and 4.2:1 on #1e1e1e, where
# WCAG 2.1 (1.4.11) asks 3:1 of a control's graphics.
LINE_COLOR = "#76808c"
LINE_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    f'<g fill="none" stroke="{LINE_COLOR}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
    "{shapes}</g></svg>\n"
)


def dot(x: float, y: float, radius: float) -> str:
    """A filled circle, as one SVG element."""
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{LINE_COLOR}" stroke="none"/>'


def circle(x: float, y: float, radius: float) -> str:
    """A circle's outline, as one SVG element."""
    return f'<circle cx="{x}" cy="{y}" r="{radius}"/>'


def rect(x: float, y: float, width: float, height: float, radius: float = 2.25) -> str:
    """A rounded rectangle's outline, as one SVG element."""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}"/>'


def path(data: str) -> str:
    """A stroked path, as one SVG element."""
    return f'<path d="{data}"/>'


def filled(data: str) -> str:
    """A filled path without a stroke, as one SVG element."""
    return f'<path d="{data}" fill="{LINE_COLOR}" stroke="none"/>'


FRAME = rect(3.5, 5, 17, 14)

LINE_ICONS: dict[str, tuple[str, ...]] = {
    # Backgrounds.
    "none": (circle(12, 12, 8.25), path("M6.2 6.2 17.8 17.8")),
    "blur": (
        *(dot(x, y, 1.75) for x in (9.25, 14.75) for y in (9.25, 14.75)),
        *(dot(x, y, 1.1) for x, y in ((9.25, 4.25), (14.75, 4.25), (9.25, 19.75), (14.75, 19.75))),
        *(dot(x, y, 1.1) for x, y in ((4.25, 9.25), (4.25, 14.75), (19.75, 9.25), (19.75, 14.75))),
        *(dot(x, y, 0.7) for x in (4.75, 19.25) for y in (4.75, 19.25)),
    ),
    "color": (
        path("M12 3.25C9.5 6.25 5.75 10.25 5.75 14.25a6.25 6.25 0 0 0 12.5 0C18.25 10.25 14.5 6.25 12 3.25z"),
        path("M9 14.5a3.1 3.1 0 0 0 3 3"),
    ),
    "image": (FRAME, circle(8.5, 9.75, 1.5), path("M4 17.25 8.75 13l3.25 2.75L15.75 12l4.5 4.25")),
    "video": (FRAME, path("M10.25 9.25v5.5L14.75 12z")),
    "transparent": (
        rect(4, 4, 16, 16),
        filled("M4 5.5 5.5 4H8v4H4zM12 4h4v4h-4zM8 8h4v4H8zM16 8h4v4h-4zM4 12h4v4H4zM12 12h4v4h-4z"),
        filled("M8 16h4v4H8zM16 16h4v2.5L18.5 20H16z"),
    ),
    # Devices and publishing.
    "camera": (circle(12, 10.25, 6.75), circle(12, 10.25, 2.5), path("M9.5 17 8 20.5h8L14.5 17")),
    "virtual-camera": (
        dot(12, 12, 2.1),
        path("M8.3 15.7a5.25 5.25 0 0 1 0-7.4M15.7 8.3a5.25 5.25 0 0 1 0 7.4"),
        path("M5.3 18.7a9.5 9.5 0 0 1 0-13.4M18.7 5.3a9.5 9.5 0 0 1 0 13.4"),
    ),
    "start": (path("M7.5 4.75v14.5L19 12z"),),
    "stop": (rect(5.75, 5.75, 12.5, 12.5, 2),),
    "pause": (path("M8.5 5v14M15.5 5v14"),),
    "freeze": (
        path("M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9"),
        path("M9.5 4.75 12 7.25l2.5-2.5M9.5 19.25l2.5-2.5 2.5 2.5"),
        path("M4.5 10.6l3.4-.95L7 6.2M19.5 13.4l-3.4.95.9 3.45M19.5 10.6l-3.4-.95.9-3.45M4.5 13.4l3.4.95L7 17.8"),
    ),
    # The picture.
    "mirror": (
        path("M9 6.25 3.5 17.75H9zM15 6.25l5.5 11.5H15z"),
        path("M12 3.25v2M12 8.75v2M12 14.25v2M12 19.25v1.5"),
    ),
    "split-view": (FRAME, path("M12 2.75v18.5M9 10.25 7.25 12 9 13.75M15 10.25 16.75 12 15 13.75")),
    "mask": (
        rect(4, 4, 16, 16),
        dot(12, 9.75, 2.9),
        filled("M6.5 19.5v-1a5.5 5 0 0 1 11 0v1z"),
    ),
    "full-screen": (
        path("M4 8.75V6.25A2.25 2.25 0 0 1 6.25 4h2.5M15.25 4h2.5A2.25 2.25 0 0 1 20 6.25v2.5"),
        path("M20 15.25v2.5A2.25 2.25 0 0 1 17.75 20h-2.5M8.75 20h-2.5A2.25 2.25 0 0 1 4 17.75v-2.5"),
    ),
    # Actions and states.
    "settings": (
        circle(12, 12, 6.25),
        circle(12, 12, 2.5),
        path("M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21"),
        path("M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M5.6 18.4l1.8-1.8M16.6 7.4l1.8-1.8"),
    ),
    "adjust": (
        path("M4 6.5h8.5M17.5 6.5H20M4 12h2.5M11.5 12H20M4 17.5h7.5M16.5 17.5H20"),
        circle(15, 6.5, 2.25),
        circle(9, 12, 2.25),
        circle(14, 17.5, 2.25),
    ),
    "close": (path("M6.5 6.5l11 11M17.5 6.5l-11 11"),),
    "models": (
        path("M12 3.75 20.25 8 12 12.25 3.75 8z"),
        path("M3.75 12 12 16.25 20.25 12M3.75 16 12 20.25 20.25 16"),
    ),
    "add": (path("M12 5v14M5 12h14"),),
    "remove": (
        path("M4.5 6.75h15M9.25 6.5V4.75A1.25 1.25 0 0 1 10.5 3.5h3a1.25 1.25 0 0 1 1.25 1.25V6.5"),
        path("M6.5 7l.75 11.6A2 2 0 0 0 9.25 20.5h5.5a2 2 0 0 0 2-1.9L17.5 7M10.25 11v5.5M13.75 11v5.5"),
    ),
    "undo": (path("M8.5 14.25 4 9.75l4.5-4.5M4 9.75h10a5 5 0 0 1 0 10h-3"),),
    "download": (path("M12 4v11M7.5 10.75 12 15.25l4.5-4.5"), path("M4.5 19.75h15")),
    "statistics": (path("M5.5 19.5v-6M12 19.5v-15M18.5 19.5v-10"),),
    "setup": (path("M12 3.75a8.25 8.25 0 1 1 0 16.5 8.25 8.25 0 0 1 0-16.5M8.25 12.25l2.6 2.6 5-5.2"),),
    "about": (path("M12 3.75a8.25 8.25 0 1 1 0 16.5 8.25 8.25 0 0 1 0-16.5M12 11.25v4.75"), dot(12, 8, 1.1)),
    "warning": (
        path("M12 4.25 3.2 18.6a1 1 0 0 0 .85 1.5h15.9a1 1 0 0 0 .85-1.5z"),
        path("M12 10v4.25"),
        dot(12, 17, 1.1),
    ),
}

# A person before a curved backdrop, which is seen from inside its curve: its ends stand taller than its middle.
APP_ICON = """\
<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
<defs>
<linearGradient id="tile" gradientUnits="userSpaceOnUse" x1="0" y1="8" x2="0" y2="248">
<stop offset="0" stop-color="#2b2a63"/><stop offset="1" stop-color="#15143a"/></linearGradient>
<linearGradient id="backdrop" x1="0" y1="0" x2="1" y2="0">
<stop offset="0" stop-color="#ff8a5b"/><stop offset="0.5" stop-color="#ffd27d"/><stop offset="1" stop-color="#3cc8c8"/>
</linearGradient>
</defs>
<rect x="8" y="8" width="240" height="240" rx="54" fill="url(#tile)"/>
<path d="M34 62C34 51 43 45 53 49C100 66 156 66 203 49C213 45 222 51 222 62V176C222 187 213 193 203 189
C156 172 100 172 53 189C43 193 34 187 34 176Z" fill="url(#backdrop)"/>
<path d="M128 68A40 40 0 0 1 154 138C185 147 206 173 208 207C208 216 202 222 193 222H63C54 222 48 216 48 207
C50 173 71 147 102 138A40 40 0 0 1 128 68Z" fill="url(#tile)"/>
<circle cx="128" cy="108" r="30" fill="#ffffff"/>
<path d="M58 207C60 172 88 149 128 149C168 149 196 172 198 207C198 210 196 212 193 212H63C60 212 58 210 58 207Z"
fill="#ffffff"/>
</svg>
"""


def render(svg: Path, size_px: int) -> QImage:
    """Draw an SVG file into a square, premultiplied ARGB image of `size_px`."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.read_bytes())).render(painter)
    painter.end()
    return image


def main() -> None:
    """Write every icon."""
    application = QGuiApplication([])
    ICONS.mkdir(parents=True, exist_ok=True)
    for name, shapes in LINE_ICONS.items():
        (ICONS / f"{name}.svg").write_text(LINE_ICON.format(shapes="".join(shapes)))
    (ICONS / "app.svg").write_text(APP_ICON)
    for size_px in APP_SIZES_PX:
        name = f"app-{size_px}.png"
        if not render(ICONS / "app.svg", size_px).save(str(ICONS / name)):
            raise OSError(f"cannot write {ICONS / name}")
    application.quit()


if __name__ == "__main__":
    main()
