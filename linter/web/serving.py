"""Runs the application on a socket until it is stopped; what is asked for is not written down."""

from __future__ import annotations

import os
import socket as sockets

import uvicorn
from fastapi import FastAPI

from linter.model import Said, UserError


def bound(host: str, port: int) -> sockets.socket:
    """Return a socket on *host* and *port* (0: one that is free); raises UserError where it cannot be had."""
    try:
        found = sockets.getaddrinfo(host, port, type=sockets.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        socket = sockets.socket(family, kind, protocol)
        if os.name != "nt":  # there it would let two servers have one port
            socket.setsockopt(sockets.SOL_SOCKET, sockets.SO_REUSEADDR, 1)
        socket.bind(address)
        socket.listen(128)  # a browser that comes before the server runs waits for it
    except sockets.gaierror as error:
        said = Said(f"alamat '{host}' tidak dikenal", f"the address '{host}' is not known")
        raise UserError(said, hint=Said("mis. --host 127.0.0.1", "such as --host 127.0.0.1")) from error
    except (OSError, OverflowError) as error:
        said = Said(f"alamat {host}:{port} tidak dapat dipakai", f"the address {host}:{port} cannot be used")
        raise UserError(said, hint=Said("pilih --port lain", "choose another --port")) from error
    return socket


def own_address() -> str:
    """Return the address of this computer on its network, "127.0.0.1" where it has none; nothing is sent to find it."""
    with sockets.socket(sockets.AF_INET, sockets.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def serve(app: FastAPI, socket: sockets.socket) -> None:
    """Serve *app* on *socket* until the process is told to stop."""
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[socket])
