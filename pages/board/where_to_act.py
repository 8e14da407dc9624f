"""Where do we need to act? Five things, every directorate, the chart behind a cell, the target."""

from __future__ import annotations

from ui.board import show_scope, show_things_to_talk_about
from ui.board_cell import show_chosen_cell
from ui.board_grid import show_grid
from ui.board_reads import read_board
from ui.board_target import show_distance_from_target
from ui.board_top import COMPARISON_PART, show_top
from ui.comparison import show_comparison
from ui.jump_links import show_part_heading
from ui.navigation import show_page_link

board = read_board()
show_scope()
show_chosen_cell(board)
show_top(board)
show_things_to_talk_about(board)
show_grid(board)
show_page_link("taking-part", "See how it feels to take part: heard, supported, paid, staying")
show_distance_from_target(board)

show_part_heading(COMPARISON_PART, "Are the directorates different, or is it chance?")
show_comparison()
