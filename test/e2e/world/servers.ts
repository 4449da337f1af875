/** The servers of the tests that obey them: what they were asked, and how they are to fail. */
import { join } from 'node:path';
import { startProcess } from './processes';
import type { Teardown } from './teardown';

/** When and how a server answers other than it would. The first rule that fits wins. */
interface FaultRule {
  /** Only for this method. */
  readonly method?: string;
  /** Only for addresses that match this regular expression. */
  readonly path?: string;
  /** What to answer; without it only `seconds` counts. */
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
  /** How long to wait before that. */
  readonly seconds?: number;
  /** How often; for ever by default. */
  readonly times?: number;
  /** Does the work all the same, and then answers so. */
  readonly after?: boolean;
}

/** A request as a server saw it. */
interface ServedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  /** What was answered. */
  readonly status: number;
}

/** A server that obeys. */
export interface ObedientServer {
  readonly port: number;
  /** Replaces the rules by which it fails; none by default. */
  setFaults(...rules: readonly FaultRule[]): Promise<void>;
  /** What it was asked since the start, or since the last `forget`. */
  requests(): Promise<readonly ServedRequest[]>;
  /** Forgets what it was asked. */
  forget(): Promise<void>;
  /** Changes what the server knows of by itself. */
  set(settings: object): Promise<void>;
}

/** A program of such a server: it prints its two ports as JSON. */
export interface ObedientProgram {
  readonly name: string;
  /** Python to run it with. */
  readonly python: string;
  /** Path of the program, relative to this folder. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Standard input: where a secret goes, which arguments and environment would show. */
  readonly input?: string;
}

/** Starts such a server. */
export async function startServer(
  { name, python, program, args, env, input }: ObedientProgram,
  place: string,
  teardown: Teardown,
): Promise<ObedientServer> {
  const printed = await startProcess({
    name,
    command: python,
    args: [join(__dirname, program), ...args],
    env: { PYTHONDONTWRITEBYTECODE: '1', ...env },
    ...(input === undefined ? {} : { input }),
    place,
    teardown,
    isReady: (text) => text.includes('\n'),
  });
  const { port, control } = JSON.parse(printed.split('\n')[0] ?? '');
  const ask = async (method: string, path: string, content?: object): Promise<unknown> => {
    const body = content === undefined ? null : JSON.stringify(content);
    const response = await fetch(`http://127.0.0.1:${control}${path}`, { method, body });
    return response.json();
  };
  return {
    port,
    setFaults: async (...rules) => {
      await ask('PUT', '/rules', rules);
    },
    requests: async () => (await ask('GET', '/requests')) as readonly ServedRequest[],
    forget: async () => {
      await ask('DELETE', '/requests');
    },
    set: async (settings) => {
      await ask('PUT', '/settings', settings);
    },
  };
}
