"""Checked items as reports: teks, ringkas, JSON and JSON Lines; pure functions to text, the shells write it."""

from linter.report.base import Reporter, Run, Summary, Tally, Write
from linter.report.formats import FORMATS, make

__all__ = ["FORMATS", "Reporter", "Run", "Summary", "Tally", "Write", "make"]
