"""The sound of one file, muxed along with the pictures of another."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final, TypeAlias, cast

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet

_USUAL_RATE_HZ: Final = 48_000
_CODED_RATES_HZ: Final = (32_000, 44_100, 48_000)
_BITS_PER_SECOND: Final = 160_000
_NAMES: Final = ("title", "language", "handler_name")

_COPIED: Final = {
    "mp4": frozenset(("aac", "mp3", "ac3", "eac3", "alac")),
    "mov": frozenset(("aac", "mp3", "ac3", "eac3", "alac", "pcm_s16le", "pcm_s24le", "pcm_s16be", "pcm_s24be")),
    "webm": frozenset(("opus", "vorbis")),
    "avi": frozenset(("mp3", "ac3", "pcm_s16le", "pcm_u8")),
}
"""What common players decode in each container, which is less than FFmpeg muxes; Matroska's read all that it takes."""
_CODERS: Final = {"webm": "libopus", "avi": "libmp3lame"}
"""What the rest is coded as; AAC where nothing is said."""

_Packets: TypeAlias = "Iterator[Packet[AudioStream]]"


class Soundtrack:
    """Copies a file's sound tracks where players read them in the container, and codes them anew where not.

    Args:
        source: A video file; time counts from its first picture. One without sound is silence.
        container: What the sound goes to, not yet started.
        track: Which one, from 1; all if absent.

    Raises:
        OSError, av.FFmpegError: The source can't be read.
    """

    def __init__(self, source: Path, container: OutputContainer, track: int | None = None) -> None:
        self._container = container
        self._source = av.open(f"file:{source}", "r", options={"protocol_whitelist": "file"})
        tracks = [each for each in self._source.streams.audio if each.codec_context is not None]
        if track is not None:
            tracks = tracks[track - 1 : track]
        self._origin = self._first_picture()
        self._adders: dict[int, Callable[[Packet[AudioStream]], _Packets]] = {}
        for each in tracks:
            self._adders[each.index] = self._copier(each) if self._is_copied(each) else self._coder(each)
        self._packets: _Packets = self._muxed(tracks) if tracks else iter(())
        self._pending = next(self._packets, None)

    def mux_until(self, end: Fraction) -> None:
        """Muxes the sound that begins before this moment, in seconds."""
        while self._pending is not None and (self._pending.pts or 0) * _base(self._pending) < end:
            self._container.mux(self._pending)
            self._pending = next(self._packets, None)

    def mux_rest(self) -> None:
        """Muxes the sound to its end, which may come after the last picture's."""
        while self._pending is not None:
            self._container.mux(self._pending)
            self._pending = next(self._packets, None)

    def close(self) -> None:
        """Closes the file that the sound comes from."""
        self._source.close()

    def _is_copied(self, sound: AudioStream) -> bool:
        codec = sound.codec_context.codec.canonical_name
        copied = _COPIED.get(self._container.format.name)
        return codec in (self._container.supported_codecs if copied is None else copied)

    def _first_picture(self) -> Fraction:
        """When the first picture is shown, in seconds of the source's own time."""
        for video in self._source.streams.video:
            if video.start_time is not None and video.time_base is not None:
                return video.start_time * video.time_base
        return Fraction(0)

    def _muxed(self, tracks: list[AudioStream]) -> _Packets:
        for packet in self._source.demux(*tracks):
            yield from self._adders[packet.stream.index](cast("Packet[AudioStream]", packet))

    def _copier(self, sound: AudioStream) -> Callable[[Packet[AudioStream]], _Packets]:
        stream = self._container.add_stream_from_template(sound)
        _name(stream, sound)

        def copied(packet: Packet[AudioStream]) -> _Packets:
            if packet.pts is None or packet.dts is None:
                return
            shift = round(self._origin / _base(packet))
            packet.pts -= shift
            packet.dts -= shift
            if packet.pts + (packet.duration or 0) >= 0:
                packet.stream = stream
                yield packet

        return copied

    def _coder(self, sound: AudioStream) -> Callable[[Packet[AudioStream]], _Packets]:
        codec = _CODERS.get(self._container.format.name, "aac")
        stream: AudioStream = self._container.add_stream(  # type: ignore[assignment]
            codec,
            rate=sound.rate if codec != "libopus" and sound.rate in _CODED_RATES_HZ else _USUAL_RATE_HZ,
            layout="mono" if sound.channels == 1 else "stereo",
            bit_rate=_BITS_PER_SECOND,
        )
        _name(stream, sound)

        def coded(packet: Packet[AudioStream]) -> _Packets:
            frames: list[av.AudioFrame] = []
            with contextlib.suppress(av.error.InvalidDataError):
                frames = packet.decode()
            for frame in frames:
                if frame.pts is not None and frame.time_base is not None:
                    frame.pts -= round(self._origin / frame.time_base)
                yield from stream.encode(frame)
            if packet.dts is None and packet.size == 0:  # demuxing ends with an empty packet for each stream
                yield from stream.encode(None)

        return coded


def _name(stream: AudioStream, sound: AudioStream) -> None:
    names: dict[str, str] = {key: sound.metadata[key] for key in _NAMES if key in sound.metadata}
    if "title" in names:
        names["handler_name"] = names["title"]  # what MP4 keeps of it
    stream.metadata.update(names)


def _base(packet: Packet[AudioStream]) -> Fraction:
    return packet.time_base or Fraction(1)
