"""What a request to the API may hold; FastAPI refuses the rest before it comes to us."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from linter.web.engines import LONGEST

MOST = 1_000
"""Texts that one request may hold."""
TOGETHER = 500_000
"""Code points that all of them may have together."""
Text = Annotated[str, Field(max_length=LONGEST, description="Rumusan, utuh seperti ditulis.")]
Beside = Annotated[str | None, Field(max_length=LONGEST)]
Lang = Literal["id", "en"]


class AskedItem(BaseModel):
    """One text with what stands beside it."""

    model_config = ConfigDict(extra="forbid")

    text: Text
    part: Literal["rencana_kinerja", "indikator", "target", "sel_matriks", "sasaran"] = "rencana_kinerja"
    aspek: Beside = None
    target: Beside = None
    rk: Annotated[Beside, Field(description="Rencana kinerja di atas sebuah indikator.")] = None
    section: Literal["utama", "tambahan"] | None = None
    asal: Literal["sendiri", "pk", "katalog", "direktif"] = "sendiri"


class AskedTexts(BaseModel):
    """Plain statements to look at."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"texts": ["Menyusun laporan kas", "Laporan kas tersusun tepat waktu"]}]},
    )

    texts: Annotated[list[Text], Field(max_length=MOST)]
    regime: Annotated[str | None, Field(max_length=60, description="Rezim; bawaan: p6-2022-kuantitatif.")] = None
    lang: Lang | None = None

    @model_validator(mode="after")
    def _not_too_much(self) -> AskedTexts:
        _refuse_too_much(self.texts)
        return self


class Asked(BaseModel):
    """Texts to check: plain statements, or items with what stands beside them; one of both."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"texts": ["Menyusun laporan kas", "Laporan kas tersusun tepat waktu"]}],
            "oneOf": [
                {"required": [name], "properties": {name: {"type": "array"}, other: {"type": "null"}}}
                for name, other in (("texts", "items"), ("items", "texts"))
            ],
        },
    )

    texts: Annotated[list[Text] | None, Field(max_length=MOST)] = None
    items: Annotated[list[AskedItem] | None, Field(max_length=MOST)] = None
    regime: Annotated[str | None, Field(max_length=60, description="Rezim; bawaan: p6-2022-kuantitatif.")] = None
    lang: Lang | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Asked:
        if (self.texts is None) == (self.items is None):
            raise ValueError("'texts' atau 'items', salah satu saja | either 'texts' or 'items'")
        _refuse_too_much([item.text for item in self.all])
        return self

    @property
    def all(self) -> list[AskedItem]:
        """Every text as an item."""
        return self.items if self.items is not None else [AskedItem(text=text) for text in self.texts or ()]


def _refuse_too_much(texts: list[str]) -> None:
    """Raise ValueError, in both languages, where *texts* are more than one request may hold together."""
    if sum(map(len, texts)) > TOGETHER:
        raise ValueError(
            f"terlalu banyak teks sekaligus; paling banyak {TOGETHER // 1000} ribu karakter"
            f" | too much at once; at most {TOGETHER // 1000} thousand characters"
        )
