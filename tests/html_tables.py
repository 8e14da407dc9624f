"""The tables of words that a page shows, read back from its HTML."""

from html.parser import HTMLParser

import pandas as pd


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables = []
        self._cell = None

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("th", "td") and self.tables:
            self._cell = ""

    def handle_data(self, data):
        if self._cell is not None:
            self._cell += data

    def handle_endtag(self, tag):
        if tag in ("th", "td") and self._cell is not None:
            self.tables[-1][-1].append(self._cell)
            self._cell = None


def tables_on(app):
    """The tables of words on a page that Streamlit's own test runner ran."""
    return [table for e in app.main if e.type == "html" for table in read_tables(e.proto.body)]


def read_tables(html):
    """One frame of text a table; its first row gives the columns."""
    reader = _Reader()
    reader.feed(html)
    return [pd.DataFrame(rows[1:], columns=rows[0]) for rows in reader.tables if rows]
