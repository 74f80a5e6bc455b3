"""What a run measured, as scalars.csv, and as curves.png for the eye."""

import csv
from pathlib import Path


class Curves:
    """Appends to save_dir/scalars.csv (iter, name, value); a resumed run drops what lies after its checkpoint.

    Args:
        save_dir: The run's folder, made where it is missing.
        start: The iteration that the run goes on from.
    """

    def __init__(self, save_dir: Path, start: int) -> None:
        save_dir.mkdir(parents=True, exist_ok=True)
        self._table, self._picture = save_dir / "scalars.csv", save_dir / "curves.png"
        earlier = [row for row in self._rows() if int(row[0]) <= start] if start else []
        with self._table.open("w", newline="") as file:
            csv.writer(file).writerows(earlier)

    def add(self, iteration: int, **values: float) -> None:
        """Appends one row a value."""
        with self._table.open("a", newline="") as file:
            csv.writer(file).writerows((iteration, name, repr(value)) for name, value in values.items())

    def draw(self) -> None:
        """Writes curves.png, one panel a name."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        series: dict[str, list[tuple[int, float]]] = {}
        for iteration, name, value in self._rows():
            series.setdefault(name, []).append((int(iteration), float(value)))
        figure = Figure(figsize=(4 * max(1, len(series)), 3), layout="constrained")
        FigureCanvasAgg(figure)
        for panel, (name, points) in enumerate(series.items(), start=1):
            axes = figure.add_subplot(1, len(series), panel, title=name, xlabel="iteration")
            axes.plot(*zip(*points, strict=True), marker="." if len(points) < 50 else None)
        figure.savefig(self._picture, dpi=110)

    def _rows(self) -> list[list[str]]:
        if not self._table.is_file():
            return []
        with self._table.open(newline="") as file:
            return list(csv.reader(file))
