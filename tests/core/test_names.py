"""Names and addresses: tables of cases, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.names import (
    clean_name,
    core_name,
    display_name,
    first_name_of,
    fold,
    full_name_of,
    fuzzy_key,
    name_to_greet,
    short_name,
    slug_of,
    url_of,
)


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/john-smith", "john-smith"),
        ("https://www.linkedin.com/in/John-Smith", "john-smith"),
        ("https://www.linkedin.com/in/john-smith/", "john-smith"),
        ("https://www.linkedin.com/in/john-smith?trk=abc", "john-smith"),
        ("https://www.linkedin.com/in/john-smith#about", "john-smith"),
        ("https://www.linkedin.com/in/john-smith/details/recommendations/", "john-smith"),
        ("http://linkedin.com/in/john-smith", "john-smith"),
        ("www.linkedin.com/in/john-smith", "john-smith"),
        ("linkedin.com/in/john-smith", "john-smith"),
        ("//www.linkedin.com/in/john-smith", "john-smith"),
        ("https://de.linkedin.com/in/john-smith", "john-smith"),
        ("https://pt-br.linkedin.com/in/john-smith", "john-smith"),
        ("HTTPS://WWW.LINKEDIN.COM/IN/JOHN", "john"),
        ("  <https://www.linkedin.com/in/john> ", "john"),
        ("https://www.linkedin.com/mwlite/in/john", "john"),
        ("https://www.linkedin.com/in/jos%C3%A9-garc%C3%ADa", "josé-garcía"),
        ("https://www.linkedin.com/in/jose%CC%81", "josé"),
        ("https://www.linkedin.com/in/JOS%C3%89", "josé"),
        ("https://www.linkedin.com/in/josé", "josé"),
        ("https://www.linkedin.com/in/%E5%B1%B1%E7%94%B0", "山田"),
        ("https://www.linkedin.com/in/a%2Fb", "a/b"),
        ("https://www.linkedin.com/in/100%25", "100%"),
        ("https://www.linkedin.com/in/", None),
        ("https://www.linkedin.com/company/acme", None),
        ("https://www.linkedin.com/pub/john/1/2/3", None),
        ("https://evillinkedin.com/in/john", None),
        ("https://linkedin.com.evil.com/in/john", None),
        ("https://evil.com/?u=linkedin.com/in/john", None),
        ("https://www.linkedin.com/in/%0A", None),
        ("john-smith", None),
        ("", None),
    ],
)
def test_an_address_gives_the_slug_that_it_means(url: str, slug: str | None) -> None:
    assert slug_of(url) == slug


@given(st.text(min_size=1))
def test_a_slug_survives_its_address(text: str) -> None:
    slug = slug_of(url_of(text))
    if slug is not None:
        assert slug_of(url_of(slug)) == slug


@given(st.text())
def test_an_address_never_leaves_the_profiles_of_linkedin(text: str) -> None:
    url = url_of(text)
    assert url.startswith("https://www.linkedin.com/in/")
    assert url.isascii()
    assert not set(url[len("https://www.linkedin.com/in/") :]) & set("/?#@: \n")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("John Smith", "john smith"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Søren Ærø", "soren aero"),
        ("Đorđe", "dorde"),
        ("Işıl", "isil"),
        ("İpek", "ipek"),
        ("Þór Guðrún", "thor gudrun"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("O’Brien", "o'brien"),
        ("José", "jose"),
        ("Jose\u0301", "jose"),
        ("Jo\u200bhn", "john"),
        ("𝐉𝐨𝐡𝐧", "john"),
        ("山田", "山田"),
        ("Ünal\u00a0Öz", "unal oz"),
        ("", ""),
    ],
)
def test_folding_lets_a_plain_keyboard_find_any_latin_name(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_does_not_matter_for_searching(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("John", "Smith", "John Smith"),
        (" John ", " Smith ", "John Smith"),
        ("John", "", "John"),
        ("", "Smith", "Smith"),
        ("John", "Doe, PhD, PMP", "John Doe, PhD, PMP"),
        ("John\u00a0Paul", "Smith", "John Paul Smith"),
        ("Jo\u200bhn", "\u202eSmith", "John Smith"),
        ("Jose\u0301", "D", "José D"),
        ("Ana \ufffd", "Díaz", "Ana Díaz"),
        ("Ana 🚀", "Díaz", "Ana 🚀 Díaz"),
        ("[b]Ana[/b]", "D", "[b]Ana[/b] D"),
        ("", "", ""),
    ],
)
def test_a_name_is_shown_as_written_without_what_cannot_be_seen(
    first: str, last: str, name: str
) -> None:
    assert display_name(first, last) == name


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_name(clean_name(text)) == clean_name(text)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("John Doe", "john doe"),
        ("John Doe, PhD, PMP", "john doe"),
        ("John Doe, SHRM-CP", "john doe"),
        ("John Doe, P.E.", "john doe"),
        ("John Doe, XYZQ", "john doe"),
        ("John Doe, Jr.", "john doe"),
        ("John Doe III", "john doe"),
        ("John Doe MBA", "john doe"),
        ("Dr. John Doe", "john doe"),
        ("Prof. Dr. Ing. Karl May", "karl may"),
        ("John (Johnny) Doe", "john doe"),
        ("John “Johnny” Doe", "john doe"),
        ("John 'Johnny' Doe", "john doe"),
        ("🚀 John Doe 👩🏽‍💻", "john doe"),
        ("𝐉𝐨𝐡𝐧 𝐃𝐨𝐞", "john doe"),
        ("JOHN DOE", "john doe"),
        ("Doe, John", "john doe"),
        ("Yo Yo Ma", "yo yo ma"),
        ("Ed Do", "ed do"),
        ("NGUYEN, LY", "ly nguyen"),
        ("Sean O’Brien", "sean o'brien"),
        ("J. Robert Oppenheimer", "j robert oppenheimer"),
        ("Zoë García-López", "zoe garcia-lopez"),
        ("山田 太郎", "山田 太郎"),
        ("John Doe, Agile Coach", "john doe agile coach"),
        ("Dr", "dr"),
    ],
)
def test_the_fuzzy_key_sees_through_titles_credentials_and_decoration(name: str, key: str) -> None:
    assert fuzzy_key(name) == key


@pytest.mark.parametrize(
    ("name", "first", "short"),
    [
        ("John Smith", "John", "John S."),
        ("john smith", "John", "John S."),
        ("JEAN-LUC PICARD", "Jean-Luc", "Jean-Luc P."),
        ("Dr. Ana “Annie” Díaz, PhD, PMP 🚀", "Ana", "Ana D."),
        ("J. Robert Oppenheimer", "J. Robert", "J. Robert O."),
        ("JP Morgan", "JP", "JP M."),
        ("D'Arcy Wu", "D'Arcy", "D'Arcy W."),
        ("Cher", "Cher", "Cher"),
        ("Katrina M.", "Katrina", "Katrina M."),
        ("Łukasz Żółć", "Łukasz", "Łukasz Ż."),
        ("太郎 山田", "太郎", "太郎 山田"),
        ("Doe, John", "John", "John D."),
        ("Robert (Bob) Smith", "Robert", "Robert S."),
        ("🚀", "🚀", "🚀"),
        ("", "", ""),
        ("Uma Rossi-Nguyen, MBA, CSM", "Uma", "Uma R."),
        ("Rossi, Uma, MBA", "Uma", "Uma R."),
        ("Stone, Emily", "Emily", "Emily S."),
        ("Mary Ann Lee", "Mary Ann", "Mary Ann L."),
        ("MARY ANN LEE", "Mary Ann", "Mary Ann L."),
        ("Jean Paul", "Jean", "Jean P."),
        ("Anna Schmidt", "Anna", "Anna S."),
        ("K", "K", "K"),
    ],
)
def test_people_are_greeted_and_listed_by_their_name(name: str, first: str, short: str) -> None:
    assert first_name_of(name) == first
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Uma Rossi-Nguyen, MBA, CSM", "Uma"),
        ("Dr. Emily Stone", "Emily"),
        ("Dr. Stone", "Dr. Stone"),
        ("J. Robert Oppenheimer", "J. Robert"),
        ("J. Smith", ""),
        ("K", ""),
        ("MBA", ""),
        ("🚀", ""),
        ("LinkedIn Member", ""),
        ("", ""),
        ("太郎 山田", "太郎"),
        ("JP Morgan", "JP"),
        ("Ma Long", "Ma"),
    ],
)
def test_only_what_is_a_first_name_follows_hi(name: str, greeted: str) -> None:
    assert name_to_greet(name) == greeted


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Uma Rossi-Nguyen, MBA, CSM", "Uma Rossi-Nguyen"),
        ("JEAN-LUC PICARD", "Jean-Luc Picard"),
        ("Dr. Emily Stone", "Emily Stone"),
        ("Cher", "Cher"),
    ],
)
def test_a_third_person_is_named_in_full(name: str, whole: str) -> None:
    assert full_name_of(name) == whole


@given(st.text())
def test_no_name_breaks_greeting_or_listing(text: str) -> None:
    name = clean_name(text)
    assert first_name_of(name) or not name
    assert short_name(name) or not name
    assert core_name(name) or not name
    assert isinstance(fuzzy_key(name), str)
