"""The only library code that imports Streamlit: navigation, filters, cached reads, panels, notices."""
