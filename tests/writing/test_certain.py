"""What a review is sure of: an impersonal ask, another contact's name, praise that is none."""

import pytest

from recco_tui.core.models import TextKind
from recco_tui.writing.about import About, first_names
from recco_tui.writing.findings import Severity
from recco_tui.writing.parts import Part, State
from recco_tui.writing.review import Review, review

TO = About(to="Ann Lee")


def errors(judged: Review) -> set[str]:
    return {finding.rule for finding in judged.errors}


IMPERSONAL = """
Hi Ann, I hope you're doing well. I'm updating my LinkedIn profile. Would you write a recommendation for me? Thank you so much for your time.
Hi Ann, I would like to ask you for a short recommendation on LinkedIn. It would help my career. I appreciate your help with this. Thank you!
Hello Ann, you are a great person. I would be honored by a recommendation. Anything helps. Thank you.
Hi Ann, I am growing my network and I'd love a recommendation from you. Let me know if that would work for you. Thanks a lot!
"""

PERSONAL = """
Hi Ann, I loved working with you on the billing move. Would you write a short recommendation? You could mention how we cut the backlog. Thank you!
Hi Ann, your feedback on my thesis changed how I write. Would you be open to writing a few lines about it on LinkedIn? Thank you for considering it.
Hi Ann, I still use what you taught me about testing. Could you write me a recommendation? Thank you so much.
Hi Ann, thanks again for two great years in the lab. Would you feel comfortable writing a recommendation? Thank you either way.
Hey Ann, we did it: Atlas is out the door! Could I ask you for a short LinkedIn recommendation while it's fresh? Anything about the launch night would be great.
Hi Ann, it was a pleasure working with you. Would you share a sentence or two as a recommendation? What changed for you since we delivered the shop is what others ask about. Thank you!
"""


@pytest.mark.parametrize("text", IMPERSONAL.strip().splitlines())
def test_an_ask_with_nothing_of_the_two_is_not_ready(text: str) -> None:
    assert "not-personal" in errors(review(text, TextKind.ASK, TO))


@pytest.mark.parametrize("text", PERSONAL.strip().splitlines())
def test_a_project_a_deed_or_shared_time_is_personal(text: str) -> None:
    assert review(text, TextKind.ASK, TO).ready


def test_linkedins_own_text_is_not_ready() -> None:
    text = (
        "Hi Ann, I'm writing to ask if you would write me a brief recommendation of my work that I "
        "can include in my LinkedIn profile. If you have any questions, let me know. Thanks in "
        "advance for helping me out."
    )
    assert "stock-text" in errors(review(text, TextKind.ASK, TO))


def test_one_stock_sentence_in_a_personal_ask_is_a_warning() -> None:
    text = (
        "Hi Ann, I loved building Atlas with you. Could you write me a recommendation? Thank you."
    )
    judged = review(text, TextKind.ASK, TO)
    assert judged.ready
    assert "stock-text" in {finding.rule for finding in judged.findings}


ABOUT = About(to="Mark Hill", others=first_names(["Tom Baker", "Will Stone", "Ruby Fox", "May Wu"]))
TEXT = (
    "I worked with Mark on the billing service at Acme for two years. Mark explains hard things "
    "clearly. Because of his fix our builds take ten minutes. {last}"
)


@pytest.mark.parametrize(
    "last",
    [
        "I recommend Tom.",
        "I would recommend Tom to any team.",
        "Tom would be an asset to any team.",
        "I would hire Tom again.",
        "Will is a teammate to keep.",
        "Because of Tom, we slept.",
    ],
)
def test_another_contacts_name_in_their_place_is_an_error(last: str) -> None:
    assert "wrong-name" in errors(review(TEXT.format(last=last), about=ABOUT))


@pytest.mark.parametrize(
    "last",
    [
        "I would recommend Mark to any team, and Tom agrees.",
        "He and Tom kept the lights on.",
        "Our client Tom asks for him by name.",
        "Tom, our lead, says so too.",
        "I would recommend him in May or any other month.",
        "I would recommend him to any team that works with Ruby on Rails.",
        "Will I hire him again?",
        "I would recommend him to anyone.",
    ],
)
def test_a_third_person_or_a_common_word_is_no_error(last: str) -> None:
    assert "wrong-name" not in errors(review(TEXT.format(last=last), about=ABOUT))


NO_IMPACT = """
faint-praise: She improved our reports, surprisingly good for a junior.
faint-praise: He is smart, but needs a push to finish.
faint-praise: Her fixes helped us when she wanted to.
faint-praise: Once you get used to him, he gets results.
faint-praise: She did better than I had expected and saved us time.
faint-praise: At least he saved us some time.
faint-praise: He is talented, but tends to miss the point.
own-success: I increased sales by forty percent that year.
own-success: In that year I was promoted twice.
own-success: During that time, I won three awards.
ahead: She will have a huge impact on everything.
ahead: He is going to make a real difference.
ahead: She is sure to transform the department.
own-success: My own numbers went up a lot while he was there.
own-success: My career took off in those years.
own-success: I was made a partner while she was on the team.
own-success: I doubled my sales during his time with us.
own-success: My salary rose twice that year.
own-success: I won the regional prize when he was my colleague.
own-success: I finished my doctorate while she ran the lab.
ahead: He will have a huge impact one day, I suppose.
ahead: She will surely change the way you work.
ahead: He is going to make your team faster.
ahead: Her work should pay off next year.
ahead: This will save the city millions.
ahead: He would cut your costs in half.
ahead: She can only improve your sales.
ahead: One day his tool will be everywhere.
ahead: I am sure she will bring great value to you.
ahead: His plan is expected to halve the bill.
"""


