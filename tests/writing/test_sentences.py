"""Sentence boundaries as a person sees them: "|" marks a boundary at a blank in the text, "¦" one
without a blank, "↵" one at a line break."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recco_tui.writing.sentences import clauses, split

CASES = """
The report went from 1.2 s to 300 ms. | I'd hire her again.
She cut it to 300 ms. | Ann also fixed the cache.
It now takes 3 s. | She did that alone.
He is now an MD. | She is too.
She is now an M.D. | I trust her.
Ann was our account rep. | She answered at night.
Ann was our sales rep. | Since then we never looked back.
He never says no. | I trust her.
We both worked at Acme Corp. | I recommend her.
We met at Acme Inc. | The team was small.
She led sales, ops, etc. | I trust her.
He ran five km. | We did not.
Response time fell to 40 ms. | The support team noticed.
It took him 30 sec. | She timed it.
The wait is now 5 min. | Our clients love it.
She moved to Washington, D.C. | We stayed in touch.
She is our new V.P. | I am glad.
She earned her Ph.D. | I was there.
He went from plan A to plan B. | She noticed.
She joined our mktg. dept. | We were happy.
He was promoted to Sr. | She was next.
We spoke to Dr. Chen. | She agreed.
Ms. Park was my lead. | I learned from her.
He studied in St. Louis. | I did too.
It cost $5 mil. | We saved half.
He lifted 80 kg. | I saw it.
Sales rose 20 %. | We were glad.
The max. load was his idea. | It held.
We had 30 reps. | She led them.
Ann moved to the U.S. | I followed.
He is the no. 1 reason we stayed. | I mean it.
She works in the U.S. Air Force. | I admire her.
Gen. Smith praised her. | I agree.
I worked with Leo. | He was great.
I worked with Leo
She led the team
He was great. | she was great too.
I met Dr. Emily today. | She taught me a lot.
Dr. Emily Stone and Mr. John Hill led us. | Both were kind.
Mrs. Lee was my manager. | Ms. Park was hers.
Prof. Tanaka taught me statistics. | I still use it.
I reported to Prof. Dr. Weber. | He was fair.
TechJoy Inc. launched the app in May. | Leo led it.
We both worked at TechJoy Inc. | She was my lead.
He joined Acme Ltd. as a tester. | He left as a lead.
Acme Corp. hired us both. | We sat side by side.
She moved to Foo Co. and thrived. | I miss her.
He founded Bar Bros. in 2019. | I was employee two.
We used Node.js and React. | He knew both.
He rewrote it in Node.js. | It got faster.
She loves Vue.js, Next.js and D3.js. | So do we.
We run on .NET and C#. | He knows both.
He knows ASP.NET well. | We relied on it.
He wrote C. | He also wrote Rust.
Our stack was C++, C# and F#. | He was at home in all.
He fixed many things, e.g. the login. | We were glad.
Tools, i.e. Jira and Git, were new to me. | He helped.
He led sales, ops, etc. | We trusted him.
He led sales, ops, etc. and never tired. | We trusted him.
Compare React vs. Vue. | He knew both.
Cf. the report. | It was his.
We met in the U.S. in 2019. | She was my mentor.
She moved to the U.S. | She kept in touch.
The U.S. team loved her. | So did the U.K. team.
He has a Ph.D. in physics. | It shows.
He earned his Ph.D. | He then joined us.
She holds an M.B.A. and a B.Sc. | She uses both.
John Hill, Ph.D., led the lab. | I worked there.
We shipped v2.0 in May. | It was his work.
We went from v1.9 to v2.0. | Nothing broke.
Version 3.1.4 was his. | It never failed.
Python 3.11 was new to us. | He taught it.
He saved us $1.5M. | The board noticed.
He saved approx. $1.2M a year. | The board noticed.
It cost approx. 3.5 days. | He did it in one.
Sales grew by 12.5%. | He did that.
It took 2.5 hours. | He was there.
He was there at 9 a.m. every day. | We were not.
We deployed at 5 p.m. | He stayed.
The call was at 5 p.m. on Friday. | He stayed.
He came at 7 a.m. | She came at 8 a.m. sharp.
John S. wrote the parser. | It still runs.
I worked with John S. on the parser. | It still runs.
I worked with Anna K. | She was my lead.
J. R. Smith led us. | He was fair.
J.R.R. Smith wrote the docs. | I read them.
John F. Kennedy was his hero. | He said so.
Md. Rahman was my mentor. | He is patient.
St. John's was our school. | We met there.
He is a Jr. engineer. | He acts like a senior.
Sr. engineers asked him. | He answered.
Is he good?! | Yes.
What a launch! | He led it.
What a launch!! | he led it.
Who fixed it? | Leo did.
Really?? | Yes, really.
Wow!!! | She did it again.
He waited… | He won.
He waited... | He won in the end.
Well… he did it. | I saw it.
Well... he did it. | I saw it.
So patient, so kind, so very helpful... | I recommend him. | Truly.
Thanks to him we shipped on time 🎉 | She agrees.
He is great! 😀 | I mean it.
He is great. 👍 | Hire him.
He is great 👍🏽 | He rocks
She rocks. ❤️ | We miss her.
We won. 👩‍💻 | She led us.
Great dev :) | He is fun
He is great. :) | I mean it.
Thank you! ;-) | Best wishes.
He is the best. <3 | I mean it.
He said "Go." | She went.
He said “It works.” | She smiled.
“Ship it!” was his line. | We did.
"Ship it," he said. | We did.
She asked, "Why?" | Nobody knew.
He calls it 'done'. | We agree.
‘Never guess.’ | That was his rule.
He (Leo) led us. | We won.
He fixed it (the login. all of it) in a day. | We won.
He fixed it (wow!) in a day. | We won.
(He also sang.) | We laughed.
He also sang (badly). | We laughed.
He led it (see above.) | We won.
It works [mostly]. | He wrote it.
See https://example.com/a.b?c=d.e for more. | He wrote it.
See https://example.com. | He wrote it.
See www.example.com for more. | He wrote it.
Mail leo.hill@example.com. | He answers.
The file main.py is his. | So is test.py.
He edited /etc/hosts.conf. | It worked.
His repo is github.com/leo/app. | Look.
He owns README.md and setup.cfg. | Both are good.
She led the launch.¦She then rested.
He was great!¦She was too.
Is he good?¦Yes.
It was fast.¦We were glad.
Great work.¦Thank you.
He led React.¦He also led Vue.
Mr.Smith came. | He left.
Dr.Emily came. | She left.
He knows e.g.Python well. | We do not.
He left;he came back. | We were glad.
He did it: he shipped. | We were glad.
He did it - he shipped. | We were glad.
He did it — he shipped. | We were glad.
First, he listens. | Second, he acts.
1. He listens.↵2. He acts.
1) He listens↵2) He acts
(1) He listens↵(2) He acts
- He listens↵- He acts
* He listens↵* He acts
• He listens↵• He acts
– He listens↵– He acts
+ He listens↵+ He acts
He listens↵He acts
He listens.↵He acts.
He listens.↵↵He acts.
I worked with Leo.↵He acts.
He did three things:↵- He listened↵- He acted
He is No. 1 for us. | We mean it.
See no. 5 on the list. | It is his.
See fig. 3 for it. | It is his.
It was in Jan. 2020. | I was new.
It was on Dec. 5. | I was new.
He was there from Mon. to Fri. each week. | I was not.
He leads the dept. of physics. | I was there.
No. | He never said no.
Yes. | He did.
Thanks. | Bye.
OK. | Fine.
He led Q1. | She led Q2.
He led phase A. | She led phase B.
We used plan B. | She wrote it.
She got an A. | He got a B.
He scored 10/10. | We agree.
He is 24/7. | We are not.
It was 3:30 p.m. when he came. | We were glad.
In 2019. | He came in 2020.
He joined in 2019. | She joined in 2020.
I recommend him. | I recommend her.
I recommend him! | I recommend her!
He is kind, fast, precise and fun, he is all one wants, he is great
he is kind he is fast he is great and i would hire him
HE IS GREAT. | HIRE HIM.
i worked with leo. | he was great.
iOS was new. | iPhone apps were his.
He built it for Yahoo! in 2010. | I was there.
What if we fail? he asked. | We did not.
We won the A.I. prize. | He led us.
He led the R&D team. | We won.
Ask A. Smith or B. Jones. | Both know him.
Smith et al. wrote it. | He was one.
He works at a.b.c. and more. | I do too.
¡Qué bueno! | Es el mejor.
Él es genial. | Ella también.
Er ist gut. | Sie auch.
他很好。¦我推荐他。
他很好！¦真的？¦是的。
هو جيد. | هي جيدة.
Zoë was great. | Łukasz too.
He said no. 5 times. | We laughed.
Hi Katrina, I enjoyed our work. | Would you recommend me?
Hi Katrina! | I enjoyed our work.
Thank you so much! | Best, Leo
"""


def _case(line: str) -> tuple[str, list[str]]:
    sentences = [
        s.strip() for s in line.replace("¦", "|").replace("↵", "|").split("|") if s.strip()
    ]
    text = line.replace(" | ", " ").replace("¦", "").replace("↵", "\n")
    return text, sentences


TABLE = [_case(line) for line in CASES.strip().splitlines()]
_MARKS = ("- ", "* ", "• ", "– ", "+ ", "1. ", "2. ", "1) ", "2) ", "(1) ", "(2) ")


def _bare(sentence: str) -> str:
    for mark in _MARKS:
        if sentence.startswith(mark):
            return sentence.removeprefix(mark)
    return sentence


def test_the_table_holds_at_least_150_cases() -> None:
    assert len(TABLE) >= 150
    assert len({text for text, _ in TABLE}) == len(TABLE)


@pytest.mark.parametrize(("text", "wanted"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_counts_as_a_person_does(text: str, wanted: list[str]) -> None:
    assert [sentence.text for sentence in split(text)] == [_bare(sentence) for sentence in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        ("   \n\t ", []),
        ("!!! ... ???", []),
        ("😀😀", []),
        ("- \n- \n", []),
        ("Hi Leo,\n\nI enjoyed our work.\n\nThank you.\n\nBest,\nAnn Lee", 2),
        ("Hi Leo,\nI enjoyed our work. Thank you.\nCheers, Ann", 2),
        ("I worked with\nLeo on the app.\nHe is great.", 2),
        ("I worked with Leo on a\r\nlong project and\r\nlearned.\r\nHe is great.", 2),
        ("He led us • He won • He left", 3),
        ("He led us.\u2028He won.", 2),
        ("He led us.\x00 He won.", 2),
        ("He led\u200d us. He\u200f won.", 2),
        ("He led us. \ud800 He won.", 2),
    ],
)
def test_odd_texts(text: str, wanted: list[str] | int) -> None:
    found = [sentence.text for sentence in split(text)]
    assert (len(found) if isinstance(wanted, int) else found) == wanted


@pytest.mark.parametrize(
    "text",
    [
        ". " * 5000,
        "a.a.a." * 2000,
        "\n" * 10000,
        "!?" * 5000,
        "(." * 5000,
        "(a. " * 2500,
        "\u200d." * 3000,
        "\u202e." * 3000,
        "Mr. " * 2500,
        "'" * 9000,
        "…" * 9999,
        "1. " * 3000,
        "😀 " * 5000,
        "我。" * 5000,
        '"”' * 5000,
        " " * 10000 + "x",
    ],
    ids=range(16),
)
def test_hostile_text_is_returned_whole_and_in_order(text: str) -> None:
    found = split(text)
    assert all(sentence.text == text[sentence.start : sentence.end] for sentence in found)
    assert sum(len(sentence.text) for sentence in found) <= len(text)


@given(
    st.text(alphabet=st.sampled_from("aA .!?…\n\r\t\"')(:-😀\u200d\u202e\x00é我1,•"), max_size=80)
)
@example("1\r- ")
def test_sentences_are_slices_of_the_text_that_do_not_overlap(text: str) -> None:
    last = 0
    for sentence in split(text):
        assert last <= sentence.start < sentence.end <= len(text)
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        assert any(character.isalnum() for character in sentence.text)
        last = sentence.end


@given(st.text(max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    inside = "".join(sentence.text for sentence in split(text))
    missing = sum(c.isalpha() for c in text) - sum(c.isalpha() for c in inside)
    assert missing <= text.count(")")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She is kind.", ["She is kind."]),
        ("", [""]),
        (
            "I worked with Ines twice, and I will hire her again.",
            ["I worked with Ines twice", "and I will hire her again."],
        ),
        (
            "She led the whole team; clients loved the new shop.",
            ["She led the whole team", "clients loved the new shop."],
        ),
        (
            "She rewrote our nightly run - we now sleep until morning",
            ["She rewrote our nightly run", "- we now sleep until morning"],
        ),
        ("She is calm, kind, patient and fair.", ["She is calm, kind, patient and fair."]),
        ("She wrote the search, and well.", ["She wrote the search, and well."]),
    ],
)
def test_a_sentence_is_split_into_its_clauses(sentence: str, expected: list[str]) -> None:
    assert list(clauses(sentence)) == expected


@given(st.text(alphabet="ab ,;:-—\n", max_size=200))
def test_clauses_lose_only_what_joins_them(sentence: str) -> None:
    kept = "".join(clauses(sentence))
    assert [c for c in kept if c in "ab"] == [c for c in sentence if c in "ab"]
