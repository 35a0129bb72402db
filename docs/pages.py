"""The pages that are written whole from the rules: docs/aturan/, with the ladders and the map of the regulations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.app import Analyser
from linter.app.resources import load_resources
from linter.engine.types import CriterionFile, LadderFile, Source
from linter.model import RuleInfo, Said
from linter.report.rulepage import index, markdown
from linter.report.words import words

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "aturan"
GENERATED = "<!-- Dibuat oleh `nox -s docs` dari rules/; jangan diubah di sini. -->\n\n"


def pages() -> dict[Path, str]:
    """Return the text of every page by its path."""
    said, rules = words("id"), load_resources((), plugins=False).rules
    infos = Analyser().rules
    texts = {f"{info.code}-{info.name}.md": markdown(info, said) for info in infos}
    texts |= {f"tangga-{name}.md": ladder(file) for name, file in rules.ladders.items()}
    texts["peta-peraturan.md"] = regulations(rules.sources.values(), infos, rules.criteria.values())
    texts["README.md"] = (
        index(infos, said)
        + OTHER_PAGES
        + "".join(
            f"- [Tangga: {file.title.said('id').lower()}](tangga-{name}.md)\n" for name, file in rules.ladders.items()
        )
    )
    return {FOLDER / name: GENERATED + text for name, text in texts.items()}


OTHER_PAGES = """
Cara membaca dan menulisnya: [aturan.md](../aturan.md), [menulis-aturan.md](../menulis-aturan.md).

- [Peta peraturan: tempat yang sudah dibaca, dan aturan yang membawanya](peta-peraturan.md)
"""


def ladder(file: LadderFile) -> str:
    """Return the page of a ladder: each step with its question, its sentences and an example of each."""
    out = [f"# {file.title.said('id')}\n"]
    for rung in file.rungs:
        out.append(f"## {rung.step}\n\n{rung.question.said('id')}\n")
        if rung.options:
            rows = ((example.text, example.gives) for option in rung.options for example in option.examples)
            out.append("| dari | menjadi |\n|---|---|")
            out.append("\n".join(f"| {_cell(text)} | {_cell(gives)} |" for text, gives in rows) + "\n")
    return "\n".join(out)


Carried = dict[tuple[str, str], list[str]]
"""Source and place → what carries it, as Markdown."""


def regulations(sources: Iterable[Source], infos: Iterable[RuleInfo], criteria: Iterable[CriterionFile]) -> str:
    """Return the map from each place that was read to the rules that carry it, and to what no rule can check."""
    carried: Carried = {}
    for info in infos:
        for citation in info.citations:
            here = carried.setdefault((citation.source, citation.place), [])
            here.append(f"[{info.code}]({info.code}-{info.name}.md)")
    for criterion in criteria:
        for basis in criterion.basis:
            carried.setdefault((basis.source, basis.place), []).append(f"SMART ({criterion.letter})")
    out = [
        "# Peta peraturan\n",
        "Setiap tempat yang sudah dibaca, isinya dengan kata kami sendiri, aturan yang membawanya, dan bagian yang tidak dapat",
        "diperiksa aturan mana pun. Sifat (*wajib*, *pedoman*, *saran*) milik sebuah dasar dalam sebuah rezim; lihat",
        "halaman aturannya.\n",
    ]
    for source in sources:
        out.append(f"## {source.source}\n\n{source.title}.\n")
        out.append("| tempat | isi | aturan | tidak dapat diperiksa |\n|---|---|---|---|")
        out += _rows(source, carried)
        out.append("")
    return "\n".join(out)


def _rows(source: Source, carried: Carried) -> Iterator[str]:
    for place in source.places:
        links = ", ".join(dict.fromkeys(carried.get((source.source, place.place), ())))
        yield f"| {_cell(place.place)} | {_said(place.says)} | {links or '–'} | {_said(place.unchecked)} |"


def _said(text: Said | None) -> str:
    return _cell(text.said("id")) if text else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def write() -> None:
    """Write every page, and remove those of rules that are no more."""
    texts = pages()
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path not in texts:
            path.unlink()
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
