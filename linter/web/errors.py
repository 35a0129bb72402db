"""How errors are said: a sentence in the language of the request, as JSON for the API and as a piece of a page for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from fastapi.responses import HTMLResponse, JSONResponse, Response

from linter.model import Said

_UNFIT: Mapping[str, Said] = {
    "missing": Said("belum diisi", "is missing"),
    "json_invalid": Said("bukan JSON yang dapat dibaca", "is no JSON that can be read"),
    "extra_forbidden": Said("tidak dikenal", "is not known"),
    "literal_error": Said("bukan salah satu pilihannya", "is none of its choices"),
    "string_type": Said("harus teks", "must be a text"),
    "list_type": Said("harus daftar", "must be a list"),
    "model_attributes_type": Said("harus objek JSON (application/json)", "must be a JSON object (application/json)"),
    "dict_type": Said("harus objek JSON (application/json)", "must be a JSON object (application/json)"),
    "string_unicode": Said("memuat karakter yang tidak dapat dibaca", "has characters that cannot be read"),
}
_OTHER = Said("tidak sesuai", "does not fit")
_BODY = Said("permintaan", "request")
_PIECES = ("/hasil", "/kini", "/hitungan")
"""How the paths of what is put into a page end."""
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>skplint</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/berkas/skplint.css">
</head>
<body>
<main>
<h1>skplint</h1>
{said}
</main>
</body>
</html>
"""


def unfit(errors: Sequence[Mapping[str, Any]]) -> Said:
    """Return what is wrong with a request, of the first of pydantic's *errors*."""
    found = errors[0]
    names = [str(part) for part in found["loc"][1:] if found["type"] != "json_invalid"]
    place = Said(f"isi '{'.'.join(names)}'", f"'{'.'.join(names)}'") if names else _BODY
    most = found.get("ctx", {}).get("max_length")
    if found["type"] == "value_error":  # ours: both languages, parted by a stroke
        id_, _, en = str(found["ctx"]["error"]).partition(" | ")
        return Said(id_, en)
    said = _UNFIT.get(found["type"], _OTHER)
    if most is not None:
        said = Said(f"terlalu panjang; paling banyak {most}", f"is too long; at most {most}")
    return Said(f"{place.id} {said.id}", f"{place.en} {said.en}")


def error_answer(
    code: int, said: Said, hint: Said | None, path: str, lang: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return the answer to a request for *path* that cannot be answered."""
    message, advice = said.said(lang), hint.said(lang) if hint else None
    if path.startswith("/api/"):
        return JSONResponse({"error": message, "hint": advice}, code, headers=dict(headers or {}))
    words = f"{message} ({advice})" if advice else message
    said_so = f'<p class="empty" role="alert">{escape(words[:1].upper() + words[1:])}</p>'
    page = said_so if path.endswith(_PIECES) else _PAGE.format(lang="en" if lang == "en" else "id", said=said_so)
    return HTMLResponse(page, code, headers=dict(headers or {}))
