"""Video cases: questions with two lists to compare, and a film that fits its words and its storyboard."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.content.checks.lessons import check_answers
from app.content.document import Document, Problem, Section
from app.content.manifest import MANIFEST, NEEDED, STORYBOARD, CaseFolder, Film, Rendered
from app.content.video import AFTERWARDS, MADE_OF_IT, SEEN, WORDS, case_id, is_case, stop_sections

if TYPE_CHECKING:
    from app.content.library import Library

FEWEST_STOPS, MOST_STOPS = 2, 3
LISTS = {SEEN: "waarnemingen", MADE_OF_IT: "invullingen"}


def check_case(document: Document) -> Iterator[Problem]:
    """Everything in the words that would leave somebody with half a question or an open end."""
    stops = list(stop_sections(document))
    if not document.intro.strip():
        message = "vertel boven de eerste vraag in een of twee zinnen wat je gaat zien"
        yield Problem(document.path, document.body_line, message)
    if document.sections and not FEWEST_STOPS <= len(stops) <= MOST_STOPS:
        message = f"deze casus heeft {_counted(stops)}; schrijf er {FEWEST_STOPS} of {MOST_STOPS}"
        yield Problem(document.path, document.body_line, message)
    for stop in stops:
        yield from check_answers(document, stop)
        yield from _check_lists(document, stop)
    yield from _check_others(document, stops)
    yield from _check_afterwards(document)


def _counted(stops: list[Section]) -> str:
    return "1 vraag" if len(stops) == 1 else f"{len(stops)} vragen"


def _check_lists(document: Document, stop: Section) -> Iterator[Problem]:
    """What was seen and what somebody makes of it, each as a list below its question."""
    sections = {section.id: section for section in document.sections}
    for ending, what in LISTS.items() if stop.id else ():
        section = sections.get(f"{stop.id}{ending}")
        if section is None:
            word = ending[1:].capitalize()
            message = f"bij deze vraag ontbreken de {what}; zet eronder ‘### {word} {{#{stop.id}{ending}}}’"
            yield Problem(document.path, stop.line, message)
        elif not any(line.startswith("- ") for line in section.prose.split("\n")):
            message = f"hier staan nog geen {what}; zet elke op een regel die begint met ‘- ’"
            yield Problem(document.path, section.line, message)


def _check_others(document: Document, stops: list[Section]) -> Iterator[Problem]:
    """Smaller headings that belong to no question, and answers where nothing is asked."""
    asked = {stop.line for stop in stops}
    known = {f"{stop.id}{ending}" for stop in stops for ending in LISTS}
    for section in document.sections:
        if section.level == 3 and section.id and section.id not in known:
            message = f"deze kop hoort bij geen vraag; laat de id eindigen op ‘{SEEN}’ of ‘{MADE_OF_IT}’"
            yield Problem(document.path, section.line, message)
        if section.choices and section.line not in asked:
            message = "antwoorden horen onder een vraag; zet ze onder een kop met ‘##’"
            yield Problem(document.path, section.choices[0].line, message)


def _check_afterwards(document: Document) -> Iterator[Problem]:
    after = next((section for section in document.sections if section.id == AFTERWARDS), None)
    if after is None:
        if document.sections:
            message = f"het slot ontbreekt; zet onderaan ‘## Na afloop {{#{AFTERWARDS}}}’"
            yield Problem(document.path, document.body_line, message)
    elif not after.prose.strip():
        yield Problem(document.path, after.line, "hier staat nog geen tekst; vertel hoe het afliep")
    elif after is not document.sections[-1]:
        yield Problem(document.path, after.line, "zet dit slot onderaan, na de laatste vraag")


def check_films(library: Library) -> Iterator[Problem]:
    """Films that are missing, older than their storyboard, or not the ones that were built."""
    documents = {case_id(document): document for document in library.documents if is_case(document)}
    for id, document in documents.items():
        folder = library.case_folders.get(id)
        if folder is None or not folder.manifest:
            message = f"deze casus heeft nog geen film; typ ‘pluis media build {id}’"
            yield Problem(document.path, 1, message)
        elif folder.film:
            yield from _check_stops(document, folder, folder.film)
    for id, folder in library.case_folders.items():
        if id not in documents:
            found = folder.path / (STORYBOARD if folder.storyboard else MANIFEST)
            yield Problem(found, 1, f"in deze map ontbreekt {WORDS}; maak dat bestand erbij")
        if folder.problem:
            yield folder.problem
        elif folder.film:
            yield from _check_film(folder, folder.film)


def _check_stops(document: Document, folder: CaseFolder, film: Film) -> Iterator[Problem]:
    """Each question has its moment in the film, and the other way round."""
    asked = {section.id: section.line for section in stop_sections(document) if section.id}
    for id, line in asked.items():
        if id not in film.stops:
            message = f"de film stopt niet bij deze vraag; zet ‘stop: {id}’ in {STORYBOARD} en bouw opnieuw"
            yield Problem(document.path, line, message)
    for id in film.stops:
        if id not in asked:
            message = f"de film stopt bij ‘{id}’, maar die vraag staat niet in {WORDS}; schrijf haar erbij"
            yield Problem(folder.path / MANIFEST, folder.line_of(id), message)
    in_both = [id for id in asked if id in film.stops]
    if in_both != [id for id in film.stops if id in asked]:
        message = f"de vragen staan hier niet in de volgorde van de film: {', '.join(film.stops)}"
        yield Problem(document.path, document.body_line, message)


def _check_film(folder: CaseFolder, film: Film) -> Iterator[Problem]:
    again = f"typ ‘pluis media build {folder.id}’"
    manifest = folder.path / MANIFEST
    if film.case != folder.id:
        yield Problem(manifest, folder.line_of("case"), f"dit is de film van ‘{film.case}’; {again}")
    if not folder.storyboard:
        yield Problem(manifest, 1, f"in deze map ontbreekt {STORYBOARD}, waar de film van gemaakt is")
    elif folder.storyboard != film.storyboard:
        yield Problem(folder.path / STORYBOARD, 1, f"de film is ouder dan dit storyboard; {again}")
    for name in sorted({*NEEDED, *(shot.still for shot in film.shots)} - film.files.keys()):
        yield Problem(manifest, 1, f"{name} hoort bij de film en ontbreekt; {again}")
    for name, rendered in film.files.items():
        if wrong := _wrong_with(folder.location / name, rendered):
            yield Problem(manifest, folder.line_of(name), f"{name} {wrong}; {again}")
    yield from _check_descriptions(folder, film)


def _check_descriptions(folder: CaseFolder, film: Film) -> Iterator[Problem]:
    """Without words for a picture there is nothing to read or to hear for who does not see it."""
    for shot in film.shots:
        if not shot.description.strip():
            message = f"shot ‘{shot.id}’ heeft geen beschrijving; zet haar in {STORYBOARD} en bouw opnieuw"
            yield Problem(folder.path / MANIFEST, folder.line_of(shot.id), message)


def _wrong_with(path: Path, rendered: Rendered) -> str:
    """What differs from what was built; empty when nothing does."""
    try:
        if path.stat().st_size == rendered.bytes and _hash_of(path) == rendered.sha256:
            return ""
    except OSError:
        return "ontbreekt"
    return "is veranderd nadat de film gemaakt was"


def _hash_of(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
