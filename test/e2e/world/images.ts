/**
 * The images that the pipeline asks for. None can be pulled here: they are made from Debian's packages and from the stand-ins, kept
 * under names that hash their recipe, and get the names of the pipeline while the world is up.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseImage, toolImage } from '../../../vars/shared/images';
import { exampleRequirements } from '../example-service';
import { run } from './commands';
import type { Engine } from './engine';
import { cached, contentHash, machineEnvironment } from './machine';
import { hasNeighbours } from './other-worlds';
import type { Teardown } from './teardown';

const here = __dirname;

/** What Dockerfiles of the tests may name behind FROM. */
export const pythonImage = 'python:3.11-slim';

/** What the wheels of the Python image bring besides the packages of the example: one with a real vulnerability. */
export const vulnerablePackage = 'sqlparse==0.4.4';

/** An image of the world: its name in the cache, which hashes all that it is made from. */
type Image = string;

/** Makes what is missing of all images, and names them as the pipeline does until the teardown. */
export async function provideImages(engine: Engine, teardown: Teardown): Promise<void> {
  const names = {
    postgres: databaseImage(undefined),
    kaniko: toolImage('kaniko', undefined),
    trivy: toolImage('trivy', undefined),
    'dependency-check': toolImage('dependency-check', undefined),
    'sonar-scanner': toolImage('sonar-scanner', undefined),
  };
  await refuseForeignImages(engine, [pythonImage, ...Object.values(names)]);
  const base = await baseImage(engine);
  const python = await build(engine, 'python', join(here, 'images', 'python'), base, {
    wheels: await wheels(),
  });
  const images: { readonly [name: string]: Image } = {
    [pythonImage]: python,
    [names.postgres]: await build(engine, 'postgres', join(here, 'images', 'postgres'), base),
    [names.kaniko]: await kanikoImage(engine, python),
    [names.trivy]: await standIn(engine, 'trivy', python),
    [names['dependency-check']]: await standIn(engine, 'dependency-check', python),
    [names['sonar-scanner']]: await standIn(engine, 'sonar-scanner', python),
  };
  for (const [name, image] of Object.entries(images)) {
    await engine.docker('tag', image, name);
    teardown.add(`the image name ${name}`, async () => {
      const { stdout } = await engine.attempt('image', 'inspect', '--format={{.Id}}', name);
      const own = await engine.docker('image', 'inspect', '--format={{.Id}}', image);
      if (stdout.trim() === own && !hasNeighbours()) await engine.docker('image', 'rm', name);
    });
  }
}

/** An engine that others use may have the real images: they stay as they are. */
async function refuseForeignImages(engine: Engine, names: readonly string[]): Promise<void> {
  const own = await engine.docker('images', '--no-trunc', '--quiet', '--filter=reference=gig-ci-world/*');
  const foreign: string[] = [];
  for (const name of names) {
    const { status, stdout } = await engine.attempt('image', 'inspect', '--format={{.Id}}', name);
    // A name that a killed run left is one of ours.
    if (status === 0 && !own.includes(stdout.trim())) foreign.push(name);
  }
  if (foreign.length > 0) {
    throw new Error(
      `The Docker of this machine has images of its own that the tests would replace: ${foreign.join(', ')}. ` +
        'Run the tests where Docker lacks them, or stop that Docker: the tests start one of their own.',
    );
  }
}

/** Debian with the packages that are essential. */
async function baseImage(engine: Engine): Promise<Image> {
  const recipe = join(here, 'images', 'base');
  const hash = contentHash(['bookworm ca-certificates'], [recipe]);
  const image = `gig-ci-world/base:${hash}`;
  if (await has(engine, image)) return image;
  const archive = await cached(`base-${hash}.tar`, async (target) => {
    const root = `${target}.root`;
    try {
      const options = { env: machineEnvironment };
      const words = ['--variant=minbase', '--include=ca-certificates', 'bookworm', root];
      await run('debootstrap', words, options);
      await run(join(recipe, 'configure.sh'), [root], options);
      await run('tar', ['-C', root, '--sort=name', '--mtime=@0', '--numeric-owner', '-cf', target, '.']);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
  await engine.docker('import', '--change=CMD ["bash"]', archive, image);
  return image;
}

/** The packages that images of the tests install, for the Python of bookworm. @returns the folder with their wheels */
function wheels(): Promise<string> {
  const requirements = exampleRequirements();
  const processor = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const platforms = ['manylinux2014', 'manylinux_2_28', 'manylinux_2_34'].flatMap((kind) => [
    '--platform',
    `${kind}_${processor}`,
  ]);
  return cached(`wheels-${contentHash([...requirements, vulnerablePackage])}`, async (target) => {
    const common = ['-m', 'pip', 'download', '--quiet', '--dest', target];
    common.push('--only-binary=:all:', '--implementation=cp', '--python-version=3.11', ...platforms);
    await run('python3', [...common, ...requirements]);
    await run('python3', [...common, '--no-deps', vulnerablePackage]);
  });
}

function standIn(engine: Engine, name: string, base: Image): Promise<Image> {
  return build(engine, name, join(here, 'stand-ins', name), base, {
    shared: join(here, 'stand-ins', 'shared'),
  });
}

/** The image of the executor has the images that a Dockerfile may build on inside: its container reaches no registry. */
async function kanikoImage(engine: Engine, python: Image): Promise<Image> {
  const bases = mkdtempSync(join(tmpdir(), 'gig-ci-world-bases-'));
  try {
    // A name says what an archive holds; the archive is made only where the image is missing.
    writeFileSync(join(bases, 'names.json'), JSON.stringify({ [pythonImage]: python }));
    return await build(engine, 'kaniko', join(here, 'stand-ins', 'kaniko'), python, { bases }, () =>
      engine.docker('save', '--output', join(bases, 'python.tar'), python),
    );
  } finally {
    rmSync(bases, { recursive: true });
  }
}

/**
 * Builds an image where it is missing.
 * @param folder with the Dockerfile, whose argument `base` names the image that it builds on
 * @param extras folders that the build gets besides, by name; their content is part of the hash
 * @param prepare completes the extras before a build
 */
async function build(
  engine: Engine,
  name: string,
  folder: string,
  base: Image,
  extras: { readonly [name: string]: string } = {},
  prepare?: () => Promise<unknown>,
): Promise<Image> {
  const image = `gig-ci-world/${name}:${contentHash([base], [folder, ...Object.values(extras)])}`;
  if (await has(engine, image)) return image;
  await prepare?.();
  const context = mkdtempSync(join(tmpdir(), 'gig-ci-world-context-'));
  try {
    cpSync(folder, context, { recursive: true });
    for (const [extra, source] of Object.entries(extras)) {
      mkdirSync(join(context, extra));
      cpSync(source, join(context, extra), { recursive: true });
    }
    // In the network of the machine: the packages come from where the machine gets them.
    const words = ['--network=host', '--build-arg', `base=${base}`, '--tag', image, context];
    await engine.docker('build', '--quiet', ...words);
  } finally {
    rmSync(context, { recursive: true });
  }
  return image;
}

async function has(engine: Engine, image: Image): Promise<boolean> {
  return (await engine.attempt('image', 'inspect', image)).status === 0;
}
