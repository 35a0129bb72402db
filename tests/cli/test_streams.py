"""Colour, width and readers that go away."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

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


COMMANDS = [["--version"], ["check", "draf.txt"], ["fix", "--diff", "draf.txt"], ["fix", "-"]]
CLOSED = "skplint: keluaran standar tidak dapat ditulisi\n"


def in_shell(tmp_path, arguments, redirection):
    """Run a command in a shell that closes or redirects one of its streams."""
    (tmp_path / "draf.txt").write_text("Ijin terbit\n")
    program = "import sys; from linter.cli import main; sys.exit(main(sys.argv[1:]))"
    line = ["sh", "-c", f'exec "$0" "$@" {redirection}', sys.executable, "-c", program, *arguments]
    done = subprocess.run(line, input="Ijin\n", capture_output=True, text=True, cwd=tmp_path)
    assert (tmp_path / "draf.txt").read_text() == "Ijin terbit\n"
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", COMMANDS)
@pytest.mark.parametrize("redirection", [">&-", "> /dev/full"])
def test_an_output_that_cannot_be_written_is_one_line_and_exit_2(tmp_path, arguments, redirection):
    assert in_shell(tmp_path, arguments, redirection) == (2, "", CLOSED)


@pytest.mark.skipif(os.name == "nt", reason="no such shell there")
@pytest.mark.parametrize("arguments", [["check", "-"], ["fix", "-"], ["explain", "-"]])
def test_an_input_that_is_closed_or_cannot_be_read_is_one_line_and_exit_2(tmp_path, arguments):
    assert in_shell(tmp_path, arguments, "<&-") == (2, "", "skplint: -: masukan standar tertutup\n")
    unreadable = (2, "", "skplint: -: tidak dapat dibaca atau ditulis\n")
    assert in_shell(tmp_path, arguments, "0> /dev/null") == unreadable


READING = """\
import sys
from linter.cli import check, main

def told():
    print("reading", flush=True)
    return sys.stdin.buffer.read()

check.read_stdin = told
sys.exit(main(["check", "-", "--output", "laporan"]))
"""
"""A program that writes a report and says when it waits for what it reports on."""


@pytest.mark.skipif(os.name == "nt", reason="signals end processes in another way there")
def test_a_request_of_the_system_to_end_leaves_no_half_written_file(tmp_path):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen([sys.executable, "-c", READING], cwd=tmp_path, **pipes)
    assert process.stdout and process.stdout.readline() == b"reading\n"
    assert list(tmp_path.iterdir()) != []
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate()
    assert (process.returncode, err, list(tmp_path.iterdir())) == (143, b"", [])


def test_words_of_the_arguments_are_one_statement():
    assert given_texts(["Menyusun", "laporan"]) == ("Menyusun laporan",)


def test_bytes_that_are_no_utf8_do_no_harm():
    assert given_texts([os.fsdecode(b"Menyusun \xff")]) == ("Menyusun \ufffd",)


def test_the_standard_input_is_read_by_lines(monkeypatch):
    data = "\ufeffMenyusun a\r\n\r\nMenyusun\u2028b\rMenyusun c".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert given_texts(["-"]) == ("Menyusun a", "Menyusun\u2028b", "Menyusun c")
