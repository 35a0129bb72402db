"""Checked items as reports, for people and for machines; the shells say where their text or bytes go."""

from linter.report.base import Reporter, Run, Summary, Tally, Write
from linter.report.formats import BINARY_FORMATS, FORMATS, make, make_binary

__all__ = ["BINARY_FORMATS", "FORMATS", "Reporter", "Run", "Summary", "Tally", "Write", "make", "make_binary"]
