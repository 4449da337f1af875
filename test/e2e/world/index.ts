/**
 * The services that the pipeline works with, on this machine alone: a Docker engine with the images that the pipeline names, a registry
 * with the API of ECR, a package index, SonarQube, and a receiver of notifications. README.md says what stands in for what.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Credentials } from '../../../src/real/credentials';
import { startAws, type Aws } from './aws';
import { startEngine, type Engine } from './engine';
import { provideImages } from './images';
import { removeWhatIsLeft, whatIsThere } from './leftovers';
import { machineEnvironment, requireMachine } from './machine';
import { announce } from './other-worlds';
import { startPackageIndex, type PackageIndex } from './package-index';
import { providePython } from './python';
import { startRegistry, type Registry } from './registry';
import { startServer, type ObedientServer } from './servers';
import { startSonarQube, type SonarQube } from './sonarqube';
import { Teardown } from './teardown';

/** The services, and what a run needs to reach them. */
export interface World {
  readonly engine: Engine;
  readonly aws: Aws;
  readonly registry: Registry;
  readonly packageIndex: PackageIndex;
  readonly sonarQube: SonarQube;
  readonly notifications: ObedientServer;
  /** Environment of the agent: what Jenkins and the machine would set. */
  readonly environment: { readonly [name: string]: string };
  /** What an administrator configures in Jenkins, as `gig-ci run --credentials` reads it. The secrets are new in each world. */
  readonly credentials: Credentials;
  /** Folder with the stand-ins as programs, for an agent that has the tools on its PATH. */
  readonly tools: string;
  /** Environment of an agent without a package index: what builds of a small service install comes from a folder, quickly. */
  readonly withoutIndex: { readonly [name: string]: string };
  /**
   * Folder of this world, with the logs of all services in `logs`. By `environment`, runs have their builds below it: what they
   * start carries a label that names the folder, and is removed with the world.
   */
  readonly place: string;
  /** Ends and removes everything. @throws AggregateError with what is left */
  stop(): Promise<void>;
}

/** The ECR repository that exists. */
export const imageRepository = 'gig-route-backend';
/** Program of the agent: a python3 that copies virtual environments, where `withoutIndex` is in its environment. */
export const quickPython = 'python3-with-copies';
const packageRepository = 'python-backend-app';

/**
 * Starts the services.
 * @throws Error when this machine lacks something, or a service does not start; then nothing is left
 */
export async function startWorld(): Promise<World> {
  requireMachine();
  const teardown = new Teardown();
  try {
    return await start(teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function start(teardown: Teardown): Promise<World> {
  const place = mkdtempSync(join(tmpdir(), 'gig-ci-world-'));
  teardown.add(place, () => rmSync(place, { recursive: true, force: true }));
  const engine = await startEngine(place, teardown);
  const before = await whatIsThere(engine);
  announce(teardown);
  // The first time, both take minutes.
  const [{ programs, wheels, bare }] = await together(providePython(), provideImages(engine, teardown));
  // Of these programs the agent has this one alone, not their Python.
  const commands = join(place, 'bin');
  mkdirSync(commands);
  symlinkSync(join(programs, 'bin', 'aws'), join(commands, 'aws'));
  symlinkSync(join(__dirname, quickPython), join(commands, quickPython));
  const login = { username: 'publisher', password: secret() };
  const program = 'stand-ins/notification-sink/server.py';
  const sink = { name: 'notifications', python: 'python3', program, args: [] };
  const [[aws, registry], [packageIndex, sonarQube, notifications]] = await together(
    startAws(programs, imageRepository, place, teardown).then(
      async (api) => [api, await startRegistry(programs, api, place, teardown)] as const,
    ),
    together(
      startPackageIndex(programs, packageRepository, login, place, teardown),
      startSonarQube(secret(), engine, place, teardown),
      startServer(sink, place, teardown),
    ),
  );
  // Before anything else goes: what the runs left needs the engine, and names the images.
  teardown.add('containers, volumes, networks and image names of the runs', () =>
    removeWhatIsLeft(engine, before, { place, registry: registry.host }),
  );
  return {
    engine,
    aws,
    registry,
    packageIndex,
    sonarQube,
    notifications,
    environment: {
      ...engine.environment,
      ...aws.environment,
      PATH: [commands, machineEnvironment.PATH].join(delimiter),
      // Where a run has its builds: their addresses are the labels of what they start.
      XDG_STATE_HOME: join(place, 'state'),
      ECR_REGISTRY: registry.host,
      NEXUS_URL: packageIndex.url,
      GIG_NOTIFY_URL: `http://127.0.0.1:${notifications.port}/webhook/builds`,
      SSL_CERT_FILE: registry.authorities,
      REQUESTS_CA_BUNDLE: registry.authorities,
    },
    credentials: {
      credentials: {
        NVD_API_KEY: { type: 'text', text: secret() },
        'nexus-cred': { type: 'usernamePassword', ...login },
      },
      sonarServers: { sonarqube: { url: sonarQube.url, token: sonarQube.token } },
    },
    tools: join(__dirname, 'stand-ins', 'bin'),
    withoutIndex: {
      PIP_NO_INDEX: '1',
      PIP_FIND_LINKS: wheels,
      // Little of what is installed ever runs.
      PIP_NO_COMPILE: '1',
      BARE_ENVIRONMENT: bare,
    },
    place,
    stop: () => teardown.run(),
  };
}

/** Waits for all also when one fails: nothing runs on behind a teardown. */
async function together<T extends readonly unknown[]>(
  ...works: { readonly [index in keyof T]: Promise<T[index]> }
): Promise<T> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

/** What nobody has seen before: found anywhere, it has leaked. */
function secret(): string {
  return randomBytes(12).toString('hex');
}
