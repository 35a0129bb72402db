"""From a key to the verdict, with many who type at once: ``python benchmarks/web.py [--clients N] [--keys K] [--seconds S]``.

N clients (default 40) type statements, recombined from the labelled corpus, K keys a second each (default 4), into the page of
one server in a process of its own; every key is a request, as from the browser. Between the keys each asks for an empty
endpoint of the same server. Printed are the medians and the 99th percentiles of both in milliseconds, from the sending of a
request to its last byte, their ratio, and how many requests were lost or refused. Bar: a median of 50 ms, none lost.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import statistics
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

import httpx2
from fastapi import Response
from recombined import recombined

BAR = 50.0
"""Milliseconds of the median."""
EMPTY, TYPED = "/kosong", "/coba/hasil"


def run_server(ready: Connection) -> None:
    """Serve the pages and an empty endpoint until the process is stopped; send the port when it is known."""
    from linter.web.app import make_app
    from linter.web.engines import Engines
    from linter.web.serving import bound, serve

    app = make_app(Engines())
    app.add_api_route(EMPTY, lambda: Response(), methods=["POST"])
    socket = bound("127.0.0.1", 0)
    ready.send(socket.getsockname()[1])
    serve(app, socket)


def typed(text: str) -> Iterator[str]:
    """Yield *text* as it stands behind each key."""
    for end in range(1, len(text) + 1):
        yield text[:end]


async def type_on(address: str, texts: list[str], pause: float, until: float, taken: dict[str, list[float]]) -> int:
    """Type *texts* one after the other until the clock says *until*; return how many requests were lost or refused."""
    lost = 0
    async with httpx2.AsyncClient(base_url=address, timeout=30) as client:
        for text in texts:
            for said in typed(text):
                due = time.perf_counter() + pause
                for path in (TYPED, EMPTY):
                    begin = time.perf_counter()
                    try:
                        answer = await client.post(path, data={"teks": said})
                    except httpx2.HTTPError:
                        lost += 1
                        continue
                    lost += answer.status_code != 200
                    taken[path].append((time.perf_counter() - begin) * 1e3)
                if time.perf_counter() >= until:
                    return lost
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
    return lost


async def measure(address: str, clients: int, keys: float, seconds: float) -> tuple[dict[str, list[float]], int]:
    """Return the milliseconds that each request took, by its path, and how many were lost."""
    texts = recombined(clients * 20)
    taken: dict[str, list[float]] = {TYPED: [], EMPTY: []}
    begin = time.perf_counter()
    runs = []
    for n in range(clients):
        runs.append(asyncio.create_task(type_on(address, texts[n::clients], 1 / keys, begin + seconds, taken)))
        await asyncio.sleep(1 / keys / clients)  # they do not press their keys all at once
    return taken, sum(await asyncio.gather(*runs))


def main() -> int:
    """Print the table; return 1 where a request was lost."""
    arguments = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    arguments.add_argument("--clients", type=int, default=40)
    arguments.add_argument("--keys", type=float, default=4.0, help="a second and client (default: 4)")
    arguments.add_argument("--seconds", type=float, default=30.0)
    options = arguments.parse_args()
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    server = context.Process(target=run_server, args=(there,), daemon=True)
    server.start()
    there.close()  # so that a server that dies is noticed
    address = f"http://127.0.0.1:{here.recv()}"
    try:
        asyncio.run(measure(address, 1, 20, 2))  # the first requests build what later ones use
        taken, lost = asyncio.run(measure(address, options.clients, options.keys, options.seconds))
    finally:
        server.terminate()
        server.join()
    asked = sum(map(len, taken.values()))
    print(f"{options.clients} clients, {options.keys:g} keys a second each, {asked} requests, {lost} lost")
    print(f"{'':<18}{'median ms':>12}{'99th pct':>12}")
    medians = {}
    for path, name in ((EMPTY, "empty endpoint"), (TYPED, "key to verdict")):
        medians[path] = statistics.median(taken[path])
        print(f"{name:<18}{medians[path]:>12.1f}{statistics.quantiles(taken[path], n=100)[98]:>12.1f}")
    print(f"ratio of the medians {medians[TYPED] / medians[EMPTY]:.1f} (bar: {BAR:g} ms, none lost)")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
