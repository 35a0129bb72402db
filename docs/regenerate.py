"""Writes the parts of the documentation that come from the program itself anew: ``nox -s docs``.

That is the report in the README and the tables in docs/aturan.md and docs/pengaturan.md, each between its own marks, and the
pages of docs/aturan/ as a whole.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import msgspec
import pages
from msgspec import inspect

from linter.app.resources import load_profiles, load_resources
from linter.config import ConfigFile, PerPath
from linter.config.keys import about
from linter.engine import types
from linter.engine.facts import LISTS_OF_FACTS, MARKS
from linter.engine.messages import FILLERS
from linter.engine.types import FORCES
from linter.io.yamlsafe import load_tree
from linter.model import PARTS, Said

ROOT = Path(__file__).parents[1]
WIDTH = "88"
SHOWN = (
    "corpus/contoh/analis-kebijakan.csv",
    "✓ baris 4, kolom 3",
    "    ✓ baris 4, kolom 5",
    "    ✗ baris 7, kolom 5",
    "✗ baris 13, kolom 3",
)
"""How the blocks begin that the README shows of the report; the headline of the file follows them."""

_BLOCK = re.compile(r"^(?= *[✓!✗•] baris |\d+ dari |corpus/|Seluruhnya )", re.MULTILINE)


def report() -> str:
    """Return the report on the sample drafts; ends with an error where the exit code is not 1."""
    command = [sys.executable, "-m", "linter", "check", "corpus/contoh"]
    environment = {**os.environ, "COLUMNS": WIDTH, "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 1:
        raise SystemExit(f"exit code {done.returncode}, not 1: {done.stderr}")
    return done.stdout


def excerpt(text: str) -> str:
    """Return the blocks SHOWN and the headline after them, an ellipsis wherever something is left out."""
    blocks = [block for block in _BLOCK.split(text) if block.strip()]
    places: list[int] = []
    for start in SHOWN:
        first = places[-1] + 1 if places else 0
        found = next((n for n in range(first, len(blocks)) if blocks[n].startswith(start)), None)
        if found is None:
            raise SystemExit(f"no block of the report begins with '{start}'; choose others in SHOWN")
        places.append(found)
    places.append(next(n for n in range(places[-1], len(blocks)) if blocks[n][0].isdecimal()))
    out = ["```text\n", blocks[places[0]].rstrip() + "\n\n"]
    for before, here in pairwise(places):
        if here > before + 1:
            out.append("\n…\n\n")
        out.append(blocks[here].rstrip() + "\n")
    return "".join((*out, "```\n"))


def _table(head: str, rows: Iterable[tuple[str, str, str]]) -> str:
    lines = (f"| `{name}` | {about} | {values} |" for name, about, values in rows)
    return "\n".join((head, "|---|---|---|", *lines)) + "\n"


def facts() -> str:
    """Return the table of the facts, the measures that are declared in YAML among them."""
    known = load_resources((), plugins=False).rules.facts
    rows = ((name, i.about.replace("|", "\\|"), ", ".join(f"`{v}`" for v in i.values)) for name, i in known.items())
    return _table("| fakta | arti | nilai |", rows)


def forces() -> str:
    """Return the table of the forces, strongest first, and of what a note of a flag may be at most."""
    said = {
        "wajib": "peraturan yang berlaku mewajibkannya | error",
        "konsistensi": "isian formulir saling bertentangan | error",
        "pedoman": "materi resmi, atau peraturan yang sudah diganti | warning; error bila soal kelas dan keyakinannya tinggi",
        "saran": "kebiasaan menulis yang baik | warning",
    }
    return (
        "\n".join(
            (
                "| sifat | artinya | tingkat paling tinggi |",
                "|---|---|---|",
                *(f"| `{f}` | {said[f]} |" for f in FORCES),
            )
        )
        + "\n"
    )


def names() -> str:
    """Return the lists of the other names that a rule may use."""
    fillers = (f"{{{name}}}" for name in FILLERS)
    lists = (("part", PARTS), ("mark", MARKS), ("isian pesan", fillers), ("daftar yang dipakai fakta", LISTS_OF_FACTS))
    return "".join(f"- {title}: {', '.join(f'`{name}`' for name in found)}\n" for title, found in lists)


def keys_of(type_: type[msgspec.Struct]) -> str:
    """Return the table of the keys of a kind of file, or of a part of one; ends with an error where one has no meaning."""
    said = load_tree(MEANINGS.read_text(encoding="utf-8"), MEANINGS.name).data[type_.__name__]
    info = inspect.type_info(type_)
    assert isinstance(info, inspect.StructType)
    names = [field.encode_name for field in info.fields]
    if names != list(said):
        raise SystemExit(f"{MEANINGS.name}: {type_.__name__} should have the keys {', '.join(names)}")
    return _table(
        "| kunci | isi | nilai |",
        (
            (field.encode_name, str(said[field.encode_name]).replace("|", "\\|"), _values(field))
            for field in info.fields
        ),
    )


def _values(field: inspect.Field) -> str:
    """Return what may stand at a key, and its default: "`lower`, `lemma` (bawaan: `lower`)"."""
    kinds = " atau ".join(filter(None, map(_kind, _options(field.type))))
    if field.required:
        return f"{kinds} (wajib)"
    return f"{kinds} (bawaan: `{field.default}`)" if isinstance(field.default, str) else kinds


def _options(type_: inspect.Type) -> Iterator[inspect.Type]:
    for option in type_.types if isinstance(type_, inspect.UnionType) else (type_,):
        yield option.type if isinstance(option, inspect.Metadata) else option


def _kind(type_: inspect.Type) -> str:
    match type_:
        case inspect.LiteralType(values):
            return ", ".join(f"`{value}`" for value in values)
        case inspect.BoolType():
            return "`true`, `false`"
        case inspect.IntType():
            return "bilangan bulat"
        case inspect.VarTupleType():
            return "daftar teks"
        case inspect.StructType(cls) if cls is Said:
            return "`{id: …, en: …}`"
        case inspect.NoneType():
            return ""
    return "teks"


def keys() -> str:
    """Return the table of the keys of a configuration."""
    rows = (
        (a.key, a.text.id, f"`{a.default}`" if a.default else f"– (contoh: `{a.example}`)" if a.example else "–")
        for a in about(ConfigFile)
    )
    return _table("| kunci | isi | bawaan |", rows)


def keys_by_path() -> str:
    """Return the table of the keys of a [[per-path]] table, which has no defaults of its own."""
    return _table(
        "| kunci | isi | contoh |", ((a.key, a.text.id, f"`{a.example or a.default}`") for a in about(PerPath))
    )


def profiles() -> str:
    """Return the ladder of the profiles, with when to climb."""
    return _table(
        "| profil | nama | kapan |", ((p.name, p.title.said("id"), p.about.said("id")) for p in load_profiles())
    )


MEANINGS = ROOT / "docs" / "kunci.yaml"
"""What the keys of rule files mean, by the name of their type."""
KINDS: dict[str, type[msgspec.Struct]] = {
    "basis": types.Basis,
    "fix": types.FixHint,
    "label": types.Label,
    "examples": types.Example,
    "measures": types.MeasureFile,
    "profiles": types.ProfileFile,
    "regimes": types.RegimeFile,
    "sources": types.Source,
    "places": types.Place,
    "ladders": types.LadderFile,
    "rungs": types.Rung,
    "options": types.Option,
    "ladder-examples": types.LadderExample,
    "criteria": types.CriterionFile,
    "found": types.Found,
    "open": types.Open,
}
"""Mark in docs/aturan.md → the type whose keys stand there."""
PARTS_OF = {
    "README.md": {"report": lambda: excerpt(report())},
    "docs/aturan.md": {
        "facts": facts,
        "forces": forces,
        "names": names,
        **{mark: partial(keys_of, type_) for mark, type_ in KINDS.items()},
    },
    "docs/pengaturan.md": {"keys": keys, "per-path": keys_by_path, "profiles": profiles},
}
"""File → mark → what stands between ``<!-- mark -->`` and ``<!-- /mark -->``."""


def renewed(path: str) -> str:
    """Return the text of the file *path* with its generated parts as they are now."""
    text = (ROOT / path).read_text(encoding="utf-8")
    for mark, make in PARTS_OF[path].items():
        begin, end = f"<!-- {mark} -->\n", f"<!-- /{mark} -->\n"
        before, found, rest = text.partition(begin)
        _, closed, after = rest.partition(end)
        if not (found and closed):
            raise SystemExit(f"{path} has no {begin.strip()} … {end.strip()}")
        text = before + begin + make() + end + after
    return text


def main() -> int:
    """Write every file anew."""
    pages.write()
    for path in PARTS_OF:
        (ROOT / path).write_text(renewed(path), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
