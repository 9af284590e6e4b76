"""Sentences of warm messages, by how one knows the person and by when the work was.

A message is one sentence of each slot. Within a register any opening fits any request, focus and
closing, and none repeats another's phrase. Openings begin small: what follows "Hi Ann," does.

`{on}` is "on the capstone" or "at Brightwater", `{project}` the same as a noun, `{ours}` "our work
on the capstone", `{when}` "back in May" or nothing, `{focus}` the end of a sentence. Seven
sentences a slot keep the texts of two people apart: see `facts.choose`.
"""

Slot = tuple[str, ...]

# Openings: the work ended within two weeks. Nothing here looks back.

FRESH_PEER: Slot = (
    "I really enjoyed working with you {on}.",
    "thanks again for teaming up with me {on}.",
    "I just wanted to say how much I liked working with you {on}.",
    "{project} was a lot more fun with you on the team.",
    "I'm so glad we got to work together {on}.",
    "working with you {on} was a real pleasure.",
    "I learned a lot from working with you {on}.",
)
FRESH_MENTOR: Slot = (
    "thank you for everything I learned from you {on}.",
    "your feedback {on} changed how I work, and I'm grateful for it.",
    "thank you for all your guidance {on}.",
    "working with you {on} taught me more than I expected.",
    "thank you for helping me along {on}.",
    "I learned so much from you {on}, and I'm really grateful.",
    "thank you for your patience with my questions while we worked {on}.",
)
FRESH_MANAGER: Slot = (
    "thank you for leading the team {on}; I really enjoyed working with you.",
    "I really enjoyed working for you {on}.",
    "thank you for your trust and your support {on}.",
    "I learned a lot from how you led us while we worked {on}.",
    "working with you {on} has been a great experience.",
    "I'm grateful for your guidance {on}.",
    "I'm glad I got to work with you {on}, and I learned a lot.",
)
FRESH_CLIENT: Slot = (
    "it was a pleasure working with you {on}.",
    "thank you for working so closely with me {on}.",
    "I really enjoyed working with you and your team {on}.",
    "thank you for all your feedback {on}.",
    "I'm glad we got to work together {on}.",
    "working with you {on} was a joy from start to finish.",
    "I hope you're pleased with how our work {on} turned out.",
)

# Openings: the work ended some weeks or months ago, or on a day that no one noted.

PAST_PEER: Slot = (
    "I really enjoyed working with you {on} {when}.",
    "I was just thinking about how well we worked together {on} {when}.",
    "working with you {on} {when} was a real highlight for me.",
    "I'm glad we got to work together {on} {when}.",
    "{project} was a lot more fun with you on the team.",
    "thank you again for working so closely with me {on} {when}.",
    "I learned a lot from working with you {on} {when}.",
)
PAST_MENTOR: Slot = (
    "I often think of what I learned from you {on} {when}.",
    "what you taught me {on} {when} has stayed with me.",
    "thank you again for all your guidance {on} {when}.",
    "I use what I learned from you {on} almost every day.",
    "working with you {on} {when} taught me more than you probably know.",
    "I keep coming back to how you helped me {on} {when}.",
    "your support {on} {when} made all the difference.",
)
PAST_MANAGER: Slot = (
    "I really enjoyed being on your team when we worked {on} {when}.",
    "thank you again for leading the team {on} {when}; I learned a lot from you.",
    "working for you {on} {when} was a great experience.",
    "I often think of how you supported me {on} {when}.",
    "thank you again for your trust and your support {on} {when}.",
    "your guidance {on} {when} has stayed with me.",
    "I'm glad I got to work with you {on} {when}, and I learned a lot.",
)
PAST_CLIENT: Slot = (
    "it was a pleasure working with you {on} {when}.",
    "I hope {ours} is still paying off for you.",
    "I really enjoyed working with you and your team {on} {when}.",
    "thank you again for working so closely with me {on} {when}.",
    "I'm glad we got to work together {on} {when}.",
    "working with you {on} {when} was a joy from start to finish.",
    "thank you again for all your feedback {on} {when}.",
)

# Openings for anyone

LONG_AGO: Slot = (
    "it's been a while, but I often think of working with you {on} {when}.",
    "I hope all is well with you; I was just thinking about when we worked {on} {when}.",
    "I know it's been a while, but I still remember how good it was working with you {on} {when}.",
    "time flies, but working with you {on} {when} has stayed with me.",
    "I hope you've been well since we worked together {on} {when}.",
    "it's been some time since we worked together {on}, and I hope things are going well.",
    "looking back, working with you {on} {when} really stands out.",
)
RUNNING: Slot = (
    "I'm really enjoying working with you {on}.",
    "I'm learning a lot from working with you {on}.",
    "working with you {on} has been great so far.",
    "I'm glad we get to work together {on}.",
    "thanks for everything I'm learning from you {on}.",
    "it's a pleasure working with you {on}.",
    "I like how well we work together {on}.",
)
PRAISED: Slot = (
    "thank you for your kind feedback about {ours}; it made my week.",
    "what you said about {ours} made my day.",
    "I was so glad to hear what you thought of {ours}.",
    "thank you for being so kind about {ours}.",
    "your feedback on {ours} really encouraged me.",
    "thank you again for what you said about {ours}.",
    "hearing what you thought of {ours} put a smile on my face.",
)

