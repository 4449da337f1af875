/** What runs leave in the Docker of this machine, told apart from what was there and from what others start meanwhile. */
import type { Engine } from './engine';
import { hasNeighbours } from './other-worlds';

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

/**
 * Removes what the runs of a world left: containers by the label of their build, which names the folder of the world; names of
 * images by the registry; volumes and networks of gig-ci that are new, unless another process has a world, which may use them.
 */
export async function removeWhatIsLeft(
  engine: Engine,
  before: Held,
  { place, registry }: { readonly place: string; readonly registry: string },
): Promise<void> {
  const { docker } = engine;
  const format = '--format={{.ID}} {{.Label "io.gig-ci.build"}}';
  const labelled = lines(await docker('ps', '--all', '--no-trunc', '--filter=label=io.gig-ci.build', format));
  for (const line of labelled.filter((text) => text.includes(place))) {
    await docker('rm', '--force', '--volumes', line.slice(0, line.indexOf(' ')));
  }
  const names = '{{.Repository}}:{{.Tag}}\n{{.Repository}}@{{.Digest}}';
  const list = ['images', '--digests', `--format=${names}`, `--filter=reference=${registry}/*`];
  for (const name of lines(await docker(...list)).filter((text) => !text.endsWith('<none>'))) {
    // The last name takes the others with it.
    const { status } = await engine.attempt('image', 'inspect', name);
    if (status === 0) await docker('image', 'rm', '--force', name);
  }
  if (hasNeighbours()) return;
  const named = '--filter=name=gig-ci';
  const volumes = lines(await docker('volume', 'ls', '--quiet', named)).filter(
    (name) => !before.volumes.includes(name),
  );
  const networks = lines(await docker('network', 'ls', '--quiet', '--no-trunc', named)).filter(
    (id) => !before.networks.includes(id),
  );
  if (volumes.length > 0) await docker('volume', 'rm', ...volumes);
  if (networks.length > 0) await docker('network', 'rm', ...networks);
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
