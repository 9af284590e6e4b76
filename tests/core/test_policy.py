"""The numbers of the policy as settings."""

import pytest

from recco_tui.core.errors import UsageError
from recco_tui.core.policy import DEFAULTS, SETTINGS, Policy, setting


def test_every_number_is_described_once_and_in_the_order_of_the_policy():
    assert [one.key for one in SETTINGS] == list(DEFAULTS)


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.key)
def test_a_default_is_within_its_range_and_reads_back(one):
    assert one.read(one.write(one.default)) == one.default
    assert one.title
    assert one.reason.endswith(".")


def test_without_stored_settings_the_defaults_hold():
    assert Policy.from_settings({}) == Policy()


def test_stored_settings_replace_defaults_and_foreign_keys_are_passed_over():
    policy = Policy.from_settings({"open_asks": " 6 ", "client_lead_first": "off", "theme": "dark"})
    assert policy.open_asks == 6
    assert policy.client_lead_first is False
    assert policy.let_go_days == Policy().let_go_days


@pytest.mark.parametrize(
    ("stored", "words"),
    [
        ({"open_asks": "many"}, "Open asks at once: 'many' is not a number from 1 to 20"),
        ({"open_asks": "0"}, "from 1 to 20"),
        ({"open_asks": "21"}, "from 1 to 20"),
        ({"open_asks": "4.5"}, "from 1 to 20"),
        ({"nudges": "3"}, "Nudges at most: 3 is not a number from 0 to 2"),
        ({"copied_share": "nan"}, "from 0.1 to 1"),
        ({"copied_share": "1.2"}, "from 0.1 to 1"),
        ({"skip_weekends": "perhaps"}, "not on or off"),
        ({"first_nudge_days": "14"}, "(14) must be below LinkedIn request: last nudge after (14)"),
        ({"let_go_days": "14"}, "must be below No answer: let go after (14)"),
        ({"project_fresh_days": "20"}, "(20) must be at most Project ended: good until day (14)"),
        ({"sentences_least": "6"}, "must be at most Sentences at most (5)"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_setting_that_cannot_be_is_refused_in_a_sentence(stored, words):
    with pytest.raises(UsageError) as error:
        Policy.from_settings(stored)
    assert words in str(error.value)


def test_a_setting_is_found_by_its_key_and_an_unknown_one_is_said():
    assert setting("copied_share").read("0.5") == 0.5
    with pytest.raises(UsageError, match="no setting 'colour'"):
        setting("colour")
