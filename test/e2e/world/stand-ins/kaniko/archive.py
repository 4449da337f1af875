"""Writes an image as the archive that `docker load` reads, and the files with its digest."""

import hashlib
import io
import json
import tarfile
from pathlib import Path

NO_TIME = '0001-01-01T00:00:00Z'


def encoded(content: dict) -> bytes:
    return json.dumps(content, separators=(',', ':')).encode()


def digest_of(content: bytes) -> str:
    return f'sha256:{hashlib.sha256(content).hexdigest()}'


def write_archive(image: dict, flags: dict) -> bytes:
    """Writes --tar-path, when it is given. Answers the manifest of the image."""
    config = encoded(image['config'])
    manifest = encoded({
        'schemaVersion': 2,
        'mediaType': 'application/vnd.docker.distribution.manifest.v2+json',
        'config': {
            'mediaType': 'application/vnd.docker.container.image.v1+json',
            'size': len(config),
            'digest': digest_of(config),
        },
        'layers': [
            {
                'mediaType': 'application/vnd.docker.image.rootfs.diff.tar.gzip',
                'size': layer['size'],
                'digest': layer['digest'],
            }
            for layer in image['layers']
        ],
    })
    if flags.get('tar-path'):
        names = flags['destination'] or ['unset-repo/unset-image-name:latest']
        layers = {f'{layer["digest"].removeprefix("sha256:")}.tar.gz': layer['path'] for layer in image['layers']}
        content = [{
            'Config': digest_of(config),
            'RepoTags': [name if ':' in name.rpartition('/')[2] else f'{name}:latest' for name in names],
            'Layers': [f'{layer["digest"].removeprefix("sha256:")}.tar.gz' for layer in image['layers']],
        }]
        with tarfile.open(flags['tar-path'], 'w') as tar:
            add(tar, digest_of(config), config)
            for name, path in layers.items():
                tar.add(path, name, filter=plain)
            add(tar, 'manifest.json', json.dumps(content).encode())
    return manifest


def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.mtime, entry.uname, entry.gname, entry.mode = 0, '', '', 0o644
    return entry


def add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    tar.addfile(entry, io.BytesIO(content))


def write_digests(manifest: bytes, flags: dict) -> None:
    digest = digest_of(manifest)
    if flags.get('digest-file'):
        Path(flags['digest-file']).write_text(digest)
    for flag, keeps_tag in (('image-name-with-digest-file', False), ('image-name-tag-with-digest-file', True)):
        if flags.get(flag):
            names = [name if keeps_tag else without_tag(name) for name in flags['destination']]
            Path(flags[flag]).write_text(''.join(f'{name}@{digest}\n' for name in names))


def without_tag(name: str) -> str:
    folder, slash, last = name.rpartition('/')
    return f'{folder}{slash}{last.split(":")[0]}'
