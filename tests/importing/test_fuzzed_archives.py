"""Three hundred of the damaged archives of `python -m tests.importing.fuzz_archives`."""

import pytest

from tests.importing import fuzz_archives


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_a_damaged_archive_is_imported_or_refused_in_a_sentence(seed: int) -> None:
    ended = fuzz_archives.run(100, seed)
    assert ended["imported"] > 20
    assert ended["refused"] > 5
