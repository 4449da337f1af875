"""Unpacks the archives of the base images when the image of the executor is made: layers compressed, as Kaniko gets them."""

import gzip
import hashlib
import json
import shutil
import tarfile
from pathlib import Path

FOLDER = Path('/kaniko/bases')


def digest_of(path: Path) -> str:
    with open(path, 'rb') as file:
        return 'sha256:' + hashlib.file_digest(file, 'sha256').hexdigest()


def prepare(archive: Path, reference: str, target: Path) -> None:
    """Writes the configuration and the layers of one image, and what each layer removes."""
    target.mkdir()
    with tarfile.open(archive) as tar:
        images = json.load(tar.extractfile('manifest.json'))
        image = next(entry for entry in images if reference in (entry['RepoTags'] or []))
        config = json.load(tar.extractfile(image['Config']))
        layers = []
        for number, name in enumerate(image['Layers']):
            path = target / f'{number}.tar.gz'
            with tar.extractfile(name) as plain, open(path, 'wb') as file:
                with gzip.GzipFile('', 'wb', 6, file, mtime=0) as packed:
                    shutil.copyfileobj(plain, packed)
            with tarfile.open(path) as layer:
                removed = [entry for entry in layer.getnames() if Path(entry).name.startswith('.wh.')]
            layers.append({
                'path': str(path),
                'digest': digest_of(path),
                'size': path.stat().st_size,
                'diffId': config['rootfs']['diff_ids'][number],
                'removed': removed,
            })
    (target / 'image.json').write_text(json.dumps({'config': config, 'layers': layers}))


if __name__ == '__main__':
    names = json.loads((FOLDER / 'names.json').read_text())
    for number, reference in enumerate(names.values()):
        prepare(FOLDER / 'python.tar', reference, FOLDER / str(number))
    (FOLDER / 'python.tar').unlink()
    (FOLDER / 'names.json').write_text(json.dumps({name: str(FOLDER / str(number)) for number, name in enumerate(names)}))
