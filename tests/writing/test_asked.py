"""What may carry a part is asked about, and the writer's claim settles it."""

import pytest

from recco_tui.core.models import TextKind
from recco_tui.writing.about import About
from recco_tui.writing.claims import Claims
from recco_tui.writing.findings import Severity
from recco_tui.writing.no_impact import carries_none
from recco_tui.writing.parts import Part, State
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.prompts.guided import guided_questions
from recco_tui.writing.review import review

TO = About(to="Ann Lee")
FRAME = (
    "I worked with Ann on the billing service at Acme for two years. Ann is patient and explains "
    "hard things clearly. {} I would recommend Ann to any team."
)

ADVISED = """
Because of Ann, we ship daily.
Because of Ann, we sleep.
Because of Ann, our customers call less.
Because of her, nobody fears a release.
Because of Ann, the museum opens on Sundays.
Because of Ann Lee, I read for pleasure.
Because of Ann, we have a dog in the office.
Because of that, we know our numbers.
Because of Ann, everyone goes home at five.
Because of Ann, my son likes school.
"""


@pytest.mark.parametrize("sentence", ADVISED.strip().splitlines())
def test_what_recco_advises_is_heard_whatever_follows(sentence: str) -> None:
    judged = review(FRAME.format(sentence), about=TO)
    assert judged.states[Part.IMPACT] is State.SURE
    assert judged.ready


@pytest.mark.parametrize(
    "sentence", ["Because of Ann, we …", "Because of Ann, we will have a huge impact one day."]
)
def test_an_unfinished_start_and_a_promise_are_not(sentence: str) -> None:
    assert review(FRAME.format(sentence), about=TO).states[Part.IMPACT] is not State.SURE


def test_every_start_of_the_guided_page_is_heard() -> None:
    facts = Facts(name="Ann Lee")
    ends = {Part.CONTEXT: "the billing service.", Part.SKILLS: "is patient and explains well.",
            Part.IMPACT: "go home at five.", Part.ENDORSEMENT: "to any team."}  # fmt: skip
    for question in guided_questions(TextKind.RECOMMENDATION, facts):
        assert isinstance(question.part, Part)
        sentence = question.start.replace(" …", " ") + ends[question.part]
        assert review(sentence, about=TO).states[question.part] is State.SURE, sentence


PLAIN = """
Tickets dropped to zero after her fix.
I passed the exam with her notes.
Our nightly job used to take four hours and now takes nine minutes.
Not one order was lost that weekend.
Without her notes I would have given up.
The crash never came back.
Refunds fell by a third.
My daughter reads on her own now.
Half of the team still works with her templates.
We got our evenings back.
I stopped being afraid of pointers.
The client signed for another year.
If not for Ann, the demo would have failed.
I finally understood recursion.
Tests that took an hour take four minutes.
Nine of ten guests booked again since she redid the menu.
Support now hears from nobody on Mondays.
We have not missed a payroll since.
Two customers who had left came back.
"""


@pytest.mark.parametrize("sentence", PLAIN.strip().splitlines())
@pytest.mark.parametrize("frame", [FRAME, FRAME.replace("{} I", "I") + " {}"])
def test_a_plain_result_is_never_refused(sentence: str, frame: str) -> None:
    judged = review(frame.format(sentence), about=TO)
    assert judged.states[Part.IMPACT] is not State.ABSENT
    assert judged.ready


UNTOLD = """
I walked in afraid of SQL and walked out with a job writing it.
I came with a bad back and left without one.
We started the year with four members and ended it with thirty.
What used to take a morning is done before coffee.
He found the shop in chaos and left it in order.
Without her I would still be waiting for a permit.
If he had not checked the bolts, the stage would have come down.
Had she not called, we would have lost the account.
No one else would have got that grant.
My daughter speaks French now.
I know what I want to be.
My mother laughs again.
The new hires stay.
Our apprentices pass.
Three of them have their own shops today.
Twelve families have a roof because he would not give up.
We sold 400 tickets.
He saved me a trip to court.
She got me through the exam.
I owe my first job to him.
That is how I learned to weld.
Thanks to her the lights are on.
The city bought the plan.
The bug never came back.
Nobody has been hurt since.
We went from last place to second.
Half the calls, twice the smiles.
Her menu is the reason people drive here from the next town.
The bank gave us the money.
I can read a balance sheet these days.
My thesis got done.
The line moves.
Customers ask for him by name.
The roof holds.
The neighbours stopped complaining.
The judge ruled in our favour.
Our rating climbed to 4.8.
The hall was full.
The heating works.
Everyone got paid on time that year.
"""


