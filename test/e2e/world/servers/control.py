"""
What the servers of the tests share: each answers on a free port, notes what it was asked, and obeys a second port that only the tests
know, by which it is told to fail.
"""

import json
import re
import ssl
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    status: int
    body: bytes = b''
    headers: dict[str, str] = field(default_factory=dict)

    @staticmethod
    def json(content: object, status: int = 200) -> 'Answer':
        return Answer(status, json.dumps(content).encode(), {'Content-Type': 'application/json'})


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Control:
    """What a server was asked, and how it is to misbehave."""

    def __init__(self, **settings: object) -> None:
        self.settings = settings
        self.requests: list[dict] = []
        self.rules: list[dict] = []
        self.lock = threading.Lock()

    def rule_for(self, request: Request) -> dict | None:
        """The first rule that fits; one that may apply some times only is used up."""
        with self.lock:
            for rule in self.rules:
                fits = rule.get('method', request.method) == request.method and re.search(rule.get('path', ''), request.path)
                if fits and rule.get('times', 1) > 0:
                    if 'times' in rule:
                        rule['times'] -= 1
                    return rule
        return None

    def note(self, request: Request, status: int) -> None:
        text = request.body.decode(errors='replace') if len(request.body) < 100_000 else f'{len(request.body)} bytes'
        entry = {'method': request.method, 'path': request.path, 'headers': request.headers, 'body': text, 'status': status}
        with self.lock:
            self.requests.append(entry)


class Handler(BaseHTTPRequestHandler):
    """Reads a request whole and writes an answer whole."""

    protocol_version = 'HTTP/1.1'

    def answer(self, request: Request) -> Answer:
        raise NotImplementedError

    def read_body(self) -> bytes:
        if self.headers.get('Transfer-Encoding', '').lower() != 'chunked':
            return self.rfile.read(int(self.headers.get('Content-Length', 0)))
        chunks = []
        while size := int(self.rfile.readline().split(b';')[0], 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b''.join(chunks)

    def handle_request(self) -> None:
        # A header may come several times: Docker names each kind of manifest that it accepts in a line of its own.
        headers = {name.title(): ', '.join(self.headers.get_all(name)) for name in self.headers.keys()}
        self.send(self.answer(Request(self.command, self.path, headers, self.read_body())))

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = handle_request

    def send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        headers = {'Content-Length': str(len(answer.body)), **answer.headers}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(answer.body)

    def log_message(self, *_) -> None:
        """The requests are noted in the control, without what is secret in a log."""


def obedient(control: Control, respond) -> type[Handler]:
    """A handler that answers by a function, unless a rule says otherwise: before the work is done, or after it."""

    class Obedient(Handler):
        def answer(self, request: Request) -> Answer:
            rule = control.rule_for(request)
            if rule:
                time.sleep(rule.get('seconds', 0))
            told = Answer(rule['status'], rule.get('body', '').encode(), rule.get('headers', {})) if rule and 'status' in rule else None
            if told is None or rule.get('after'):
                answer = respond(request)
            answer = told or answer
            control.note(request, answer.status)
            return answer

    return Obedient


def controlling(control: Control) -> type[Handler]:
    class Controlling(Handler):
        def answer(self, request: Request) -> Answer:
            if request.path == '/requests' and request.method == 'GET':
                return Answer.json(control.requests)
            with control.lock:
                if request.path == '/rules':
                    control.rules = json.loads(request.body)
                elif request.path == '/settings':
                    control.settings.update(json.loads(request.body))
                elif request.path == '/requests':
                    control.requests.clear()
            return Answer.json({})

    return Controlling


def serve(control: Control, respond, certificate: str | None = None, address: str = '127.0.0.1') -> None:
    """Serves until the process is ended. Prints both ports first."""
    server = ThreadingHTTPServer((address, 0), obedient(control, respond))
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    commands = ThreadingHTTPServer(('127.0.0.1', 0), controlling(control))
    threading.Thread(target=commands.serve_forever, daemon=True).start()
    print(json.dumps({'port': server.server_port, 'control': commands.server_port}), flush=True)
    server.serve_forever()
