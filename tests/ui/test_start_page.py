"""The start page of Streamlit with what its script would ask the server for."""

import re
from base64 import b64encode
from hashlib import sha256

from starlette.requests import Request

from ui.headers import build_headers
from ui.navigation import PAGES
from ui.start_page import build_start_routes, write_start_page


def test_what_we_tell_stands_before_every_script_of_streamlit():
    page = write_start_page()
    first = re.search(r"<script>(.*?)</script>", page)
    assert "BACKEND_BASE_URL" in first[1]
    assert "HOST_CONFIG" in first[1]
    assert page.index("HOST_CONFIG") < page.index("<script type=")
    assert page.count("HOST_CONFIG") == 1


def test_the_headers_allow_just_that_script():
    told = re.search(r"<script>(.*?)</script>", write_start_page())[1]
    allowed = f"'sha256-{b64encode(sha256(told.encode()).digest()).decode()}'"
    assert allowed in build_headers()["Content-Security-Policy"]


def test_every_page_of_ours_begins_with_it_and_is_asked_for_anew():
    routes = build_start_routes()
    assert [route.path for route in routes] == [f"/{entry.url_path}" for entry in PAGES]
    for route in routes:
        answer = route.endpoint(Request({"type": "http"}))
        assert answer.body.decode() == write_start_page()
        assert answer.headers["cache-control"] == "no-cache"
