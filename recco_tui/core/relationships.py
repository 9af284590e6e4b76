"""Kinds of people, and LinkedIn's twelve relationships with the kind each implies.

Source: LinkedIn's recommendation form; sentences are the asker's ("they managed me").
"""

from recco_tui.core.labeled import DescribedEnum


class Kind(DescribedEnum):
    """What a person is to me; the owner's exercise wants one of each of the four known ones."""

    key: str
    """The key that sets it; '' for none."""
    rank: int
    """Its place where a list is sorted by kind."""

    PEER = "peer", "p", 3
    MANAGER = "manager", "m", 0
    MENTOR = "mentor", "t", 1
    CLIENT = "client", "c", 2
    UNKNOWN = "unknown", "", 4


KNOWN_KINDS = (Kind.PEER, Kind.MANAGER, Kind.MENTOR, Kind.CLIENT)


class Relationship(DescribedEnum):
    """The stored code of one of LinkedIn's twelve relationships."""

    theirs: str
    """As I would say it of them."""
    mine: str
    """The mirror: what I pick when I write for them."""
    kind: Kind

    MANAGED_ME = "managed-me", "they managed me", "I reported to them", Kind.MANAGER
    REPORTED_TO_ME = "reported-to-me", "they reported to me", "I managed them", Kind.PEER
    SENIOR_TO_ME = (
        "senior-to-me",
        "they were senior, not my manager",
        "they were senior to me, not my manager",
        Kind.MENTOR,
    )
    JUNIOR_TO_ME = (
        "junior-to-me",
        "I was senior, not their manager",
        "I was senior to them, not their manager",
        Kind.PEER,
    )
    SAME_TEAM = "same-team", "same team", "we were on the same team", Kind.PEER
    OTHER_TEAM = "other-team", "other team", "we were on different teams", Kind.PEER
    OTHER_COMPANY = (
        "other-company",
        "other company",
        "we worked at different companies",
        Kind.PEER,
    )
    I_WAS_CLIENT = "i-was-client", "I was their client", "I was their client", Kind.CLIENT
    WAS_MY_CLIENT = "was-my-client", "they were my client", "they were my client", Kind.CLIENT
    TAUGHT_ME = (
        "taught-me",
        "they taught or mentored me",
        "they taught or mentored me",
        Kind.MENTOR,
    )
    ADVISED_ME = "advised-me", "they advised me", "they advised me", Kind.MENTOR
    STUDIED_TOGETHER = (
        "studied-together",
        "we studied together",
        "we studied together",
        Kind.PEER,
    )
