import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJava, findMaven, ToolMissing } from '../../src/engine/toolchain';

describe('findJava', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gig-ci-toolchain-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A folder that looks like a Java of that version. */
  async function kit(name: string, version: string, tools: readonly string[]): Promise<string> {
    const home = join(folder, name);
    await mkdir(join(home, 'bin'), { recursive: true });
    await writeFile(join(home, 'release'), `IMPLEMENTOR="Test"\nJAVA_VERSION="${version}"\n`);
    for (const tool of tools) {
      await writeFile(join(home, 'bin', tool), '#!/bin/sh\n');
      await chmod(join(home, 'bin', tool), 0o755);
    }
    return home;
  }

  const complete = ['java', 'javac', 'jar'];

  test('takes the first kit that is new enough and has a compiler', async () => {
    const old = await kit('old', '11.0.2', complete);
    const runtime = await kit('runtime', '21.0.1', ['java']);
    const fitting = await kit('fitting', '17.0.15', complete);
    const PATH = [runtime, fitting].map((home) => join(home, 'bin')).join(':');
    expect(findJava({ JAVA_HOME: old, PATH })).toEqual({
      java: join(fitting, 'bin', 'java'),
      javac: join(fitting, 'bin', 'javac'),
      jar: join(fitting, 'bin', 'jar'),
      release: 'IMPLEMENTOR="Test"\nJAVA_VERSION="17.0.15"\n',
    });
  });

  test('prefers JAVA_HOME', async () => {
    const home = await kit('home', '25', complete);
    const other = await kit('other', '17', complete);
    expect(findJava({ JAVA_HOME: home, PATH: join(other, 'bin') }).java).toBe(join(home, 'bin', 'java'));
  });

  test('says what is missing, what it found and how to get it', async () => {
    const old = await kit('old', '11.0.2', complete);
    const runtime = await kit('runtime', '17.0.1', ['java']);
    const PATH = [old, runtime].map((home) => join(home, 'bin')).join(':');
    expect(() => findJava({ PATH })).toThrow(
      new ToolMissing(
        'the Pipeline engine needs a Java development kit, version 17 or newer, on PATH or in JAVA_HOME, and Maven once ' +
          '(Debian: apt-get install openjdk-17-jdk-headless maven); found ' +
          `${old}/bin/java (version 11), ${runtime}/bin/java (version 17, no compiler)`,
      ),
    );
    expect(() => findJava({})).toThrow(/found no Java$/);
  });

  test('is as clear without Maven', () => {
    expect(() => findMaven({ PATH: folder })).toThrow(ToolMissing);
    expect(() => findMaven({ PATH: folder })).toThrow(/there is no mvn on PATH/);
  });
});
