"""Which form of the questions somebody gets: alternating per person, and in balance over people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.measurement.forms import FORMS, WAVES, form_for


@given(st.text(max_size=40))
def test_the_forms_alternate_over_the_waves(subject: str) -> None:
    assert [form_for(subject, wave) for wave in WAVES] in (["a", "b", "a"], ["b", "a", "b"])


@pytest.mark.parametrize("wave", WAVES)
def test_half_of_the_people_get_each_form_in_each_wave(wave: str) -> None:
    forms = [form_for(f"pseudonym-{n}", wave) for n in range(2000)]
    assert all(900 <= forms.count(form) <= 1100 for form in FORMS)


@pytest.mark.parametrize(
    ("subject", "wave", "form"),
    [("wim", "t0", "b"), ("wim", "t1", "a"), ("fatima", "t0", "a"), ("", "t0", "a")],
)
def test_a_form_never_changes(subject: str, wave: str, form: str) -> None:
    assert form_for(subject, wave) == form


def test_a_wave_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        form_for("wim", "t3")
