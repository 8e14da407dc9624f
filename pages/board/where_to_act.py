"""Where do we need to act? Five things, every directorate, the chart behind a cell, the target."""

from __future__ import annotations

import streamlit as st

from ui.board import show_scope, show_things_to_talk_about
from ui.board_cell import show_chosen_cell
from ui.board_grid import show_grid
from ui.board_pack import show_board_pack_button
from ui.board_reads import read_board
from ui.board_target import show_distance_from_target
from ui.comparison import show_comparison

board = read_board()
show_scope()
show_chosen_cell(board)
show_things_to_talk_about(board)
show_board_pack_button(board)
show_grid(board)
show_distance_from_target(board)

st.header("Are the directorates different, or is it chance?", anchor=False)
show_comparison()
