"""``skplint parse``: how a statement, an indicator or a target was read, and which words of a draft are known."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.cli import FAILED, OK
from linter.cli.shell import Shell, complain, given_texts, read_stdin
from linter.report.harmless import harmless
from linter.report.layout import BLANK, Line, indent, paragraph
from linter.report.parsed import measures, reading, target

if TYPE_CHECKING:
    from linter.app import Analyser


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Draw the reading of each text, or count the known words of the named drafts."""
    from linter.app import Analyser
    from linter.cli.settings import settings

    analyser = Analyser(settings(options))
    if options.vocabulary:
        return _vocabulary(options, analyser, shell)
    for number, text in enumerate(given_texts(options.text)):
        shell.show([*([BLANK] if number else []), *_view(text, options.part, analyser, shell)])
    return OK


def _view(text: str, part: str, analyser: Analyser, shell: Shell) -> Iterator[Line]:
    """Yield the lines about *text* as the *part* of a draft that it is."""
    if part == "target":
        found = analyser.reader.target(text)
        yield ((harmless(text), "strong"),)
        yield from target(found, shell.words, shell.columns) if found else ()
        return
    named = analyser.reader.measures(text) if part == "indikator" else ()
    tree = analyser.reader.branch(text, "indicator" if named else "statement")
    yield from reading(text, analyser.reader.parse(text), tree, analyser.reader.readings, shell.words, shell.columns)
    yield from measures(named, shell.words, shell.columns)


def _vocabulary(options: argparse.Namespace, analyser: Analyser, shell: Shell) -> int:
    """Tell how many of the words in the drafts are known, and list those that are only guessed."""
    from linter.app import texts_of
    from linter.app.by_path import ByPath
    from linter.model import NotChecked

    total, guessed, code = 0, Counter[str](), OK
    left_out = ByPath(analyser, options.configuration, options.given).left_out
    for found in texts_of(options.text, read_stdin, left_out):
        if isinstance(found, NotChecked):
            if found.fatal:
                code = FAILED
            complain(f"{found.path}: {found.reason.said(shell.lang)}")
            continue
        for word in analyser.reader.parse(found).words:
            if word.text[:1].isalpha():
                total += 1
                guessed[word.lower] += word.reading.guessed
    unknown = sum(guessed.values())
    share = f"{1 - unknown / total:.4f}" if total else "–"
    shell.show(paragraph(shell.words.vocabulary.format(known=total - unknown, total=total, share=share), shell.columns))
    listed = ", ".join(f"{form} ({n})" if n > 1 else form for form, n in guessed.most_common() if n)
    if listed:
        shell.show(
            [BLANK, *paragraph(shell.words.guesses, shell.columns), *indent(paragraph(listed, shell.columns - 2), 2)]
        )
    return code
