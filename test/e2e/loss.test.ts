/** A run that is killed: the next one removes what it has left, and nothing of anybody else. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInWorld } from './in-world';
import { environmentOf, Service } from './service';
import { writeSmallService } from './small-service';

const root = join(__dirname, '..', '..');
const off = 'django: false, tests: false, sonar: false, owasp: false, nexus: false';

describeInWorld('a run that is killed', (suite) => {
  /** Starts the pipeline and kills it when it says that. */
  async function killed(service: Service, call: string, line: string): Promise<void> {
    const jenkinsfile = join(service.repository, 'Jenkinsfile');
    writeFileSync(jenkinsfile, `${call}\n`);
    const words = ['run', jenkinsfile, '--real', '--project', root];
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...words], {
      env: { ...process.env, ...environmentOf(suite.world()), GIG_CI_STATE: service.state },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    let output = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data: Buffer) => {
        output += data.toString();
        if (output.includes(line)) resolve();
      });
      void ended.then(() => reject(new Error(`ended too early:\n${output.slice(-2000)}`)));
    });
    child.kill('SIGKILL');
    await ended;
  }

  const builds = (): Promise<string> =>
    suite.world().engine.docker('ps', '--all', '--format={{.Label "io.gig-ci.build"}}');
  const names = async (): Promise<readonly string[]> => {
    const { engine, registry } = suite.world();
    const list = await engine.docker('images', '--format={{.Repository}}:{{.Tag}}');
    return list.split('\n').filter((name) => name.includes(registry.host));
  };
  const next = `gigRouterPipeline(ecrRepo: 'gig-route-backend', ${off}, python: false, database: false, image: false, trivy: false)`;

  test('leaves a database, which the next run removes, and that of nobody else', async () => {
    const { engine } = suite.world();
    const service = new Service(suite, writeSmallService);
    await killed(service, `gigRouterPipeline(ecrRepo: 'gig-route-backend', ${off})`, 'answers on 127.0.0.1');
    expect(await builds()).toContain(service.state);
    const label = '--label=io.gig-ci.workspace=elsewhere:/home/jenkins/workspace/orders';
    const neighbour = await engine.docker(
      ...['run', '--detach', label, '--label=io.gig-ci.build=e2e', 'postgres:15', 'sleep', '600'],
    );
    const { record } = await service.run({ call: next });
    expect(record.result).toBe('SUCCESS');
    expect(record.log.join('\n')).toContain('ended without cleaning up here');
    expect(await builds()).not.toContain(service.state);
    expect(await engine.docker('inspect', '--format={{.State.Running}}', neighbour)).toBe('true');
    await engine.docker('rm', '--force', '--volumes', neighbour);
  });

  test('leaves the name of an image, which the next run removes, and no other name of it', async () => {
    const { engine, registry } = suite.world();
    const service = new Service(suite, writeSmallService);
    const call = `gigRouterPipeline(ecrRepo: 'gig-route-backend', ${off}, python: false, database: false)`;
    await killed(service, call, 'Loaded image');
    const [image = ''] = await names();
    expect(image).not.toBe('');
    const decoy = `${registry.host}/gig-route-backend:1-somebody`;
    await engine.docker('tag', image, decoy);
    expect((await service.run({ call: next })).record.result).toBe('SUCCESS');
    expect(await names()).toEqual([decoy]);
    await engine.docker('image', 'rm', decoy);
  });
});
