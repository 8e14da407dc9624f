"""Trusts as the Organisation Data Service lists them: kind ``nhs_trusts``.

Addresses and telephone numbers of its file are never read. Join on the trust code only.
"""

from __future__ import annotations

from data_model import NHSTrust
from data_model.rows import NHSTrustRow
from loaders.kind import Kind


class NHSTrusts(Kind):
    """One row a trust."""

    name = "nhs_trusts"
    row = NHSTrustRow
    model = NHSTrust
    key = ("trust_code",)
