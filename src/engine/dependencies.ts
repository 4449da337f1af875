/**
 * The Java libraries of the engine: the Groovy of Jenkins, the newest published groovy-cps, a groovy-sandbox that works
 * with it, and guava, which groovy-cps uses. Nothing that these ask for besides is fetched: groovy-cps would bring an
 * older Groovy.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { engineVersions } from '../jenkins/engine-versions';
import { madeOnce } from './cache';
import { runTool } from './run-tool';
import { findMaven, ToolMissing } from './toolchain';

interface Artifact {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

const artifacts: readonly Artifact[] = [
  {
    group: 'org.codehaus.groovy',
    name: 'groovy-all',
    version: engineVersions.groovy,
    sha256: 'de65260cf2070442e99882f2f3d72e7531725c1e6a257446cc0cea525c607bd0',
  },
  {
    group: 'com.cloudbees',
    name: 'groovy-cps',
    version: engineVersions.groovyCps,
    sha256: 'ecfd4e43d75ca8204e278ff01d27c10d4b0d7b3ee781a18d1c363fc04c5c3e7e',
  },
  {
    group: 'org.kohsuke',
    name: 'groovy-sandbox',
    version: '1.19',
    sha256: '606b2fe4bab1fc40f5816d81c9daa31348df7de0e3ad97c3031a786f0fcd12da',
  },
  {
    group: 'com.google.guava',
    name: 'guava',
    version: '33.4.8-jre',
    sha256: 'f3d7f57f67fd622f4d468dfdd692b3a5e3909246c28017ac3263405f0fe617ed',
  },
];

const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

/**
 * Paths of the libraries; fetched with Maven when the cache does not have them.
 * @throws ToolMissing without Maven, or when it cannot fetch them
 * @throws Error when a file is not the one that is pinned here
 */
export async function resolveDependencies(
  cache: string,
  progress: (message: string) => void,
): Promise<readonly string[]> {
  const names = artifacts.map(({ name, version }) => `${name}-${version}.jar`);
  const key = createHash('sha256').update(JSON.stringify(artifacts)).digest('hex').slice(0, 16);
  const folder = await madeOnce(join(cache, `libraries-${key}`), async (draft) => {
    progress('fetching Groovy and the CPS engine with Maven (once, 13 MB)');
    await fetchInto(draft);
    await Promise.all(artifacts.map((artifact) => verify(artifact, draft)));
  });
  return names.map((name) => join(folder, name));
}

async function fetchInto(folder: string): Promise<void> {
  const project = join(folder, 'pom.xml');
  const repository = join(folder, 'repository');
  await writeFile(project, projectModel());
  const settings = [
    '-q',
    '-B',
    '-f',
    project,
    `-Dmaven.repo.local=${repository}`,
    `-DoutputDirectory=${folder}`,
  ];
  const maven = findMaven();
  try {
    await runTool(
      maven,
      [...settings, copyGoal],
      'Maven could not fetch the libraries of the Pipeline engine',
    );
  } catch (failure) {
    throw new ToolMissing(failure instanceof Error ? failure.message : String(failure));
  }
  await rm(repository, { recursive: true });
}

async function verify({ name, version, sha256 }: Artifact, folder: string): Promise<void> {
  const file = join(folder, `${name}-${version}.jar`);
  const actual = existsSync(file)
    ? createHash('sha256')
        .update(await readFile(file))
        .digest('hex')
    : 'no file';
  if (actual !== sha256) {
    throw new Error(
      `${name} ${version} is not the library that gig-ci was built with: SHA-256 ${actual}, expected ${sha256}`,
    );
  }
}

function projectModel(): string {
  const dependencies = artifacts.map(
    ({ group, name, version }) => `
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${name}</artifactId>
      <version>${version}</version>
      <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
    </dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>gig-ci</groupId>
  <artifactId>engine</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>${dependencies.join('')}
  </dependencies>
</project>
`;
}
