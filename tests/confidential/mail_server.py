"""A mail server that keeps what it is told, on this machine alone."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread


@dataclass
class Heard:
    """`refuse` is the answer to a recipient, `drop` whether the line breaks after the letter was taken."""

    port: int = 0
    greetings: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    refuse: str = ""
    drop: bool = False


@contextmanager
def mail_server() -> Iterator[Heard]:
    heard = Heard()

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 mail.example.org")
            while line := self.rfile.readline().decode().strip():
                word = line[:4].upper()
                if word == "QUIT":
                    return
                if word == "DATA":
                    self.say("354 go on")
                    heard.letters.append("".join(iter(lambda: self.rfile.readline().decode(), ".\r\n")))
                    if heard.drop:
                        return
                if word in {"EHLO", "HELO"}:
                    heard.greetings.append(line.partition(" ")[2])
                self.say(heard.refuse if word == "RCPT" and heard.refuse else "250 ok")

        def say(self, answer: str) -> None:
            self.wfile.write(f"{answer}\r\n".encode())

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server(("127.0.0.1", 0), Talk) as server:
        heard.port = server.server_address[1]
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield heard
        server.shutdown()
