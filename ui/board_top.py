"""What a director sees first: one sentence for the trust, the board pack, and the ways to the rest."""

from __future__ import annotations

import streamlit as st

from ui.board_grid import GRID_PART
from ui.board_pack import show_board_pack_button
from ui.board_reads import Board
from ui.board_target import TARGET_PART, find_distances
from ui.headlines import BIG_I
from ui.jump_links import show_jump_links
from ui.text import show_text

COMPARISON_PART = "comparison"


def show_top(board: Board) -> None:
    """The sentence and what its words mean, then the pack beside the links to what stands below."""
    show_text(board.sentence, "sentence")
    show_text(BIG_I)
    parts = {GRID_PART: "Each directorate"}
    if find_distances(board) is not None:
        parts[TARGET_PART] = "Below the target?"
    parts[COMPARISON_PART] = "Different, or chance?"
    with st.container(horizontal=True, vertical_alignment="center", key="board-top"):
        show_board_pack_button(board)
        show_jump_links(parts)
