"""Passes a request on to the server behind."""

from http.client import HTTPConnection

from control import Answer, Request

# Of the connection, not of the request.
OWN = {'Connection', 'Transfer-Encoding', 'Content-Length', 'Host', 'Accept-Encoding', 'Expect'}


def forward(request: Request, port: int, path: str | None = None, host: str | None = None) -> Answer:
    """What the server on a port of this machine answers."""
    connection = HTTPConnection('127.0.0.1', port, timeout=120)
    headers = {name: value for name, value in request.headers.items() if name not in OWN}
    headers['Content-Length'] = str(len(request.body))
    if host:
        headers['Host'] = host
    connection.request(request.method, path or request.path, request.body, headers)
    response = connection.getresponse()
    body = response.read()
    kept = {name.title(): value for name, value in response.getheaders() if name.title() not in OWN}
    if request.method == 'HEAD' and (length := response.getheader('Content-Length')):
        kept['Content-Length'] = length
    connection.close()
    return Answer(response.status, body, kept)
