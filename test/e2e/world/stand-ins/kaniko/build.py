"""Carries out the instructions of a Dockerfile."""

import copy
import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from archive import NO_TIME
from cache import LayerCache
from copying import copy_into, sources_of
from dockerfile import DockerfileError, Instruction, Stage, expand, pairs, read
from ignore import Ignored
from layers import state_of, unpack, write_layer

# Docker knows them without ARG, and no layer keeps them.
PREDEFINED = {name for word in ('http', 'https', 'ftp', 'no', 'all') for name in (f'{word}_proxy', f'{word}_proxy'.upper())}
PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
WORK = Path('/kaniko/work')
started = time.monotonic()


class BuildError(Exception):
    """Why there is no image."""


def say(text: str) -> None:
    print(f'INFO[{int(time.monotonic() - started):04d}] {text}', file=sys.stderr, flush=True)


class Builder:
    """Builds the stages of a Dockerfile one after the other."""

    def __init__(self, flags: dict, context: Path) -> None:
        self.flags = flags
        self.context = context
        self.arguments = dict(pair.split('=', 1) if '=' in pair else (pair, os.environ.get(pair, '')) for pair in flags['build-arg'])
        self.cache = LayerCache(flags)
        self.stages: dict[str, dict] = {}
        self.ignored = Ignored(context / '.dockerignore')

    def build(self) -> dict:
        """The image of the last stage, or of --target."""
        file = self.context / self.flags['dockerfile']
        if not file.exists():
            raise BuildError(f'error resolving dockerfile path: please provide a valid path to a Dockerfile within the build context: {file}')
        stages, globally = read(file.read_text(), self.arguments)
        target = self.flags.get('target')
        for number, stage in enumerate(stages):
            image = self.build_stage(stage, globally, WORK / str(number))
            self.stages[str(number)] = image
            if stage.name:
                self.stages[stage.name.lower()] = image
            if target and target.lower() in (stage.name.lower(), str(number)):
                break
        else:
            if target:
                raise DockerfileError(f'{target} is not a valid target build stage')
        for label in self.flags['label']:
            name, _, value = label.partition('=')
            settings = image['config']['config']
            # Docker writes null for an image without labels.
            settings['Labels'] = {**(settings.get('Labels') or {}), name: value}
        if self.flags.get('reproducible'):
            image['config']['created'] = NO_TIME
            for entry in image['config']['history']:
                entry['created'] = NO_TIME
        return image

    def base_of(self, name: str) -> dict:
        """The image behind FROM."""
        if name.lower() in self.stages:
            return copy.deepcopy(self.stages[name.lower()])
        if name == 'scratch':
            config = {'architecture': 'amd64', 'os': 'linux', 'config': {}, 'rootfs': {'type': 'layers', 'diff_ids': []}}
            return {'config': config, 'layers': []}
        say(f'Retrieving image manifest {name}')
        folder = json.loads(Path('/kaniko/bases/names.json').read_text()).get(name)
        if folder is None:
            raise BuildError(
                f'unable to complete operation after 0 attempts, last error: GET https://index.docker.io/v2/{name}: '
                'MANIFEST_UNKNOWN: manifest unknown; this stand-in for Kaniko has only its base images'
            )
        return json.loads((Path(folder) / 'image.json').read_text())

    def build_stage(self, stage: Stage, globally: dict[str, str], root: Path) -> dict:
        image = self.base_of(stage.base)
        root.mkdir(parents=True)
        for layer in image['layers']:
            unpack(layer, root)
        config = image['config']
        config['config'] = {**(config.get('config') or {})}
        config.setdefault('history', [])
        for key in ('container', 'container_config', 'docker_version'):
            config.pop(key, None)
        self.root, self.image, self.settings, self.globally = root, image, config['config'], globally
        self.arguments_of_stage: dict[str, str] = {}
        self.shell = ['/bin/sh', '-c']
        self.key = hashlib.sha256(json.dumps([layer['digest'] for layer in image['layers']]).encode()).hexdigest()
        for instruction in stage.instructions:
            say(str(instruction))
            self.carry_out(instruction)
        image['root'] = str(root)
        return image

    def values(self) -> dict[str, str]:
        return {**self.arguments_of_stage, **self.environment()}

    def environment(self) -> dict[str, str]:
        return dict(pair.split('=', 1) for pair in self.settings.get('Env') or [])

    def carry_out(self, instruction: Instruction) -> None:
        name, text, settings = instruction.name, instruction.text, self.settings
        made = None
        if name == 'RUN':
            made = self.run(instruction)
        elif name in ('COPY', 'ADD'):
            made = self.copy(instruction)
        elif name == 'ENV':
            environment = {**self.environment(), **pairs(text, self.values())}
            settings['Env'] = [f'{key}={value}' for key, value in environment.items()]
        elif name == 'ARG':
            key, given, default = text.partition('=')
            value = self.arguments.get(key, expand(default, self.values()) if given else self.globally.get(key))
            if value is not None:
                self.arguments_of_stage[key] = value
        elif name == 'LABEL':
            settings['Labels'] = {**(settings.get('Labels') or {}), **pairs(text, self.values())}
        elif name == 'WORKDIR':
            settings['WorkingDir'] = os.path.join(settings.get('WorkingDir') or '/', expand(text, self.values()))
            made = self.snapshot(lambda: self.inside(settings['WorkingDir']).mkdir(parents=True, exist_ok=True))
        elif name == 'USER':
            settings['User'] = expand(text, self.values())
        elif name == 'EXPOSE':
            ports = [port if '/' in port else f'{port}/tcp' for port in expand(text, self.values()).split()]
            settings['ExposedPorts'] = {**(settings.get('ExposedPorts') or {}), **{port: {} for port in ports}}
        elif name == 'VOLUME':
            volumes = instruction.words() or expand(text, self.values()).split()
            settings['Volumes'] = {**(settings.get('Volumes') or {}), **{volume: {} for volume in volumes}}
        elif name in ('CMD', 'ENTRYPOINT'):
            settings[name.capitalize() if name == 'CMD' else 'Entrypoint'] = instruction.words() or [*self.shell, text]
        elif name == 'SHELL':
            self.shell = instruction.words() or self.shell
        elif name == 'STOPSIGNAL':
            settings['StopSignal'] = text
        elif name == 'HEALTHCHECK':
            settings['Healthcheck'] = self.health_check(instruction)
        elif name == 'MAINTAINER':
            self.image['config']['author'] = text
        created = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())
        history = {'created': created, 'created_by': str(instruction), 'comment': 'stand-in for kaniko'}
        if made is None:
            history['empty_layer'] = True
        else:
            self.image['layers'].append(made)
            self.image['config']['rootfs']['diff_ids'].append(made['diffId'])
        self.image['config']['history'].append(history)
        self.key = hashlib.sha256(f'{self.key}{instruction}'.encode()).hexdigest()

    def health_check(self, instruction: Instruction) -> dict:
        if instruction.text == 'NONE':
            return {'Test': ['NONE']}
        command = Instruction('CMD', instruction.text.removeprefix('CMD').strip())
        words = command.words()
        return {'Test': ['CMD', *words] if words else ['CMD-SHELL', command.text]}

    def snapshot(self, change) -> dict | None:
        """The layer that a change of the file system makes."""
        before = state_of(self.root)
        change()
        target = WORK / f'{len(self.image["layers"])}-{self.root.name}.layer'
        return write_layer(self.root, before, target, bool(self.flags.get('reproducible')))

    def inside(self, path: str) -> Path:
        return self.root / path.lstrip('/')

    def run(self, instruction: Instruction) -> dict | None:
        if instruction.flags:
            raise DockerfileError(f'this stand-in for Kaniko does not know RUN --{next(iter(instruction.flags))}')
        predefined = {name: value for name, value in self.arguments.items() if name in PREDEFINED}
        arguments = {**self.arguments_of_stage}
        key = hashlib.sha256(json.dumps([self.key, str(instruction), arguments, self.settings.get('Env')]).encode()).hexdigest()
        found = self.cache.find(key) if self.flags['cache-run-layers'] else None
        if found is not None:
            say(f'Found cached layer, extracting to filesystem: {instruction}')
            unpack(found, self.root)
            return found
        environment = {'PATH': PATH, 'HOME': self.home(), **predefined, **arguments, **self.environment()}
        command = instruction.words() or [*self.shell, instruction.text]
        made = self.snapshot(lambda: self.execute(command, environment))
        if made is not None and self.flags['cache-run-layers'] and self.cache.keep(key, made):
            say(f'Pushing layer {self.cache.repository}:{key} to cache now')
        return made

    def execute(self, command: list[str], environment: dict[str, str]) -> None:
        folder = self.settings.get('WorkingDir') or '/'
        user, group = self.user()

        def enter() -> None:
            os.chroot(self.root)
            os.chdir(folder)
            os.setgroups([group])
            os.setgid(group)
            os.setuid(user)

        try:
            status = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, preexec_fn=enter).returncode
        except (OSError, subprocess.SubprocessError) as error:
            raise BuildError(f'error building stage: failed to execute command: starting command: {error}') from error
        if status != 0:
            raise BuildError(f'error building stage: failed to execute command: waiting for process to exit: exit status {status}')

    def accounts(self, file: str) -> list[list[str]]:
        path = self.inside(f'/etc/{file}')
        return [line.split(':') for line in path.read_text().splitlines()] if path.exists() else []

    def user(self) -> tuple[int, int]:
        """Ids of the user and of its group."""
        name, _, group = (self.settings.get('User') or '0').partition(':')
        entry = next((line for line in self.accounts('passwd') if name in (line[0], line[2])), None)
        if entry is None and not name.isdigit():
            raise BuildError(f'error building stage: failed to execute command: identifying user: unknown user {name}')
        number = int(entry[2] if entry else name)
        if group:
            known = next((line for line in self.accounts('group') if group in (line[0], line[2])), None)
            return number, int(known[2] if known else group)
        return number, int(entry[3]) if entry else 0

    def home(self) -> str:
        user, _ = self.user()
        return next((line[5] for line in self.accounts('passwd') if line[2] == str(user)), '/')

    def copy(self, instruction: Instruction) -> dict | None:
        words = instruction.words() or expand(instruction.text, self.values()).split()
        source = instruction.flags.get('from')
        if source is None:
            origin, ignored = self.context, self.ignored
        elif source.lower() in self.stages:
            origin, ignored = Path(self.stages[source.lower()]['root']), lambda _: False
        else:
            raise DockerfileError(f'this stand-in for Kaniko copies from stages only, not from {source}')
        files = sources_of(origin, words[:-1], ignored)
        for path in files.digests():
            self.key = hashlib.sha256(f'{self.key}{path}'.encode()).hexdigest()
        destination = os.path.join(self.settings.get('WorkingDir') or '/', words[-1])
        owner = instruction.flags.get('chown')
        ids = self.owner(owner) if owner else (0, 0)
        return self.snapshot(
            lambda: copy_into(self.root, files, destination, ids, instruction.flags.get('chmod'), instruction.name == 'ADD')
        )

    def owner(self, text: str) -> tuple[int, int]:
        before = self.settings.get('User')
        try:
            self.settings['User'] = text
            return self.user()
        finally:
            self.settings['User'] = before or ''
