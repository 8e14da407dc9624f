"""Measure definitions as data, the calculations, the sentences, and what a viewer may see."""
