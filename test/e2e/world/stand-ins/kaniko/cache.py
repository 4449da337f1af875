"""Layers of earlier builds, each as an OCI layout in a folder of its own, which is called like the key of what made it."""

import hashlib
import json
import re
import shutil
import time
from pathlib import Path

UNITS = {'h': 3600, 'm': 60, 's': 1}


class LayerCache:
    """Keeps layers below the folder of --cache-repo=oci:/folder."""

    def __init__(self, flags: dict) -> None:
        self.repository = flags.get('cache-repo', '').removeprefix('oci:') if flags.get('cache') else ''
        self.writes = not flags.get('no-push-cache')
        self.seconds = sum(float(count) * UNITS[unit] for count, unit in re.findall(r'([\d.]+)([hms])', flags['cache-ttl']))

    def find(self, key: str) -> dict | None:
        """The layer that an instruction made earlier; None: it has to run."""
        folder = Path(f'{self.repository}:{key}')
        index = folder / 'index.json'
        if not self.repository or not index.exists() or time.time() - index.stat().st_mtime > self.seconds:
            return None
        manifest = self.read(folder, json.loads(index.read_text())['manifests'][0]['digest'])
        config = self.read(folder, manifest['config']['digest'])
        (layer,) = manifest['layers']
        return {
            'path': str(blob(folder, layer['digest'])),
            'digest': layer['digest'],
            'size': layer['size'],
            'diffId': config['rootfs']['diff_ids'][0],
            'removed': config['removed'],
        }

    def keep(self, key: str, layer: dict) -> bool:
        """Stores a layer. Answers whether it is stored now."""
        if not self.repository or not self.writes:
            return False
        folder = Path(f'{self.repository}:{key}')
        (folder / 'blobs' / 'sha256').mkdir(parents=True, exist_ok=True)
        shutil.copyfile(layer['path'], blob(folder, layer['digest']))
        config = {'rootfs': {'type': 'layers', 'diff_ids': [layer['diffId']]}, 'removed': layer['removed']}
        manifest = {
            'schemaVersion': 2,
            'mediaType': 'application/vnd.oci.image.manifest.v1+json',
            'config': {'mediaType': 'application/vnd.oci.image.config.v1+json', **self.write(folder, config)},
            'layers': [
                {
                    'mediaType': 'application/vnd.oci.image.layer.v1.tar+gzip',
                    'digest': layer['digest'],
                    'size': layer['size'],
                }
            ],
        }
        described = {'mediaType': manifest['mediaType'], **self.write(folder, manifest)}
        (folder / 'oci-layout').write_text('{"imageLayoutVersion":"1.0.0"}')
        (folder / 'index.json').write_text(json.dumps({'schemaVersion': 2, 'manifests': [described]}))
        return True

    def read(self, folder: Path, digest: str) -> dict:
        return json.loads(blob(folder, digest).read_text())

    def write(self, folder: Path, content: dict) -> dict:
        text = json.dumps(content).encode()
        digest = f'sha256:{hashlib.sha256(text).hexdigest()}'
        blob(folder, digest).write_bytes(text)
        return {'digest': digest, 'size': len(text)}


def blob(folder: Path, digest: str) -> Path:
    return folder / 'blobs' / 'sha256' / digest.removeprefix('sha256:')
