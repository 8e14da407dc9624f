"""What other systems call our columns, the commonest first. A guess from these is always shown first."""

from __future__ import annotations

from collections.abc import Mapping

Names = Mapping[str, tuple[str, ...]]

SHARED: Names = {
    "directorate": ("directorate name", "department", "division", "service line", "care group"),
    "borough": ("borough name", "local authority", "place"),
    "boroughs": ("borough", "borough name", "local authority"),
    "team": ("team name", "ward", "service"),
    "month": ("reporting month", "period", "month of response"),
    "title": ("name",),
    "start_date": ("start", "date started", "started", "started on"),
    "end_date": ("end", "date ended", "ended", "finish date"),
    "service_users": ("number of service users", "service users involved", "service user count"),
    "carers": ("number of carers", "carers involved", "carer count"),
}
BY_KIND: Mapping[str, Names] = {
    "areas": {
        "area_code": ("code", "id", "ods code", "team code"),
        "area_name": ("name", "title"),
        "area_type": ("type", "level"),
        "parent_code": ("parent", "parent codes", "belongs to"),
        "service_type": ("type of service", "kind of care"),
        "aliases": ("alias", "other names", "also known as"),
    },
    # Life QI has no public list of its export's columns: these are the words of its screens.
    "qi_projects": {
        "project_id": ("id", "project ref", "ref", "reference", "project number", "project code"),
        "title": ("project title", "project name", "name"),
        "status": ("project status", "state", "project state"),
        "end_date": ("end", "completed", "completed date", "completion date", "date completed", "date ended"),
        "progress_score": ("project score", "progress", "score", "current score"),
        "aim": ("aim statement", "project aim", "smart aim"),
        "aim_result": ("aim met", "result", "outcome"),
        "involvement": (
            "service user involvement",
            "big i",
            "big i little i",
            "level of involvement",
            "involvement level",
            "service user and carer involvement",
        ),
        "as_at": ("export date", "exported on", "as at date", "snapshot date"),
    },
    "involvement": {
        "project_id": ("id", "project ref", "ref", "reference", "project number"),
        "from_date": ("from", "date", "date of change", "changed on", "since"),
        "involvement": ("service user involvement", "big i", "level of involvement", "involvement level"),
        "note": ("notes", "comment", "comments"),
    },
    "workshops": {
        "workshop_id": ("id", "event id", "workshop ref", "reference"),
        "workshop_date": ("date", "event date", "date of workshop", "held on"),
        "title": ("workshop", "workshop title", "event", "event title", "event name"),
        "workshop_type": ("type", "event type", "type of workshop"),
        "mode": ("format", "in person or online", "how held"),
        "staff": ("number of staff", "staff attended", "staff count"),
        "service_users": ("service users attended", "number of service users", "service user count"),
        "carers": ("carers attended", "number of carers", "carer count"),
        "others": ("other", "partners", "guests"),
    },
    "fft": {
        "very_good": ("1 very good",),
        "good": ("2 good",),
        "neither": ("neither good nor poor", "3 neither good nor poor"),
        "poor": ("4 poor",),
        "very_poor": ("5 very poor",),
        "dont_know": ("don't know", "6 dont know", "do not know"),
    },
    "dialog": {
        "item": ("dialog item", "question", "question number"),
        "answered": ("answers", "number answered", "n", "responses"),
        "mean_score": ("mean", "average", "average score"),
        "satisfied": ("number satisfied", "satisfied 5 to 7"),
    },
    "staff_survey": {
        "answers": ("answered", "responses", "number of answers", "n"),
        "positive": ("satisfied", "number positive", "agree"),
    },
    "pulse": {
        "question": ("statement", "sentence", "question asked"),
        "neither": ("neither agree nor disagree", "neutral", "not sure"),
        "agree": ("tend to agree",),
        "disagree": ("tend to disagree",),
    },
    "payments": {
        "claims": ("claims due", "number of claims", "payments due", "due"),
        "paid_on_time": ("on time", "claims paid on time", "payments on time"),
    },
    "staying": {
        "month": ("month joined", "joined in"),
        "joined": ("people who joined", "number joined", "new people"),
        "after_3_months": ("still involved after 3 months", "3 months"),
        "after_6_months": ("still involved after 6 months", "6 months"),
        "after_12_months": ("still involved after 12 months", "12 months", "a year"),
    },
    "change_ideas": {
        "idea_id": ("id", "change idea id", "reference", "ref"),
        "title": ("change idea", "idea", "name"),
        "status": ("state", "stage"),
        "what_happened": ("result", "outcome", "learning"),
    },
    "targets": {
        "measure": ("measure id", "indicator"),
        "from_date": ("from", "date", "since"),
        "value": ("target", "target value", "aim"),
        "agreed_by": ("agreed with", "group"),
        "area": ("area code", "area name", "directorate"),
    },
}


def names_of(kind: str, column: str) -> tuple[str, ...]:
    """What else a column of a kind may be called: first what only this kind says, then what all say."""
    return tuple(dict.fromkeys((*BY_KIND.get(kind, {}).get(column, ()), *SHARED.get(column, ()))))
