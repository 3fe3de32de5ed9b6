"""What staff see of the films: how many watched, where they left and what was answered; never who."""

from __future__ import annotations

from flask import Blueprint, render_template

from app.errors import NotFound
from app.services import videos
from app.services.teams import FEWEST_SHOWN
from app.web.database import reading
from app.web.door import STAFF, open_to
from app.web.filling import library

bp = Blueprint("film_counts", __name__, url_prefix="/medewerker/films")


@bp.get("")
@open_to(STAFF)
def overview() -> str:
    """All films, each with how many people began and saw the end."""
    db = reading()
    counted = [videos.viewers(db, video) for video in library().videos.values() if video.film]
    return render_template("films/overview.html", counted=counted, fewest=FEWEST_SHOWN)


@bp.get("/<video_id>")
@open_to(STAFF)
def one(video_id: str) -> str:
    """One film: where people left, and what was answered at each stop."""
    video = library().videos.get(video_id)
    if video is None or not video.film:
        raise NotFound
    viewers = videos.viewers_in_full(reading(), video)
    return render_template("films/counts.html", viewers=viewers, video=video, fewest=FEWEST_SHOWN)
