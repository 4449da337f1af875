/** The hook runs in the real pre-commit, as an application team configures it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitIn } from '../support/git';

const root = join(__dirname, '..', '..');
const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0;
/** pre-commit installs this package with all that its compilation needs. */
const installation = 600_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gig-ci-hook-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A repository with what git would keep of this one, as it is now. */
function publishedLibrary(): string {
  const library = join(folder, 'gig-ci');
  const listed = execFileSync(
    'git',
    ['-C', root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { encoding: 'utf8' },
  );
  for (const path of listed.split('\0').filter((each) => each !== '' && !each.startsWith('test/'))) {
    mkdirSync(dirname(join(library, path)), { recursive: true });
    cpSync(join(root, path), join(library, path));
  }
  gitIn(library, 'init', '--quiet');
  gitIn(library, 'add', '--all');
  gitIn(library, 'commit', '--quiet', '--message', 'Publish');
  gitIn(library, 'tag', 'v1');
  return library;
}

(hasPreCommit ? test : test.skip)(
  'pre-commit refuses a wrong Jenkinsfile, and lets a good one pass',
  () => {
    const library = publishedLibrary();
    const application = join(folder, 'application');
    mkdirSync(application);
    gitIn(application, 'init', '--quiet');
    const hook = `repos:\n  - repo: ${library}\n    rev: v1\n    hooks:\n      - id: gig-ci-check\n`;
    writeFileSync(join(application, '.pre-commit-config.yaml'), hook);
    const run = (call: string) => {
      writeFileSync(join(application, 'Jenkinsfile'), `@Library('gig-ci@v1') _\n${call}\n`);
      gitIn(application, 'add', '--all');
      return spawnSync('pre-commit', ['run', '--all-files', '--color', 'never'], {
        cwd: application,
        encoding: 'utf8',
        env: { ...process.env, PRE_COMMIT_HOME: join(folder, 'home') },
      });
    };
    const wrong = run("gigRouterPipeline(ecrRepo: 'shop/orders', trivy: [severty: ['HIGH']])");
    expect(wrong.stdout + wrong.stderr).toContain(
      "trivy.severty           is not a parameter; did you mean 'severity'?",
    );
    expect(wrong.stdout).toMatch(/gig-ci check\.+Failed/);
    expect(wrong.status).toBe(1);
    const good = run("gigRouterPipeline(ecrRepo: 'shop/orders', trivy: [severity: ['HIGH']])");
    expect(good.stdout).toMatch(/gig-ci check\.+Passed/);
    expect(good.status).toBe(0);
  },
  installation,
);
