/** The Java program of the engine: its sources in `jvm/`, and how they become a jar. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool';
import type { Java } from './toolchain';

/** Beside this file, or in `src` of the package when this file is its compiled form. */
export const sourceFolder = existsSync(join(__dirname, 'jvm'))
  ? join(__dirname, 'jvm')
  : join(__dirname, '..', '..', 'src', 'engine', 'jvm');

/** Contents of the Java files and of the allow-list, by path in {@link sourceFolder}. */
type JavaSources = ReadonlyMap<string, string>;

/** Everything that decides what the jar does. */
export async function readJavaSources(): Promise<JavaSources> {
  const all = await readdir(sourceFolder, { recursive: true });
  const names = all.filter((name) => name.endsWith('.java') || name === 'allow-list.txt').sort();
  const contents = await Promise.all(names.map((name) => readFile(join(sourceFolder, name), 'utf8')));
  return new Map(names.map((name, index) => [name, contents[index] ?? '']));
}

/**
 * Compiles the sources into `engine.jar` in `folder`. A jar, because Java archives no classes of a folder.
 * @throws Error with what the compiler says
 */
export async function makeJar(
  java: Java,
  sources: JavaSources,
  libraries: readonly string[],
  folder: string,
): Promise<void> {
  const failure = 'the engine does not compile';
  const classes = join(folder, 'classes');
  const files = [...sources.keys()]
    .filter((name) => name.endsWith('.java'))
    .map((name) => join(sourceFolder, name));
  const options = '--release 17 -proc:none -nowarn -encoding UTF-8'.split(' ');
  await mkdir(classes);
  await runTool(java.javac, [...options, '-d', classes, '-cp', libraries.join(':'), ...files], failure);
  const contents = ['-C', classes, '.', '-C', sourceFolder, 'allow-list.txt'];
  await runTool(java.jar, ['--create', '--file', join(folder, 'engine.jar'), ...contents], failure);
  await rm(classes, { recursive: true });
}
