/** What the steps do that touch a machine. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testWithSmallDisk, withSmallDisk } from '../support/small-disk';
import { shown, step, Thrown, type Body } from '../simulator/fake-program';
import { isRunning, TestMachine } from './machine';

let machine: TestMachine;
beforeEach(() => {
  machine = new TestMachine({ 'app/settings.py': 'DEBUG = False\n' });
});
afterEach(() => machine.close());

const inNode =
  (body: Body): Body =>
  () =>
    step('node', body);

const sh = (script: string, how: { readonly [name: string]: boolean } = {}) => step('sh', { script, ...how });

describe('sh', () => {
  test('prints both outputs in their order and answers with what was asked for', async () => {
    const answers: unknown[] = [];
    const { record } = await machine.run(
      inNode(function* () {
        answers.push(yield* sh('#!/bin/sh\necho one; echo two >&2; echo three'));
        answers.push(yield* sh('#!/bin/sh\necho kept; echo told >&2', { returnStdout: true }));
        answers.push(yield* sh('#!/bin/sh\nexit 7', { returnStatus: true }));
        answers.push(yield* sh('#!/bin/sh\nkill -TERM $$', { returnStatus: true }));
      }),
    );
    expect(answers).toEqual([null, 'kept\n', 7, 143]);
    expect(record.log).toEqual([
      expect.stringContaining('Running on '),
      'one',
      'two',
      'three',
      'told',
      'Finished: SUCCESS',
    ]);
  });

  test('traces and stops at the first failure, unless a first line names an interpreter', async () => {
    const { record } = await machine.run(
      inNode(function* () {
        yield* sh('#!/bin/bash -u\nfalse\n[[ $0 == *script.sh ]] && echo bash');
        yield* sh('false\necho never');
      }),
    );
    expect(record.log).toContain('bash');
    expect(record.log).toContain('+ false');
    expect(record.log.at(-2)).toBe('ERROR: script returned exit code 1');
    expect(record.result).toBe('FAILURE');
  });

  test('sees the variables of Jenkins and not those of a build around it', async () => {
    const names =
      'BUILD_NUMBER BUILD_TAG JOB_NAME BRANCH_NAME WORKSPACE WORKSPACE_TMP NODE_NAME CHANGE_ID npm_config_x';
    const { record, run } = await machine.run(
      inNode(function* () {
        yield* sh(`#!/bin/bash\nfor name in ${names}; do echo "$name=\${!name-unset}"; done`);
      }),
      { environment: { CHANGE_ID: '12', BUILD_NUMBER: '99', npm_config_x: 'y' } },
    );
    expect(record.log.slice(1, -1)).toEqual([
      'BUILD_NUMBER=1',
      'BUILD_TAG=jenkins-orders-main-1',
      'JOB_NAME=orders/main',
      'BRANCH_NAME=main',
      `WORKSPACE=${run.workspace}`,
      `WORKSPACE_TMP=${run.workspace}@tmp`,
      expect.stringMatching(/^NODE_NAME=.+/),
      'CHANGE_ID=unset',
      'npm_config_x=unset',
    ]);
  });

  test('does not wait for a process in the background, which the end of node ends', async () => {
    const began = Date.now();
    const { record } = await machine.run(
      inNode(function* () {
        yield* sh('#!/bin/sh\nsetsid sleep 300 & echo $! >pid');
        const pid = shown(yield* step('readFile', 'pid')).trim();
        expect(isRunning(pid)).toBe(true);
        yield* step('echo', `pid ${pid}`);
      }),
    );
    expect(Date.now() - began).toBeLessThan(20_000);
    const pid = record.log.find((line) => line.startsWith('pid '))?.slice(4) ?? '';
    expect(pid).toMatch(/^\d+$/);
    expect(isRunning(pid)).toBe(false);
  });

  test('a program that is not there is a failure of the step', async () => {
    const { record } = await machine.run(inNode(() => sh('#!/no/such/program\n')));
    expect(record.log).toContain('/no/such/program: not found');
    expect(record.failure?.message).toBe('script returned exit code 127');
  });
});

describe('files', () => {
  test('are written, found, read and deleted where the step says', async () => {
    const seen: unknown[] = [];
    const { record, run } = await machine.run(
      inNode(function* () {
        yield* step('writeFile', { file: 'deep/er/a.txt', text: 'grün 🎷' });
        seen.push(yield* step('readFile', 'deep/er/a.txt'));
        seen.push(yield* step('fileExists', 'deep'));
        yield* step('dir', 'deep/er', function* () {
          seen.push(yield* step('pwd'));
          seen.push(yield* step('pwd', { tmp: true }));
          yield* sh('#!/bin/sh\npwd');
          yield* step('deleteDir');
        });
        seen.push(yield* step('fileExists', 'deep/er'));
        yield* step('readFile', 'none.txt');
      }),
    );
    const folder = join(run.workspace, 'deep/er');
    expect(seen).toEqual(['grün 🎷', true, folder, `${folder}@tmp`, false]);
    expect(record.log).toContain(folder);
    expect(record.failure).toEqual({ kind: 'error', message: join(run.workspace, 'none.txt') });
  });
});

describe('checkout', () => {
  test('checks out the commit of the Jenkinsfile, without what is not committed', async () => {
    const commit = machine.git('rev-parse', 'HEAD');
    machine.write({ 'app/settings.py': 'DEBUG = True\n', 'new.py': '' });
    let found: unknown;
    const { record, run } = await machine.run(
      inNode(function* () {
        found = yield* step('checkout', { $symbol: 'scm' });
        yield* sh('#!/bin/sh\ncat app/settings.py; ls; git status --short --branch');
      }),
    );
    expect(found).toEqual({ GIT_BRANCH: 'main', GIT_COMMIT: commit, GIT_URL: machine.repository });
    expect(record.log).toEqual(
      expect.arrayContaining(['DEBUG = False', 'Jenkinsfile', '## HEAD (no branch)']),
    );
    expect(record.log).not.toContain('new.py');
    expect(run.repository.uncommitted).toBe(2);
  });

  const other = (branch: string, url = machine.repository) => ({
    $symbol: 'scmGit',
    userRemoteConfigs: [{ url }],
    branches: [{ name: branch }],
  });

  test.each(['feature/$(touch x)', 'v1.0', 'commit'])('checks out %s of a named repository', async (name) => {
    const wanted = machine.commit({ 'app/settings.py': 'TAGGED\n' });
    machine.git('branch', 'feature/$(touch x)'.replace(' ', '-'));
    machine.git('tag', 'v1.0');
    machine.commit({ 'app/settings.py': 'LATER\n' });
    const branch = name === 'commit' ? wanted : name.replace(' ', '-');
    const { record } = await machine.run(
      inNode(function* () {
        yield* step('checkout', other(branch));
        yield* sh('#!/bin/sh\ncat app/settings.py; ls');
      }),
    );
    expect(record.failure).toBeUndefined();
    expect(record.log).toContain('TAGGED');
    expect(record.log).not.toContain('x');
  });

  test('says which revision is missing, and what Git said of a repository that is', async () => {
    const missing = await machine.run(inNode(() => step('checkout', other('none'))));
    expect(missing.record.failure?.message).toBe(
      `Couldn't find any revision to build: ${machine.repository} has no none`,
    );
    const nowhere = await machine.run(inNode(() => step('checkout', other('main', '/no/such'))));
    expect(nowhere.record.failure?.message).toContain('git fetch ended with exit code 128');
    expect(nowhere.record.log.join('\n')).toContain("'/no/such' does not appear to be a git repository");
  });
});

describe('tool', () => {
  test('is the home of a program on the PATH, or a failure that says so', async () => {
    const home = join(machine.folder, 'scanner');
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(join(home, 'bin/try-scanner'), '#!/bin/sh\n', { mode: 0o755 });
    expect(statSync(join(home, 'bin/try-scanner')).mode & 0o111).not.toBe(0);
    let answer: unknown;
    let failure: unknown;
    await machine.run(
      inNode(function* () {
        answer = yield* step('tool', 'try-scanner');
        try {
          yield* step('tool', 'no-such-scanner');
        } catch (thrown) {
          failure = thrown instanceof Thrown ? thrown.failure : thrown;
        }
      }),
      { environment: { PATH: `${join(home, 'bin')}:${process.env['PATH'] ?? ''}` } },
    );
    expect(answer).toBe(home);
    expect(failure).toMatchObject({ kind: 'error', message: expect.stringContaining('no-such-scanner') });
  });
});

testWithSmallDisk('a disk that is full fails the step, with the words of the system', async () => {
  const folder = join(machine.folder, 'small');
  await withSmallDisk(folder, '256k', async () => {
    const { record, left } = await machine.run(
      inNode(function* () {
        yield* sh('#!/bin/sh\nhead -c 1000000 /dev/zero >zeros', { returnStatus: true });
        yield* step('writeFile', { file: 'more.txt', text: 'x'.repeat(100_000) });
      }),
      { workspace: join(folder, 'workspace') },
    );
    expect(record.failure).toMatchObject({ kind: 'error', message: expect.stringContaining('ENOSPC') });
    expect(left).toEqual([]);
  });
});

testWithSmallDisk('a full disk that the workspace is to be on is refused before anything runs', async () => {
  const folder = join(machine.folder, 'full');
  await withSmallDisk(folder, '4k', () => {
    expect(() => machine.prepare({ workspace: join(folder, 'workspace') })).toThrow('no space left');
  });
});
