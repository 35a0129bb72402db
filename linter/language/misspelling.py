"""What was probably meant by a misspelt government form: a letter lost, doubled or in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator


def misspellings(form: str) -> Iterator[str]:
    """Yield what was probably meant by *form*: an n lost before -nya, one too many, te- for ter-, -an cut short."""
    if len(form) < 9:
        return
    if form.startswith("ter") and form.endswith("annya"):
        yield form[:-5] + "ananya"
    for c in "aeiouknst":
        if c * 3 in form:
            yield form.replace(c * 3, c * 2)
    bases = [form] + (["ter" + form[2:]] if form.startswith("te") and not form.startswith("ter") else [])
    for base in bases:
        if base != form:
            yield base
        if base.startswith("te") and base.endswith("ya"):
            if base.endswith("nnya"):
                yield base[:-4] + "nya"
            if base.endswith("nya"):
                yield base[:-3] + "nnya"
            else:
                yield base[:-2] + "nya"
            yield base[:-3] + "inya"
    if form.startswith("pe") and form.endswith("a"):
        yield form + "n"
