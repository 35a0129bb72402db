"""The public functions: one text, or the files under a path, checked with the built-in rules or with given settings."""

from __future__ import annotations

from collections.abc import Iterator

from linter.app.analyser import Analyser
from linter.app.settings import Settings
from linter.app.sitting import checked_items
from linter.documents.read import read_path, reason
from linter.documents.text import TextOptions
from linter.model import Checked, NotChecked, UserError


def check_text(
    text: str,
    *,
    part: str = "rencana_kinerja",
    aspek: str | None = None,
    target: str | None = None,
    rk: str | None = None,
    settings: Settings | None = None,
) -> Checked:
    """Return *text* checked as one item of a document.

    *part* is one of linter.model.PARTS; *aspek*, *target* and *rk* are what stands beside an indicator. For many texts make
    one ``Analyser`` and call its ``check_text``. Raises UserError for an unknown name in *settings* or a bad rule file.
    """
    return Analyser(settings).check_text(text, part=part, aspek=aspek, target=target, rk=rk)


def check_path(path: str, *, settings: Settings | None = None) -> Iterator[Checked | NotChecked]:
    """Yield every item of the file or folder *path*, checked, and a NotChecked for each input that was not.

    The lines of a text file are what *settings* say: their part, and the aspek and target beside them. Items stream: a
    large file is never held whole. Raises UserError only for the settings and the rules.
    """
    analyser = Analyser(settings)
    said = analyser.settings
    lines = TextOptions(part=said.part, aspek=said.aspek, target=said.target)
    for found in read_path(path, options=lambda _: lines):
        if isinstance(found, NotChecked):
            yield found
            continue
        try:
            analyser.refuse_regime(found.header.regime)
            yield from checked_items(found, analyser)
        except UserError as error:
            yield NotChecked(found.path, reason(error))
