"""A door before a node that has no security of its own: TLS, and nobody comes in without name or key."""

import http.client
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"
USER, PASSWORD, API_KEY = "reader", "correct horse", "a2V5OnZhbHVl"
KNOWN = {f"Basic {b64encode(f'{USER}:{PASSWORD}'.encode()).decode()}", f"ApiKey {API_KEY}"}
# What belongs to one connection, and what is counted anew.
OF_THIS_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "host", "authorization"}


@dataclass(frozen=True)
class Guarded:
    url: str
    certificate: Path


class Door(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    node = ""

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Authorization") in KNOWN:
            self._pass_on(body)
        else:
            self._send(401, {"WWW-Authenticate": "Basic", "Content-Type": "application/json"}, b"{}")

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - named by http.server

    def _pass_on(self, body: bytes) -> None:
        connection = http.client.HTTPConnection(self.node, timeout=30)
        try:
            connection.request(self.command, self.path, body or None, _passed_on(self.headers))
            answer = connection.getresponse()
            self._send(answer.status, _passed_on(answer.headers), answer.read())
        finally:
            connection.close()

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Not among what tests print."""


@contextmanager
def guarded(node: str, folder: Path) -> Iterator[Guarded]:
    """The node at that address, behind a certificate that is written into the folder."""
    certificate, key = _signed_by_itself(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    door = type("DoorOfNode", (Door,), {"node": urlsplit(node).netloc})
    with ThreadingHTTPServer((HOST, 0), door) as server:
        # Who does not like the certificate hangs up while the connection is accepted.
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Guarded(f"https://{HOST}:{server.server_address[1]}", certificate)
        finally:
            server.shutdown()
            thread.join()


def _passed_on(headers: http.client.HTTPMessage) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() not in OF_THIS_HOP}


def _signed_by_itself(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a node")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "node.crt", folder / "node.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return certificate, secret
