"""The files of a film, in pieces as a player asks for them, and kept by a browser while they are the same."""

from __future__ import annotations

from flask import Response, request, send_file
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from app.content.video import Video
from app.errors import NotFound

MIME_TYPES = {"mp4": "video/mp4", "webp": "image/webp", "vtt": "text/vtt"}
FOR_GOOD, ASK_AGAIN = "private, max-age=31536000, immutable", "private, no-cache"


def send(video: Video, name: str) -> Response:
    """One file that the manifest names; no other name leads to a file.  Raises NotFound.

    waitress copies what we hand it and sends it by itself, so a slow phone keeps no thread.
    """
    rendered = video.film.files.get(name) if video.film else None
    if rendered is None:
        raise NotFound
    try:
        response = send_file(
            video.location / name,
            mimetype=MIME_TYPES[name.rpartition(".")[2]],
            conditional=True,
            etag=rendered.sha256,
        )
    except OSError:
        raise NotFound from None
    except RequestedRangeNotSatisfiable:
        return Response(status=416, headers={"Content-Range": f"bytes */{rendered.bytes}"})
    is_this_one = request.args.get("v") == rendered.version
    response.headers["Cache-Control"] = FOR_GOOD if is_this_one else ASK_AGAIN
    return response
