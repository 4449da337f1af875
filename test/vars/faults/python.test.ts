/** Faults of the pipeline that this library replaces, numbered as in docs/faults.md: tests and package of the service. */
import { allScripts, callTo, runScript, type ScriptResult } from '../run-script';

/** A Python that answers as bash says; code from standard input runs in that of this machine. */
const python = (answer: string): string =>
  `#!/bin/bash\nif [[ $1 == - ]]; then exec python3 "$@"; fi\n${answer}\n`;

/** For what stands in no folder of stand-ins. */
const record = { record: 'note "$*"' };

describe('the tests', () => {
  const runTests = (answer: string, inputs: { readonly [name: string]: string } = {}): ScriptResult =>
    runScript('run-tests.sh', {
      inputs: { DIRECTORY: 'backend', ARGUMENTS: ['-k', 'not slow'], WORKERS: '0', ...inputs },
      files: {
        '.gig-ci/venv/bin/python': python(answer),
        'backend/manage.py': "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
        'backend/coverage.xml': 'of an earlier build',
        '.gig-ci/test-results.xml': 'of an earlier build',
      },
      tools: record,
    });

  test('fault 38: results as JUnit XML, coverage as XML and HTML, both of this build', () => {
    const result = runTests('record "$@"; record "old: $(ls coverage.xml ../.gig-ci/*.xml 2>/dev/null)"');
    const pytest = callTo(result, 'record -m pytest');
    expect(pytest).toMatch(
      /--cov=\. --cov-report=term-missing --cov-report=html:htmlcov --cov-report=xml:coverage\.xml/,
    );
    expect(pytest).toMatch(/--junitxml=\/\S+\/workspace\/\.gig-ci\/test-results\.xml -k not slow$/);
    expect(pytest).toContain('--ds=shop.settings');
    expect(pytest).not.toContain('--cov-fail-under');
    expect(result.calls).toContain('record old: ');
    expect(result.outputs).toBe('passed=true\n');
  });

  test('fault 38: a minimum of the coverage is one of pytest, which fails with it', () => {
    const tooLow = runTests('record "$@"; : >../.gig-ci/test-results.xml; exit 1', {
      MINIMUM_COVERAGE: '80',
    });
    expect(callTo(tooLow, 'record -m pytest')).toContain('--cov-fail-under=80');
    expect(tooLow.outputs).toBe('passed=false\n');
  });

  test('fault 38: no tests at all is an error', () => {
    expect(runTests('exit 5').problem[0]).toBe('pytest found no tests.');
  });
});

describe('the package', () => {
  /** Builds wheel and sources, the sources with the time of the machine and the user of the agent. */
  const builds = `
    record "$* into $(ls "$4" 2>/dev/null | xargs) epoch $SOURCE_DATE_EPOCH"
    mkdir -p "$4"
    echo wheel >"$4/shop-1.0-py3-none-any.whl"
    mkdir -p shop-1.0
    echo "print(1)" >shop-1.0/b.py
    echo "print(2)" >shop-1.0/a.py
    touch -d "$(cat made)" shop-1.0/*
    tar -C . --sort=name --owner="user$(cat made | tr -dc 0-9)" -cf - shop-1.0 | gzip -n >"$4/shop-1.0.tar.gz"`;

  const build = (made: string, git: string): ScriptResult =>
    runScript('python-package-build.sh', {
      inputs: { DIRECTORY: '.', VERSION: 'project', NUMBER: '42', ISOLATED: 'true' },
      files: {
        '.gig-ci/build/bin/python': python(builds),
        '.gig-ci/dist/shop-0.9.tar.gz': 'of an earlier build',
        'setup.py': '',
        made,
      },
      tools: {
        ...record,
        git,
        // The script lists what it made in the end.
        ls: `/bin/ls "$@"
          if [[ $1 == -l ]]; then
            note "made $(cd "$2" && sha256sum * | xargs)"
            note "times $(tar --utc --full-time -tvf "$2/shop-1.0.tar.gz" | cut -d " " -f 2,4- | tr -s " " | sort -u | xargs)"
          fi`,
      },
    });
  const committed = 'echo 1700000000';

  test('fault 13: the package is built by python -m build, into an empty folder', () => {
    const result = build('2026-01-01', committed);
    expect(callTo(result, 'record -m build')).toMatch(
      /^record -m build --outdir \S+\/workspace\/\.gig-ci\/dist \. into {2}epoch 1700000000$/,
    );
    expect(result.outputs).toBe('version=1.0\n');
    expect(callTo(result, 'made')).not.toContain('shop-0.9');
    for (const text of allScripts()) expect(text).not.toContain('setup.py sdist');
  });

  test('the same commit gives the same files, whoever builds it, and when', () => {
    const first = build('2026-01-01', committed);
    const second = build('2026-02-02', committed);
    expect(callTo(first, 'made')).toBe(callTo(second, 'made'));
    // The time of the commit, which belongs to nobody.
    expect(callTo(first, 'times')).toContain('0/0');
    expect(callTo(first, 'times')).toContain('2023-11-14 22:13:20');
    // Another commit, another file; without a repository, the time of the machine.
    expect(callTo(build('2026-01-01', 'echo 1800000000'), 'made')).not.toBe(callTo(first, 'made'));
    const unknown = [build('2026-01-01', 'exit 128'), build('2026-02-02', 'exit 128')];
    expect(callTo(unknown[0] ?? first, 'made')).not.toBe(callTo(unknown[1] ?? first, 'made'));
  });

  const upload = (index: string, existing: string): ScriptResult =>
    runScript('python-package-upload.sh', {
      inputs: {
        URL: 'https://nexus.example.com/repository/pypi/',
        EXISTING: existing,
        USERNAME: 'publisher',
        PASSWORD: 'very-secret',
      },
      files: {
        '.gig-ci/twine/bin/python': `#!/bin/bash
          if [[ $1 == - ]]; then shift; for file; do echo "${index} $file"; done; exit; fi
          record "$@"
          record "login $TWINE_USERNAME $TWINE_PASSWORD $TWINE_REPOSITORY_URL"
          record "configurations $(find "$HOME" "$PWD" -name .pypirc 2>/dev/null)"`,
        '.gig-ci/dist/shop-1.0-py3-none-any.whl': 'wheel',
      },
      tools: record,
    });

  test('fault 12: the password is in the environment of twine alone: no .pypirc, no argument, no line of the log', () => {
    const result = upload('new', 'skip');
    expect(callTo(result, 'record -m twine')).toBe(
      'record -m twine upload --non-interactive --disable-progress-bar .gig-ci/dist/shop-1.0-py3-none-any.whl',
    );
    expect(result.calls).toContain(
      'record login publisher very-secret https://nexus.example.com/repository/pypi/',
    );
    expect(result.calls).toContain('record configurations ');
    expect(result.log + result.outputs).not.toContain('very-secret');
    expect(result.outputs).toBe('uploaded=1\n');
  });

  test.each(['same', 'other', 'unknown'])(
    'fault 13: a file that is there (%s) is left alone, or refused',
    (state) => {
      const skipped = upload(state, 'skip');
      expect(skipped.outputs).toBe('uploaded=0\n');
      expect(skipped.calls).toEqual([]);
      const refused = upload(state, 'fail');
      expect(refused.problem[0]).toBe('nexus.existing is fail, and shop-1.0-py3-none-any.whl exists.');
      expect(refused.calls).toEqual([]);
    },
  );
});
