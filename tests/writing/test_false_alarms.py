"""Words that have a plain use: found where they weaken a text, and silent where they do not."""

import pytest

from recco_tui.core.models import TextKind
from recco_tui.writing.about import About
from recco_tui.writing.findings import Severity
from recco_tui.writing.review import review

LITERAL = """
The R&D team and the U.N. office rely on her.
He wrote it in C and R, then W. Brown reviewed it.
She works at AT&T and at J&J.
On average, builds finish in nine minutes.
Her scores are well above average.
His average call lasted ten minutes.
She used the downtime to learn a new language.
He is learning to delegate from no one but himself.
She patched a flaw in our login before anyone noticed.
The only flaw the auditors found was fixed within a day.
We had no bandwidth problems after his change.
She married data with storytelling.
The oldest system was thirty years old.
A company ten years old got a new heart from her.
He saved us from wasted effort.
The hot fix was live in ten minutes.
Hot topics in our meetings became calm ones.
She asks questions rather than giving orders.
Rather than complain, he fixed it.
She finds room for improvement in every process and then makes it.
A poorly written spec became a clear one in her hands.
Her faith in data made us honest.
She is not married to any tool.
The drunk driving campaign won two prizes thanks to her.
She broke the problem down in a way everyone could follow.
Quite a few of her ideas are in the product.
He kind of reinvented our onboarding.
She was hot on the trail of the bug within minutes.
He fired up the whole team.
We let go of three vendors thanks to her numbers.
The customer who had been let down came back.
She trained the new hires who had struggled to keep up.
He leads the Christian Aid account.
I met her at the Gay Games in Paris.
Her children's book app is lovely to use.
He built the pregnancy tracker that our clinic uses.
She designed the wedding planner that we all use.
We used to miss deadlines, and since she came we have missed none.
No one else could have fixed it without help.
He is fair and decent to everyone.
She gave a decent raise to her whole team.
The results were more than acceptable, and the client signed.
He never settles for good enough.
He is the Team Player of the Year.
Best Buddies International hired her.
She made Mr. Brown laugh, and Mrs. U. Ray too.
I'd say yes to any project that she leads.
Our customers in the U.S. and U.K. noticed it within a week.
She wrote the analysis in R and the service in Go.
J. R. Stone and D. W. Hall signed off on her plan.
Her answer to plan U and plan W was one page long.
The average reply time fell from two days to three hours.
Her tickets closed at twice the company average.
He used machine learning to sort the tickets.
We spent a month learning to trust the forecast.
She found a security flaw that three audits had missed.
He listed every drawback of the old design before we chose.
He doubled the network bandwidth of the lab.
She married design with engineering better than anyone here.
He moved a database twelve years old without losing a row.
Our servers were ten years old when she came.
She cut wasted spend by a third.
No hour was wasted in her meetings.
He set up a hot standby in another region.
She fixed the cause rather than the symptom.
She would rather delete a feature than ship a broken one.
Whenever reviews showed room for improvement, she acted on it.
He turned poorly commented code into a module we like to read.
He has faith in the team, and his faith in us paid off.
The unreliable build became the one thing we never thought about.
Her lazy loading made the page twice as fast.
Customers complained every week until she rewrote the invoice.
The alert fired twice and she caught both.
She made sure that everybody could let go of the old process.
She explains hard things in a way that my grandmother would follow.
That is the sort of engineer I want beside me.
Saving us hours, possibly days, she scripted the whole setup.
She is arguably the best tester I have met.
He covered two roles on his own when I was on maternity leave.
She built an attractive dashboard and a gorgeous report.
His home studio became our second office.
Her baby was the search page, and it shows.
She answered every question, even when it was okay to wait.
The acceptable error rate was hers to define, and she halved it.
She hooked the printer up and wrote the guide.
We saw a boom in sales after her relaunch.
He wrote the honey pot that caught the bots.
She kept a database of 300 beasts and one animal shelter going.
She ran dynamic programming workshops that people still quote.
He owns our end-to-end tests.
He took the bugs that everybody else had failed to reproduce.
Event Coordinator was her title, and she was the heart of the office.
Our Senior Coordinator and the Senator both praised her.
He ported Mozilla and FileZilla builds to our farm.
William "Bill" Stone signed the contract.
We met at the Deep Dive meetup and at Next Level Games.
I asked Guru Patel and Buddy Hill to join, and she led all of us.
I worked with Christian Meier and Dang Nguyen on it.
Despite her full calendar she read every draft.
Even though he was new, he asked the right question.
She got everyone ready for the next level of the exam.
Our daughter struggled with fractions before he came.
I lacked confidence, and she gave it back to me.
She discusses strengths and weaknesses with each of us in private.
"""

