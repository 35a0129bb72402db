"""The frozen nouns that all rooms share; no behaviour beyond looking at themselves.

Those that are made by the thousand are no business of the garbage collector (``gc=False``): being frozen, none can refer to
what refers to it, and each goes with the last name for it.
"""

from linter.model.errors import UserError
from linter.model.findings import (
    SEVERITIES,
    WEIGHTS,
    Checked,
    Criterion,
    Edit,
    Finding,
    Fix,
    Runner,
    Step,
    Verdict,
    level,
)
from linter.model.items import PARTS, TEXT_PARTS, Document, Header, Item, NotChecked
from linter.model.origin import Origin
from linter.model.outline import Outline, Share
from linter.model.parse import Branch, Indicator, Measured, Moment, Parse, Phrase, Qualifier, Target
from linter.model.people import People, Person
from linter.model.reviewed import ListedRow, Listing, Marking, Noted, Remark, Reviewed
from linter.model.rules import Citation, Clause, RuleExample, RuleInfo, Softening
from linter.model.said import Said
from linter.model.score import GroupScore, Index, Score, SlotScore, Taken, TextScore
from linter.model.silence import Silence, comment_silence, listed_at, silence_of
from linter.model.tree import Pointer, Tree
from linter.model.words import Reading, Word

__all__ = [
    "PARTS", "SEVERITIES", "TEXT_PARTS", "WEIGHTS", "Branch", "Checked", "Citation", "Clause", "Criterion", "Document",
    "Edit", "Finding", "Fix", "GroupScore", "Header", "Index", "Indicator", "Item", "ListedRow", "Listing", "Marking",
    "Measured", "Moment", "NotChecked", "Outline", "Noted", "Origin", "Parse", "People", "Person", "Phrase", "Pointer",
    "Qualifier", "Reading", "Remark", "Reviewed", "RuleExample", "RuleInfo", "Runner", "Said", "Score", "Share", "Silence",
    "SlotScore", "Softening", "Step", "Taken", "Target", "TextScore", "Tree", "UserError", "Verdict", "Word",
    "comment_silence", "level", "listed_at", "silence_of",
]  # fmt: skip
