/** Finds the Java and the Maven of this machine. Only the engine needs them; the direct world does without. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const oldestJava = 17;

/** A tool or a library that the engine needs cannot be had; the message says which and what to do. */
export class ToolMissing extends Error {}

/** A Java development kit. */
export interface Java {
  readonly java: string;
  readonly javac: string;
  readonly jar: string;
  /** Identifies the build of the virtual machine: archives of classes work with no other. */
  readonly release: string;
}

/**
 * The kit in JAVA_HOME, else the first on PATH that is new enough and has a compiler.
 * @throws ToolMissing
 */
export function findJava(environment: NodeJS.ProcessEnv = process.env): Java {
  const seen: string[] = [];
  const folders = [
    ...(environment['JAVA_HOME'] === undefined ? [] : [join(environment['JAVA_HOME'], 'bin')]),
    ...path(environment),
  ];
  for (const folder of folders) {
    const java = join(folder, 'java');
    if (!isExecutable(java)) continue;
    const release = releaseOf(java);
    const version = /^JAVA_VERSION="(\d+)/m.exec(release)?.[1];
    const [javac, jar] = [join(folder, 'javac'), join(folder, 'jar')];
    if (version !== undefined && Number(version) >= oldestJava && isExecutable(javac) && isExecutable(jar)) {
      return { java, javac, jar, release };
    }
    seen.push(`${java} (version ${version ?? 'unknown'}${isExecutable(javac) ? '' : ', no compiler'})`);
  }
  throw new ToolMissing(
    `the Pipeline engine needs a Java development kit, version ${oldestJava} or newer, on PATH or in JAVA_HOME, and Maven once ` +
      `(Debian: apt-get install openjdk-17-jdk-headless maven); found ${seen.join(', ') || 'no Java'}`,
  );
}

/**
 * Path of Maven, which fetches the libraries of the engine once.
 * @throws ToolMissing
 */
export function findMaven(environment: NodeJS.ProcessEnv = process.env): string {
  const found = path(environment)
    .map((folder) => join(folder, 'mvn'))
    .find(isExecutable);
  if (found !== undefined) return found;
  throw new ToolMissing(
    'the Pipeline engine needs Maven once, to fetch its libraries; there is no mvn on PATH (Debian: apt-get install maven)',
  );
}

/** The file that describes a kit, or what Java itself says where a kit has no such file. */
function releaseOf(java: string): string {
  try {
    return readFileSync(join(dirname(dirname(realpathSync(java))), 'release'), 'utf8');
  } catch {
    try {
      const output = execFileSync(java, ['-version'], {
        encoding: 'utf8',
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      return `JAVA_VERSION="${/version "([^"]+)"/.exec(output)?.[1] ?? ''}"`;
    } catch {
      return '';
    }
  }
}

function path(environment: NodeJS.ProcessEnv): readonly string[] {
  return (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
