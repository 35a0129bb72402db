"""What the report and the workbook begin with: how the batch stands, its main figures, and what it was judged by."""

from __future__ import annotations

from linter.model.batch import Batch
from linter.report.batchreport.figures import share
from linter.report.batchreport.numbers import Numbers
from linter.report.batchreport.table import Column, Table, Telling
from linter.report.reviewsheet.words import sheet_words


def headline(batch: Batch, told: Telling, numbers: Numbers) -> str:
    """Return in one sentence how many statements have no notes."""
    total = batch.total
    if not total.statements:
        return told.texts["no_statements" if total.documents else "nothing"]
    said = told.words.headline.format(clean=numbers.whole(total.clean), statements=numbers.whole(total.statements))
    return f"{said} ({numbers.share(share(total.clean, total.statements))})"


def mandatory(batch: Batch, told: Telling, numbers: Numbers) -> str:
    """Return in one sentence what is mandatory and missing; "" where nothing was checked."""
    if not batch.total.documents:
        return ""
    missing = batch.total.mandatory
    return told.words.mandatory.format(n=numbers.whole(missing)) if missing else told.texts["none_mandatory"]


def figures(batch: Batch, told: Telling) -> Table:
    """Return the main figures, one a row."""
    total, texts = batch.total, told.texts
    rows = (
        (texts["documents"], total.documents),
        (texts["units"], len(batch.units)),
        (texts["statements"], total.statements),
        (texts["clean"], total.clean),
        (texts["mandatory"], total.mandatory),
        *((f"{texts['notes']}: {name}", total.severities.get(key, 0)) for key, name in told.words.severity.items()),
    )
    return Table(texts["figures"], (Column(texts["item"], "text", 36), Column(texts["value"], "figure", 70)), rows)


def basis(batch: Batch, told: Telling) -> Table:
    """Return what the batch was judged by, one a row."""
    found, texts = batch.basis, told.texts
    regimes = sheet_words(told.lang).regimes
    rows = (
        (texts["regimes"], "; ".join(regimes.get(name, name) for name in found.regimes)),
        (texts["profile"], found.profile),
        (texts["engine"], f"skplint {found.engine}"),
        (texts["digest"], found.rules),
    )
    return Table(texts["basis"], (told.text("item", 36), told.text("value", 70)), rows)
