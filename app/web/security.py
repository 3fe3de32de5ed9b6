"""Headers, request limits and forgery checks: what every answer has, and what no request gets past."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Any

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge
from werkzeug.routing import IntegerConverter, Map

from app.errors import Forbidden

MOST_FIELDS = 200
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
ONE_YEAR = 31_536_000


class Number(IntegerConverter):
    """A number in an address; one that no column can hold is the number of nothing."""

    def __init__(self, url_map: Map, **options: Any) -> None:
        super().__init__(url_map, **{"max": 2**31 - 1, **options})


def register(app: Flask) -> None:
    app.url_map.converters["int"] = Number
    app.config.update(
        MAX_CONTENT_LENGTH=64 * 1024,
        MAX_FORM_MEMORY_SIZE=32 * 1024,
        MAX_FORM_PARTS=100,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_I18N_ENABLED=False,
    )
    app.before_request(check_request)
    app.after_request(add_headers)
    app.add_template_global(nonce)


def nonce() -> str:
    """The number used once that lets our own scripts run on this page."""
    if "nonce" not in g:
        g.nonce = token_urlsafe(16)
    value: str = g.nonce
    return value


def check_request() -> None:
    """Refuse what a browser tells us comes from elsewhere, and bodies that no form of ours makes."""
    if "\0" in request.path:  # PostgreSQL has no place for it in a text
        raise BadRequest
    if request.method in SAFE_METHODS:
        return
    fetched_from = request.headers.get("Sec-Fetch-Site", "same-origin")
    if fetched_from not in {"same-origin", "none"} or not _is_ours(request.headers.get("Origin")):
        raise Forbidden("Dit verzoek kwam van een andere website. Daarom doen wij er niets mee.")
    try:
        fields = sum(len(values) for values in request.form.listvalues())
    except UnicodeDecodeError as error:
        raise BadRequest from error
    if fields > MOST_FIELDS:
        raise RequestEntityTooLarge
    if any("\0" in value for _, value in request.form.items(multi=True)):
        raise BadRequest


def is_same_origin() -> bool:
    """Whether the browser itself says that this form was on a page of ours."""
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site") == "same-origin"
    return _is_ours(origin)


def _is_ours(origin: str | None) -> bool:
    return origin is None or origin.partition("://")[2] == request.host


def add_headers(response: Response) -> Response:
    headers = response.headers
    for name, value in FIXED_HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", policy())
    if (request.endpoint != "static" or response.status_code >= 400) and not response.cache_control.private:
        headers["Cache-Control"] = "no-store"
    if current_app.extensions["config"].https:
        headers.setdefault("Strict-Transport-Security", f"max-age={2 * ONE_YEAR}; includeSubDomains")
    return response


def policy() -> str:
    return (
        f"default-src 'none'; script-src 'nonce-{nonce()}' 'strict-dynamic'; style-src 'self'; "
        "img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; "
        "require-trusted-types-for 'script'"
    )


FIXED_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
