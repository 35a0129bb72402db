"""The text of a new rule, commented, from a code, a name and the sentences that it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from linter.engine import FAMILIES
from linter.model import Said, UserError

_CODE = re.compile(r"[A-Z][0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MARKED = re.compile(r"\[\[(.*?)\]\]")

_TEMPLATE = """\
# {code} {name}
# Panduan: docs/menulis-aturan.md. Uji dengan: skplint rules test {code} --rules {folder}
code: {code}
name: {name}
kind: flag                      # flag: memberi catatan; class: ikut menentukan kelas (lihat docs/aturan.md)
part: [{part}]
severity: info                  # error (perlu diperbaiki), warning (sebaiknya), info (pertimbangkan)
status: preview                 # preview: hanya pada profil reviu; ganti stable setelah dicoba
since: "{since}"

# Dasar: hanya tempat yang sudah Anda baca. Tanpa dasar, sifatnya saran.
# basis:
#   - {{source: "Peraturan Bupati 12/2026", place: "Pasal 4", force: pedoman}}

# Syarat: pola kata, atau fakta uraian (skplint parse "…" menunjukkannya); all, any, not dapat dipakai.
when:
{when}
# unless: {{fact: asal, is: katalog}}   # pengecualian

message:
  id: "'{{match}}' …"            # apa yang terlihat, satu kalimat yang sopan
why:
  id: "…"                       # mengapa, dan pertanyaan yang menuntun penulis
# suggest:
#   - {{id: "{{Object}} ‹sudah bagaimana› ‹kapan›"}}

# Contoh adalah uji: bad mendapat tepat satu catatan, di [[bagian ini]]; good tidak mendapatkannya.
examples:
  bad:
{bad}
  good:
{good}
"""


def new_rule(
    code: str, name: str, *, folder: str, part: str, bad: Sequence[str], good: Sequence[str], year: int
) -> tuple[str, str]:
    """Return the path below the rule folder and the text of a new rule.

    The condition is a pattern of the words marked ``[[…]]`` in *bad*. Raises UserError for a code or name that is none.
    """
    if not _CODE.fullmatch(code) or code[0] not in FAMILIES:
        families = " ".join(FAMILIES)
        raise UserError(
            Said(f"kode '{code}' tidak sah: huruf keluarga ({families}) dan tiga angka, mis. P901",
                 f"'{code}' is no code: a family letter ({families}) and three digits, as in P901")
        )  # fmt: skip
    if not _NAME.fullmatch(name):
        raise UserError(
            Said(f"nama '{name}' tidak sah: huruf kecil dan tanda hubung, mis. sebutan-opd",
                 f"'{name}' is no name: small letters and hyphens, as in sebutan-opd")
        )  # fmt: skip
    words = [mark for text in bad for mark in _MARKED.findall(text)]
    text = _TEMPLATE.format(
        code=code,
        name=name,
        folder=folder,
        part=part,
        since=year,
        when=_when(words),
        bad=_examples(bad or ["… [[kata]] …"]),
        good=_examples(good or ["…"]),
    )
    return str(PurePosixPath(FAMILIES[code[0]], f"{code}-{name}.yaml")), text


def _when(marked: Sequence[str]) -> str:
    """Return the condition for the marked words: one pattern for each length, a placeholder where nothing is marked."""
    spoken = dict.fromkeys(tuple(mark.lower().split()) for mark in marked if mark.strip())
    singles = [words[0] for words in spoken if len(words) == 1]
    patterns = [_pattern([f"{{LOWER: {{IN: [{', '.join(map(_quoted, singles))}]}}}}"])] if singles else []
    patterns += [_pattern([f"{{LOWER: {_quoted(word)}}}" for word in words]) for words in spoken if len(words) > 1]
    if not patterns:
        return "  " + _pattern(["{LOWER: kata}"])
    if len(patterns) == 1:
        return f"  {patterns[0]}"
    return "  any:\n" + "\n".join(f"    - {{{pattern}}}" for pattern in patterns)


def _pattern(tokens: Sequence[str]) -> str:
    return f"pattern: [{', '.join(tokens)}]"


def _examples(texts: Sequence[str]) -> str:
    return "\n".join(f"    - text: {_quoted(text)}" for text in texts)


def _quoted(text: str) -> str:
    """Return *text* as a YAML scalar in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in escaped) + '"'
