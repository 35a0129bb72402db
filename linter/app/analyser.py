"""The analyser: reads a text once, judges it afresh each time, and can say why."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import msgspec

from linter import __version__
from linter.app.keys import content_key
from linter.app.meter import Meter
from linter.app.reading import Reader
from linter.app.resources import Resources, load_resources
from linter.app.settings import DEFAULT_REGIME, Settings, chosen_rules
from linter.app.silences import Ledger
from linter.app.sitting import Examiner, Sitting
from linter.app.unit import Unit
from linter.documents.draft import load_draft_tree, read_draft
from linter.engine import (
    ALONE,
    Around,
    ExampleOutcome,
    Facts,
    Judge,
    Notice,
    RuleFile,
    SilenceUse,
    matching,
    review,
    rule_info,
    run_examples,
    run_ladder,
    with_rule,
)
from linter.language import Inflection
from linter.model import (
    Checked,
    Document,
    Finding,
    Header,
    Indicator,
    Item,
    Parse,
    RuleInfo,
    Said,
    Silence,
    Step,
    Tree,
    UserError,
)
from linter.model.nearest import hint_among
from linter.report.base import Run


class TraceLine(msgspec.Struct, frozen=True):
    """One class rule on one text: whether it held, and whether it was the one that decided."""

    code: str
    name: str
    class_: str | None
    priority: int
    held: bool
    decided: bool


class Explained(msgspec.Struct, frozen=True):
    """A checked text with the trace of the class rules."""

    checked: Checked
    trace: tuple[TraceLine, ...]


class Analyser:
    """Rules, grammar and word tables, loaded once; ``check`` is pure but for bounded memories of readings."""

    def __init__(
        self, settings: Settings | None = None, resources: Resources | None = None, meter: Meter | None = None
    ) -> None:
        self.settings = settings or Settings()
        asked = self.settings
        self.resources = resources or load_resources(asked.rule_dirs, words=asked.words, plugins=asked.plugins)
        rules = self.resources.rules
        self._chosen = chosen_rules(self.settings, rules)
        self.reader = Reader(self.resources)
        self._lineages: dict[str, frozenset[str]] = {}
        self._meter = meter
        self._judge = self._judging()
        regime = self.settings.regime or DEFAULT_REGIME
        self.run = Run(regime, self.settings.profile, __version__, self.resources.digest, self.settings.lang)

    def under(self, settings: Settings) -> Analyser:
        """Return an analyser that reads as this one, and judges under other *settings*; words and rules are the same.

        Readings are remembered by both together. Raises UserError for a name in *settings* that is not known.
        """
        other = copy.copy(self)
        other.settings = settings
        other._chosen = chosen_rules(settings, self.resources.rules)
        other._judge = other._judging()
        return other

    def with_rule(self, tree: Tree) -> Analyser:
        """Return an analyser that has the rule in *tree* too, or instead of its own of that code; raises UserError."""
        other = copy.copy(self)
        other.resources = msgspec.structs.replace(self.resources, rules=with_rule(self.resources.rules, tree))
        other._chosen = chosen_rules(self.settings, other.resources.rules)
        other._judge = other._judging()
        return other

    def _judging(self) -> Judge:
        inflection = Inflection(self.resources.lexicon)
        return Judge(self.resources.rules, self._chosen, inflection, self.settings.lang, self._meter)

    @property
    def chosen(self) -> frozenset[str]:
        """The codes of the rules that the profile, ``select`` and ``ignore`` leave on."""
        return frozenset(rule.file.code for rule in self._chosen)

    @property
    def rules(self) -> tuple[RuleInfo, ...]:
        """Every rule that was loaded, as it stands under the regime of the settings."""
        rules = self.resources.rules
        lineage = rules.lineage(self.run.regime)
        return tuple(rule_info(rule, lineage) for rule in rules.rules.values())

    @property
    def rule_files(self) -> dict[str, RuleFile]:
        """Every rule that was loaded, as its file says it, by code."""
        return {code: rule.file for code, rule in self.resources.rules.rules.items()}

    def refuse_regime(self, regime: str | None) -> None:
        """Raise UserError where a document names a regime that is not known."""
        known = self.resources.rules.regimes
        if regime is not None and regime not in known:
            message = Said(f"rezim '{regime}' tidak dikenal", f"the regime '{regime}' is not known")
            raise UserError(message, hint=hint_among(regime, known))

    def check(self, item: Item, header: Header | None = None, regime: str | None = None) -> Checked:
        """Return *item* read and judged, under the regime of the call, the settings, the item or the header."""
        return self.examine(item, header, regime)[0]

    def examine(
        self, item: Item, header: Header | None = None, regime: str | None = None, around: Around = ALONE
    ) -> tuple[Checked, Facts]:
        """Return *item* read and judged among what stands *around* it, and the facts that it was judged by."""
        s = self.settings
        head = self._head(header)
        if s.asal != "sendiri" and item.asal == "sendiri":
            item = msgspec.structs.replace(item, asal=s.asal)
        self.refuse_regime(regime)
        active = regime or self._regime(item, head)
        facts, indicator = self._facts(item, head, active, around)
        verdict, findings = self._judge.judge(facts, item.silences)
        parse = facts.parse if item.part not in ("aspek", "target") else None
        key = content_key(item) if findings else ""
        return Checked(item, active, verdict, parse, indicator, findings, key), facts

    def examine_row(self, item: Item, header: Header, around: Around, noted: Sequence[Finding]) -> Checked:
        """Return what the rules say of the rencana kinerja *item* with the indicators under it (part "baris").

        *noted* are the findings about each of them, which the view of its criteria counts in.
        """
        row = msgspec.structs.replace(item, part="baris")
        checked, facts = self.examine(row, header, around=around)
        return msgspec.structs.replace(checked, criteria=self._judge.criteria(facts, (*noted, *checked.findings)))

    def sitting(self, header: Header | None = None, examiner: Examiner | None = None) -> Sitting:
        """Return the examination of one document, which is given its texts in their order; see ``Sitting``."""
        return Sitting(self, header or Header(), examiner)

    def ledger(self) -> Ledger:
        """Return an empty ledger for the silences of one document; rules about units speak after it, and are not counted."""
        rules = self.resources.rules.rules.values()
        here = (r.file.code for r in self._chosen if r.file.parts != ("unit",))
        return Ledger(((r.file.code, r.file.name) for r in rules), here)

    def check_all(self, item: Item, header: Header | None = None, regime: str | None = None) -> tuple[Checked, ...]:
        """Return *item* checked, and after it each of its silences that something is wrong with."""
        checked = self.check(item, header, regime)
        if not item.silences:
            return (checked,)
        ledger = self.ledger()
        ledger.see(item.silences, checked)
        return checked, *(self.check_silence(silence, use, header) for silence, use in ledger.faulty())

    def draft(self, source: str) -> tuple[Header, tuple[Item, ...]]:
        """Return the header and the texts of a draft in YAML; raises UserError where it cannot be read."""
        from linter.documents.papers import are_papers, read_papers  # only rules' examples need it

        tree = load_draft_tree(source, "contoh.yaml", json=False)
        document = next(read_papers(tree, "yaml", source)) if are_papers(tree) else read_draft(tree, "yaml", source)
        return document.header, tuple(document.items)

    def check_draft(self, header: Header, items: Iterable[Item], regime: str | None = None) -> tuple[Checked, ...]:
        """Return every text of a draft checked under *regime* (its own by default), its rows, and what the whole shows."""
        sitting = self.sitting(msgspec.structs.replace(header, regime=regime or header.regime))
        return (*(checked for item in items for checked in sitting.check(item)), *sitting.close())

    def check_unit(
        self, drafts: Sequence[tuple[Header, Sequence[Item]]], regime: str | None = None
    ) -> tuple[Checked, ...]:
        """Return every text of several drafts of one unit checked, and behind them what their links show."""
        unit, found = Unit(), list[Checked]()
        for n, (given, items) in enumerate(drafts):
            header = msgspec.structs.replace(given, regime=regime or given.regime)
            paper = unit.open(Document(f"{n}.yaml", "yaml", iter(()), header), self)
            for item in items:
                unit.add(paper, item)
            found += self.check_draft(header, items)
        told = (one for folder in unit.folders for one in unit.close(folder))
        return (*found, *(one[1] for one in told if isinstance(one, tuple)))

    def check_silence(self, silence: Silence, use: SilenceUse, header: Header | None = None) -> Checked:
        """Return what the rules say of a note that silences rules, as an item of the part "baris"."""
        item = Item(text=silence.text, part="baris", at=silence.at, origin=silence.origin)
        head = self._head(header)
        active = self._regime(item, head)
        facts = self._bare(item, self.reader.parse(""), head, active, silence=use)
        _, findings = self._judge.judge(facts)
        return Checked(item, active, findings=findings, key=content_key(item) if findings else "")

    def check_text(
        self,
        text: str,
        *,
        part: str | None = None,
        aspek: str | None = None,
        target: str | None = None,
        rk: str | None = None,
    ) -> Checked:
        """Return *text* checked as a single item."""
        s, at = self.settings, {"line": 1, "column": 1}
        return self.check(Item(text, part or s.part, at, aspek=aspek or s.aspek, target=target or s.target, rk=rk))

    def explain(self, text: str, header: Header | None = None, section: str | None = None) -> Explained:
        """Return the rencana kinerja *text* checked, with how each class rule fared, in a document with *header*."""
        s, at = self.settings, {"line": 1, "column": 1}
        item = Item(text, "rencana_kinerja", at, aspek=s.aspek, target=s.target, section=section)
        checked = self.check(item, header)
        facts, _ = self._facts(checked.item, self._head(header), checked.regime, ALONE)
        lines = (
            TraceLine(t.file.code, t.file.name, t.file.class_, t.file.priority or 0, t.held, t.decided)
            for t in self._judge.trace(facts)
        )
        return Explained(checked, tuple(lines))

    def forget(self) -> None:
        """Drop what is remembered of texts and words; nothing that is said depends on it."""
        self.reader.forget()
        self._judge.forget()

    def codes(self, selectors: Sequence[str]) -> frozenset[str]:
        """Return the codes that *selectors* (codes, names, family letters) name."""
        return frozenset(matching(selectors, self.resources.rules.rules))

    def test(self, codes: frozenset[str] = frozenset()) -> Iterator[ExampleOutcome]:
        """Yield the outcome of every example of the rules in *codes* (all where it is empty)."""
        rules = self.resources.rules.rules
        stable = frozenset(c for c, r in rules.items() if r.file.status == "stable")
        for code, rule in rules.items():
            if not codes or code in codes:
                yield from run_examples(rule, self, stable)
        used = {rule.file.ladder for code, rule in rules.items() if not codes or code in codes}
        for name, ladder in self.resources.rules.ladders.items():
            if name in used:
                yield from run_ladder(ladder, partial(self._climb, name))

    def _climb(self, ladder: str, item: Item, header: Header) -> tuple[Step, ...]:
        facts, _ = self._facts(item, header, self._regime(item, header), ALONE)
        return self._judge.climb(ladder, facts)

    def review(self) -> tuple[Notice, ...]:
        """Return what can be improved in the rules that were loaded."""
        return tuple(review(self.resources.rules))

    def _regime(self, item: Item, header: Header) -> str:
        """Return the regime that is active for *item*: that of the settings, the item, the header, or the default."""
        return self.settings.regime or item.regime or header.regime or DEFAULT_REGIME

    def _head(self, header: Header | None) -> Header:
        """Return the header with what the settings say of the writer's own side."""
        s, head = self.settings, header or Header()
        if s.own_titles or s.own_units:
            return msgspec.structs.replace(head, own_titles=s.own_titles, own_units=s.own_units)
        return head

    def _bare(self, item: Item, parse: Parse, header: Header, regime: str, **found: Any) -> Facts:
        """Return the facts of *item* under *regime*, with what else was *found*."""
        rules = self.resources.rules
        approach = rules.regimes[regime].approach if regime in rules.regimes else None
        lineage = self._lineages.get(regime)
        if lineage is None:
            lineage = self._lineages[regime] = rules.lineage(regime)
        return Facts(
            item, parse, header, regime, rules.lists, lineage=lineage, approach=approach, pairs=rules.pairs, **found
        )

    def _facts(self, item: Item, header: Header, regime: str, around: Around) -> tuple[Facts, Indicator | None]:
        parse = self.reader.parse(item.text)
        rk = self.reader.parse(item.rk) if item.rk else None
        if item.part == "target":
            target = self.reader.target(item.text)
            return self._bare(item, parse, header, regime, around=around, target=target, rk=rk), None
        if item.part != "indikator":
            return self._bare(item, parse, header, regime, around=around), None
        target = self.reader.target_of(item)
        statement = msgspec.structs.replace(item, part="rencana_kinerja")
        verdict = self._judge.classify(self._bare(statement, parse, header, regime))
        indicator = self.reader.indicator(item, verdict.class_ if verdict else None, target)
        beside: dict[str, Any] = {"indicator": indicator, "target": target, "rk": rk}
        return self._bare(item, parse, header, regime, around=around, **beside), indicator
