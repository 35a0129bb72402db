"""The lessons: Markdown from the corpus and from a folder of one's own, with examples that are judged while it is read."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from linter.app import Analyser
from linter.io.data import data_dir, walk
from linter.io.files import read_bytes, text_of
from linter.model import Said, UserError
from linter.web.api import NotThere
from linter.web.asked import Lang
from linter.web.engines import Engines
from linter.web.layout import page, regime_of
from linter.web.lesson_blocks import block

_HERE = "/pelajaran"
_LARGEST = 1 << 20
"""Bytes of the largest lesson that is read."""
_ENGLISH = ".en"


class Listed(msgspec.Struct, frozen=True):
    """A lesson in the list: its name in the address, its title, and its first sentences as plain text."""

    name: str
    title: str
    lead: str
    lang: str


class Shelf:
    """Finds lessons by their names; a lesson in the *folder* of one's own stands in place of ours of the same name.

    Files are looked for and read when they are asked for, so that what is edited shows at once. Raises UserError where
    *folder* is none.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is not None and not folder.is_dir():
            said = Said("folder pelajaran ini tidak ditemukan", "there is no such folder of lessons")
            raise UserError(said, path=str(folder))
        self._folder = folder

    def lessons(self) -> dict[str, dict[str, Traversable]]:
        """Return name → language → file, in the order of the names."""
        found = _in(data_dir("corpus") / "pelajaran")
        own = _in(self._folder) if self._folder else {}
        for name, files in own.items():
            # a translation alone is added; a lesson in Indonesian replaces ours with its translation
            found[name] = files if "id" in files else found.get(name, {}) | files
        return dict(sorted(found.items()))


def _in(folder: Traversable) -> dict[str, dict[str, Traversable]]:
    found: dict[str, dict[str, Traversable]] = {}
    for path, file in walk(folder, ".md"):
        if "/" not in path:
            stem = path.removesuffix(".md")
            lang = "en" if stem.endswith(_ENGLISH) else "id"
            found.setdefault(stem.removesuffix(_ENGLISH), {})[lang] = file
    return found


def router(engines: Engines, folder: Path | None = None) -> APIRouter:
    """Return the routes of the lessons, with those in *folder*; raises UserError where *folder* is none."""
    routes, shelf = APIRouter(include_in_schema=False), Shelf(folder)

    @routes.get(_HERE)
    def all_of_them(regime: str = "", lang: Lang | None = None) -> HTMLResponse:
        spoken = lang or engines.lang
        listed = [_listed(name, files, spoken) for name, files in shelf.lessons().items()]
        return page("pelajaran.html", engines, _HERE, spoken, regime_of(engines, regime), all=listed)

    @routes.get(f"{_HERE}/{{name}}")
    def one(name: str, regime: str = "", lang: Lang | None = None) -> HTMLResponse:
        spoken, active, lessons = lang or engines.lang, regime_of(engines, regime), shelf.lessons()
        if name not in lessons:
            raise NotThere(Said(f"tidak ada pelajaran '{name}'", f"there is no lesson '{name}'"))
        names = list(lessons)
        at = names.index(name)
        beside = [
            _listed(other, lessons[other], spoken) if other else None
            for other in (names[at - 1] if at else None, names[at + 1] if at + 1 < len(names) else None)
        ]
        written, text = _read(lessons[name], spoken)
        title, tokens = _titled(name, _MARKDOWN.parse(text))
        body = _html(tokens, engines.engine(active, spoken), spoken)
        told = {"lesson": name, "title": title, "body": Markup(body), "written": written, "beside": beside}
        return page("satu-pelajaran.html", engines, _HERE, spoken, active, **told)

    return routes


class _Markdown(MarkdownIt):
    """Markdown without HTML and pictures; a link leads to a page of this site, and is plain text otherwise."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.enable("table").disable("image")

    def validateLink(self, url: str) -> bool:
        return url.startswith("/") and not url.startswith(("//", "/\\", "/%5C", "/%5c"))


_MARKDOWN = _Markdown()


def _read(files: dict[str, Traversable], lang: str) -> tuple[str, str]:
    """Return the language in which a lesson is written, *lang* where there is a choice, and its text; raises UserError."""
    written = lang if lang in files else next(iter(files))
    file = files[written]
    data = read_bytes(str(file), max_bytes=_LARGEST) if isinstance(file, Path) else file.read_bytes()
    return written, text_of(data, file.name).read()


def _listed(name: str, files: dict[str, Traversable], lang: str) -> Listed:
    """Return a lesson for the list; one that cannot be read has its name for a title, and the reason under it."""
    try:
        written, text = _read(files, lang)
    except UserError as error:
        return Listed(name, name, error.message.said(lang), lang)
    title, tokens = _titled(name, _MARKDOWN.parse(text))
    first = tokens[1] if len(tokens) > 1 and tokens[0].type == "paragraph_open" else None
    return Listed(name, title, _plain(first) if first else "", written)


def _titled(name: str, tokens: list[Token]) -> tuple[str, list[Token]]:
    """Return the title, the first line "# …" (the *name* where there is none), and what stands below it."""
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return _plain(tokens[1]) or name, tokens[3:]
    return name, tokens


def _plain(inline: Token) -> str:
    """Return the text of a line without its marks."""
    return " ".join(
        "".join(child.content or " " * (child.type == "softbreak") for child in inline.children or ()).split()
    )


def _html(tokens: list[Token], engine: Analyser, lang: str) -> str:
    """Return the HTML of a lesson, its live blocks judged by *engine*."""
    for token in tokens:
        token.attrs.pop("style", None)  # columns of a table: the policy of the pages allows no style inside them
        if token.type == "fence":
            made = block(token.info.strip(), token.content, engine, lang)
            if made is not None:
                token.type, token.content = "html_block", made
        for child in token.children or ():
            if child.type == "link_open" and "?" not in str(child.attrs["href"]):
                child.attrs["href"] = f"{child.attrs['href']}?lang={lang}"
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))