# Requests

REQUEST_PEER: Slot = (
    "I'm building up my LinkedIn profile, and I'd be grateful for a short recommendation from you "
    "if you're comfortable with that.",
    "Would you be open to writing me a short LinkedIn recommendation?",
    "If you're up for it, would you recommend me on LinkedIn in a few sentences of your own?",
    "I'm asking just a few people for a LinkedIn recommendation, and you came to mind first.",
    "Could I ask you for a short LinkedIn recommendation?",
    "I'm adding a few recommendations to my LinkedIn profile, and one from you would make me "
    "really happy.",
    "Is a short LinkedIn recommendation something you'd feel comfortable writing for me?",
)
REQUEST_MENTOR: Slot = (
    "I'm strengthening my LinkedIn profile, and I'd be honored by a short recommendation about "
    "what you saw me learn and do.",
    "Would you feel comfortable writing a short LinkedIn recommendation about what you saw of my "
    "work?",
    "If you think it's deserved, a short recommendation on LinkedIn would make me very happy.",
    "Would you be open to recommending me on LinkedIn in a few sentences?",
    "A short LinkedIn recommendation from you would mean a great deal to me.",
    "I'd love to have your perspective on my LinkedIn profile, in a short recommendation.",
    "May I ask you for a short LinkedIn recommendation?",
)
REQUEST_MANAGER: Slot = (
    "As I build up my LinkedIn profile, a short recommendation from you would mean a great deal.",
    "Would you be willing to write a short LinkedIn recommendation about my part in the team?",
    "If you've been happy with my work, I'd be honored by a short recommendation on LinkedIn.",
    "Would you feel comfortable recommending me on LinkedIn in three or four sentences?",
    "I'm adding to my LinkedIn profile, and I'd value a short recommendation from someone I "
    "reported to.",
    "Could I ask you for a short LinkedIn recommendation about the work I did for you?",
    "I'd be proud to have a recommendation from you, however short, on my LinkedIn profile.",
)
REQUEST_CLIENT: Slot = (
    "If you've been happy with the work, would you be willing to share a sentence or two as a "
    "LinkedIn recommendation?",
    "Would you be open to a short LinkedIn recommendation about what working together was like?",
    "If the work has been useful to you, a short recommendation on LinkedIn would mean a lot.",
    "Could I ask you for a short LinkedIn recommendation from a client's point of view?",
    "I'd be honored by a short LinkedIn recommendation, if you feel it's deserved.",
    "I'm collecting a few client recommendations on LinkedIn, and I'd love to include one from "
    "you.",
    "Would you feel comfortable recommending my work on LinkedIn in two or three sentences?",
)

# What they might mention

FOCUS_CASUAL: Slot = (
    "It would mean a lot if you mentioned {focus}.",
    "If you're not sure where to start, you could talk about {focus}.",
    "It'd be great if you touched on {focus}.",
    "The part I'd love someone to describe is {focus}.",
    "A line about {focus} would be perfect.",
    "I'd especially like to read about {focus}.",
    "One thing you could highlight is {focus}.",
)
FOCUS_FORMAL: Slot = (
    "It would be especially helpful if you could mention {focus}.",
    "If it helps, you could speak to {focus}.",
    "A sentence on {focus} would be particularly valuable.",
    "One thing you might touch on is {focus}.",
    "If you're looking for a place to start, you could describe {focus}.",
    "If I could choose one thing for you to highlight, it would be {focus}.",
    "A line about {focus} would be wonderful.",
)
FOCUS_THEIR_VIEW: Slot = (
    "I'd especially love to read {focus}.",
    "You could simply describe {focus}.",
    "Even one line on {focus} would be plenty.",
    "If you're not sure where to start, just mention {focus}.",
    "I'm especially curious {focus}.",
    "The easiest place to start is {focus}.",
    "Just share {focus}, in your own words.",
)
"""`{focus}` asks how they see it: "what you liked about my work"."""

# Closings: each thanks, each leaves a way out

CLOSING_CASUAL: Slot = (
    "No worries at all if now's not a good time, and thank you either way!",
    "It's totally fine if you're too busy; thanks either way!",
    "Thank you so much for considering it, and have a great week!",
    "There's no rush at all on my side, and thank you!",
    "Thanks for thinking about it, and no pressure at all!",
    "If you'd rather not, that's completely fine, and thanks all the same!",
    "I'd appreciate it a lot, whenever you find a quiet moment.",
)
CLOSING_FORMAL: Slot = (
    "I know how busy you are, so please feel free to say no, and thanks for considering it.",
    "Thanks for considering it, and no pressure either way.",
    "Thank you so much, and I completely understand if you don't have the time.",
    "If you'd rather not, I'll understand, and thank you either way.",
    "There's no rush at all, and I appreciate you thinking about it.",
    "Whatever you decide, thanks for reading this.",
    "Please don't feel obliged, and thanks for taking the time to read this.",
)

SUBJECTS: Slot = (
    "A small favor",
    "A LinkedIn recommendation, if you're up for it",
    "{Ours}, and a small request",
    "A question about {ours}",
    "A favor, if you have a moment",
    "{Ours}",
    "Something I'd like to ask you",
)
