"""Situations and the lines of Today for them, as "ACTION PERSON: WHY [KEY]", in order."""

from recco_tui.core.models import Status
from tests.core.scenes import (
    CLAIRE,
    JOHN,
    KATRINA,
    RACHEL,
    RODRIGO,
    ago,
    ask,
    ended,
    given,
    praise,
    promise,
    received,
    request,
)

PINNED = CLAIRE._replace(pinned_on=ago(90))

CASES = {
    "an empty day": ([], []),
    "the picture of the design": (
        [
            received(JOHN, 52),
            ended(2, KATRINA),
            ask(RODRIGO, "warm 4 discord", "agreed 1"),
        ],
        [
            "write John: recommended you 52 days ago; nothing given back yet [w]",
            "ask Katrina: Inventory API ended 2 days ago: fresh, best until Wed [a]",
            "request Rodrigo: agreed on Discord yesterday: send the LinkedIn request [n]",
        ],
    ),
    "a project that ends today": (
        [ended(0, KATRINA)],
        ["ask Katrina: Inventory API ended today: fresh, best until Fri [a]"],
    ),
    "a project on its last fresh day": (
        [ended(3, KATRINA)],
        ["ask Katrina: Inventory API ended 3 days ago: fresh, best until tomorrow [a]"],
    ),
    "a project on its first good day": (
        [ended(4, KATRINA)],
        ["ask Katrina: Inventory API ended 4 days ago: good until 4 Dec [a]"],
    ),
    "a project that fades": (
        [ended(15, KATRINA)],
        ["ask Katrina: Inventory API ended 15 days ago: fading, cold from 9 Dec [a]"],
    ),
    "a project on its last day": (
        [ended(30, KATRINA)],
        ["ask Katrina: Inventory API ended 30 days ago: fading, cold from tomorrow [a]"],
    ),
    "a project that is cold": ([ended(31, KATRINA)], []),
    "a project that runs or will end": ([ended(None, KATRINA), ended(-1, JOHN, number=2)], []),
    "an archived project": ([ended(2, KATRINA)._replace(archived_on=ago(1))], []),
    "two people in one project": (
        [ended(2, KATRINA, JOHN)],
        [
            "ask John: Inventory API ended 2 days ago: fresh, best until Wed [a]",
            "ask Katrina: Inventory API ended 2 days ago: fresh, best until Wed [a]",
        ],
    ),
    "two projects with one person": (
        [ended(20, KATRINA), ended(1, KATRINA, number=2, title="Shop")],
        ["ask Katrina: Shop ended yesterday: fresh, best until Thu [a]"],
    ),
    "someone on the shortlist first": (
        [PINNED, ended(2, JOHN, PINNED)],
        [
            "ask Claire: Inventory API ended 2 days ago: fresh, best until Wed; on your shortlist [a]",
            "ask John: Inventory API ended 2 days ago: fresh, best until Wed [a]",
        ],
    ),
    "praise": ([praise(JOHN, 1)], ["ask John: praised you yesterday: fresh, best until Wed [a]"]),
    "praise on its last day": (
        [praise(JOHN, 7)],
        ["ask John: praised you 7 days ago: good until tomorrow [a]"],
    ),
    "praise that is cold or lies ahead": ([praise(JOHN, 8), praise(KATRINA, -2)], []),
    "praise and a project: one alert": (
        [praise(KATRINA, 2), ended(9, KATRINA)],
        ["ask Katrina: praised you 2 days ago: fresh, best until tomorrow [a]"],
    ),
    "a client": (
        [ended(2, RACHEL)],
        [
            "check-lead Rachel: client, Inventory API ended 2 days ago: fresh, best until Wed; "
            "check with the project lead first [a]"
        ],
    ),
    "a client with a drafted ask": (
        [ended(2, RACHEL), ask(RACHEL, "drafted 1", project=1)],
        [
            "check-lead Rachel: Inventory API ended 2 days ago: fresh, best until Wed; client, ask "
            "drafted yesterday: check with the project lead [n]"
        ],
    ),
    "a client whose lead was checked with": (
        [ended(40, RACHEL), ask(RACHEL, "drafted 2", "checked-lead 1", project=1)],
        ["ask Rachel: checked with the project lead yesterday: send the warm message [n]"],
    ),
    "a drafted ask in the window": (
        [ended(2, JOHN), ask(JOHN, "drafted 1", project=1)],
        [
            "ask John: Inventory API ended 2 days ago: fresh, best until Wed; ask drafted "
            "yesterday: send the warm message [n]"
        ],
    ),
    "asked about the project": ([ended(2, JOHN), ask(JOHN, "drafted 1", "warm 1", project=1)], []),
    "asked since the end, and closed": ([ended(20, JOHN), ask(JOHN, "warm 15", "closed 1")], []),
    "asked for that project before its end": (
        [ended(2, JOHN), ask(JOHN, "warm 40", "closed 5", project=1)],
        [],
    ),
    "a closed ask, and a new project since": (
        [ended(2, JOHN), ask(JOHN, "warm 60", "closed 20", project=9)],
        ["ask John: Inventory API ended 2 days ago: fresh, best until Wed [a]"],
    ),
    "a declined ask, and a new project since": (
        [ended(2, JOHN), ask(JOHN, "warm 60", "declined 50")],
        [],
    ),
    "declined, reopened": (
        [ask(JOHN, "warm 60", "declined 50", "reopened 1")],
        ["ask John: ask drafted yesterday: send the warm message [n]"],
    ),
    "wrote since the project ended": (
        [ended(5, JOHN), received(JOHN, 5), given(JOHN, 90)],
        [],
    ),
    "wrote before the project ended": (
        [ended(5, JOHN), received(JOHN, 60), given(JOHN, 90)],
        ["ask John: Inventory API ended 5 days ago: good until 3 Dec [a]"],
    ),
    "no answer yet": ([ask(JOHN, "warm 2 discord")], []),
    "no answer for three days": (
        [ask(JOHN, "warm 3 discord")],
        ["follow-up John: no answer on Discord for 3 days: send the LinkedIn request [n]"],
    ),
    "the request, a week ago": (
        [ask(JOHN, "warm 9 discord", "linkedin 7")],
        ["nudge John: LinkedIn request sent 7 days ago, no text yet: first nudge, on Discord [n]"],
    ),
    "the request, six days ago": ([ask(JOHN, "warm 9 discord", "linkedin 6")], []),
    "after the first nudge": (
        [ask(JOHN, "warm 15 discord", "linkedin 14", "nudged 7 discord")],
        ["nudge John: nudged 7 days ago, no text yet: second and last nudge, on LinkedIn [n]"],
    ),
    "after the second nudge, never a third": (
        [ask(JOHN, "linkedin 29", "nudged 22", "nudged 15")],
        [],
    ),
    "after the second nudge, a month": (
        [ask(JOHN, "linkedin 30", "nudged 23", "nudged 16")],
        ["let-go John: no answer for 16 days after 2 nudges: let go [n]"],
    ),
    "an ask that ended": (
        [
            ask(JOHN, "linkedin 30", "declined 9"),
            ask(KATRINA, "linkedin 30", "closed 9", number=2),
            ask(CLAIRE, "linkedin 30", "received 9", "thanked 8", number=3),
        ],
        [],
    ),
    "the text came in": (
        [ask(JOHN, "linkedin 9", "received 0"), received(JOHN, 0)],
        [
            "thank John: wrote for you today: say thank you [n]",
            "write John: recommended you today; nothing given back yet [w]",
        ],
    ),
    "thanks on their last day in time": (
        [ask(JOHN, "linkedin 19", "received 14")],
        ["thank John: wrote for you 14 days ago: say thank you [n]"],
    ),
    "thanks that are late": (
        [ask(JOHN, "linkedin 19", "received 15")],
        ["thank John: wrote for you 15 days ago: your thank-you is late [n]"],
    ),
    "thanks of a month ago": ([ask(JOHN, "linkedin 40", "received 31")], []),
    "old debts are louder, one leads": (
        [
            received(JOHN, 10, 1),
            received(KATRINA, 52, 2),
            received(RODRIGO, 90, 3),
            received(CLAIRE, 900, 4),
            received(RACHEL, 400, 5),
        ],
        [
            "write Rodrigo: recommended you 90 days ago; nothing given back yet [w]",
            "write Katrina: recommended you 52 days ago; nothing given back yet [w]",
            "write John: recommended you 10 days ago; nothing given back yet [w]",
            "write Rachel: recommended you 13 months ago; nothing given back yet [w]",
            "write Claire: recommended you 2 years ago; nothing given back yet [w]",
        ],
    ),
    "a debt on the day before it is old": (
        [received(JOHN, 29), ended(16, KATRINA)],
        [
            "ask Katrina: Inventory API ended 16 days ago: fading, cold from 8 Dec [a]",
            "write John: recommended you 29 days ago; nothing given back yet [w]",
        ],
    ),
    "a debt on the day it is old": (
        [received(JOHN, 30), ended(16, KATRINA)],
        [
            "write John: recommended you 30 days ago; nothing given back yet [w]",
            "ask Katrina: Inventory API ended 16 days ago: fading, cold from 8 Dec [a]",
        ],
    ),
    "given back": ([received(JOHN, 52), given(JOHN, 50)], []),
    "a text that does not count": ([received(JOHN, 52, status=Status.WITHDRAWN)], []),
    "a request, over the weekend": (
        [request(JOHN, 3)],
        ["answer John: asked you for a recommendation 3 days ago: answer by Wed [n]"],
    ),
    "a request, on the day to answer": (
        [request(JOHN, 5)],
        ["answer John: asked you for a recommendation 5 days ago: answer today [n]"],
    ),
    "a request, late": (
        [request(JOHN, 6)],
        ["answer John: asked you for a recommendation 6 days ago: answer was due 20 Nov [n]"],
    ),
    "a request, answered": (
        [request(JOHN, 3, answered=2)],
        ["deliver John: you said yes 2 days ago: deliver by 1 Dec [w]"],
    ),
    "a request, delivery late": (
        [request(JOHN, 12, answered=10)],
        ["deliver John: you said yes 10 days ago: it was due 20 Nov [w]"],
    ),
    "a request, on another day promised": (
        [request(JOHN, 12, answered=10, due=0)],
        ["deliver John: you said yes 10 days ago: deliver today [w]"],
    ),
    "a request that is done": (
        [
            request(JOHN, 12, delivered=1),
            request(KATRINA, 12, 2, declined=1),
            request(RODRIGO, 12, 3),
            given(RODRIGO, 3),
        ],
        [],
    ),
    "a promise": (
        [promise(JOHN, 3, due=-1)],
        ["deliver John: you promised a text 3 days ago: deliver by tomorrow [w]"],
    ),
    "a request and a debt to one person: one text": (
        [request(JOHN, 3), received(JOHN, 60)],
        ["answer John: asked you for a recommendation 3 days ago: answer by Wed [n]"],
    ),
    "two requests of one person": (
        [request(JOHN, 3, 1), request(JOHN, 9, 2)],
        ["answer John: asked you for a recommendation 9 days ago: answer was due 18 Nov [n]"],
    ),
    "who waits longest past the day is first": (
        [
            promise(JOHN, 9, 1, due=1),
            request(KATRINA, 5, 2),
            received(CLAIRE, 60),
            ended(2, RODRIGO),
        ],
        [
            "deliver John: you promised a text 9 days ago: it was due yesterday [w]",
            "answer Katrina: asked you for a recommendation 5 days ago: answer today [n]",
            "write Claire: recommended you 60 days ago; nothing given back yet [w]",
            "ask Rodrigo: Inventory API ended 2 days ago: fresh, best until Wed [a]",
        ],
    ),
    "second matters come after everyone's first": (
        [received(JOHN, 60), ended(2, JOHN), received(KATRINA, 5, 2)],
        [
            "write John: recommended you 60 days ago; nothing given back yet [w]",
            "write Katrina: recommended you 5 days ago; nothing given back yet [w]",
            "ask John: Inventory API ended 2 days ago: fresh, best until Wed [a]",
        ],
    ),
    "a clock that went back": (
        [
            received(JOHN, -30),
            ended(-3, KATRINA),
            ask(RODRIGO, "warm -8 discord", "agreed -9"),
            request(CLAIRE, -4, answered=-5),
        ],
        [
            "request Rodrigo: agreed on Discord today: send the LinkedIn request [n]",
            "deliver Claire: you said yes today: deliver by 8 Dec [w]",
            "write John: recommended you today; nothing given back yet [w]",
        ],
    ),
}
