import { echo, env, script, stage, withEnv, withSecretText } from 'gig-ci/jenkins';
import gigDatabaseCheck from './gigDatabaseCheck';
import gigDjangoMigrationFolders, { type MigrationPolicy } from './gigDjangoMigrationFolders';
import gigDjangoMigrations, { type DjangoSettings } from './gigDjangoMigrations';
import gigDjangoStatic from './gigDjangoStatic';
import gigDjangoTests, { type TestParameters } from './gigDjangoTests';
import gigPostgres, { stop, type PostgresParameters } from './gigPostgres';
import gigPythonSetup, { type PythonParameters } from './gigPythonSetup';
import { variableProblems } from './shared/contradictions';
import { problemList } from './shared/messages';

/** How Django is prepared; the group `django` of a pipeline. */
export interface DjangoParameters extends DjangoSettings, MigrationPolicy {
  /** Collects the static files. */
  collectStatic?: boolean;
  /** Further variables for manage.py and pytest. No secrets: everybody who reads the log may see them. */
  env?: { readonly [name: string]: string };
  /**
   * Secret variables for manage.py and pytest: ids of secret texts by name of the variable. Code of the repository reads
   * them; a pull request from a fork does not get them.
   * @credentials text
   */
  secretEnv?: { readonly [name: string]: string };
}

/** Parameters of {@link gigRouterTestStages}. */
export interface RouterTestStagesParameters {
  /** Django apps, as paths relative to the folder of the service. */
  apps?: string[];
  /** Folder of the service. */
  backendDir?: string;
  /** Database for the tests. */
  database?: false | PostgresParameters;
  /** Python and its packages. */
  python?: false | PythonParameters;
  /** Migrations and static files. */
  django?: false | DjangoParameters;
  /** The tests themselves. */
  tests?: false | TestParameters;
}

/**
 * The stages of {@link gigRouterPipeline} that test a Django service against a real database, which is gone afterwards.
 * @example gigRouterTestStages(backendDir: 'backend', apps: ['users', 'orders'])
 */
export default function gigRouterTestStages({
  apps = [],
  backendDir = 'backend',
  database = {},
  python = {},
  django = {},
  tests = {},
}: RouterTestStagesParameters): void {
  const problems = django === false ? [] : variableProblems(django);
  if (problems.length > 0) {
    throw new Error(problemList('gigRouterTestStages', problems));
  }
  try {
    const variables = stage('Start Real DB for Tests', () => startDatabase(database));
    stage('Setup Python', () => setUpPython(python, tests, backendDir));
    withEnv({ ...variables, ...variablesOf(django) }, () => {
      stage('Validate Database Connection', () => validateConnection(database, python));
      stage('Check Migration Folders', () => checkMigrationFolders(django, apps, backendDir));
      withSecretVariables(django, () => {
        stage('Create Missing Migrations', () => createMigrations(django, database, python, backendDir));
        stage('Build Django', () => collectStatic(django, python, backendDir));
        stage('Run All Tests', () => runTests(tests, django, python, backendDir));
      });
    });
  } finally {
    stopDatabase(database);
  }
}

function startDatabase(database: false | PostgresParameters): { readonly [name: string]: string } {
  if (database === false) {
    echo('Skipped: database is off');
    return {};
  }
  return gigPostgres(database);
}

function stopDatabase(database: false | PostgresParameters): void {
  if (database !== false && database.host === undefined) {
    stop();
  }
}

function setUpPython(
  python: false | PythonParameters,
  tests: false | TestParameters,
  directory: string,
): void {
  if (python === false) {
    echo('Skipped: python is off');
    return;
  }
  const sharesTests = tests !== false && (tests.workers ?? 0) > 0;
  gigPythonSetup({ ...python, directory, additionalPackages: sharesTests ? ['pytest-xdist'] : [] });
}

function variablesOf(django: false | DjangoParameters): { readonly [name: string]: string } {
  if (django === false) {
    return {};
  }
  const { env: variables = {} } = django;
  return variables;
}

function withSecretVariables(django: false | DjangoParameters, body: () => void): void {
  const { secretEnv = {} } = django === false ? {} : django;
  const names = Object.keys(secretEnv);
  if (names.length === 0) {
    body();
  } else if (env.CHANGE_FORK !== undefined) {
    echo(`A pull request from a fork binds no credential: ${names.join(', ')} are not set.`);
    body();
  } else {
    try {
      bindVariables(names, secretEnv, body);
    } finally {
      script('secret-variables-remove.sh', {});
    }
  }
}

/** Binds one secret inside the other, so that all are masked in the log while the body runs. */
function bindVariables(
  names: readonly string[],
  credentials: { readonly [name: string]: string },
  body: () => void,
): void {
  const name = names[0];
  if (name === undefined) {
    // The body reads the files: the variable that the last binding leaves would be a second copy.
    withEnv({ GIG_VALUE: '' }, body);
    return;
  }
  withSecretText(credentials[name] ?? '', (value) => {
    script('secret-variable.sh', { NAME: name, VALUE: value });
    bindVariables(names.slice(1), credentials, body);
  });
}

function validateConnection(database: false | PostgresParameters, python: false | PythonParameters): void {
  if (database === false) {
    echo('Skipped: database is off');
  } else if (python === false) {
    echo('Skipped: python is off');
  } else {
    gigDatabaseCheck({});
  }
}

function checkMigrationFolders(
  django: false | DjangoParameters,
  apps: readonly string[],
  directory: string,
): void {
  if (django === false) {
    echo('Skipped: django is off');
  } else if (apps.length === 0) {
    echo('Skipped: no apps given');
  } else {
    gigDjangoMigrationFolders({ ...django, apps: [...apps], directory });
  }
}

function createMigrations(
  django: false | DjangoParameters,
  database: false | PostgresParameters,
  python: false | PythonParameters,
  directory: string,
): void {
  if (django === false) {
    echo('Skipped: django is off');
  } else if (python === false) {
    echo('Skipped: python is off');
  } else {
    // Without a database of this build, the settings may name one that others use.
    gigDjangoMigrations({ ...django, directory, migrate: database !== false });
  }
}

function collectStatic(
  django: false | DjangoParameters,
  python: false | PythonParameters,
  directory: string,
): void {
  if (django === false) {
    echo('Skipped: django is off');
  } else if (python === false) {
    echo('Skipped: python is off');
  } else {
    const { collectStatic: isWanted = true } = django;
    if (isWanted) {
      gigDjangoStatic({ ...django, directory });
    } else {
      echo('Skipped: django.collectStatic is false');
    }
  }
}

function runTests(
  tests: false | TestParameters,
  django: false | DjangoParameters,
  python: false | PythonParameters,
  directory: string,
): void {
  if (tests === false) {
    echo('Skipped: tests is off');
  } else if (python === false) {
    echo('Skipped: python is off');
  } else if (django === false) {
    gigDjangoTests({ ...tests, directory });
  } else {
    gigDjangoTests({ ...django, ...tests, directory });
  }
}
