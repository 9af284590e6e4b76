"""Every setting has one place, and every text one meaning."""

import pytest

from recco_tui.core.errors import UsageError
from recco_tui.core.policy import SETTINGS, Policy
from recco_tui.core.settings import (
    GROUPS,
    PREFERENCES,
    SPECS,
    channels_in_use,
    default_of,
    parse_setting,
    preference,
    setting_rows,
    setting_spec,
    shown,
    usable,
)

KEYS = [key for _, keys in GROUPS for key in keys]


def test_every_setting_stands_under_exactly_one_heading() -> None:
    assert sorted(KEYS) == sorted(one.key for one in (*SETTINGS, *PREFERENCES))
    assert len(KEYS) == len(set(KEYS))


@pytest.mark.parametrize("key", KEYS)
def test_a_default_reads_back_and_has_words_and_a_reason(key: str) -> None:
    one = SPECS[key]
    assert parse_setting(one, default_of(one)) == default_of(one)
    assert shown(one, default_of(one))
    assert one.reason.endswith(".")


@pytest.mark.parametrize(
    ("name", "typed", "stored", "words"),
    [
        ("open_asks", " 6 ", "6", "6 asks"),
        ("open_asks", "1", "1", "1 ask"),
        ("ask_factor", "1", "1", "1 person"),
        ("first-weekday", "sun", "Sunday", "Sunday"),
        ("First_Weekday", "6", "Sunday", "Sunday"),
        ("skip_weekends", "No", "off", "off"),
        ("copied_share", "0.50", "0.5", "0.5"),
        ("theme", "High Contrast", "contrast", "high contrast"),
        ("channels", "slack, E-mail,slack", "slack,email", "Slack, email"),
        ("editor", "  code   --wait ", "code --wait", "code --wait"),
    ],
)
def test_what_is_typed_is_stored_in_one_way(name: str, typed: str, stored: str, words: str) -> None:
    one = setting_spec(name)
    assert parse_setting(one, typed) == stored
    assert shown(one, stored) == words


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("theme", "pink", "'pink' is not one of auto, dark"),
        ("channels", "slack, pigeon", "'pigeon' is not one of"),
        ("first_weekday", "someday", "not a day of the week"),
        ("first_weekday", "7", "not a day of the week"),
        ("open_asks", "many", "from 1 to 20"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(name: str, typed: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse_setting(setting_spec(name), typed)


def test_an_unknown_name_is_said() -> None:
    with pytest.raises(UsageError, match="no setting 'colour'"):
        setting_spec("colour")


def test_what_is_stored_and_cannot_be_read_counts_as_the_default() -> None:
    stored = {"theme": "pink", "open_asks": "many", "nudges": "1"}
    assert preference("theme", stored) == "auto"
    now = {row.spec.key: row for row in setting_rows(stored)}
    assert (now["open_asks"].value, now["open_asks"].changed) == ("4", False)
    assert (now["nudges"].words, now["nudges"].changed, now["nudges"].default) == (
        "1 nudge",
        True,
        "2 nudges",
    )


def test_channels_in_use_come_in_their_fixed_order() -> None:
    assert [one.value for one in channels_in_use({"channels": "text,discord"})] == [
        "discord",
        "text",
    ]


def test_numbers_that_contradict_each_other_are_not_in_force_and_the_others_are() -> None:
    stored = {"first_nudge_days": "20", "open_asks": "6", "nudges": "\ud800", "theme": "dark"}
    kept, refused = usable(stored)
    assert kept == {"open_asks": "6", "theme": "dark"}
    assert refused["first_nudge_days"] == "it contradicts another"
    assert refused["nudges"].startswith("Nudges at most: '' is not a number from 0 to 2")
    policy = Policy.in_force(stored)
    assert (policy.first_nudge_days, policy.open_asks, policy.nudges) == (7, 6, 2)


@pytest.mark.parametrize("typed", ["\udcff\udcfe", "vi\x00m", "\x1b[2Jvi", "v" * 2000])
def test_a_program_s_name_is_all_text(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_setting(setting_spec("editor"), typed)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize("typed", ["1e400", "nan", "-inf", "9" * 5000, "1" + "0" * 30, "٣٠٠"])
@pytest.mark.parametrize("name", ["open_asks", "copied_share"])
def test_a_number_that_cannot_be_is_refused_in_a_short_sentence(name: str, typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_setting(setting_spec(name), typed)
    assert len(str(refused.value)) < 150


def test_a_setting_is_found_by_its_former_name() -> None:
    assert setting_spec("second-channel-days").key == "follow_up_days"
