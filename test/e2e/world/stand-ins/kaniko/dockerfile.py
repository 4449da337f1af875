"""Reads a Dockerfile into stages of instructions, and expands variables as Docker does."""

import json
import re
import shlex
from dataclasses import dataclass, field

KNOWN = {
    'ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'RUN', 'SHELL',
    'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR',
}


class DockerfileError(Exception):
    """A Dockerfile that cannot be built, with the reason."""


@dataclass
class Instruction:
    name: str
    """The rest of the line, flags left out."""
    text: str
    flags: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return ' '.join([self.name, *(f'--{name}={value}' for name, value in self.flags.items()), self.text])

    def words(self) -> list[str] | None:
        """The words of the exec form; None for the shell form."""
        try:
            words = json.loads(self.text)
        except ValueError:
            return None
        return words if isinstance(words, list) else None


@dataclass
class Stage:
    base: str
    name: str
    instructions: list[Instruction] = field(default_factory=list)


def logical_lines(text: str) -> list[str]:
    lines, current = [], ''
    for line in text.splitlines():
        if re.match(r'\s*#', line) or (current and not line.strip()):
            continue
        if line.rstrip().endswith('\\'):
            current += line.rstrip()[:-1]
        else:
            lines.append((current + line).strip())
            current = ''
    return [line for line in [*lines, current.strip()] if line]


def instruction_of(line: str) -> Instruction:
    name, _, rest = line.partition(' ')
    name = name.upper()
    if name not in KNOWN:
        raise DockerfileError(f'dockerfile parse error: unknown instruction: {name}')
    rest = rest.strip()
    flags = {}
    while match := re.match(r'--([a-z]+)=(\S+)\s+', rest):
        flags[match[1]] = match[2]
        rest = rest[match.end():]
    if name in ('ADD', 'COPY', 'RUN') and re.search(r'<<-?["\']?\w', rest):
        raise DockerfileError('this stand-in for Kaniko knows no heredocs')
    return Instruction(name, rest, flags)


def read(text: str, arguments: dict[str, str]) -> tuple[list[Stage], dict[str, str]]:
    """The stages, and the build arguments that stand before the first FROM."""
    stages: list[Stage] = []
    globally: dict[str, str] = {}
    for instruction in map(instruction_of, logical_lines(text)):
        if instruction.name == 'FROM':
            words = expand(instruction.text, globally).split()
            name = words[2] if len(words) == 3 and words[1].upper() == 'AS' else ''
            if len(words) not in (1, 3) or (len(words) == 3 and not name):
                raise DockerfileError('dockerfile parse error: FROM requires either one or three arguments')
            stages.append(Stage(words[0], name))
        elif stages:
            stages[-1].instructions.append(instruction)
        elif instruction.name == 'ARG':
            name, _, default = instruction.text.partition('=')
            globally[name] = arguments.get(name, expand(default, globally))
        else:
            raise DockerfileError('dockerfile parse error: no build stage in current context')
    if not stages:
        raise DockerfileError('dockerfile parse error: file with no instructions')
    return stages, globally


VARIABLE = re.compile(r"\\\$|'[^']*'|\$(?:(\w+)|\{(\w+)(?::([-+])([^}]*))?\})")


def expand(text: str, values: dict[str, str]) -> str:
    """Variables by their values, except in single quotes."""

    def replaced(match: re.Match) -> str:
        if match[0].startswith("'"):
            return match[0]
        if match[0] == '\\$':
            return '$'
        name = match[1] or match[2]
        value = values.get(name, '')
        if match[3] == '-':
            return value or expand(match[4], values)
        if match[3] == '+':
            return expand(match[4], values) if value else ''
        return value

    return VARIABLE.sub(replaced, text)


def pairs(text: str, values: dict[str, str]) -> dict[str, str]:
    """NAME=value … of ENV and LABEL, or the old form with a blank."""
    first = text.split(None, 1)[0]
    if '=' not in first:
        name, _, value = text.partition(' ')
        return {name: expand(value.strip(), values)}
    found = {}
    for word in shlex.split(expand(text, values)):
        name, equals, value = word.partition('=')
        if not equals:
            raise DockerfileError(f'Syntax error - can\'t find = in "{word}". Must be of the form: name=value')
        found[name] = value
    return found
