"""What a copy cannot keep of a workbook: macros, since it is a plain workbook, and signatures, since it is another document."""

from __future__ import annotations

from linter.documents.marked.package import Package, Relations
from linter.model import Said, UserError

_PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACROS = "application/vnd.ms-office.vbaProject"
_SIGNATURES = "_xmlsignatures/"


def drop_macros(package: Package, book: str, relations: Relations) -> tuple[Said, ...]:
    """Take the macros out of the workbook *book*; return what to tell the user. Raises UserError for sheets of macros."""
    if relations.of("xlMacrosheet") or relations.of("xlIntlMacrosheet"):
        raise UserError(_SHEETS, path=package.path)
    if "macroEnabled" in package.type_of(book):
        package.set_type(book, _PLAIN)
    projects = relations.of("vbaProject")
    for id_, part in projects:
        for kind in ("vbaProjectSignature", "vbaProjectSignatureAgile", "vbaProjectSignatureV3", "wordVbaData"):
            for _, signature in Relations(package, part).of(kind):
                package.drop(signature)
        package.drop(part)
        relations.remove(id_)
    if not projects:
        return ()
    if not any(name.lower().endswith(".bin") for name in package.names()):
        package.default_type("bin", None)
    return (_NO_MACROS,)


def drop_signatures(package: Package) -> tuple[Said, ...]:
    """Take the digital signatures out of *package*; return what to tell the user."""
    relations = Relations(package, "")
    signed = [part for part in package.names() if part.lower().startswith(_SIGNATURES)]
    for id_, _ in relations.of("origin"):
        relations.remove(id_)
    for part in signed:
        package.drop(part)
    if not signed:
        return ()
    package.default_type("sigs", None)
    return (_NO_SIGNATURES,)


_SHEETS = Said(
    "buku kerja ini memuat lembar makro Excel 4.0, yang tidak dapat disalin; simpan sebagai .xlsx di Excel, lalu coba lagi",
    "this workbook has Excel 4.0 macro sheets, which cannot be copied; save it as .xlsx in Excel, then try again",
)
_NO_MACROS = Said(
    "makro tidak ikut ke salinan bercatatan; berkas asli tidak berubah",
    "macros are not in the copy with notes; the original is unchanged",
)
_NO_SIGNATURES = Said(
    "tanda tangan digital tidak ikut ke salinan bercatatan, sebab isinya bukan lagi dokumen yang ditandatangani",
    "digital signatures are not in the copy with notes, since it is no longer the document that was signed",
)
