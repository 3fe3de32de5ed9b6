"""What goes wrong gets a page: HTTP status codes stand here and nowhere else."""

from __future__ import annotations

from flask import Flask, current_app, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from app import errors
from app.db import DatabaseFailed
from app.web import database
from app.web.security import is_same_origin

Page = tuple[str, int] | tuple[str, int, dict[str, str]]

STATUS: dict[type[errors.PluisError], int] = {
    errors.NotFound: 404,
    errors.Forbidden: 403,
    errors.Conflict: 409,
    errors.Invalid: 422,
    errors.TooMany: 429,
    errors.Unavailable: 503,
}
TITLES = {
    400: "Dat begrijpen wij niet",
    403: "Hier mag je niet naar binnen",
    404: "Deze bladzijde is er niet",
    405: "Dat kan hier niet",
    409: "Er is iets veranderd",
    413: "Dat is te veel tekst",
    422: "Dit klopt nog niet",
    429: "Even wachten",
    500: "Er ging iets mis bij ons",
    503: "Even geduld",
}
SENTENCES = {
    400: "Er is iets misgegaan met dit verzoek. Ga terug en probeer het nog een keer.",
    404: errors.NotFound.sentence,
    405: "Ga terug en kies een van de knoppen op de bladzijde.",
    413: "Maak je tekst korter en verstuur hem opnieuw.",
    500: "Dit is onze fout, niet die van jou. Wat je al had opgeslagen, is bewaard. Probeer het straks weer.",
}
SECRET_FIELDS = frozenset({"password", "csrf_token"})


def register(app: Flask) -> None:
    app.register_error_handler(errors.PluisError, show_error)
    app.register_error_handler(DatabaseFailed, show_storage_failed)
    app.register_error_handler(CSRFError, show_stale_form)
    app.register_error_handler(SecurityError, show_strange_host)
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(Exception, show_unforeseen)
    app.config["TRAP_HTTP_EXCEPTIONS"] = False
    app.extensions["failure status"] = STATUS


def show_error(error: errors.PluisError) -> Page:
    status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
    return _page(status, str(error))


def show_storage_failed(_error: Exception) -> Page:
    return _page(503, errors.Unavailable.sentence)


def show_stale_form(_error: CSRFError) -> Page:
    """A form from before signing in, or from a browser that lost its cookie.

    When the browser vouches that the form was ours, one more click sends it, so that no text is lost.
    """
    database.close()
    if not is_same_origin():
        return _page(
            400, "Dit formulier kwam niet van een bladzijde van Pluis. Daarom doen wij er niets mee."
        )
    fields = [(name, value) for name, value in request.form.items(multi=True) if name not in SECRET_FIELDS]
    return render_template("errors/stale_form.html", fields=fields), 400


def show_strange_host(_error: SecurityError) -> Page:
    """Asked for under a name that is not ours.  A page would be full of links, and those need a name."""
    return "Dit adres hoort niet bij Pluis.\n", 400, {"Content-Type": "text/plain; charset=utf-8"}


def show_http_error(error: HTTPException) -> Page:
    status = error.code or 500
    if status < 400:
        return error.get_response()  # type: ignore[return-value]
    return _page(status, SENTENCES.get(status, SENTENCES[400 if status < 500 else 500]))


def show_unforeseen(error: Exception) -> Page:
    """Our own mistakes: the log gets the trace, the visitor a page without it."""
    current_app.logger.error("unforeseen", exc_info=error)
    return _page(500, SENTENCES[500])


def _page(status: int, sentence: str) -> Page:
    database.close()
    title = TITLES.get(status, TITLES[400 if status < 500 else 500])
    headers = {"Retry-After": "60"} if status in {429, 503} else {}
    return (
        render_template("errors/error.html", title=title, sentence=sentence, status=status),
        status,
        headers,
    )
