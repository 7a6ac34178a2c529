"""The socket that the server listens on, bound before anything else so that a taken port is said at once."""

import socket

from syndication.errors import CannotServe

_BACKLOG = 2048


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; raise CannotServe naming `host:port` where that is not possible."""
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise CannotServe(f"no such address: {error.strerror}", where) from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise CannotServe(f"cannot listen: {error.strerror}", where) from error
    return listening
