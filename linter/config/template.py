"""The commented skplint.toml that ``skplint init`` writes; it is for people, so its comments are Indonesian."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from linter.config.keys import About, ConfigFile, PerPath, about

_TABLES = ("abbreviations", "roots", "lists")
_WIDTH = 100
_HEAD = (
    "Pengaturan skplint untuk folder ini dan folder di bawahnya.",
    "Setiap kunci di bawah ini masih berupa komentar dan menunjukkan nilai bawaannya, atau sebuah contoh bila bawaannya "
    "kosong. Untuk memakainya, hapus tanda # di depan kunci itu. `skplint config show` menunjukkan yang berlaku.",
)


def template(profiles: Iterable[tuple[str, str]]) -> str:
    """Return the text of the file; *profiles* are the rungs of the ladder (name, when to stand on it), lowest first.

    Without the ``#`` before its keys the text is a valid configuration.
    """
    blocks = ["\n".join(line for text in _HEAD for line in _comment(text))]
    for key in about(ConfigFile):
        lines = [*_comment(key.text)]
        if key.key == "profile":
            lines += [line for name, when in profiles for line in _comment(f"{name}: {when}", "    ")]
        if key.key == "per-path":
            lines += ["#[[per-path]]", *(f"#{_setting(inner)}" for inner in about(PerPath))]
        elif key.key in _TABLES:
            lines += [f"#[{key.key}]", f"#{key.example.removeprefix('{ ').removesuffix(' }')}"]
        else:
            lines += [f"#{_setting(key)}"]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _setting(key: About) -> str:
    return f"{key.key} = {key.default or key.example}"


def _comment(text: str, indent: str = "") -> Iterator[str]:
    yield from fill(
        text, _WIDTH, initial_indent=f"# {indent}", subsequent_indent=f"# {indent}", break_on_hyphens=False
    ).split("\n")
