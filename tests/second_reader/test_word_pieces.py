"""Words are cut as the tokenizer that the model was trained with cuts them, which gave the table."""

import pytest

from recco_tui.second_reader.encoder import shipped_encoder

KNOWN = [
    ("Tests went from an hour to four minutes.", "tests went from an hour to four minutes ."),
    ("Noor's café-style résumé; naïve?", "no ##or ' s cafe - style resume ; naive ?"),
    ("IT'S 24/7 — “great” … ok!", "it ' s 24 / 7 — “ great ” … ok !"),
    (
        "unbelievably deprioritised microservices",
        "un ##bel ##ie ##va ##bly de ##pr ##io ##rit ##ised micro ##ser ##vic ##es",
    ),
    ("e-mail me@x.org (now) #1 & $5, 30%", "e - mail me @ x . org ( now ) # 1 & $ 5 , 30 %"),
    ("Ｆｕｌｌ ｗｉｄｔｈ", "[UNK] [UNK]"),
    ("tab\tnew\nline\u00a0space\u200bzero\u00adsoft", "tab new line space ##zer ##oso ##ft"),
    ("Страна и 日本 work", "[UNK] [UNK] [UNK] [UNK] work"),
    ("x" * 101, "[UNK]"),
    ("🎉 party 🎉", "[UNK] party [UNK]"),
    ("İstanbul Straße ﬁne", "istanbul [UNK] [UNK]"),
    ("a\u0301 combining e\u0301", "a combining e"),
    ("\x00nul\ufffdbad", "nu ##lb ##ad"),
    ("don’t ‘quote’ it’s", "don ’ t ‘ quote ’ it ’ s"),
    ("C++ and .NET, v2.0!", "c + + and . net , v ##2 . 0 !"),
    ("   ", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "pieces"), KNOWN)
def test_words_are_cut_as_the_model_learned_them(text: str, pieces: str) -> None:
    known = shipped_encoder().known
    names = {number: piece for piece, number in known.numbers.items()}
    assert [names[number] for number in known.of(text)] == pieces.split()
