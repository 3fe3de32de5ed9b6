"""Frames and sound to H.264 and AAC: one segment for each shot, joined without encoding anything again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.codec.context import Flags
from av.container import OutputContainer
from av.packet import Packet
from av.video.frame import PictureType, VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from PIL import Image

from app.film.stage import HEIGHT, WIDTH
from app.film.timeline import FPS
from app.film.voices import RATE, Samples

if TYPE_CHECKING:
    Encoded = Packet[Any]  # generic in its stub only

QUALITY = 30
"""Of x264: lower is better and larger."""

OPTIONS = {
    "preset": "slow",
    "tune": "animation",
    "crf": str(QUALITY),
    "threads": "1",
    "x264-params": "stitchable=1:keyint=250:rc-lookahead=20",
}
"""One thread, because frames divided over threads come out differently; two processes keep the cores busy.
Looking 20 frames ahead instead of 50 costs nothing to see, and saves 100 MB of memory."""

SOUND_RATE = 48_000
"""Bits a second of the sound."""

_BT709 = 1
_EXACT = Interpolation.BICUBIC | Interpolation.ACCURATE_RND | Interpolation.BITEXACT


def write_segment(path: Path, frames: Iterable[tuple[Image.Image, bool]]) -> None:
    """Encode the pictures of a shot; one that says it is the same as before costs hardly anything."""
    with av.open(str(path), "w", format="mp4", options={"fflags": "+bitexact"}) as out:
        stream = out.add_stream("libx264", rate=FPS, options=OPTIONS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        context = stream.codec_context
        context.flags |= Flags.bitexact
        context.color_range = ColorRange.MPEG
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        for frame in _converted(frames):
            out.mux(stream.encode(frame))
        out.mux(stream.encode())


def _converted(frames: Iterable[tuple[Image.Image, bool]]) -> Iterator[VideoFrame]:
    reformatter = VideoReformatter()
    frame: VideoFrame | None = None
    for number, (picture, is_new) in enumerate(frames):
        if is_new or frame is None:
            frame = reformatter.reformat(
                VideoFrame.from_ndarray(np.asarray(picture), format="rgb24"),
                format="yuv420p",
                dst_colorspace=Colorspace.ITU709,
                src_color_range=ColorRange.JPEG,
                dst_color_range=ColorRange.MPEG,
                interpolation=_EXACT,
                threads=1,
            )
            frame.pict_type = PictureType.NONE
        frame.pts = number
        yield frame


def join(path: Path, segments: Sequence[Path], sound: Samples) -> None:
    """One film of the segments, in order, with its sound; it can start before all of it is there."""
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(str(path), "w", format="mp4", options=options) as out:
        with av.open(str(segments[0])) as first:
            picture = out.add_stream_from_template(first.streams.video[0])
        audio = out.add_stream("aac", rate=RATE, options={"b": str(SOUND_RATE)})
        audio.codec_context.layout = "mono"
        audio.codec_context.bit_rate = SOUND_RATE
        audio.codec_context.flags |= Flags.bitexact
        audio.metadata["language"] = "nld"
        _mux_in_step(out, _packets(segments, picture), _sound_packets(sound, audio))


def _packets(segments: Sequence[Path], stream: av.VideoStream) -> Iterator[Encoded]:
    passed = 0
    for path in segments:
        with av.open(str(path)) as source:
            video = source.streams.video[0]
            tick = round(1 / (FPS * (video.time_base or 1 / FPS)))
            for packet in source.demux(video):
                if packet.dts is None or packet.pts is None:
                    continue  # the end of the file
                packet.pts += passed
                packet.dts += passed
                packet.stream = stream
                yield packet
            passed += video.frames * tick


def _sound_packets(sound: Samples, stream: av.AudioStream) -> Iterator[Encoded]:
    step = 1024
    for at in range(0, len(sound), step):
        part = sound[at : at + step].astype(np.float32).reshape(1, -1)
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(part), format="fltp", layout="mono")
        frame.sample_rate, frame.pts = RATE, at
        yield from stream.encode(frame)
    yield from stream.encode()


def _mux_in_step(out: OutputContainer, pictures: Iterator[Encoded], sounds: Iterator[Encoded]) -> None:
    """Lay picture and sound beside one another in the file, so that a slow line gets both in time."""
    waiting = next(sounds, None)
    for packet in pictures:
        while waiting is not None and _seconds(waiting) <= _seconds(packet):
            out.mux(waiting)
            waiting = next(sounds, None)
        out.mux(packet)
    while waiting is not None:
        out.mux(waiting)
        waiting = next(sounds, None)


def _seconds(packet: Encoded) -> float:
    return float((packet.dts or 0) * packet.time_base) if packet.time_base else 0.0
