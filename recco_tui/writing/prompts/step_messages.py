"""Whole texts for the steps after the warm message, and for answers to their requests.

None of them holds a gap but those in brackets here: they are handed over at once. Where no focus
is known, `{focus}` is "whatever stood out to you". `{sent}` is "I sent you an email last week".
The greeting stands in front where a text begins small.
"""

Texts = tuple[str, ...]

# The LinkedIn request. After a yes nothing is asked again; all three kinds are asks in the eyes of
# the writing check, because the composer opens on them.

REQUEST_AFTER_YES: Texts = (
    "here's the request I mentioned, for the recommendation about {ours}. Three or four sentences "
    "are plenty, and {focus} would be a great focus. Thank you so much for doing this!",
    "thanks again for saying yes! This is LinkedIn's official request for the recommendation about "
    "{ours}. Say as little or as much as you like; I'd be especially glad to read about {focus}.",
    "as promised, here's the LinkedIn request for the recommendation about {ours}. A mention of "
    "{focus} would be wonderful, and the rest is all yours. I really appreciate you doing this!",
    "thank you for agreeing to recommend me; this is the form that LinkedIn uses for it. Feel free "
    "to keep it short and to focus on {focus}. I can't wait to read your take on {ours}!",
    "here it is: the LinkedIn request for the recommendation we talked about. Short is perfect, "
    "and you could mention {focus}. Thanks again for doing this; I'm proud of {ours}!",
    "I'm so glad you said yes, thank you! This request takes you straight to the form for the "
    "recommendation about {ours}. Two or three sentences are enough, and you could point to "
    "{focus}.",
    "here's LinkedIn's form for the recommendation you kindly agreed to write about {ours}. You "
    "could begin with a line on {focus} and stop whenever you like. Many thanks!",
)
REQUEST_UNANSWERED: Texts = (
    "{sent}, and I thought this might be easier to find. If you'd be comfortable recommending me "
    "in a few sentences about {ours}, feel free to mention {focus}. I'd really appreciate it, and "
    "no worries if not!",
    "in case my message got buried, here's the request itself. A short recommendation about {ours} "
    "would make my day, especially with a line on {focus}. If it's not a good time, that's "
    "completely fine, and thank you!",
    "{sent}, and this is the LinkedIn form that goes with it. Two sentences about {ours} would "
    "be plenty for a recommendation, and {focus} would be a lovely thing to mention. Feel free to "
    "skip it, and thanks!",
    "this is LinkedIn's form for the recommendation I wrote to you about. If you feel like "
    "it, talk about {focus} or anything else from {ours}. If not, that's perfectly okay, and "
    "thank you!",
    "LinkedIn has its own form for recommendations, so here's the request to go with my message. "
    "Anything about {ours} is welcome, and {focus} would be a great thing to mention. Thanks, and "
    "please only if you'd like to!",
)
WARM_AGAIN: Texts = (
    "{sent}, but it may have slipped by. I was wondering if you'd be up for writing a short "
    "LinkedIn recommendation about {ours}. If not, no worries, and thanks for reading!",
    "trying you here in case my first message got lost. I'd be so glad to have a short LinkedIn "
    "recommendation from you about {ours}. And of course, it's fine to say no.",
    "I know messages pile up, so here's my question once more. Would you consider writing a "
    "short LinkedIn recommendation about {ours}? If not, that's fine too.",
    "{sent}, and I wanted to try once more over here. A short recommendation about {ours} would "
    "make me very happy, but please don't feel obliged. I hope you're having a good week!",
)

# Nudges

NUDGE: Texts = (
    "just floating my recommendation request back up in case it got buried. If a few bullet points "
    "from me would make it easier, I'm happy to send them. And if now's not the time, that's "
    "completely fine.",
    "I hope your week's going well! My recommendation request is open on LinkedIn; two or three "
    "sentences would be plenty. No pressure at all.",
    "a quick note about the recommendation I asked you for on LinkedIn. If it helps, I can send "
    "you three bullet points to work from. If you'd rather pass, that's absolutely okay.",
    "I know how full inboxes get, so here's a small nudge about my LinkedIn request. Even two "
    "sentences about {ours} would make me happy. And a no is perfectly fine, too.",
    "I hope all's well! I sent you a recommendation request on LinkedIn a little while ago, and "
    "I'm glad to share a few notes if that makes it easier. Only if you have the time, of course.",
)
NUDGE_AFTER_YES: Texts = (
    "thanks again for saying you'd recommend me. The request is waiting on LinkedIn whenever you "
    "have a moment, and I'm happy to send a few bullet points if they'd help. No rush!",
    "I hope your week's going well! In case LinkedIn's message got buried, the form for the "
    "recommendation is open. Two or three sentences are plenty, and there's no rush.",
    "just a quick note that my recommendation request is on LinkedIn. If a few notes from me would "
    "make it easier, I'm glad to send them. Thank you again for doing this!",
    "I know things get busy, so I can send you three bullet points to start from. Two or three "
    "sentences are plenty. Thanks again for agreeing to recommend me!",
)
LAST_NUDGE: Texts = (
    "last note from me about the recommendation, I promise. If you find ten minutes someday, I'd "
    "love your words; if not, no hard feelings, and thanks for everything {on}.",
    "I won't bring up the recommendation again after this. If you ever feel like it, the request "
    "is on LinkedIn, and if not, that's completely fine. It was great working with you {on}.",
    "this is my last nudge about the LinkedIn recommendation. I know life gets busy, so please "
    "don't worry if it doesn't happen. Either way, I'm grateful for {ours}.",
    "one last word about the recommendation, and then I'll let it rest. If a few notes from me "
    "would help, just say so; if not, no hard feelings at all. All the best to you!",
)

