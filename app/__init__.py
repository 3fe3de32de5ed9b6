"""Pluis: the training platform of Buurtpreventie PLUS."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from app.config import Config


def create_app(config: Config) -> Flask:
    """The web application for one installation; its tables must be up to date already."""
    from flask import Flask

    from app import web
    from app.content.checks import check_library
    from app.content.library import LibraryKeeper
    from app.db import Database

    app = Flask(__name__, static_folder="web/static", template_folder="web/templates")
    app.secret_key = config.secret_key
    app.config.update(
        SESSION_COOKIE_NAME="__Host-pluis" if config.https else "pluis",
        SESSION_COOKIE_SECURE=config.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        TRUSTED_HOSTS=list(config.trusted_hosts),
        PREFERRED_URL_SCHEME="https" if config.https else "http",
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.extensions["config"] = config
    app.extensions["database"] = Database(config.database_url)
    app.extensions["library"] = LibraryKeeper(
        config.content_root, lambda library: check_library(library, datetime.now(UTC).date())
    )
    web.register(app)
    return app
