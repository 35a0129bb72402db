"""Notes that were there before: a file of content keys, so that a draft with old notes can be held to no new ones."""

from __future__ import annotations

import codecs
from collections import Counter
from pathlib import Path
from typing import Annotated

import msgspec

from linter.io.atomic import write_atomic
from linter.io.files import read_bytes
from linter.model import Checked, Said, UserError

REASON = Said("catatan lama (baseline)", "an old note (baseline)")
Noted = tuple[str, str]
"""The content key of a text and the code of a note about it."""


class BaselineFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A baseline as it is stored: content key → code → how often. No text can be had back from it."""

    version: int
    notes: dict[str, dict[str, Annotated[int, msgspec.Meta(ge=1)]]]


class Baseline:
    """The old notes of one run: each covers as many equal ones as it was counted, wherever they stand."""

    def __init__(self, notes: dict[str, dict[str, int]] | None = None, lang: str = "id") -> None:
        self._left = Counter({(key, code): n for key, codes in (notes or {}).items() for code, n in codes.items()})
        self._seen: Counter[Noted] = Counter()
        self._reason = REASON.said(lang)

    def cover(self, checked: Checked) -> Checked:
        """Return *checked* with the notes that are old suppressed; those that the input silences are left alone."""
        findings = []
        for finding in checked.findings:
            noted = (checked.key, finding.code)
            if finding.suppressed is None:
                self._seen[noted] += 1
                if self._left[noted] > 0:
                    self._left[noted] -= 1
                    finding = msgspec.structs.replace(finding, suppressed=self._reason, old=True)
            findings.append(finding)
        return msgspec.structs.replace(checked, findings=tuple(findings))

    @property
    def stale(self) -> int:
        """How many old notes did not appear again."""
        return sum(n for n in self._left.values() if n > 0)

    def dropped(self, old: Baseline) -> int:
        """Return how many notes of *old*, which covered nothing yet, were not seen in this run."""
        return (old._left - self._seen).total()

    def write(self, path: str) -> int:
        """Write the notes that were seen in this run to *path* and return how many; raises UserError."""
        notes: dict[str, dict[str, int]] = {}
        for (key, code), n in sorted(self._seen.items()):
            notes.setdefault(key, {})[code] = n
        data = msgspec.json.format(msgspec.json.encode(BaselineFile(1, notes)), indent=1) + b"\n"
        write_atomic(path, data)
        return sum(self._seen.values())


def read_baseline(path: str, lang: str = "id") -> Baseline:
    """Return the baseline in the file *path*; raises UserError where it is missing or is none."""
    if not Path(path).exists():
        missing = Said("berkas baseline ini belum ada", "there is no such baseline yet")
        raise UserError(
            missing, path=path, hint=Said("buat dengan --update-baseline", "make it with --update-baseline")
        )
    try:
        found = msgspec.json.decode(read_bytes(path).removeprefix(codecs.BOM_UTF8), type=BaselineFile)
    except msgspec.MsgspecError:
        found = None
    if found is None or found.version != 1:
        raise UserError(Said("ini bukan berkas baseline skplint", "this is no baseline of skplint"), path=path)
    return Baseline(found.notes, lang)
