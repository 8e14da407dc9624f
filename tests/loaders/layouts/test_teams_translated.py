import pytest
from attendance_files import draw, layout_of, refusal

GERMAN = """
1. Zusammenfassung
Besprechungstitel | Aims
Teilnehmer | 2

2. Teilnehmer
Name | Erster Beitritt | Letztes Verlassen | Dauer | E-Mail | Rolle
Person A | 22.07.2026, 19:00:11 | 22.07.2026, 20:27:51 | 1 Std. 27 Min. | person.a@example.org | Organisator
"""
FRENCH = """
Nom complet | Action | Horodatage
Person A | Rejoint | 22/07/2020 19:00:00
"""


@pytest.mark.parametrize("report", [GERMAN, FRENCH])
def test_a_report_in_another_language_is_refused_with_the_cure(report):
    assert layout_of(draw(report)) == "teams_translated"
    said = refusal(draw(report))
    assert "another language than English" in said
    assert "English (UK)" in said


def test_a_numbered_text_is_no_report():
    assert layout_of(draw("1. First\nsome | cells\n2. Second\nmore | cells")) is None
