"""COPY and ADD."""

import glob
import hashlib
import os
import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path

from dockerfile import DockerfileError


@dataclass
class Sources:
    """What is copied: for each source that was named, its files by their path below it ('' is the source itself)."""

    entries: list[tuple[Path, list[str]]]
    several: bool

    def digests(self) -> list[str]:
        """What tells that the content changed."""
        found = []
        for source, paths in self.entries:
            for path in paths:
                full = source / path if path else source
                mode = full.lstat().st_mode
                content = b'' if full.is_symlink() or full.is_dir() else full.read_bytes()
                found.append(f'{source.name}/{path} {mode} {hashlib.sha256(content).hexdigest()}')
        return found


def sources_of(origin: Path, words: list[str], ignored) -> Sources:
    """Looks up the sources of COPY in a context or a stage. @raises DockerfileError for one that is not there"""
    entries = []
    for word in words:
        if '://' in word:
            raise DockerfileError(f'this stand-in for Kaniko does not fetch {word}')
        relative = os.path.normpath(word.lstrip('/') or '.')
        if relative.startswith('..'):
            raise DockerfileError(f'failed to get fileinfo for {word}: outside of the context')
        matches = sorted(glob.glob(relative, root_dir=origin, include_hidden=True)) if any(sign in word for sign in '*?[') else [relative]
        matches = [match for match in matches if os.path.lexists(origin / match) and not ignored(match)]
        if not matches:
            raise DockerfileError(f'failed to get fileinfo for {origin / relative}: no such file or directory')
        for match in matches:
            source = origin / match
            entries.append((source, [''] if not source.is_dir() else below(origin, source, ignored)))
    return Sources(entries, len(entries) > 1)


def below(origin: Path, source: Path, ignored) -> list[str]:
    found = []
    for folder, folders, files in os.walk(source):
        for name in sorted([*folders, *files]):
            full = Path(folder) / name
            if not ignored(str(full.relative_to(origin))):
                found.append(str(full.relative_to(source)))
    return sorted(found)


def copy_into(root: Path, sources: Sources, destination: str, ids: tuple[int, int], mode: str | None, unpacks: bool) -> None:
    """Copies into a folder tree. A destination that ends with a slash, or gets several sources, is a folder."""
    target = root / destination.lstrip('/')
    folder = sources.several or destination.endswith('/') or destination.endswith('/.') or target.is_dir()
    for source, paths in sources.entries:
        for path in paths:
            full = source / path if path else source
            if path:
                place = target / path
            else:
                place = target / source.name if folder else target
            if unpacks and not path and tarfile.is_tarfile(full):
                target.mkdir(parents=True, exist_ok=True)
                with tarfile.open(full) as tar:
                    tar.extractall(target)
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            copy_one(full, place, ids, mode)


def copy_one(source: Path, place: Path, ids: tuple[int, int], mode: str | None) -> None:
    if source.is_dir() and not source.is_symlink():
        place.mkdir(exist_ok=True)
        shutil.copymode(source, place)
    else:
        if place.is_symlink() or place.exists():
            place.unlink()
        shutil.copy2(source, place, follow_symlinks=False)
    os.chown(place, *ids, follow_symlinks=False)
    if mode and not place.is_symlink():
        os.chmod(place, int(mode, 8))
