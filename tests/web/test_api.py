"""The JSON API: it says what the command line says, and refuses with a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from linter.cli import main
from linter.web.asked import MOST
from linter.web.engines import LONGEST
from linter.web.guard import LARGEST

TEXTS = ["Menyusun laporan kas", "Laporan kas tersusun tepat waktu", "Monitoring arsip", ""]


def asked(client: TestClient, route: str, body: dict[str, Any]) -> list[dict[str, Any]]:
    answer = client.post(f"/api/v1/{route}", json=body)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def test_check_says_what_the_command_line_says(client: TestClient, tmp_path: Path, capsys) -> None:
    draft = tmp_path / "a.skp"
    draft.write_text("\n".join(TEXTS), "utf-8")
    main(["check", str(draft), "--no-config", "--format", "jsonl"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = asked(client, "check", {"texts": TEXTS[:3]})
    beside = {"path", "at", "id"}
    assert [{k: v for k, v in item.items() if k not in beside} for item in found] == [
        {k: v for k, v in line.items() if k not in beside} for line in lines
    ]


def test_an_item_has_what_stands_beside_it(client: TestClient) -> None:
    (item,) = asked(client, "check", {"items": [{"part": "indikator", "text": "Jumlah laporan", "target": "90%"}]})
    assert item["indicator"]["target_ok"] is not None
    assert item["part"] == "indikator"


def test_the_regime_and_the_language_can_be_chosen(client: TestClient) -> None:
    (item,) = asked(client, "check", {"texts": TEXTS[:1], "regime": "p8-2021-dasar", "lang": "en"})
    assert item["regime"] == "p8-2021-dasar"
    assert item["findings"][0]["message"].startswith("This statement")


def test_a_thousand_texts_are_one_request(client: TestClient) -> None:
    assert len(asked(client, "check", {"texts": ["Aset tertata"] * MOST})) == MOST


def test_explain_says_which_rules_held(client: TestClient) -> None:
    (told,) = asked(client, "explain", {"texts": TEXTS[:1]})
    decided = [rule["code"] for rule in told["trace"] if rule["decided"]]
    assert decided == [told["item"]["decided_by"]]


def test_parse_gives_words_with_their_roots(client: TestClient) -> None:
    (told,) = asked(client, "parse", {"texts": TEXTS[:1]})
    assert told["parse"]["form"] == "verba_aktif"
    assert next((word["text"], word["root"]) for word in told["words"]) == ("Menyusun", "susun")


def test_rules_are_listed_and_shown(client: TestClient) -> None:
    rules = client.get("/api/v1/rules").json()["rules"]
    assert {"C001", "S001"} <= {rule["code"] for rule in rules}
    one = client.get("/api/v1/rules/verba-aktivitas").json()
    assert one["code"] == "C001"


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        ({}, 422, "salah satu"),
        ({"texts": ["a"], "items": []}, 422, "salah satu"),
        ({"texts": ["a"], "regime": "p6-2022-kuantitatf"}, 400, "tidak dikenal"),
        ({"texts": ["a" * (LONGEST + 1)]}, 422, "terlalu panjang"),
        ({"texts": ["a"] * (MOST + 1)}, 422, "texts"),
        ({"items": [{"text": "a", "part": "baris"}]}, 422, "items.0.part"),
        ({"items": [{"text": "a", "teks": "b"}]}, 422, "items.0.teks"),
        ({"texts": ["a"], "lang": "de"}, 422, "isi 'lang' bukan salah satu pilihannya"),
        ({"texts": ["a" * 9_000] * 60}, 422, "500 ribu"),
        ([], 422, "application/json"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(client: TestClient, body, code: int, said: str) -> None:
    answer = client.post("/api/v1/check", json=body)
    assert answer.status_code == code
    assert said in answer.json()["error"]


def test_what_is_too_large_is_refused(client: TestClient) -> None:
    def pieces():
        for _ in range(60):
            yield b"x" * (1 << 20)

    for content in (pieces(), b"x" * (LARGEST + 1)):
        answer = client.post("/api/v1/check", content=content, headers={"content-type": "application/json"})
        assert answer.status_code == 413
        assert f"{LARGEST >> 20} MB" in answer.json()["error"]
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_errors_are_said_in_the_language_of_the_request(client: TestClient) -> None:
    english = client.post("/api/v1/check", json={"texts": ["a"], "regime": "zzz", "lang": "en"})
    assert "is not known" in english.json()["error"]
    assert "no rule" in client.get("/api/v1/rules/C9999?lang=en").json()["error"]
    assert "is missing" in client.post("/api/v1/parse?lang=en", json={}).json()["error"]


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [("GET", "/api/v1/tiada", 404), ("GET", "/api/v1/check", 405), ("GET", "/api/v1/rules/C9999", 404)],
)
def test_what_is_not_there_is_said(client: TestClient, method: str, path: str, code: int) -> None:
    answer = client.request(method, path)
    assert answer.status_code == code
    assert answer.json()["error"]


def test_a_lone_surrogate_is_refused_with_a_sentence(client: TestClient) -> None:
    answer = client.post(
        "/api/v1/check", content=b'{"texts": ["a\\ud800b"]}', headers={"content-type": "application/json"}
    )
    assert answer.status_code == 422
    assert "karakter yang tidak dapat dibaca" in answer.text


def test_the_schema_describes_every_answer(client: TestClient) -> None:
    told = client.get("/api/v1/openapi.json").json()

    def resolve(node: Any) -> Any:
        if isinstance(node, dict):
            if "$ref" in node:
                name = node["$ref"].removeprefix("#/components/schemas/")
                assert name in told["components"]["schemas"], node
            for value in node.values():
                resolve(value)
        elif isinstance(node, list):
            for value in node:
                resolve(value)

    resolve(told)
    for route, body in (("check", {"texts": TEXTS}), ("explain", {"texts": TEXTS}), ("parse", {"texts": TEXTS})):
        schema = told["paths"][f"/api/v1/{route}"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = schema | {"components": told["components"]}
        jsonschema.validate(client.post(f"/api/v1/{route}", json=body).json(), whole)


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.nip.io", "", "::1"])
def test_no_other_name_is_answered_to(client: TestClient, host: str) -> None:
    answer = client.get("/api/v1/rules", headers={"host": host})
    assert answer.status_code == 400
    assert "nama komputer" in answer.json()["error"]


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:1", "[::1]:8000", "[::1]"])
def test_this_computer_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/coba", headers={"host": host}).status_code == 200
