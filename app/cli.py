"""The `pluis` command: serve, check and preview the content, and look after an installation."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from secrets import token_urlsafe

import click

from app.config import ROOT, Config
from app.content.document import Problem

INSTANCE = ROOT / "instance"
WITH_ALL = "python3 start.py pluis content"  # sets up what authors need too
FILM_STORE = ".films"
FILM_LIBRARIES = ("av", "numpy", "PIL", "pydantic", "pyvips", "ruamel")


@click.group()
def main() -> None:
    """Pluis, de training van Buurtpreventie PLUS."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command()
def serve() -> None:
    """Start Pluis voor echt gebruik."""
    config = _config()
    _migrate(config)
    _serve(config)


@main.command()
def demo() -> None:
    """Start Pluis met een verzonnen gemeente, alleen op deze computer."""
    from app.db import Database
    from app.services import demo as example
    from app.web.forms import ROLES

    config = _config(DEMO="1")
    _migrate(config)
    database = Database(config.database_url)
    with database.writing() as db:
        example.fill(db, config.secret_key, datetime.now(UTC))
        db.commit()
    with database.reading() as db:
        people = example.people(db, config.secret_key, ROLES, datetime.now(UTC))
    database.close()
    click.echo(f"\nPluis (demo) staat klaar op {config.public_url}\nJe kunt inloggen als:\n")
    for person in people:
        click.echo(f"  {person.name:<18} {person.what:<36} {person.how}")
    click.echo("\nStoppen: Ctrl+C\n")
    _serve(config)


@main.command()
def migrate() -> None:
    """Werk de database bij naar deze versie."""
    _migrate(_config())
    click.echo("De database is bij.")


@main.group()
def content() -> None:
    """De lesstof."""


