"""A short name for exactly what was asked, so that answers can be told apart when the wording changes."""

from __future__ import annotations

import json
from hashlib import sha256
from unicodedata import normalize


def fingerprint(**fields: object) -> str:
    """First 16 hex digits of SHA-256 over canonical JSON of the fields.  Spaces and line ends are alike."""
    text = json.dumps(_squeezed(fields), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(normalize("NFC", text).encode()).hexdigest()[:16]


def _squeezed(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _squeezed(inner) for key, inner in value.items()}
    return [_squeezed(inner) for inner in value] if isinstance(value, list | tuple) else value
