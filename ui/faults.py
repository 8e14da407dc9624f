"""What a visitor reads of a fault of ours: one sentence, with the reference under which the log says more."""

from __future__ import annotations

import logging
import uuid

_log = logging.getLogger(__name__)


def log_fault(what: str) -> str:
    """Log the exception that is being handled, ``what`` being what failed; the sentence for the visitor."""
    reference = uuid.uuid4().hex[:8]
    _log.exception("%s, reference %s", what, reference)
    return f"Something went wrong on our side. Nothing was changed. Reference: {reference}."
