"""What can go wrong on purpose.  Each class carries its own Dutch sentence; the web layer gives it a page."""

from __future__ import annotations


class PluisError(Exception):
    """Base of all; ``str(error)`` is Dutch and may be shown."""

    sentence = "Er ging iets mis."

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class NotFound(PluisError):
    """There is no such thing, or not for you; the difference is nobody's business."""

    sentence = "Deze bladzijde is er niet, of hij is niet voor jou."


class Forbidden(PluisError):
    sentence = "Deze bladzijde is voor iemand met een andere rol."


class Conflict(PluisError):
    """The world changed between looking and acting."""

    sentence = "Er is intussen iets veranderd. Kijk even hoe het nu staat."


class Invalid(PluisError):
    """What was typed can't be used; the form shows the sentence."""


class TooMany(PluisError):
    sentence = "Dat ging vaak achter elkaar. Wacht een minuut en probeer het dan opnieuw."


class Unavailable(PluisError):
    sentence = "Pluis kan dit nu even niet opslaan. Je bent niets kwijt. Probeer het over een minuut weer."


class UnknownInvitation(Invalid):
    sentence = "Deze code kennen wij niet. Kijk goed naar de letters en cijfers, of vraag je coördinator."


class ClosedInvitation(Invalid):
    sentence = "Deze uitnodiging is verlopen. Vraag je coördinator om een nieuwe."


class UnknownCard(Invalid):
    sentence = (
        "Deze code hoort niet bij een inlogkaart. Kijk nog eens goed, "
        "of vraag je coördinator om een nieuwe kaart."
    )


class WrongPassword(Invalid):
    sentence = "Dit e-mailadres en wachtwoord horen niet bij elkaar."


class WrongMailCode(Invalid):
    sentence = "Deze code klopt niet of is verlopen. Vraag een nieuwe code aan."


class UsedLink(Invalid):
    sentence = "Deze link is al gebruikt of verlopen. Vraag de beheerder om een nieuwe."


class WeakPassword(Invalid):
    sentence = "Kies een wachtwoord van minstens 10 tekens dat niet makkelijk te raden is."


class AddressTaken(Invalid):
    sentence = "Dit e-mailadres is al in gebruik."


class NameTaken(Invalid):
    sentence = "Deze naam bestaat al."


class AlreadyFinished(Conflict):
    sentence = "Deze vragen zijn al afgerond. Je antwoorden zijn bewaard."


class NotYet(Conflict):
    sentence = "Dit kan nog niet. Rond eerst de lessen af."
