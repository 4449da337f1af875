/** Suites that need the services of `world/`, and scripts of the library that run among them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toolImage } from '../../vars/shared/images';
import { scriptVariables } from '../support/script-variables';
import { startWorld, type World } from './world';
import { attempt, type CommandResult } from './world/commands';
import { missingFromMachine } from './world/machine';

const root = join(__dirname, '..', '..');

/** The world of a suite, and folders that go with it. */
export interface InWorld {
  /** The services; they run from the first test on. */
  world(): World;
  /** A fresh folder for a test. */
  folder(): string;
}

/** Defines a suite with a world of its own. Where the machine lacks something, it says so; in CI that is a failure. */
export function describeInWorld(name: string, tests: (suite: InWorld) => void): void {
  const missing = missingFromMachine();
  if (missing.length > 0 && process.env['CI'] === undefined) {
    process.stderr.write(`\nSkipped: ${name}. This machine lacks ${missing.join(', ')}.\n`);
    describe.skip(name, () => tests({ world: notHere, folder: notHere }));
    return;
  }
  describe(name, () => {
    let world: World | undefined;
    const folders: string[] = [];
    beforeAll(async () => {
      const began = Date.now();
      world = await startWorld();
      process.stderr.write(`The world is up after ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);
    });
    tests({
      world: () => {
        if (world === undefined) throw new Error('The world is not up.');
        return world;
      },
      folder: () => {
        const folder = mkdtempSync(join(tmpdir(), 'gig-ci-e2e-'));
        folders.push(folder);
        return folder;
      },
    });
    // The last of them: those of the suite still need the world.
    afterAll(async () => {
      for (const folder of folders.flatMap((name) => [name, `${name}@tmp`])) {
        rmSync(folder, { recursive: true, force: true });
      }
      await world?.stop();
    });
  });
}

function notHere(): never {
  throw new Error('This test is skipped on this machine.');
}

/** What a script of the library answered. */
export interface ScriptAnswer {
  readonly status: number | null;
  /** By name; the last one where there are several. */
  readonly outputs: { readonly [name: string]: string };
  /** Why it has no result: cause, then remedies. */
  readonly problem: readonly string[];
  readonly log: string;
}

/** Runs a script as it is published, as a step in a workspace does. @param inputs by the names of its header */
export async function runScript(
  { environment, place }: World,
  workspace: string,
  name: string,
  inputs: { readonly [name: string]: string | readonly string[] },
): Promise<ScriptAnswer> {
  const { status, stdout, stderr } = await attempt(
    '/bin/bash',
    [join(root, 'groovy-out', 'resources', 'gig-ci', name)],
    {
      cwd: workspace,
      env: {
        ...process.env,
        ...environment,
        ...Object.fromEntries(scriptVariables({ BUILD: place, ...inputs })),
        XDG_CACHE_HOME: join(workspace, '.cache'),
        WORKSPACE_TMP: `${workspace}@tmp`,
      },
    },
  );
  const lines = stdout.split('\n').filter((line) => line.includes('='));
  const pairs = lines.map((line): [string, string] => [
    line.slice(0, line.indexOf('=')),
    line.slice(line.indexOf('=') + 1),
  ]);
  return {
    status,
    outputs: Object.fromEntries(pairs.filter(([key]) => key !== 'problem')),
    problem: pairs.filter(([key]) => key === 'problem').map(([, value]) => value),
    log: stderr,
  };
}

/** Runs a stand-in as a program, in the environment of the world. */
export function runTool(
  world: World,
  name: string,
  words: readonly string[],
  { cwd = tmpdir(), env = {} }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<CommandResult> {
  return attempt(join(world.tools, name), words, {
    cwd,
    env: { ...process.env, ...world.environment, ...env },
  });
}

/** Name of the images that the tests build; it goes with the world. */
export function referenceIn({ registry }: World): string {
  return `${registry.host}/gig-route-backend:built`;
}

/** Builds the image {@link referenceIn} with the stand-in for Kaniko. @returns its archive */
export async function buildImage(
  { world, folder }: InWorld,
  context: string,
  inputs = {},
): Promise<{ log: string; archive: string }> {
  const place = folder();
  const { status, problem, log } = await runScript(world(), place, 'kaniko-build.sh', {
    IMAGE: toolImage('kaniko', undefined),
    DESTINATION: referenceIn(world()),
    CONTEXT: context,
    DOCKERFILE: 'Dockerfile',
    ARGUMENTS: [],
    LABELS: ['org.opencontainers.image.revision=a3f5c21'],
    CACHE_WRITE: 'true',
    ARCHIVE: 'image.tar',
    ...inputs,
  });
  expect({ status, problem }).toEqual({ status: 0, problem: [] });
  return { log, archive: join(place, 'image.tar') };
}

/** Loads an archive of it. @returns id of the image */
export async function loadImage({ world }: InWorld, file: string): Promise<string> {
  const { engine } = world();
  const reference = referenceIn(world());
  // The name would stay with nobody.
  await engine.attempt('image', 'rm', '--force', reference);
  await engine.docker('load', '--input', file);
  return engine.docker('image', 'inspect', '--format={{.Id}}', reference);
}

/** What the tags of a repository of the registry name: digests by tag. */
export async function tagsIn(
  { aws }: World,
  repository: string,
): Promise<{ readonly [tag: string]: string }> {
  const { imageDetails } = (await aws.aws('ecr', 'describe-images', '--repository-name', repository)) as {
    readonly imageDetails: readonly {
      readonly imageDigest: string;
      readonly imageTags?: readonly string[];
    }[];
  };
  const pairs = imageDetails.flatMap(({ imageDigest, imageTags = [] }) =>
    imageTags.map((tag) => [tag, imageDigest] as const),
  );
  return Object.fromEntries(pairs);
}

/** Asks until the answer is as wanted, for half a minute at most. */
export async function eventually<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask().catch((error: unknown) => error as T);
    if (wanted(answer) || Date.now() > deadline) return answer;
    await sleep(200);
  }
}
