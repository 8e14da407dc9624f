"""What quality improvement projects are about: a title and what the aim promises, by kind of service."""

Topic = tuple[str, str]

GENERAL: tuple[Topic, ...] = (
    ("Shorter waits for a first appointment", "Halve the usual wait for a first appointment"),
    ("Fewer missed appointments", "Cut missed appointments by a quarter"),
    ("Clearer appointment letters", "Nine in ten people say that their letter is easy to understand"),
    ("Answering the telephone sooner", "Answer eight in ten calls within two minutes"),
    ("A warmer welcome in the waiting room", "Nine in ten people feel welcome when they arrive"),
    ("Better information at the first visit", "Everyone leaves the first visit with written information"),
    ("Carers as partners in care", "Offer every carer a conversation within four weeks"),
    ("More feedback from service users and carers", "Double the number of people who give feedback"),
    ("Acting on complaints within a month", "Answer nine in ten complaints within a month"),
    ("Enjoying work together", "Raise the share of staff who enjoy their week to three quarters"),
    ("Shorter and better team meetings", "Cut the time spent in meetings by a third"),
    ("Interpreters when they are needed", "Book an interpreter for every visit that needs one"),
    ("Smoother transfer between teams", "Complete nine in ten transfers within two weeks"),
    ("Fewer steps in the referral form", "Return fewer than one referral in twenty"),
    ("Letters written to the person", "Address nine in ten letters to the person, not to the doctor"),
    ("Reasonable adjustments from the first contact", "Record what people need before nine in ten visits"),
    ("Lower carbon from travel", "Cut car miles by a fifth"),
    ("Welcome packs for new staff", "Give every new starter a pack that service users helped to write"),
    ("Text reminders that people can answer", "Answer nine in ten replies on the same day"),
    ("A safer way to hand over", "Use the agreed list at nine in ten handovers"),
    ("Support for staff after hard days", "Offer a talk within two days of every incident"),
    ("Quieter rooms for talking", "Nine in ten people say that nobody could overhear them"),
    ("Shared notes that people can read", "Let everyone see what was written at their visit"),
    ("Help to stop smoking", "Offer help to everyone who smokes"),
    ("Asking about loneliness", "Ask everyone at the yearly review and agree one step"),
    ("Green spaces and gardening", "Run a garden group every week"),
    ("Easy read leaflets", "Rewrite the ten leaflets that are used most"),
    ("Video visits that work first time", "Start nine in ten video visits on time"),
    ("Fewer lost test results", "Act on nine in ten results within three days"),
    ("Young carers noticed", "Ask about young carers at every first visit"),
    ("Waiting well", "Ring everyone who waits longer than four weeks"),
    ("Ethnicity recorded and used", "Record ethnicity for nineteen in twenty people"),
)

BY_SERVICE: dict[str, tuple[Topic, ...]] = {
    "adult": (
        ("Better physical health checks", "Complete nine in ten yearly health checks on time"),
        ("Safety plans made together", "Write nine in ten safety plans with the person"),
        (
            "DIALOG conversations that lead to action",
            "Follow nine in ten conversations with an agreed action",
        ),
        ("Less restraint and more calm", "Halve the use of restraint"),
        ("Peer support at discharge", "Offer peer support to everyone who leaves hospital"),
        ("Medicine reviews in plain words", "Review medicines with nine in ten people each year"),
        ("Follow-up within three days of leaving hospital", "See nine in ten people within three days"),
        ("Housing and money advice in the team", "Offer advice to everyone who asks within two weeks"),
        ("Shorter stays out of area", "Halve the nights spent out of area"),
        ("Depot clinic without the wait", "See nine in ten people within fifteen minutes"),
        ("Steps back to work", "Help one person in five who wants work to find it"),
        ("Writing care plans together", "Nine in ten people say that the plan is theirs"),
    ),
    "community": (
        ("Fewer pressure ulcers at home", "Cut new pressure ulcers by a third"),
        ("Wound care that heals sooner", "Heal half of leg ulcers within twelve weeks"),
        ("Insulin visits on time", "Make nine in ten insulin visits within the hour"),
        ("Falls prevented together", "Cut falls at home by a fifth"),
        ("Continence care with dignity", "See nine in ten people within six weeks"),
        (
            "Rehabilitation goals in people's own words",
            "Agree goals in people's own words at every first visit",
        ),
        ("Planning ahead for the end of life", "Record the wishes of eight in ten people"),
        ("Equipment delivered first time", "Deliver the right equipment first time, nine times in ten"),
        ("Foot care for people with diabetes", "See every urgent foot within two working days"),
        ("Catheter care without crisis", "Halve the urgent call-outs for blocked catheters"),
    ),
    "children": (
        ("Shorter waits for an autism assessment", "Cut the usual wait by a quarter"),
        ("School and clinic working together", "Share a plan with nine in ten schools"),
        ("Young people shaping their own goals", "Set goals with nine in ten young people"),
        ("Parents' group that parents run", "Let parents lead every group by the end of the year"),
        ("Getting ready for adult services", "Start planning a year before for nine in ten young people"),
        ("Speech and language advice sooner", "Give first advice within four weeks"),
        ("Calmer waiting for children", "Eight in ten children feel calm while they wait"),
        ("Therapy at times that suit families", "Offer a time after school to every family"),
    ),
    "therapies": (
        ("More people finishing treatment", "Three in four people finish their treatment"),
        ("Groups in more languages", "Run a group in four more languages"),
        ("Recovery for older people", "Double the number of older people who start"),
        ("Shorter gap between assessment and treatment", "Start eight in ten treatments within four weeks"),
        ("Reaching people who do not usually come", "Raise self-referrals from three communities by half"),
        ("Choice of telephone, video or room", "Offer a choice to everyone at the first call"),
    ),
    "addictions": (
        ("Naloxone in every home that needs it", "Offer a kit to everyone who could need one"),
        ("Hepatitis C tests and treatment", "Test nine in ten people within a month"),
        ("Staying in treatment for twelve weeks", "Raise the share who stay to eight in ten"),
        ("A welcome from someone who has been there", "Offer a peer at every first visit"),
        ("Same-day start", "Start half of treatments on the day that people come"),
        ("Families and friends at the table", "Offer a family meeting to everyone who wants one"),
    ),
    "forensic": (
        ("Safer wards with safety huddles", "Cut violence on the wards by a third"),
        ("More fresh air every day", "Offer leave or garden time to everyone every day"),
        ("Meaningful activity at weekends", "Offer three activities on every weekend day"),
        ("Less time in seclusion", "Halve the hours in seclusion"),
        ("Planning discharge from the first week", "Agree a date to aim for with everyone in eight weeks"),
    ),
    "corporate": (
        ("Paying people for involvement on time", "Pay nine in ten claims within ten working days"),
        ("Quicker recruitment", "Cut the time from advert to start by three weeks"),
        ("Service users on every interview panel", "Put a service user or carer on nine in ten panels"),
        ("Repairs that are done first time", "Finish nine in ten repairs at the first visit"),
        ("Information systems that help the team", "Close eight in ten requests within two days"),
    ),
}

_SERVICE_OF = {
    "LCH": "community",
    "BCH": "community",
    "PC": "community",
    "CAMHS": "children",
    "SCYPS": "children",
    "TT": "therapies",
    "ADD": "addictions",
    "FOR": "forensic",
    "CORP": "corporate",
}


def topics_for(directorate: str) -> tuple[Topic, ...]:
    """Topics that suit a directorate (code): its own kind of service first, then the general ones."""
    return BY_SERVICE[_SERVICE_OF.get(directorate, "adult")] + GENERAL
