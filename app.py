"""The picture frame: one page list, one set of filters, one look. `streamlit run app.py` starts here."""

from ui import frame

frame.show()
