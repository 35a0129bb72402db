"""What OpenAPI says of the API, tried by schemathesis: no server error, and no answer that it does not describe.

Needs schemathesis (extra "dev"); skipped without it.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from linter.web.app import make_app
from linter.web.engines import Engines

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
APP = make_app(Engines())
schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", APP, headers={"host": "127.0.0.1"})


@schema.parametrize()
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_described(case: object) -> None:
    case.call_and_validate(headers={"host": "127.0.0.1"})  # type: ignore[attr-defined]
