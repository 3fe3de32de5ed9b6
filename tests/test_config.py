"""An installation that is half configured doesn't start, and says in Dutch why."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from app.config import Config, is_loopback

KEYS = {"SECRET_KEY": "0123456789abcdef" * 2, "STUDY_KEY": "fedcba9876543210" * 2}


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    config = Config.from_env({}, tmp_path / "instance")
    assert config.database_url == f"sqlite:///{tmp_path.as_posix()}/instance/pluis.sqlite3"
    assert config.public_url == "http://127.0.0.1:8000"
    assert "127.0.0.1" in config.trusted_hosts
    assert (config.content_root / "pyproject.toml").is_file()
    assert (config.https, config.demo, config.smtp) == (False, False, None)


def test_keys_are_made_once_and_apart(tmp_path: Path) -> None:
    first, second = (Config.from_env({}, tmp_path) for _ in range(2))
    assert (first.secret_key, first.study_key) == (second.secret_key, second.study_key)
    assert first.secret_key != first.study_key
    assert len(bytes.fromhex(first.secret_key.decode())) == 32


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("name", ["secret_key", "study_key"])
def test_keys_are_for_us_alone(tmp_path: Path, name: str) -> None:
    Config.from_env({}, tmp_path)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_keys_of_the_environment_win_and_leave_no_file(tmp_path: Path) -> None:
    config = Config.from_env(KEYS, tmp_path)
    assert config.secret_key == KEYS["SECRET_KEY"].encode()
    assert config.study_key == KEYS["STUDY_KEY"].encode()
    assert list(tmp_path.iterdir()) == []


def test_a_printed_config_holds_no_secret(tmp_path: Path) -> None:
    env = KEYS | {"SMTP_HOST": "localhost", "SMTP_PASSWORD": "geheim-woord", "MAIL_FROM": "pluis@example.nl"}
    printed = repr(Config.from_env(env, tmp_path))
    assert not any(secret in printed for secret in [*KEYS.values(), "geheim-woord"])


@pytest.mark.parametrize(
    ("env", "sentence"),
    [
        ({"SECRET_KEY": ""}, "De omgevingsvariabele SECRET_KEY is geen goede sleutel"),
        ({"SECRET_KEY": "kort"}, "De omgevingsvariabele SECRET_KEY is geen goede sleutel"),
        ({"STUDY_KEY": "a" * 64}, "De omgevingsvariabele STUDY_KEY is geen goede sleutel"),
        ({"PORT": "achtduizend"}, "PORT moet een getal zijn"),
        ({"PORT": "0"}, "PORT moet een getal zijn"),
        ({"PORT": "65536"}, "PORT moet een getal zijn"),
        ({"PORT": "٨٠٠٠"}, "PORT moet een getal zijn"),
        ({"DEMO": "ja"}, "DEMO is 1 of 0"),
        ({"HOST": "0.0.0.0"}, "Zet PUBLIC_URL"),  # noqa: S104
        ({"PUBLIC_URL": "pluis.nl"}, "PUBLIC_URL moet een adres zijn"),
        ({"PUBLIC_URL": "ftp://pluis.nl"}, "PUBLIC_URL moet een adres zijn"),
        ({"PUBLIC_URL": "https://pluis.nl/map"}, "PUBLIC_URL moet een adres zijn"),
        ({"SMTP_HOST": "localhost"}, "Zet MAIL_FROM"),
        ({"SMTP_HOST": "localhost", "SMTP_PORT": "x", "MAIL_FROM": "a@b.nl"}, "SMTP_PORT moet een getal"),
        ({"DEMO": "1", "HOST": "192.168.1.5", "PUBLIC_URL": "http://192.168.1.5"}, "alleen op deze computer"),
        ({"DEMO": "1", "PUBLIC_URL": "https://pluis.nl"}, "alleen op deze computer"),
    ],
)
def test_half_configured_is_refused(tmp_path: Path, env: dict[str, str], sentence: str) -> None:
    with pytest.raises(SystemExit, match=sentence):
        Config.from_env(KEYS | env, tmp_path)


def test_a_damaged_key_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "study_key").write_text("")
    with pytest.raises(SystemExit, match="study_key is geen goede sleutel"):
        Config.from_env({}, tmp_path)


def test_a_config_can_not_be_turned_into_a_public_demo(tmp_path: Path) -> None:
    config = Config.from_env(KEYS | {"PUBLIC_URL": "https://pluis.example.nl"}, tmp_path)
    assert config.https
    with pytest.raises(SystemExit, match="alleen op deze computer"):
        replace(config, demo=True)


@pytest.mark.parametrize(
    ("env", "hosts"),
    [
        ({"PUBLIC_URL": "https://pluis.example.nl/"}, ("pluis.example.nl",)),
        (
            {"PUBLIC_URL": "https://pluis.nl", "TRUSTED_HOSTS": "pluis.nl, www.pluis.nl"},
            ("pluis.nl", "www.pluis.nl"),
        ),
    ],
)
def test_only_our_own_hosts_are_trusted(tmp_path: Path, env: dict[str, str], hosts: tuple[str, ...]) -> None:
    assert Config.from_env(KEYS | env, tmp_path).trusted_hosts == hosts


@pytest.mark.parametrize(
    ("given", "proxy"), [("", ""), ("127.0.0.1", "127.0.0.1"), ("0:0::1", "::1"), ("onze-proxy", None)]
)
def test_a_proxy_is_named_by_its_address(tmp_path: Path, given: str, proxy: str | None) -> None:
    env = KEYS | {"TRUSTED_PROXY": given}
    if proxy is None:
        with pytest.raises(SystemExit, match="TRUSTED_PROXY moet een IP-adres zijn"):
            Config.from_env(env, tmp_path)
    else:
        assert Config.from_env(env, tmp_path).trusted_proxy == proxy


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),  # noqa: S104
        ("192.168.1.5", False),
        ("127.0.0.1.example.nl", False),
        ("", False),
    ],
)
def test_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback
