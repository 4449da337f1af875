/** Faults of the pipeline that this library replaces, numbered as in docs/faults.md: the database. */
import { allScripts, callTo, runScript, type ScriptResult } from '../run-script';

describe('the database', () => {
  /** A Docker whose container answers on port 49153. */
  const docker = `
    case $1 in
      ps) if [[ $* == *id=* ]]; then echo 3f2a; fi ;;
      create) echo 3f2a ;;
      port) echo 127.0.0.1:$PORT ;;
    esac`;

  function start(port = '0'): ScriptResult {
    return runScript('postgres-start.sh', {
      inputs: {
        BUILD: 'build 42',
        IMAGE: 'postgres:15',
        DATABASE: 'd',
        USER: 'u',
        PASSWORD: 'p',
        PORT: port,
        SECONDS: '2',
      },
      environment: { PORT: '9' },
      tools: { docker },
    });
  }

  test('fault 1: neither a fixed name nor a fixed port', () => {
    const run = callTo(start(), 'docker create');
    expect(run).not.toContain('--name');
    expect(run).toContain('--publish 127.0.0.1::5432');
    expect(run).toContain('--label io.gig-ci.build=build 42');
  });

  test('fault 2: reachable from this machine only', () => {
    expect(callTo(start('5433'), 'docker create')).toContain('--publish 127.0.0.1:5433:5432');
  });

  test('fault 3: ready when it answers a query over TCP, and reachable from the agent', () => {
    const result = start();
    expect(callTo(result, 'docker exec')).toMatch(/psql --host 127\.0\.0\.1 .*SELECT 1/);
    // Nothing listens on port 9 of this machine.
    expect(result.problem[0]).toBe('PostgreSQL runs, but this agent cannot reach 127.0.0.1:9.');
  });

  test('fault 5: what is removed carries the label of this build', () => {
    const stop = runScript('postgres-stop.sh', {
      inputs: { BUILD: 'build 42' },
      // It runs: nobody asks how it ended.
      tools: { docker: '[[ $1 == ps && $* != *status=exited* ]] && echo 3f2a' },
    });
    expect(stop.calls).toEqual([
      'docker ps --all --quiet --filter label=io.gig-ci.build=build 42 --filter label=io.gig-ci.kind=database',
      'docker ps --all --quiet --filter status=exited --filter label=io.gig-ci.build=build 42 --filter label=io.gig-ci.kind=database',
      'docker rm --force --volumes 3f2a',
    ]);
    for (const text of allScripts()) expect(text).not.toMatch(/prune|docker ps .*\| *grep/);
  });
});
