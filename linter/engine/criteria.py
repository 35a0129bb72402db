"""Criteria of a rencana kinerja with its indicators, SMART among them: what was found, what is missing, which rule says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from linter.engine import types as t
from linter.engine.condition_checks import check_condition, check_fields, known_name
from linter.engine.conditions import Test, compile_condition
from linter.engine.facts import Facts
from linter.engine.messages import FILLERS, Speech, fill
from linter.engine.vocabulary import Vocabulary
from linter.model import Criterion, Finding, Said, Tree
from linter.model.shape import fit

MET, NOTED = "terpenuhi", "catatan"


class Compiled(msgspec.Struct, frozen=True):
    """A criterion whose conditions are compiled, with the codes that speak against it."""

    file: t.CriterionFile
    codes: frozenset[str]
    found: tuple[tuple[Test, Said], ...]
    open: tuple[tuple[Test, str, Said], ...]

    def judge(self, facts: Facts, noted: Sequence[Finding], speech: Speech, lang: str) -> Criterion:
        """Return how the row of *facts* stands, with the findings *noted* about it and its indicators."""
        file = self.file
        codes = tuple(dict.fromkeys(f.code for f in noted if f.code in self.codes and _counts(f)))
        found = next((said for test, said in self.found if test(facts)), None)
        told = fill(found.said(lang), facts, speech, "", blank="…") if found else None
        if codes:
            return Criterion(file.letter, file.title.said(lang), NOTED, told or "", codes)
        if told is not None:
            return Criterion(file.letter, file.title.said(lang), MET, told)
        status, said = next(
            ((status, said) for test, status, said in self.open if test(facts)), ("tidak_dinilai", None)
        )
        words = fill(said.said(lang), facts, speech, "", blank="…") if said else None
        return Criterion(file.letter, file.title.said(lang), status, words or "")


def _counts(finding: Finding) -> bool:
    """Tell whether a note speaks against a criterion: what is silenced or only to be considered does not."""
    return finding.suppressed is None and finding.severity != "info"


def compile_criterion(file: t.CriterionFile, codes: frozenset[str], vocabulary: Vocabulary) -> Compiled:
    """Return *file* with its conditions compiled; *codes* are those that its ``notes`` select."""
    return Compiled(
        file,
        codes,
        tuple((compile_condition(one.when, vocabulary), one.say) for one in file.found),
        tuple((_test(one.when, vocabulary), one.status, one.say) for one in file.open),
    )


def _test(when: t.Condition | None, vocabulary: Vocabulary) -> Test:
    return compile_condition(when, vocabulary) if when is not None else lambda facts: True


def read_criteria(
    trees: Iterable[Tree], known: Vocabulary, regimes: Mapping[str, object]
) -> dict[str, t.CriterionFile]:
    """Return the criteria of the files by name, in their order; a later one for an earlier one of the same name.

    Raises UserError, with its place, for a name that is not known and a file that is not named as its criterion.
    """
    found: dict[str, t.CriterionFile] = {}
    for tree in trees:
        file = fit(tree, t.CriterionFile, t.WORDING)
        expected = f"{file.name}.yaml"
        if tree.path.replace("\\", "/").rpartition("/")[2] != expected:
            message = Said(f"nama berkas seharusnya {expected}", f"the file should be named {expected}")
            raise tree.fault(("name",), message)
        for n, code in enumerate(file.regimes):
            known_name(tree, ("regimes", n), Said("rezim", "the regime"), code, regimes)
        said: list[tuple[tuple[str | int, ...], t.Condition | None, Said]] = []
        said += [(("found", n), one.when, one.say) for n, one in enumerate(file.found)]
        said += [(("open", n), one.when, one.say) for n, one in enumerate(file.open)]
        for pointer, when, words in said:
            if when is not None:
                check_condition(tree, (*pointer, "when"), when, known)
            for text in (words.id, words.en or ""):
                check_fields(tree, (*pointer, "say"), text, {**FILLERS, **known.facts})
        found[file.name] = file
    return dict(sorted(found.items(), key=lambda entry: entry[1].order))
