"""``skplint explain``: why a statement has its class, or what a rule says."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.cli import OK
from linter.cli.pages import explained_lines, rule_lines
from linter.cli.shell import Shell, given_texts
from linter.model import Said, UserError
from linter.model.nearest import nearest
from linter.report.harmless import harmless
from linter.report.layout import BLANK, Line, indent, paragraph

if TYPE_CHECKING:
    from linter.app import Analyser
    from linter.model import RuleInfo

_CODE = re.compile(r"[A-Za-z][0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


_OWN = re.compile(r"[A-Za-z]9[0-9]{2}")


def own_code_hint(word: str) -> Said | None:
    """Return where a rule is to be found whose code belongs to an institution, None for any other word."""
    hint = Said(
        "nomor 900 ke atas milik instansi; tambahkan --rules FOLDER",
        "numbers from 900 belong to institutions; add --rules FOLDER",
    )
    return hint if _OWN.fullmatch(word) else None


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Show the pages of the rules that are named, else explain the statements. Raises UserError."""
    from linter.app import Analyser
    from linter.cli.settings import settings

    analyser = Analyser(settings(options))
    if options.near:
        for number, text in enumerate(given_texts(options.text)):
            shell.show([*([BLANK] if number else []), *_near(analyser, text, shell)])
        return OK
    cards = named_rules(options.text, analyser.rules)
    if cards:
        blocks = [rule_lines(card, shell) for card in cards]
    else:
        blocks = [explained_lines(analyser.explain(text), analyser.rules, shell) for text in given_texts(options.text)]
    for number, block in enumerate(blocks):
        shell.show([*([BLANK, BLANK] if number else []), *block])
    return OK


def _near(analyser: Analyser, text: str, shell: Shell) -> list[Line]:
    """Return good statements of the corpus that are about the same as *text*."""
    from linter.app.nearby import near

    say, room = shell.say, shell.columns
    found = near(analyser, text)
    if not found:
        said = say(f"Tidak ada rumusan dalam korpus tentang: {text}", f"No statement of the corpus is about: {text}")
        return paragraph(harmless(said), room)
    said = say(f"Rumusan baik yang dekat dengan: {text}", f"Good statements near to: {text}")
    lines = paragraph(harmless(said), room, role="strong")
    for one in found:
        lines += indent(paragraph(harmless(one.checked.item.text), room - 4, lead="✓ ", role="better"), 2)
        shared = say("sama: {roots}", "in common: {roots}").format(roots=", ".join(sorted(one.shared)))
        lines += indent(paragraph(shared, room - 6, role="dim"), 4)
    return lines


def named_rules(pieces: Sequence[str], rules: Sequence[RuleInfo]) -> list[RuleInfo]:
    """Return the rules that the arguments name, all of them or none.

    Raises UserError, with the nearest one, for what can only be meant as a rule and is none.
    """
    known = {key: card for card in rules for key in (card.code.lower(), card.name)}
    words = [word.strip() for piece in pieces for word in piece.split(",")]
    if all(word.lower() in known for word in words):
        return [known[word.lower()] for word in words]
    for word in words:
        if word.lower() in known:
            continue
        like_code = _CODE.fullmatch(word)
        meant = nearest(
            word, [card.code if like_code else card.name for card in rules], least=0.5 if like_code else 0.8
        )
        if like_code or (meant and _NAME.fullmatch(word)):
            guess = Said(f"maksud Anda {meant}?", f"did you mean {meant}?") if meant else None
            message = Said(f"tidak ada aturan {word}", f"there is no rule {word}")
            raise UserError(message, hint=own_code_hint(word) or guess)
    return []
