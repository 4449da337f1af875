/** Faults of the pipeline that this library replaces, numbered as in docs/faults.md: the check of the dependencies. */
import { runScript, type ScriptResult } from '../run-script';

describe('dependencies', () => {
  const check = (tools: { readonly [name: string]: string }): ScriptResult =>
    runScript('owasp-check.sh', {
      inputs: {
        BUILD: 'b',
        DIRECTORY: 'backend',
        REPORTS: 'backend/owasp-report',
        PROJECT: 'shop',
        IMAGE: 'owasp/dependency-check:12.2.0',
        FORMATS: ['XML', 'JSON'],
        UPDATE: 'auto',
        LOCK_SECONDS: '5',
        KEY: 'very-secret',
      },
      files: { 'backend/requirements.txt': 'django\n', 'backend/htmlcov/index.html': '' },
      tools,
    });

  const recording = `
    while [[ $# -gt 0 ]]; do
      if [[ $1 == --propertyfile ]]; then note "$(stat -c %a "$2") $(cat "$2")"; fi
      if [[ $1 == --scan ]]; then note "$(ls "$2" | xargs)"; fi
      shift
    done`;

  test('fault 8: the key of the NVD is in a file that only its owner reads', () => {
    const { calls, exit, log } = check({ 'dependency-check': recording });
    expect(exit).toBe(0);
    expect(calls).toContain('600 nvd.api.key=very-secret');
    expect(calls.filter((call) => call.startsWith('dependency-check')).join('\n')).not.toContain(
      'very-secret',
    );
    expect(log).not.toContain('very-secret');
  });

  test('fault 8: in a container it arrives over standard input', () => {
    const docker = `
      case $1 in
        create) echo 3f2a ;;
        exec) if [[ $* == *propertyfile* ]]; then exit 0; elif [[ $* == *'cat >'* ]]; then note "stdin $(cat)"; elif [[ $* == *'test -f'* ]]; then exit 1; fi ;;
        cp) cat >/dev/null ;;
      esac`;
    const { calls } = check({ docker });
    expect(calls).toContain('stdin nvd.api.key=very-secret');
    expect(calls.filter((call) => call.startsWith('docker')).join('\n')).not.toContain('very-secret');
    expect(calls.at(-1)).toBe('docker rm --force --volumes 3f2a');
  });

  test('fault 9: the analyzers of Python are on', () => {
    const { calls } = check({ 'dependency-check': recording });
    expect(calls.find((call) => call.startsWith('dependency-check'))).toMatch(
      /--scan \S+source --scan \S+packages .*--enableExperimental/,
    );
  });

  test('fault 10: what the pipeline made is not scanned, and every format is written', () => {
    const { calls } = check({ 'dependency-check': recording });
    expect(calls).toContain('requirements.txt');
    expect(calls.find((call) => call.startsWith('dependency-check'))).toContain('--format XML --format JSON');
  });

  describe('a limit, when the analysis had errors (14): the tool has not compared the scores', () => {
    const report = (score: number): string => `
      while [[ $1 != --out ]]; do shift; done
      echo '{"dependencies":[{"vulnerabilities":[{"severity":"HIGH","cvssv3":{"baseScore":${score}}}]},{}]}' \
        >"$2/dependency-check-report.json"
      exit 14`;
    const limited = (tool: string): ScriptResult =>
      runScript('owasp-check.sh', {
        inputs: {
          BUILD: 'b',
          DIRECTORY: '.',
          REPORTS: 'owasp-report',
          PROJECT: 'shop',
          IMAGE: 'i',
          FORMATS: ['HTML'],
          UPDATE: 'auto',
          FAIL_ON_CVSS: '7',
          LOCK_SECONDS: '5',
        },
        files: { 'requirements.txt': 'django\n' },
        tools: { 'dependency-check': tool },
      });

    test.each([
      [7.5, 'exceeded=true\n'],
      [6.9, 'exceeded=false\n'],
    ])('score %s', (score, outputs) => {
      const result = limited(report(score));
      expect(result.outputs).toBe(outputs);
      expect(result.calls[0]).toContain('--format HTML --format JSON');
    });

    test('without a report, it is a problem', () => {
      expect(limited('exit 14').outputs).toContain('problem=The analysis had errors');
    });
  });

  test('a home that cannot be written is named', () => {
    const { outputs } = runScript('owasp-check.sh', {
      inputs: {
        BUILD: 'b',
        DIRECTORY: '.',
        REPORTS: 'owasp-report',
        PROJECT: 'p',
        IMAGE: 'i',
        FORMATS: ['XML'],
        UPDATE: 'auto',
        LOCK_SECONDS: '5',
      },
      environment: { HOME: '/proc' },
      tools: { 'dependency-check': '' },
    });
    expect(outputs).toContain('problem=The folder /proc/.cache/gig-ci/dependency-check for the database');
  });

  test('fault 21b: one check at a time uses the database of vulnerabilities', () => {
    const { calls } = check({ 'dependency-check': recording, flock: '' });
    expect(calls[0]).toBe('flock --wait 5 9');
  });
});
