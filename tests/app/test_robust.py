"""What is not of the sentence does not change its reading: letter case, list numbers, stops, spaces, topic and agency."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from linter.app import Analyser

Shape = tuple[Any, ...]

FIELDS = ("kearsipan", "perikanan", "kesehatan", "pertanian", "pariwisata", "statistik")
AGENCY = re.compile(
    r"\b(Dinas|Badan|Bagian|Kecamatan|Kelurahan|Kabupaten|Puskesmas|Desa|Subbagian|Seksi|Bidang)"
    r"((?: (?!Tahun)[A-Z][a-z]+){1,2})\b"
)
EXCEPTIONS: dict[str, dict[str, str]] = {
    "agency": {
        "g0056": "'Kecamatan Dalam Angka' is the title of a publication, not an agency",
        "h0131": "'Kecamatan Dalam Angka' is the title of a publication, not an agency",
        "g0202": "'Rawa Indah' is a name that an adjective ends, which cannot be told where all or no words have capitals",
        "e0107": "'Kabupaten Dalam Angka' is the title of a publication, not an agency",
        "e0264": "'Desa Mengumumkan', in title case, is an agency and its verb",
        "h0283": "'Kendaraan Dinas Operasional' is a kind of car, not an agency",
    },
}
"""Statements whose reading does change, by transformation, with the reason."""


def shape(analyser: Analyser, text: str) -> Shape:
    """Return the class and the kinds of spans of *text*, in their order."""
    checked = analyser.check_text(text)
    parse, verdict = checked.parse, checked.verdict
    assert parse is not None and verdict is not None
    roles = [(p.start, name) for name in ("subject", "verb", "object") if (p := getattr(parse, name)) is not None]
    roles += [(q.phrase.start, q.type) for q in parse.qualifiers]
    return (verdict.class_, verdict.semu, *(name for _, name in sorted(roles)))


def other_agency(text: str) -> str:
    """Return *text* with every agency of another name."""
    return AGENCY.sub(lambda m: f"{m.group(1)} Argamulya" + (" Wanasari" if m.group(2).count(" ") > 1 else ""), text)


def other_topic(analyser: Analyser, text: str) -> str:
    """Return *text* with the nouns of field that modify another noun replaced, case and place kept."""
    words = analyser.reader.parse(text).words
    out, at = [], 0
    for n, word in enumerate(words):
        features = word.reading.features
        if n and word.tag in ("N", "N_KEAN", "N_PERAN") and "field" in features and words[n - 1].tag.startswith("N"):
            new = FIELDS[len(word.text) % len(FIELDS)]
            new = new.upper() if word.text.isupper() else new.capitalize() if word.text[:1].isupper() else new
            out += [text[at : word.start], new]
            at = word.end
    return "".join([*out, text[at:]])


def one_line(text: str) -> str:
    """Return *text* without what the transformations add themselves."""
    return text.strip()


TRANSFORMATIONS: dict[str, Callable[[Analyser, str], str]] = {
    "upper": lambda a, t: t.upper(),
    "lower": lambda a, t: t.lower(),
    "title": lambda a, t: " ".join(w[:1].upper() + w[1:] for w in t.split(" ")),
    "number": lambda a, t: "3. " + t,
    "letter": lambda a, t: "b) " + t,
    "stop": lambda a, t: t.rstrip(" .;") + ".",
    "spaces": lambda a, t: "  " + t.replace(" ", "  ") + " ",
    "no-break spaces": lambda a, t: t.replace(" ", "\u00a0"),
    "agency": lambda a, t: other_agency(t),
    "topic": other_topic,
}


@pytest.mark.parametrize("name", TRANSFORMATIONS)
def test_the_reading_stays(analyser: Analyser, gold: tuple[dict[str, Any], ...], name: str) -> None:
    changed = {}
    for row in gold:
        text = one_line(row["text"])
        if row["class"] == "bukan_pernyataan" or (name == "upper" and text.isupper()):
            continue
        other = TRANSFORMATIONS[name](analyser, text)
        if other != text and shape(analyser, text) != shape(analyser, other):
            changed[row["id"]] = other
    unexpected = {key: value for key, value in changed.items() if key not in EXCEPTIONS.get(name, ())}
    assert unexpected == {}
    assert set(EXCEPTIONS.get(name, ())) <= set(changed), "an exception that no longer is one"
