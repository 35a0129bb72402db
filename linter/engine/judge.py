"""Judging: the class of a statement by its rules, then the findings; always afresh, never remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

import msgspec

from linter.engine import types as t
from linter.engine.compiled import Compiled, Meter
from linter.engine.conditions import matches
from linter.engine.criteria import compile_criterion
from linter.engine.facts import Facts
from linter.engine.fixes import fix_of
from linter.engine.ladders import BLANK
from linter.engine.messages import Speech, fill
from linter.engine.profiles import matching
from linter.engine.ruleset import Rule, RuleSet
from linter.engine.selection import Selection
from linter.engine.spots import SPOTS, spots_of
from linter.language.inflect import Inflection
from linter.model import WEIGHTS, Criterion, Finding, Fix, Runner, Said, Silence, Step, Verdict

_UNKNOWN_HEAD = 0.10
_DOUBTFUL = 0.69
"""The most that a reading may be sure of where its head word was guessed, or is a bare root that may be a noun."""
_INCOMPLETE = 0.10
_RUNNERS = 3


class Trace(msgspec.Struct, frozen=True):
    """How one class rule fared: whether it held, and whether it was the one that decided."""

    file: t.RuleFile
    held: bool
    decided: bool


class Judge:
    """Rules that were chosen for a profile, compiled, with the word lists they name and the forms they speak in."""

    def __init__(
        self,
        rules: RuleSet,
        chosen: Sequence[Rule],
        inflection: Inflection,
        lang: str = "id",
        meter: Meter | None = None,
    ) -> None:
        self._rules = rules
        self._lang = lang
        self._speech = Speech(inflection, rules.facts)
        self._chosen = frozenset(r.file.code for r in chosen)
        self._standings: dict[tuple[str, str], tuple[t.Force, tuple[str, ...]]] = {}
        known = rules.vocabulary
        self._sieve = known.sieve
        voting = [r for r in rules.rules.values() if r.file.status == "stable" or r.file.code in self._chosen]
        self._selection = Selection(rules, chosen, voting, known, meter)
        self._criteria = [
            compile_criterion(file, frozenset(matching(file.notes, rules.rules)), known)
            for file in rules.criteria.values()
        ]

    def forget(self) -> None:
        """Drop what is remembered of words."""
        self._sieve.forget()

    def judge(self, facts: Facts, silences: Sequence[Silence] = ()) -> tuple[Verdict | None, tuple[Finding, ...]]:
        """Return the verdict (None for parts that have no class) and the findings about *facts*."""
        verdict, decided = self._classify(facts)
        facts.verdict = verdict
        findings: list[Finding] = []
        if decided is not None and decided.file.severity is not None and decided.file.code in self._chosen:
            findings.extend(self._finding(decided, facts))
        flags = self._selection.speakers(facts)
        for flag in flags.tried(self._sieve.met(facts)):
            if flag.holds(facts):
                findings.extend(self._finding(flag.rule, facts))
        if len(findings) > 1:
            findings = self._without_replaced(findings)
            findings.sort(key=lambda f: (f.start, -WEIGHTS[f.severity], f.code))
        return verdict, tuple(_silenced(f, silences) for f in findings) if silences else tuple(findings)

    def classify(self, facts: Facts) -> Verdict | None:
        """Return the verdict alone."""
        return self._classify(facts)[0]

    def trace(self, facts: Facts) -> tuple[Trace, ...]:
        """Return how every class rule fared on *facts*, by priority."""
        facts.verdict, decided = self._classify(facts)
        holding = {one.rule.file.code for one in self._selection.voters(facts) or () if one.holds(facts)}
        return tuple(Trace(c.file, c.file.code in holding, c is decided) for c in self._selection.classes(facts))

    def _standing(self, file: t.RuleFile, regime: str) -> tuple[t.Force, tuple[str, ...]]:
        """Return the force and the citations of a rule under *regime*."""
        key = (file.code, regime)
        if key not in self._standings:
            self._standings[key] = file.standing(self._rules.lineage(regime))
        return self._standings[key]

    def _without_replaced(self, findings: list[Finding]) -> list[Finding]:
        dropped = {(code, f.start, f.end) for f in findings for code in self._rules.rules[f.code].file.replaces}
        return [f for f in findings if (f.code, f.start, f.end) not in dropped]

    def _classify(self, facts: Facts) -> tuple[Verdict | None, Compiled | None]:
        voting = self._selection.voters(facts)
        if voting is None:
            return None, None
        met = self._sieve.met(facts)
        holding = (one.rule for one in voting if one.bit & met and one.holds(facts))
        decided = next(holding, None)
        if decided is None:
            return Verdict(None, confidence=0.3), None
        file = decided.file
        others = islice((rule.file for rule in holding if rule.file.class_ != file.class_), _RUNNERS)
        runners = tuple(Runner(other.code, other.class_) for other in others)
        return Verdict(file.class_, file.semu, _confidence(file, facts), file.code, file.name, runners), decided

    def _finding(self, rule: Compiled, facts: Facts) -> list[Finding]:
        severity = next((s for test, s in rule.severity_when if test(facts)), rule.file.severity)
        if severity is None or severity == "off":
            return []
        force, basis = self._standing(rule.file, facts.regime)
        severity = _capped(severity, force, rule.file, facts)
        start, end, matched = self._span(rule, facts)
        steps = self._climbed(rule.file.ladder, facts) if rule.file.ladder else ()
        return [
            Finding(
                code=rule.file.code,
                name=rule.file.name,
                severity=severity,
                force=force,
                start=start,
                end=end,
                message=self._say(rule.file.message, facts, matched) or rule.file.name,
                why=self._say(rule.file.why, facts, matched) or "",
                basis=basis,
                suggestions=_sentences(steps)
                or tuple(s for w in rule.file.suggest if (s := fill(w.said(self._lang), facts, self._speech, matched))),
                ladder=steps,
                fix=self._fix(rule, facts, (start, end)),
            )
        ]

    def criteria(self, facts: Facts, noted: Sequence[Finding]) -> tuple[Criterion, ...]:
        """Return how the row of *facts* stands in every criterion of its regime, with the findings *noted* about it."""
        lineage = self._rules.lineage(facts.regime)
        return tuple(
            one.judge(facts, noted, self._speech, self._lang)
            for one in self._criteria
            if not one.file.regimes or not lineage.isdisjoint(one.file.regimes)
        )

    def climb(self, name: str, facts: Facts) -> tuple[Step, ...]:
        """Return the steps of the ladder *name* from *facts*, whose verdict is found anew."""
        facts.verdict = self.classify(facts)
        return self._climbed(name, facts)

    def _climbed(self, name: str, facts: Facts) -> tuple[Step, ...]:
        return self._selection.ladder(name, facts).climb(facts, self._speech, self._lang)

    def _say(self, words: Said | None, facts: Facts, matched: str) -> str | None:
        if words is None:
            return None
        return fill(words.said(self._lang), facts, self._speech, matched, blank="…")

    def _span(self, rule: Compiled, facts: Facts) -> tuple[int, int, str]:
        """Return the marked span and its text: what the pattern matched, a spot, else the part that the rule names."""
        text = facts.item.text
        start, end = next(self._matched(rule, facts), None) or facts.span(
            rule.file.mark or ("verb" if facts.parse.verb else "object")
        )
        return start, end, text[start:end]

    def _matched(self, rule: Compiled, facts: Facts) -> Iterator[tuple[int, int]]:
        """Yield the spots that the rule names, or what its patterns match: where it names no place, or has no such spot."""
        mark = rule.file.mark
        spots = spots_of(mark or "", facts)
        yield from ((spot.start, spot.end) for spot in spots)
        if not spots and (mark in {None, "cocok"} or mark in SPOTS):
            for find in rule.finders:
                yield from matches(find, facts)

    def _fix(self, rule: Compiled, facts: Facts, marked: tuple[int, int]) -> Fix | None:
        """Return the fix of every place that the rule's patterns match; of the marked one where none of them marks."""
        hint = rule.file.fix
        if hint is None or hint.kind == "rewrite":
            return None
        spans = dict.fromkeys((marked, *self._matched(rule, facts)))
        spots = spots_of(rule.file.mark or "", facts) if hint.kind == "repair" else ()
        better = {(spot.start, spot.end): spot.better for spot in spots if spot.better is not None}
        return fix_of(hint, self._rules.pairs, facts.item.text, spans, better)


