"""The library's example runs as it is."""

from __future__ import annotations

import numpy as np

from examples.library.own_source_and_sink import COUNT, SIZE, main


def test_every_frame_arrives_masked() -> None:
    """As many pictures as frames, and none shows the frame's own pixels."""
    pictures = main()
    assert len(pictures) == COUNT
    assert all(picture.shape == (SIZE[1], SIZE[0], 3) for picture in pictures)
    # Noise shows no person: what arrives is the background that was chosen.
    green = np.abs(np.stack(pictures).astype(np.int16) - (0, 255, 0)).max(axis=-1)
    assert (green <= 4).mean() > 0.99
