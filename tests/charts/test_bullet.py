import re
from xml.etree import ElementTree

from charts.bullet import build_bullet

SVG = "{http://www.w3.org/2000/svg}"


def boxes(svg):
    """Left edge and width of each box, by its colour."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own text
    return {
        rect.get("fill"): (float(rect.get("x")), float(rect.get("width"))) for rect in root.iter(f"{SVG}rect")
    }


def test_bar_tick_and_band_lie_where_their_values_are(make_series):
    series = make_series("big_i_active", [9, 11, 10] * 8, 20, target=0.4)
    found = boxes(build_bullet(series, width=204, mode="light"))
    low, high = series.usual_range
    assert found["#6B7A85"] == (1.0, 100.0)  # 10 of 20, on a bar 200 pixels long
    assert found["#00703C"] == (79.5, 3.0)
    assert found["#DCE6EE"] == (round(1 + low * 200, 1), round((high - low) * 200, 1))


def test_no_band_without_limits_and_no_tick_without_target(make_series):
    for tops in ([9, 11, 10], [9, 11, 10] * 6 + [20, 20, 20]):
        assert set(boxes(build_bullet(make_series("big_i_active", tops, 20), mode="light"))) == {
            "none",
            "#6B7A85",
        }


def test_it_says_what_it_shows(make_series):
    svg = build_bullet(make_series("big_i_active", [9, 11, 10] * 8, 20, target=0.4))
    assert (
        re.search(r'role="img" aria-label="([^"]+)"', svg).group(1) == "10 of 20 projects (50%), target 40%"
    )
    assert "light-dark(#6B7A85,#8A97A1)" in svg


def test_without_a_figure_there_is_nothing(make_series):
    assert build_bullet(make_series("big_i_active", [None, None])) == ""
    assert build_bullet(make_series("big_i_active", [])) == ""
