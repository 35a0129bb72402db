"""The list files themselves: each row takes effect, and no fact stands in two places."""

from __future__ import annotations

from importlib import resources

import pytest

from linter.language import Lexicon
from linter.language.lexicon import entries

FILES = {
    file.name: file.read_text(encoding="utf-8")
    for file in resources.files("linter.language").joinpath("lexicon").iterdir()
}
TABLES = {name.partition(".")[0]: text for name, text in FILES.items()}


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_list_is_sorted(name: str) -> None:
    words = [word for word, *_ in entries(FILES[name])]
    assert words == sorted(words)


def test_what_the_verbs_in_use_say_of_a_root_is_not_said_again(lexicon: Lexicon) -> None:
    marked = {root for root, *flags in entries(TABLES["verbs"]) if flags and "bare" in flags[0].split(",")}
    assert not {root for root in marked for verb in lexicon.verbs.get(root, ()) if root in verb.results}
