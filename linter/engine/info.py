"""What a rule says of itself, for those who show rules and do not run them."""

from __future__ import annotations

from linter.engine.ruleset import Rule
from linter.engine.told import clauses
from linter.engine.types import Example
from linter.model import Citation, RuleExample, RuleInfo, Softening


def rule_info(rule: Rule, lineage: frozenset[str]) -> RuleInfo:
    """Return *rule* as it stands under a regime: its force and citations are those that hold there.

    *lineage* are the codes of the regime and of those that it extends.
    """
    file = rule.file
    force, basis = file.standing(lineage)
    examples = file.examples
    return RuleInfo(
        code=file.code,
        name=file.name,
        kind=file.kind,
        class_=file.class_,
        semu=file.semu,
        priority=file.priority,
        confidence=file.confidence,
        parts=file.parts,
        regimes=file.regimes,
        severity=file.severity,
        softened=tuple(Softening(s.severity, clauses(s.when)) for s in file.severity_when),
        status=file.status,
        since=file.since,
        force=force,
        basis=basis,
        citations=tuple(Citation(b.source, b.place, b.force, b.regimes) for b in file.basis),
        when=clauses(file.when),
        unless=clauses(file.unless),
        replaces=file.replaces,
        message=file.message,
        why=file.why,
        suggest=file.suggest,
        ladder=file.ladder,
        safety=file.fix.safety if file.fix else None,
        bad=tuple(map(_example, (*examples.bad, *examples.yes))),
        good=tuple(map(_example, (*examples.good, *examples.no))),
        path=rule.path,
    )


_BESIDE = (
    "part", "aspek", "target", "sumber_data", "rk", "bagian", "asal", "regime", "jabatan", "unit", "jenjang", "periode",
    "abaikan",
)  # fmt: skip
"""The fields of an example that its page shows beside its text."""


def _example(example: Example) -> RuleExample:
    """Return an example with what its file says of its surroundings, "target: 90 %"."""
    given = ((name, getattr(example, name)) for name in _BESIDE)
    beside = (f"{name}: {value}" for name, value in given if value is not None)
    text = example.text if example.dokumen is None else example.dokumen.rstrip()
    if example.berkas:
        text = "\n---\n".join(draft.rstrip() for draft in example.berkas)
    return RuleExample(text or "", (*beside, *(f"uraian_tugas: {duty}" for duty in example.uraian_tugas)))
