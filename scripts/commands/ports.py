"""Finding a port to serve on. Guards against: a traceback, or another program's pages, where the port is taken."""
import os
import socket

from .system import Failure, say

HOST = "127.0.0.1"
TRIES = 20


def free_port(wanted: int) -> int:
    """Return `wanted`, or the next port nobody uses after saying so. Failure when none of the next 20 is to be had."""
    for port in range(wanted, min(wanted + TRIES, 65536)):
        if is_free(port):
            if port != wanted:
                say(f"Port {wanted} is taken: using {port}")
            return port
    raise Failure(f"port {wanted} and those after it are taken: choose another with --port")


def is_free(port: int) -> bool:
    """Whether we can serve on a port of this machine. Failure when the system forbids it (below 1024, as a rule)."""
    with socket.socket() as asker:
        asker.settimeout(1)
        if asker.connect_ex((HOST, port)) == 0:
            return False  # on some systems one could still bind: to be unreachable behind the other program
    try:
        socket.create_server((HOST, port)).close()  # with SO_REUSEADDR where it means no more than the servers do
    except PermissionError as error:
        if os.name == "posix":
            raise Failure(f"port {port} is reserved by the system: choose one from 1024 up with --port") from error
        return False
    except OSError:
        return False
    return True
