/** The base image of the example in the registry of the world: for builders that pull it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript, type InWorld } from './in-world';
import { pythonImage } from './world/images';

/** A base image that can be pulled, with the login that this takes. */
export interface BaseImage {
  readonly name: string;
  /** Folder with a config.json of Docker. */
  readonly login: string;
}

/** Pushes it into a repository of its own. */
export async function publishBaseImage(suite: InWorld): Promise<BaseImage> {
  const { engine, aws, registry } = suite.world();
  const name = `${registry.host}/${pythonImage}`;
  await aws.aws('ecr', 'create-repository', '--repository-name', 'python');
  const login = await logIn(suite);
  await engine.docker('tag', pythonImage, name);
  await engine.docker('--config', login, 'push', '--quiet', name);
  await engine.docker('image', 'rm', name);
  return { name, login };
}

/** Logs in to the registry. @returns folder with a config.json of Docker */
export async function logIn(suite: InWorld): Promise<string> {
  const inputs = { REGION: 'eu-north-1', REGISTRY: suite.world().registry.host, IMAGE: 'none' };
  const { outputs } = await runScript(suite.world(), suite.folder(), 'ecr-login.sh', inputs);
  return outputs['login'] ?? '';
}

/** What an administrator configures on a machine with buildah: where python:3.11-slim comes from, and who may read it. */
export function buildahSettings(
  suite: InWorld,
  { name, login }: BaseImage,
): { readonly [name: string]: string } {
  const settings = join(suite.folder(), 'registries.conf');
  const location = name.slice(0, name.lastIndexOf(':'));
  writeFileSync(
    settings,
    `unqualified-search-registries = ["docker.io"]\n[[registry]]\nprefix = "docker.io/library/python"\nlocation = "${location}"\n`,
  );
  return { CONTAINERS_REGISTRIES_CONF: settings, REGISTRY_AUTH_FILE: join(login, 'config.json') };
}
