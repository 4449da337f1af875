"""Layers: what differs between two states of a folder tree, as tar archives."""

import gzip
import hashlib
import os
import shutil
import stat
import subprocess
import tarfile
from pathlib import Path

# Of the machine, not of the image.
LEFT_OUT = {'dev', 'proc', 'sys'}

State = dict[str, tuple]


def state_of(root: Path) -> State:
    """Every path below a root, with what tells a change."""
    found: State = {}
    pending = ['']
    while pending:
        folder = pending.pop()
        with os.scandir(root / folder) as entries:
            for entry in entries:
                path = f'{folder}{entry.name}'
                if path in LEFT_OUT:
                    continue
                about = entry.stat(follow_symlinks=False)
                # The times of a folder change with what is in it, which is seen there.
                changing = () if stat.S_ISDIR(about.st_mode) else (about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)
                found[path] = (about.st_mode, about.st_uid, about.st_gid, *changing)
                if stat.S_ISDIR(about.st_mode):
                    pending.append(f'{path}/')
    return found


def write_layer(root: Path, before: State, target: Path, reproducible: bool) -> dict | None:
    """Writes what changed since a state as a compressed layer. Answers what the image needs to know of it; None: nothing changed."""
    after = state_of(root)
    changed = sorted(path for path, about in after.items() if before.get(path) != about)
    removed = sorted(
        path for path in before if path not in after and (os.path.dirname(path) in after or '/' not in path)
    )
    if not changed and not removed:
        return None
    plain = target.with_suffix('.plain')
    with tarfile.open(plain, 'w') as tar:
        for path in changed:
            entry = tar.gettarinfo(root / path, path)
            if entry is None:
                continue
            entry.uname = entry.gname = ''
            entry.mtime = 0 if reproducible else int(entry.mtime)
            if entry.isfile():
                with open(root / path, 'rb') as file:
                    tar.addfile(entry, file)
            else:
                tar.addfile(entry)
        for path in removed:
            folder, _, name = path.rpartition('/')
            entry = tarfile.TarInfo(f'{folder}/.wh.{name}' if folder else f'.wh.{name}')
            tar.addfile(entry)
    with open(plain, 'rb') as file, open(target, 'wb') as compressed:
        diff = 'sha256:' + hashlib.file_digest(file, 'sha256').hexdigest()
        file.seek(0)
        with gzip.GzipFile('', 'wb', 1, compressed, mtime=0) as packed:
            shutil.copyfileobj(file, packed)
    plain.unlink()
    whiteouts = [f'{os.path.dirname(path)}/.wh.{os.path.basename(path)}'.lstrip('/') for path in removed]
    return described(target, diff, whiteouts)


def described(path: Path, diff: str, removed: list[str]) -> dict:
    with open(path, 'rb') as file:
        digest = 'sha256:' + hashlib.file_digest(file, 'sha256').hexdigest()
    return {'path': str(path), 'digest': digest, 'size': path.stat().st_size, 'diffId': diff, 'removed': removed}


def unpack(layer: dict, root: Path) -> None:
    """Lays a layer over a folder tree."""
    for marker in layer['removed']:
        folder, _, name = marker.removeprefix('./').rpartition('/')
        place = root / folder
        if name == '.wh..wh..opq':
            gone = list(place.iterdir()) if place.is_dir() else []
        else:
            gone = [place / name.removeprefix('.wh.')]
        for path in gone:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
    subprocess.run(
        ['tar', '--extract', '--gzip', '--file', layer['path'], '--directory', str(root), '--same-permissions', '--same-owner',
         '--numeric-owner', '--exclude=.wh.*'],
        check=True,
    )
