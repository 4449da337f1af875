/** What the world has of Python: programs from PyPI, and what builds take from this machine instead of an index. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pythonTool } from '../../../vars/shared/images';
import { exampleRequirements } from '../example-service';
import { run } from './commands';
import { cacheFolder, cached, contentHash } from './machine';
import packages from './packages.json';

/** Folders below that of the caches, for all worlds. */
export interface Python {
  /** See {@link pythonPrograms}. */
  readonly programs: string;
  /** Virtual environment with pip alone, as new as it was when the folder was made, for copies. */
  readonly bare: string;
  /** Folder with the wheels of all that builds install, as new as they were then where no version is named. */
  readonly wheels: string;
}

/** Makes what is missing of it. */
export async function providePython(): Promise<Python> {
  const programs = await pythonPrograms();
  const version = await run('python3', ['-VV']);
  const wanted = [
    'pip',
    pythonTool('build'),
    pythonTool('twine'),
    ...packages.wheels,
    ...exampleRequirements(),
  ];
  const wheels = await cached(`pipeline-wheels-${contentHash([version, ...wanted])}`, async (target) => {
    const words = ['download', '--quiet', '--only-binary=:all:', '--dest', target];
    await run(join(programs, 'bin', 'pip'), [...words, ...wanted]);
  });
  const newest = ['--upgrade', '--no-index', `--find-links=${wheels}`, 'pip'];
  return { programs, wheels, bare: await environment('bare', newest) };
}

/** The programs from PyPI: moto's server, the aws command line, pypiserver. @returns folder of a virtual environment */
export function pythonPrograms(): Promise<string> {
  return environment('python', packages.python);
}

/** A virtual environment knows its own path: it is made in its place and marked when it is whole. */
async function environment(kind: string, words: readonly string[]): Promise<string> {
  const name = `${kind}-${contentHash(words)}`;
  const folder = join(cacheFolder(), name);
  await cached(`${name}.ready`, async (marker) => {
    await run('python3', ['-m', 'venv', '--clear', folder]);
    await run(join(folder, 'bin', 'pip'), ['install', '--quiet', ...words]);
    mkdirSync(marker);
  });
  return folder;
}
