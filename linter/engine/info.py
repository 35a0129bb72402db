"""What a rule says of itself, for those who show rules and do not run them."""

from __future__ import annotations

from linter.engine.load import Rule
from linter.model import RuleInfo


def rule_info(rule: Rule, regime: str) -> RuleInfo:
    """Return *rule* as it stands under *regime*: its force and citations are those that hold there."""
    file = rule.file
    force, basis = file.standing(regime)
    return RuleInfo(
        code=file.code,
        name=file.name,
        kind=file.kind,
        class_=file.class_,
        semu=file.semu,
        parts=file.parts,
        severity=file.severity,
        status=file.status,
        since=file.since,
        force=force,
        basis=basis,
        message=file.message,
        why=file.why,
        safety=file.fix.safety if file.fix else None,
        bad=tuple(e.text or "" for e in (*file.examples.bad, *file.examples.yes)),
        good=tuple(e.text or "" for e in (*file.examples.good, *file.examples.no)),
        path=rule.path,
    )
