/** A service that takes no time: every stage has its work, and none has much of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exampleRequirements } from './example-service';
import { quickPython } from './world';

/** Does as it is told by the variable DO of its environment: `migrate waits`, `collectstatic fails`. */
const manage = `import os, sys, time
DJANGO_SETTINGS = 'none'
command, what = (os.environ.get('DO', '') + '  ').split(' ')[:2]
print('manage.py', sys.argv[1], flush=True)
if sys.argv[1] == command and what == 'waits':
    time.sleep(300)
if sys.argv[1] == command and what == 'fails':
    sys.exit('Error: as it was told')
`;

const files: { readonly [name: string]: string } = {
  Dockerfile: 'FROM scratch\nCOPY service.py /service.py\n',
  'requirements.txt': '',
  'manage.py': manage,
  'service.py': 'name = "small"\n',
  'pyproject.toml':
    '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n' +
    '[project]\nname = "small-service"\nversion = "1.0"\n[tool.setuptools]\npy-modules = ["service"]\n',
  'sonar-project.properties': 'sonar.projectKey=small\nsonar.sources=.\n',
  'users/migrations/__init__.py': '',
};

/** Writes it into a folder, with further files or other ones. */
export function writeSmallService(folder: string, more: { readonly [name: string]: string } = {}): void {
  for (const [name, text] of Object.entries({ ...files, ...more })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const groups = [
  'database',
  'python',
  'django',
  'tests',
  'sonar',
  'owasp',
  'nexus',
  'image',
  'trivy',
] as const;

/**
 * The call of the pipeline with these groups, and all others switched off.
 * @param given values as a Jenkinsfile writes them, `'[:]'` for all that is usual
 */
export function callWith(
  given: { readonly [group in (typeof groups)[number]]?: string },
  others = "ecrRepo: 'gig-route-backend'",
): string {
  const values = groups.map((group) => `${group}: ${given[group] ?? 'false'}`);
  return `gigRouterPipeline(${others}, ${values.join(', ')})`;
}

/** Python with these packages to install, as a Jenkinsfile writes them. */
export const pythonWith = (testPackages: string, more = ''): string =>
  `[executable: '${quickPython}', testPackages: [${testPackages}]${more}]`;

/** The driver of the example, which is there without an index, as an element of `testPackages`. */
const databaseDriver = exampleRequirements().find((requirement) => requirement.startsWith('psycopg')) ?? '';

/** Python with what reaches a database. */
export const pythonWithDatabase = pythonWith(`'${databaseDriver}'`);

/** Python without a package to install. */
export const barePython = pythonWith('');
