import { runDirect, steps } from '../support/direct';

function pipeline(imports: string, body: string): string {
  return `import { ${imports} } from 'gig-ci/jenkins';\nexport default function gigTest(): void {\n${body}\n}\n`;
}

describe('steps', () => {
  test('a stage runs its body and returns what the body returns', () => {
    const record = runDirect(
      pipeline('echo, stage', `const name = stage('Test', () => 'done');\necho(name);`),
    );
    expect(record.result).toBe('SUCCESS');
    expect(steps(record)).toEqual(['stage Test', 'echo done']);
  });

  test('a call of a pipeline function runs its steps in place', () => {
    const source = `${pipeline('echo', "echo('a'); helper(); echo('c');")}function helper(): void { echo('b'); }\n`;
    expect(steps(runDirect(source))).toEqual(['echo a', 'echo b', 'echo c']);
  });

  test('a closure value is called with its steps', () => {
    const source = `${pipeline('echo', "twice(() => { echo('a'); });")}function twice(body: () => void): void { body(); body(); }\n`;
    expect(steps(runDirect(source))).toEqual(['echo a', 'echo a']);
  });

  test('branches interleave on the virtual clock', () => {
    const body = `parallel({ slow: () => { sleep(5); echo('slow'); }, fast: () => { sleep(1); echo('fast'); } });`;
    const record = runDirect(pipeline('echo, parallel, sleep', body));
    expect(steps(record).filter((step) => step.startsWith('echo'))).toEqual(['echo fast', 'echo slow']);
    expect(record.duration).toBe(5000);
  });

  test('the location of a step is its TypeScript line', () => {
    const record = runDirect(pipeline('echo', "\nthrow new Error('no');\necho('never');"));
    expect(record.events).toHaveLength(1);
    expect(record.failure).toEqual({ kind: 'error', message: 'no' });
  });
});

describe('failures', () => {
  test('catch sees an ordinary error and its message', () => {
    const body = `try { sh\`false\`; } catch (error) { if (error instanceof Error) { echo(error.message); } }`;
    const scenario = { commands: [{ command: 'false', exit: 3 }] };
    const record = runDirect(pipeline('echo, node, sh', `node('', () => { ${body} });`), { scenario });
    expect(steps(record)).toContain('echo script returned exit code 3');
    expect(record.result).toBe('SUCCESS');
  });

  test('an abort passes every catch, and finally runs', () => {
    const body = `try { sleep(9); } catch (error) { echo('caught'); } finally { echo('cleaned'); }`;
    const record = runDirect(pipeline('echo, sleep', body), { scenario: { abortAtStep: 1 } });
    expect(steps(record)).toEqual(['sleep', 'echo cleaned']);
    expect(record.result).toBe('ABORTED');
  });

  test('a failing finally does not mask the first error', () => {
    const body = `try { throw new Error('first'); } finally { throw new Error('second'); }`;
    const record = runDirect(pipeline('echo', `${body}\necho('never');`));
    expect(record.failure).toEqual({ kind: 'error', message: 'first' });
    expect(record.log.join('\n')).toContain('Failed while cleaning up, too: second');
  });

  test('an error of a pure function is an ordinary error', () => {
    const source = `${pipeline('echo', "echo(up(''));")}function up(text: string): string { if (text === '') { throw new Error('empty'); } return text; }\n`;
    expect(runDirect(source).failure).toEqual({ kind: 'error', message: 'empty' });
  });

  test('calls without an end are a fault', () => {
    const body =
      "const hooks: { go?: () => string } = {}; hooks.go = () => hooks.go?.() ?? ''; echo(hooks.go());";
    expect(runDirect(pipeline('echo', body)).failure).toMatchObject({
      kind: 'fault',
      message: 'the calls are nested too deeply',
    });
  });
});

describe('primitives', () => {
  test('values of a command travel in the environment', () => {
    const body = `node('', () => { const image = 'a b'; sh\`docker build -t \${image} "x:\${image}"\`; });`;
    const record = runDirect(pipeline('node, sh', body), { scenario: { tools: ['docker'] } });
    const [, withEnv, sh] = record.events;
    expect(withEnv?.arguments).toEqual({ overrides: ['GIG_IMAGE=a b'] });
    expect(sh?.arguments).toEqual({ script: 'docker build -t "${GIG_IMAGE-}" "x:${GIG_IMAGE-}"' });
  });

  test.each([
    ['SUCCESS', "echo('x');", {}],
    ['UNSTABLE', "unstable('x');", {}],
    ['FAILED', "throw new Error('x');", {}],
    ['ABORTED', 'sleep(1);', { abortAtStep: 1 }],
  ])('withOutcome tells %s', (outcome, body, scenario) => {
    const code = `withOutcome(() => { ${body} }, (outcome) => { echo(outcome); });`;
    const record = runDirect(pipeline('echo, sleep, unstable, withOutcome', code), { scenario });
    expect(steps(record).at(-1)).toBe(`echo ${outcome}`);
  });

  test('withOutcome tells ABORTED once more when telling is interrupted', () => {
    const code = `withOutcome(() => { echo('x'); }, (outcome) => { echo(outcome); });`;
    const record = runDirect(pipeline('echo, withOutcome', code), { scenario: { abortAtStep: 2 } });
    expect(steps(record)).toEqual(['echo x', 'echo SUCCESS', 'echo ABORTED']);
  });

  test('withDeadline makes lateness a failure and lets an abort pass', () => {
    const code = `withDeadline(1, 'Waiting', () => { sleep(90); });`;
    const late = runDirect(pipeline('sleep, withDeadline', code));
    expect(late.failure).toEqual({ kind: 'error', message: 'Waiting took longer than 1 minute' });
    const aborted = runDirect(pipeline('sleep, withDeadline', code), { scenario: { abortAtStep: 2 } });
    expect(aborted.result).toBe('ABORTED');
  });

  test('ifInstalled says that a step is missing', () => {
    const code = `const there = ifInstalled('timestamps', () => { timestamps(() => {}); });\necho(\`\${there}\`);`;
    const record = runDirect(pipeline('echo, ifInstalled, timestamps', code), {
      scenario: { missingSteps: ['timestamps'] },
    });
    expect(steps(record).slice(-2)).toEqual(['echo timestamps is not installed: left out', 'echo false']);
  });
});

test('the environment is read by any name, and has nothing that JavaScript adds', () => {
  const body = `const name: string = 'BUILD_NUMBER'; echo(env[name] ?? 'none'); echo(env['BUILD_NUMBER'] ?? 'none');
    echo(env.BUILD_NUMBER ?? 'none'); echo(env['toString'] ?? 'none');`;
  const record = runDirect(pipeline('echo, env', body), { scenario: { buildNumber: 7 } });
  expect(steps(record)).toEqual(['echo 7', 'echo 7', 'echo 7', 'echo none']);
});