# Thanks

THANKS: Texts = (
    "thank you so much for the recommendation! It made my day, and I really appreciate the time "
    "you took.",
    "I just read what you wrote. Thank you; I'm honored.",
    "what a lovely recommendation to find on my profile. Thank you for putting so much thought "
    "into it!",
    "thank you for your kind words on LinkedIn! They mean a lot to me.",
    "I've already read your recommendation twice. Thank you for taking the time to write it!",
    "your recommendation put a big smile on my face. Thank you for writing it!",
)
RETURN_OFFERS: Texts = (
    "I'd love to return the favor: is there anything you'd like me to mention?",
    "I'd be glad to write one for you, too; just tell me what to focus on.",
    "I'd like to recommend you as well: what should I highlight?",
    "I'd love to write about you, too; is there something you'd want people to read?",
)
"""Only to someone who is owed one."""

# Their request to me. {name} may be missing, with the comma before it.

YES: Texts = (
    "Happy to, {name}! I'll have it to you by {day}. Anything you'd like me to focus on?",
    "Of course, {name}! You'll have it by {day}. Is there something you'd like me to mention?",
    "I'd love to, {name}. I'll send it by {day}; just let me know if there's a skill or a project "
    "I should highlight.",
    "Sure thing, {name}! I'll write it by {day}. What would you most like people to read about "
    "you?",
)
KIND_NO: Texts = (
    "Thanks for thinking of me, {name}. I don't feel I've seen enough of your work {on} to do it "
    "justice, so I'd rather not write a weak one. I'm glad to help in another way, though.",
    "I'm honored you asked, {name}, but I have to pass right now. I'd want to give it the time it "
    "deserves, and I can't. I hope you understand.",
    "Thank you for asking, {name}. I don't think I'm the right person to write it, because others "
    "know your work much better. I'm rooting for you, though!",
    "I appreciate you asking me, {name}, and I'm sorry to say no this time. I wouldn't be able to "
    "give it the care it deserves. I hope you find someone who can!",
)
PROMISE_TAKEN_BACK: Texts = (
    "I promised you a recommendation, {name}, and I'm sorry: I can't write it after all. I'd "
    "rather tell you now than keep you waiting. I hope someone else can help you soon.",
    "About the recommendation I promised you, {name}: I have to take that back, and I'm sorry. "
    "Please don't wait for it. I wish you all the best with what you're planning.",
    "{name}, I have to break a promise: I can't write the recommendation I said I would. I'm "
    "sorry to let you down, and I hope you find someone who has the time it deserves.",
    "I owe you a straight answer, {name}: the recommendation I promised won't come. I'm sorry, and "
    "I didn't want you to count on it. Good luck with everything!",
)

# About a text that came, and about a client

SMALL_CHANGE: Texts = (
    "Thank you for the kind words, {name}! One small thing: could you change [what] to [what]? "
    "LinkedIn lets you revise it from the same page. No rush.",
    "I love what you wrote, {name}, thank you! Would you mind changing [what] to [what]? You "
    "can edit it on LinkedIn whenever it suits you.",
    "Thanks again for the recommendation, {name}! I noticed one detail: it says [what], and it "
    "should be [what]. Could you fix that on LinkedIn when you have a moment?",
    "Your recommendation made me really happy, {name}. May I ask for one small edit, from [what] "
    "to [what]? The rest is perfect as it is.",
)
CHECK_LEAD: Texts = (
    "{client} seemed happy with {ours}. Would it be all right if I asked them for a LinkedIn "
    "recommendation, or would you rather I didn't?",
    "I'd like to ask {client} for a LinkedIn recommendation about {ours}. Is that okay with you, "
    "or is there a reason to hold off?",
    "before I ask {client} for a LinkedIn recommendation about {ours}, I wanted to check with you. "
    "Is that all right with you?",
    "I have a quick question: are you comfortable with me asking {client} for a LinkedIn "
    "recommendation? It would be about {ours}, and I'll gladly wait if you prefer.",
)
