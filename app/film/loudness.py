"""How loud a sound is to people: LUFS, as in ITU-R BS.1770-4, for one channel at 48 kHz."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.film.voices import RATE, Samples

SILENT = -99.0
_BLOCK, _HOP, _PIECE = int(0.4 * RATE), int(0.1 * RATE), 10 * RATE
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


def loudness(samples: Samples) -> float:
    """Integrated loudness in LUFS; ``SILENT`` when there is nothing."""
    if len(samples) < _BLOCK:
        samples = np.pad(samples, (0, _BLOCK - len(samples)))
    power = np.concatenate(([0.0], np.cumsum(_weighted(samples) ** 2)))
    starts = np.arange(0, len(samples) - _BLOCK + 1, _HOP)
    blocks = (power[starts + _BLOCK] - power[starts]) / _BLOCK
    heard = blocks[_lufs(blocks) > -70]
    if not len(heard):
        return SILENT
    heard = heard[_lufs(heard) > _lufs(np.array([heard.mean()]))[0] - 10]
    return float(_lufs(np.array([heard.mean()]))[0])


def _lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-12))


def _weighted(samples: Samples) -> Samples:
    """As an ear weighs it, piece by piece: a whole film at once would need a lot of memory."""
    parts = []
    for start in range(0, len(samples), _PIECE):
        before = min(start, _HOP)
        parts.append(_filtered(samples[start - before : start + _PIECE])[before:])
    return np.concatenate(parts)


def _filtered(samples: Samples) -> Samples:
    """The two filters of the standard, applied to the spectrum."""
    size = 1 << (len(samples) - 1).bit_length()
    spectrum = np.fft.rfft(samples, size)
    turn = np.exp(-2j * np.pi * np.arange(len(spectrum)) / size)
    for above, below in (_SHELF, _HIGH_PASS):
        spectrum *= np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)
    return np.fft.irfft(spectrum, size)[: len(samples)]
