"""A definition that cannot be used is refused in words that name the file and the key."""

import pytest
import yaml

from measures.definitions import CATALOGUE, DefinitionError, read_definition


@pytest.fixture
def write(tmp_path):
    def change(**changes):
        text = yaml.safe_load((CATALOGUE / "fft_positive.yaml").read_text(encoding="utf-8"))
        path = tmp_path / "fft_positive.yaml"
        path.write_text(yaml.safe_dump({**text, **changes}), encoding="utf-8")
        return path

    return change


def test_the_shipped_one_is_read(write):
    assert read_definition(write()).id == "fft_positive"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": "blue"}, "colour"),
        ({"title": "  "}, "title"),
        ({"deciding_rules": ["hunch"]}, "deciding_rules"),
        ({"denominator": None}, "needs a denominator"),
        ({"next_review": "2020-01-01"}, "next_review"),
        ({"disclosure": "strict"}, "not built yet"),
        ({"id": "other"}, "other.yaml"),
    ],
)
def test_what_is_wrong_is_named(write, changes, said):
    with pytest.raises(DefinitionError, match=r"fft_positive\.yaml") as refused:
        read_definition(write(**changes))
    assert said in str(refused.value)
