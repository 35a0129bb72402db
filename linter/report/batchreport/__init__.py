"""The report of a whole batch: one page that an office circulates, with pictures, tables, and how each number is computed."""

from linter.report.batchreport.page import to_html

__all__ = ["to_html"]
