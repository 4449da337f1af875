/** What runs leave in the Docker of this machine, told apart from what was there and from what others start meanwhile. */
import type { Engine } from './engine';

/** Ids and names of what a Docker holds. */
export interface Held {
  readonly containers: readonly string[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
}

/** What a Docker holds now. */
export async function whatIsThere({ docker }: Engine): Promise<Held> {
  return {
    containers: lines(await docker('ps', '--all', '--quiet', '--no-trunc')),
    volumes: lines(await docker('volume', 'ls', '--quiet')),
    networks: lines(await docker('network', 'ls', '--quiet', '--no-trunc')),
  };
}

/** What is new since then and of gig-ci: by its label, or by its name. */
async function whatIsNew({ docker }: Engine, before: Held): Promise<Held> {
  const labelled = ['--filter', 'label=io.gig-ci.build'];
  const named = ['--filter', 'name=gig-ci'];
  const isNew =
    (kind: keyof Held) =>
    (id: string): boolean =>
      !before[kind].includes(id);
  return {
    containers: lines(await docker('ps', '--all', '--quiet', '--no-trunc', ...labelled)).filter(
      isNew('containers'),
    ),
    volumes: lines(await docker('volume', 'ls', '--quiet', ...named)).filter(isNew('volumes')),
    networks: lines(await docker('network', 'ls', '--quiet', '--no-trunc', ...named)).filter(
      isNew('networks'),
    ),
  };
}

/** Removes it, and all names of images of a registry. */
export async function removeWhatIsNew(engine: Engine, before: Held, registry: string): Promise<void> {
  const { containers, volumes, networks } = await whatIsNew(engine, before);
  if (containers.length > 0) await engine.docker('rm', '--force', '--volumes', ...containers);
  if (volumes.length > 0) await engine.docker('volume', 'rm', ...volumes);
  if (networks.length > 0) await engine.docker('network', 'rm', ...networks);
  const names = '{{.Repository}}:{{.Tag}}\n{{.Repository}}@{{.Digest}}';
  const list = ['images', '--digests', `--format=${names}`, `--filter=reference=${registry}/*`];
  for (const name of lines(await engine.docker(...list)).filter((text) => !text.endsWith('<none>'))) {
    // The last name takes the others with it.
    const { status } = await engine.attempt('image', 'inspect', name);
    if (status === 0) await engine.docker('image', 'rm', '--force', name);
  }
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