def _sentences(steps: Sequence[Step]) -> tuple[str, ...]:
    """Return the sentences that a ladder leads to, from the first that can be a rencana kinerja on, whole ones first."""
    texts = [step.text for step in steps if step.text is not None and step.step not in _ON_THE_WAY]
    return tuple(dict.fromkeys(sorted(texts, key=lambda text: BLANK in text)))


_ON_THE_WAY = frozenset({"output"})
"""Steps that lead further: what they say is no better sentence yet."""


def _confidence(file: t.RuleFile, facts: Facts) -> float:
    """Return the rule's confidence, lowered for an incomplete parse and for a head word that was guessed."""
    confidence = file.confidence or 0.3
    parse = facts.parse
    if not parse.complete:
        confidence -= _INCOMPLETE
    head = parse.verb or parse.object
    if head is not None:
        word = parse.words[head.head]
        root = word.tag == "V_ROOT" and not word.reading.affixes and "bare" not in word.reading.features
        if word.reading.guessed or (root and parse.form != "pasif_persona"):
            confidence = min(confidence - _UNKNOWN_HEAD, _DOUBTFUL)
    return _rounded(confidence)


@lru_cache(256)
def _rounded(confidence: float) -> float:
    """Return a confidence as it is reported; there are few of them, and rounding takes longer than finding one again."""
    return round(min(0.98, max(0.3, confidence)), 2)


def _capped(severity: str, force: str, file: t.RuleFile, facts: Facts) -> str:
    """Lower a severity that is not earned (decision 2): an error needs an obligation, or a class at confidence tinggi."""
    if severity != "error":
        return severity
    if file.kind == "class":
        confidence = facts.verdict.confidence if facts.verdict else 0.0
        earned = "error" if confidence >= 0.85 else "warning" if confidence >= 0.70 else "info"
        return "warning" if earned == "error" and force == "saran" else earned
    return "error" if force in {"wajib", "konsistensi"} else "warning"


def _silenced(finding: Finding, silences: Sequence[Silence]) -> Finding:
    for silence in silences:
        if silence.covers(finding.code, finding.name):
            return msgspec.structs.replace(finding, suppressed=silence.reason or "")
    return finding
