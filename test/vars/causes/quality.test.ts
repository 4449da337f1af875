/** Causes that the scripts for SonarQube, dependency-check and the notification find, by the real scripts. */
import { runScript } from '../run-script';

type Texts = { readonly [name: string]: string };

describe('the analysis', () => {
  const properties = { 'sonar-project.properties': '' };
  const analyse = (scanner: string, files: Texts = properties): readonly string[] =>
    runScript('sonar-scan.sh', {
      inputs: { BUILD: 'b', DIRECTORY: '.', IMAGE: 'i' },
      environment: { SONAR_HOST_URL: 'https://sonar.example.com', SONAR_AUTH_TOKEN: 'very-secret' },
      tools: { 'sonar-scanner': scanner },
      files,
    }).problem;

  test('no properties', () => {
    expect(analyse('', {})).toEqual([
      './sonar-project.properties does not exist.',
      expect.stringContaining('sonar.projectKey'),
    ]);
  });

  test.each([
    ['ERROR: Not authorized. Please check the user token in the property', 'Check the token'],
    ['ERROR: You are not authorized to run analysis', 'Execute Analysis'],
    ['ERROR: Failed to query server version: Call to URL failed', 'Check the address'],
    ['ERROR: PKIX path building failed', 'SSL_CERT_FILE'],
    ['ERROR: The folder src does not exist (very-secret)', 'sonar-project.properties'],
  ])('the scanner says: %s', (says, remedy) => {
    const problem = analyse(`echo '${says}' >&2; exit 1`);
    expect(problem[0]).toBe(`The analysis failed: ${says.replace('very-secret', '****')}`);
    expect(problem.join('\n')).toContain(remedy);
  });

  test('a scanner that leaves no report', () => {
    const problem = analyse('');
    expect(problem[0]).toBe('The scanner left no report: the analysis did not reach the server.');
    expect(problem[1]).toContain('https://sonar.example.com');
  });
});

describe('the quality gate', () => {
  const ask = (files: Texts, lacks: readonly string[] = []): readonly string[] =>
    runScript('sonar-task.sh', {
      inputs: { SECONDS: '0' },
      environment: { SONAR_HOST_URL: 'http://127.0.0.1:9' },
      tools: {},
      lacks,
      files,
    }).problem;

  test('no analysis, and no python3', () => {
    expect(ask({})).toEqual([
      '.gig-ci/sonar/report-task.txt names no task.',
      expect.stringContaining('gigSonarAnalysis'),
    ]);
    expect(ask({}, ['python3'])).toEqual([
      'python3: command not found.',
      expect.stringContaining('sonar.wait: webhook'),
    ]);
  });

  test('a server that does not answer', () => {
    const problem = ask({ '.gig-ci/sonar/report-task.txt': 'ceTaskId=1\n' });
    expect(problem[0]).toMatch(/^http:\/\/127\.0\.0\.1:9 was not reached: .*refused/);
    expect(problem[1]).toContain('Check the address');
  });
});

describe('the check of the dependencies', () => {
  const check = (tool: string, inputs: Texts = {}, lacks: readonly string[] = []): readonly string[] =>
    runScript('owasp-check.sh', {
      inputs: {
        BUILD: 'b',
        DIRECTORY: '.',
        REPORTS: 'r',
        PROJECT: 'p',
        IMAGE: 'i',
        FORMATS: ['XML'],
        UPDATE: 'auto',
        LOCK_SECONDS: '0',
        KEY: 'very-secret',
        ...inputs,
      },
      tools: { 'dependency-check': tool },
      lacks,
    }).problem;

  test('no flock', () => {
    expect(check('', {}, ['flock'])).toEqual([
      'flock: command not found.',
      expect.stringContaining('util-linux'),
    ]);
  });

  test('no such file', () => {
    expect(check('', { SUPPRESSION: 'nowhere.xml' })[0]).toBe('There is no file nowhere.xml.');
  });

  test('another check all the time', () => {
    const { problem } = runScript('owasp-check.sh', {
      inputs: {
        BUILD: 'b',
        DIRECTORY: '.',
        REPORTS: 'r',
        PROJECT: 'p',
        IMAGE: 'i',
        FORMATS: ['XML'],
        UPDATE: 'auto',
        LOCK_SECONDS: '0',
      },
      tools: { flock: 'exit 1', 'dependency-check': '' },
    });
    expect(problem).toEqual([
      'Another build on this machine has used the database of vulnerabilities all the time.',
      expect.stringContaining('owasp.timeoutMinutes'),
    ]);
  });

  test.each([
    ['auto', 'NVD API key'],
    ['never', 'nightly job'],
  ])('the tool fails, owasp.update: %s', (update, remedy) => {
    const says = '[ERROR] Error updating the NVD Data; 403 for very-secret';
    expect(check(`echo '${says}' >&2; exit 13`, { UPDATE: update })).toEqual([
      `dependency-check ended with code 13: ${says.replace('very-secret', '****')}`,
      expect.stringContaining(remedy),
    ]);
  });
});

describe('the notification', () => {
  const send = (url: string, curl: string, lacks: readonly string[] = []): readonly string[] =>
    runScript('notify.sh', {
      inputs: { PAYLOAD: '{}', URL: url },
      // Reads what it is sent, as curl does.
      tools: lacks.length > 0 ? {} : { curl: `cat >/dev/null; ${curl}` },
      lacks,
    }).problem;

  test.each([
    ['hooks.example.com', '', 'The address of the webhook does not begin with', 'notify.url'],
    ['https://h', 'exit 28', 'The webhook was not reached (curl ended with 28', 'receiver runs'],
    ['https://h', 'echo 500', 'The webhook answered 500.', 'log of the receiver'],
  ])('%s %s', (url, curl, cause, remedy) => {
    expect(send(url, curl)).toEqual([expect.stringContaining(cause), expect.stringContaining(remedy)]);
  });

  test('no curl', () => {
    expect(send('https://h', '', ['curl'])[0]).toBe('curl: command not found.');
  });
});