@pytest.mark.parametrize("sentence", UNTOLD.strip().splitlines())
@pytest.mark.parametrize(
    "place", ["{} He is patient. I recommend him.", "He is patient. {} I recommend him."]
)
def test_what_became_of_others_is_asked_about_though_no_word_tells_of_an_effect(
    sentence: str, place: str
) -> None:
    text = "Dana was my colleague at the clinic. " + place.format(sentence)
    judged = review(text, about=About(to="Dana Fox"))
    assert judged.states[Part.IMPACT] is not State.ABSENT
    assert "missing-impact" not in {finding.rule for finding in judged.errors}


SELF = """
He listens before he speaks.
She is punctual and tidy.
He knows a lot about wood.
She is kind to everyone.
He has a dry sense of humour.
She was responsible for the schedule.
He attended all meetings.
He likes hiking.
She speaks four languages.
He has worked in kitchens for twenty years.
She plans her week on Sunday.
She writes in a clear hand.
His desk is tidy.
She asks good questions.
He is a calm man.
She reads three papers a day.
He keeps his word.
"""


@pytest.mark.parametrize("sentence", SELF.strip().splitlines())
def test_what_the_person_is_or_does_is_not_asked_about(sentence: str) -> None:
    text = f"Dana was my colleague at the clinic. {sentence} I recommend her."
    judged = review(text, about=About(to="Dana Fox"))
    assert "missing-impact" in {finding.rule for finding in judged.errors}


@pytest.mark.parametrize(
    "sentence",
    [
        "I would recommend her to any team without hesitation.",
        "We worked together at the clinic from 2019 to 2021.",
        "We used to work side by side at the clinic.",
    ],
)
def test_how_they_met_and_a_recommendation_are_not_asked_about(sentence: str) -> None:
    text = f"Dana was my colleague at the clinic. Dana is patient. {sentence} I recommend her."
    judged = review(text, about=About(to="Dana Fox"))
    assert "missing-impact" in {finding.rule for finding in judged.errors}


EMPTY = """
The exam was on a Monday.
The talk was on Tuesday.
Our site has a checkout.
She was responsible for the nightly job.
Her goal is to drop the error rate.
She wants to halve the bill next year.
We had a backlog.
I finished my degree before I met her.
The team shipped twice a week before she joined.
She attended thirty meetings.
She did everything that was asked of her.
She always finished what was expected.
The firm opened two branches in those years.
Turnover rose while he was with us.
Rents fell in the same month.
The team won the cup under the coach before her.
Costs went down because of the strong euro.
Two colleagues had children while she was here.
The school got a new roof when he was still there.
Our orders doubled due to the holiday season.
"""


@pytest.mark.parametrize("sentence", EMPTY.strip().splitlines())
def test_a_look_alike_is_no_impact(sentence: str) -> None:
    judged = review(FRAME.format(sentence), about=TO)
    assert judged.states[Part.IMPACT] is not State.SURE
    assert Part.IMPACT in judged.missing


REALLY_THEIRS = """
Turnover rose while he ran the shop.
Our turnover doubled in those years because of her.
The waiting list vanished while she was in charge.
She kept the ward open during those weeks.
In the same year she brought in three clients.
Thanks to the plan she made, the roof holds.
While she was with us, she halved the backlog.
During those months his calls kept us going.
The students passed because of the notes she wrote.
"""


@pytest.mark.parametrize("sentence", REALLY_THEIRS.strip().splitlines())
def test_what_they_did_at_that_time_is_not_ruled_out(sentence: str) -> None:
    assert not carries_none(sentence)


def test_a_question_names_the_sentence_and_a_claim_settles_it() -> None:
    sentence = "The office is quiet."
    text = FRAME.format(sentence)
    judged = review(text, about=TO)
    if judged.states[Part.IMPACT] is State.SURE:
        pytest.fail("heard without a question: take another sentence for this test")
    (question,) = [f for f in judged.findings if f.rule == "missing-impact"]
    assert (question.severity, question.sentence) == (Severity.HINT, 3)
    assert question.message == "Is this the impact? f4 says yes"
    assert judged.missing == (Part.IMPACT,)
    assert judged.ready
    yes = review(text, about=TO, claims=Claims().with_claim(sentence, Part.IMPACT, True))
    assert (yes.missing, yes.states[Part.IMPACT]) == ((), State.SURE)
    no = review(text, about=TO, claims=Claims().with_claim(sentence, Part.IMPACT, False))
    assert "missing-impact" in {finding.rule for finding in no.errors}


def test_where_nothing_comes_near_the_text_is_refused() -> None:
    judged = review("I worked with Leo at Acme in 2019. He is kind. I recommend him to any team.")
    assert Part.IMPACT in judged.missing
    assert "missing-impact" in {finding.rule for finding in judged.errors}
