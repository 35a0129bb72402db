"""Everything that the program says is said in both languages, at the place where it is said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.model import Said, UserError

SOURCES = sorted((Path(__file__).resolve().parents[2] / "linter").rglob("*.py"))
SAME = {"", "MB", "KB", "SKP", "Unit", "Median", "Kappa"}
"""What is spelt alike in both languages."""

_LANGUAGE = re.compile(r"\.(?:id|en)$|\.said\((?:'en'|'id')\)$")
_FIELD = re.compile(r"\{[A-Za-z_:]+\}")


def literal(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def fields(node: ast.expr) -> list[str]:
    """Return what is filled in: the expressions of an f-string, whatever language they are asked for, and {names}."""
    found = []
    for part in ast.walk(node):
        if isinstance(part, ast.FormattedValue):
            found.append(_LANGUAGE.sub("", ast.unparse(part.value)))
        elif isinstance(part, ast.Constant) and isinstance(part.value, str):
            found += _FIELD.findall(part.value)
    return sorted(found)


def faults(source: str) -> Iterator[str]:
    """Yield what is wrong with the things said in *source*, each with its line."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        place = f"{call.lineno}: {ast.unparse(call)}"
        if name in ("Said", "say"):
            yield from (f"{fault} in {place}" for fault in _faults_of_pair(call, strict=name == "Said"))
        elif name in ("UserError", "NotChecked"):
            told = [*call.args[name == "NotChecked" :][:1], *(k.value for k in call.keywords if k.arg == "hint")]
            if any(literal(argument) for argument in told):
                yield f"one language in {place}"


def _faults_of_pair(call: ast.Call, *, strict: bool) -> Iterator[str]:
    if len(call.args) != 2 or call.keywords:
        if strict or not any(isinstance(argument, ast.Starred) for argument in call.args):
            yield "not two languages"
        return
    id, en = call.args
    if not (literal(id) and literal(en)):
        if literal(id) or literal(en):
            yield "one text and one value"
        return
    if ast.unparse(id) == ast.unparse(en) and not (isinstance(id, ast.Constant) and id.value in SAME):
        yield "the same text twice"
    if fields(id) != fields(en):
        yield "other fields"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: "/".join(path.parts[path.parts.index("linter") :]))
def test_what_a_module_says_is_said_in_both_languages(path: Path) -> None:
    assert list(faults(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("Said('berkas')", "not two languages"),
        ("Said('berkas', 'berkas')", "the same text twice"),
        ("Said(f'{n} berkas', f'{n} berkas')", "the same text twice"),
        ("Said(f'{n} berkas', f'{m} files')", "other fields"),
        ("Said('isi {verb}', 'content')", "other fields"),
        ("Said('berkas', word)", "one text and one value"),
        ("shell.say('berkas')", "not two languages"),
        ("say(f'{n} berkas', 'files')", "other fields"),
        ("UserError('berkas rusak', path=path)", "one language"),
        ("UserError(message, hint=f'pakai {x}')", "one language"),
        ("NotChecked(path, 'rusak')", "one language"),
    ],
)
def test_what_is_said_in_one_language_is_found(source: str, fault: str) -> None:
    (found,) = faults(source)
    assert found.startswith(fault)


@pytest.mark.parametrize(
    "source",
    [
        "Said('berkas', 'file')",
        "Said(f'{what.id} rusak', f\"{what.said('en')} is damaged\")",
        "Said(listed, listed)",
        "Said('MB', 'MB')",
        "UserError(Said('rusak', 'damaged'), path=f'{folder}/a.txt', hint=hint)",
        "say(*KINDS[kind])",
        "say(what_id, what_en)",
    ],
)
def test_what_is_said_in_both_is_left_alone(source: str) -> None:
    assert list(faults(source)) == []


def test_an_error_is_one_line_in_each_language() -> None:
    error = UserError(
        Said("kunci 'a' ganda", "the key 'a' is double"),
        path="x.yaml",
        line=2,
        column=5,
        hint=Said("hapus", "delete it"),
    )
    assert error.said("id") == str(error) == "x.yaml:2:5: kunci 'a' ganda (hapus)"
    assert error.said("en") == "x.yaml:2:5: the key 'a' is double (delete it)"


def test_where_a_rule_has_no_english_its_indonesian_is_said() -> None:
    assert (Said("isi").said("en"), Said("isi", "content").said("en")) == ("isi", "content")
