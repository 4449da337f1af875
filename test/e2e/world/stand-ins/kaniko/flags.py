"""The flags that Kaniko documents. Those that would need what this stand-in cannot do are refused with the reason."""

SWITCHES = {
    'cache', 'cache-copy-layers', 'cache-run-layers', 'cleanup', 'compressed-caching', 'force', 'ignore-var-run', 'insecure',
    'insecure-pull', 'log-timestamp', 'no-push', 'no-push-cache', 'pre-cleanup', 'preserve-context',
    'push-ignore-immutable-tag-errors', 'reproducible', 'single-snapshot', 'skip-default-registry-fallback',
    'skip-push-permission-check', 'skip-tls-verify', 'skip-tls-verify-pull', 'skip-unused-stages', 'use-new-run',
}
LISTS = {
    'build-arg', 'credential-helpers', 'destination', 'ignore-path', 'insecure-registry', 'label', 'registry-certificate',
    'registry-client-cert', 'registry-map', 'registry-mirror', 'secret', 'skip-tls-verify-registry',
}
VALUES = {
    'azure-container-registry-config', 'cache-dir', 'cache-repo', 'cache-ttl', 'compression', 'compression-level', 'context',
    'context-sub-path', 'custom-platform', 'digest-file', 'dockerfile', 'git', 'image-download-retry', 'image-fs-extract-retry',
    'image-name-tag-with-digest-file', 'image-name-with-digest-file', 'kaniko-dir', 'log-format', 'oci-layout-path',
    'push-retry', 'snapshot-mode', 'tar-path', 'target', 'verbosity',
}
SHORT = {'c': 'context', 'd': 'destination', 'f': 'dockerfile', 'v': 'verbosity'}
OLD = {'tarPath': 'tar-path', 'snapshotMode': 'snapshot-mode', 'customPlatform': 'custom-platform'}
DEFAULTS = {
    'cache-dir': '/cache', 'cache-run-layers': True, 'cache-ttl': '336h0m0s', 'context': '/workspace/',
    'dockerfile': 'Dockerfile', 'snapshot-mode': 'full',
}
# What has no effect on a build without a registry.
BEYOND = {
    'azure-container-registry-config', 'git', 'ignore-path', 'kaniko-dir', 'oci-layout-path', 'secret', 'custom-platform', 'compression',
}


class FlagError(Exception):
    """What the command line of Kaniko would refuse."""


def parse(words: list[str]) -> dict:
    """The flags by their long names; lists as lists, switches as booleans."""
    flags: dict = {**DEFAULTS, **{name: [] for name in LISTS}}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word.startswith('--'):
            name, given, value = word[2:].partition('=')
        elif word.startswith('-') and word[1:2] in SHORT:
            name, value = SHORT[word[1]], word[2:].removeprefix('=')
            given = bool(value)
        else:
            raise FlagError(f'unknown command "{word}" for "executor"')
        name = OLD.get(name, name)
        if name in SWITCHES:
            if given and value not in ('true', 'false'):
                raise FlagError(f'invalid argument "{value}" for "--{name}" flag: strconv.ParseBool: parsing "{value}": invalid syntax')
            flags[name] = not given or value == 'true'
            continue
        if name not in LISTS and name not in VALUES:
            raise FlagError(f'unknown flag: --{name}')
        if not given:
            if not rest:
                raise FlagError(f'flag needs an argument: --{name}')
            value = rest.pop(0)
        if name in LISTS:
            flags[name].append(value)
        else:
            flags[name] = value
    check(flags)
    return flags


def check(flags: dict) -> None:
    """The rules between flags."""
    beyond = sorted(name for name in BEYOND if flags.get(name))
    if beyond:
        raise FlagError(f'this stand-in for Kaniko cannot do --{beyond[0]}')
    if not flags.get('no-push'):
        if not flags['destination']:
            raise FlagError('you must provide --destination, or use --no-push')
        raise FlagError('this stand-in for Kaniko pushes nothing: give --no-push and --tar-path')
    if flags.get('cache') and not flags.get('cache-repo'):
        raise FlagError('if using cache with --no-push, specify cache repo with --cache-repo')
    if flags.get('cache') and not flags['cache-repo'].startswith('oci:'):
        raise FlagError('this stand-in for Kaniko reaches no registry: give --cache-repo=oci:/folder')
    for name in ('image-name-with-digest-file', 'image-name-tag-with-digest-file'):
        if flags.get(name) and not flags['destination']:
            raise FlagError(f'--{name} needs --destination')
    if flags['snapshot-mode'] not in ('full', 'redo', 'time'):
        raise FlagError(f'{flags["snapshot-mode"]} is not a valid snapshot mode')
