import { currentBuild, echo, env, script, withSecretLogin } from 'gig-ci/jenkins';
import { pythonTool } from './shared/images';
import { counted, failureMessage } from './shared/messages';

/** Where packages go; the group `nexus` of a pipeline. */
export interface NexusParameters {
  /**
   * Address of the repository manager.
   * @environment NEXUS_URL
   * @example https://nexus.example.com
   */
  url?: string;
  /** Name of a hosted PyPI repository. */
  repository?: string;
  /**
   * Id of a user name and password that may upload.
   * @credentials login
   */
  credentialsId?: string;
  /** `project`: the version that the project names. `build`: that version and the number of the build. */
  version?: 'project' | 'build';
  /** What happens to files that the repository has already. */
  existing?: 'skip' | 'fail';
  /**
   * Allows an address without encryption, which shows the password to the network. Left out, an `url` needs encryption, and the
   * address that the administrator has put into NEXUS_URL does not.
   */
  allowHttp?: boolean;
}

/** Parameters of {@link gigPythonPackage}. */
export interface PythonPackageParameters extends NexusParameters {
  /** Folder of the service, with setup.py or pyproject.toml. */
  directory?: string;
  /** Python that builds the package. */
  executable?: string;
  /**
   * Package index instead of the public one.
   * @environment PIP_INDEX_URL
   * @example https://pypi.example.com/simple
   */
  indexUrl?: string;
  /**
   * Id of a user name and password for `indexUrl`. Bound while the tools and the build requirements are installed, not while code of the repository runs.
   * @credentials login
   */
  indexCredentialsId?: string;
}

/**
 * Builds wheel and source distribution of a service and uploads them. The package is built before a credential is bound.
 * @returns version of the package
 * @example gigPythonPackage(directory: 'backend', url: 'https://nexus.example.com', repository: 'pypi-hosted')
 */
export default function gigPythonPackage({
  directory = '.',
  executable = 'python3',
  url,
  repository = 'python-backend-app',
  credentialsId = 'nexus-cred',
  version: versioning = 'project',
  existing = 'skip',
  allowHttp,
  indexUrl,
  indexCredentialsId,
}: PythonPackageParameters): string {
  const address = packageAddress(url, allowHttp);
  const index = indexUrl ?? env.PIP_INDEX_URL;
  const needsLogin = indexCredentialsId !== undefined && env.CHANGE_FORK === undefined;
  const installation = { executable, index, credentialsId: needsLogin ? indexCredentialsId : undefined };
  installTool('build', '.gig-ci/build', needsLogin ? directory : undefined, installation);
  const { version, problem } = script('python-package-build.sh', {
    DIRECTORY: directory,
    VERSION: versioning,
    NUMBER: currentBuild.number,
    // What build installs itself would need the login, which code of the repository could then read.
    ISOLATED: !needsLogin,
    INDEX_URL: index,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigPythonPackage', problem));
  }
  // Made after the code of the repository has run, so that it cannot have changed it.
  installTool('twine', '.gig-ci/twine', undefined, installation);
  const { uploaded, problem: refusal } = withSecretLogin(credentialsId, (username, password) =>
    script('python-package-upload.sh', {
      URL: `${address}/repository/${repository}/`,
      EXISTING: existing,
      USERNAME: username,
      PASSWORD: password,
    }),
  );
  if (refusal.length > 0) {
    throw new Error(failureMessage('gigPythonPackage', refusal));
  }
  echo(`Version ${version}: uploaded ${counted(uploaded, 'file')} to ${repository}.`);
  return version;
}

/** With what the tools of Python are installed. */
interface Installation {
  readonly executable: string;
  readonly index: string | undefined;
  /** Id of the login for the index. */
  readonly credentialsId: string | undefined;
}

/** Installs a tool into an environment of its own. @param project folder whose build requirements are installed, too */
function installTool(
  tool: 'build' | 'twine',
  folder: string,
  project: string | undefined,
  { executable, index, credentialsId }: Installation,
): void {
  const requirement = pythonTool(tool);
  const { problem } =
    credentialsId === undefined
      ? script('python-tool.sh', {
          EXECUTABLE: executable,
          FOLDER: folder,
          TOOL: requirement,
          PROJECT: project,
          INDEX_URL: index,
        })
      : withSecretLogin(credentialsId, (username, password) =>
          script('python-tool.sh', {
            EXECUTABLE: executable,
            FOLDER: folder,
            TOOL: requirement,
            PROJECT: project,
            INDEX_URL: index,
            USERNAME: username,
            PASSWORD: password,
          }),
        );
  if (problem.length > 0) {
    throw new Error(failureMessage('gigPythonPackage', problem));
  }
}

/** The address without a slash at the end, once it is clear that a password may go there. */
function packageAddress(url: string | undefined, allowHttp: boolean | undefined): string {
  const address = url ?? env.NEXUS_URL;
  if (address === undefined || address === '') {
    throw new Error(
      'There is no address to upload to: set nexus.url, or NEXUS_URL in the environment of Jenkins.',
    );
  }
  if (address.startsWith('http:')) {
    if (!(allowHttp ?? url === undefined)) {
      throw new Error(
        `packages would go to ${address}: without https, the password is readable on the way. nexus.allowHttp accepts that.`,
      );
    }
    echo(`Warning: packages and password go to ${address} without encryption.`);
  }
  return address.endsWith('/') ? address.slice(0, -1) : address;
}
