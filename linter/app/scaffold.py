"""The text of a new rule, commented, from a code, a name and the sentences that it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

import msgspec

from linter.engine import FAMILIES
from linter.engine.examples import MARKED, mark_fault
from linter.model import Said, UserError

_CODE = re.compile(r"[A-Z][0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_TEMPLATE = """\
# {code} {name}
# {guide} skplint rules test {code} --rules {folder}
code: {code}
name: {name}
kind: flag                      # {kind}
part: [{part}]
severity: info                  # {severity}
status: preview                 # {status}
since: "{since}"

# {basis}
# basis:
#   - {{source: "Peraturan Bupati 12/2026", place: "Pasal 4", force: pedoman}}

# {condition}
when:
{when}
# unless: {{fact: asal, is: katalog}}   # {unless}

message:                        # {message}
{messages}
why:                            # {why}
{whys}
# suggest:
#   - {{id: "{{Object}} {better}"}}

# {examples}
examples:
  bad:
{bad}
  good:
{good}
"""
_COMMENTS = {
    "guide": Said("Panduan: docs/menulis-aturan.md. Uji dengan:", "Guide: docs/menulis-aturan.md. Test it with:"),
    "kind": Said(
        "flag: memberi catatan; class: ikut menentukan kelas (lihat docs/aturan.md)",
        "flag: gives a note; class: has a say in the class (see docs/aturan.md)",
    ),
    "severity": Said(
        "error (perlu diperbaiki), warning (sebaiknya), info (pertimbangkan)",
        "error (must be mended), warning (should be), info (consider)",
    ),
    "status": Said(
        "preview: hanya pada profil reviu; ganti stable setelah dicoba",
        "preview: only in the profile reviu; make it stable once it has been tried",
    ),
    "basis": Said(
        "Dasar: hanya tempat yang sudah Anda baca. Tanpa dasar, sifatnya saran.",
        "Basis: only places that you have read. Without a basis the rule is advice (saran).",
    ),
    "condition": Said(
        'Syarat: pola kata, atau fakta uraian (skplint parse "…" menunjukkannya); all, any, not dapat dipakai.',
        'Condition: a pattern of words, or facts (skplint parse "…" shows them); all, any, not may be used.',
    ),
    "unless": Said("pengecualian", "exception"),
    "message": Said("apa yang terlihat, satu kalimat yang sopan", "what is seen, in one polite sentence"),
    "why": Said("mengapa, dan pertanyaan yang menuntun penulis", "the reason, and a question that leads the writer on"),
    "better": Said("‹sudah bagaimana› ‹kapan›", "‹in which state› ‹when›"),
    "examples": Said(
        "Contoh adalah uji: bad mendapat tepat satu catatan, di [[bagian ini]]; good tidak mendapatkannya.",
        "Examples are tests: bad gets exactly one note, at [[this place]]; good does not get it.",
    ),
}
"""What the file says of its own keys."""
_WORD = Said("kata", "word")
"""What the pattern asks for where no sentence was given."""


class Draft(msgspec.Struct, frozen=True):
    """What a new rule is to be: its code and name, its folder, and the sentences that get a note and those that do not."""

    code: str
    name: str
    folder: str
    part: str
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


def new_rule(draft: Draft, *, year: int, lang: str) -> tuple[str, str]:
    """Return the path below the rule folder and the text of a new rule, its comments in *lang*.

    The condition is a pattern of the words marked ``[[…]]`` in the bad examples. Raises UserError for a code or name that
    is none, for an empty example, and for marks that do not mark one place.
    """
    _check(draft)
    word = _WORD.said(lang)
    spoken = ("id", "en") if lang == "en" else ("id",)
    text = _TEMPLATE.format(
        code=draft.code,
        name=draft.name,
        folder=draft.folder,
        part=draft.part,
        since=year,
        when=_when([found[1] for text in draft.bad for found in [MARKED.search(text)] if found], word),
        bad=_examples(draft.bad or (f"… [[{word}]] …",)),
        good=_examples(draft.good or ("…",)),
        messages="\n".join(f"  {key}: \"'{{match}}' …\"" for key in spoken),
        whys="\n".join(f'  {key}: "…"' for key in spoken),
        **{key: said.said(lang) for key, said in _COMMENTS.items()},
    )
    return str(PurePosixPath(FAMILIES[draft.code[0]], f"{draft.code}-{draft.name}.yaml")), text


def _check(draft: Draft) -> None:
    if not _CODE.fullmatch(draft.code) or draft.code[0] not in FAMILIES:
        families = " ".join(FAMILIES)
        raise UserError(
            Said(f"kode '{draft.code}' tidak sah: huruf keluarga ({families}) dan tiga angka, mis. P901",
                 f"'{draft.code}' is no code: a family letter ({families}) and three digits, as in P901")
        )  # fmt: skip
    if not _NAME.fullmatch(draft.name):
        raise UserError(
            Said(f"nama '{draft.name}' tidak sah: huruf kecil dan tanda hubung, mis. sebutan-opd",
                 f"'{draft.name}' is no name: small letters and hyphens, as in sebutan-opd")
        )  # fmt: skip
    for option, texts in (("--bad", draft.bad), ("--good", draft.good)):
        for text in texts:
            wrong = mark_fault(text) if text.strip() else Said("masih kosong", "it is empty")
            if wrong:
                raise UserError(Said(f'{option} "{text}": {wrong.id}', f'{option} "{text}": {wrong.said("en")}'))


def _when(marked: Sequence[str], word: str) -> str:
    """Return the condition for the marked words: one pattern for each length, one for *word* where nothing is marked."""
    spoken = dict.fromkeys(tuple(mark.lower().split()) for mark in marked if mark.strip())
    singles = [words[0] for words in spoken if len(words) == 1]
    patterns = [_pattern([f"{{LOWER: {{IN: [{', '.join(map(_quoted, singles))}]}}}}"])] if singles else []
    patterns += [_pattern([f"{{LOWER: {_quoted(word)}}}" for word in words]) for words in spoken if len(words) > 1]
    if not patterns:
        return "  " + _pattern([f"{{LOWER: {word}}}"])
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
