"""Data in, tagged PDF out; signs that no font holds become a box."""

import pytest
import typst

from exports import typst_documents
from exports.typst_documents import BOX, TypstDocument

TEMPLATE = """#let d = json(bytes(sys.inputs.data))
#set document(title: "A test", date: none)
#set text(font: "Source Sans Pro", lang: "en", region: "GB")
#for text in d.texts [= Heading
#text
#pagebreak(weak: true)]
"""


@pytest.fixture
def document(tmp_path, monkeypatch):
    (tmp_path / "a_test.typ").write_text(TEMPLATE)
    monkeypatch.setattr(typst_documents, "_TEMPLATES", tmp_path)
    return TypstDocument("a_test.typ")


@pytest.mark.parametrize(
    "text", ["Plain words", "Ŵyn, Łódź, Ελλάδα, Привет", "= #panic() $x$ *b* _i_ `c` @a <b> \\"]
)
def test_what_can_be_printed_stays_as_it_is(document, text):
    assert document.make_printable({"texts": [text]}) == {"texts": [text]}


@pytest.mark.parametrize("sign", ["\ue9ff\U000e0101", "\U00012000", '"\ufffe`'])
def test_what_no_font_holds_becomes_a_box(document, sign):
    printable = document.make_printable({"texts": [f"before {sign} after"]})
    assert BOX in printable["texts"][0]
    assert printable["texts"][0].startswith("before ")
    assert printable["texts"][0].endswith(" after")
    assert document.write_pdf(printable).startswith(b"%PDF")


def test_pages_are_counted(document):
    assert document.count_pages({"texts": ["one"]}) == 1
    assert document.count_pages({"texts": ["one", "two", "three"]}) == 3


def test_a_template_without_its_data_is_an_error_and_no_endless_search(document):
    with pytest.raises(typst.TypstError, match="texts"):
        document.make_printable({"other": []})
