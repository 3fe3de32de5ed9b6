"""The forms that people type in.  Messages are Dutch and say what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import EmailField, Field, PasswordField, RadioField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Email, InputRequired, Length, Optional, Regexp

from app.models.people import Role

NAME_LENGTH = 60
ROLES = {
    Role.COORDINATOR.value: "coördinator",
    Role.TRAINER.value: "trainer",
    Role.RESEARCHER.value: "onderzoeker",
    Role.ADMIN.value: "beheerder",
}


def trimmed(value: str | None) -> str | None:
    """Without spaces around it and without control characters in it."""
    return value and "".join(c for c in value if c.isprintable()).strip()


class TextField(StringField):
    """A field whose text is there once the form is valid."""

    data: str


class AddressField(EmailField):
    data: str


class SecretField(PasswordField):
    data: str


def _text(label: str, needed: str, longest: int = NAME_LENGTH, **options: Any) -> TextField:
    return TextField(
        label,
        filters=[trimmed],
        validators=[
            DataRequired(needed),
            Length(max=longest, message=f"Dit mag hoogstens {longest} tekens lang zijn."),
        ],
        **options,
    )


def optional(label: str, longest: int, *rules: Any) -> TextField:
    """A line of text that may stay empty."""
    too_long = Length(max=longest, message=f"Dit mag hoogstens {longest} tekens lang zijn.")
    return TextField(label, filters=[trimmed], validators=[Optional(), too_long, *rules])


def _email(label: str = "E-mailadres") -> AddressField:
    return AddressField(
        label,
        filters=[trimmed],
        validators=[
            DataRequired("Vul een e-mailadres in."),
            Length(max=254, message="Dit e-mailadres is te lang."),
            Email(
                "Dit lijkt geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl.",
                check_deliverability=False,
            ),
        ],
    )


class Form(FlaskForm):  # type: ignore[misc]
    class Meta:
        locales = ("nl",)

    def fail(self, field: Field, sentence: str) -> None:
        """Show what only the server could know, at the field it is about."""
        field.errors = [*field.errors, sentence]


class InvitationForm(Form):
    code = _text("Code van je team", "Vul de code in. Hij bestaat uit 8 letters en cijfers.", 40)


class JoinForm(Form):
    name = _text("Je voornaam of bijnaam", "Vul een voornaam of bijnaam in.", 40)


class CardForm(Form):
    code = _text("Code op je inlogkaart", "Vul de code van je inlogkaart in.", 40)


class EmailForm(Form):
    email = _email()


class MailCodeForm(Form):
    code = _text("Code uit de mail", "Vul de code uit de mail in.", 20)


class NameForm(Form):
    name = _text("Hoe wil je heten in Pluis?", "Vul een voornaam of bijnaam in.", 40)


class StaffSignInForm(Form):
    email = _email()
    password = SecretField("Wachtwoord", validators=[InputRequired("Vul je wachtwoord in."), Length(max=256)])


class PasswordForm(Form):
    password = SecretField(
        "Nieuw wachtwoord", validators=[InputRequired("Kies een wachtwoord."), Length(max=256)]
    )


class CertificateForm(Form):
    name = _text("Naam op het certificaat", "Vul de naam in die op het certificaat moet staan.")


class CheckForm(Form):
    code = _text("Controlecode", "Vul de code in die onderaan het certificaat staat.", 40)


class MunicipalityForm(Form):
    name = _text("Naam van de gemeente", "Vul de naam van de gemeente in.")


class TeamForm(Form):
    name = _text("Naam van het team", "Vul de naam van het team in.")
    contact_name = _text("Wie kan een deelnemer bellen?", "Vul de naam van de contactpersoon in.")
    contact_phone = _text("Telefoonnummer", "Vul het telefoonnummer van de contactpersoon in.", 20)


class ContactForm(Form):
    contact_name = _text("Contactpersoon", "Vul de naam van de contactpersoon in.")
    contact_phone = _text("Telefoonnummer", "Vul het telefoonnummer van de contactpersoon in.", 20)


class StaffForm(Form):
    name = _text("Naam", "Vul de naam van de collega in.")
    email = _email()
    role = RadioField("Rol", choices=ROLES, validators=[InputRequired("Kies een rol.")])
    teams = SelectMultipleField("Teams")


def typed(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Stored values as somebody would have typed them."""
    return {name: str(value) if isinstance(value, int) else value for name, value in stored.items()}


class FollowUpForm(Form):
    """Who picks up one kind of signal; all of it empty means that nobody does."""

    role = optional("Wie pakt het op?", 60)
    channel = optional("Hoe bereik je die?", 120)
    hours = optional("Wanneer is die er?", 80)
    deputy = optional("Wie neemt het over bij ziekte of vakantie?", 80)
    feedback_days = optional(
        "Binnen hoeveel werkdagen hoor je iets terug?",
        40,
        Regexp("([1-9]|[1-5][0-9]|60)$", message="Typ alleen een getal, van 1 tot en met 60."),
    )

    texts = ("role", "channel", "hours", "deputy")

    @property
    def is_empty(self) -> bool:
        return not any(self[name].data for name in (*self.texts, "feedback_days"))

    @property
    def answers(self) -> dict[str, Any]:
        """As the service keeps it."""
        days = self.feedback_days.data
        return {
            **{name: self[name].data or "" for name in self.texts},
            "feedback_days": int(days) if days else None,
        }

    def validate(self, **options: Any) -> bool:
        """Also refuse a number or a deputy of nobody, which would be lost."""
        valid: bool = super().validate(**options)
        if self.role.data or self.is_empty:
            return valid
        self.fail(self.role, "Vul in wie het oppakt. Is er nog niemand? Maak dan ook de andere vakjes leeg.")
        return False