@content.command("check")
@click.argument("root", type=click.Path(path_type=Path, exists=True, file_okay=False), default=ROOT)
@click.option("--json", "as_json", is_flag=True, help="Eén JSON-lijst, voor een tekstverwerker.")
def check_content(root: Path, as_json: bool) -> None:
    """Noem elk probleem in elk bestand, met regelnummer.  Sluit af met 1 als er een fout is."""
    from app.content import reading_level
    from app.content.checks import check_library
    from app.content.checks.language import check_language
    from app.content.library import load_library
    from app.content.overview import balance_table

    library = load_library(root)
    found = list(check_library(library, datetime.now(UTC).date()))
    if reading_level.is_available():
        found += check_language(library)
    if find_spec("pydantic") and find_spec("ruamel"):
        from app.film.drawing import DrawingKit
        from app.film.review import check_storyboards

        found += check_storyboards(root, DrawingKit(root))
    problems = sorted(found)
    errors = [problem for problem in problems if problem.severity == "fout"]
    if as_json:
        rows = [
            {"path": p.path.as_posix(), "line": p.line, "severity": p.severity, "message": p.message}
            for p in problems
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _echo(problems)
        click.echo(f"\n{balance_table(library)}\n", err=True)
        if not reading_level.is_available():
            click.echo(f"Leesniveau en zeldzame woorden zijn niet gemeten; typ {WITH_ALL} check.", err=True)
        counted = "1 fout" if len(errors) == 1 else f"{len(errors)} fouten"
        click.echo(f"{counted}, {len(problems) - len(errors)} keer ‘let op’.", err=True)
    sys.exit(1 if errors else 0)


@content.command("levels")
@click.argument("root", type=click.Path(path_type=Path, exists=True, file_okay=False), default=ROOT)
def levels(root: Path) -> None:
    """Een tabel met het leesniveau van elk bestand."""
    from app.content import reading_level
    from app.content.library import load_library
    from app.content.overview import level_table

    if not reading_level.is_available():
        raise SystemExit(f"Hiervoor zijn twee bibliotheken nodig; typ {WITH_ALL} levels.")
    click.echo(level_table(load_library(root)))


@main.group()
def media() -> None:
    """De films van de videocasussen."""


CASES = click.argument("names", nargs=-1, metavar="[CASUS]...")
FILMS = click.option(
    "--root", default=ROOT, show_default=False, type=click.Path(path_type=Path, exists=True, file_okay=False)
)


@media.command("build")
@CASES
@FILMS
def build_media(names: tuple[str, ...], root: Path) -> None:
    """Maak de films, of alleen van deze casussen.  Tekent alleen opnieuw wat veranderd is."""
    _need_film()
    from app.film.build import build, prepare
    from app.film.drawing import DrawingKit

    is_broken = False
    for case in _cases(root, names):
        production, problems = prepare(case, root, DrawingKit(root))
        _echo(problems)
        if not production:
            is_broken = True
            continue
        with click.progressbar(length=production.timeline.frames, label=f"{case.name:<26}") as bar:
            built = build(production, root / FILM_STORE / case.name, bar.update)
        megabytes = (case / "film.mp4").stat().st_size / 1e6
        drawn = f"{built.drawn} van {len(built.timeline.shots)} shots getekend"
        click.echo(f"{case.name}: {built.timeline.seconds:.1f} s, {megabytes:.2f} MB, {drawn}.")
    sys.exit(1 if is_broken else 0)


@media.command("check")
@CASES
@FILMS
def check_media(names: tuple[str, ...], root: Path) -> None:
    """Bekijk en beluister elke film, en noem wat er niet aan klopt.  Sluit af met 1 als er iets is."""
    _need_film()
    from app.film.check import prove

    cases = _cases(root, names)
    found = 0
    for case in cases:
        problems = prove(case, root)
        _echo(problems)
        click.echo(
            f"{case.name}: {f'{len(problems)} keer iets gevonden' if problems else 'in orde'}", err=True
        )
        found += len(problems)
    counted = "1 film" if len(cases) == 1 else f"{len(cases)} films"
    click.echo(f"{counted} bekeken, {found} keer iets gevonden.", err=True)
    sys.exit(1 if found else 0)


@media.command("sheet")
@CASES
@FILMS
@click.option("--to", default=Path(), type=click.Path(path_type=Path, file_okay=False), help="In welke map.")
def sheet_media(names: tuple[str, ...], root: Path, to: Path) -> None:
    """Maak van elke film een contactblad: een beeld per shot, met tijd, beschrijving en tekst."""
    _need_film()
    from app.film.sheet import make_sheet

    to.mkdir(parents=True, exist_ok=True)
    for case in _cases(root, names):
        try:
            sheet = make_sheet(case)
        except (OSError, ValueError):
            raise SystemExit(f"Maak eerst de film: pluis media build {case.name}") from None
        path = to / f"contactblad-{case.name}.webp"
        sheet.save(path, quality=80)
        click.echo(path)


@media.command("kit")
@FILMS
def overview_media(root: Path) -> None:
    """Teken het overzicht opnieuw van alle plekken, mensen en dingen van de tekendoos."""
    _need_film()
    from app.film.overview import save_overview

    click.echo(save_overview(root))


def _echo(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(f"{problem}{' (let op)' if problem.severity != 'fout' else ''}")


def _need_film() -> None:
    if missing := [name for name in FILM_LIBRARIES if not find_spec(name)]:
        raise SystemExit(
            f"Voor films ontbreken hier: {', '.join(missing)}.\n"
            "Typ: python3 start.py pluis media …  Dat haalt op wat nodig is. De site werkt zonder."
        )


def _cases(root: Path, names: tuple[str, ...]) -> list[Path]:
    """The folders of these cases, or of all."""
    from app.film.review import cases

    found = {case.name: case for case in cases(root)}
    if unknown := [name for name in names if name not in found]:
        known = ", ".join(found) or "nog geen"
        raise SystemExit(f"Er is geen storyboard van ‘{unknown[0]}’. Wel van: {known}.")
    return [found[name] for name in names] or list(found.values())


@main.command()
@click.option("--port", default=8001, show_default=True)
@click.argument("root", type=click.Path(path_type=Path, exists=True, file_okay=False), default=ROOT)
def preview(root: Path, port: int) -> None:
    """Bekijk de lesstof terwijl je schrijft: de bladzijde ververst zichzelf en noemt de problemen."""
    from app.web.preview import create_preview

    click.echo(f"Voorbeeld op http://127.0.0.1:{port}  (stoppen: Ctrl+C)")
    _listen(create_preview(root.resolve()), "127.0.0.1", port)


@main.group()
def staff() -> None:
    """Collega's."""


@staff.command("add")
@click.argument("name")
@click.argument("email")
@click.option("--role", default="admin", type=click.Choice(["admin", "coordinator", "trainer", "researcher"]))
def add_staff(name: str, email: str, role: str) -> None:
    """Voeg een collega toe, zoals de eerste beheerder; toont een link om een wachtwoord te kiezen."""
    from app.db import Database
    from app.errors import Invalid
    from app.models.people import Role
    from app.services import accounts, teams

    config = _config()
    _migrate(config)
    token, now = token_urlsafe(24), datetime.now(UTC)
    with Database(config.database_url).writing() as db:
        try:
            accounts.link_for(
                db, teams.add_staff(db, name, email, role=Role(role), teams=[], now=now), token, now
            )
        except Invalid as error:
            raise SystemExit(str(error)) from None
        db.commit()
    click.echo(f"Kies een wachtwoord op: {config.public_url}/medewerker/wachtwoord/{token}")


def _config(**overrides: str) -> Config:
    instance = Path(os.environ.get("INSTANCE") or INSTANCE)
    return Config.from_env({**os.environ, **overrides}, instance)


def _migrate(config: Config) -> None:
    from app.db import Database
    from app.migrations import upgrade

    database = Database(config.database_url)
    upgrade(database.engine)
    database.close()


def _serve(config: Config) -> None:
    from app import create_app, mailer

    app = create_app(config)
    mailer.start(app.extensions["database"], config)
    _listen(app, config.host, config.port, config.trusted_proxy)


def _listen(app: object, host: str, port: int, trusted_proxy: str = "") -> None:
    """Waitress takes slow phones in its stride: it only hands us a request once it is whole."""
    import waitress

    try:
        waitress.serve(
            app,
            host=host,
            port=port,
            threads=4,
            connection_limit=1000,
            channel_timeout=30,
            max_request_header_size=16384,
            max_request_body_size=1_048_576,
            ident="",
            trusted_proxy=trusted_proxy or None,
            trusted_proxy_headers={"x-forwarded-for"} if trusted_proxy else (),
            clear_untrusted_proxy_headers=True,
            _quiet=True,
        )
    except OSError:
        raise SystemExit(
            f"Poort {port} is al bezet. Sluit het andere programma, of kies een andere poort met PORT=8001."
        ) from None


if __name__ == "__main__":
    main()
