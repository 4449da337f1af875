/** Faults of the pipeline that this library replaces, numbered as in docs/faults.md: what the pipeline does, and what stands in no script. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  answering,
  inputsOf,
  lineWith,
  notified,
  published,
  scriptsOf,
  describePipeline,
} from '../router-pipeline';
import { allScripts, runScript } from '../run-script';

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..', '..');

/** Sources of vars/. */
function globalVariables(): string[] {
  const files = readdirSync(join(root, 'vars'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'vars', file), 'utf8'));
}

describe('scripts', () => {
  test('fault 6: migrations of installed packages are not those of the service', () => {
    // Makes the workspace a repository with one commit when it is asked for one.
    const git = `
      if [[ $* == *--is-inside-work-tree* ]]; then
        /usr/bin/git init --quiet . && /usr/bin/git -c user.name=a -c user.email=a@b commit --quiet --allow-empty --message first
      fi
      exec /usr/bin/git "$@"`;
    const { outputs, log } = runScript('migrations.sh', {
      inputs: { DIRECTORY: '.', MODE: 'create', MIGRATE: 'false' },
      files: {
        'manage.py': '',
        '.gig-ci/venv/bin/python': '#!/bin/sh\n',
        '.gig-ci/venv/lib/site-packages/django/contrib/auth/migrations/0001_initial.py': '',
        'users/migrations/0001_größe.py': 'x = 1\n',
      },
      tools: { git },
    });
    expect(outputs).toBe('created=1\n');
    expect(log).toContain('  users/migrations/0001_größe.py');
  });

  test.each([
    ['true', ['makemigrations --noinput', 'migrate --noinput', 'showmigrations']],
    ['false', ['makemigrations --noinput']],
  ])('fault 7: the migrations are applied: %s', (migrate, commands) => {
    const { calls } = runScript('migrations.sh', {
      inputs: { DIRECTORY: '.', MODE: 'create', MIGRATE: migrate },
      files: { 'manage.py': '', '.gig-ci/venv/bin/python': '#!/bin/sh\nrecord "$@"\n' },
      tools: { record: '', git: 'exit 128' },
    });
    expect(calls.filter((call) => call.startsWith('record'))).toEqual(
      commands.map((command) => `record manage.py ${command}`),
    );
  });

  test('fault 32: no account, address or credential of a team', () => {
    const texts = [...globalVariables(), ...allScripts()];
    for (const text of texts)
      expect(text).not.toMatch(/231056963705|51\.20\.143|174\.129\.167|gig-route-backend|eu-north-1/);
  });

  test('fault 39: nothing is installed on the agent', () => {
    for (const text of allScripts()) expect(text).not.toMatch(/\b(sudo|apt-get|apt-key|yum|dnf|apk) /);
  });
});

describePipeline('the pipeline', (pipeline) => {
  test('fault 6: what was created is handed out, or is an error', async () => {
    const record = await pipeline.run(undefined, answering('migrations.sh', { created: 2 }));
    expect(record.events).toContainEqual(
      expect.objectContaining({
        operation: 'archiveArtifacts',
        arguments: { artifacts: 'migrations.patch' },
      }),
    );
    expect(record.log.join('\n')).toContain('The repository lacks 2 migration files');
    const checking = await pipeline.run(lineWith("django: [migrations: 'check']"));
    expect(inputsOf(checking, 'migrations.sh')).toMatchObject({ GIG_MODE: 'check' });
    expect(inputsOf(checking, 'migration-folders.sh')).toMatchObject({ GIG_CREATE: 'false' });
  });

  test('fault 7: all migrations are applied, to the database of this build only', async () => {
    expect(inputsOf(await pipeline.run(), 'migrations.sh')).toMatchObject({ GIG_MIGRATE: 'true' });
    expect(inputsOf(await pipeline.run(lineWith('database: false')), 'migrations.sh')).toMatchObject({
      GIG_MIGRATE: 'false',
    });
  });

  test('fault 14: nothing is published before the last gate', async () => {
    const scripts = scriptsOf(await pipeline.run());
    expect(scripts.indexOf('trivy-scan.sh')).toBeLessThan(scripts.indexOf('python-package-upload.sh'));
  });

  test('fault 24: latest comes last, from a publishing branch, behind a milestone', async () => {
    const record = await pipeline.run();
    const milestone = record.events.findIndex(({ operation }) => operation === 'milestone');
    expect(milestone).toBeLessThan(
      record.events.findIndex(({ effects }) => effects?.publishes !== undefined),
    );
    expect(published(await pipeline.run(undefined, { branch: 'feature/x' }))).toEqual([]);
  });

  test('fault 25: the commit in a tag has seven characters', async () => {
    expect(inputsOf(await pipeline.run(), 'ecr-push.sh')).toMatchObject({ GIG_TAGS_1: '42-a3f5c21' });
  });

  test('fault 31: every outcome has a status, also before there is a tag', async () => {
    const record = await pipeline.run(undefined, { abortAtStep: 2 });
    expect(record.sent.at(-1)?.value).toMatchObject({ status: 'ABORTED', tag: '' });
    expect(notified(await pipeline.run(undefined, { qualityGate: { status: 'ERROR' } }))).toEqual(['FAILED']);
  });

  test('fault 35: the build as a whole is bounded', async () => {
    const record = await pipeline.run(lineWith('options: [timeoutMinutes: 4]'));
    expect(record.result).toBe('FAILURE');
    expect(record.failure).toMatchObject({
      message: expect.stringMatching(/^The build took longer than 4 minutes\. .*options\.timeoutMinutes/),
    });
  });
});
