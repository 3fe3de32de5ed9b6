"""Content of which every secret was changed: what is right, why, what follows, what it is worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from app.content.drill import Drill, DrillCase
from app.content.instrument import Instrument, Item
from app.content.lesson import Card, Lesson, Part, Question
from app.content.observation import ObservationTest
from app.content.scenario import Scenario, Scene
from app.content.video import Stop, Video

Asked = TypeVar("Asked", Question, DrillCase)
CANARY = "kanarie"
NEXT_MARK = {"x": "", "~": "x", "": "x"}


def other_question(question: Asked) -> Asked:
    return replace(
        question,
        options=tuple(
            replace(o, mark=NEXT_MARK[o.mark], feedback_html=f"{CANARY}-{question.id}-{o.code}-")
            for o in question.options
        ),
    )


def other_card(card: Card, bins: tuple[str, ...]) -> Card:
    bin = bins[(bins.index(card.bin) + 1) % len(bins)]
    return replace(card, bin=bin, feedback_html=f"{CANARY}-{card.code}-")


def other_part(part: Part) -> Part:
    return replace(
        part,
        questions=tuple(other_question(question) for question in part.questions),
        cards=tuple(other_card(card, part.bins) for card in part.cards),
    )


def other_lesson(lesson: Lesson) -> Lesson:
    return replace(lesson, parts=tuple(other_part(part) for part in lesson.parts))


def other_drill(drill: Drill) -> Drill:
    return replace(drill, cases=tuple(other_question(case) for case in drill.cases))


def other_item(item: Item) -> Item:
    if item.key is None:
        return item
    key = next(option.code for option in item.options if option.code != item.key and not option.unsure)
    options = tuple(replace(o, points=int(o.code == key)) for o in item.options)
    return replace(item, key=key, options=options, explanation_html=f"{CANARY}-{item.code}-")


def other_instrument(instrument: Instrument) -> Instrument:
    return replace(
        instrument,
        scales=tuple(
            replace(scale, items=tuple(other_item(item) for item in scale.items))
            for scale in instrument.scales
        ),
    )


def other_scene(scenario: Scenario, scene: Scene) -> Scenario:
    """The scenario with other secrets behind the choices of this one scene."""
    targets = [choice.target for choice in scene.choices]
    choices = tuple(
        replace(
            choice,
            mark=NEXT_MARK[choice.mark],
            target=target,
            consequence_html=f"{CANARY}-gevolg-",
            feedback_html=f"{CANARY}-uitleg-",
            critical_html="" if choice.critical_html else f"{CANARY}-kritiek-",
            points={"VEI": 7},
        )
        for choice, target in zip(scene.choices, targets[1:] + targets[:1], strict=True)
    )
    changed = replace(scene, choices=choices)
    return replace(scenario, scenes=tuple(changed if s.id == scene.id else s for s in scenario.scenes))


def other_observation(test: ObservationTest) -> ObservationTest:
    return replace(
        test,
        statements=tuple(
            replace(each, was_there=not each.was_there, feedback_html=f"{CANARY}-{each.code}-")
            for each in test.statements
        ),
    )


def other_stop(stop: Stop) -> Stop:
    return replace(
        stop,
        question=other_question(stop.question),
        seen_html=f"{CANARY}-{stop.id}-gezien",
        made_of_it_html=f"{CANARY}-{stop.id}-gemaakt",
    )


def other_video(video: Video) -> Video:
    stretches = tuple(
        replace(stretch, stop=stretch.stop and other_stop(stretch.stop)) for stretch in video.stretches
    )
    return replace(video, stretches=stretches, after_html=f"{CANARY}-na-afloop")
