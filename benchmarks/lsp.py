"""How soon an edit has its notes: ``python benchmarks/lsp.py [STATEMENTS] [--edits N]``.

A server process holds a draft of STATEMENTS (default 500) recombined statements, one a line; N (default 1,000) times a single
character is typed at a random place or, the next time, taken away again, so that the draft stays one; each is sent as a whole
new version, and the clock runs from writing the message to having read the notes that come for it. The client does nothing
with them but look at the version. With ``--yaml`` the draft is a form in YAML, three indicators under each statement. The
memory of the server is read after each thousand edits (Linux). Bars: 20 ms at the 99th percentile, no more than three times the
median.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from gold import indicators
from recombined import recombined

BAR, SPREAD = 20.0, 3.0
_URI = {False: "file:///draf.skp", True: "file:///draf.yaml"}


class Client:
    """A server process and the messages to and from it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "linter", "lsp"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._ids = itertools.count(1)

    def send(self, method: str, params: object, *, asks: bool = False) -> int:
        """Send a notification, or a request where it *asks*; return its id."""
        number = next(self._ids)
        message = {"jsonrpc": "2.0", "method": method, "params": params, **({"id": number} if asks else {})}
        body = json.dumps(message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()
        return number

    def read(self) -> bytes:
        """Return the body of the next message."""
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return self._process.stdout.read(length)

    def ask(self, method: str, params: object) -> Any:
        """Return the answer to a request; what else comes is passed over."""
        number = self.send(method, params, asks=True)
        while (answer := json.loads(self.read())).get("id") != number or "method" in answer:
            pass
        return answer.get("result")

    def notes(self, version: int) -> None:
        """Wait for the notes of a *version*."""
        wanted = b'"version": %d' % version
        while wanted not in (body := self.read()):
            if not body:
                raise SystemExit("the server has ended")

    def memory(self) -> float | None:
        """Return the MiB that the server holds; None where the system does not say."""
        status = Path(f"/proc/{self._process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), None)

    def end(self) -> None:
        """Let the server end."""
        self.ask("shutdown", None)
        self.send("exit", None)
        self._process.wait(10)


def draft(statements: int, *, yaml: bool) -> str:
    """Return the text of a draft."""
    texts = recombined(statements)
    if not yaml:
        return "\n".join(texts) + "\n"
    measures = itertools.cycle(one.indikator for one in indicators())
    lines = ["utama:"]
    for text in texts:
        lines += [f"  - rhk: {json.dumps(text, ensure_ascii=False)}", "    indikator:"]
        lines += [f"      - teks: {json.dumps(next(measures), ensure_ascii=False)}" for _ in range(3)]
    return "\n".join(lines) + "\n"


def typed(text: str, choose: random.Random, *, yaml: bool) -> str:
    """Return *text* with a letter more; in YAML inside a word of it."""
    while True:
        at = choose.randrange(1, len(text) - 1)
        if not yaml or (text[at - 1].isalpha() and text[at].isalpha() and "rhk" not in text[at - 4 : at + 4]):
            return text[:at] + choose.choice("aeinrst") + text[at:]


def main() -> int:
    """Print the times and the memory."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("statements", nargs="?", type=int, default=500, help="statements (default: 500)")
    arguments.add_argument("--edits", type=int, default=1_000, help="edits (default: 1000)")
    arguments.add_argument("--yaml", action="store_true", help="a form in YAML with three indicators a statement")
    options = arguments.parse_args()
    choose, text, client = random.Random(5), draft(options.statements, yaml=options.yaml), Client()
    client.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    client.send("initialized", {})
    uri = _URI[options.yaml]
    document = {"uri": uri, "languageId": "yaml" if options.yaml else "skp", "version": 1, "text": text}
    client.send("textDocument/didOpen", {"textDocument": document})
    client.notes(1)
    taken, held = list[float](), list[float | None]()
    for version in range(2, options.edits + 2):
        now = text if version % 2 else typed(text, choose, yaml=options.yaml)
        change = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": now}]}
        begin = time.perf_counter()
        client.send("textDocument/didChange", change)
        client.notes(version)
        taken.append((time.perf_counter() - begin) * 1000)
        if version % 1_000 == 1 or version == options.edits + 1:
            held.append(client.memory())
    client.end()
    median = statistics.median(taken)
    slow = sorted(taken)[min(len(taken) - 1, int(0.99 * len(taken)))]
    print(
        f"{options.statements} statements, {options.edits} edits: median {median:.1f} ms, 99th percentile {slow:.1f} ms"
    )
    print(f"the 99th percentile is {slow / median:.1f} times the median (bars: {BAR:g} ms, {SPREAD:g} times)")
    if all(one is not None for one in held):
        print("MiB after each thousand edits: " + " ".join(f"{one:.0f}" for one in held))
    return 0


if __name__ == "__main__":
    sys.exit(main())
