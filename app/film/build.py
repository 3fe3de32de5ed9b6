"""Make the film of a case: only shots that changed are drawn again, on all cores."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from app.content.document import Problem, read_document
from app.film import manifest, tracks
from app.film.encode import join, write_segment
from app.film.manifest import CAPTIONS, CHAPTERS, DESCRIPTIONS, FILM, POSTER, STILLS
from app.film.picture import ShotPainter, ShotTask
from app.film.review import CASE, review
from app.film.sound import make_sound
from app.film.stage import Kit
from app.film.storyboard import Storyboard
from app.film.storyboard_file import NAME as STORYBOARD
from app.film.storyboard_file import read_storyboard
from app.film.timeline import TimedShot, Timeline, lay_out
from app.film.voices import Voice, read_voices

STILL_SIZE = (640, 360)
DRAWING = ("backdrop", "encode", "motion", "overlay", "picture", "raster", "sprites", "stage")
LIBRARIES = ("av", "numpy", "pillow", "pyvips", "pyvips-binary")
WORKERS = min(4, os.cpu_count() or 1)

Progress = Callable[[int], None]
"""Told how many frames are ready more than the last time."""


class Segment(NamedTuple):
    """One shot in the store of drawn shots."""

    film: Path
    still: Path


class Built(NamedTuple):
    """What a build came to."""

    timeline: Timeline
    drawn: int
    """Shots that had to be drawn; the others were there."""


@dataclass(frozen=True)
class Production:
    """Everything that decides a film."""

    case: Path
    storyboard: Storyboard
    kit: Kit
    voices: Mapping[str, Voice]

    @property
    def timeline(self) -> Timeline:
        return lay_out(self.storyboard, {id: voice.seconds for id, voice in self.voices.items()})

    @property
    def figures(self) -> dict[str, str]:
        found = ((who, self.storyboard.figure_of(who)) for who in self.storyboard.people)
        return {who: figure for who, figure in found if figure}

    def tasks(self) -> list[ShotTask]:
        return [self._task(timed, number) for number, timed in enumerate(self.timeline.shots)]

    def _task(self, timed: TimedShot, number: int) -> ShotTask:
        seen = {player.who for player in timed.shot.players}
        return ShotTask(
            self.kit,
            timed.alone,
            {who: figure for who, figure in self.figures.items() if who in seen},
            {line.id: self.voices[line.id].mouth for line in timed.lines if line.id in self.voices},
            is_first=number == 0,
        )

    @property
    def kit_version(self) -> str:
        """Of all that the kit draws in this film."""
        decors = sorted({timed.scene.decor for timed in self.timeline.shots})
        figures = sorted(set(self.figures.values()))
        return sha256(" ".join(self.kit.version(decor, figures) for decor in decors).encode()).hexdigest()


def prepare(case: Path, root: Path, kit: Kit) -> tuple[Production | None, list[Problem]]:
    """What a film can be made of, and what an author should mend; only when it has errors there is none."""
    file = read_storyboard(case / STORYBOARD, root)
    words = read_document(case / CASE, root) if (case / CASE).exists() else None
    problems = [*file.problems, *review(file, kit, words)]
    voices: dict[str, Voice] = {}
    if file.storyboard:
        ids = {shot.line_id(index) for shot in file.storyboard.shots for index in range(len(shot.lines))}
        voices, unheard = read_voices(case, ids)
        problems += unheard
    is_broken = any(problem.severity == "fout" for problem in problems)
    if is_broken or not file.storyboard:
        return None, list(dict.fromkeys(problems))
    return Production(case, file.storyboard, kit, voices), list(dict.fromkeys(problems))


def build(production: Production, store: Path, progress: Progress, workers: int = WORKERS) -> Built:
    """Render into the folder of the case; the store keeps what was drawn for the next time."""
    store.mkdir(parents=True, exist_ok=True)
    tasks = production.tasks()
    segments = [_segment(task, store) for task in tasks]
    stale = [(task, segment) for task, segment in zip(tasks, segments, strict=True) if not _is_there(segment)]
    progress(sum(task.timed.frames for task in tasks) - sum(task.timed.frames for task, _ in stale))
    _draw(stale, progress, workers)
    _write(production, tasks, segments, store)
    _forget(store, segments)
    return Built(production.timeline, len(stale))


def _segment(task: ShotTask, store: Path) -> Segment:
    name = fingerprint(task)[:20]
    return Segment(store / f"{name}.mp4", store / f"{name}.png")


def _is_there(segment: Segment) -> bool:
    return segment.film.exists() and segment.still.exists()


def fingerprint(task: ShotTask) -> str:
    """Of everything that decides how a shot looks; not of its place in the film, nor of its words."""
    said = {"description", "chapter", "stop", "sounds", "state", "lines", "lead", "tail", "seconds"}
    decided = {
        "engine": engine_version(),
        "kit": task.kit.version(task.timed.scene.decor, sorted(set(task.figures.values()))),
        "shot": task.timed.shot.model_dump(exclude=said),
        "scene": asdict(task.timed.scene),
        "frames": task.timed.frames,
        "lines": [(line.id, line.who, line.start, line.end) for line in task.timed.lines],
        "marks": task.timed.marks,
        "figures": dict(task.figures),
        "mouths": dict(task.mouths),
        "first": task.is_first,
    }
    return sha256(json.dumps(decided, sort_keys=True, default=str).encode()).hexdigest()


@cache
def engine_version() -> str:
    """Of the code and the libraries that draw and encode; the kit says its own."""
    whole = sha256()
    for name in DRAWING:
        whole.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    for library in LIBRARIES:
        whole.update(version(library).encode())
    return whole.hexdigest()


def draw_shot(task: ShotTask, segment: Segment) -> int:
    """Draw and encode one shot, and its still; how many frames it has.  Runs in a process of its own."""
    partial = segment.film.with_suffix(f".{os.getpid()}.mp4")
    write_segment(partial, _keeping_still(task, segment.still))
    partial.replace(segment.film)
    return task.timed.frames


def _keeping_still(task: ShotTask, still: Path) -> Iterator[tuple[Image.Image, bool]]:
    for number, (picture, is_new) in enumerate(ShotPainter(task).frames()):
        if number == task.timed.still:
            picture.save(still, compress_level=1)
        yield picture, is_new


def _draw(stale: Sequence[tuple[ShotTask, Segment]], progress: Progress, workers: int) -> None:
    """The longest shots first, so that the processes finish together."""
    work = sorted(stale, key=lambda each: -each[0].timed.frames)
    if workers == 1 or len(work) < 2:
        for task, segment in work:
            progress(draw_shot(task, segment))
        return
    os.environ.setdefault("MALLOC_MMAP_THRESHOLD_", "1000000")  # glibc gives pictures back at once
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(work)), mp_context=context) as pool:
        running: list[Future[int]] = [pool.submit(draw_shot, task, segment) for task, segment in work]
        try:
            for done in as_completed(running):
                progress(done.result())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _write(
    production: Production, tasks: Sequence[ShotTask], segments: Sequence[Segment], store: Path
) -> None:
    case, timeline = production.case, production.timeline
    sound = make_sound(timeline, production.voices, production.kit, production.figures)
    joined = store / FILM
    join(joined, [segment.film for segment in segments], sound)
    shutil.copyfile(joined, case / FILM)
    joined.unlink()
    _write_stills(production, tasks, segments)
    for name, text in (
        (CAPTIONS, tracks.captions(timeline)),
        (DESCRIPTIONS, tracks.descriptions(timeline)),
        (CHAPTERS, tracks.chapters(timeline)),
    ):
        (case / name).write_text(text, "utf-8", newline="\n")
    manifest.write(case, manifest.describe(case, timeline, production.kit_version))


def _write_stills(production: Production, tasks: Sequence[ShotTask], segments: Sequence[Segment]) -> None:
    shots = [task.timed.shot.id for task in tasks]
    folder = production.case / STILLS
    folder.mkdir(exist_ok=True)
    for path in folder.glob("*.webp"):
        if path.stem not in shots:
            path.unlink()
    for shot, segment in zip(shots, segments, strict=True):
        with Image.open(segment.still) as whole:
            small = whole.resize(STILL_SIZE, Image.Resampling.LANCZOS)
            small.save(production.case / manifest.still_name(shot), quality=78, method=6)
            if shot == (production.storyboard.poster or shots[0]):
                whole.save(production.case / POSTER, quality=80, method=6)


def _forget(store: Path, segments: Sequence[Segment]) -> None:
    """Shots that the film doesn't have any more."""
    kept = {path for segment in segments for path in segment}
    for path in store.iterdir():
        if path not in kept:
            path.unlink()
