"""Command lines of documented flags: what is not documented is refused, and what a stand-in cannot do, too."""

import sys
from typing import NoReturn


class Flags:
    """
    Reads a command line. @param switches, values, lists: names of the flags with their dashes; @param beyond: documented, but beyond
    the stand-in; @param short: other spellings.
    """

    def __init__(self, words, *, switches=(), values=(), lists=(), beyond=(), short=None, unknown='unknown flag: {}', status=1) -> None:
        self.words: list[str] = []
        self.given: dict = {name: [] for name in lists}
        rest = list(words)
        while rest:
            word = rest.pop(0)
            if not word.startswith('-') or word == '-':
                self.words.append(word)
                continue
            name, equals, value = word.partition('=')
            name = (short or {}).get(name, name)
            if name in beyond:
                give_up(f'this stand-in cannot do {name}', status)
            if name in switches:
                if equals and value not in ('true', 'false'):
                    give_up(f'invalid argument "{value}" for "{name}" flag', status)
                self.given[name] = not equals or value == 'true'
                continue
            if name not in values and name not in lists:
                give_up(unknown.format(name), status)
            if not equals:
                if not rest:
                    give_up(f'flag needs an argument: {name}', status)
                value = rest.pop(0)
            if name in lists:
                self.given[name].append(value)
            else:
                self.given[name] = value

    def __getitem__(self, name: str):
        return self.given.get(name)


def give_up(message: str, status: int = 1) -> NoReturn:
    """Ends the program as a wrong call does."""
    print(f'Error: {message}', file=sys.stderr)
    sys.exit(status)
