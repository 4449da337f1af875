/** The Docker engine: the one that runs on this machine, else one of Debian that is started for the tests alone. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, run, type CommandResult } from './commands';
import { cacheFolder, machineEnvironment } from './machine';
import { startProcess } from './processes';
import type { Teardown } from './teardown';

/** A Docker engine and its command line. */
export interface Engine {
  /** What DOCKER_HOST must say; nothing where the command line finds it by itself. */
  readonly environment: { readonly DOCKER_HOST?: string };
  /** Runs docker, which must succeed. @returns what it printed */
  docker(...args: string[]): Promise<string>;
  /** Runs docker to its end, however that is. */
  attempt(...args: string[]): Promise<CommandResult>;
}

/**
 * Finds or starts the engine. One of our own keeps its images in the cache folder, publishes ports by its proxy and leaves the
 * packet filter of the machine alone: its containers reach nothing but this machine.
 */
export async function startEngine(place: string, teardown: Teardown): Promise<Engine> {
  const running = engineAt({});
  if ((await running.attempt('version')).status === 0) return running;

  const socket = join(place, 'docker.sock');
  const folder = join(place, 'docker');
  mkdirSync(folder);
  const hadBridge = existsSync('/sys/class/net/docker0');
  if (!hadBridge) {
    teardown.add('the network interface docker0', async () => {
      await attempt('ip', ['link', 'delete', 'docker0'], { env: machineEnvironment });
    });
  }
  teardown.add('the mounts of Docker', async () => {
    await attempt('umount', [join(folder, 'netns', 'default')]);
  });
  const engine = engineAt({ DOCKER_HOST: `unix://${socket}` });
  await startProcess({
    name: 'dockerd',
    command: 'dockerd',
    args: [
      `--host=unix://${socket}`,
      `--data-root=${join(cacheFolder(), 'docker')}`,
      `--exec-root=${folder}`,
      `--pidfile=${join(folder, 'docker.pid')}`,
      '--exec-opt=native.cgroupdriver=cgroupfs',
      '--iptables=false',
      '--ip-masq=false',
    ],
    place,
    teardown,
    isReady: async () => (await engine.attempt('version')).status === 0,
    // Stops its containers first.
    stopSeconds: 30,
  });
  return engine;
}

function engineAt(environment: Engine['environment']): Engine {
  // The builder of old needs no plugin.
  const env = { ...machineEnvironment, ...environment, DOCKER_BUILDKIT: '0' };
  return {
    environment,
    docker: (...args) => run('docker', args, { env }),
    attempt: (...args) => attempt('docker', args, { env }),
  };
}
