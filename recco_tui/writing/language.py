"""Whether a text is English: the only language that recco judges."""

from functools import lru_cache

from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.words import split_words

_ENGLISH_WORDS = """
the and of to is was for with i she they we it that this my our his her their on at by be have has
had not but are were you your from would will who which when so if all any can
"""
_OTHER_WORDS = """
der die das und ich ist wir mit war ein eine einen einer nicht auch sich von zu den dem des sie er
es für auf haben hat wurde sehr als bei im durch unser unsere ihr ihre seine
le la les et je il elle nous avec est un une des du de dans pour que qui pas sur son sa ses mon ma
au aux ce cette très notre nos a été
el los las y con es una en por para su sus mi muy nuestro nuestra fue lo como al se del más
il lo gli e con è una di che per non suo sua mio nel della molto
o os as e com um uma na ela ele dos das durante à não anos dois qualquer nossos nossas
é são mais minha em
para seu sua meu muito foi do da
het een en van ik hij zij wij met voor niet op aan te onze zijn haar
i och att det som en ett jag hon han vi med för på är av inte var
og jeg hun vi det på til av ikke er
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_IN_MANY = frozenset(["a", "an", "as", "in", "he", "me", "no", "are", "under", "war", "do"])
_OTHER = frozenset(_OTHER_WORDS.split()) - _ENGLISH - _IN_MANY
_FEWEST_OTHER = 3
_ELIDED = frozenset(["l", "d", "j", "n", "qu", "s", "c", "m", "dell", "un"])
_FEWEST_WORDS = 6
_LETTER = LazyRegex(r"[^\W\d_]")
_LATIN = LazyRegex(r"[A-Za-z\u00c0-\u024f]")
_FEWEST_LETTERS = 12


@lru_cache(maxsize=64)
def is_english(text: str) -> bool:
    """False when the words of a text speak clearly for another language."""
    letters = sum(1 for _ in _LETTER.finditer(text))
    if letters >= _FEWEST_LETTERS:
        latin = sum(1 for _ in _LATIN.finditer(text))
        if latin < letters / 2:
            return False
    words = [word.text for word in split_words(text)]
    if len(words) < _FEWEST_WORDS:
        return True
    english = sum(word in _ENGLISH for word in words)
    other = sum(word in _OTHER or word.partition("'")[0] in _ELIDED for word in words)
    return other <= 2 * english or other < max(_FEWEST_OTHER, len(words) / 6)
