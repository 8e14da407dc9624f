"""A link as a square code for a phone's camera, made here and nowhere else."""

from __future__ import annotations

import io

import segno

_QUIET_MODULES = 4  # the white edge that readers of such codes count on


def write_link_code_svg(link: str) -> str:
    """A QR code of a link as SVG text that takes the size of its place; its words stand beside it.

    Raises:
        segno.DataOverflowError: the link is longer than such a code can hold (about 2,300 signs).
    """
    stream = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        stream, kind="svg", border=_QUIET_MODULES, xmldecl=False, omitsize=True, light="#fff"
    )
    return stream.getvalue().decode()
