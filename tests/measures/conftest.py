"""Series made straight from numbers, and the naive twin of the sample files."""

import pytest
from naive_twin import compute_everything

from measures.examples import build_series


@pytest.fixture
def make_series():
    return build_series


@pytest.fixture(scope="session")
def twin():
    return compute_everything()
