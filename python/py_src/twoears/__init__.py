"""Listens to a customer's message, understands it, decides what to do, and suggests a reply.

>>> from twoears import Desk
>>> desk = Desk()  # once; any thread may use it
>>> case = desk.triage("Third time I write!! My card was charged twice.", channel="x")
>>> case.urgency.label, case.route.label
('high', 'private')

`Desk` is built once from settings, answers and a model. `Desk.triage` makes a `Case` of a message: what it means, what
to do with it, and drafts of a reply. `Desk.triage_batch` does so for many, on all cores. All results are frozen.

`Desk.parse` reads the payloads of helpdesks and platforms (`PLATFORMS`) into messages, `Inbox` joins these into open
cases, and `Queue` keeps cases in order of priority as time passes.

It runs in process and offline, in microseconds, and gives the same answer every time. It sends nothing and stores
nothing; it does not replace the person who answers.
"""

from ._twoears import (
    Attention,
    Basis,
    Case,
    Clock,
    Clocks,
    CustomHead,
    CustomReading,
    Declared,
    Desk,
    Draft,
    Escalation,
    Explanation,
    Fallback,
    HeldOut,
    History,
    Inbox,
    Intent,
    Item,
    Ledger,
    Lint,
    Mark,
    Message,
    Offer,
    Open,
    PLATFORMS,
    Part,
    Place,
    PrivateData,
    Promise,
    Promised,
    Queue,
    QueueEntry,
    Reason,
    Redacted,
    Route,
    Scored,
    Sentiment,
    Weight,
    Window,
    Without,
    __version__,
)
from .errors import InputError, ModelError, RestoreError, SettingsError, TwoEarsError

__all__ = [
    "Attention",
    "Basis",
    "Case",
    "Clock",
    "Clocks",
    "CustomHead",
    "CustomReading",
    "Declared",
    "Desk",
    "Draft",
    "Escalation",
    "Explanation",
    "Fallback",
    "HeldOut",
    "History",
    "Inbox",
    "InputError",
    "Intent",
    "Item",
    "Ledger",
    "Lint",
    "Mark",
    "Message",
    "ModelError",
    "Offer",
    "Open",
    "PLATFORMS",
    "Part",
    "Place",
    "PrivateData",
    "Promise",
    "Promised",
    "Queue",
    "QueueEntry",
    "Reason",
    "Redacted",
    "RestoreError",
    "Route",
    "Scored",
    "Sentiment",
    "SettingsError",
    "TwoEarsError",
    "Weight",
    "Window",
    "Without",
    "__version__",
]
