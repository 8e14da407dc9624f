from sample_data.areas import DIRECTORATES
from sample_data.topics import BY_SERVICE, GENERAL, topics_for


def test_every_directorate_has_topics_of_its_own_and_general_ones():
    for directorate in DIRECTORATES:
        topics = topics_for(directorate.code)
        assert len(topics) == len(set(topics)) > len(GENERAL)
    assert topics_for("ADD")[0] == BY_SERVICE["addictions"][0]
    assert topics_for("NMH")[0] == BY_SERVICE["adult"][0]
