/** How the build grows with the library, and what one change costs while the library is watched. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { interleaved } from './measure';
import { gigCi, project, runNode } from './processes';
import type { Comparison, Growth } from './table';

/** From one changed file to its Groovy, as who reads the output of the watch sees it, against a whole build. */
export async function compareWatch(repetitions: number): Promise<Comparison> {
  const folder = copyOfLibrary();
  const watch = startWatch(folder);
  try {
    await watch.nextBuild();
    const changeOne = async (): Promise<void> => {
      changeBody(join(folder, 'vars', 'gigPostgres.ts'));
      await watch.nextBuild();
    };
    const times = await interleaved(
      [
        { name: 'change', run: changeOne },
        { name: 'build', run: () => runNode(gigCi, 'build') },
      ],
      repetitions,
    );
    return {
      subject: 'one change under gig-ci build --watch',
      against: 'gig-ci build',
      ours: times.change,
      theirs: times.build,
      atMost: 1 / 10,
    };
  } finally {
    await watch.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds of generated libraries of 25, 250 and 1,000 global variables, each with parameters and steps. */
export async function measureGrowth(repetitions: number): Promise<Growth> {
  const folders = [25, 250, 1000].map((size) => ({ size, folder: generatedLibrary(size) }));
  try {
    const times = await interleaved(
      folders.map(({ size, folder }) => ({
        name: String(size),
        run: () => runNode(gigCi, 'build', '--project', folder),
      })),
      repetitions,
    );
    const points = folders.flatMap(({ size }) => {
      const time = times[String(size)];
      return time === undefined ? [] : [{ size, time }];
    });
    return { subject: 'gig-ci build', of: 'global variables', points, exponentBelow: 1.1 };
  } finally {
    for (const { folder } of folders) rmSync(folder, { recursive: true, force: true });
  }
}

function copyOfLibrary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-bench-'));
  for (const part of ['vars', 'resources', 'package.json']) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** The library with copies of one of its global variables, and none of the others. */
function generatedLibrary(size: number): string {
  const folder = copyOfLibrary();
  const text = readFileSync(join(folder, 'vars', 'gigTrivyScan.ts'), 'utf8');
  const isOther = (path: string): boolean => /[/\\]vars[/\\]gig\w+\.ts$/.test(path);
  rmSync(join(folder, 'vars'), { recursive: true });
  cpSync(join(project, 'vars'), join(folder, 'vars'), { recursive: true, filter: (path) => !isOther(path) });
  for (let number = 1; number <= size; number++) {
    const name = `gigScan${number}`;
    writeFileSync(join(folder, 'vars', `${name}.ts`), text.replaceAll('gigTrivyScan', name));
  }
  return folder;
}

/** Puts a comment into the body of a function: it appears in the Groovy, and concerns no other file. */
function changeBody(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/\n( {2}(?:const|echo|script)\b)/, '\n  // Changed.\n$1'));
}

interface Watch {
  /** Waits for the next build that writes something. */
  nextBuild(): Promise<void>;
  end(): Promise<void>;
}

function startWatch(folder: string): Watch {
  const child = spawn(process.execPath, [gigCi, 'build', '--watch', '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async nextBuild() {
      const { value, done } = await lines.next();
      const { written } = done === true ? { written: [] } : (JSON.parse(value) as { written: string[] });
      if (written.length === 0) throw new Error('a change under --watch wrote nothing');
    },
    async end() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}
