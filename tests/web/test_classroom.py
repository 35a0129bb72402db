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
PAPER = {"jenis": "pilah", "benih": "3", "banyak": "3", "tingkat": "semua"}


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


def step(leader: TestClient, where: str) -> None:
    """Press a button of the leader's page."""
    leader.post("/kelas/pandu/langkah", data={"ke": where, "tahap": str(stage(leader.get("/kelas/pandu").text))})


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
        assert phone(leader).get(path).status_code in (400, 403)
    for path in ("/kelas/pandu/mulai", "/kelas/pandu/langkah"):
        assert phone(leader).post(path, data={**PAPER, "ke": "maju"}).status_code == 400
    foreign = leader.post("/kelas/pandu/mulai", data=PAPER, headers={"sec-fetch-site": "cross-site"})
    assert foreign.status_code == 400
    assert "Menunggu soal" in leader.get("/kelas").text


@pytest.mark.parametrize(
    ("client", "address", "leads"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.1", "localhost", True),
        ("::1", "[::1]", True),
        ("::ffff:127.0.0.1", "127.0.0.1", True),
        ("192.168.1.2", "192.168.1.2", True),
        ("192.168.1.20", "192.168.1.2", False),
        ("127.0.0.1", "lain.example", False),
        ("192.168.1.20", "localhost", False),
    ],
)
def test_who_leads_is_who_serves_by_a_name_of_its_own(engines: Engines, client: str, address: str, leads: bool) -> None:
    app = make_app(engines, "0.0.0.0", classroom_on=True)
    one = TestClient(app, base_url=f"http://{address}", client=(client, 5000))
    assert (one.get("/kelas/pandu").status_code == 200) is leads


def test_a_phone_gets_the_pages_of_the_class_alone(leader: TestClient) -> None:
    one = phone(leader)
    for path in ("/kelas", "/kelas/kini", "/berkas/skplint.css"):
        assert one.get(path).status_code == 200, path
    for path in ("/coba", "/latihan/kunci?jenis=pilah", "/dokumen", "/api/v1/rules", "/pelajaran"):
        assert one.get(path).status_code == 403, path
        assert leader.get(path).status_code == 200, path


def test_a_second_click_does_nothing(leader: TestClient) -> None:
    leader.post("/kelas/pandu/mulai", data=PAPER)
    at = {"ke": "maju", "tahap": str(stage(leader.get("/kelas/pandu").text))}
    leader.post("/kelas/pandu/langkah", data=at)
    leader.post("/kelas/pandu/langkah", data=at)
    assert "2/3" in leader.get("/kelas/pandu").text


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
    step(leader, "buka")
    counts = re.findall(r"</meter> (\d+)", leader.get("/kelas/pandu").text)
    assert counts == ["1", "4", "0"]


def test_what_comes_too_late_is_told(leader: TestClient) -> None:
    leader.post("/kelas/pandu/mulai", data=PAPER)
    one = phone(leader)
    page = one.get("/kelas").text
    step(leader, "maju")
    late = one.post("/kelas/kini", data={"pilihan": "kategori", "tahap": str(stage(page))}).text
    assert "tidak dihitung" in late
    assert "2/3" in late
    step(leader, "buka")
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


def test_a_card_that_the_server_did_not_give_is_not_counted_and_one_of_ours_comes(leader: TestClient) -> None:
    leader.post("/kelas/pandu/mulai", data=PAPER)
    vote = {"pilihan": "kategori", "tahap": str(stage(leader.get("/kelas").text))}
    answer = phone(leader).post("/kelas/kini", data=vote, headers={"cookie": "kartu=dibuat-sendiri.0011"})
    assert "belum dikenali" in answer.text
    assert "<strong>0</strong>" in leader.get("/kelas/pandu/hitungan").text
    card = answer.cookies["kartu"]
    assert (
        "dihitung tanpa nama" in phone(leader).post("/kelas/kini", data=vote, headers={"cookie": f"kartu={card}"}).text
    )
    assert "<strong>1</strong>" in leader.get("/kelas/pandu/hitungan").text


def test_a_phone_keeps_its_card(leader: TestClient) -> None:
    one = phone(leader)
    one.get("/kelas")
    card = one.cookies.get("kartu")
    again = one.get("/kelas")
    assert "set-cookie" not in again.headers
    assert one.cookies.get("kartu") == card
    assert "SameSite=lax" in phone(leader).get("/kelas").headers["set-cookie"], "a link in a message opens it too"


def test_a_new_question_forgets_the_answers(room: Room) -> None:
    now, card = room.now(), room.card()
    assert room.vote(card, "kategori", now.stage) == ""
    assert room.now().answers == 1
    room.move(1, room.now().stage)
    assert room.now().answers == 0
    assert room.chosen(card) == ""
    room.move(-5, room.now().stage)
    assert (room.now().number, room.now().answers) == (1, 0)
    room.move(99, room.now().stage)
    assert room.now().number == 3
    room.end()
    assert room.now().question is None
    assert room.vote(card, "kategori", room.now().stage) == "late"


def test_what_is_no_choice_and_who_has_no_seat_is_not_counted(room: Room) -> None:
    at, cards = room.now().stage, [room.card() for _ in range(SEATS)]
    assert room.vote(cards[0], "lain", at) == "late"
    assert not any(room.vote(card, "kategori", at) for card in cards)
    assert room.vote(room.card(), "kategori", at) == "full"
    assert room.vote("dibuat-sendiri.0011", "kategori", at) == "card"
    assert room.vote(cards[7], "aktivitas", at) == "", "who is counted may still change"
    assert room.now().answers == SEATS
