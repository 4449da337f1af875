#!/usr/bin/env python3
"""Stand-in for Dependency-Check, with the flags that it documents."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE), str(HERE.parent / 'shared')]

from findings import known_vulnerabilities, python_package, vulnerabilities  # noqa: E402
from flags import Flags, give_up  # noqa: E402
from reports import FILES, render  # noqa: E402

SWITCHES = {
    '--noupdate', '--updateonly', '--enableExperimental', '--disableAssembly', '--enableRetired', '--advancedHelp', '--help', '--version',
    '--prettyPrint', '--disableOssIndex', '--disableCentral', '--disableYarnAudit', '--disableNodeAudit', '--disableRetireJS',
}
VALUES = {
    '--project', '--out', '--failOnCVSS', '--junitFailOnCVSS', '--data', '--nvdApiKey', '--nvdApiDelay', '--nvdValidForHours',
    '--propertyfile', '--log',
}
LISTS = {'--scan', '--exclude', '--format', '--suppression'}
BEYOND = {'--connectionString', '--dbUser', '--dbPassword', '--dbDriverName', '--nvdDatafeed', '--hints', '--ossIndexUsername', '--ossIndexPassword'}
SHORT = {'-s': '--scan', '-o': '--out', '-f': '--format', '-n': '--noupdate', '-d': '--data', '-P': '--propertyfile', '-l': '--log'}
WRONG_CALL, NO_DATABASE, NO_REPORT, FATAL, OVER_LIMIT = 1, 11, 12, 13, 15


def api_key(flags: Flags) -> str:
    """The key of the National Vulnerability Database."""
    if not flags['--propertyfile']:
        return flags['--nvdApiKey'] or ''
    path = Path(flags['--propertyfile'])
    if not path.exists():
        give_up(f'Unable to find properties file {path}', 4)
    lines = path.read_text().splitlines()
    return next((line.partition('=')[2] for line in lines if line.startswith('nvd.api.key=')), '')


def update(flags: Flags, database: Path) -> None:
    """Brings the database up to date, unless it is to be used as it is."""
    if not flags['--noupdate']:
        if not api_key(flags):
            print('[WARN] An NVD API Key was not provided - it is highly recommended to use an NVD API key as the update can take a VERY long time')
        database.parent.mkdir(parents=True, exist_ok=True)
        try:
            database.write_text('stand-in\n')
        except OSError as error:
            give_up(f'Unable to update the database: {error}', NO_DATABASE)
        print('[INFO] Completed update of the database')
    elif not database.exists():
        print('[ERROR] Autoupdate is disabled and the database does not exist', file=sys.stderr)
        give_up('Unable to continue dependency-check analysis.', FATAL)


def main() -> None:
    unknown = 'Unrecognized option: {}'
    flags = Flags(
        sys.argv[1:], switches=SWITCHES, values=VALUES, lists=LISTS, beyond=BEYOND, short=SHORT, unknown=unknown, status=WRONG_CALL
    )
    if flags['--version']:
        return print('Dependency-Check Core version 12.2.0 (stand-in)')
    if flags.words:
        give_up(f'Unrecognized argument: {flags.words[0]}', WRONG_CALL)
    formats = flags['--format'] or ['HTML']
    formats = list(FILES) if 'ALL' in formats else formats
    for format_ in formats:
        if format_ not in FILES:
            give_up(f"An invalid 'format' of '{format_}' was specified.", WRONG_CALL)
    if not flags['--scan'] and not flags['--updateonly']:
        give_up('Missing required option: s', WRONG_CALL)
    for path in flags['--scan']:
        if not Path(path).exists():
            give_up(f"Invalid 'scan' argument: '{path}' does not exist.", WRONG_CALL)
    for path in flags['--suppression']:
        if not Path(path).exists():
            give_up(f"Unable to load suppression file '{path}'", FATAL)
    update(flags, Path(flags['--data'] or HERE / 'data') / 'odc.mv.db')
    if flags['--updateonly']:
        return None

    packages = []
    # All analyzers of Python are experimental.
    if flags['--enableExperimental']:
        metadata = sorted(path for folder in flags['--scan'] for path in Path(folder).rglob('*.dist-info/METADATA'))
        packages = [python_package(path.read_text(errors='replace'), str(path)) for path in metadata]
    suppressed = ''.join(Path(path).read_text() for path in flags['--suppression'])
    known = [entry for entry in known_vulnerabilities() if entry['id'] not in suppressed]
    found = [(package, [entry for _, entry in vulnerabilities([package], known)]) for package in packages]
    folder = Path(flags['--out'] or '.')
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for format_ in formats:
            (folder / FILES[format_]).write_text(render(format_, flags['--project'] or '', found))
            print(f'[INFO] Writing {format_} report to: {folder / FILES[format_]}')
    except OSError as error:
        give_up(f'Unable to write the report: {error}', NO_REPORT)
    highest = max((entry['cvss'] for _, entries in found for entry in entries), default=-1)
    if highest >= float(flags['--failOnCVSS'] or 11):
        print(f'[ERROR] One or more dependencies were identified with vulnerabilities that have a CVSS score of at least {flags["--failOnCVSS"]}')
        sys.exit(OVER_LIMIT)


if __name__ == '__main__':
    main()
