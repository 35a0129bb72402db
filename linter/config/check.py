"""What the types of a configuration cannot say: words that are empty or hold a space, parts and patterns that are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.config.keys import ConfigFile
from linter.config.match import names_files
from linter.model import TEXT_PARTS, Pointer, Said, Tree, UserError
from linter.model.nearest import hint_among

_EMPTY = Said("teks di sini kosong", "the text here is empty")
_LINE = Said("teks di sini harus satu baris tanpa tab", "the text here must be one line without tabs")
_HASH = Said("kata di sini tidak boleh diawali #", "a word here cannot begin with #")
_BACKSLASH = Said("pola berkas memakai /, bukan \\", "a file pattern has /, not \\")
_FROM_HERE = Said(
    "pola dihitung dari folder pengaturan ini, tanpa . dan ..",
    "a pattern counts from the folder of this file, without . and ..",
)
_BACKSLASHED = re.compile(r".\\|^\\(?![!#])")
_DOTS = re.compile(r"^!?(?:.*/)?\.\.?(?:/|$)")
_WORDS = (
    (
        "roots",
        re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*"),
        Said("kata dasar hanya berisi huruf dan tanda hubung", "a root has only letters and hyphens"),
    ),
    (
        "abbreviations",
        re.compile(r"(?=.*[^\W\d_])[^\W_]+(?:[-.][^\W_]+)*\.?"),
        Said(
            "singkatan hanya berisi huruf, angka, titik dan tanda hubung",
            "an abbreviation has only letters, digits, stops and hyphens",
        ),
    ),
)
"""What may stand as a key of a table of words: what the tokenizer keeps as one word."""


def check_values(file: ConfigFile, tree: Tree) -> None:
    """Raise UserError, with the place in *tree*, for the first value of *file* that cannot be meant."""
    for pointer, text in _texts(file):
        if not text.strip():
            raise fault(tree, pointer, _EMPTY)
        if "\t" in text or len(text.splitlines()) > 1:
            raise fault(tree, pointer, _LINE)
        if text.lstrip().startswith("#") and pointer[0] in ("terms", "lists"):
            raise fault(tree, pointer, _HASH)
    for key, form, said in _WORDS:
        for word in file.roots if key == "roots" else file.abbreviations:
            if not form.fullmatch(word.strip()):
                raise fault(tree, (key, word), said)
    _check_twins(("abbreviations",), file.abbreviations, tree)
    _check_twins(("roots",), file.roots, tree)
    for name, words in file.lists.items():
        _check_twins(("lists", name), words, tree)
    _check_part(file.part, ("part",), tree)
    _check_patterns(file.exclude, ("exclude",), tree)
    for n, here in enumerate(file.per_path):
        _check_part(here.part, ("per-path", n, "part"), tree)
        _check_patterns(here.match, ("per-path", n, "match"), tree)


def _texts(file: ConfigFile) -> Iterator[tuple[Pointer, str]]:
    """Yield every text that a user writes freely, with its pointer."""
    for key, listed in (
        ("select", file.select), ("ignore", file.ignore), ("rules", file.rules), ("own-units", file.own_units),
        ("own-titles", file.own_titles), ("terms", file.terms),
    ):  # fmt: skip
        yield from _each((key,), listed)
    for name, value in (("profile", file.profile), ("extends", file.extends), ("baseline", file.baseline)):
        if value is not None:
            yield (name,), value
    for short, long in file.abbreviations.items():
        yield from ((("abbreviations", short), text) for text in (short, long))
    for root in file.roots:
        yield ("roots", root), root
    for name, words in file.lists.items():
        yield from _each(("lists", name), words)
        if isinstance(words, dict):
            yield from ((("lists", name, wrong), right) for wrong, right in words.items())
    for n, here in enumerate(file.per_path):
        for key, listed in (
            ("select", here.select), ("ignore", here.ignore), ("own-units", here.own_units), ("own-titles", here.own_titles),
        ):  # fmt: skip
            yield from _each(("per-path", n, key), listed)


def _each(pointer: Pointer, listed: Iterable[str]) -> Iterator[tuple[Pointer, str]]:
    for n, text in enumerate(listed):
        yield (*pointer, text if isinstance(listed, dict) else n), text


def _check_part(part: str, pointer: Pointer, tree: Tree) -> None:
    if part not in TEXT_PARTS:
        said = Said(f"bagian '{part[:40]}' tidak dikenal", f"part '{part[:40]}' is not known")
        raise fault(tree, pointer, said, hint_among(part, TEXT_PARTS))


def _check_twins(pointer: Pointer, words: Iterable[str], tree: Tree) -> None:
    """Refuse a key that is another one in capitals, or with other spaces or a final stop: one of them would be lost."""
    seen: dict[str, str] = {}
    for word in words if isinstance(words, dict) else ():
        first = seen.setdefault(" ".join(word.lower().split()).rstrip("."), word)
        if first != word:
            line, column = tree.keys.get((*pointer, word), tree.where(pointer))
            said = Said(
                f"'{word}' sama dengan '{first}' di atas; huruf besar dan kecil tidak dibedakan",
                f"'{word}' is the same as '{first}' above; capitals make no difference",
            )
            raise UserError(said, path=tree.path, line=line, column=column)


def _check_patterns(listed: tuple[str, ...], pointer: Pointer, tree: Tree) -> None:
    for n, pattern in enumerate(listed):
        if _BACKSLASHED.search(pattern):
            raise fault(tree, (*pointer, n), _BACKSLASH)
        if _DOTS.search(pattern):
            raise fault(tree, (*pointer, n), _FROM_HERE)
        if not names_files(pattern):
            raise fault(tree, (*pointer, n), Said("pola berkas ini tidak sah", "this file pattern is not valid"))


def fault(tree: Tree, pointer: Pointer, message: Said, hint: Said | None = None) -> UserError:
    """Return the error about what stands at *pointer*, with its place."""
    line, column = tree.where(pointer)
    return UserError(message, path=tree.path, line=line, column=column, hint=hint)
