"""A neutral page on a site that is not ours: it notes who asked for it, and what they said of themselves."""

import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass(frozen=True)
class Elsewhere:
    port: int
    requests: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def neutral_site(folder: Path) -> Iterator[Elsewhere]:
    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            elsewhere.requests.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<title>Elsewhere</title><link rel=icon href=data:,><p>Elsewhere")

        def log_message(self, *_arguments: object) -> None:
            """Quiet: what matters is in the list."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    server.socket = _certified(folder).wrap_socket(server.socket, server_side=True)
    elsewhere = Elsewhere(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield elsewhere
    server.shutdown()
    server.server_close()


def _certified(folder: Path) -> ssl.SSLContext:
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    files = ["-subj", "/CN=elsewhere.example", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
