"""The commented skplint.toml that ``skplint init`` writes, in the language of the one who asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from linter.config.keys import About, ConfigFile, PerPath, about
from linter.model import Said

_TABLES = ("abbreviations", "roots", "lists")
_WIDTH = 100
_HEAD = (
    Said(
        "Pengaturan skplint untuk folder ini dan folder di bawahnya.",
        "Configuration of skplint for this folder and those below it.",
    ),
    Said(
        "Setiap kunci di bawah ini masih berupa komentar dan menunjukkan nilai bawaannya, atau sebuah contoh bila bawaannya "
        "kosong. Untuk memakainya, hapus tanda # di depan kunci itu. `skplint config show` menunjukkan yang berlaku.",
        "Every key below is commented out and shows its default, or an example where that is empty. To use one, delete the # "
        "before it. `skplint config show` shows what holds.",
    ),
)


def template(profiles: Iterable[tuple[str, Said]], lang: str) -> str:
    """Return the text of the file, its comments in *lang* (id, en).

    *profiles* are the rungs of the ladder (name, when to stand on it), lowest first.
    Without the ``#`` before its keys the text is a valid configuration.
    """
    blocks = ["\n".join(line for text in _HEAD for line in _comment(text.said(lang)))]
    for key in about(ConfigFile):
        lines = [*_comment(key.text.said(lang))]
        if key.key == "profile":
            lines += [line for name, when in profiles for line in _comment(f"{name}: {when.said(lang)}", "    ")]
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
