"""A code read from paper is understood however it is typed, and a typing error never becomes another code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import codes
from app.services.codes import ALPHABET

LENGTHS = st.sampled_from([codes.INVITATION_LENGTH, codes.CARD_LENGTH, codes.CERTIFICATE_LENGTH])
SEPARATORS = st.text(" -.–—\t\r\n\u00a0", max_size=3)


@st.composite
def printed(draw: st.DrawFn) -> str:
    """Any code that could stand on paper."""
    return codes.derived(draw(st.binary(max_size=40)), draw(st.text()), draw(LENGTHS))


def is_valid(typed: str, length: int) -> bool:
    return codes.is_well_formed(codes.normalised(typed), length)


def test_the_alphabet_has_no_lookalikes_no_vowels_and_a_prime_number_of_symbols() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 23
    assert set(ALPHABET) & set("0OQ1IL5S8AEIOUY") == set()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2346-79BC", "234679BC"),
        ("2346 79bc", "234679BC"),
        ("  2 3 4 6 7 9 b c\r\n", "234679BC"),
        ("2346.79BC", "234679BC"),
        ("2346–79BC", "234679BC"),
        ("2346—79BC", "234679BC"),
        ("2346\u00a079BC", "234679BC"),
        ("2346\t79bC", "234679BC"),
        ("O0I1", "O0I1"),
        ("", ""),
        (" - ", ""),
    ],
)
def test_what_was_meant(typed: str, meant: str) -> None:
    assert codes.normalised(typed) == meant


@given(printed(), st.lists(st.tuples(st.booleans(), SEPARATORS), min_size=12))
def test_a_person_may_type_small_letters_and_separators_anywhere(
    code: str, manners: list[tuple[bool, str]]
) -> None:
    typed = "".join(
        (symbol.lower() if small else symbol) + separator
        for symbol, (small, separator) in zip(code, manners, strict=False)
    )
    assert codes.normalised(typed) == code


@given(printed())
def test_the_printed_groups_of_four_give_the_code_back(code: str) -> None:
    groups = codes.grouped(code).split("-")
    assert {len(group) for group in groups} == {4}
    assert codes.normalised(codes.grouped(code)) == code


@given(printed())
def test_no_single_wrong_symbol_gives_a_valid_code(code: str) -> None:
    wrong = (code[:i] + c + code[i + 1 :] for i in range(len(code)) for c in ALPHABET if c != code[i])
    assert not any(is_valid(typed, len(code)) for typed in wrong)


@given(printed(), st.data(), st.characters())
def test_no_single_strange_character_gives_another_valid_code(
    code: str, data: st.DataObject, strange: str
) -> None:
    i = data.draw(st.integers(0, len(code) - 1))
    typed = code[:i] + strange + code[i + 1 :]
    assert codes.normalised(typed) == code or not is_valid(typed, len(code))


@given(printed())
def test_no_swap_of_neighbours_gives_another_valid_code(code: str) -> None:
    swapped = (code[:i] + code[i + 1] + code[i] + code[i + 2 :] for i in range(len(code) - 1))
    assert not any(is_valid(typed, len(code)) for typed in swapped if typed != code)


@given(printed())
def test_a_forgotten_or_doubled_symbol_is_seen(code: str) -> None:
    forgotten = [code[:i] + code[i + 1 :] for i in range(len(code))]
    doubled = [code[:i] + code[i] + code[i:] for i in range(len(code))]
    assert not any(is_valid(typed, len(code)) for typed in forgotten + doubled)


@pytest.mark.parametrize("lookalike", "0OQ1IL5S8")
@given(code=printed())
def test_a_lookalike_is_not_taken_for_a_symbol(code: str, lookalike: str) -> None:
    assert not any(is_valid(code[:i] + lookalike + code[i + 1 :], len(code)) for i in range(len(code)))


@given(st.text(), LENGTHS)
def test_anything_may_be_typed(typed: str, length: int) -> None:
    if is_valid(typed, length):
        assert len(codes.normalised(typed)) == length


@pytest.mark.parametrize(
    "length", [codes.INVITATION_LENGTH, codes.CARD_LENGTH, codes.CERTIFICATE_LENGTH, 2, 40]
)
def test_new_codes_are_well_formed_and_differ(length: int) -> None:
    made = {codes.new(length) for _ in range(200)}
    assert all(codes.is_well_formed(code, length) for code in made)
    assert len(made) == 200 or length == 2


@given(st.binary(), st.text(), LENGTHS)
def test_a_derived_code_is_well_formed_and_the_same_each_time(key: bytes, message: str, length: int) -> None:
    code = codes.derived(key, message, length)
    assert codes.is_well_formed(code, length)
    assert codes.derived(key, message, length) == code


@given(st.lists(st.tuples(st.binary(min_size=32, max_size=32), st.text()), min_size=2, unique=True))
def test_another_key_or_message_derives_another_code(pairs: list[tuple[bytes, str]]) -> None:
    assert len({codes.derived(key, message, codes.CARD_LENGTH) for key, message in pairs}) == len(pairs)


def test_a_derived_code_stays_what_it_is() -> None:
    """Cards are in people's pockets: a change here would make all of them worthless."""
    assert codes.derived(b"key", "card|anna|1", codes.CARD_LENGTH) == "HDPR4K9NFZ4Z"


@pytest.mark.parametrize(
    ("secret", "stored"),
    [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ],
)
def test_what_is_stored_of_a_secret_is_its_sha256(secret: str, stored: str) -> None:
    assert codes.hashed(secret) == stored
