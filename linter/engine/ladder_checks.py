"""What a ladder may not say: names that nobody knows, sentences that cannot be filled in, options that nothing shows."""

from __future__ import annotations

from linter.engine import types as t
from linter.engine.condition_checks import check_condition, check_fields, known_name
from linter.engine.messages import FILLERS
from linter.engine.vocabulary import Vocabulary
from linter.model import PARTS, Said, Tree


def check_ladder(file: t.LadderFile, tree: Tree, known: Vocabulary) -> None:
    """Raise UserError where a name in the ladder is not known or an option has no example."""
    known_name(tree, ("part",), Said("bagian", "the part"), file.part, PARTS)
    fillers = {**FILLERS, **known.facts}
    for n, rung in enumerate(file.rungs):
        if rung.when is not None:
            check_condition(tree, ("rungs", n, "when"), rung.when, known)
        check_fields(tree, ("rungs", n, "opening"), rung.opening, fillers)
        for m, option in enumerate(rung.options):
            here = ("rungs", n, "options", m)
            for key, condition in (("when", option.when), ("unless", option.unless)):
                if condition is not None:
                    check_condition(tree, (*here, key), condition, known)
            check_fields(tree, (*here, "text"), option.text, fillers)
            if not option.examples:
                message = Said("pilihan ini memerlukan contoh", "this option needs an example")
                raise tree.fault((*here, "examples"), message)
