"""What .dockerignore leaves out of a build context."""

import re
from pathlib import Path


def expression(pattern: str) -> re.Pattern:
    parts = []
    for part in re.split(r'(\*\*/?|\*|\?|\[[^]]*\])', pattern):
        if part in ('**', '**/'):
            parts.append('.*' if part == '**' else '(?:.*/)?')
        elif part == '*':
            parts.append('[^/]*')
        elif part == '?':
            parts.append('[^/]')
        elif part.startswith('['):
            parts.append(part.replace('[^', '[^/'))
        else:
            parts.append(re.escape(part))
    return re.compile(''.join(parts) + r'(?:/.*)?\Z')


class Ignored:
    """Whether a path of the context is ignored; the last pattern that matches decides."""

    def __init__(self, file: Path) -> None:
        lines = file.read_text().splitlines() if file.exists() else []
        patterns = [line.strip() for line in lines if line.strip() and not line.startswith('#')]
        self.rules = [
            (pattern.startswith('!'), expression(pattern.lstrip('!').removeprefix('./').strip('/'))) for pattern in patterns
        ]

    def __call__(self, path: str) -> bool:
        ignored = False
        for keeps, rule in self.rules:
            if rule.match(path):
                ignored = not keeps
        return ignored
