"""Takes notifications."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'servers'))

from control import Answer, Control, Request, serve  # noqa: E402


def respond(request: Request) -> Answer:
    if request.method != 'POST':
        return Answer.json({'message': 'This webhook takes POST only.'}, 404)
    return Answer.json({'message': 'Workflow was started'})


serve(Control(), respond)
