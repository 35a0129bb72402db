"""Colour, width and readers that go away."""

import io
import os
import subprocess
import sys

import pytest

from linter.cli.shell import given_texts, wants_colour


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("choice", "stream", "environment", "colour"),
    [
        ("auto", Terminal(), {}, True),
        ("auto", io.StringIO(), {}, False),
        ("auto", Terminal(), {"NO_COLOR": "1"}, False),
        ("auto", Terminal(), {"NO_COLOR": ""}, True),
        ("auto", Terminal(), {"TERM": "dumb"}, False),
        ("always", io.StringIO(), {"NO_COLOR": "1"}, True),
        ("never", Terminal(), {}, False),
    ],
)
def test_when_there_is_colour(choice, stream, environment, colour):
    assert wants_colour(choice, stream, environment) is colour


def test_colour_on_request(skplint):
    assert "\x1b[" in skplint("check", "draf.txt", "--color", "always").out


def test_the_width_is_that_of_the_terminal(skplint, monkeypatch):
    monkeypatch.setenv("COLUMNS", "44")
    assert max(map(len, skplint("check", "draf.txt").out.splitlines())) <= 44


@pytest.mark.skipif(os.name == "nt", reason="pipes break in another way there")
def test_a_reader_that_goes_away_ends_it_quietly():
    program = "import sys\nfrom linter.cli import main\nsys.exit(main(['check', '--help']))"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_words_of_the_arguments_are_one_statement():
    assert given_texts(["Menyusun", "laporan"]) == ("Menyusun laporan",)


def test_bytes_that_are_no_utf8_do_no_harm():
    assert given_texts([os.fsdecode(b"Menyusun \xff")]) == ("Menyusun \ufffd",)


def test_the_standard_input_is_read_by_lines(monkeypatch):
    data = "\ufeffMenyusun a\r\n\r\nMenyusun\u2028b\rMenyusun c".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert given_texts(["-"]) == ("Menyusun a", "Menyusun\u2028b", "Menyusun c")
