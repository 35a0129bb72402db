"""Class mode: off unless asked for, led from the serving computer alone, counted without names, and gone with its question."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from linter.app.exercises import draw
from linter.web.app import make_app
from linter.web.engines import Engines
from linter.web.room import SEATS, Room

LEADER, PHONE = ("127.0.0.1", 5000), ("192.168.1.20", 5001)
PAPER = {"jenis": "pilah", "benih": "3", "banyak": "3"}


@pytest.fixture
def room(engines: Engines) -> Room:
    found = Room()
    found.begin(draw(engines.pool, "pilah", 3, 3))
    return found


@pytest.fixture
def leader(engines: Engines) -> Iterator[TestClient]:
    app = make_app(engines, "0.0.0.0", classroom_on=True)
    with TestClient(app, base_url="http://127.0.0.1", client=LEADER) as client:
        yield client


def phone(leader: TestClient) -> TestClient:
    return TestClient(leader.app, base_url="http://192.168.1.2", client=PHONE)


def stage(page: str) -> int:
    found = re.search(r'name="tahap" value="(\d+)"', page)
    assert found
    return int(found[1])


def test_it_is_off_unless_it_is_asked_for(client: TestClient) -> None:
    assert client.get("/kelas").status_code == 404
    assert client.get("/kelas/pandu").status_code == 404
    assert "/kelas/pandu" not in client.get("/latihan").text


def test_only_the_serving_computer_leads(leader: TestClient) -> None:
    assert leader.get("/kelas/pandu").status_code == 200
    for path in ("/kelas/pandu", "/kelas/pandu/hitungan"):
        assert phone(leader).get(path).status_code == 400
    for path in ("/kelas/pandu/mulai", "/kelas/pandu/langkah"):
        assert phone(leader).post(path, data={**PAPER, "ke": "maju"}).status_code == 400
    foreign = leader.post("/kelas/pandu/mulai", data=PAPER, headers={"sec-fetch-site": "cross-site"})
    assert foreign.status_code == 400
    assert "Menunggu soal" in leader.get("/kelas").text


def test_phones_are_counted_once_each_and_without_names(leader: TestClient) -> None:
    leader.post("/kelas/pandu/mulai", data=PAPER)
    for n in range(5):
        one = phone(leader)
        page = one.get("/kelas").text
        cookie = one.cookies.get("kartu")
        assert cookie
        assert len(cookie) >= 16
        for choice in ("kategori", "aktivitas" if n else "pencapaian"):  # the second one counts
            said = one.post("/kelas/kini", data={"pilihan": choice, "tahap": str(stage(page))}).text
            assert "dihitung tanpa nama" in said
    tally = leader.get("/kelas/pandu/hitungan").text
    assert "<strong>5</strong>" in tally
    assert "meter" not in tally, "what others chose is not shown before the answer is"
    leader.post("/kelas/pandu/langkah", data={"ke": "buka"})
    counts = re.findall(r"</meter> (\d+)", leader.get("/kelas/pandu").text)
    assert counts == ["1", "4", "0"]


def test_what_comes_too_late_is_told(leader: TestClient) -> None:
    leader.post("/kelas/pandu/mulai", data=PAPER)
    one = phone(leader)
    page = one.get("/kelas").text
    leader.post("/kelas/pandu/langkah", data={"ke": "maju"})
    late = one.post("/kelas/kini", data={"pilihan": "kategori", "tahap": str(stage(page))}).text
    assert "tidak dihitung" in late
    assert "2/3" in late
    leader.post("/kelas/pandu/langkah", data={"ke": "buka"})
    shown = one.get("/kelas/kini").text
    assert "Jawaban:" in shown
    late = one.post("/kelas/kini", data={"pilihan": "kategori", "tahap": str(stage(shown))}).text
    assert "disabled" in late
    assert "<strong>0</strong>" in leader.get("/kelas/pandu/hitungan").text


def test_a_phone_that_is_up_to_date_gets_nothing_anew(leader: TestClient) -> None:
    one = phone(leader)
    at = stage(one.get("/kelas").text)
    assert one.get(f"/kelas/kini?tahap={at}").status_code == 204
    leader.post("/kelas/pandu/mulai", data=PAPER)
    assert one.get(f"/kelas/kini?tahap={at}").status_code == 200


def test_a_phone_without_a_card_is_not_counted(leader: TestClient) -> None:
    leader.post("/kelas/pandu/mulai", data=PAPER)
    page = leader.get("/kelas/kini").text
    answer = phone(leader).post("/kelas/kini", data={"pilihan": "kategori", "tahap": str(stage(page))})
    assert "tidak dihitung" in answer.text


def test_a_new_question_forgets_the_answers(room: Room) -> None:
    now = room.now()
    assert room.vote("a", "kategori", now.stage)
    assert room.now().answers == 1
    room.move(1)
    assert room.now().answers == 0
    assert room.chosen("a") == ""
    room.move(-5)
    assert (room.now().number, room.now().answers) == (1, 0)
    room.move(99)
    assert room.now().number == 3
    room.end()
    assert room.now().question is None
    assert not room.vote("a", "kategori", room.now().stage)


def test_what_is_no_choice_and_who_has_no_seat_is_not_counted(room: Room) -> None:
    at = room.now().stage
    assert not room.vote("a", "lain", at)
    assert all(room.vote(str(n), "kategori", at) for n in range(SEATS))
    assert not room.vote("one more", "kategori", at)
    assert room.vote("7", "aktivitas", at), "who is counted may still change"
    assert room.now().answers == SEATS
