"""The words of the pages, in Indonesian and English; each page has those of its own in a module beside this one."""

from __future__ import annotations

from linter.web.texts import classroom, documents, exercises, frame, lessons, trying

TEXTS = {**frame.TEXTS, **trying.TEXTS, **documents.TEXTS, **lessons.TEXTS, **exercises.TEXTS, **classroom.TEXTS}
"""Every text by its name."""


def texts(lang: str) -> dict[str, str]:
    """Return the texts in Indonesian or, for *lang* "en", in English."""
    return {name: said.said(lang) for name, said in TEXTS.items()}
