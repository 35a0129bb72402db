"""Office packages (OPC) as parts that can be changed one by one; those that nobody changes stay as they are, byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

from lxml import etree

from linter.documents.ziplimits import entities
from linter.io.ours import COPY_MARK
from linter.model import Said, UserError

Element = Any
"""An element of lxml, which has no types."""

TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_FIXED = (1980, 1, 1, 0, 0, 0)
_HEADER, _LENGTHS = 30, 26
"""Bytes of the fixed head of a local header, and where the lengths of the name and of the extra field stand in it."""
_MOST = 64 << 20
"""Bytes that a part may have which is to be changed."""


class Package:
    """The parts of one package; changes are kept beside it until it is saved.

    Names of parts are found whatever their case. What cannot be read raises as ``ziplimits.unpacked`` expects.
    """

    def __init__(self, archive: zipfile.ZipFile, data: bytes, path: str, broken: Said) -> None:
        self.path = path
        self._archive = archive
        self._data = data
        self._broken = broken
        self._infos = {info.filename: info for info in archive.infolist()}
        self._names = {name.lower(): name for name in self._infos}
        self._new: dict[str, bytes] = {}
        self._types = self.tree(TYPES)

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, new ones last."""
        return tuple(self._names.values())

    def has(self, name: str) -> bool:
        """Tell whether there is a part *name*."""
        return name.lower() in self._names

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; raises KeyError where there is none."""
        stored = self._names[name.lower()]
        return self._new[stored] if stored in self._new else self._archive.read(stored)

    def tree(self, name: str) -> Element:
        """Return the root of a part that is to be changed; raises UserError where it is too large or broken."""
        return self.parsed(self.source(name))

    def source(self, name: str) -> bytes:
        """Return the bytes of a part that is to be changed; raises UserError where it is too large."""
        info = self._infos.get(self._names[name.lower()])
        if info is not None and info.file_size > _MOST:
            raise UserError(_TOO_LARGE, path=self.path)
        return self.read(name)

    def parsed(self, data: bytes) -> Element:
        """Return the root of the XML in *data*; raises UserError where it is broken or declares entities."""
        # made anew each time: a parser of lxml belongs to the thread that made it
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise UserError(self._broken, path=self.path) from None
        if root.getroottree().docinfo.doctype:
            raise entities(self.path)
        return root

    def put(self, name: str, data: bytes) -> None:
        """Set the bytes of a part, which may be new."""
        stored = self._names.setdefault(name.lower(), name)
        if stored in self._new or stored not in self._infos or self._archive.read(stored) != data:
            self._new[stored] = data

    def put_tree(self, name: str, root: Element) -> None:
        """Set a part to the XML under *root*."""
        self.put(name, serialised(root))

    def drop(self, name: str) -> None:
        """Take a part away, with its relationships and its content type."""
        for gone in (name, relations_of(name)):
            stored = self._names.pop(gone.lower(), None)
            self._infos.pop(stored or "", None)
            self._new.pop(stored or "", None)
            for override in self._overrides(gone):
                self._types.remove(override)
        self.put_tree(TYPES, self._types)

    def free(self, name: Callable[[int], str]) -> str:
        """Return the first of name(1), name(2), … that no part has, nor one that is missing."""
        n = 1
        while self.has(name(n)) or self.type_of(name(n)):
            n += 1
        return name(n)

    def type_of(self, name: str) -> str:
        """Return the content type of a part, "" where it has none of its own."""
        return next((str(found.get("ContentType", "")) for found in self._overrides(name)), "")

    def set_type(self, name: str, content: str) -> None:
        """Set the content type of a part."""
        override = next(self._overrides(name), None)
        if override is None:
            override = etree.SubElement(self._types, f"{_TYPES}Override", PartName=f"/{name}")
        override.set("ContentType", content)
        self.put_tree(TYPES, self._types)

    def default_type(self, extension: str, content: str | None) -> None:
        """Set the content type of parts whose names end so, unless they have one; None takes it away."""
        found = [one for one in self._types.iter(f"{_TYPES}Default") if one.get("Extension", "").lower() == extension]
        if content is None:
            for default in found:
                self._types.remove(default)
        elif not found:
            self._types.insert(0, etree.Element(f"{_TYPES}Default", Extension=extension, ContentType=content))
        self.put_tree(TYPES, self._types)

    def saved(self) -> bytes:
        """Return the package as a copy of ours: old parts in their order, with their dates, and new ones behind them."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, info in self._infos.items():
                if name in self._new:
                    packed = zipfile.ZIP_DEFLATED if info.compress_type else zipfile.ZIP_STORED
                    archive.writestr(_entry(name, info.date_time, packed), self._new[name])
                else:
                    self._copy(info, archive, out)
            for name, data in self._new.items():
                if name not in self._infos:
                    archive.writestr(_entry(name, _FIXED), data)
            archive.comment = COPY_MARK
        return out.getvalue()

    def _copy(self, info: zipfile.ZipInfo, archive: zipfile.ZipFile, out: io.BytesIO) -> None:
        """Write a part as it is packed, so that none is unpacked for nothing."""
        head = info.header_offset
        lengths = [int.from_bytes(self._data[head + n : head + n + 2], "little") for n in (_LENGTHS, _LENGTHS + 2)]
        start = head + _HEADER + sum(lengths)
        same = copy(info)
        same.flag_bits &= ~0x08  # the sizes stand in the header, not behind the data
        same.extra, same.header_offset = b"", out.tell()
        out.write(same.FileHeader(zip64=False) + self._data[start : start + info.compress_size])
        archive.filelist.append(same)
        archive.NameToInfo[same.filename] = same
        archive.start_dir = out.tell()

    def _overrides(self, name: str) -> Iterator[Element]:
        wanted = f"/{name}".lower()
        found = [one for one in self._types.iter(f"{_TYPES}Override") if one.get("PartName", "").lower() == wanted]
        return iter(found)


