"""Config: everything that differs between two installations, read once from the environment."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

KEY_BYTES = 32
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Smtp:
    """Where outgoing mail is handed over."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Config:
    """A complete installation; a value that can't work stops the program with a Dutch sentence."""

    instance: Path
    database_url: str
    secret_key: bytes = field(repr=False)
    study_key: bytes = field(repr=False)
    """Makes the pseudonyms of the measurement; kept apart from the database and its back-ups."""
    public_url: str
    host: str = "127.0.0.1"
    port: int = 8000
    trusted_hosts: tuple[str, ...] = ()
    trusted_proxy: str = ""
    """The address of our own proxy, whose word we take for a visitor's address."""
    demo: bool = False
    content_root: Path = ROOT
    smtp: Smtp | None = None
    mail_from: str = ""

    @classmethod
    def from_env(cls, env: Mapping[str, str], instance: Path) -> Config:
        """Read the environment; keys that it doesn't give are made once and kept under ``instance``."""
        instance.mkdir(parents=True, exist_ok=True)
        host, port = env.get("HOST", "127.0.0.1"), _port(env, "PORT", 8000)
        public_url = _public_url(env.get("PUBLIC_URL", ""), host, port)
        return cls(
            instance=instance,
            database_url=env.get("DATABASE_URL") or _sqlite_url(instance),
            secret_key=_key(env, "SECRET_KEY", instance),
            study_key=_key(env, "STUDY_KEY", instance),
            public_url=public_url,
            host=host,
            port=port,
            trusted_hosts=_trusted_hosts(env.get("TRUSTED_HOSTS", ""), public_url),
            trusted_proxy=_address(env, "TRUSTED_PROXY"),
            demo=_yes(env, "DEMO"),
            content_root=Path(env.get("CONTENT_ROOT") or ROOT).resolve(),
            smtp=_smtp(env),
            mail_from=env.get("MAIL_FROM", ""),
        )

    def __post_init__(self) -> None:
        if self.demo and not (is_loopback(self.host) and is_loopback(_host_of(self.public_url))):
            raise SystemExit(
                "De demo draait alleen op deze computer (127.0.0.1). Haal HOST en PUBLIC_URL weg, "
                "of start zonder demo: pluis serve."
            )
        if self.smtp and "@" not in self.mail_from:
            raise SystemExit("Zet MAIL_FROM op het e-mailadres waar de post vandaan komt.")

    @property
    def https(self) -> bool:
        """Whether browsers reach us encrypted, so that cookies may insist on it."""
        return self.public_url.startswith("https:")


def is_loopback(host: str) -> bool:
    """Whether only this machine itself can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _port(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise SystemExit(f"{name} moet een getal zijn van 1 tot en met 65535, niet “{text}”.")
    return int(text)


def _public_url(text: str, host: str, port: int) -> str:
    if not text:
        if not is_loopback(host):
            raise SystemExit(
                "Zet PUBLIC_URL op het adres dat mensen in hun browser typen, "
                "bijvoorbeeld https://pluis.mijngemeente.nl."
            )
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise SystemExit(f"PUBLIC_URL moet een adres zijn als https://pluis.mijngemeente.nl, niet “{text}”.")
    return text.rstrip("/")


def _sqlite_url(instance: Path) -> str:
    return f"sqlite:///{(instance / 'pluis.sqlite3').resolve().as_posix()}"


def _key(env: Mapping[str, str], name: str, instance: Path) -> bytes:
    path = instance / name.lower()
    given = env.get(name)
    text = given if given is not None else _read_or_create(path)
    if len(text.encode()) < KEY_BYTES or len(set(text)) < 10:
        where = f"De omgevingsvariabele {name}" if given is not None else f"Het bestand {path}"
        raise SystemExit(
            f"{where} is geen goede sleutel. Maak er een van minstens 32 willekeurige tekens, met: "
            'python3 -c "import secrets; print(secrets.token_hex())"'
        )
    return text.encode()


def _read_or_create(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii", errors="replace").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    return path.read_text("ascii")


def _trusted_hosts(text: str, public_url: str) -> tuple[str, ...]:
    if text:
        return tuple(host.strip() for host in text.split(",") if host.strip())
    host = _host_of(public_url)
    return ("127.0.0.1", "localhost") if is_loopback(host) else (host,)


def _host_of(url: str) -> str:
    return urlsplit(url).hostname or ""


def _address(env: Mapping[str, str], name: str) -> str:
    text = env.get(name, "")
    try:
        return str(ip_address(text)) if text else ""
    except ValueError:
        raise SystemExit(f"{name} moet een IP-adres zijn, zoals 127.0.0.1, niet “{text}”.") from None


def _yes(env: Mapping[str, str], name: str) -> bool:
    text = env.get(name, "")
    if text not in ("", "0", "1"):
        raise SystemExit(f"{name} is 1 of 0, niet “{text}”.")
    return text == "1"


def _smtp(env: Mapping[str, str]) -> Smtp | None:
    host = env.get("SMTP_HOST")
    if not host:
        return None
    return Smtp(host, _port(env, "SMTP_PORT", 587), env.get("SMTP_USER", ""), env.get("SMTP_PASSWORD", ""))