@pytest.mark.parametrize("line", NO_IMPACT.strip().splitlines())
def test_praise_that_is_none_is_a_warning_and_no_impact(line: str) -> None:
    rule, _, sentence = line.partition(": ")
    text = (
        "I worked with Ann on the billing service at Acme for two years. She explains hard things "
        f"clearly. {sentence} I would recommend Ann to any team."
    )
    judged = review(text, about=TO)
    assert (rule, Severity.WARNING) in {(f.rule, f.severity) for f in judged.findings}
    assert judged.states[Part.IMPACT] is State.ABSENT
    assert "missing-impact" in errors(judged)


@pytest.mark.parametrize(
    "sentence",
    [
        "I increased sales by forty percent with her templates.",
        "My team doubled its output because of her.",
        "She is smart, but never shows off.",
        "She cut our bill in half and will surely do more.",
        "She will make sure that you learn.",
        "For a junior engineer, her notes were gold.",
        "He is kind, but firm.",
        "I was promoted because of what she taught me.",
        "My sales doubled because of her training.",
        "I passed while he coached me.",
        "My team hit every target thanks to her plans.",
        "My numbers went up after he rewrote my pitch.",
        "I got promoted with what she taught me.",
        "I learned to weld while he was my foreman.",
        "I will hire her again.",
        "You will not find a better colleague.",
        "Our bill fell by half, and it will fall further.",
    ],
)
def test_praise_that_is_praise_stays(sentence: str) -> None:
    rules = {finding.rule for finding in review(sentence).findings}
    assert not rules & {"own-success", "ahead", "faint-praise"}


def test_a_name_made_funny_is_a_nickname() -> None:
    judged = review("Hopester wrote it, and Hope is proud.", about=About(to="Hope Young"))
    assert "unprofessional" in {finding.rule for finding in judged.findings}
    judged = review("Our youngster wrote it. The Youngs agree.", about=About(to="Hope Young"))
    assert "unprofessional" not in {finding.rule for finding in judged.findings}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask her about the stapler.",
        "He still owes me a beer.",
        "If you know, you know.",
        "You had to be there.",
        "Remember the karaoke night?",
    ],
)
def test_an_inside_joke_is_a_warning(sentence: str) -> None:
    assert "unprofessional" in {finding.rule for finding in review(sentence).findings}


BACKHANDED = """
She is pretty sharp for someone without a degree.
He works well when he feels like it.
For a beginner, he did fine.
She is a good engineer, even if she is slow.
He was better than the last guy.
Unlike the rest of the team, he can actually code.
You learn to live with her moods.
He means well.
She tries her best, bless her.
Despite what people say, he is reliable.
He is not the disaster I had feared.
She surprised all of us by delivering on time for once.
He is actually quite smart.
With more experience she will be useful.
He can be brilliant when he is not distracted.
Her work was good, considering she had no training.
He is nice, though a bit lazy.
She's talented but disorganized.
He does good work most of the time.
He is quite talented, although he could be more punctual.
She is bright, but she could listen more.
He does good work, if slowly.
She is helpful, though you have to ask twice.
His code is clever, but hard to read.
He is a decent developer when he is awake.
She got better towards the end.
He could be more punctual.
She sometimes struggles with deadlines.
He is reliable, just not very fast.
For his age he is doing well.
She is good, only a bit loud.
He tries hard, even if it does not always show.
He is not the fastest, but he gets there.
She would be great if she planned more.
His ideas are good, however he rarely finishes them.
He is smart but arrogant.
She knows a lot, yet she seldom shares it.
He is pleasant enough.
She did fine, considering.
He has potential, he just needs a push.
Despite a slow start, he became useful.
She is talented, except under pressure.
He is a genius, at least in his own eyes.
She is very good at her job, but rather slow.
He works hard, even though he often misses the point.
She is friendly, just not always prepared.
He is a good programmer, but his tests are sloppy.
A nice colleague, though he should document more.
He is a strong designer; he only needs to listen more.
I liked working with him, although he was late most days.
She is fine once you know how to handle her.
He delivers good work if you check on him daily.
Not the sharpest, but honest.
She means well.
He was okay for the price.
Her presentations improved over time, but are still weak.
He is competent, if a little arrogant.
His heart is in the right place.
"""

STRAIGHT = """
She is kind but firm, and never loses her temper.
He is better than any consultant we hired.
She is smart, funny and quick, but above all honest.
When she wants to know why, she reads the source.
He finished faster than anyone thought possible.
Given some time with the data, she always finds the story.
With a little help from her, we passed the audit.
He finally managed to get the vendor to answer.
She grew on the job faster than anyone.
At least he and two others stayed all night.
Most of the time we spent together was on the phone with clients.
He is quick, though never careless.
She is strict, but fair.
He could be relied on when it mattered.
She was new, but she learned the system in a week.
Although he joined late, he shipped the first release.
He is young but wise.
She is quiet, yet everyone listens when she speaks.
She could calm any customer.
He was tired, but he stayed until the last bug was fixed.
Even though the deadline was short, she delivered.
However hard the problem, he finds a way.
She is not only fast but exact.
If he has a fault, it is that he works too much.
She needs no supervision.
She will tell you the truth.
He will be missed.
His tool saved us a week and will save more.
I'd hire her in a heartbeat if she were free.
She would make any team better.
He just gets it.
"""


@pytest.mark.parametrize("sentence", BACKHANDED.strip().splitlines())
def test_praise_that_takes_itself_back_is_a_warning(sentence: str) -> None:
    found = {f.rule for f in review(sentence).findings if f.severity is Severity.WARNING}
    assert found & {"faint-praise", "negative"}


@pytest.mark.parametrize("sentence", STRAIGHT.strip().splitlines())
def test_straight_praise_is_none(sentence: str) -> None:
    assert not {f.rule for f in review(sentence).findings} & {"faint-praise", "negative"}
