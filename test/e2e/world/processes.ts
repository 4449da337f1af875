/** Programs that run in the background while the world is up. They end with this process, even when it is killed. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { machineEnvironment } from './machine';
import type { Teardown } from './teardown';

/** A program to run in the background. */
export interface BackgroundProgram {
  /** For its log and for messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Added to the environment of the machine. */
  readonly env?: NodeJS.ProcessEnv;
  /** Standard input. */
  readonly input?: string;
  /** Folder of the world: its log is `logs/<name>.log` there. */
  readonly place: string;
  readonly teardown: Teardown;
  /** Whether it does its work. */
  readonly isReady: (printed: string) => Promise<boolean> | boolean;
  /** How long it may take to end before it is killed. */
  readonly stopSeconds?: number;
}

/**
 * Starts a program and waits until it is ready; the teardown ends it.
 * @returns what it has printed so far
 * @throws Error with the end of its log when it ends, or is not ready within a minute
 */
export async function startProcess(program: BackgroundProgram): Promise<string> {
  const { name, command, args, env, input = '', place, teardown, isReady, stopSeconds = 5 } = program;
  mkdirSync(join(place, 'logs'), { recursive: true });
  const log = join(place, 'logs', `${name}.log`);
  const file = openSync(log, 'a');
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], {
    env: { ...machineEnvironment, ...env },
    stdio: ['pipe', file, file],
  });
  child.stdin?.on('error', () => undefined).end(input);
  closeSync(file);
  const state = { ended: false };
  const end = new Promise<void>((resolve) => {
    const done = (): void => {
      state.ended = true;
      resolve();
    };
    child.on('exit', done).on('error', done);
  });
  teardown.add(name, async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1000);
    await end;
    clearTimeout(timer);
  });
  const printed = (): string => readFileSync(log, 'utf8');
  const deadline = Date.now() + 60_000;
  while (!(await isReady(printed()))) {
    if (state.ended || Date.now() > deadline) {
      const what = state.ended ? 'ended' : 'was not ready within a minute';
      throw new Error(
        `${name} ${what}; its log ends:\n${printed().trimEnd().split('\n').slice(-20).join('\n')}`,
      );
    }
    await sleep(50);
  }
  return printed();
}

/** Servers that start side by side must not get the same one. */
const givenPorts = new Set<number>();

/** A port on 127.0.0.1 that nobody uses now, and that no other call has got. */
export async function freePort(): Promise<number> {
  const port = await new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
  if (givenPorts.has(port)) return freePort();
  givenPorts.add(port);
  return port;
}

/** Whether something answers HTTP at an address, whatever it says. */
export async function answersHttp(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
}
