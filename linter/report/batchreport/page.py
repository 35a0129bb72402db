"""The report of a batch as one page of HTML that prints to A4, runs nothing and asks for nothing from outside."""

from __future__ import annotations

from markupsafe import Markup

from linter.model.batch import Batch
from linter.report.batchreport.definitions import definitions
from linter.report.batchreport.headline import basis, figures, headline, mandatory
from linter.report.batchreport.numbers import NONE, Numbers
from linter.report.batchreport.sections import sections_of
from linter.report.batchreport.table import Cell, shown, telling
from linter.report.batchreport.words import SECTIONS
from linter.report.pages import asset, policy, sealed, template

_FEW = 5
"""What a cell lists."""


def to_html(batch: Batch, *, lang: str) -> bytes:
    """Return the report as a page, in Indonesian or, for *lang* "en", in English; the same batch gives the same bytes."""
    told, numbers = telling(lang, _FEW), Numbers(lang)
    style = asset(__package__, "laporan.css")
    closing, meaning = (said.said(lang) for said in SECTIONS["arti"])

    def cell(value: Cell, kind: str) -> str:
        if value is None:
            return NONE
        return shown(value) if isinstance(value, str) else numbers.of(kind, value)

    page = template(__package__, "laporan.html").render(
        told=told,
        texts=told.texts,
        empty=not batch.total.documents,
        policy=policy(style),
        style=Markup(style),
        headline=headline(batch, told, numbers),
        mandatory=mandatory(batch, told, numbers),
        figures=figures(batch, told),
        basis=basis(batch, told),
        sections=sections_of(batch, told, numbers),
        closing=closing,
        meaning=meaning,
        definitions=definitions(lang),
        cell=cell,
    )
    return sealed(page)
