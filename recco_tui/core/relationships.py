"""Kinds of people, and LinkedIn's twelve relationships with the kind each implies.

Source: LinkedIn's recommendation form; sentences are the asker's ("they managed me").
"""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a person is to me; the owner's exercise wants one of each of the four known ones."""

    PEER = "peer"
    MANAGER = "manager"
    MENTOR = "mentor"
    CLIENT = "client"
    UNKNOWN = "unknown"


KNOWN_KINDS = (Kind.PEER, Kind.MANAGER, Kind.MENTOR, Kind.CLIENT)


class Relationship(StrEnum):
    """The stored code of one of LinkedIn's twelve relationships."""

    MANAGED_ME = "managed-me"
    REPORTED_TO_ME = "reported-to-me"
    SENIOR_TO_ME = "senior-to-me"
    JUNIOR_TO_ME = "junior-to-me"
    SAME_TEAM = "same-team"
    OTHER_TEAM = "other-team"
    OTHER_COMPANY = "other-company"
    I_WAS_CLIENT = "i-was-client"
    WAS_MY_CLIENT = "was-my-client"
    TAUGHT_ME = "taught-me"
    ADVISED_ME = "advised-me"
    STUDIED_TOGETHER = "studied-together"


class RelationshipFacts(NamedTuple):
    """`theirs` as I would say it of them, `mine` the mirror: what I pick when I write for them."""

    theirs: str
    mine: str
    kind: Kind


RELATIONSHIPS: dict[Relationship, RelationshipFacts] = {
    Relationship.MANAGED_ME: RelationshipFacts(
        "they managed me", "I reported to them", Kind.MANAGER
    ),
    Relationship.REPORTED_TO_ME: RelationshipFacts(
        "they reported to me", "I managed them", Kind.PEER
    ),
    Relationship.SENIOR_TO_ME: RelationshipFacts(
        "they were senior, not my manager", "they were senior to me, not my manager", Kind.MENTOR
    ),
    Relationship.JUNIOR_TO_ME: RelationshipFacts(
        "I was senior, not their manager", "I was senior to them, not their manager", Kind.PEER
    ),
    Relationship.SAME_TEAM: RelationshipFacts("same team", "we were on the same team", Kind.PEER),
    Relationship.OTHER_TEAM: RelationshipFacts(
        "other team", "we were on different teams", Kind.PEER
    ),
    Relationship.OTHER_COMPANY: RelationshipFacts(
        "other company", "we worked at different companies", Kind.PEER
    ),
    Relationship.I_WAS_CLIENT: RelationshipFacts(
        "I was their client", "I was their client", Kind.CLIENT
    ),
    Relationship.WAS_MY_CLIENT: RelationshipFacts(
        "they were my client", "they were my client", Kind.CLIENT
    ),
    Relationship.TAUGHT_ME: RelationshipFacts(
        "they taught or mentored me", "they taught or mentored me", Kind.MENTOR
    ),
    Relationship.ADVISED_ME: RelationshipFacts("they advised me", "they advised me", Kind.MENTOR),
    Relationship.STUDIED_TOGETHER: RelationshipFacts(
        "we studied together", "we studied together", Kind.PEER
    ),
}
