"""Headers, request limits and forgery checks: what every answer has, and what no request gets past."""

from __future__ import annotations

from secrets import token_urlsafe
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from app.errors import Forbidden

MOST_FIELDS = 200
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
ONE_YEAR = 31_536_000


def register(app: Flask) -> None:
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
    if request.method in SAFE_METHODS:
        return
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise Forbidden("Dit verzoek kwam van een andere website. Daarom doen wij er niets mee.")
    try:
        fields = sum(len(values) for values in request.form.listvalues())
    except UnicodeDecodeError as error:
        raise BadRequest from error
    if fields > MOST_FIELDS:
        raise RequestEntityTooLarge


def is_same_origin() -> bool:
    """Whether the browser itself says that this form was on a page of ours."""
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site") == "same-origin"
    return urlsplit(origin).netloc == request.host


def add_headers(response: Response) -> Response:
    headers = response.headers
    for name, value in FIXED_HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", policy())
    if request.endpoint != "static":
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
