"""Addresses of our own files: they carry the hash of what is in them, so a browser may keep them for good."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, request, url_for

STATIC = Path(__file__).parent / "static"


def register(app: Flask) -> None:
    app.add_template_global(asset)
    app.after_request(keep_for_good)


@lru_cache(maxsize=256)
def asset(name: str) -> str:
    """The address of a file under static/, worked out once: it changes with the file, at a new start."""
    version = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return url_for("static", filename=name, v=version)


def keep_for_good(response: Response) -> Response:
    if request.endpoint == "static" and response.status_code == 200:
        fresh = "v" in request.args
        response.headers["Cache-Control"] = (
            "public, max-age=31536000, immutable" if fresh else "public, max-age=3600"
        )
    return response
