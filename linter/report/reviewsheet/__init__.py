"""The Lembar Reviu: what a reviewer hands back with an SKP, as a page that prints to A4 and as a Word document."""

from linter.report.reviewsheet.content import Aspect, Sheet, Signing, sheet_of
from linter.report.reviewsheet.page import to_html
from linter.report.reviewsheet.word import to_docx

__all__ = ["Aspect", "Sheet", "Signing", "sheet_of", "to_docx", "to_html"]
