import { env, script, withSecretLogin } from 'gig-ci/jenkins';
import { failureMessage } from './shared/messages';

/** How Python is set up; the group `python` of a pipeline. */
export interface PythonParameters {
  /** Python that makes the virtual environment. */
  executable?: string;
  /** File with the packages of the service, relative to its folder. */
  requirements?: string;
  /** Packages that the tests need besides. */
  testPackages?: string[];
  /**
   * Package index instead of the public one.
   * @environment PIP_INDEX_URL
   * @example https://pypi.example.com/simple
   */
  indexUrl?: string;
  /**
   * Id of a user name and password for `indexUrl`. Packages run code while they are installed, which could read them.
   * @credentials login
   */
  indexCredentialsId?: string;
}

/** Parameters of {@link gigPythonSetup}. */
export interface PythonSetupParameters extends PythonParameters {
  /** Folder of the service. */
  directory?: string;
  /** Further packages, after `testPackages`. */
  additionalPackages?: string[];
}

/**
 * Makes a fresh virtual environment in `.gig-ci/venv`, in which {@link gigDjangoTests} and the like run, and installs the packages of the
 * service and of its tests.
 * @example gigPythonSetup(directory: 'backend', testPackages: ['pytest', 'pytest-cov', 'pytest-django', 'factory-boy'])
 */
export default function gigPythonSetup({
  directory = '.',
  executable = 'python3',
  requirements = 'requirements.txt',
  testPackages = ['pytest', 'pytest-cov', 'pytest-django'],
  additionalPackages = [],
  indexUrl,
  indexCredentialsId,
}: PythonSetupParameters): void {
  const packages = [...testPackages, ...additionalPackages];
  const index = indexUrl ?? env.PIP_INDEX_URL;
  // A pull request from a fork binds no credential at all.
  const { problem } =
    indexCredentialsId === undefined || env.CHANGE_FORK !== undefined
      ? script('python-setup.sh', {
          DIRECTORY: directory,
          EXECUTABLE: executable,
          REQUIREMENTS: requirements,
          PACKAGES: packages,
          INDEX_URL: index,
        })
      : withSecretLogin(indexCredentialsId, (username, password) =>
          script('python-setup.sh', {
            DIRECTORY: directory,
            EXECUTABLE: executable,
            REQUIREMENTS: requirements,
            PACKAGES: packages,
            INDEX_URL: index,
            USERNAME: username,
            PASSWORD: password,
          }),
        );
  if (problem.length > 0) {
    throw new Error(failureMessage('gigPythonSetup', problem));
  }
}
