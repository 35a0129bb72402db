"""The types of a rule file. Loader, JSON Schema and error messages all derive from these."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from linter.model import Said

Severity = Literal["error", "warning", "info"]
Force = Literal["wajib", "pedoman", "konsistensi", "saran"]
FORCES: tuple[Force, ...] = ("wajib", "konsistensi", "pedoman", "saran")
"""The forces, strongest first."""
Safety = Literal["aman", "pratinjau", "saran"]
SAFETIES: tuple[Safety, ...] = ("aman", "pratinjau", "saran")
"""How safe a fix is, safest first: mechanical; shown, and applied on request; with blanks to fill, never applied."""
Code = Annotated[
    str,
    msgspec.Meta(
        pattern="^[A-Z][0-9]{3}$", description="Family letter and three digits; 900–999 are an institution's own."
    ),
]
Name = Annotated[str, msgspec.Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
WORDING = {
    "code": Said(
        "isi 'code' harus satu huruf besar dan tiga angka, mis. C901",
        "the value of 'code' must be a capital letter and three digits, such as C901",
    ),
    "name": Said(
        "isi 'name' harus huruf kecil dan angka yang disambung dengan tanda hubung, mis. mutu-kabur",
        "the value of 'name' must be small letters and digits joined by hyphens, such as mutu-kabur",
    ),
}
"""What a value of the wrong form is told, by key."""
Value = str | bool | int | float


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A citation: what it is, where in it, its force, and the regimes in which it holds (all where none is named)."""

    source: str
    place: str
    force: Force
    regimes: tuple[str, ...] = ()


class Token(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=str.upper):
    """One token of a pattern, in the vocabulary of spaCy's Matcher; a value is a word, or IN/NOT_IN a list."""

    lower: str | Among | None = None
    lemma: str | Among | None = None
    tag: str | Among | None = None
    op: Literal["!", "?", "+", "*"] | None = None


class Among(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=str.upper):
    """A choice: one of (``IN``) or none of (``NOT_IN``) some words, or a list of rules/lists as "@name"."""

    in_: tuple[str, ...] | str | None = msgspec.field(default=None, name="IN")
    not_in: tuple[str, ...] | str | None = msgspec.field(default=None, name="NOT_IN")


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of: ``all``, ``any``, ``not`` over conditions; ``some``, ``every`` over the indicators under a rencana kinerja;
    a ``fact`` with one test; a token ``pattern`` or a ``phrase`` with its place.

    Tests: ``is`` (a value; for a fact with many values, one of them), ``in``/``not_in`` (a list, or "@name"), ``exists``,
    ``at_least``/``at_most``/``below`` (numbers). A ``phrase`` is one of some phrases, or of a list "@name" with several
    words a line. ``within`` limits a pattern or a phrase to a part of the statement.
    """

    all: tuple[Condition, ...] | None = None
    any: tuple[Condition, ...] | None = None
    not_: Condition | None = msgspec.field(default=None, name="not")
    some: Condition | None = None
    every: Condition | None = None
    fact: str | None = None
    is_: Value | None = msgspec.field(default=None, name="is")
    in_: tuple[Value, ...] | str | None = msgspec.field(default=None, name="in")
    not_in: tuple[Value, ...] | str | None = None
    exists: bool | None = None
    at_least: float | None = None
    at_most: float | None = None
    below: float | None = None
    pattern: tuple[Token, ...] | None = None
    phrase: tuple[str, ...] | str | None = None
    within: Literal["teks", "verb", "object", "subject", "qualifiers", "awal"] | None = None


class SeverityWhen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another severity where a condition holds."""

    when: Condition
    severity: Severity | Literal["off"]


class FixHint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a finding is mended: ``replace`` (from a list of pairs), ``repair`` (by what the marked spot says itself),
    ``append`` (the ``text`` behind the mark), ``delete``, ``rewrite`` (a better sentence).
    """

    kind: Literal["rewrite", "replace", "repair", "append", "delete"]
    safety: Safety
    list: str | None = None
    text: str | None = None


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which label of the corpus says that a note is right: the field of an indicator and its value."""

    field: Literal["measure", "form", "circular", "vague", "multi", "time", "aspect", "target_ok", "absolute"]
    is_: bool | str = msgspec.field(name="is")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text with what stands around it, a whole draft (``dokumen``, in YAML), or the drafts of a unit (``berkas``).

    ``[[…]]`` marks the span of the finding.
    """

    text: str | None = None
    dokumen: str | None = None
    berkas: tuple[str, ...] = ()
    part: str | None = None
    aspek: str | None = None
    target: str | None = None
    sumber_data: str | None = None
    bukti: str | None = None
    rk: str | None = None
    bagian: Literal["utama", "tambahan"] | None = None
    asal: Literal["sendiri", "pk", "katalog", "direktif"] | None = None
    regime: str | None = None
    jabatan: str | None = None
    unit: str | None = None
    jenjang: str | None = None
    periode: str | None = None
    abaikan: str | None = None
    uraian_tugas: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bad and good for a rule with a finding; yes and no for a reading."""

    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule: one file in rules/<family>/<CODE>-<name>.yaml."""

    code: Code
    name: Name
    kind: Literal["class", "flag"]
    part: str | tuple[str, ...]
    status: Literal["preview", "stable", "deprecated"]
    since: str
    when: Condition
    examples: Examples
    class_: Literal["pencapaian", "aktivitas", "kategori"] | None = msgspec.field(default=None, name="class")
    semu: bool = False
    priority: int | None = None
    confidence: Annotated[float, msgspec.Meta(ge=0, le=1)] | None = None
    severity: Severity | None = None
    severity_when: tuple[SeverityWhen, ...] = ()
    regimes: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    unless: Condition | None = None
    mark: str | None = None
    replaces: tuple[str, ...] = ()
    message: Said | None = None
    why: Said | None = None
    suggest: tuple[Said, ...] = ()
    ladder: str | None = None
    fix: FixHint | None = None
    label: Label | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of a document that the rule looks at."""
        return (self.part,) if isinstance(self.part, str) else self.part

    def standing(self, lineage: frozenset[str]) -> tuple[Force, tuple[str, ...]]:
        """Return the strongest force that the rule has ("saran" without a basis), and its citations.

        *lineage* are the codes of the regime in force and of those that it extends.
        """
        valid = [b for b in self.basis if not b.regimes or not lineage.isdisjoint(b.regimes)]
        held = {b.force for b in valid}
        force = next((f for f in FORCES if f in held), FORCES[-1])
        return force, tuple(f"{b.source}, {b.place} ({b.force})" for b in valid)
