"""Only English is judged; another language is said, counted and left to the writer."""

import pytest

from recco_tui.core.models import TextKind
from recco_tui.writing.claims import Claims
from recco_tui.writing.language import is_english
from recco_tui.writing.parts import Part, State
from recco_tui.writing.review import review

FOREIGN = {
    "German": "Ich habe mit Anna zwei Jahre lang im Team Abrechnung gearbeitet. Sie erklärt schwierige Dinge klar und geduldig. Durch ihre Arbeit laufen unsere Tests doppelt so schnell. Ich empfehle sie jedem Team.",
    "French": "J'ai travaillé avec Anna pendant deux ans dans l'équipe facturation. Elle explique les choses difficiles avec patience. Grâce à elle, nos tests sont deux fois plus rapides. Je la recommande à toute équipe.",
    "Spanish": "Trabajé con Anna durante dos años en el equipo de facturación. Explica las cosas difíciles con paciencia. Gracias a ella, nuestras pruebas tardan la mitad. La recomiendo a cualquier equipo.",
    "Italian": "Ho lavorato con Anna per due anni nel gruppo di fatturazione. Spiega le cose difficili con pazienza. Grazie a lei i nostri test sono due volte più veloci. La consiglio a ogni gruppo.",
    "Portuguese": "Trabalhei com a Anna durante dois anos na equipe de cobrança. Ela explica as coisas difíceis com paciência. Graças a ela, os nossos testes demoram metade do tempo. Recomendo-a a qualquer equipe.",
    "Dutch": "Ik heb twee jaar met Anna in het team facturatie gewerkt. Zij legt moeilijke dingen geduldig uit. Door haar werk zijn onze tests twee keer zo snel. Ik beveel haar aan bij elk team.",
    "Russian": "Я два года работал с Анной над биллингом. Она терпеливо объясняет сложные вещи. Благодаря ей наши тесты идут вдвое быстрее. Я рекомендую её любой команде.",
}  # fmt: skip

ENGLISH = [
    "I worked with José and Zoë in São Paulo and Köln on Das Boot for the El País site.",
    "Led the die-casting team. Cut scrap by half. Taught les apprentis.",
    "Anna Müller, Jürgen Weiß and I met in the University of La Plata.",
    "Great!",
    "Thank you so much, Ann, for the help on this.",
]


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_counted_and_not_failed(language: str) -> None:
    text = FOREIGN[language]
    judged = review(text)
    assert judged.ready
    assert [finding.rule for finding in judged.findings] == ["not-english"]
    assert (judged.counts.sentences, judged.counts.characters) == (4, len(text))
    assert set(judged.states.values()) == {State.UNSURE}
    assert judged.missing == ()


def test_its_parts_are_the_writers_to_set() -> None:
    text = FOREIGN["German"]
    third = review(text).sentences[2].sentence.text
    judged = review(text, claims=Claims().with_claim(third, Part.IMPACT, True))
    assert judged.states[Part.IMPACT] is State.SURE


def test_too_many_sentences_are_too_many_in_any_language() -> None:
    judged = review(FOREIGN["French"] + " Elle est là. Elle est bien.")
    assert {finding.rule for finding in judged.errors} == {"too-many-sentences"}


def test_an_ask_in_another_language_is_not_failed_either() -> None:
    text = "Hallo Anna, ich habe sehr gern mit dir am Projekt gearbeitet. Würdest du mir eine kurze Empfehlung schreiben? Vielen Dank für deine Zeit und alles Gute."
    assert review(text, TextKind.ASK).ready


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names_is_english(text: str) -> None:
    assert is_english(text)
