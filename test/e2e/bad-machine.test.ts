/** A machine that cannot do what a build needs: one clear message, and nothing is started, or all of it is stopped. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableInput } from '../../src/diagnostics/unusable-input';
import { describeInWorld } from './in-world';
import { Service, type ServiceRunOptions } from './service';
import { callWith, writeSmallService } from './small-service';
import { faultyTools, pathWithout } from './tools';
import { nothing, Traces } from './traces';
import { run } from './world/commands';

const call = callWith({ database: '[:]', image: '[:]' });

describeInWorld('a machine that cannot', (suite) => {
  let service: Service;
  let traces: Traces;
  let temporary: string;
  const mounts: string[] = [];
  beforeAll(async () => {
    service = new Service(suite, (folder) =>
      writeSmallService(folder, {
        'large.txt': randomBytes(1_500_000).toString('hex'),
        'Dockerfile.large': 'FROM scratch\nCOPY large.txt /\n',
      }),
    );
    temporary = suite.folder();
    traces = await Traces.begin(suite.world(), service, temporary);
  });
  afterAll(async () => {
    traces.close();
    for (const mount of mounts) await run('umount', [mount]);
  });

  const path = (): string => suite.world().environment['PATH'] ?? '';
  const build = (environment: { readonly [name: string]: string }, options: ServiceRunOptions = {}) =>
    service.run({ call, environment: { PATH: path(), TMPDIR: temporary, ...environment }, ...options });

  /** A small disk of its own. */
  async function disk(...options: readonly string[]): Promise<string> {
    const folder = suite.folder();
    await run('mount', ['-t', 'tmpfs', '-o', options.join(','), 'gig-ci-e2e', folder]);
    mounts.push(folder);
    return folder;
  }

  test('has no Docker', async () => {
    const { record } = await build({ PATH: pathWithout(suite.folder(), path(), ['docker']) });
    expect(record.result).toBe('FAILURE');
    expect(record.failure?.message.split('\n')).toEqual([
      'Not everything that this build needs is there:',
      '  tool docker: install it on the agent, or use an agent label whose machines have it',
    ]);
    expect(record.stages.map(({ name }) => name)).toEqual(['Checkout']);
    expect(traces.containers()).toEqual([]);
    expect(await traces.left()).toEqual(nothing);
  });

  test('does not let this user reach the socket of Docker', async () => {
    const programs = suite.folder();
    const lines = [
      '#!/bin/bash',
      'PATH=${PATH#*:}',
      'exec setpriv --reuid=65534 --regid=65534 --clear-groups docker "$@"',
      '',
    ];
    writeFileSync(join(programs, 'docker'), lines.join('\n'), { mode: 0o755 });
    const { record } = await build({ PATH: `${programs}:${path()}` });
    expect(record.result).toBe('FAILURE');
    expect(record.failure?.message).toMatch(
      /^Not everything that this build needs is there:\n {2}tool docker: .*is installed, but its daemon does not answer: permission denied.*$/,
    );
    expect(traces.containers()).toEqual([]);
    expect(await traces.left()).toEqual(nothing);
  });

  test('has no port left', async () => {
    // What Docker says then; to use up the ports of this machine would disturb everybody on it.
    const says =
      'Error response from daemon: driver failed programming external connectivity on endpoint brave_bohr: ' +
      'Bind for 127.0.0.1:0 failed: all ports are allocated';
    const { environment } = faultyTools(suite.folder(), path(), {
      command: 'docker start*',
      how: 'fails',
      says,
    });
    const { record } = await build(environment);
    expect(record.failure?.message).toContain('No port for the database is free on this machine.');
    expect(record.failure?.message).toContain('ss -ltn');
    expect(traces.containers()).toHaveLength(1);
    expect(await traces.left()).toEqual(nothing);
  });

  test('cannot write the workspace', async () => {
    const refused = build({}, { workspace: join(await disk('size=1m', 'ro'), 'workspace') });
    await expect(refused).rejects.toThrow(UnusableInput);
    await expect(refused).rejects.toThrow(/workspace: cannot be made: .*EROFS/);
  });

  test('has a full disk for the workspace', async () => {
    const folder = await disk('size=64k');
    writeFileSync(join(folder, 'full'), Buffer.alloc(64 * 1024));
    const refused = build({}, { workspace: join(folder, 'workspace') });
    await expect(refused).rejects.toThrow(UnusableInput);
    await expect(refused).rejects.toThrow(/workspace: cannot be made: .*ENOSPC/);
    expect(readdirSync(folder)).toEqual(['full']);
  });

  test('has a disk that is too small for the repository', async () => {
    const folder = await disk('size=1m');
    const { record, left } = await build({}, { workspace: join(folder, 'workspace') });
    expect(record.result).toBe('FAILURE');
    expect(record.failure?.message).toContain('git fetch ended with exit code 128; the lines above say why');
    expect(record.log.join('\n')).toMatch(/[Nn]o space left on device/);
    expect(left).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    expect(await traces.left()).toEqual(nothing);
  });

  test('has no space for the image', async () => {
    // Enough for the repository, and for the log of it, not for the archive beside it.
    const folder = await disk('size=5m');
    mkdirSync(join(folder, 'others'));
    const { record, left } = await build(
      {},
      { workspace: join(folder, 'workspace'), call: callWith({ image: "[dockerfile: 'Dockerfile.large']" }) },
    );
    expect(record.result).toBe('FAILURE');
    expect(record.failure?.message).toContain('The archive of the image was not written');
    expect(record.failure?.message).toContain('Check the space of the workspace on this agent: df -h.');
    expect(left).toEqual([]);
    expect(readdirSync(folder)).toEqual(['others']);
    expect(await traces.left()).toEqual(nothing);
  });

  test.each([
    ['the database of vulnerabilities', '[:]', '[:]', 'was not downloaded: ', 'trivy.databaseRepository'],
    ['the layers of buildah', "[builder: 'buildah', cache: 'local']", 'false', 'cannot be used: ', 'df -h'],
  ])('has no space for %s', async (_, image, trivy, cause, remedy) => {
    const { record, left } = await build(
      { PATH: `${path()}:${suite.world().tools}`, XDG_CACHE_HOME: await disk('size=4k') },
      { call: callWith({ image, trivy }, "ecrRepo: 'gig-route-backend', publish: false") },
    );
    expect(record.result).toBe('FAILURE');
    expect(record.failure?.message).toMatch(new RegExp(`${cause}.*no space left on device`, 'i'));
    expect(record.failure?.message).toContain(remedy);
    expect(left).toEqual([]);
    expect(await traces.left()).toEqual(nothing);
  });
});
