# ruff: noqa: E501 - a table is as wide as it is
"""One small good file of every kind, drawn with | between its cells; areas as in the loaders' tests."""

GOOD = {
    "areas": """
area_code | area_name     | area_type   | parent_code | service_type | aliases
D-NEW     | Café services | directorate | RWX         | community    | Cafe; C & S
T-NEW     | Café Team     | team        | D-NEW       |              |
B-NEW     | North Borough | borough     | D-NEW       |              |
""",
    "qi_projects": """
project_id | title                 | directorate | boroughs | team  | status    | start_date | end_date   | progress_score | aim          | aim_result | involvement | service_users | carers | as_at
QI-1       | Waiting, and after    | NMH         | B-NE     | T-NSO | active    | 2025-01-03 |            | 2.5            | Wait "less"  | not known  | Big I       | 3             | 1      | 2025-03-31
QI-2       | -5 minutes a visit    | FOR         | B-LU     |       | completed | 2024-02-29 | 2025-02-28 | 4.0            |              | met        |             |               |        | 2025-03-31
""",
    "involvement": """
project_id | from_date  | involvement | service_users | carers | note
QI-1       | 2025-04-03 | Both        | 4             | 2      | Two joined; one left
QI-2       | 2025-05-01 | None        |               |        |
""",
    "workshops": """
workshop_id | workshop_date | title           | workshop_type          | directorate | borough | team  | mode      | service_users | carers | staff | others | access_needs_asked | access_needs_met | rating_answers | rating_positive
W-1         | 2025-03-04    | Letters, again  | co-production workshop | NMH         | B-NE    | T-NSO | in person | 5             | 2      | 3     | 1      | 2                  | 1                | 9              | 8
W-2         | 2025-04-05    | Café            | learning set           | FOR         |         |       | online    | 0             | 0      | 4     |        |                    |                  |                |
""",
    "fft": """
month   | directorate | borough | team  | very_good | good | neither | poor | very_poor | dont_know
2025-03 | NMH         |         |       | 1,303     | 20   | 3       | 2    | 1         | 0
2025-03 | NMH         | B-NE    | T-NSO | *         | *    | *       | *    | *         | *
2025-04 | FOR         |         |       | 0         | 0    | 0       | 0    | 0         | 0
""",
    "dialog": """
month   | directorate | borough | team | item | answered | mean_score | satisfied
2025-03 | NMH         |         |      | 1    | 20       | 4.25       | 12
2025-03 | NMH         |         |      | 11   | 0        | -          | 0
2025-04 | NMH         | B-NE    |      | 2    | *        | *          | *
""",
    "staff_survey": """
month   | directorate | team  | answers | positive
2025-03 | NMH         |       | 40      | 31
2025-03 | NMH         | T-NSO | *       | *
""",
    "pulse": """
month   | directorate | borough | team  | question          | strongly_disagree | disagree | neither | agree | strongly_agree
2025-03 | NMH         |         |       | heard             | 1                 | 0        | 3       | 1,020 | 12
2025-03 | NMH         | B-NE    | T-NSO | stay              | *                 | *        | *       | *     | *
2025-04 | FOR         |         |       | My voice was heard | 0                 | 0        | 0       | 0     | 0
""",
    "payments": """
month   | directorate | borough | team  | claims | paid_on_time
2025-03 | NMH         |         |       | 1,040  | 31
2025-03 | NMH         | B-NE    | T-NSO | *      | *
""",
    "staying": """
month   | directorate | borough | team  | joined | after_3_months | after_6_months | after_12_months
2025-03 | NMH         |         |       | 12     | 9              | 10             |
2025-04 | NMH         | B-NE    | T-NSO | *      | *              | *              | *
2025-04 | FOR         |         |       | 0      |                |                |
""",
    "change_ideas": """
idea_id | title         | directorate | borough | measure    | start_date | end_date   | status  | prediction | what_happened
I-1     | Tea, and time | NMH         | B-NE    | big_i_new  | 2025-01-02 | 2025-03-04 | adopted | More come  | More came
I-2     | Texts         | FOR         |         | big_i_new  | 2025-02-03 |            | testing |            |
""",
    "targets": """
measure   | area | from_date  | value | agreed_by
big_i_new | NMH  | 2025-04-01 | 70%   | Example committee
big_i_new | RWX  | 2025-04-01 | 0.65  | Example committee
""",
    "nhs_oversight": """
quarter    | trust_code | trust_name    | metric_id | metric_description | reporting_date | units | value | median_value | lower_quartile | upper_quartile | rank
Q1 2025/26 | RWX        | Example Trust | OF0001    | Waits, adults      | Jun-25         | %     | -0.5  | 1.25         | 1              | 2              | 35.0
Q1 2025/26 | RWX        | Example Trust | OF0002    | Waits              | 2024           | score |       |              |                |                |
""",
    "nhs_fft": """
month   | setting       | level   | org_code | org_name      | question   | responses | eligible | very_good | good | neither | poor | very_poor | dont_know | printed_positive | printed_negative
2025-03 | mental health | trust   | RWX      | Example Trust | experience | 100       | 900      | 60        | 20   | 10      | 5    | 3         | 2         | 0.8              | 8%
2025-04 | community     | england | ENG      | England       | experience | 3         |          | *         | *    | *       | *    | *         | *         | *                | -
""",
    "nhs_trusts": """
trust_code | trust_name    | region | icb_code | open_date  | close_date
RWX        | Example Trust | Y56    | QXX      | 1999-04-01 |
RWY        | Older Trust   |        |          | 2001-04-01 | 2020-03-31
""",
    "nhs_staff_survey": """
org_id | org_name      | benchmark_group | variable         | year | value | answers
RWX    | Example Trust | Example group   | theme_engagement | 2024 | 7.04  | 120
RWX    | Example Trust | Example group   | response_rate    | 2024 | 0.53  |
""",
    "opportunities": """
opportunity_id | project_id | title  | directorate | borough | where | how_to_take_part | ask_role | payment | open_until
O-1            | QI-1       | A seat | NMH         | B-NE    | Hall  | Just come        | QI coach | Paid    | 2026-12-31
O-2            |            | Tea    | FOR         |         | Home  | Ask for a pack   | QI coach | None    |
""",
    "you_said": """
item_id | directorate | borough | asked_on   | we_asked | you_said     | status    | we_did | why_not  | answer_due | answered_on
Y-1     | NMH         | B-NE    | 2025-01-10 | How?     | Loud, always | done      | Quiet  |          | 2025-02-10 | 2025-02-01
Y-2     | FOR         |         | 2025-01-11 | What?    | A bus        | could not |        | Not ours |            |
""",
    "meetings": """
meeting_id | title   | meeting_date | start_time | directorate | borough | place | how_to_join | ask_role
M-1        | Group   | 2026-12-04   | 09:30      | NMH         | B-NE    | Hall  | Just come   | QI coach
M-2        | For all | 2026-01-31   |            |             |         | Hall  | Just come   | QI coach
""",
    "stories": """
story_id | title | story               | told_by      | directorate | borough | project_id | consent_date | consent_until
S-1      | First | I came, and I spoke | service user | NMH         | B-NE    | QI-1       | 2026-01-10   | 2027-01-10
S-2      | Two   | I stayed            | carer        |             |         |            | 2026-02-03   |
""",
    "forum_entries": """
entry_id | entry_type | entry_date | directorate | borough | measure   | project_id | text      | owner_role | due_date   | done_date
E-1      | note       | 2026-03-01 | NMH         |         | big_i_new |            | Two came  |            |            |
E-2      | action     | 2026-03-02 | NMH         | B-NE    |           |            | Send them | QI coach   | 2026-12-01 | 2026-04-02
""",
    "drivers": """
driver_id | parent_id | driver_type | text    | directorate | measure   | idea_id | position
DR-3      | DR-2      | change idea | A pack  |             |           | I-1     | 1
DR-2      | DR-1      | primary     | We ask  |             | big_i_new |         | 1
DR-1      |           | aim         | A seat  |             |           |         |
""",
}