class Relations:
    """The relationships of a part, or of the package itself where *part* is ""."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._part = part
        self._name = relations_of(part)
        empty = f'<Relationships xmlns="{_RELATION[1:].partition("}")[0]}"/>'.encode()
        self._root = package.tree(self._name) if package.has(self._name) else package.parsed(empty)

    def of(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Return id and part of each relationship whose type ends with *kind* ("comments"), within the package."""
        return tuple(
            (found.get("Id", ""), self._resolved(found.get("Target", "")))
            for found in self._root.iter(_RELATION)
            if found.get("Type", "").rpartition("/")[2] == kind and found.get("TargetMode") != "External"
        )

    def part(self, kind: str) -> str:
        """Return the first part of a *kind* that is there, "" where there is none."""
        return next((part for _, part in self.of(kind) if self._package.has(part)), "")

    def add(self, type_: str, part: str) -> str:
        """Relate to *part*; return the id."""
        used = {found.get("Id") for found in self._root.iter(_RELATION)}
        n = 1
        while f"rId{n}" in used:
            n += 1
        target = posixpath.relpath(part, posixpath.dirname(self._part) or ".")
        etree.SubElement(self._root, _RELATION, Id=f"rId{n}", Type=type_, Target=target)
        self._package.put_tree(self._name, self._root)
        return f"rId{n}"

    def remove(self, id_: str) -> None:
        """Take away the relationship with that id."""
        for found in [one for one in self._root.iter(_RELATION) if one.get("Id") == id_]:
            self._root.remove(found)
        self._package.put_tree(self._name, self._root)

    def _resolved(self, target: str) -> str:
        if target.startswith("/"):
            return posixpath.normpath(target[1:])
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._part), target))


def relations_of(part: str) -> str:
    """Return the name of the part that holds the relationships of *part*, "" being the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def serialised(root: Element) -> bytes:
    """Return the XML under *root* as office programs write it."""
    return _DECLARATION + bytes(etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False))


def _entry(name: str, date: tuple[int, int, int, int, int, int], packed: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """Return the entry under which a part is packed anew, the same on every system."""
    entry = zipfile.ZipInfo(name, date)
    entry.compress_type, entry.create_system = packed, 0
    return entry


_TOO_LARGE = Said(
    "sebuah lembar terlalu besar untuk diberi catatan di salinannya (lebih dari 64 MB); mintalah catatannya sebagai daftar: "
    "skplint check --format xlsx=catatan.xlsx",
    "a sheet is too large to be noted in a copy (over 64 MB); ask for the notes as a list: "
    "skplint check --format xlsx=catatan.xlsx",
)
