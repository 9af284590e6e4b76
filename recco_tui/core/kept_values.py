"""What stood in a field that two machines changed, and made room for the other's value."""

from typing import NamedTuple


class KeptValue(NamedTuple):
    """One value that lost. `stays` is what stands there instead, written on `machine`; `row_id` 0
    for nothing in particular."""

    table_name: str
    row_id: int
    column_name: str
    lost: str
    stays: str
    machine: str
    made_at: str
