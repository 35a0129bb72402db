"""How well statements and indicators are read, measured on the labelled corpus: ``python benchmarks/accuracy.py``.

The corpus was in view while the rules were written, so this shows what changed, not how well a stranger's draft is read.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from gold import Statement, indicators, statements

from linter.app import Analyser
from linter.model import Checked, Parse, Phrase

CLASSES = ("pencapaian", "aktivitas", "kategori", "tanpa kelas")
ROLES = ("subject", "verb", "object", "qualifiers")
FIELDS = ("measure", "form", "circular", "vague", "multi", "time", "aspect", "target_ok", "absolute")
_TOKEN = re.compile(r"\w+|[^\w\s]")

Pair = tuple[Statement, Checked]
Marked = set[tuple[str, int]]
"""A role, or the type of a qualifier, with the offset of a token that has it."""


class Counts:
    """Found, wanted and right, for precision, recall and F1."""

    def __init__(self) -> None:
        self.found = self.wanted = self.right = 0

    def add(self, found: int, wanted: int, right: int) -> None:
        """Count one more case."""
        self.found += found
        self.wanted += wanted
        self.right += right

    def row(self, name: str) -> str:
        """Return the line of a table."""
        precision, recall = _share(self.right, self.found), _share(self.right, self.wanted)
        return f"  {name:<14}{self.wanted:>7}{precision:>11.3f}{recall:>9.3f}{self.f1:>9.3f}"

    @property
    def f1(self) -> float:
        """The F1."""
        return _share(2 * self.right, self.found + self.wanted)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def given(checked: Checked) -> str:
    """Return the class in a report, "tanpa kelas" where there is none."""
    return (checked.verdict.class_ if checked.verdict else None) or "tanpa kelas"


def classes(pairs: Sequence[Pair]) -> Iterable[str]:
    """Yield the table of the classes: accuracy within each, and F1."""
    yield f"  {'class':<14}{'items':>7}{'precision':>11}{'recall':>9}{'F1':>9}"
    by_class = {name: Counts() for name in CLASSES}
    for statement, checked in pairs:
        wanted, found = statement.expected, given(checked)
        by_class[wanted].add(0, 1, wanted == found)
        by_class[found].add(1, 0, 0)
    yield from (counts.row(name) for name, counts in by_class.items())
    right = sum(counts.right for counts in by_class.values())
    yield f"  accuracy {_share(right, len(pairs)):.3f}, macro-F1 {_share(sum(c.f1 for c in by_class.values()), len(CLASSES)):.3f}"


def confusions(pairs: Sequence[Pair]) -> Iterable[str]:
    """Yield the pairs of classes that are taken for each other, the most frequent first."""
    wrong = Counter((s.expected, given(c)) for s, c in pairs if s.expected != given(c))
    yield from (f"  {n:>3} × {wanted} read as {found}" for (wanted, found), n in wrong.most_common(8))


def semu(pairs: Sequence[Pair]) -> Iterable[str]:
    """Yield the line of the results in form that are activities in substance."""
    counts = Counts()
    for statement, checked in pairs:
        found = bool(checked.verdict and checked.verdict.semu)
        counts.add(found, statement.semu, found and statement.semu)
    yield counts.row("semu")


def wanted_spans(statement: Statement) -> dict[str, Marked]:
    """Return the labelled tokens by role; a span is the first occurrence of its text."""
    out: dict[str, Marked] = {role: set() for role in ROLES}
    for role in ROLES[:3]:
        span = getattr(statement, role)
        if span:
            out[role] = _tokens(statement.text, statement.text.find(span), len(span), role)
    for q in statement.qualifiers:
        out["qualifiers"] |= _tokens(statement.text, statement.text.find(q.text), len(q.text), q.type)
    return out


def found_spans(parse: Parse | None, text: str) -> dict[str, Marked]:
    """Return the tokens by role as they were read."""
    out: dict[str, Marked] = {role: set() for role in ROLES}
    if parse is None:
        return out
    for role in ROLES[:3]:
        phrase: Phrase | None = getattr(parse, role)
        if phrase is not None:
            out[role] = _tokens(text, phrase.start, phrase.end - phrase.start, role)
    for q in parse.qualifiers:
        out["qualifiers"] |= _tokens(text, q.phrase.start, q.phrase.end - q.phrase.start, q.type)
    return out


def _tokens(text: str, start: int, length: int, label: str) -> Marked:
    return {(label, m.start()) for m in _TOKEN.finditer(text, start, start + length)} if start >= 0 else set()


def _untyped(marked: Marked) -> Marked:
    return {("", offset) for _, offset in marked}


def spans(pairs: Sequence[Pair]) -> Iterable[str]:
    """Yield the token-F1 of each role; a qualifier counts with its type, and once more without it."""
    yield f"  {'role':<14}{'tokens':>7}{'precision':>11}{'recall':>9}{'F1':>9}"
    by_role = {role: Counts() for role in (*ROLES, "(any type)", "all")}
    for statement, checked in pairs:
        wanted, found = wanted_spans(statement), found_spans(checked.parse, statement.text)
        for role in ROLES:
            numbers = len(found[role]), len(wanted[role]), len(found[role] & wanted[role])
            by_role[role].add(*numbers)
            by_role["all"].add(*numbers)
        loose = _untyped(found["qualifiers"]), _untyped(wanted["qualifiers"])
        by_role["(any type)"].add(len(loose[0]), len(loose[1]), len(loose[0] & loose[1]))
    yield from (counts.row(role) for role, counts in by_role.items())


def indicator_fields(analyser: Analyser) -> Iterable[str]:
    """Yield the share of the labelled indicators on which each field is right."""
    yield f"  {'field':<14}{'items':>7}{'right':>11}"
    labelled = [i for i in indicators() if i.clear]
    read = [
        analyser.check_text(i.indikator, part="indikator", aspek=i.aspek, target=i.target, rk=i.rk) for i in labelled
    ]
    for field in FIELDS:
        right = sum(getattr(i, field) == getattr(c.indicator, field) for i, c in zip(labelled, read, strict=True))
        yield f"  {field:<14}{len(labelled):>7}{_share(right, len(labelled)):>11.3f}"


def main() -> int:
    """Print the tables."""
    analyser = Analyser()
    pairs = [(s, analyser.check_text(s.text)) for s in statements()]
    clear = [(s, c) for s, c in pairs if s.clear]
    classed = [(s, c) for s, c in clear if s.expected != "tanpa kelas"]
    print(f"corpus/gold: {len(pairs)} statements, {len(clear)} of a clear class; rules {analyser.run.rules}")
    for title, lines in (
        ("Class, clear statements", classes(clear)),
        ("Class, all statements", classes(pairs)),
        ("Taken for each other, clear statements", confusions(clear)),
        ("Result in form, activity in substance (all statements)", semu(pairs)),
        ("Spans, tokens (clear statements that have a class)", spans(classed)),
        ("Indicators, clear ones", indicator_fields(analyser)),
    ):
        print(f"\n{title}", *lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