WEAK = """
unprofessional: I hope u hire her.
unprofessional: She was great to work w/ on this.
unprofessional: The Hope-inator never sleeps.
unprofessional: Simon “the Machine” Feld wrote it.
unprofessional: He got wasted at the party.
unprofessional: She is so hot.
faint-praise: His code is average.
faint-praise: She is an average tester.
faint-praise: He is still learning to test.
negative: His only flaw is pride.
negative: He was lazy.
negative: She is sometimes rude.
negative: He has room for improvement.
negative: She communicates poorly.
negative: Tom often missed deadlines.
negative: He complained every day.
negative: She was fired.
negative: He struggled to finish.
private-life: She is married.
private-life: He is a devout Christian.
private-life: He is forty years old.
private-life: She's gorgeous.
private-life: Her faith guides her.
private-life: She was on maternity leave.
hedge: She is sort of careful.
hedge: He is probably careful.
hedge: In a way, he led us.
jargon: We finally had the bandwidth to ship.
jargon: He is a true Rockstar.
jargon: She took us to the next level.
vague: Leo was amazing.
vague: He did a great job.
vague: She is fun to work with.
"""


def loud(text: str, about: About | None = None) -> list[str]:
    """Every finding above a hint that is about words."""
    return [
        f"{finding.rule}: {text[finding.start : finding.end]}"
        for finding in review(text, about=about).findings
        if finding.sentence is not None and finding.severity is not Severity.HINT
    ]


@pytest.mark.parametrize("sentence", LITERAL.strip().splitlines())
def test_a_literal_use_is_no_alarm(sentence: str) -> None:
    assert loud(sentence) == []


@pytest.mark.parametrize("line", WEAK.strip().splitlines())
def test_the_weak_use_of_the_same_words_is_found(line: str) -> None:
    rule, _, sentence = line.partition(": ")
    assert [found for found in loud(sentence) if found.startswith(rule)]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Christian Meier", "Christian led the move, and Christian was fair to everyone."),
        ("Buddy Hill", "I learned more from Buddy than from any course."),
        ("Gay Turner", "Gay Turner reviewed every line."),
        ("Guru Patel", "Guru is patient, and Guru asks good questions."),
        ("Honey Singh", "My mentor was Honey."),
    ],
)
def test_the_contacts_own_name_is_no_alarm(name: str, sentence: str) -> None:
    assert loud(sentence, About(to=name)) == []


TOLD = """
You may recall how we got the release out before the end of the quarter.
I loved how you kept calm when the deadline moved up twice.
You saw me turn around an urgent request from the mayor.
You watched me learn to say no to high priority noise.
I was on the team that shipped within a week of your call.
Our deadline week in May taught me a lot.
It was you who immediately believed in the plan.
You helped me land a job last spring, and I have not forgotten it.
We both had to hurry that night, and you still smiled.
I still think of the interview you helped me prepare for.
You could mention the time I fixed checkout right away.
Thank you for looking at my application so quickly last year.
I still smile about the night when we hit the deadline together.
You saw how I handled urgent incidents on the night shift.
By the end of the project we had halved the bill.
You could mention the high priority queue that I looked after.
You could describe how we shipped it within two weeks.
You watched me rebuild the search before the end of the sprint, and we laughed a lot.
You immediately saw what was wrong with my first draft.
You helped me find a job when I was laid off.
We finished the report by Friday noon, and you stayed until midnight.
It would be great if you mentioned how I fixed the outage right away.
You may remember my calm with urgent tickets.
"""

PRESSING = """
Please do it by Monday.
I need it before the end of the week.
It would be great to have it by end of day.
I have a deadline on Friday.
The deadline is Friday.
I'm applying for a job and need this soon.
Can you send it as soon as possible?
It's urgent.
Please hurry.
My deadline is next week.
Could you write it by the end of the month?
Please send it right away.
It is urgent.
I enjoyed our work and need it by Friday.
I was hoping you could write it by tomorrow.
They told me to hand it in by the end of the week.
We worked together for years, so please write it asap.
Could you do it within a week?
This is high priority for me.
I need your recommendation for my job search.
"""


def pressing(sentence: str) -> list[Severity]:
    return [f.severity for f in review(sentence, TextKind.ASK).findings if f.rule == "pressure"]


@pytest.mark.parametrize("sentence", TOLD.strip().splitlines())
def test_an_ask_that_tells_of_the_past_does_not_press(sentence: str) -> None:
    assert pressing(sentence) == []


@pytest.mark.parametrize("sentence", PRESSING.strip().splitlines())
def test_a_deadline_for_them_presses(sentence: str) -> None:
    assert Severity.ERROR in pressing(sentence)
