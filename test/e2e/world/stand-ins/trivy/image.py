"""Reads the packages of an image archive."""

import gzip
import io
import json
import re
import subprocess
import tarfile
import tempfile

from findings import Package, debian_packages, python_package

METADATA = re.compile(r'(.*/)?[^/]+\.(dist|egg)-info/(METADATA|PKG-INFO)')
STATUS = re.compile(r'var/lib/dpkg/status(\.d/[^/]+)?')
RELEASE = ('etc/os-release', 'usr/lib/os-release')


class ImageError(Exception):
    """An archive that is no image."""


def read_archive(path: str) -> dict:
    """Files of interest of an image, as its top layer leaves them, with its names and ids."""
    try:
        with tarfile.open(path) as archive:
            manifest = json.load(archive.extractfile('manifest.json'))[0]
            config_text = archive.extractfile(manifest['Config']).read()
            files: dict[str, str] = {}
            for name in manifest['Layers']:
                lay_over(files, archive.extractfile(name).read())
    except (OSError, KeyError, tarfile.TarError, ValueError) as error:
        raise ImageError(f'unable to open {path} as a Docker image: {error}') from error
    return {'files': files, 'config': json.loads(config_text), 'names': manifest['RepoTags'] or [], 'text': config_text}


def lay_over(files: dict[str, str], layer: bytes) -> None:
    content = gzip.decompress(layer) if layer[:2] == b'\x1f\x8b' else layer
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        members = [(member, member.name.removeprefix('./')) for member in tar]
        for _, name in members:
            folder, _, last = name.rpartition('/')
            if last == '.wh..wh..opq':
                remove(files, f'{folder}/')
            elif last.startswith('.wh.'):
                gone = f'{folder}/{last[4:]}'.lstrip('/')
                files.pop(gone, None)
                remove(files, f'{gone}/')
        for member, name in members:
            if member.isfile() and (METADATA.fullmatch(name) or STATUS.fullmatch(name) or name in RELEASE):
                files[name] = tar.extractfile(member).read().decode(errors='replace')


def remove(files: dict[str, str], prefix: str) -> None:
    for name in [name for name in files if name.startswith(prefix)]:
        del files[name]


def from_docker(name: str) -> dict:
    """An image of the Docker of this machine."""
    with tempfile.NamedTemporaryFile() as file:
        saved = subprocess.run(['docker', 'save', '--output', file.name, name], stderr=subprocess.PIPE, text=True)
        if saved.returncode:
            raise ImageError(f'unable to find the specified image "{name}" in ["docker"]: {saved.stderr.strip()}')
        return read_archive(file.name)


def packages_of(image: dict) -> list[Package]:
    found = []
    for path, text in sorted(image['files'].items()):
        if STATUS.fullmatch(path):
            found += debian_packages(text, path)
        elif METADATA.fullmatch(path):
            found.append(python_package(text, path))
    return found


def system_of(image: dict) -> tuple[str, str]:
    """Family and version of the operating system."""
    text = next((image['files'][path] for path in RELEASE if path in image['files']), '')
    values = dict(re.findall(r'^(\w+)="?([^"\n]*)"?$', text, re.M))
    return values.get('ID', 'none'), values.get('VERSION_ID', '')
