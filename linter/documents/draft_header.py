"""What a draft says of itself as a form: whose it is, for when, which fields it has, what is odd about them."""

from __future__ import annotations

import msgspec

from linter.documents.blanks import is_filled, is_placeholder
from linter.documents.draft_model import Draft, Lampiran, Pegawai, PejabatPenilai
from linter.documents.identity import kind_of, oddities, person_key
from linter.model import Header, People, Person


def header_of(draft: Draft) -> Header:
    """Return the header of *draft*; of names and NIP it only tells whether they are odd, never what they are."""
    owner, by, fields = draft.pegawai, draft.pejabat_penilai, fields_of(draft)
    return Header(
        post=owner.jabatan if owner else None,
        unit=owner.unit_kerja if owner else None,
        person=person_key(owner.nama) if owner else "",
        level=(owner.jenjang or owner.jenis_jabatan) if owner else None,
        regime=draft.regime,
        kind=kind_of(fields),
        duties=draft.uraian_tugas,
        appraiser=by.jabatan if by else None,
        appraiser_level=by.jenjang if by else None,
        annex=_annex(draft.lampiran),
        title=draft.judul,
        period=(draft.periode.mulai, draft.periode.akhir) if draft.periode else None,
        fields=fields,
        behaviours=draft.perilaku or (),
        oddities=oddities(
            owner.nama if owner else None,
            owner.nip if owner else None,
            by.nama if by else None,
            by.nip if by else None,
        ),
        credits=_credits(draft),
    )


def people_of(draft: Draft) -> People:
    """Return whom *draft* names, as it writes them."""
    return People(*(_person(one) if one else Person() for one in (draft.pegawai, draft.pejabat_penilai)))


def _person(said: Pegawai | PejabatPenilai) -> Person:
    told = (said.nama, said.nip, said.pangkat_gol, said.jabatan, said.unit_kerja)
    return Person(*(text or "" for text in told))


def fields_of(draft: Draft) -> frozenset[str]:
    """Return what the form has besides statements and indicators; a column counts where one of its cells is filled."""
    entries = (*(draft.utama or ()), *(draft.tambahan or ()))
    measures = [one for entry in entries for one in entry.indikator or ()]
    by = draft.pejabat_penilai
    held = {
        "pegawai": draft.pegawai is not None,
        "pejabat_penilai": by is not None,
        "delegasi": by is not None and _is_said(by.delegasi),
        "periode": draft.periode is not None,
        "judul": is_filled(draft.judul),
        "perilaku": draft.perilaku is not None,
        "utama": bool(draft.utama),
        "tambahan": bool(draft.tambahan),
        "rhk_atasan": any(is_filled(entry.rhk_atasan) for entry in entries),
        "ak": any(_is_said(entry.ak) for entry in entries),
        "perspektif": any(is_filled(one.perspektif) for one in entries),
        "bukti": any(is_filled(entry.bukti) for entry in entries),
        "indikator": bool(measures),
        "aspek": any(is_filled(one.aspek) for one in measures),
        "target": any(is_filled(one.target) for one in measures),
        "sumber_data": any(is_filled(one.sumber_data) for one in measures),
    }
    return frozenset(name for name, has in held.items() if has)


def _annex(held: Lampiran | None) -> frozenset[str]:
    """Return the parts of the annex that are filled in."""
    if held is None:
        return frozenset()
    parts = msgspec.structs.asdict(held)
    return frozenset(name.replace("_", " ") for name, text in parts.items() if _is_said(text))


def _credits(draft: Draft) -> tuple[float, float] | None:
    """Return the most credit points of a main and of an additional result; None where one of them has none."""
    found = [
        [points for entry in entries or () if (points := _points(entry.ak)) is not None]
        for entries in (draft.utama, draft.tambahan)
    ]
    return (max(found[0]), max(found[1])) if all(found) else None


def _points(written: str | None) -> float | None:
    """Return credit points as a number: "0,500" is a half, and so is "0.500"."""
    try:
        return float((written or "").strip().replace(",", "."))
    except ValueError:
        return None


def _is_said(text: str | None) -> bool:
    """Tell whether something stands there that is no placeholder ("-", "(diisi)")."""
    return is_filled(text) and not is_placeholder(text)
