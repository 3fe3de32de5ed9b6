"""The certificate: a page that prints well, and a check that the paper is real."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.errors import NotFound, NotYet
from app.services import certificates, codes
from app.services.journey import Journey, journey_of
from app.web.database import reading, writing
from app.web.door import ANYONE, LEARNER, me, my_subject, open_to
from app.web.filling import library
from app.web.forms import CertificateForm, CheckForm
from app.web.pages import full_address
from app.web.throttle import limit_guessing

bp = Blueprint("certificates", __name__)

Page = str | Response | tuple[str, int]


@bp.route("/certificaat/<module_id>", methods=["GET", "POST"])
@open_to(LEARNER)
def mine(module_id: str) -> Page:
    """The volunteer's own certificate; the name on it may differ from the name in Pluis."""
    journey = _journey(module_id)
    if not journey.is_studied:
        return render_template("certificates/not_yet.html", journey=journey)
    form = CertificateForm(data={"name": me().name})
    if form.validate_on_submit():
        db = writing()
        certificates.issue(
            db,
            me().id,
            module_id,
            name=form.name.data,
            code=codes.new(codes.CERTIFICATE_LENGTH),
            now=datetime.now(UTC),
        )
        db.commit()
        return redirect(url_for(".show", module_id=module_id), 303)
    return render_template("certificates/name.html", form=form, journey=journey)


@bp.get("/certificaat/<module_id>/papier")
@open_to(LEARNER)
def show(module_id: str) -> Page:
    journey = _journey(module_id)
    certificate = certificates.certificate_of(reading(), me().id, module_id)
    if certificate is None:
        if not journey.is_studied:
            raise NotYet
        return redirect(url_for(".mine", module_id=module_id))
    return render_template(
        "certificates/certificate.html",
        certificate=certificate,
        journey=journey,
        address=full_address("certificates.checked", code=certificate.code),
        verify=full_address("certificates.verify"),
    )


@bp.route("/controle", methods=["GET", "POST"])
@open_to(ANYONE)
def verify() -> Page:
    """A municipality types the code that stands on the paper."""
    form = CheckForm()
    if form.validate_on_submit():
        return redirect(url_for(".checked", code=codes.normalised(form.code.data)), 303)
    return render_template("certificates/verify.html", form=form)


@bp.get("/controle/<code>")
@open_to(ANYONE)
def checked(code: str) -> Page:
    limit_guessing()
    certificate = certificates.check(reading(), code)
    form = CheckForm(data={"code": codes.grouped(codes.normalised(code)[:30])})
    title = next((m.title for m in library().modules if certificate and m.id == certificate.module), "")
    page = render_template(
        "certificates/verify.html", form=form, certificate=certificate, title=title, checked=True
    )
    return page, 200 if certificate else 404


def _journey(module_id: str) -> Journey:
    if module_id not in {module.id for module in library().modules}:
        raise NotFound
    return journey_of(reading(), library(), me().id, my_subject(), module_id)
