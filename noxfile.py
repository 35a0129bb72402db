"""The tasks of a developer, in the environment that is active: ``nox`` lists them, ``nox -s check`` runs one."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent
SCHEMAS = ROOT / "rules" / "schema"

# The tools are those beside the nox that runs, also where its environment is not activated.
os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"

nox.needs_version = ">=2024.10"
nox.options.default_venv_backend = "none"
nox.options.sessions = ["check"]


@nox.session
def check(session: nox.Session) -> None:
    """Format, lint, types, import contracts, tests; words after -- go to pytest."""
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("mypy", "--strict", "linter")
    session.run("lint-imports")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(default=False)
def tidy(session: nox.Session) -> None:
    """Format the code and mend what the linter can mend."""
    session.run("ruff", "format", ".")
    session.run("ruff", "check", "--fix", ".")


@nox.session(default=False)
def cases(session: nox.Session) -> None:
    """Regenerate the trees of the grammar's cases; read the difference before committing it."""
    session.run("python", "tests/grammar/regenerate_cases.py", *session.posargs)


@nox.session(default=False)
def snapshots(session: nox.Session) -> None:
    """Approve what the rules now say of the corpus; read the difference before committing it."""
    session.run("python", "tests/app/snapshots.py")


@nox.session(default=False)
def schemas(session: nox.Session) -> None:
    """Regenerate rules/schema/*.json from the types."""
    from linter.app.resources import load_resources
    from linter.config.schema import config_schema
    from linter.documents.draft import draft_schema
    from linter.documents.papers import papers_schema
    from linter.engine import other_schemas, rule_schema
    from linter.report import schema

    texts = {
        **{f"{name}.json": _json(schema) for name, schema in other_schemas().items()},
        "rule.json": _json(rule_schema(load_resources((), plugins=False).rules.measures.values())),
        "config.json": _json(config_schema()),
        "draft.json": _json(draft_schema()),
        "papers.json": _json(papers_schema()),
        "item.json": schema.text(),
    }
    for name, text in texts.items():
        (SCHEMAS / name).write_text(text, encoding="utf-8", newline="\n")
        session.log(f"rules/schema/{name}")


def _json(schema: dict[str, object]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """Renew what the README, docs/aturan.md and docs/pengaturan.md copy from the program."""
    session.run("python", "docs/regenerate.py")


@nox.session(default=False)
def benchmarks(session: nox.Session) -> None:
    """Measure accuracy on the labelled corpus, then throughput against spaCy's tokenizer."""
    session.run("python", "benchmarks/accuracy.py")
    session.run("python", "benchmarks/precision.py")
    session.run("python", "benchmarks/throughput.py", *session.posargs)
