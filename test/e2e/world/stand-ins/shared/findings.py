"""Packages, and which of them are vulnerable by the small list of the tests."""

import json
import re
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

LIST = Path(__file__).resolve().with_name('vulnerabilities.json')


@dataclass(frozen=True)
class Package:
    kind: str
    name: str
    version: str
    path: str


def python_package(metadata: str, path: str) -> Package:
    """From the METADATA of an installed package."""
    headers = HeaderParser().parsestr(metadata)
    return Package('python', re.sub(r'[-_.]+', '-', headers['Name']).lower(), headers['Version'], path)


def debian_packages(status: str, path: str) -> list[Package]:
    """From the status file of dpkg."""
    found = []
    for paragraph in status.split('\n\n'):
        headers = HeaderParser().parsestr(paragraph)
        if headers['Package'] and 'installed' in (headers['Status'] or '').split():
            found.append(Package('debian', headers['Package'], headers['Version'], path))
    return found


def order(version: str) -> list[int]:
    return [int(number) for number in re.findall(r'\d+', version.rpartition(':')[2])]


def vulnerabilities(packages: list[Package], known: list[dict]) -> list[tuple[Package, dict]]:
    """Each package with each entry that holds for its version."""
    return [
        (package, entry)
        for package in packages
        for entry in known
        if (entry['kind'], entry['package']) == (package.kind, package.name)
        and (not entry['fixed'] or order(package.version) < order(entry['fixed']))
    ]


def known_vulnerabilities(file: Path = LIST) -> list[dict]:
    return json.loads(file.read_text())
