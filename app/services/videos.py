"""A volunteer watches a case and answers where it stops.  Staff see counts of a case, never a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.content.video import Stop, Video
from app.models.base import insert_once
from app.models.learning import VideoAnswer, VideoPosition
from app.services.teams import FEWEST_SHOWN


@dataclass(frozen=True)
class Answered:
    """How many people chose which answer of the question as it is asked now."""

    stop: Stop
    codes: Mapping[str, int]

    @property
    def people(self) -> int:
        return sum(self.codes.values())

    @property
    def may_be_shown(self) -> bool:
        return self.people >= FEWEST_SHOWN


@dataclass(frozen=True)
class Viewers:
    """How far people came in one case, in numbers; never who."""

    video: Video
    people: int
    finished: int
    left: tuple[int, ...]
    """By stretch: how many came no further."""
    answered: tuple[Answered, ...] = field(default=())

    @property
    def may_be_shown(self) -> bool:
        return self.people >= FEWEST_SHOWN


def answer(
    db: Session,
    learner_id: str,
    video: Video,
    stop: Stop,
    *,
    code: str,
    key: str,
    now: datetime,
) -> None:
    """Write an answer down.  The same ``key`` again changes nothing; a new one replaces what counts.

    Whoever answers is at that stop, on whatever device.
    """
    insert_once(
        db,
        VideoAnswer,
        learner_id=learner_id,
        video=video.id,
        stop=stop.id,
        code=code,
        fingerprint=stop.question.fingerprint,
        key=f"{learner_id}:{key}:{stop.id}",
        answered_at=now,
    )
    remember(db, learner_id, video, stop.at, now)


def answers_in(db: Session, learner_id: str, video: str) -> Mapping[str, str]:
    """The latest code per stop of one case."""
    query = select(VideoAnswer.stop, VideoAnswer.code).filter_by(learner_id=learner_id, video=video)
    return {row.stop: row.code for row in db.execute(query.order_by(VideoAnswer.id))}


def remember(db: Session, learner_id: str, video: Video, seconds: float, moment: datetime) -> None:
    """Somebody was here at this moment.  What another device told of a later moment stays."""
    seconds = min(max(seconds, 0.0), video.duration)
    mine = {"learner_id": learner_id, "video": video.id}
    if insert_once(db, VideoPosition, **mine, seconds=seconds, furthest=seconds, updated_at=moment):
        return
    position = update(VideoPosition).filter_by(**mine)
    db.execute(position.where(VideoPosition.updated_at < moment).values(seconds=seconds, updated_at=moment))
    db.execute(position.where(VideoPosition.furthest < seconds).values(furthest=seconds))


def position_of(db: Session, learner_id: str, video: str) -> VideoPosition | None:
    return db.get(VideoPosition, (learner_id, video))


def furthest(db: Session, learner_id: str) -> Mapping[str, float]:
    """How far the volunteer ever came, by case."""
    query = select(VideoPosition.video, VideoPosition.furthest).filter_by(learner_id=learner_id)
    return {row.video: row.furthest for row in db.execute(query)}


def viewers(db: Session, video: Video) -> Viewers:
    """How many people began, where they left, and how many saw the end."""
    bounds = [*(stretch.start for stretch in video.stretches[1:]), video.over_at]
    came = [func.count().filter(VideoPosition.furthest >= bound) for bound in bounds]
    people, *reached = db.execute(select(func.count(), *came).filter_by(video=video.id)).one()
    left = tuple(earlier - later for earlier, later in pairwise([people, *reached]))
    return Viewers(video, people, reached[-1], left)


def viewers_in_full(db: Session, video: Video) -> Viewers:
    """The same, with what was answered at each stop: the latest answer of each person."""
    latest = (
        select(func.max(VideoAnswer.id))
        .filter_by(video=video.id)
        .group_by(VideoAnswer.learner_id, VideoAnswer.stop)
    )
    query = (
        select(VideoAnswer.stop, VideoAnswer.fingerprint, VideoAnswer.code, func.count())
        .where(VideoAnswer.id.in_(latest))
        .group_by(VideoAnswer.stop, VideoAnswer.fingerprint, VideoAnswer.code)
    )
    counted = {(stop, print_, code): number for stop, print_, code, number in db.execute(query)}
    seen = viewers(db, video)
    answered = tuple(Answered(stop, _codes(stop, counted)) for stop in video.stops)
    return Viewers(video, seen.people, seen.finished, seen.left, answered)


def _codes(stop: Stop, counted: Mapping[tuple[str, str, str], int]) -> dict[str, int]:
    question = stop.question
    return {
        option.code: counted.get((stop.id, question.fingerprint, option.code), 0)
        for option in question.options
    }
