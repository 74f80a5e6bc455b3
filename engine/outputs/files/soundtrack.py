"""The sound of one file, muxed along with the pictures of another."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet

_OPUS_RATE_HZ: Final = 48_000
_BITS_PER_SECOND: Final = 160_000
_MP4_ONLY: Final = ("flac", "opus", "truehd")
"""FFmpeg lists these for QuickTime too, and refuses them only when it writes the header."""


class Soundtrack:
    """Copies a file's first sound stream where the container takes it, and codes it anew where not.

    Args:
        source: A video file; time counts from its first picture. One without sound is silence.
        container: What the sound goes to, not yet started.

    Raises:
        OSError, av.FFmpegError: The source can't be read.
    """

    def __init__(self, source: Path, container: OutputContainer) -> None:
        self._container = container
        self._source = av.open(f"file:{source}", options={"protocol_whitelist": "file"})
        self._packets: Iterator[Packet[AudioStream]] = iter(())
        if self._source.streams.audio:
            sound = self._source.streams.audio[0]
            self._packets = self._copied(sound) if self._takes(sound) else self._coded(sound)
        self._pending = next(self._packets, None)

    def mux_until(self, end: Fraction) -> None:
        """Muxes the sound that begins before this moment, in seconds."""
        while self._pending is not None and (self._pending.pts or 0) * _base(self._pending) < end:
            self._container.mux(self._pending)
            self._pending = next(self._packets, None)

    def close(self) -> None:
        """Closes the file that the sound comes from."""
        self._source.close()

    def _takes(self, sound: AudioStream) -> bool:
        codec = sound.codec_context.codec.canonical_name
        refused = self._container.format.name == "mov" and codec in _MP4_ONLY
        return codec in self._container.supported_codecs and not refused

    def _origin(self) -> Fraction:
        """When the first picture is shown, in seconds of the source's own time."""
        for video in self._source.streams.video:
            if video.start_time is not None and video.time_base is not None:
                return video.start_time * video.time_base
        return Fraction(0)

    def _copied(self, sound: AudioStream) -> Iterator[Packet[AudioStream]]:
        stream = self._container.add_stream_from_template(sound)
        origin = self._origin()
        for packet in self._source.demux(sound):
            if packet.pts is None or packet.dts is None:
                continue
            shift = round(origin / _base(packet))
            packet.pts -= shift
            packet.dts -= shift
            if packet.pts + (packet.duration or 0) >= 0:
                packet.stream = stream
                yield packet

    def _coded(self, sound: AudioStream) -> Iterator[Packet[AudioStream]]:
        webm = self._container.format.name == "webm"
        stream = self._container.add_stream(
            "libopus" if webm else "aac",
            rate=_OPUS_RATE_HZ if webm else sound.rate,
            layout=sound.layout if sound.channels <= 2 else "stereo",
            bit_rate=_BITS_PER_SECOND,
        )
        origin = self._origin()
        for packet in self._source.demux(sound):
            frames: list[av.AudioFrame] = []
            with contextlib.suppress(av.error.InvalidDataError):
                frames = packet.decode()
            for frame in frames:
                if frame.pts is not None and frame.time_base is not None:
                    frame.pts -= round(origin / frame.time_base)
                yield from stream.encode(frame)
        yield from stream.encode(None)


def _base(packet: Packet[AudioStream]) -> Fraction:
    return packet.time_base or Fraction(1)
