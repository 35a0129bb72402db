"""What every page of HTML that is handed out has in common: its template, its policy against the outside, its seal."""

from __future__ import annotations

import functools
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from linter.io.ours import NOTES_END, digest_of


def asset(package: str, name: str) -> str:
    """Return the text of a file in the folder ``templates`` of a package."""
    return files(package).joinpath("templates", name).read_text("utf-8")


@functools.cache
def template(package: str, name: str) -> Template:
    """Return a template of a package: what is put into it is escaped, and a name that it does not get is a bug."""
    environment = Environment(
        autoescape=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(functools.partial(asset, package)),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template(name)


def policy(style: str, script: str = "") -> str:
    """Return a content security policy that lets in our own style and script, by their digests, and nothing else."""
    scripts = f"script-src {_digest(script)}; " if script else ""
    rest = "img-src data:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; style-src {_digest(style)}; {scripts}{rest}"


def sealed(page: str) -> bytes:
    """Return the bytes of a page with the seal by which the next run knows that nobody changed it, and may replace it."""
    data = page.encode()
    return data + f"{NOTES_END} {digest_of(data)} -->\n".encode()


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
