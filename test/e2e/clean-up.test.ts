/** A failure of each stage, and an abort in each: nothing is left on the machine, and nothing of anybody else is touched. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeInWorld } from './in-world';
import { Service, type ServiceRun } from './service';
import { callWith, writeSmallService } from './small-service';
import { faultyTools } from './tools';
import { nothing, Traces } from './traces';
import { aborts, failures, type Trouble } from './troubles';
import { pythonImage } from './world/images';

describeInWorld('what a build leaves', (suite) => {
  let service: Service;
  let traces: Traces;
  let temporary: string;
  const decoy = `gig-ci-decoy-${process.pid}`;
  let decoyImage: string;
  let decoyProcess: ChildProcess;

  beforeAll(async () => {
    const { docker } = suite.world().engine;
    service = new Service(suite, (folder) =>
      writeSmallService(folder, {
        'Dockerfile.fails': `FROM ${pythonImage}\nRUN false\n`,
        'Dockerfile.waits': `FROM ${pythonImage}\nRUN echo begins to wait && sleep 300\n`,
        'pytest.py':
          'import os, sys, time\nprint("pytest begins", flush=True)\n"waits" in os.environ["DO"] and time.sleep(300)\nsys.exit(1)\n',
      }),
    );
    temporary = suite.folder();
    decoyImage = `${suite.world().registry.host}/gig-route-backend:1-decoy`;
    const label = `--label=io.gig-ci.build=file://${suite.world().place}/another/1/`;
    await docker('run', '--detach', '--name', decoy, label, pythonImage, 'sleep', '3000');
    await docker('volume', 'create', decoy);
    await docker('network', 'create', decoy);
    await docker('tag', pythonImage, decoyImage);
    const env = { ...process.env, WORKSPACE: '/var/lib/jenkins/workspace/gig-route_main' };
    decoyProcess = spawn('sleep', ['3000'], { env, stdio: 'ignore' });
    traces = await Traces.begin(suite.world(), service, temporary);
  });

  afterAll(async () => {
    const { docker } = suite.world().engine;
    traces.close();
    decoyProcess.kill();
    await docker('rm', '--force', decoy);
    await docker('volume', 'rm', decoy);
    await docker('network', 'rm', decoy);
    await docker('image', 'rm', decoyImage);
  });

  /** Runs a call with its trouble; with `abort`, until that is there. */
  async function run({ stage, call, tool, server, said }: Trouble, abort: boolean): Promise<ServiceRun> {
    const { registry, packageIndex, sonarQube, environment } = suite.world();
    const servers = { registry: registry.server, index: packageIndex.server, sonar: sonarQube.server };
    if (server !== undefined) await servers[server.name].setFaults(server.fault);
    // Without the tools of the tests: scanners are containers then, which could be left.
    const path = environment['PATH'] ?? '';
    const faulty = tool && faultyTools(suite.folder(), path, tool);
    const index =
      said?.source.includes('indexes') === true
        ? { PIP_INDEX_URL: `${packageIndex.url}/simple/`, PIP_NO_INDEX: '0' }
        : {};
    const controller = new AbortController();
    const stop = (): void => controller.abort('test');
    const ends = { yet: false };
    if (abort && faulty) {
      void (async () => {
        while (!existsSync(faulty.mark) && !ends.yet) await sleep(50);
        await sleep(tool.how === 'marks' ? 1500 : 100);
        stop();
      })();
    }
    let begun = false;
    const ran = await service.run({
      call,
      environment: { PATH: path, TMPDIR: temporary, ...index, ...faulty?.environment },
      abort: controller.signal,
      listener: (progress) => {
        if (!abort) return;
        if (progress.kind === 'stageBegan' && progress.name === stage) begun = true;
        if (progress.kind === 'line' && said?.test(progress.text) === true) setImmediate(stop);
        const isCommand = progress.kind === 'stepBegan' && progress.event.operation === 'sh';
        if (begun && isCommand && !said && !tool) setImmediate(stop);
      },
    });
    ends.yet = true;
    for (const each of Object.values(servers)) await each.setFaults();
    return ran;
  }

  async function expectDecoys(): Promise<void> {
    const { docker } = suite.world().engine;
    expect(await docker('inspect', '--format={{.State.Running}}', decoy)).toBe('true');
    await docker('volume', 'inspect', decoy);
    await docker('network', 'inspect', decoy);
    await docker('image', 'inspect', decoyImage);
    expect(decoyProcess.exitCode).toBeNull();
  }

  const stagesOf = ({ record }: ServiceRun): readonly string[] => record.stages.map(({ name }) => name);

  test.each(failures)('after a failure of $stage is nothing', async (trouble) => {
    const ran = await run(trouble, false);
    expect({ result: ran.record.result, last: stagesOf(ran).at(-1) }).toEqual({
      result: 'FAILURE',
      last: trouble.stage,
    });
    expect(ran.record.failure?.message).toContain(trouble.message);
    expect(ran.left).toEqual([]);
    expect(await traces.left()).toEqual(nothing);
  });

  test('after a quality gate that failed is nothing', async () => {
    const { sonarQube } = suite.world();
    await sonarQube.judge({ gate: 'ERROR' });
    const ran = await run({ stage: 'SonarQube Quality Gate', call: callWith({ sonar: '[:]' }) }, false);
    await sonarQube.judge({ gate: 'OK' });
    expect(ran.record.failure?.message).toContain('The quality gate failed.');
    expect(await traces.left()).toEqual(nothing);
  });

  test.each(aborts)('after an abort in $stage is nothing', async (trouble) => {
    const ran = await run(trouble, true);
    expect({ result: ran.record.result, last: stagesOf(ran).at(-1) }).toEqual({
      result: 'ABORTED',
      last: trouble.stage,
    });
    expect(ran.left).toEqual([]);
    expect(await traces.left()).toEqual(nothing);
  });

  test('after an abort while the quality gate is awaited is nothing', async () => {
    const { sonarQube } = suite.world();
    await sonarQube.judge({ answers: false });
    const ran = await run({ stage: 'SonarQube Quality Gate', call: callWith({ sonar: '[:]' }) }, true);
    await sonarQube.judge({ answers: true });
    expect({ result: ran.record.result, last: stagesOf(ran).at(-1) }).toEqual({
      result: 'ABORTED',
      last: 'SonarQube Quality Gate',
    });
    expect(await traces.left()).toEqual(nothing);
  });

  test('what belongs to others is there still, and there was something to remove', async () => {
    await expectDecoys();
    expect(traces.containers().length).toBeGreaterThan(9);
  });
});
